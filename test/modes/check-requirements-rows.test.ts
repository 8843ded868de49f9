import { describe, expect, test } from '@jest/globals'
import type { Atlas } from '../../src/atlas/atlas.ts'
import { AtlasApiError, IntermediaryError } from '../../src/atlas/errors.ts'
import type { Cluster } from '../../src/domain/cluster.ts'
import { CONDITIONS, type Condition } from '../../src/domain/conditions.ts'
import type { DesiredProject } from '../../src/domain/desired.ts'
import type { PrivateEndpoint } from '../../src/domain/private-endpoints.ts'
import type { Reported } from '../../src/domain/reported.ts'
import type { Requirement } from '../../src/domain/requirements.ts'
import { checkRequirements } from '../../src/modes/check-requirements.ts'
import type { ModeContext } from '../../src/modes/context.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { ENABLE, ENABLED, type FakeModeContext, fakeModeContext, inTurn, refused } from './fake-context.ts'

const requiring = (...require: Condition[]): DesiredProject => ({ ...ENABLE, require })

function contextWith(atlas: Partial<Atlas>, reported: Reported | null = ENABLED): FakeModeContext {
  const context = fakeModeContext(atlas)
  context.state.reported = reported
  return context
}

/** Checks one condition. */
async function check(condition: Condition, atlas: Partial<Atlas>, reported?: Reported): Promise<Requirement> {
  const context = contextWith(atlas, reported)
  const isMet = await checkRequirements(context, requiring(condition))
  const [requirement] = context.state.requirements
  expect(context.state.requirements).toHaveLength(1)
  expect(isMet).toBe(requirement?.held === true)
  return requirement as Requirement
}

const CLUSTER: Cluster = {
  name: safe`orders`,
  provider: 'AWS',
  paused: false,
  state: safe`IDLE`,
  providerNames: new Set(['AWS']),
  isShared: false,
}
const ENDPOINT: PrivateEndpoint = {
  id: safe`e`,
  region: safe`US_EAST_1`,
  status: safe`ACTIVE`,
  connectionName: safe``,
  errorMessage: safe``,
}
const ALERT = { event: 'AWS_ENCRYPTION_KEY_NEEDS_ROTATION', enabled: true }

describe('a condition is checked with the requests that it needs', () => {
  test.each<[Condition, Partial<Atlas>]>([
    ['clusters', { listClusters: inTurn([CLUSTER]) }],
    ['rotation-alert', { listAlertConfigurations: inTurn([ALERT]) }],
    ['no-open-alerts', { listOpenAlerts: inTurn<never[]>([]) }],
    ['role-based-auth', {}],
    ['private-endpoints', { listPrivateEndpoints: inTurn([ENDPOINT]) }],
    ['no-other-provider', {}],
    ['service-account-secret', {}],
  ])('%s', async (condition, atlas) => expect(await check(condition, atlas)).toMatchObject({ condition, held: true }))

  test.each<[Condition, Partial<Atlas>]>([
    ['clusters', { listClusters: inTurn([{ ...CLUSTER, provider: 'NONE' } as const]) }],
    ['rotation-alert', { listAlertConfigurations: inTurn<never[]>([]) }],
    ['no-open-alerts', { listOpenAlerts: inTurn([{ event: safe`AWS_ENCRYPTION_KEY_INVALID`, cluster: safe`` }]) }],
    ['private-networking', {}],
    ['private-endpoints', { listPrivateEndpoints: inTurn<never[]>([]) }],
    ['search-nodes', {}],
  ])('%s, if it is not met', async (condition, atlas) =>
    expect(await check(condition, atlas)).toMatchObject({ condition, held: false }),
  )

  test('with Google alone no private endpoint', async () => {
    expect(await check('private-endpoints', {}, { googleCloudKms: { enabled: true } })).toMatchObject({ held: true })
  })
})

