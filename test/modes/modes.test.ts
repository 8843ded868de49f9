import { describe, expect, test } from '@jest/globals'
import type { Atlas } from '../../src/atlas/endpoints.ts'
import { AtlasApiError } from '../../src/atlas/errors.ts'
import type { DesiredProject } from '../../src/domain/desired.ts'
import { ActionError } from '../../src/domain/errors.ts'
import type { Provider } from '../../src/domain/providers.ts'
import type { Reported } from '../../src/domain/reported.ts'
import type { Limits } from '../../src/domain/settings.ts'
import { runMode } from '../../src/modes/run-mode.ts'
import { type FakeRunContext, fakeRunContext, sanitized } from '../harness/context.ts'

const ID = '64b0c0ffee0000000000beef'
const FIELDS = { customerMasterKeyID: 'k', region: 'US_EAST_1', roleId: 'a'.repeat(24) }
const ENABLE: DesiredProject = {
  id: ID,
  name: null,
  require: [],
  providers: [{ provider: 'aws', enabled: true, fields: FIELDS }],
}
const DISABLE: DesiredProject = { ...ENABLE, providers: [{ provider: 'aws', enabled: false, fields: {} }] }
const ON: Reported = { awsKms: { ...FIELDS, enabled: true, valid: true } }
const LIMITS: Limits = { validTimeout: 60, propagationTimeout: 180, failOnInvalid: true, failOnDrift: true }

/** An Atlas of plain functions; what a test does not give is never to be called. */
function fakeAtlas(given: Partial<Atlas>): Atlas {
  const unexpected = (name: string) => () => Promise.reject(new Error(`${name} was not expected`))
  const names = [
    'getEncryptionAtRest',
    'patchEncryptionAtRest',
    'listRoles',
    'listClusters',
    'listAlertConfigurations',
    'listOpenAlerts',
    'getLatestEvent',
    'listPrivateEndpoints',
  ]
  return { ...Object.fromEntries(names.map((name) => [name, unexpected(name)])), ...given } as unknown as Atlas
}

const refused = (code: string, status = 400): AtlasApiError => new AtlasApiError(code, sanitized(`refused with ${code}`), status)

function apply(
  desired: DesiredProject,
  atlas: Partial<Atlas>,
  limits: Partial<Limits> = {},
  run: FakeRunContext = fakeRunContext(),
) {
  return runMode('apply', desired, { run, atlas: fakeAtlas(atlas), limits: { ...LIMITS, ...limits } })
}

/** Answers one after the other, the last one again and again. */
function inTurn<T>(...answers: (T | Error)[]): () => Promise<T> {
  let at = 0
  return () => {
    const answer = answers[Math.min(at, answers.length - 1)] as T | Error
    at += 1
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
  }
}

