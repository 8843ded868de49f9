import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  AS_SERVICE_ACCOUNT,
  CONFIGURATIONS,
  PROJECT_ID,
  ROLE_ARN,
  ROLE_ID,
  WITH_API_KEY,
  WITH_SERVICE_ACCOUNT,
} from '../harness/fixtures.ts'
import { read, settingsOf } from './read.ts'
import { WRONG_INPUTS } from './wrong-inputs.ts'

const { inputs: AWS } = CONFIGURATIONS.aws
const COMPLETE = { 'project-id': PROJECT_ID, ...WITH_API_KEY, ...AWS }
const ORGANIZATION = '5f0c0ffee00000000000abcd'

describe('what is refused', () => {
  test.each(WRONG_INPUTS)('%s', async (_, inputs, says, secrets = []) => {
    const { message } = await read({ ...COMPLETE, ...inputs })
    expect(message).toMatch(says)
    // Word for word: what a workflow author reads first should change only on purpose.
    expect(message).toMatchSnapshot()
    for (const secret of secrets) expect(message).not.toContain(secret)
  })

  test('any text in any input is read or refused, and no secret is quoted', async () => {
    const names = [...Object.keys(COMPLETE), 'fields', 'mode', 'require', 'shard', 'timeout', 'gcp-service-account-key']
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('true', 'verify', '1/2', '{"a": [', '&a *a', ''),
    )
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), text), async (inputs) => {
        const secret = `a secret: ${'{"[%\\'}`
        const { message, settings } = await read({
          ...COMPLETE,
          'aws-role-id': '',
          ...inputs,
          'atlas-private-key': secret,
          'aws-secret-access-key': secret,
        })
        expect(settings === undefined).toBe(message !== '')
        expect(message).not.toContain(secret)
      }),
      { numRuns: 30 },
    )
  })

  test.each([
    [{}, 'apply', null],
    [{ mode: 'verify', shard: '1/2' }, 'verify', '1/2'],
    [{ mode: 'destroy', shard: 'x' }, null, 'x'],
  ])('what shapes the report of a refusal is known: %j', async (given, mode, shard) => {
    const { reporting, message } = await read({ ...COMPLETE, timeout: 'x', summary: 'false', ...given })
    expect(message).not.toBe('')
    expect(reporting).toEqual({ mode, summary: false, projectId: PROJECT_ID, shard })
  })

  test.each([
    { 'project-id': 'x' },
    { 'config-file': 'x.yml' },
    { 'project-id': '' },
    { 'project-id': '', 'org-id': ORGANIZATION },
    { mode: 'merge' },
  ])('no project, where none is named: %j', async (given) => {
    const beside = 'config-file' in given ? { 'project-id': '' } : {}
    const env = 'org-id' in given || 'config-file' in given ? { MONGODB_ATLAS_PROJECT_ID: PROJECT_ID } : {}
    const { reporting } = await read({ ...COMPLETE, ...beside, ...given }, env)
    expect(reporting?.projectId).toBeNull()
  })
})

