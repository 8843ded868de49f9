import { describe, expect, test } from '@jest/globals'
import { CONDITIONS } from '../../src/domain/conditions.ts'
import { sharedCluster } from '../fake-atlas/clusters.ts'
import { type FaultHandler, refuseWith, respondWith } from '../fake-atlas/faults.ts'
import type { FakeProject, ServiceAccountSecret } from '../fake-atlas/project.ts'
import { AS_SERVICE_ACCOUNT, CONFIGURATIONS, ORGANIZATION, SERVICE_ACCOUNT } from '../harness/fixtures.ts'
import { withProjects } from '../harness/projects-scenario.ts'
import { type Scenario, withScenario } from '../harness/scenario.ts'

type Prepare = (scenario: Scenario) => void
type Inputs = Readonly<Record<string, string>>
type Case = readonly [
  name: string,
  condition: string,
  held: boolean | null,
  says: RegExp,
  prepare: Prepare,
  more?: Inputs,
]

const endpoint = (status: string) => ({ provider: 'AWS' as const, regionName: 'US_EAST_1', status })

const endpoints =
  (...statuses: string[]): Prepare =>
  ({ project }) => {
    project.privateEndpoints = statuses.map(endpoint)
  }

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString()

const secretOf = (days: number, more: Partial<ServiceAccountSecret> = {}): ServiceAccountSecret => ({
  id: 'a',
  expiresAt: inDays(days),
  maskedSecretValue: `mdb_sa_sk_********${SERVICE_ACCOUNT.clientSecret.slice(-4)}`,
  ...more,
})

const secrets =
  (...list: ServiceAccountSecret[]): Prepare =>
  ({ project }) =>
    void project.serviceAccounts.set(SERVICE_ACCOUNT.clientId, { secrets: list })

const forbid =
  (path: RegExp): Prepare =>
  ({ atlas }) => {
    atlas.forbidden = path
  }

const refuse =
  (path: RegExp, handler: FaultHandler): Prepare =>
  ({ atlas }) =>
    void atlas.faults.push({ path, handler })

const nothing: Prepare = () => undefined

const CASES: readonly Case[] = [
  [
    'an active endpoint',
    'private-endpoints',
    true,
    /Every private endpoint is ACTIVE \(AWS KMS: 1\)/,
    endpoints('ACTIVE'),
  ],
  ['no endpoint', 'private-endpoints', false, /AWS KMS has none/, nothing],
  ['an endpoint that waits', 'private-endpoints', false, /US_EAST_1 is INITIATING/, endpoints('ACTIVE', 'INITIATING')],
  [
    'no right to read them',
    'private-endpoints',
    null,
    /The credentials need the role Project Owner/,
    forbid(/privateEndpoints/),
  ],
  [
    'version 1.0 of the API, which does not show them',
    'private-endpoints',
    null,
    /Version 1\.0 of the Atlas API does not show/,
    nothing,
    { 'api-version': 'v1.0' },
  ],
  [
    'an address that is not on the access list',
    'no-open-alerts',
    null,
    /GET alerts was refused with HTTP 403 IP_ADDRESS_NOT_ON_ACCESS_LIST: .*access list/,
    refuse(/alerts/, refuseWith(403, 'IP_ADDRESS_NOT_ON_ACCESS_LIST', 'No.')),
  ],
  [
    'a proxy that blocks the list',
    'clusters',
    null,
    /GET clusters .*something between the runner and Atlas responded/,
    refuse(/clusters/, respondWith(403, '<html>Blocked</html>')),
  ],
  [
    'a list that may not be read',
    'clusters',
    null,
    /The credentials need the role Project Read Only on this project to check it\. GET clusters was refused .* this action\.$/,
    forbid(/clusters/),
  ],
  [
    'search nodes with the key',
    'search-nodes',
    true,
    /enabledForSearchNodes is true/,
    ({ project }) => {
      project.enabledForSearchNodes = true
    },
  ],
  ['search nodes without', 'search-nodes', false, /enabledForSearchNodes is not true/, nothing],
  ['no other provider', 'no-other-provider', true, /other than AWS KMS/, nothing],
  [
    'another provider',
    'no-other-provider',
    false,
    /Also enabled: Azure Key Vault/,
    (scenario) => scenario.enable('azure'),
  ],
  ['one provider, none named', 'no-other-provider', true, /At most one/, nothing, { provider: '' }],
  [
    'two providers, none named',
    'no-other-provider',
    false,
    /More than one provider is enabled: AWS KMS, Azure Key Vault/,
    (scenario) => scenario.enable('azure'),
    { provider: '' },
  ],
  ['an API key', 'service-account-secret', true, /API key, which does not expire/, nothing],
  ['a secret that lasts', 'service-account-secret', true, /in 2\d days/, secrets(secretOf(30)), AS_SERVICE_ACCOUNT],
  [
    'a secret that ends soon',
    'service-account-secret',
    false,
    /in 1[23] days.*Create a new/,
    secrets(secretOf(13)),
    AS_SERVICE_ACCOUNT,
  ],
  [
    'several secrets, of which the run uses one',
    'service-account-secret',
    true,
    /in 2\d days/,
    secrets(secretOf(1, { maskedSecretValue: 'mdb_sa_sk_********xxxx', lastUsedAt: inDays(0) }), secretOf(30)),
    AS_SERVICE_ACCOUNT,
  ],
  [
    'a service account that may not be read',
    'service-account-secret',
    null,
    /Project Read Only/,
    forbid(/serviceAccounts/),
    AS_SERVICE_ACCOUNT,
  ],
  [
    'a service account that is not there',
    'service-account-secret',
    null,
    /SERVICE_ACCOUNT_NOT_FOUND/,
    nothing,
    AS_SERVICE_ACCOUNT,
  ],
]

