import { describe, expect, test } from '@jest/globals'
import { hang, refuseWith } from '../fake-atlas/faults.ts'
import { AS_SERVICE_ACCOUNT, CONFIGURATIONS, PROJECT_ID } from '../harness/fixtures.ts'
import { type Scenario, withScenario } from '../harness/scenario.ts'
import { timeOutAt } from '../harness/time-out.ts'

const ALL = 'clusters, rotation-alert\nno-open-alerts, role-based-auth, private-networking'
const ROTATION = 'AWS_ENCRYPTION_KEY_NEEDS_ROTATION'

interface Row {
  readonly condition: string
  readonly held: boolean | null
  readonly detail: string
}
const rowsOf = (report: string | undefined): Row[] => JSON.parse(report as string).projects[0].requirements as Row[]

/** Makes every condition hold. */
function fulfillAll(scenario: Scenario): void {
  scenario.enable('aws', { requirePrivateNetworking: true })
  scenario.project.clusters = [
    { name: 'orders', encryptionAtRestProvider: 'AWS' },
    { name: 'asleep', encryptionAtRestProvider: 'AWS', paused: true },
  ]
  scenario.project.alertConfigurations = [{ eventTypeName: ROTATION, enabled: true }]
  scenario.project.alerts = [
    { eventTypeName: 'OUTSIDE_METRIC_THRESHOLD', status: 'OPEN' },
    { eventTypeName: 'AWS_ENCRYPTION_KEY_INVALID', status: 'CLOSED' },
  ]
}

describe.each(['verify', 'drift'])('`require` in %s', (mode) => {
  const inputs = { ...CONFIGURATIONS.aws.inputs, mode }

  test('passes if all conditions hold', () =>
    withScenario(async (scenario) => {
      fulfillAll(scenario)
      const { outputs, summary, log } = await scenario.runStep({ ...inputs, require: ALL })
      expect(outputs).toMatchObject({ result: 'passed', 'failure-reason': '' })
      expect(rowsOf(outputs.report).map(({ condition, held }) => [condition, held])).toEqual([
        ['clusters', true],
        ['rotation-alert', true],
        ['no-open-alerts', true],
        ['role-based-auth', true],
        ['private-networking', true],
      ])
      expect(summary).toContain('<code>rotation-alert</code>')
      expect(log.filter((line) => line.startsWith('Requirement '))).toHaveLength(5)
    }))

  test('sends only the requests that the conditions need', () =>
    withScenario(async (scenario) => {
      fulfillAll(scenario)
      await scenario.runStep({ ...inputs, require: 'role-based-auth,private-networking' })
      expect(scenario.atlas.requests).toHaveLength(2)
      scenario.atlas.requests.length = 0
      await scenario.runStep({ ...inputs, require: 'no-open-alerts' })
      expect(scenario.atlas.requestLines.slice(2)).toEqual([
        `GET 200 /api/atlas/v2/groups/${PROJECT_ID}/alerts?status=OPEN&itemsPerPage=500&pageNum=1`,
      ])
    }))

  const VIOLATIONS: readonly [condition: string, violate: (scenario: Scenario) => void, detail: RegExp][] = [
    [
      'clusters',
      ({ project }) => project.clusters.push({ name: 'legacy', encryptionAtRestProvider: 'NONE' }, { name: 'odd' }),
      /2 of 4 clusters have no valid key: legacy \(no customer-managed key\); odd \(no customer-managed key\)/,
    ],
    ['rotation-alert', ({ project }) => project.alertConfigurations.splice(0), /AWS_ENCRYPTION_KEY_NEEDS_ROTATION/],
    [
      'rotation-alert',
      ({ project }) => {
        project.alertConfigurations = [{ eventTypeName: ROTATION, enabled: false }]
      },
      /No alert is enabled for AWS_ENCRYPTION_KEY_NEEDS_ROTATION/,
    ],
    [
      'no-open-alerts',
      ({ project }) =>
        project.alerts.push({ eventTypeName: 'GCP_ENCRYPTION_KEY_INVALID', status: 'OPEN', clusterName: 'c1' }),
      /GCP_ENCRYPTION_KEY_INVALID \(c1\)/,
    ],
    [
      'no-open-alerts',
      ({ project }) =>
        project.alerts.push({ eventTypeName: 'ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED', status: 'OPEN' }),
      /NETWORK_ACCESS_DENIED/,
    ],
    ['role-based-auth', (scenario) => scenario.enable('aws', { accessKeyID: 'AKIAIOSFODNN7EXAMPLE' }), /AWS KMS/],
    ['private-networking', (scenario) => scenario.enable('aws'), /AWS KMS/],
  ]
  test.each(VIOLATIONS)('fails if %s does not hold', (condition, violate, detail) =>
    withScenario(async (scenario) => {
      fulfillAll(scenario)
      violate(scenario)
      const { outputs, errors, exitCode } = await scenario.runStep({ ...inputs, require: condition })
      expect(exitCode).toBe(1)
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'requirement', valid: 'true' })
      expect(rowsOf(outputs.report)).toEqual([{ condition, held: false, detail: expect.stringMatching(detail) }])
      expect(errors[0]).toMatch(detail)
    }),
  )

  test('fails and names the missing role if the caller may not read a list', () =>
    withScenario(async (scenario) => {
      fulfillAll(scenario)
      scenario.atlas.forbidden = /alertConfigs/
      const { outputs, errors } = await scenario.runStep({ ...inputs, require: 'rotation-alert' })
      expect(outputs).toMatchObject({ 'failure-reason': 'requirement', valid: 'true' })
      expect(rowsOf(outputs.report)[0]?.held).toBeNull()
      expect(errors[0]).toContain('Project Read Only')
    }))

  test('fails if a list cannot be read', () =>
    withScenario(async (scenario) => {
      fulfillAll(scenario)
      scenario.atlas.faults.push({
        path: /alerts/,
        times: 9,
        handler: refuseWith(503, 'X', 'Later.', { 'retry-after': '0' }),
      })
      const { outputs } = await scenario.runStep({ ...inputs, require: 'no-open-alerts', retries: '1' })
      expect(outputs['failure-reason']).toBe('requirement')
      expect(rowsOf(outputs.report)[0]?.held).toBeNull()
    }))

  test('fails for an invalid key before a condition', () =>
    withScenario(async (scenario) => {
      fulfillAll(scenario)
      scenario.project.clusters.push({ name: 'legacy' })
      scenario.project.brokenKeys.add(CONFIGURATIONS.aws.block.customerMasterKeyID)
      const { outputs } = await scenario.runStep({ ...inputs, require: 'clusters' })
      expect(outputs['failure-reason']).toBe('invalid')
      expect(rowsOf(outputs.report)[0]?.held).toBe(false)
      const excused = await scenario.runStep({ ...inputs, require: 'clusters', 'fail-on-invalid': 'false' })
      expect(excused.outputs['failure-reason']).toBe('requirement')
    }))
})

