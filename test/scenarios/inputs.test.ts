import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { API_KEY, FakeAtlas, PROJECT_ID, SERVICE_ACCOUNT } from '../fake-atlas/server.ts'
import { runAction } from '../runner/run-action.ts'
import { AS_SERVICE_ACCOUNT, ROLE_ARN, ROLE_ID, Scenario, SETUPS, WITH_API_KEY, WITH_SERVICE_ACCOUNT } from './world.ts'

const { inputs: AWS } = SETUPS.aws
const ORGANIZATION = '5f0c0ffee00000000000abcd'
const { inputs: AZURE } = SETUPS.azure
const { inputs: GCP } = SETUPS.gcp

/** Inputs that must be refused: what is given on top of a complete set-up, and what the one error must say. */
const BAD: readonly [name: string, inputs: Record<string, string>, says: RegExp, secrets?: string[]][] = [
  ['no project', { 'project-id': '' }, /`project-id`.*24 hexadecimal/],
  ['a project id of the wrong length', { 'project-id': '64b0c0ffee' }, /`project-id`.*24 hexadecimal/],
  ['a project id that YAML made a float', { 'project-id': '6.4E+22' }, /`project-id`.*quotes/],
  ['a project id that YAML made infinite', { 'project-id': 'Infinity' }, /`project-id`.*quotes/],
  ['an unknown mode', { mode: 'destroy' }, /`mode`.*`apply`, `plan`, `verify`, `drift`/],
  ['two targets', { 'org-id': ORGANIZATION, mode: 'verify' }, /exactly one of.*`project-id` and `org-id`/],
  ['an organization in drift', { 'project-id': '', 'org-id': ORGANIZATION, mode: 'drift' }, /`org-id`.*`mode: verify`/],
  ['an organization id', { 'project-id': '', 'org-id': 'x', mode: 'verify' }, /`org-id`.*24 hexadecimal/],
  ['a shard from 0', { shard: '0/3' }, /`shard`.*`i\/n`/],
  ['a shard past the last', { shard: '4/3' }, /`shard`.*`i\/n`/],
  ['a shard that is none', { shard: '1' }, /`shard`.*`i\/n`/],
  ['concurrency: 0', { concurrency: '0' }, /`concurrency`.*from 1 to 64/],
  ['concurrency: 65', { concurrency: '65' }, /`concurrency`.*from 1 to 64/],
  ['report-files in apply', { 'report-files': 'x' }, /`report-files`.*`mode: merge`/],
  ['no provider', { provider: '' }, /`provider`.*`aws`, `azure`, `gcp`/],
  ['an unknown provider', { provider: 'oracle' }, /`provider`.*`aws`, `azure`, `gcp`/],
  ['enabled: yes', { enabled: 'yes' }, /`enabled`.*`true` or `false`/],
  ['enabled-for-search-nodes: 1', { 'enabled-for-search-nodes': '1' }, /`enabled-for-search-nodes`.*`true` or `false`/],
  ['envelope: on', { envelope: 'on' }, /`envelope`.*`true` or `false`/],
  ['pretty: 0', { pretty: '0' }, /`pretty`.*`true` or `false`/],
  ['summary: off', { summary: 'off' }, /`summary`.*`true` or `false`/],
  ['fail-on-invalid: no', { 'fail-on-invalid': 'no' }, /`fail-on-invalid`.*`true` or `false`/],
  ['fail-on-drift: no', { 'fail-on-drift': 'no' }, /`fail-on-drift`.*`true` or `false`/],
  ['api-version: v3', { 'api-version': 'v3' }, /`api-version`.*`v2`, `v1.0`/],
  ['timeout: 2.5', { timeout: '2.5' }, /`timeout`.*whole number/],
  ['timeout: 0', { timeout: '0' }, /`timeout`.*from 1/],
  ['valid-timeout: -1', { 'valid-timeout': '-1' }, /`valid-timeout`.*whole number/],
  ['propagation-timeout: 3m', { 'propagation-timeout': '3m' }, /`propagation-timeout`.*whole number/],
  ['retries: 1e3', { retries: '1e3' }, /`retries`.*whole number/],
  ['retries: a number past all bounds', { retries: '99999999999999999999' }, /`retries`.*whole number/],
  ['http to a host elsewhere', { 'atlas-base-url': 'http://cloud.mongodb.com' }, /`atlas-base-url`.*https/],
  [
    'http to what only looks like loopback',
    { 'atlas-base-url': 'http://127.0.0.1.example.com' },
    /`atlas-base-url`.*https/,
  ],
  ['a base URL with a path', { 'atlas-base-url': 'https://cloud.mongodb.com/api' }, /`atlas-base-url`.*path/],
  [
    'a base URL of the other version',
    { 'atlas-base-url': 'https://cloud.mongodb.com/api/atlas/v1.0' },
    /`atlas-base-url`.*version/,
  ],
  [
    'a base URL with a password',
    { 'atlas-base-url': 'https://me:hunter22@cloud.mongodb.com' },
    /`atlas-base-url`.*password/,
    ['hunter22'],
  ],
  [
    'a base URL with a query',
    { 'atlas-base-url': 'https://cloud.mongodb.com/?token=hunter22' },
    /`atlas-base-url`.*query/,
    ['hunter22'],
  ],
  ['a base URL with a fragment', { 'atlas-base-url': 'https://cloud.mongodb.com/#' }, /`atlas-base-url`.*fragment/],
  ['a base URL that is none', { 'atlas-base-url': 'cloud.mongodb.com' }, /`atlas-base-url`.*not a URL/],
  ['half a pair', { 'atlas-private-key': '' }, /`atlas-private-key` is empty/],
  ['the other half', { 'atlas-public-key': '' }, /`atlas-public-key` is empty/],
  ['half a service account', { ...AS_SERVICE_ACCOUNT, 'atlas-client-id': '' }, /`atlas-client-id` is empty/],
  ['both kinds of credentials', WITH_SERVICE_ACCOUNT, /not both/],
  ['no credentials', { 'atlas-public-key': '', 'atlas-private-key': '' }, /No credentials/],
  ['a public key with a line break', { 'atlas-public-key': 'ab\ncd' }, /`atlas-public-key`/],
  ['a private key that is too short to mask', { 'atlas-private-key': 'abc' }, /`atlas-private-key`.*4 characters/],
  ['a key id of several lines', { 'aws-customer-master-key-id': 'a\nb' }, /`aws-customer-master-key-id`.*one line/],
  [
    'a key id that is too long',
    { 'aws-customer-master-key-id': 'k'.repeat(2049) },
    /`aws-customer-master-key-id`.*2048/,
  ],
  ['no region', { 'aws-region': 'us east' }, /`aws-region`.*AWS region/],
  ['a role id that is an ARN', { 'aws-role-id': ROLE_ARN }, /`aws-role-id`.*24 hexadecimal/],
  ['a role ARN that is an id', { 'aws-role-id': '', 'aws-role-arn': ROLE_ID }, /`aws-role-arn`.*arn:aws:iam/],
  ['a role twice', { 'aws-role-arn': ROLE_ARN }, /`aws-role-id` or `aws-role-arn`/],
  ['a role and access keys', { 'aws-access-key-id': 'AKIAIOSFODNN7EXAMPLE' }, /not both/],
  ['a short access key id', { 'aws-role-id': '', 'aws-access-key-id': 'AKIA' }, /`aws-access-key-id`.*16 to 128/],
  ['a short secret', { 'aws-role-id': '', 'aws-secret-access-key': 'abc' }, /`aws-secret-access-key`.*4 characters/],
  [
    'aws-require-private-networking: y',
    { 'aws-require-private-networking': 'y' },
    /`aws-require-private-networking`.*`true` or `false`/,
  ],
  ['a field of another provider', { 'gcp-role-id': ROLE_ID }, /`gcp-role-id`.*`provider: aws`/],
  [
    'an unknown Azure environment',
    { ...emptied(AWS), ...AZURE, 'azure-environment': 'AZURE_GERMANY' },
    /`azure-environment`.*AZURE_CHINA/,
  ],
  [
    'a subscription that is no UUID',
    { ...emptied(AWS), ...AZURE, 'azure-subscription-id': 'main' },
    /`azure-subscription-id`.*UUID/,
  ],
  [
    'a client that is no UUID',
    { ...emptied(AWS), ...AZURE, 'azure-role-id': '', 'azure-client-id': 'app' },
    /`azure-client-id`.*UUID/,
  ],
  [
    'a tenant that is no UUID',
    { ...emptied(AWS), ...AZURE, 'azure-role-id': '', 'azure-tenant-id': 'null' },
    /`azure-tenant-id`.*UUID/,
  ],
  [
    'a key identifier without https',
    { ...emptied(AWS), ...AZURE, 'azure-key-identifier': 'http://v.vault.azure.net/keys/a/b' },
    /`azure-key-identifier`.*https/,
  ],
  ['an Azure role id', { ...emptied(AWS), ...AZURE, 'azure-role-id': 'x' }, /`azure-role-id`.*24 hexadecimal/],
  [
    'a resource group of several lines',
    { ...emptied(AWS), ...AZURE, 'azure-resource-group-name': 'a\nb' },
    /`azure-resource-group-name`.*one line/,
  ],
  [
    'a vault of several lines',
    { ...emptied(AWS), ...AZURE, 'azure-key-vault-name': 'a\nb' },
    /`azure-key-vault-name`.*one line/,
  ],
  [
    'a short Azure secret',
    { ...emptied(AWS), ...AZURE, 'azure-role-id': '', 'azure-secret': 'abc' },
    /`azure-secret`.*4 characters/,
  ],
  [
    'azure-require-private-networking: y',
    { ...emptied(AWS), ...AZURE, 'azure-require-private-networking': 'y' },
    /`azure-require-private-networking`/,
  ],
  [
    'a key version without its number',
    { ...emptied(AWS), ...GCP, 'gcp-key-version-resource-id': 'projects/p/locations/l/keyRings/r/cryptoKeys/k' },
    /`gcp-key-version-resource-id`.*cryptoKeyVersions/,
  ],
  ['a Google role id', { ...emptied(AWS), ...GCP, 'gcp-role-id': 'x' }, /`gcp-role-id`.*24 hexadecimal/],
  [
    'a service account key that is no JSON',
    { ...emptied(AWS), ...GCP, 'gcp-role-id': '', 'gcp-service-account-key': '{"private_key": "SECRETPASSWORD" oops' },
    /`gcp-service-account-key`.*JSON/,
    ['SECRETPASSWORD'],
  ],
  ['fields that are no mapping', { fields: '- a\n- b' }, /`fields`.*mapping/],
  ['fields that are one word', { fields: 'SECRETPASSWORD' }, /`fields`.*mapping/, ['SECRETPASSWORD']],
  ['fields with broken YAML', { fields: 'secretAccessKey: "SECRETPASSWORD' }, /`fields`.*line 1/, ['SECRETPASSWORD']],
  ['fields with a name twice', { fields: 'region: us-east-1\nregion: us-east-1' }, /`fields`.*line 2/],
  ['fields with a misspelt name', { fields: 'customerMasterKeyId: k' }, /did you mean `customerMasterKeyID`/],
  ['fields with enabled', { fields: 'enabled: true' }, /use the input `enabled`/],
  ['fields with valid', { fields: 'valid: true' }, /Atlas sets it/],
  ['fields with a nested value', { fields: 'region: {name: us-east-1}' }, /`fields.region`.*one text/],
  [
    'fields that say otherwise than the input',
    { fields: 'region: eu-west-1' },
    /`aws-region` and `fields.region` differ/,
  ],
  ['fields with a bad value', { fields: 'roleId: 12' }, /`fields.roleId`.*24 hexadecimal/],
  [
    'fields whose alias says otherwise than the input',
    { fields: 'region: &a us-east-1\ncustomerMasterKeyID: *a' },
    /`fields.customerMasterKeyID`/,
  ],
  [
    'fields of several documents',
    { fields: 'region: us-east-1\n---\nsecretAccessKey: lost-secret' },
    /`fields`.*one YAML/,
    ['lost-secret'],
  ],
  ['fields that are too long', { fields: `region: ${'&a '.repeat(20_000)}` }, /`fields`.*at most/],
  ['fields nested without end', { fields: `a: ${'['.repeat(20_000)}` }, /`fields`/],
]

