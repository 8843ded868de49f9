import { describe, expect, test } from '@jest/globals'
import { ActionError, RunEndError } from '../../src/domain/errors.ts'
import { optionalLookup } from '../../src/modes/optional-lookup.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { fakeRunContext } from '../harness/context.ts'

/** Never answers, but ends with its signal. */
const hangs = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error))
  })

describe('a look-up of details', () => {
  test('has its result', async () => expect(await optionalLookup(fakeRunContext(), async () => 'found')).toBe('found'))

  test.each([
    [600, 5000],
    [5.5, 5000],
    [2, 1500],
    [0.2, 0],
    [-1, 0],
  ])('in a run of %d s that never answers ends after %d ms without one', async (seconds, ms) => {
    const run = fakeRunContext({ seconds })
    expect(await optionalLookup(run, hangs)).toBeNull()
    expect(run.waits).toEqual([ms])
  })

  test.each([
    ['a refusal', new ActionError(safe`USER_UNAUTHORIZED`, safe`no`)],
    ['a defect', new TypeError('x')],
  ])('that fails with %s has none, and fails nothing', async (_, error) => {
    expect(await optionalLookup(fakeRunContext(), () => Promise.reject(error))).toBeNull()
  })

  test('ends with the run, by whose reason it rejects', async () => {
    const end = new AbortController()
    const reason = new RunEndError('CANCELLED', safe`The run was canceled.`)
    const looking = optionalLookup(fakeRunContext({ signal: end.signal }), async () => {
      end.abort(reason)
      throw new Error('of the connection')
    })
    await expect(looking).rejects.toBe(reason)
  })

  test('leaves no timer behind', async () => {
    const run = fakeRunContext()
    let timer: AbortSignal | undefined
    const sleep = (_: number, signal: AbortSignal): Promise<void> => {
      timer = signal
      return new Promise(() => undefined)
    }
    await optionalLookup({ ...run, clock: { ...run.clock, sleep } }, async () => 'found')
    expect(timer?.aborted).toBe(true)
  })
})
