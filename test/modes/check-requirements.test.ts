import { describe, expect, test } from '@jest/globals'
import type { Condition } from '../../src/domain/conditions.ts'
import type { DesiredProject } from '../../src/domain/desired.ts'
import type { Requirement } from '../../src/domain/requirements.ts'
import { lostResponse, refused } from '../harness/memory-atlas.ts'
import { desired, ModeScenario, type PlayedRun, provider } from './mode-scenario.ts'

const AWS = provider('aws')

/** Conditions that one project can meet together. */
const TOGETHER = [
  'clusters',
  'rotation-alert',
  'no-open-alerts',
  'role-based-auth',
  'private-networking',
  'private-endpoints',
  'search-nodes',
  'no-other-provider',
  'service-account-secret',
] as const satisfies readonly Condition[]

/** A project in which they are met. */
function fulfilling(): ModeScenario {
  const scenario = new ModeScenario()
  scenario.enable('aws', { requirePrivateNetworking: true })
  scenario.project.enabledForSearchNodes = true
  scenario.addClusters({ name: 'a', encryptionAtRestProvider: 'AWS' })
  scenario.project.alertConfigurations = [{ eventTypeName: 'AWS_ENCRYPTION_KEY_NEEDS_ROTATION', enabled: true }]
  scenario.project.privateEndpoints = [{ provider: 'AWS', regionName: 'US_EAST_1', status: 'ACTIVE' }]
  return scenario
}

const requiring = (...require: Condition[]): DesiredProject => ({ ...desired(AWS), require })
const verify = (scenario: ModeScenario, project: DesiredProject): Promise<PlayedRun> => scenario.run('verify', project)
const heldOf = (requirements: readonly Requirement[]) => requirements.map(({ condition, held }) => [condition, held])

test.each(['verify', 'drift'] as const)(
  'conditions that are met pass in %s, in the order asked for, and each is in the log',
  async (mode) => {
    const order = TOGETHER.toReversed()
    const { result, run } = await fulfilling().run(mode, {
      ...desired(provider('aws', { fields: { requirePrivateNetworking: true } })),
      require: order,
    })
    expect(result).toMatchObject({ result: 'passed', findings: [] })
    expect(heldOf(result.requirements)).toEqual(order.map((condition) => [condition, true]))
    const logged = run.events.flatMap(({ event }) => (event.type === 'required' ? [event.requirement] : []))
    expect(logged).toEqual(result.requirements)
  },
)

describe('a condition takes no request but its own:', () => {
  test.each([
    ['clusters', ['GET clusters']],
    ['rotation-alert', ['GET alertConfigs']],
    ['no-open-alerts', ['GET alerts']],
    ['role-based-auth', []],
    ['private-networking', []],
    ['private-endpoints', ['GET AWS/privateEndpoints']],
    ['search-nodes', []],
    ['no-other-provider', []],
    ['service-account-secret', []],
  ] satisfies [Condition, string[]][])('%s', async (condition, lines) => {
    const scenario = fulfilling()
    await verify(scenario, requiring(condition))
    expect(scenario.atlas.lines).toEqual(['GET encryptionAtRest', ...lines])
  })

  test('private-endpoints of every enabled provider that can have some', async () => {
    const scenario = fulfilling()
    scenario.enable('azure')
    scenario.enable('gcp')
    const { result } = await verify(scenario, requiring('private-endpoints'))
    expect(scenario.atlas.lines.slice(1)).toEqual(['GET AWS/privateEndpoints', 'GET AZURE/privateEndpoints'])
    expect(result.requirements).toMatchObject([{ held: false, detail: expect.stringContaining('has none') }])
  })
})

test('each condition is judged on its own, and one that is not met fails the step', async () => {
  const scenario = fulfilling()
  scenario.addClusters('plain')
  scenario.project.alerts = [{ eventTypeName: 'AWS_ENCRYPTION_KEY_INVALID', status: 'OPEN', clusterName: 'a' }]
  const { result } = await verify(scenario, requiring('clusters', 'rotation-alert', 'no-open-alerts'))
  expect(result).toMatchObject({ failureReason: 'requirement', findings: ['requirement'], error: null })
  expect(heldOf(result.requirements)).toEqual([
    ['clusters', false],
    ['rotation-alert', true],
    ['no-open-alerts', false],
  ])
})

describe('a condition that cannot be checked', () => {
  test.each([401, 403])(
    'since Atlas refuses its list with %i is unknown, with the role that is needed',
    async (status) => {
      const scenario = fulfilling()
      scenario.atlas.faults.push({ line: /GET alertConfigs/, error: refused('USER_UNAUTHORIZED', status) })
      const { result } = await verify(scenario, requiring('rotation-alert', 'clusters'))
      expect(result).toMatchObject({ failureReason: 'requirement', error: null })
      expect(heldOf(result.requirements)).toEqual([
        ['rotation-alert', null],
        ['clusters', true],
      ])
      expect(result.requirements[0]?.detail).toMatch(/^The credentials need the role .+ on this project to check it\. /)
    },
  )

  test.each([
    ['of a server error', refused('UNEXPECTED_ERROR', 500)],
    ['no response came', lostResponse()],
    ['of an error of Atlas whose code is TIMEOUT', refused('TIMEOUT', 500)],
    ['of an error of Atlas whose code is CANCELLED', refused('CANCELLED', 400)],
  ])('since %s is unknown, without advice on roles', async (_, error) => {
    const scenario = fulfilling()
    scenario.atlas.faults.push({ line: /GET clusters/, error })
    const { result } = await verify(scenario, requiring('clusters'))
    expect(result).toMatchObject({ failureReason: 'requirement', error: null })
    expect(result.requirements).toEqual([{ condition: 'clusters', held: null, detail: error.message }])
  })

  test('since the run was cancelled ends the project', async () => {
    const scenario = fulfilling()
    const { result } = await scenario.run('verify', requiring('role-based-auth', 'clusters', 'no-open-alerts'), {
      onStart: (run) => {
        scenario.atlas.hook = ({ line }, moment) => {
          if (line !== 'GET clusters' || moment === 'after') return
          run.end('CANCELLED')
          run.signal.throwIfAborted()
        }
      },
    })
    expect(result).toMatchObject({ failureReason: 'error', error: { code: 'CANCELLED' } })
    expect(heldOf(result.requirements)).toEqual([['role-based-auth', true]])
  })
})