function emptied(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.keys(inputs).map((name) => [name, '']))
}

describe('bad input: one clear error, no request, all outputs', () => {
  let atlas: FakeAtlas
  beforeAll(async () => {
    atlas = await FakeAtlas.start()
    atlas.addProject()
  })
  afterAll(() => atlas.stop())

  test.each(BAD)('%s', async (_, inputs, says, secrets = []) => {
    const given = { 'atlas-base-url': atlas.url, 'project-id': PROJECT_ID, ...WITH_API_KEY, ...AWS, ...inputs }
    const { exitCode, errors, outputs, summary } = await runAction({ with: given, secrets: () => secrets })
    expect(errors).toEqual([expect.stringMatching(says)])
    expect(exitCode).toBe(1)
    expect(atlas.requests).toEqual([])
    expect(outputs).toMatchObject({
      result: 'failed',
      'failure-reason': 'error',
      valid: 'false',
      enabled: 'false',
      changed: 'false',
      drifted: 'false',
      differences: '[]',
      'not-comparable': '[]',
      configuration: '',
    })
    const report = JSON.parse(outputs.report as string)
    expect(report).toMatchObject({ result: 'failed', failureReason: 'error', error: { code: 'INPUT' } })
    expect(report.projects.length).toBe('project-id' in inputs ? 0 : 1)
    expect(summary === '').toBe(inputs.summary === 'false')
  })

  test('every input is refused for something', () => {
    const manifest = parse(readFileSync('action.yml', 'utf8')) as { inputs: object }
    const covered = new Set(BAD.flatMap(([, given]) => Object.keys(given)))
    // Refused in scenarios of their own: require.test.ts and github.test.ts. A client secret that is too short is here; any
    // text may be a token.
    for (const name of [
      'config-file',
      'report-files',
      'require',
      'issue',
      'issue-labels',
      'issue-assignees',
      'comment',
      'github-token',
    ])
      covered.add(name)
    expect(Object.keys(manifest.inputs).filter((name) => !covered.has(name))).toEqual([])
  })

  test('several mistakes are told at once, in one annotation', async () => {
    const { errors } = await runAction({ with: { mode: 'aply', provider: 'asw', retries: 'x' } })
    expect(errors).toHaveLength(1)
    for (const name of ['mode', 'provider', 'retries', 'project-id']) expect(errors[0]).toContain(`\`${name}\``)
  })
})

