import { describe, expect, test } from '@jest/globals'
import { RunEndError } from '../../src/domain/errors.ts'
import type { Reported } from '../../src/domain/reported.ts'
import { waitForValid } from '../../src/modes/wait-for-valid.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { fakeRunContext } from '../harness/context.ts'
import { apply, DISABLE, ENABLE, ENABLED, fakeModeContext, INVALID, inTurn, refused } from './fake-context.ts'

/** What the clusters at risk are looked up in at most, once the key is not valid. */
const LOOK_UP_MS = 5000

describe('the wait for a valid key', () => {
  test('looks after 1 s, then at intervals that grow up to 10 s, until valid-timeout is over', async () => {
    const run = fakeRunContext()
    const result = await apply(ENABLE, { getEncryptionAtRest: inTurn(INVALID) }, { validTimeout: 40 }, run)
    expect(result).toMatchObject({ result: 'failed', failureReason: 'invalid' })
    expect(run.waits).toEqual([1000, 2000, 4000, 8000, 10_000, 10_000, 5000, LOOK_UP_MS])
  })

  test('is left out with valid-timeout 0, and for a disabled provider', async () => {
    const run = fakeRunContext()
    await apply(ENABLE, { getEncryptionAtRest: inTurn(INVALID) }, { validTimeout: 0 }, run)
    await apply(DISABLE, { getEncryptionAtRest: inTurn({}) }, {}, run)
    expect(run.waits).toEqual([LOOK_UP_MS])
  })

  test('ends as soon as the key is valid', async () => {
    const run = fakeRunContext()
    const result = await apply(ENABLE, { getEncryptionAtRest: inTurn(INVALID, INVALID, ENABLED) }, {}, run)
    expect(result).toMatchObject({ result: 'unchanged', valid: true })
    expect(run.waits).toEqual([1000, 2000])
  })
})

describe('a wait that is cut short', () => {
  /** Waits for a valid key in a run that ends while the second answer is on its way. */
  function waitUntil(code: 'TIMEOUT' | 'CANCELLED') {
    const end = new AbortController()
    const reason = new RunEndError(code, safe`the end`)
    let reads = 0
    const getEncryptionAtRest = (): Promise<Reported> => {
      reads += 1
      if (reads < 2) return Promise.resolve(INVALID)
      end.abort(reason)
      return Promise.reject(reason)
    }
    const context = fakeModeContext({ getEncryptionAtRest }, {}, fakeRunContext({ signal: end.signal }))
    return { context, reason, waiting: waitForValid(context, ENABLE, INVALID) }
  }

  test('by the timeout of the run is no error: what Atlas last said stands', async () => {
    const { context, waiting } = waitUntil('TIMEOUT')
    expect(await waiting).toBe(false)
    expect(context.state.notes).toEqual([
      expect.stringMatching(/reached its `timeout`.*last reported the key as not valid/),
    ])
    expect(context.state.reported).toBe(INVALID)
  })

  test('by a cancellation ends the run', async () => {
    const { context, reason, waiting } = waitUntil('CANCELLED')
    await expect(waiting).rejects.toBe(reason)
    expect(context.state.notes).toEqual([])
  })

  test('by a refusal that only sounds like a timeout is an error', async () => {
    const context = fakeModeContext({ getEncryptionAtRest: inTurn<Reported>(refused('TIMEOUT', 500)) })
    await expect(waitForValid(context, ENABLE, INVALID)).rejects.toMatchObject({ code: 'TIMEOUT', status: 500 })
  })

  test('by the timeout of apply has the verdict `invalid`', async () => {
    const end = new AbortController()
    const reason = new RunEndError('TIMEOUT', safe`the end`)
    let reads = 0
    const getEncryptionAtRest = (): Promise<Reported> => {
      reads += 1
      if (reads === 1) return Promise.resolve(INVALID)
      end.abort(reason)
      return Promise.reject(reason)
    }
    const result = await apply(ENABLE, { getEncryptionAtRest }, {}, fakeRunContext({ signal: end.signal }))
    expect(result).toMatchObject({ result: 'failed', failureReason: 'invalid', error: null, enabled: true })
  })
})

describe('the log says what is waited for', () => {
  test.each([
    [60, [{ type: 'awaiting-valid', providers: ['aws'], forMs: 60_000 }]],
    [0, []],
  ])('with valid-timeout %d', async (validTimeout, events) => {
    const context = fakeModeContext({ getEncryptionAtRest: inTurn(ENABLED) }, { validTimeout })
    expect(await waitForValid(context, ENABLE, INVALID)).toBe(validTimeout > 0)
    expect(context.run.events).toEqual(events)
  })

  test('and nothing if the key is valid already', async () => {
    const context = fakeModeContext({})
    expect(await waitForValid(context, ENABLE, ENABLED)).toBe(true)
    expect(context.run.events).toEqual([])
  })
})