describe('what is read', () => {
  test('defaults', async () => {
    expect(await settingsOf({ ...COMPLETE })).toEqual({
      mode: 'apply',
      target: {
        kind: 'project',
        projects: [
          {
            id: PROJECT_ID,
            name: null,
            require: [],
            providers: [{ provider: 'aws', enabled: true, fields: CONFIGURATIONS.aws.block }],
          },
        ],
      },
      shard: null,
      concurrency: 8,
      credentials: {
        kind: 'api-key',
        username: WITH_API_KEY['atlas-public-key'],
        password: WITH_API_KEY['atlas-private-key'],
      },
      baseUrl: { origin: 'https://cloud.mongodb.com', isMongoDb: true },
      apiVersion: 'v2',
      envelope: false,
      pretty: false,
      retries: 5,
      timeout: 600,
      limits: { validTimeout: 60, propagationTimeout: 180, failOnInvalid: true, failOnDrift: true },
      github: {
        pullRequest: null,
        token: '',
        issue: false,
        issueLabels: [],
        issueAssignees: [],
        comment: false,
      },
      warnings: [],
    })
  })

  test('each setting as it is given', async () => {
    const given = {
      mode: 'drift',
      shard: '2/12',
      concurrency: '64',
      envelope: 'TRUE',
      pretty: 'True',
      retries: '0',
      timeout: '1000000',
      'valid-timeout': '7',
      'propagation-timeout': '0',
      'fail-on-invalid': 'False',
      'fail-on-drift': 'false',
      'enabled-for-search-nodes': 'false',
      require: 'clusters, rotation-alert\r\nno-open-alerts\nclusters,role-based-auth,private-networking',
      'github-token': 'some-token',
      issue: 'true',
      'issue-labels': `${'x'.repeat(50)}, on-call`,
      'issue-assignees': 'octocat\nmona-lisa_corp',
    }
    expect(await settingsOf({ ...COMPLETE, ...given })).toMatchObject({
      mode: 'drift',
      target: {
        projects: [
          {
            enabledForSearchNodes: false,
            require: ['clusters', 'rotation-alert', 'no-open-alerts', 'role-based-auth', 'private-networking'],
          },
        ],
      },
      shard: { index: 2, count: 12, text: '2/12' },
      concurrency: 64,
      envelope: true,
      pretty: true,
      retries: 0,
      timeout: 1_000_000,
      limits: { validTimeout: 7, propagationTimeout: 0, failOnInvalid: false, failOnDrift: false },
      github: {
        token: 'some-token',
        issue: true,
        issueLabels: ['x'.repeat(50), 'on-call'],
        issueAssignees: ['octocat', 'mona-lisa_corp'],
        comment: false,
      },
      warnings: [],
    })
  })

  test.each([
    ['apply', 60],
    ['verify', 0],
    ['drift', 0],
  ])('%s waits %i s for a valid key', async (mode, validTimeout) => {
    expect((await settingsOf({ ...COMPLETE, mode })).limits.validTimeout).toBe(validTimeout)
  })

  test.each([
    ['issue', 'apply', false],
    ['issue', 'plan', false],
    ['issue', 'verify', true],
    ['issue', 'drift', true],
    ['comment', 'plan', true],
    ['comment', 'apply', false],
    ['comment', 'verify', false],
    ['comment', 'drift', false],
  ] as const)('%s in %s: %s', async (name, mode, counts) => {
    const { github, warnings } = await settingsOf({ ...COMPLETE, mode, [name]: 'true' })
    expect(github[name]).toBe(counts)
    expect(warnings).toHaveLength(counts ? 0 : 1)
    expect(warnings).toMatchSnapshot()
  })

  test.each([
    ['https://cloud.mongodb.com/', 'v2', 'https://cloud.mongodb.com', true],
    ['https://CLOUD.mongodbgov.com/api/atlas/v2/', 'v2', 'https://cloud.mongodbgov.com', true],
    ['https://cloud.mongodb.com/api/atlas/v1.0', 'v1.0', 'https://cloud.mongodb.com', true],
    ['https://atlas.example.com:8443', 'v2', 'https://atlas.example.com:8443', false],
    ['http://localhost:8080', 'v2', 'http://localhost:8080', false],
    ['http://[::1]:8080/', 'v2', 'http://[::1]:8080', false],
    ['http://127.1.2.3', 'v2', 'http://127.1.2.3', false],
  ])('base URL %s', async (url, version, origin, isMongoDb) => {
    const { baseUrl } = await settingsOf({ ...COMPLETE, 'atlas-base-url': url, 'api-version': version })
    expect(baseUrl).toEqual({ origin, isMongoDb })
  })

  test.each([
    'https://cloud.mongodb.com\\@evil.example',
    'https:cloud.mongodb.com',
    'https:///cloud.mongodb.com',
    'https://cloud.mongodb.com/\u0000',
    'https://cloud.mongo db.com',
    'ftp://cloud.mongodb.com',
    'x https://cloud.mongodb.com',
    'https://[cloud',
  ])('base URL %j is none', async (url) => {
    expect((await read({ ...COMPLETE, 'atlas-base-url': url })).message).toMatch(/`atlas-base-url` is not a URL/)
  })

  test('version 1.0 of the API is warned of once', async () => {
    const { apiVersion, warnings } = await settingsOf({ ...COMPLETE, 'api-version': 'v1.0' })
    expect(apiVersion).toBe('v1.0')
    expect(warnings).toMatchSnapshot()
  })

  test.each([
    ['aws', { 'aws-role-id': '', 'aws-role-arn': ROLE_ARN }, { roleArn: ROLE_ARN }],
    ['aws', { 'aws-role-id': '', 'aws-role-arn': 'arn:aws-us-gov:iam::1:role/path/x' }, {}],
    ['aws', { 'aws-require-private-networking': 'TRUE' }, { fields: { requirePrivateNetworking: true } }],
    ['aws', { 'aws-customer-master-key-id': 'k'.repeat(2048) }, { fields: { customerMasterKeyID: 'k'.repeat(2048) } }],
    ['aws', { 'aws-region': 'US-east_1' }, { fields: { region: 'US_EAST_1' } }],
    ['azure', { 'azure-environment': 'azure_china' }, { fields: { azureEnvironment: 'AZURE_CHINA' } }],
    ['azure', { 'azure-environment': 'AZURE_US_GOVERNMENT' }, { fields: { azureEnvironment: 'AZURE_US_GOVERNMENT' } }],
    ['azure', { 'azure-role-id': ROLE_ID.toUpperCase() }, { fields: { roleId: ROLE_ID } }],
  ] as const)('%s with %j', async (name, more, expected) => {
    const { target } = await settingsOf({ ...COMPLETE, ...emptied(AWS), ...CONFIGURATIONS[name].inputs, ...more })
    expect(target).toMatchObject({ projects: [{ providers: [{ provider: name, enabled: true, ...expected }] }] })
  })

  test('disabling takes nothing but the provider, and says what it leaves aside', async () => {
    const { target, warnings } = await settingsOf({
      ...COMPLETE,
      enabled: 'FALSE',
      fields: `roleId: ${ROLE_ID}`,
      'enabled-for-search-nodes': 'true',
      'aws-role-id': '',
      'aws-role-arn': ROLE_ARN,
    })
    expect(target).toMatchObject({ projects: [{ providers: [{ provider: 'aws', enabled: false, fields: {} }] }] })
    expect(target.kind === 'project' && target.projects[0]).not.toHaveProperty('enabledForSearchNodes')
    expect(warnings).toMatchSnapshot()
    expect((await settingsOf({ ...COMPLETE, ...emptied(AWS), provider: 'aws', enabled: 'false' })).warnings).toEqual([])
  })

  test('verify looks at the provider alone, or without one at whatever is enabled', async () => {
    const provider = { provider: 'aws', enabled: true, fields: {} }
    for (const enabled of ['false', 'true']) {
      const named = await settingsOf({ ...COMPLETE, mode: 'verify', enabled, 'enabled-for-search-nodes': 'true' })
      expect(named.target).toEqual({
        kind: 'project',
        projects: [{ id: PROJECT_ID, name: null, require: [], providers: [provider] }],
      })
      expect(named.warnings).toEqual([])
    }
    const none = await settingsOf({ ...COMPLETE, mode: 'verify', provider: '', 'gcp-role-id': ROLE_ID })
    expect(none.target).toMatchObject({ projects: [{ providers: [] }] })
  })

  test('an organization', async () => {
    const given = { ...WITH_API_KEY, mode: 'verify', 'org-id': ORGANIZATION.toUpperCase(), require: 'clusters' }
    expect((await settingsOf(given)).target).toEqual({
      kind: 'organization',
      id: ORGANIZATION,
      wanted: { require: ['clusters'], providers: [] },
    })
  })

  test('a region that is not known is a warning', async () => {
    expect((await settingsOf({ ...COMPLETE, 'aws-region': 'mars-north-1' })).warnings).toMatchSnapshot()
  })

  test.each([
    ['1/1', 1, 1],
    ['01/02', 1, 2],
    ['1000/1000', 1000, 1000],
  ])('shard %s', async (text, index, count) => {
    expect((await settingsOf({ ...COMPLETE, shard: text })).shard).toEqual({ index, count, text })
  })

  test.each(['1001/1001', '0/0', '2/1', '1/2/3', 'a1/2', '1/2a', '-1/2', '/'])('not shard %s', async (shard) => {
    expect((await read({ ...COMPLETE, shard })).message).toMatch(/^Input `shard` must be `i\/n`/)
  })

  test.each(['6.4E+22', '64e12', '640000000000000', '-Infinity', '6E-2'])('%s is told to be a number', async (id) => {
    expect((await read({ ...COMPLETE, 'project-id': id })).message).toContain('in quotes')
  })

  test.each(['64b0c0ffee', '64000000000000', 'x6.4E+22', '6.4E+22x', `${PROJECT_ID}0`, `x${PROJECT_ID}`])(
    '%s is no id and no number',
    async (id) => {
      expect((await read({ ...COMPLETE, 'project-id': id })).message).toMatch(/24 hexadecimal digits \(0-9, a-f\)\.$/)
    },
  )

  test.each([
    ['retries', '100', '101'],
    ['timeout', '1', '0'],
    ['timeout', '1000000', '1000001'],
    ['concurrency', '1', '0'],
    ['concurrency', '64', '65'],
    ['valid-timeout', '0', '-0'],
    ['propagation-timeout', '08', '0x8'],
  ])('%s: %s is in, %s is out', async (name, good, bad) => {
    expect((await read({ ...COMPLETE, [name]: good })).message).toBe('')
    expect((await read({ ...COMPLETE, [name]: bad })).message).toMatch(new RegExp(`^Input \`${name}\` must be a whole`))
  })
})