describe('good input', () => {
  test('case, spaces, leading zeros, trailing slash, pasted API path', () =>
    Scenario.play(async ({ atlas, step }) => {
      const { exitCode } = await step({
        ...AWS,
        provider: ' AWS ',
        'atlas-base-url': `${atlas.url}/api/atlas/v2/`,
        'project-id': PROJECT_ID.toUpperCase(),
        'aws-role-id': ROLE_ID.toUpperCase(),
        'aws-region': 'US-east_1',
        timeout: '0060',
        enabled: 'True',
      })
      expect(exitCode).toBe(0)
      expect(atlas.patches).toEqual([{ awsKms: { enabled: true, ...SETUPS.aws.block } }])
    }))

  test.each([
    [
      'YAML',
      `customerMasterKeyID: "arn:aws:kms:us-east-1:111122223333:key/0a1b"\nregion: us-east-1\nroleId: ${ROLE_ID}\naccessKeyID: null\n`,
    ],
    ['JSON', JSON.stringify({ ...SETUPS.aws.block, secretAccessKey: null }, null, '\t')],
  ])('fields as %s', (_, fields) =>
    Scenario.play(async ({ atlas, step }) => {
      const { outputs } = await step({ provider: 'aws', fields })
      expect(outputs.result).toBe('created')
      expect(atlas.patches).toEqual([{ awsKms: { enabled: true, ...SETUPS.aws.block } }])
    }),
  )

  test('an unquoted id of digits in `fields` stays text', () =>
    Scenario.play(async ({ atlas, project, step }) => {
      project.roles.push({ roleId: '640000000000000000000012', authorized: true })
      await step({ ...AWS, 'aws-role-id': '', fields: 'roleId: 640000000000000000000012' })
      expect(atlas.patches).toMatchObject([{ awsKms: { roleId: '640000000000000000000012' } }])
    }))

  test('a UUID given both ways may differ in case', () =>
    Scenario.play(async ({ step }) => {
      const subscription = AZURE['azure-subscription-id'].toUpperCase()
      const { outputs } = await step({
        ...AZURE,
        'azure-subscription-id': subscription.replace('0EC9', 'abcd'),
        fields: `subscriptionID: ${subscription.replace('0EC9', 'ABCD')}`,
      })
      expect(outputs.result).toBe('created')
    }))

  test('a secret in `fields` is masked and never shown', () =>
    Scenario.play(async ({ step }) => {
      const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'
      const fields = `accessKeyID: AKIAIOSFODNN7EXAMPLE\nsecretAccessKey: ${secret}\n`
      const { masks } = await step({ ...AWS, 'aws-role-id': '', fields }, { secrets: () => [secret] })
      expect(masks).toContain(secret)
    }))

  test('a region that is not known warns and is sent', () =>
    Scenario.play(async ({ atlas, step }) => {
      const { warnings, outputs } = await step({ ...AWS, 'aws-region': 'mars-north-1' })
      expect(warnings).toEqual([expect.stringContaining('MARS_NORTH_1')])
      expect(atlas.patches).toMatchObject([{ awsKms: { region: 'MARS_NORTH_1' } }])
      expect(outputs.result).toBe('failed')
    }))

  test('no summary if none is wanted', () =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws')
      expect((await scenario.step({ mode: 'verify', summary: 'false' })).summary).toBe('')
    }))
})

