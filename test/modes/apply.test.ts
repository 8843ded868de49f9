import { describe, expect, test } from '@jest/globals'
import type { Reported } from '../../src/domain/reported.ts'
import { fakeRunContext } from '../harness/context.ts'
import { apply, ENABLE, ENABLED, FIELDS, inTurn, refused } from './fake-context.ts'

describe('a role that has not propagated yet', () => {
  test.each(['CANNOT_ASSUME_ROLE', 'CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED', 'INVALID_AWS_CREDENTIALS'])(
    'is waited for if Atlas refuses the change with %s',
    async (code) => {
      const run = fakeRunContext()
      const patchEncryptionAtRest = inTurn<Reported>(refused(code), refused(code), refused(code), ENABLED)
      const result = await apply(ENABLE, { getEncryptionAtRest: inTurn({}), patchEncryptionAtRest }, {}, run)
      expect(result).toMatchObject({ result: 'created', changed: true })
      expect(run.waits).toEqual([5000, 7500, 11_250])
      expect(run.events.filter(({ type }) => type === 'retry')).toHaveLength(3)
    },
  )

  test('is waited for within propagation-timeout, at intervals that grow up to 30 s', async () => {
    const run = fakeRunContext()
    const atlas = {
      getEncryptionAtRest: inTurn({}),
      patchEncryptionAtRest: inTurn<Reported>(refused('CANNOT_ASSUME_ROLE')),
    }
    const result = await apply(ENABLE, atlas, {}, run)
    expect(result).toMatchObject({ result: 'failed', error: { code: 'CANNOT_ASSUME_ROLE' }, changed: false })
    expect(run.waits).toEqual([5000, 7500, 11_250, 16_875, 25_312.5, 30_000, 30_000, 30_000])
  })

  test('is not waited for past the end of the run', async () => {
    const run = fakeRunContext({ seconds: 10 })
    await apply(
      ENABLE,
      { getEncryptionAtRest: inTurn({}), patchEncryptionAtRest: inTurn<Reported>(refused('CANNOT_ASSUME_ROLE')) },
      {},
      run,
    )
    expect(run.waits).toEqual([5000])
  })

  test('is not what any other refusal is about', async () => {
    const run = fakeRunContext()
    await apply(
      ENABLE,
      { getEncryptionAtRest: inTurn({}), patchEncryptionAtRest: inTurn<Reported>(refused('INVALID_REGION')) },
      {},
      run,
    )
    expect(run.waits).toEqual([])
  })
})

describe('a field that Atlas still reports with another value after it accepted the change', () => {
  const different: Reported = { awsKms: { ...FIELDS, region: 'EU_WEST_1', enabled: true, valid: true } }
  const accepted = { patchEncryptionAtRest: inTurn(different) }

  test('is read again after 2 s', async () => {
    const run = fakeRunContext()
    const result = await apply(ENABLE, { ...accepted, getEncryptionAtRest: inTurn({}, ENABLED) }, {}, run)
    expect(result).toMatchObject({ result: 'created', changed: true })
    expect(run.waits).toEqual([2000])
  })

  test('is read again at intervals that grow, within valid-timeout, and then is an error that names it', async () => {
    const run = fakeRunContext()
    const result = await apply(ENABLE, { ...accepted, getEncryptionAtRest: inTurn({}, different) }, {}, run)
    expect(result).toMatchObject({ error: { code: 'NOT_APPLIED' }, changed: true })
    expect(result.error?.message).toMatch(/still reports a different value of region/)
    expect(run.waits).toEqual([2000, 4000, 8000, 10_000, 10_000, 10_000, 10_000])
  })

  test('is read again once without a valid-timeout', async () => {
    const run = fakeRunContext()
    const atlas = { ...accepted, getEncryptionAtRest: inTurn({}, different) }
    const result = await apply(ENABLE, atlas, { validTimeout: 0 }, run)
    expect(result.error?.code).toBe('NOT_APPLIED')
    expect(run.waits).toEqual([2000])
  })
})