describe('mode: merge', () => {
  const merge = { mode: 'merge', 'report-files': 'reports/*.json' }

  test('needs no more than a glob', async () => {
    expect((await read(merge, { GITHUB_WORKSPACE: '/w' })).settings).toEqual({
      mode: 'merge',
      workspace: '/w',
      reportFiles: 'reports/*.json',
      timeout: 600,
      warnings: [],
    })
  })

  test.each([
    { 'report-files': '' },
    { 'project-id': PROJECT_ID },
    { 'config-file': 'x' },
    { 'org-id': ORGANIZATION },
    { shard: '1/2', require: 'clusters' },
    { issue: 'maybe' },
    { comment: 'maybe' },
  ])('refuses %j', async (given) => {
    const { message } = await read({ ...merge, ...given })
    expect(message).not.toBe('')
    expect(message).toMatchSnapshot()
  })

  test('leaves aside what a common `with:` block has, with one warning', async () => {
    const beside = { issue: 'true', comment: 'false', provider: 'x', enabled: 'x', fields: 'x', 'gcp-role-id': 'x' }
    const { settings } = await read({ ...merge, ...beside, 'enabled-for-search-nodes': 'x', 'aws-role-arn': 'x' })
    expect(settings?.warnings).toMatchSnapshot()
    expect((await read({ ...merge, issue: 'false', comment: 'false' })).settings?.warnings).toEqual([])
    expect((await read({ ...merge, comment: 'true' })).settings?.warnings).toHaveLength(1)
  })
})