describe('the environment fills in what inputs leave empty', () => {
  const run = (atlas: FakeAtlas, inputs: Record<string, string>, env: Record<string, string>) =>
    runAction({ with: { mode: 'verify', ...inputs }, env: { MONGODB_ATLAS_BASE_URL: `${atlas.url}/`, ...env } })
  const KEY_VARIABLES = {
    MONGODB_ATLAS_PUBLIC_KEY: API_KEY.publicKey,
    MONGODB_ATLAS_PRIVATE_KEY: API_KEY.privateKey,
    MONGODB_ATLAS_PROJECT_ID: PROJECT_ID,
  }
  const ACCOUNT_VARIABLES = {
    MONGODB_ATLAS_CLIENT_ID: SERVICE_ACCOUNT.clientId,
    MONGODB_ATLAS_CLIENT_SECRET: SERVICE_ACCOUNT.clientSecret,
  }

  test.each([
    ['API key', {}, KEY_VARIABLES, 'Digest'],
    [
      'API key by its other names',
      {},
      {
        MONGODB_ATLAS_PUBLIC_API_KEY: API_KEY.publicKey,
        MONGODB_ATLAS_PRIVATE_API_KEY: API_KEY.privateKey,
        MONGODB_ATLAS_PROJECT_ID: PROJECT_ID,
      },
      'Digest',
    ],
    ['both kinds: the service account', {}, { ...KEY_VARIABLES, ...ACCOUNT_VARIABLES }, 'Bearer'],
    ['inputs win as a pair', WITH_API_KEY, { ...KEY_VARIABLES, ...ACCOUNT_VARIABLES }, 'Digest'],
  ])('%s', (_, inputs, env, scheme) =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws')
      const { outputs } = await run(scenario.atlas, inputs, env)
      expect(outputs.result).toBe('passed')
      const used = scenario.atlas.requests.find(({ method, status }) => method === 'GET' && status === 200)
      expect(used?.headers.authorization).toMatch(new RegExp(`^${scheme} `))
    }),
  )

  test('half a pair as inputs is an error even if the environment has the other half', () =>
    Scenario.play(async ({ atlas }) => {
      const { errors } = await run(atlas, { 'atlas-public-key': API_KEY.publicKey }, KEY_VARIABLES)
      expect(errors[0]).toContain('`atlas-private-key` is empty')
      expect(atlas.requests).toEqual([])
    }))
})

