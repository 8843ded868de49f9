import { describe, expect, test } from '@jest/globals'
import { sharedCluster } from '../fake-atlas/clusters.ts'
import { refuseWith } from '../fake-atlas/faults.ts'
import { CONFIGURATIONS, PROJECT_ID } from '../harness/fixtures.ts'
import type { StepResult } from '../harness/run-action.ts'
import { RESOURCE, type Scenario, withScenario } from '../harness/scenario.ts'

const { inputs } = CONFIGURATIONS.aws
const NO_WAIT = { ...inputs, 'wait-timeout': '0' }
const CLUSTERS = `/api/atlas/v2/groups/${PROJECT_ID}/clusters`
const LIST = `GET 200 ${CLUSTERS}?itemsPerPage=500&pageNum=1`
const HOUR_MS = 3_600_000

interface Report {
  readonly clusters: { name: string; expected: string; actual: string | null; state: string | null }[]
  readonly error: { code: string; message: string } | null
}
const reportOf = ({ outputs }: StepResult): Report => JSON.parse(outputs.report as string).projects[0] as Report

/** A scenario in which AWS is enabled, and two clusters have no key. */
function withClusters(use: (scenario: Scenario) => Promise<void>): Promise<void> {
  return withScenario(async (scenario) => {
    scenario.enable('aws')
    scenario.project.clusters = [
      { name: 'orders', encryptionAtRestProvider: 'NONE', switchMs: HOUR_MS },
      { name: 'billing', encryptionAtRestProvider: 'NONE' },
    ]
    await use(scenario)
  })
}

const changesOf = ({ atlas }: Scenario): string[] =>
  atlas.requests
    .filter(({ method }) => method !== 'GET')
    .map(
      ({ method, path, rawBody }) => `${method} ${path.replace(`/api/atlas/v2/groups/${PROJECT_ID}/`, '')} ${rawBody}`,
    )