describe('credentials', () => {
  const BARE = { 'project-id': PROJECT_ID, ...AWS }
  const KEY = { MONGODB_ATLAS_PUBLIC_API_KEY: 'envpublic', MONGODB_ATLAS_PRIVATE_API_KEY: 'envprivate' }
  const OLD_KEY = { MONGODB_ATLAS_PUBLIC_KEY: 'oldpublic', MONGODB_ATLAS_PRIVATE_KEY: 'oldprivate' }
  const ACCOUNT = { MONGODB_ATLAS_CLIENT_ID: 'envclient', MONGODB_ATLAS_CLIENT_SECRET: 'envsecret' }

  test.each([
    [BARE, KEY, { kind: 'api-key', username: 'envpublic', password: 'envprivate' }],
    [BARE, OLD_KEY, { kind: 'api-key', username: 'oldpublic', password: 'oldprivate' }],
    [BARE, { ...OLD_KEY, ...KEY }, { kind: 'api-key', username: 'envpublic', password: 'envprivate' }],
    [BARE, { ...KEY, ...ACCOUNT }, { kind: 'service-account', clientId: 'envclient', clientSecret: 'envsecret' }],
    [
      { ...BARE, ...WITH_API_KEY },
      ACCOUNT,
      {
        kind: 'api-key',
        username: WITH_API_KEY['atlas-public-key'],
        password: WITH_API_KEY['atlas-private-key'],
      },
    ],
    [
      { ...BARE, ...AS_SERVICE_ACCOUNT },
      KEY,
      {
        kind: 'service-account',
        clientId: WITH_SERVICE_ACCOUNT['atlas-client-id'],
        clientSecret: WITH_SERVICE_ACCOUNT['atlas-client-secret'],
      },
    ],
    [
      BARE,
      { ...KEY, MONGODB_ATLAS_PUBLIC_API_KEY: ' spaced ' },
      { kind: 'api-key', username: 'spaced', password: 'envprivate' },
    ],
  ])('%#', async (inputs, env, credentials) => {
    expect((await settingsOf(inputs, env)).credentials).toEqual(credentials)
  })

  test.each([
    [BARE, {}],
    [BARE, { MONGODB_ATLAS_PRIVATE_API_KEY: 'envprivate' }],
    [BARE, { MONGODB_ATLAS_CLIENT_ID: 'envclient' }],
    [BARE, { ...KEY, MONGODB_ATLAS_CLIENT_SECRET: 'envsecret' }],
    [BARE, { ...KEY, MONGODB_ATLAS_PRIVATE_API_KEY: 'abc' }],
    [BARE, { ...KEY, MONGODB_ATLAS_PUBLIC_API_KEY: 'a b' }],
    [{ ...BARE, 'atlas-public-key': 'abcdwxyz' }, KEY],
    [{ ...BARE, 'atlas-client-secret': 'some-secret' }, ACCOUNT],
    [{ ...BARE, ...WITH_API_KEY, 'atlas-public-key': 'ümlaut' }, {}],
  ])('refused: %#', async (inputs, env) => {
    const { message } = await read(inputs, env)
    expect(message).not.toBe('')
    expect(message).toMatchSnapshot()
  })

  test('every secret is masked, also of the kind that is not used', async () => {
    const { masks } = await read(
      {
        ...COMPLETE,
        'github-token': 'the-token',
        'azure-secret': 'the-azure-secret',
        'atlas-client-secret': 'clientsecret',
      },
      { ...KEY, ...OLD_KEY, ...ACCOUNT },
    )
    const secrets = ['the-token', 'the-azure-secret', 'clientsecret', WITH_API_KEY['atlas-private-key']]
    expect(masks).toEqual(expect.arrayContaining([...secrets, 'envprivate', 'oldprivate', 'envsecret']))
    for (const id of ['envpublic', 'oldpublic', 'envclient', WITH_API_KEY['atlas-public-key']])
      expect(masks).not.toContain(id)
  })

  test('other settings that the environment fills in', async () => {
    const { baseUrl, target } = await settingsOf(
      { ...WITH_API_KEY, ...AWS },
      { MONGODB_ATLAS_BASE_URL: 'https://cloud.mongodbgov.com/', MONGODB_ATLAS_PROJECT_ID: PROJECT_ID },
    )
    expect(baseUrl.origin).toBe('https://cloud.mongodbgov.com')
    expect(target).toMatchObject({ projects: [{ id: PROJECT_ID }] })
    const wrong = await read(COMPLETE, { MONGODB_ATLAS_BASE_URL: 'http://elsewhere' })
    expect(wrong.message).toMatchSnapshot()
    const badId = await read({ ...WITH_API_KEY, ...AWS }, { MONGODB_ATLAS_PROJECT_ID: 'x' })
    expect(badId.message).toMatchSnapshot()
  })
})

function emptied(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.keys(inputs).map((name) => [name, '']))
}