describe('where secrets are not passed, the error says why', () => {
  const repo = (full_name: string) => ({ repo: { full_name } })

  test('a pull request from a fork', async () => {
    const event = { pull_request: { head: repo('stranger/app'), base: repo('octo/app') } }
    const { errors } = await runAction({
      with: { 'project-id': PROJECT_ID, ...AWS },
      env: { GITHUB_EVENT_NAME: 'pull_request' },
      event,
    })
    expect(errors[0]).toContain('fork')
  })

  test('not on pull_request_target, which has secrets; but also where both kinds are given', async () => {
    const event = { pull_request: { head: repo('stranger/app'), base: repo('octo/app') } }
    const run = (GITHUB_EVENT_NAME: string, more = {}) =>
      runAction({ with: { 'project-id': PROJECT_ID, ...AWS, ...more }, env: { GITHUB_EVENT_NAME }, event })
    expect((await run('pull_request_target')).errors[0]).not.toContain('fork')
    expect((await run('pull_request', { ...WITH_API_KEY, ...WITH_SERVICE_ACCOUNT })).errors[0]).toMatch(
      /not both.*fork/,
    )
  })

  test('an event without a pull request is no fork', async () => {
    const { errors } = await runAction({
      with: { 'project-id': PROJECT_ID, ...AWS },
      env: { GITHUB_EVENT_NAME: 'pull_request' },
      event: { pull_request: null },
    })
    expect(errors[0]).toMatch(/^No credentials/)
  })

  test('Dependabot', async () => {
    const { errors } = await runAction({
      with: { 'project-id': PROJECT_ID, ...AWS, 'atlas-public-key': 'abcd' },
      env: { GITHUB_ACTOR: 'dependabot[bot]' },
    })
    expect(errors[0]).toContain('Dependabot')
  })

  test('a pull request of the same repository', async () => {
    const event = { pull_request: { head: repo('octo/app'), base: repo('octo/app') } }
    const { errors } = await runAction({
      with: { 'project-id': PROJECT_ID, ...AWS },
      env: { GITHUB_EVENT_NAME: 'pull_request' },
      event,
    })
    expect(errors[0]).not.toContain('fork')
  })
})