describe('apply with clusters', () => {
  test('sends each cluster exactly its change, in the version of the API that has it', () =>
    withClusters(async (scenario) => {
      const { outputs, summary, log } = await scenario.runStep({ ...NO_WAIT, clusters: 'all' })
      expect(scenario.atlas.requestLines.slice(2)).toEqual([
        LIST,
        `PATCH 200 ${CLUSTERS}/billing`,
        `GET 200 ${RESOURCE}`,
        `PATCH 200 ${CLUSTERS}/orders`,
      ])
      const patches = scenario.atlas.requests.filter(({ method }) => method === 'PATCH')
      for (const { rawBody, headers } of patches) {
        expect(rawBody).toBe('{"encryptionAtRestProvider":"AWS"}')
        expect(headers).toMatchObject({
          accept: 'application/vnd.atlas.2024-10-23+json',
          'content-type': 'application/vnd.atlas.2024-10-23+json',
        })
      }
      expect(outputs).toMatchObject({ result: 'updated', changed: 'true', drifted: 'true', valid: 'true' })
      expect(JSON.parse(outputs.differences as string)).toEqual(
        ['billing', 'orders'].map((name) => ({
          projectId: PROJECT_ID,
          provider: 'aws',
          field: `clusters.${name}`,
          expected: 'AWS',
          actual: 'NONE',
        })),
      )
      expect(JSON.parse(outputs.report as string).projects[0].clusters).toEqual([
        { name: 'billing', expected: 'AWS', actual: 'AWS', state: 'UPDATING' },
        { name: 'orders', expected: 'AWS', actual: 'AWS', state: 'UPDATING' },
      ])
      expect(summary).toContain('<td><code>orders</code></td>')
      expect(summary).not.toContain('clusters.orders')
      expect(log).toContain('Switching cluster orders: NONE → AWS.')
      expect(log.at(-1)).toBe('Result: updated. 2 clusters changed. AWS KMS: enabled, and its key is valid.')
    }))

  test('sends the provider’s change first, and takes names in the order of the list', () =>
    withClusters(async (scenario) => {
      scenario.project.blocks = {}
      const { outputs } = await scenario.runStep({ ...NO_WAIT, clusters: 'orders\nbilling' })
      expect(changesOf(scenario)).toEqual([
        expect.stringMatching(/^PATCH encryptionAtRest /),
        'PATCH clusters/orders {"encryptionAtRestProvider":"AWS"}',
        'PATCH clusters/billing {"encryptionAtRestProvider":"AWS"}',
      ])
      expect(outputs.result).toBe('created')
    }))

  test('switches no cluster for want of a valid key, and names them in the warning that excuses it', () =>
    withClusters(async (scenario) => {
      scenario.project.brokenKeys.add(inputs['aws-customer-master-key-id'])
      const strict = await scenario.runStep({ ...NO_WAIT, clusters: 'all', 'valid-timeout': '0' })
      expect(strict.outputs).toMatchObject({ result: 'failed', 'failure-reason': 'invalid', changed: 'false' })
      const lenient = await scenario.runStep({
        ...NO_WAIT,
        clusters: 'all',
        'valid-timeout': '0',
        'fail-on-invalid': 'false',
      })
      expect(lenient.outputs).toMatchObject({ result: 'unchanged', 'failure-reason': '', valid: 'false' })
      expect(lenient.warnings.join()).toMatch(/billing.*orders/)
      expect(changesOf(scenario)).toEqual([])
    }))

  test('sends nothing if a cluster is missing or shared, and says which cannot have a key', () =>
    withClusters(async (scenario) => {
      scenario.project.blocks = {}
      scenario.project.clusters.push(sharedCluster('free'))
      const result = await scenario.runStep({ ...NO_WAIT, clusters: 'orders, nowhere, free' })
      expect(reportOf(result).error?.code).toBe('INPUT')
      expect(result.errors[0]).toMatch(/nowhere.*Flex and serverless.*free/)
      expect(changesOf(scenario)).toEqual([])
    }))

  test('leaves a paused cluster out, switches the others, and fails', () =>
    withClusters(async (scenario) => {
      Object.assign(scenario.project.clusters[1] as object, { paused: true })
      const result = await scenario.runStep({ ...NO_WAIT, clusters: 'all' })
      expect(reportOf(result).error?.code).toBe('CLUSTER_PAUSED')
      expect(result.errors[0]).toContain('billing')
      expect(result.outputs.changed).toBe('true')
      expect(changesOf(scenario)).toEqual(['PATCH clusters/orders {"encryptionAtRestProvider":"AWS"}'])
    }))

  test('skips a cluster that is not idle with a warning, and sends no change twice', () =>
    withClusters(async (scenario) => {
      await scenario.runStep({ ...NO_WAIT, clusters: 'orders' })
      const { outputs, warnings } = await scenario.runStep({ ...NO_WAIT, clusters: 'orders' })
      expect(outputs).toMatchObject({ result: 'unchanged', drifted: 'false', differences: '[]' })
      expect(warnings).toEqual([expect.stringMatching(/orders.*not idle \(UPDATING\)/)])
      expect(scenario.project.clusterChanges).toHaveLength(1)
    }))

  test('says what to do if Atlas does not move a cluster straight to another provider', () =>
    withClusters(async (scenario) => {
      scenario.project.clusters = [
        { name: 'moved', encryptionAtRestProvider: 'GCP', refusesDirectChange: true },
        { name: 'untouched', encryptionAtRestProvider: 'NONE' },
      ]
      const result = await scenario.runStep({ ...NO_WAIT, clusters: 'all' })
      expect(reportOf(result).error?.code).toBe('CANNOT_CHANGE_ENCRYPTION_AT_REST_PROVIDER')
      expect(result.errors[0]).toMatch(/moved.*disable and re-enable this feature.*`NONE`/)
      expect(scenario.project.clusterChanges).toEqual([])
    }))

  test.each(['GROUP_READ_ONLY', 'GROUP_CLUSTER_MANAGER'] as const)(
    'as %s is permitted or names the missing role',
    (role) =>
      withClusters(async (scenario) => {
        scenario.atlas.role = role
        const { outputs, errors } = await scenario.runStep({ ...NO_WAIT, clusters: 'billing' })
        if (role === 'GROUP_CLUSTER_MANAGER') expect(outputs.result).toBe('updated')
        else expect(errors[0]).toMatch(/Cluster billing.*Project Cluster Manager/)
      }),
  )

  test('fails if the list cannot be read, before anything is sent', () =>
    withClusters(async (scenario) => {
      scenario.project.blocks = {}
      scenario.atlas.forbidden = /clusters/
      const { outputs } = await scenario.runStep({ ...NO_WAIT, clusters: 'all' })
      expect(outputs['failure-reason']).toBe('error')
      expect(changesOf(scenario)).toEqual([])
    }))

  test('fails if a cluster is refused for want of a reason that may pass, and leaves the others alone', () =>
    withClusters(async (scenario) => {
      scenario.atlas.faults.push({ method: 'PATCH', path: /billing/, handler: refuseWith(400, 'NOT_NOW', 'No @all.') })
      const { errors } = await scenario.runStep({ ...NO_WAIT, clusters: 'all' })
      expect(errors[0]).toMatch(/Cluster billing was not switched.*NOT_NOW/)
      expect(scenario.project.clusterChanges).toEqual([])
    }))
})

