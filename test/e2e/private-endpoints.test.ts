import { describe, expect, test } from '@jest/globals'
import { multiCloudCluster } from '../fake-atlas/clusters.ts'
import { CONFIGURATIONS, PROJECT_ID } from '../harness/fixtures.ts'
import type { StepResult } from '../harness/run-action.ts'
import { type Scenario, withScenario } from '../harness/scenario.ts'

const AWS = CONFIGURATIONS.aws.inputs
const AZURE = CONFIGURATIONS.azure.inputs
const HOUR_MS = 3_600_000
const BASE = `/api/atlas/v2/groups/${PROJECT_ID}/`

interface Endpoint {
  readonly provider: string
  readonly region: string
  readonly status: string | null
  readonly connectionName: string | null
}
const endpointsOf = ({ outputs }: StepResult): Endpoint[] => JSON.parse(outputs['private-endpoints'] as string)
const codeOf = ({ outputs }: StepResult): string => JSON.parse(outputs.report as string).projects[0].error?.code
const regions = (list: string, more: Record<string, string> = {}): Record<string, string> => ({
  ...AWS,
  'private-endpoint-regions': list,
  'wait-timeout': '0',
  ...more,
})

/** A scenario in which the provider is enabled with private networking. */
function withPrivateNetworking(provider: 'aws' | 'azure', use: (scenario: Scenario) => Promise<void>): Promise<void> {
  return withScenario(async (scenario) => {
    scenario.enable(provider, { requirePrivateNetworking: true })
    await use(scenario)
  })
}

const changesOf = ({ atlas }: Scenario): string[] =>
  atlas.requests
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path, rawBody }) => `${method} ${path.replace(BASE, '').replace(/\/66f0\w+/, '/ID')} ${rawBody}`)

describe('apply with regions', () => {
  test('requires private networking, then creates an endpoint in each region, in either spelling', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.project.endpoints.scripts.set('EU_WEST_1', { ms: HOUR_MS })
      const result = await scenario.runStep(regions('us-east-1, EU_WEST_1\nUS_EAST_1'))
      expect(changesOf(scenario)).toEqual([
        'PATCH encryptionAtRest {"awsKms":{"requirePrivateNetworking":true}}',
        'POST encryptionAtRest/AWS/privateEndpoints {"regionName":"US_EAST_1"}',
        'POST encryptionAtRest/AWS/privateEndpoints {"regionName":"EU_WEST_1"}',
      ])
      expect(result.outputs).toMatchObject({ result: 'updated', changed: 'true', drifted: 'true' })
      expect(endpointsOf(result)).toEqual(
        ['US_EAST_1', 'EU_WEST_1'].map((region) => ({
          projectId: PROJECT_ID,
          provider: 'aws',
          region,
          status: 'INITIATING',
          connectionName: null,
          id: expect.stringMatching(/^[0-9a-f]{24}$/),
        })),
      )
      const inReport = JSON.parse(result.outputs.report as string).projects[0].privateEndpoints as object[]
      expect(inReport.map((endpoint) => ({ projectId: PROJECT_ID, ...endpoint }))).toEqual(endpointsOf(result))
      const differences = JSON.parse(result.outputs.differences as string) as object[]
      expect(differences).toContainEqual({
        projectId: PROJECT_ID,
        provider: 'aws',
        field: 'privateEndpoints.US_EAST_1',
        expected: 'ACTIVE',
        actual: null,
      })
      expect(result.warnings).toEqual(
        ['US_EAST_1', 'EU_WEST_1'].map((region) => expect.stringContaining(`${region} is not active yet (INITIATING)`)),
      )
      expect(result.summary).toContain('EU_WEST_1')
    }))

  test('does nothing if every region has an active endpoint', () =>
    withPrivateNetworking('aws', async (scenario) => {
      scenario.project.privateEndpoints = [{ provider: 'AWS', regionName: 'US_EAST_1', status: 'ACTIVE' }]
      const result = await scenario.runStep(regions('us-east-1'))
      expect(result.outputs).toMatchObject({ result: 'unchanged', drifted: 'false', valid: 'true' })
      expect(endpointsOf(result)).toMatchObject([{ region: 'US_EAST_1', status: 'ACTIVE' }])
      expect(changesOf(scenario)).toEqual([])
    }))

  test('fails with what Atlas says of an endpoint that failed, and deletes nothing', () =>
    withPrivateNetworking('aws', async (scenario) => {
      const errorMessage = 'No capacity.\n::error::@octocat'
      scenario.project.privateEndpoints = [{ provider: 'AWS', regionName: 'US_EAST_1', status: 'FAILED', errorMessage }]
      const result = await scenario.runStep(regions('us-east-1'))
      expect(codeOf(result)).toBe('PRIVATE_ENDPOINT_FAILED')
      expect(result.errors).toEqual([expect.stringMatching(/US_EAST_1 failed: No capacity\./)])
      expect(changesOf(scenario)).toEqual([])
    }))

  test.each(['GROUP_READ_ONLY', 'GROUP_CLUSTER_MANAGER'] as const)('as %s fails and names Project Owner', (role) =>
    withPrivateNetworking('aws', async (scenario) => {
      scenario.atlas.role = role
      const { errors } = await scenario.runStep(regions('us-east-1', { mode: 'drift' }))
      expect(errors[0]).toMatch(/privateEndpoints.*Project Owner/)
    }),
  )

  test('does not switch private networking on in a project with a multi-cloud cluster', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.project.clusters = [multiCloudCluster('wide', 'AWS', 'AZURE'), multiCloudCluster('narrow', 'AWS')]
      const result = await scenario.runStep(regions('us-east-1'))
      expect(codeOf(result)).toBe('INPUT')
      expect(result.errors[0]).toMatch(/multi-cloud.*wide/)
      expect(result.errors[0]).not.toContain('narrow')
      expect(changesOf(scenario)).toEqual([])
    }))

  test('warns if the list of clusters may not be read, and goes on', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.atlas.forbidden = /clusters/
      const { outputs, warnings } = await scenario.runStep(regions('us-east-1'))
      expect(outputs.result).toBe('updated')
      expect(warnings.join()).toMatch(/multi-cloud/)
    }))
})