describe('what has not propagated yet', () => {
  test.each(['CANNOT_ASSUME_ROLE', 'CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED', 'INVALID_AWS_CREDENTIALS'])(
    '%s is tried again',
    async (code) => {
      const run = fakeRunContext()
      const patchEncryptionAtRest = inTurn<Reported>(refused(code), refused(code), refused(code), ON)
      const result = await apply(ENABLE, { getEncryptionAtRest: inTurn({}), patchEncryptionAtRest }, {}, run)
      expect(result).toMatchObject({ result: 'created', changed: true })
      expect(run.waits).toEqual([5000, 7500, 11_250])
      expect(run.events.filter(({ type }) => type === 'retry')).toHaveLength(3)
    },
  )

  test('within propagation-timeout, ever more slowly up to 30 s', async () => {
    const run = fakeRunContext()
    const atlas = {
      getEncryptionAtRest: inTurn({}),
      patchEncryptionAtRest: inTurn<Reported>(refused('CANNOT_ASSUME_ROLE')),
    }
    const result = await apply(ENABLE, atlas, {}, run)
    expect(result).toMatchObject({ result: 'failed', error: { code: 'CANNOT_ASSUME_ROLE' }, changed: false })
    expect(run.waits).toEqual([5000, 7500, 11_250, 16_875, 25_312.5, 30_000, 30_000, 30_000])
  })

  test('not past the end of the run', async () => {
    const run = fakeRunContext({ seconds: 10 })
    await apply(
      ENABLE,
      { getEncryptionAtRest: inTurn({}), patchEncryptionAtRest: inTurn<Reported>(refused('CANNOT_ASSUME_ROLE')) },
      {},
      run,
    )
    expect(run.waits).toEqual([5000])
  })

  test('any other refusal is final', async () => {
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

describe('waiting for a valid key', () => {
  const late: Reported = { awsKms: { ...FIELDS, enabled: true, valid: false } }

  test('after 1 s, then ever more slowly up to every 10 s, to the second', async () => {
    const run = fakeRunContext()
    const result = await apply(ENABLE, { getEncryptionAtRest: inTurn(late) }, { validTimeout: 40 }, run)
    expect(result).toMatchObject({ result: 'failed', failureReason: 'invalid' })
    expect(run.waits).toEqual([1000, 2000, 4000, 8000, 10_000, 10_000, 5000])
  })

  test('not at all with 0, nor for what is off', async () => {
    const run = fakeRunContext()
    await apply(ENABLE, { getEncryptionAtRest: inTurn(late) }, { validTimeout: 0 }, run)
    await apply(DISABLE, { getEncryptionAtRest: inTurn({}) }, {}, run)
    expect(run.waits).toEqual([])
  })

  test('ends as soon as it is valid', async () => {
    const run = fakeRunContext()
    const result = await apply(ENABLE, { getEncryptionAtRest: inTurn(late, late, ON) }, {}, run)
    expect(result).toMatchObject({ result: 'unchanged', valid: true })
    expect(run.waits).toEqual([1000, 2000])
  })
})

describe('before disabling', () => {
  const lists = { listClusters: inTurn<never[]>([]), listPrivateEndpoints: inTurn<never[]>([]) }

  test.each([401, 403, 404])('a list refused with %i lets Atlas decide', async (status) => {
    const atlas = {
      ...lists,
      getEncryptionAtRest: inTurn(ON),
      listClusters: inTurn<never[]>(refused('X', status)),
      patchEncryptionAtRest: inTurn({}),
    }
    expect(await apply(DISABLE, atlas)).toMatchObject({ result: 'disabled', valid: false, enabled: false })
  })

  test.each([400, 409, 500])('a list refused with %i fails before the PATCH', async (status) => {
    const atlas = { ...lists, getEncryptionAtRest: inTurn(ON), listClusters: inTurn<never[]>(refused('X', status)) }
    expect(await apply(DISABLE, atlas)).toMatchObject({ result: 'failed', error: { code: 'X' }, changed: false })
  })

  test('Google has no private endpoints to ask for', async () => {
    const asked: string[] = []
    const gcp: DesiredProject = { ...ENABLE, providers: [{ provider: 'gcp', enabled: false, fields: {} }] }
    const atlas = {
      ...lists,
      getEncryptionAtRest: inTurn<Reported>({ googleCloudKms: { enabled: true } }),
      listPrivateEndpoints: (_: string, { name, hasPrivateEndpoints }: Provider) => {
        asked.push(`${name} ${hasPrivateEndpoints}`)
        return Promise.resolve([])
      },
      patchEncryptionAtRest: inTurn({}),
    }
    await apply(gcp, atlas)
    expect(asked).toEqual(['gcp false'])
  })
})

test('what Atlas accepts but does not take over is warned of', async () => {
  const run = fakeRunContext()
  const kept: Reported = { awsKms: { ...FIELDS, region: 'EU_WEST_1', enabled: true, valid: true } }
  const result = await apply(ENABLE, { getEncryptionAtRest: inTurn({}), patchEncryptionAtRest: inTurn(kept) }, {}, run)
  expect(result.result).toBe('created')
  expect(run.events).toContainEqual({ type: 'warning', text: expect.stringContaining('still differs in region') })
})

describe('an end that nobody wanted keeps what is known', () => {
  test('a failure', async () => {
    const result = await apply(ENABLE, {
      getEncryptionAtRest: inTurn<Reported>(new ActionError('TIMEOUT', 'too late')),
    })
    expect(result).toMatchObject({
      result: 'failed',
      failureReason: 'error',
      error: { code: 'TIMEOUT', message: 'too late' },
      configuration: null,
      valid: false,
    })
  })

  test('a defect, of which only the place is told', async () => {
    const defect = new TypeError('a secret text')
    const result = await apply(ENABLE, {
      getEncryptionAtRest: inTurn<Reported>({ awsKms: { ...FIELDS, enabled: true, region: 'X' } }),
      patchEncryptionAtRest: inTurn<Reported>(defect),
    })
    expect(result).toMatchObject({ result: 'failed', enabled: true, drifted: true, error: { code: 'PROTOCOL' } })
    expect(result.error?.message).toMatch(
      /^A defect of this action stopped the run \(TypeError at modes\.test\.ts:\d+:\d+\)\. Please report it\.$/,
    )
  })
})