test('drift fails for a condition before drift', () =>
  withScenario(async (scenario) => {
    fulfillAll(scenario)
    scenario.project.clusters.push({ name: 'legacy' })
    const { outputs } = await scenario.runStep({
      ...CONFIGURATIONS.aws.inputs,
      'aws-region': 'eu-west-1',
      mode: 'drift',
      require: 'clusters',
    })
    expect(outputs).toMatchObject({ 'failure-reason': 'requirement', drifted: 'true' })
  }))

test('clusters holds without clusters, private-networking for Google, and role-based-auth not for Google without a role', () =>
  withScenario(async (scenario) => {
    scenario.enable('gcp')
    const good = await scenario.runStep({ mode: 'verify', require: 'clusters,private-networking,role-based-auth' })
    expect(rowsOf(good.outputs.report).map(({ held }) => held)).toEqual([true, true, true])
    scenario.project.blocks.googleCloudKms = { keyVersionResourceID: 'k', enabled: true }
    const bad = await scenario.runStep({ mode: 'verify', require: 'role-based-auth' })
    expect(bad.outputs['failure-reason']).toBe('requirement')
  }))

test('rotation-alert needs an alert for every enabled provider, and an enabled provider', () =>
  withScenario(async (scenario) => {
    const none = await scenario.runStep({ mode: 'verify', require: 'rotation-alert' })
    expect(rowsOf(none.outputs.report)[0]).toMatchObject({ held: false, detail: 'No provider is enabled.' })
    fulfillAll(scenario)
    scenario.enable('azure')
    const half = await scenario.runStep({ mode: 'verify', require: 'rotation-alert' })
    expect(rowsOf(half.outputs.report)[0]?.detail).toContain('AZURE_ENCRYPTION_KEY_NEEDS_ROTATION')
    const named = await scenario.runStep({ mode: 'verify', provider: 'aws', require: 'rotation-alert' })
    expect(named.outputs.result).toBe('passed')
  }))

describe('the last change of a drifted configuration', () => {
  const inputs = { ...CONFIGURATIONS.aws.inputs, mode: 'drift', 'aws-region': 'eu-west-1' }
  const event = { eventTypeName: 'ENCRYPTION_AT_REST_CONFIGURATION_UPDATED', created: '2026-11-01T10:00:00Z' }

  test.each([
    [{ username: 'jane@example.com' }, 'jane@example.com'],
    [{ publicKey: 'abcdwxyz' }, 'API key abcdwxyz'],
    [{ username: '@everyone <img src=x>' }, '@everyone'],
  ])('is shown with the user or the API key: %j', (by, who) =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.project.events = [
        { ...event, ...by },
        { ...event, created: '2020-01-01T00:00:00Z', username: 'old' },
      ]
      const { summary, log } = await scenario.runStep(inputs)
      expect(summary).toContain(`<code>2026-11-01T10:00:00Z</code> by <code>${who.replace('<', '&lt;')}`)
      expect(log.join('\n')).toContain(`2026-11-01T10:00:00Z by ${who}`)
    }),
  )

  test('is left out if it cannot be read, and not requested without drift', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.atlas.forbidden = /events/
      const { outputs, summary } = await scenario.runStep(inputs)
      expect(outputs['failure-reason']).toBe('drift')
      expect(summary).not.toContain('Last change')
      scenario.atlas.requests.length = 0
      await scenario.runStep({ ...CONFIGURATIONS.aws.inputs, mode: 'drift' })
      expect(scenario.atlas.requests).toHaveLength(2)
    }))

  test('is left out if the request hangs, and the token is revoked', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.atlas.faults.push({ path: /events/, handler: hang })
      const { outputs } = await scenario.runStep({ ...inputs, ...AS_SERVICE_ACCOUNT })
      expect(outputs['failure-reason']).toBe('drift')
      expect(scenario.atlas.oauth.tokens.size).toBe(0)
    }))

  test('is left out if the run would time out before', async () => {
    const { outputs } = await timeOutAt((seconds, reached) =>
      withScenario((scenario) => {
        scenario.enable('aws')
        scenario.atlas.faults.push({ path: /events/, handler: reached })
        return scenario.runStep({ ...inputs, timeout: String(seconds) })
      }),
    )
    expect(outputs['failure-reason']).toBe('drift')
  })
})