test('the workflow for Azure: apply without a wait, a step that approves, and apply again', () =>
  withScenario(async (scenario) => {
    const inputs = { ...AZURE, 'private-endpoint-regions': 'us-east-2,EUROPE_NORTH', 'wait-timeout': '0' }
    const first = await scenario.runStep(inputs)
    expect(first.outputs).toMatchObject({ result: 'created', valid: 'true' })
    expect(changesOf(scenario)[0]).toMatch(/"requirePrivateNetworking":true/)

    const second = await scenario.runStep(inputs)
    expect(second.outputs).toMatchObject({ result: 'unchanged', drifted: 'true' })
    const pending = endpointsOf(second)
    expect(pending.map(({ region, status }) => [region, status])).toEqual([
      ['US_EAST_2', 'PENDING_ACCEPTANCE'],
      ['EUROPE_NORTH', 'PENDING_ACCEPTANCE'],
    ])
    for (const [i, { connectionName }] of pending.entries()) {
      expect(second.warnings[i]).toContain(
        `az keyvault private-endpoint-connection approve --vault-name 'vault-prod' --resource-group 'keys-prod' --name '${connectionName}'`,
      )
      scenario.project.endpoints.approve(connectionName as string)
    }

    const third = await scenario.runStep(inputs)
    expect(third.outputs).toMatchObject({ result: 'unchanged', drifted: 'false', differences: '[]' })
    expect(third.warnings).toEqual([])
    expect((await scenario.runStep({ ...inputs, mode: 'drift' })).outputs.result).toBe('passed')
  }))

