import { describe, expect, test } from '@jest/globals'
import type { Reported } from '../../src/domain/reported.ts'
import { fakeRunContext } from '../harness/context.ts'
import { apply, DISABLE, ENABLE, ENABLED, FIELDS, inTurn } from './fake-context.ts'

/** What the clusters at risk are looked up in at most, once the key is not valid. */
const LOOK_UP_MS = 5000

describe('the wait for a valid key', () => {
  const invalid: Reported = { awsKms: { ...FIELDS, enabled: true, valid: false } }

  test('looks after 1 s, then at intervals that grow up to 10 s, until valid-timeout is over', async () => {
    const run = fakeRunContext()
    const result = await apply(ENABLE, { getEncryptionAtRest: inTurn(invalid) }, { validTimeout: 40 }, run)
    expect(result).toMatchObject({ result: 'failed', failureReason: 'invalid' })
    expect(run.waits).toEqual([1000, 2000, 4000, 8000, 10_000, 10_000, 5000, LOOK_UP_MS])
  })

  test('is left out with valid-timeout 0, and for a disabled provider', async () => {
    const run = fakeRunContext()
    await apply(ENABLE, { getEncryptionAtRest: inTurn(invalid) }, { validTimeout: 0 }, run)
    await apply(DISABLE, { getEncryptionAtRest: inTurn({}) }, {}, run)
    expect(run.waits).toEqual([LOOK_UP_MS])
  })

  test('ends as soon as the key is valid', async () => {
    const run = fakeRunContext()
    const result = await apply(ENABLE, { getEncryptionAtRest: inTurn(invalid, invalid, ENABLED) }, {}, run)
    expect(result).toMatchObject({ result: 'unchanged', valid: true })
    expect(run.waits).toEqual([1000, 2000])
  })
})