describe('`enabled: false` with clusters', () => {
  const disable = { provider: 'aws', enabled: 'false' }
  const withKeys = (use: (scenario: Scenario) => Promise<void>): Promise<void> =>
    withClusters(async (scenario) => {
      for (const cluster of scenario.project.clusters) cluster.encryptionAtRestProvider = 'AWS'
      await use(scenario)
    })

  test('and `wait-timeout: 0` needs a second run, which disables the provider', () =>
    withKeys(async (scenario) => {
      const first = await scenario.runStep({ ...disable, clusters: 'all', 'wait-timeout': '0' })
      expect(first.outputs).toMatchObject({ result: 'updated', enabled: 'true', valid: 'true', changed: 'true' })
      expect(first.warnings.join()).toMatch(/AWS KMS is still enabled.*same apply again/)
      expect(first.log.at(-1)).toBe('Result: updated. 2 clusters changed. AWS KMS: enabled, and its key is valid.')
      for (const cluster of scenario.project.clusters) {
        delete cluster.underWay
        cluster.stateName = 'IDLE'
      }
      const second = await scenario.runStep({ ...disable, clusters: 'all', 'wait-timeout': '0' })
      expect(second.outputs).toMatchObject({ result: 'disabled', enabled: 'false', valid: 'false' })
      expect(changesOf(scenario)).toEqual([
        'PATCH clusters/billing {"encryptionAtRestProvider":"NONE"}',
        'PATCH clusters/orders {"encryptionAtRestProvider":"NONE"}',
        'PATCH encryptionAtRest {"awsKms":{"enabled":false}}',
      ])
    }))

  test('fails before anything is sent if the list leaves a cluster out', () =>
    withKeys(async (scenario) => {
      const { errors } = await scenario.runStep({ ...disable, clusters: 'billing' })
      expect(errors[0]).toContain('orders')
      expect(errors[0]).not.toContain('billing')
      expect(changesOf(scenario)).toEqual([])
    }))
})

describe('plan and drift with clusters', () => {
  test('plan shows each switch and how long it may take, and sends nothing', () =>
    withClusters(async (scenario) => {
      const { outputs, summary, log } = await scenario.runStep({ ...inputs, mode: 'plan', clusters: 'all' })
      expect(outputs).toMatchObject({ result: 'planned', changed: 'true' })
      expect(log.at(-1)).toBe('Result: planned. Apply would change 2 clusters.')
      for (const text of [
        'cluster billing: NONE → AWS',
        'cluster orders: NONE → AWS',
        'rolling change without downtime',
      ]) {
        expect(log.join('\n')).toContain(text)
        expect(summary).toContain(text)
      }
      expect(changesOf(scenario)).toEqual([])
    }))

  test('drift finds each cluster that is not as wanted, and those that do not exist', () =>
    withClusters(async (scenario) => {
      Object.assign(scenario.project.clusters[0] as object, { encryptionAtRestProvider: 'AWS', stateName: 'UPDATING' })
      const result = await scenario.runStep({ ...inputs, mode: 'drift', clusters: 'orders,billing,nowhere' })
      expect(result.outputs['failure-reason']).toBe('drift')
      const differences = JSON.parse(result.outputs.differences as string) as { field: string; actual: unknown }[]
      expect(differences.map(({ field, actual }) => [field, actual])).toEqual([
        ['clusters.billing', 'NONE'],
        ['clusters.nowhere', null],
      ])
      expect(reportOf(result).clusters).toHaveLength(3)
    }))

  test('verify accepts `clusters` and asks for no cluster', () =>
    withClusters(async (scenario) => {
      const { outputs } = await scenario.runStep({ ...inputs, mode: 'verify', clusters: 'nowhere' })
      expect(outputs.result).toBe('passed')
      expect(scenario.atlas.requests).toHaveLength(2)
    }))
})

describe('an input error before any request', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ['a name twice', { clusters: 'a,b,a' }, /`clusters`.*a/],
    ['`all` beside a name', { clusters: 'all, a' }, /`clusters`.*all/],
    ['clusters in version 1.0', { clusters: 'a', 'api-version': 'v1.0' }, /`clusters`.*v2|v2.*`clusters`/],
    ['a longer wait than the run', { clusters: 'a', timeout: '60', 'wait-timeout': '61' }, /`wait-timeout`.*`timeout`/],
  ])('%s', (_, more, message) =>
    withScenario(async (scenario) => {
      const { errors, outputs } = await scenario.runStep({ ...inputs, ...more })
      expect(errors[0]).toMatch(message)
      expect(JSON.parse(outputs.report as string).projects[0].error.code).toBe('INPUT')
      expect(scenario.atlas.requests).toEqual([])
    }),
  )
})

test('an access token beside clusters gets a warning: it cannot be renewed during a long wait', () =>
  withClusters(async (scenario) => {
    const token = scenario.atlas.oauth.issue()
    const { warnings } = await scenario.runStep({
      ...NO_WAIT,
      clusters: 'billing',
      'atlas-public-key': '',
      'atlas-private-key': '',
      'atlas-access-token': token,
    })
    expect(warnings.join()).toMatch(/access token cannot be renewed/)
  }))