describe('plan, drift and verify with regions', () => {
  test('plan shows which endpoints apply would create, and creates none', () =>
    withPrivateNetworking('aws', async (scenario) => {
      const { outputs, log } = await scenario.runStep(regions('us-east-1', { mode: 'plan' }))
      expect(outputs).toMatchObject({ result: 'planned', changed: 'true' })
      expect(log.join('\n')).toContain('create a private endpoint in US_EAST_1')
      expect(log.at(-1)).toBe('Result: planned. Apply would change 1 private endpoint.')
      expect(changesOf(scenario)).toEqual([])
    }))

  test('drift finds a region without an active endpoint, and leaves others alone', () =>
    withPrivateNetworking('aws', async (scenario) => {
      scenario.project.privateEndpoints = [
        { provider: 'AWS', regionName: 'US_EAST_1', status: 'PENDING_RECREATION' },
        { provider: 'AWS', regionName: 'EU_WEST_2', status: 'ACTIVE' },
      ]
      const { outputs, log } = await scenario.runStep(regions('us-east-1', { mode: 'drift' }))
      expect(outputs['failure-reason']).toBe('drift')
      expect(JSON.parse(outputs.differences as string)).toMatchObject([{ actual: 'PENDING_RECREATION' }])
      expect(log.filter((line) => line.includes('EU_WEST_2'))).toHaveLength(1)
    }))

  test('verify accepts regions and asks for no endpoint', () =>
    withPrivateNetworking('aws', async (scenario) => {
      const { outputs } = await scenario.runStep(regions('nowhere', { mode: 'verify' }))
      expect(outputs).toMatchObject({ result: 'passed', 'private-endpoints': '[]' })
      expect(scenario.atlas.requests).toHaveLength(2)
    }))
})

describe('`enabled: false` with regions', () => {
  const disable = (list: string): Record<string, string> => ({
    provider: 'aws',
    enabled: 'false',
    'private-endpoint-regions': list,
    'wait-timeout': '0',
  })

  test('deletes the endpoints, and the next run disables the provider', () =>
    withPrivateNetworking('aws', async (scenario) => {
      scenario.project.privateEndpoints = [{ provider: 'AWS', regionName: 'US_EAST_1', status: 'ACTIVE' }]
      const first = await scenario.runStep(disable('us-east-1'))
      expect(first.outputs).toMatchObject({ result: 'updated', enabled: 'true', changed: 'true' })
      expect(first.warnings.join()).toContain('AWS KMS is still enabled')
      const second = await scenario.runStep(disable('us-east-1'))
      expect(second.outputs).toMatchObject({ result: 'disabled', enabled: 'false' })
      expect(changesOf(scenario)).toEqual([
        'DELETE encryptionAtRest/AWS/privateEndpoints/ID ',
        'PATCH encryptionAtRest {"awsKms":{"enabled":false}}',
      ])
    }))

  test('fails before anything is sent if another region has an endpoint', () =>
    withPrivateNetworking('aws', async (scenario) => {
      scenario.project.privateEndpoints = ['US_EAST_1', 'EU_WEST_1'].map((regionName) => ({
        provider: 'AWS',
        regionName,
        status: 'ACTIVE',
      }))
      const { errors } = await scenario.runStep(disable('us-east-1'))
      expect(errors[0]).toContain('EU_WEST_1 (ACTIVE)')
      expect(changesOf(scenario)).toEqual([])
    }))
})

describe('an input error before any request', () => {
  const GCP = CONFIGURATIONS.gcp.inputs
  test.each<[string, Record<string, string>, RegExp]>([
    ['regions for Google', { ...GCP, 'private-endpoint-regions': 'us-east4' }, /`private-endpoint-regions`/],
    ['regions in version 1.0', regions('us-east-1', { 'api-version': 'v1.0' }), /`private-endpoint-regions`/],
    [
      'regions without private networking',
      regions('us-east-1', { 'aws-require-private-networking': 'false' }),
      /`aws-require-private-networking: false`.*`private-endpoint-regions`/,
    ],
  ])('%s', (_, inputs, message) =>
    withScenario(async (scenario) => {
      const result = await scenario.runStep(inputs)
      expect(result.errors[0]).toMatch(message)
      expect(codeOf(result)).toBe('INPUT')
      expect(scenario.atlas.requests).toEqual([])
    }),
  )
})