const cluster = (name: string, encryptionAtRestProvider: 'AWS' | 'AZURE') => ({ name, encryptionAtRestProvider })

const CLUSTERS: readonly Case[] = [
  ['no cluster', 'clusters', true, /The project has no cluster to check/, nothing],
  [
    'clusters of two providers with valid keys',
    'clusters',
    true,
    /All 2 clusters use a valid customer-managed key \(AWS KMS, Azure Key Vault\)/,
    (scenario) => {
      scenario.enable('azure')
      scenario.project.clusters = [cluster('orders', 'AZURE'), cluster('users', 'AWS')]
    },
  ],
  [
    '06: a cluster whose key is not valid, of a provider that the workflow does not name',
    'clusters',
    false,
    /orders \(encrypted with AZURE, whose key is not valid/,
    (scenario) => {
      scenario.enable('azure')
      scenario.project.brokenKeys.add(CONFIGURATIONS.azure.block.keyIdentifier)
      scenario.project.clusters = [cluster('orders', 'AZURE')]
    },
  ],
  [
    '06: a cluster of a provider that is off altogether',
    'clusters',
    false,
    /orders \(encrypted with AZURE, which is not enabled in the project/,
    ({ project }) => {
      project.clusters = [cluster('orders', 'AZURE')]
    },
  ],
  [
    'a shared cluster',
    'clusters',
    false,
    /free \(a shared cluster: M0, M2 and M5 cannot have a key\)/,
    ({ project }) => {
      project.clusters = [sharedCluster('free')]
    },
  ],
]

describe.each(['verify', 'drift'])('`require` in %s', (mode) => {
  // Drift needs a provider.
  const cases = [...CASES, ...CLUSTERS].filter(([, , , , , more]) => mode === 'verify' || more?.provider !== '')
  test.each(cases)('%s: %s, held %s', (_, condition, held, says, prepare, more = {}) =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      prepare(scenario)
      const given = { ...CONFIGURATIONS.aws.inputs, mode, require: condition, ...more }
      const { outputs, errors, log, summary } = await scenario.runStep(
        more.provider === '' ? { mode, require: condition } : given,
      )
      const rows = JSON.parse(outputs.report as string).projects[0].requirements
      expect(rows).toEqual([{ condition, held, detail: expect.stringMatching(says) }])
      expect(outputs).toMatchObject(
        held === true
          ? { result: 'passed', 'failure-reason': '', valid: 'true' }
          : { result: 'failed', 'failure-reason': 'requirement', valid: 'true' },
      )
      expect(log.filter((line) => line.startsWith(`Requirement ${condition}: `))).toHaveLength(1)
      expect(summary).toContain(`<code>${condition}</code>`)
      if (held !== true) expect(errors).toEqual([expect.stringMatching(says)])
    }),
  )
})

test('every condition is a row of report, log and summary', () =>
  withScenario(async (scenario) => {
    scenario.enable('aws')
    const { outputs, log, summary } = await scenario.runStep({ mode: 'verify', require: CONDITIONS.join(',') })
    const rows = JSON.parse(outputs.report as string).projects[0].requirements as { condition: string }[]
    expect(rows.map(({ condition }) => condition)).toEqual(CONDITIONS)
    for (const condition of CONDITIONS) {
      expect(log.filter((line) => line.startsWith(`Requirement ${condition}: `))).toHaveLength(1)
      expect(summary).toContain(`<code>${condition}</code>`)
    }
  }))

describe('service-account-secret', () => {
  test.each([
    ['with an access token', /access token/, { 'atlas-access-token': 'eyJ-a-token-of-somebody-else' }],
    ['with version 1.0 of the API', /1\.0/, { ...AS_SERVICE_ACCOUNT, 'api-version': 'v1.0' }],
  ])('is not known %s', (_, says, more) =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.atlas.oauth.tokens.add('eyJ-a-token-of-somebody-else')
      const noKey = { 'atlas-public-key': '', 'atlas-private-key': '' }
      const given = { mode: 'verify', require: 'service-account-secret', ...noKey, ...more } as Record<string, string>
      const { outputs } = await scenario.runStep(given)
      const rows = JSON.parse(outputs.report as string).projects[0].requirements
      expect(rows).toEqual([{ condition: 'service-account-secret', held: null, detail: expect.stringMatching(says) }])
      expect(outputs['failure-reason']).toBe('requirement')
    }),
  )

  test('is asked once a run', () =>
    withProjects(5, async ({ atlas, projects, runStep }) => {
      for (const project of projects) give(project)
      const given = { mode: 'verify', 'org-id': ORGANIZATION, require: 'service-account-secret', ...AS_SERVICE_ACCOUNT }
      expect((await runStep(given)).outputs.result).toBe('passed')
      expect(atlas.requestLines.filter((line) => line.includes('/serviceAccounts/'))).toHaveLength(1)
    }))

  const give = (project: FakeProject): void =>
    void project.serviceAccounts.set(SERVICE_ACCOUNT.clientId, { secrets: [secretOf(30)] })
})