describe('a condition is not known', () => {
  const requests = {
    clusters: 'listClusters',
    'rotation-alert': 'listAlertConfigurations',
    'no-open-alerts': 'listOpenAlerts',
    'private-endpoints': 'listPrivateEndpoints',
  } as const satisfies Partial<Record<Condition, keyof Atlas>>
  const conditions = Object.keys(requests) as (keyof typeof requests)[]
  const failing = (condition: keyof typeof requests, error: Error): Partial<Atlas> => ({
    [requests[condition]]: () => Promise.reject(error),
  })

  test.each(conditions)('if its list may not be read, and the role is named: %s', async (condition) => {
    for (const status of [401, 403]) {
      const requirement = await check(condition, failing(condition, refused('USER_UNAUTHORIZED', status)))
      expect(requirement).toMatchObject({ condition, held: null })
      const role = condition === 'private-endpoints' ? 'Project Owner' : 'Project Read Only'
      expect(requirement.detail).toMatch(new RegExp(`need the role ${role} .*refused with USER_UNAUTHORIZED`))
    }
  })

  test('if its list may not be read, with the role once: what the request advises is left out', async () => {
    const error = new AtlasApiError(
      safe`USER_UNAUTHORIZED`,
      { what: safe`GET clusters was refused`, detail: safe`No.`, advice: safe`Check the role of the request.` },
      403,
    )
    const { detail } = await check('clusters', failing('clusters', error))
    expect(detail).toBe(
      'The credentials need the role Project Read Only on this project to check it. GET clusters was refused: No.',
    )
  })

  test('if its list may not be read in version 1.0 of the API, which asks for another role', async () => {
    const context: ModeContext = {
      ...contextWith(failing('clusters', refused('USER_UNAUTHORIZED', 403))),
      apiVersion: 'v1.0',
    }
    await checkRequirements(context, requiring('clusters'))
    expect(context.state.requirements[0]?.detail).toMatch(/^The credentials need the role Project Owner on/)
  })

  test('if version 1.0 of the API does not have what it is about, unless no provider can have any', async () => {
    for (const [reported, held] of [
      [{ awsKms: { enabled: true, valid: true } }, null],
      [{ googleCloudKms: { enabled: true, valid: true } }, true],
    ] as const) {
      const context: ModeContext = { ...contextWith({}), apiVersion: 'v1.0' }
      context.state.reported = reported
      await checkRequirements(context, requiring('private-endpoints'))
      expect(context.state.requirements).toMatchObject([{ condition: 'private-endpoints', held }])
    }
  })

  test.each([
    ['the address', refused('IP_ADDRESS_NOT_ON_ACCESS_LIST', 403)],
    ['the credentials', refused('UNEXPECTED_ERROR', 401)],
    ['an unknown code', refused('SOMETHING_NEW', 403)],
    ['a proxy', new IntermediaryError({ what: safe`A proxy refused it.` }, 403)],
  ])('if its list is refused because of %s, without a word on roles', async (_, error) => {
    const requirement = await check('clusters', failing('clusters', error))
    expect(requirement).toEqual({ condition: 'clusters', held: null, detail: error.message })
  })

  test('if the service account cannot be read', async () => {
    const context = contextWith({})
    const serviceAccount = {
      check: () => Promise.reject(refused('USER_UNAUTHORIZED', 403)),
    } as unknown as ModeContext['serviceAccount']
    expect(await checkRequirements({ ...context, serviceAccount }, requiring('service-account-secret'))).toBe(false)
    expect(context.state.requirements).toMatchObject([
      { held: null, detail: expect.stringContaining('Project Read Only') },
    ])
  })
})

describe('several conditions', () => {
  test('are checked and logged in the order asked for, whatever becomes of one', async () => {
    const context = contextWith({
      listClusters: inTurn<Cluster[]>(refused('X', 403)),
      listOpenAlerts: inTurn<never[]>([]),
    })
    expect(await checkRequirements(context, requiring('no-open-alerts', 'clusters', 'role-based-auth'))).toBe(false)
    const rows = context.state.requirements.map(({ condition, held }) => [condition, held])
    expect(rows).toEqual([
      ['no-open-alerts', true],
      ['clusters', null],
      ['role-based-auth', true],
    ])
    expect(context.run.events).toEqual(
      context.state.requirements.map((requirement) => ({ type: 'required', requirement })),
    )
  })

  test('are met if all are, and if there is none', async () => {
    expect(await checkRequirements(contextWith({}), requiring('role-based-auth', 'no-other-provider'))).toBe(true)
    expect(await checkRequirements(contextWith({}), requiring())).toBe(true)
  })

  test('are met or not, but never throw, if Atlas reported nothing', async () => {
    const lists = {
      listClusters: inTurn([CLUSTER]),
      listAlertConfigurations: inTurn([ALERT]),
      listOpenAlerts: inTurn<never[]>([]),
    }
    const context = contextWith(lists, null)
    expect(await checkRequirements(context, requiring(...CONDITIONS))).toBe(false)
    expect(context.state.requirements.map(({ condition }) => condition)).toEqual([...CONDITIONS])
  })

  test('do not hide a defect', async () => {
    const context = contextWith({ listClusters: inTurn<Cluster[]>(new TypeError('x')) })
    await expect(checkRequirements(context, requiring('clusters'))).rejects.toThrow(TypeError)
  })
})
