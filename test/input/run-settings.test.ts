import { describe, expect, test } from '@jest/globals'
import { CONFIGURATIONS, idOf, ORGANIZATION, PROJECT_ID, WITH_API_KEY } from '../harness/fixtures.ts'
import { COMPLETE } from './given.ts'
import { read, settingsOf } from './read.ts'

const { inputs: AWS } = CONFIGURATIONS.aws
const WITH_TOKEN = {
  ...COMPLETE,
  'atlas-public-key': '',
  'atlas-private-key': '',
  'atlas-access-token': 'an-access-token-of-many-characters',
}
const TOKEN_WARNING =
  'An access token cannot be renewed: if changing clusters or private endpoints takes longer than the token is valid, the run fails. Use a service account instead.'

test.each([
  ['apply', 60],
  ['verify', 0],
  ['drift', 0],
  ['plan', 0],
])('%s waits %i s for a valid key', async (mode, validTimeout) => {
  expect((await settingsOf({ ...COMPLETE, mode })).limits.validTimeout).toBe(validTimeout)
})

describe('numbers', () => {
  test.each([
    ['retries', '100', '101'],
    ['retries', '0', '-1'],
    ['timeout', '60', '0'],
    ['timeout', '1000000', '1000001'],
    ['concurrency', '1', '0'],
    ['concurrency', '64', '65'],
    ['valid-timeout', '0', '-0'],
    ['propagation-timeout', '08', '0x8'],
    ['propagation-timeout', '000000000000008', '0000000000000008'],
  ])('%s: %s is in, %s is out', async (name, good, bad) => {
    expect((await read({ ...COMPLETE, [name]: good })).message).toBe('')
    expect((await read({ ...COMPLETE, [name]: bad })).message).toMatch(new RegExp(`^Input \`${name}\` must be a whole`))
  })
})

describe('valid-timeout beside timeout', () => {
  test.each(['apply', 'plan', 'verify', 'drift'])('is refused in %s if it is the longer one', async (mode) => {
    const { message } = await read({ ...COMPLETE, mode, timeout: '60', 'valid-timeout': '61' })
    expect(message).toMatch(/^Input `valid-timeout` \(61 s\) is longer than `timeout` \(60 s\)/)
    expect(message).toMatchSnapshot()
  })

  test.each([
    { timeout: '60', 'valid-timeout': '60' },
    { timeout: '30' },
    { 'valid-timeout': '700' },
    { timeout: '', 'valid-timeout': '700' },
  ])('is fine otherwise: %j', async (given) => {
    expect((await read({ ...COMPLETE, ...given })).message).toBe('')
  })

  test('is not compared with a timeout that is wrong', async () => {
    const { message } = await read({ ...COMPLETE, timeout: 'x', 'valid-timeout': '700' })
    expect(message).toMatch(/^Input `timeout` must be a whole number from 1 to 1000000\.$/)
  })
})

describe('the base URL', () => {
  test.each([
    ['https://cloud.mongodb.com/', 'v2', 'https://cloud.mongodb.com', true],
    ['https://CLOUD.mongodbgov.com/api/atlas/v2/', 'v2', 'https://cloud.mongodbgov.com', true],
    ['https://cloud.mongodb.com/api/atlas/v1.0', 'v1.0', 'https://cloud.mongodb.com', true],
    ['https://atlas.example.com:8443', 'v2', 'https://atlas.example.com:8443', false],
    ['http://localhost:8080', 'v2', 'http://localhost:8080', false],
    ['http://[::1]:8080/', 'v2', 'http://[::1]:8080', false],
    ['http://127.1.2.3', 'v2', 'http://127.1.2.3', false],
  ])('%s', async (url, version, origin, isMongoDb) => {
    const { baseUrl } = await settingsOf({ ...COMPLETE, 'atlas-base-url': url, 'api-version': version })
    expect(baseUrl).toEqual({ origin, isMongoDb })
  })

  test('of the environment fills in, and an input takes precedence', async () => {
    const env = { MONGODB_ATLAS_BASE_URL: ' https://cloud.mongodbgov.com/ ' }
    expect((await settingsOf(COMPLETE, env)).baseUrl.origin).toBe('https://cloud.mongodbgov.com')
    const given = { ...COMPLETE, 'atlas-base-url': 'https://cloud.mongodb.com' }
    expect((await settingsOf(given, env)).baseUrl.origin).toBe('https://cloud.mongodb.com')
    expect((await read(COMPLETE, { MONGODB_ATLAS_BASE_URL: 'http://elsewhere' })).message).toMatchSnapshot()
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
  ])('%j is none', async (url) => {
    expect((await read({ ...COMPLETE, 'atlas-base-url': url })).message).toMatch(/`atlas-base-url` is not a URL/)
  })

  const ACCEPTED = 'it must be a host such as `https://cloud.mongodb.com`.'

  test.each([
    ['https://x://cloud.mongodb.com', 'must not contain a path'],
    ['xhttps://cloud.mongodb.com', 'is not a URL'],
    ['http://cloud.mongodb.com', 'must begin with `https://`'],
    ['https://me@cloud.mongodb.com', 'must not contain a user name or password'],
    ['https://cloud.mongodb.com?x', 'must not contain a query or fragment'],
    ['https://cloud.mongodb.com/api/atlas/v1.0', 'names a different version of the API than `api-version` (v2)'],
  ])('%s is refused, word for word', async (url, problem) => {
    const { message } = await read({ ...COMPLETE, 'atlas-base-url': url })
    expect(message).toBe(`Input \`atlas-base-url\` ${problem}; ${ACCEPTED}`)
    const ofEnvironment = await read(COMPLETE, { MONGODB_ATLAS_BASE_URL: url })
    expect(ofEnvironment.message).toBe(`The environment variable \`MONGODB_ATLAS_BASE_URL\` ${problem}; ${ACCEPTED}`)
  })

  test('with a path that only contains that of the API is refused', async () => {
    for (const path of ['x/api/atlas/v1.0', 'api/atlas/v1.0/x', 'api/atlas/v'])
      expect((await read({ ...COMPLETE, 'atlas-base-url': `https://cloud.mongodb.com/${path}` })).message).toMatch(
        /must not contain a path/,
      )
  })
})

test('version 1.0 of the API is warned of once', async () => {
  const { apiVersion, warnings } = await settingsOf({ ...COMPLETE, 'api-version': 'v1.0' })
  expect(apiVersion).toBe('v1.0')
  expect(warnings).toEqual([
    'MongoDB has deprecated version 1.0 of the Atlas API; set `api-version: v2`, which accepts the same inputs and needs a less privileged role for reading.',
  ])
  expect(warnings).toMatchSnapshot()
})

describe('changing clusters or private endpoints takes long', () => {
  test.each([
    ['a cluster', { clusters: 'orders' }],
    ['all clusters', { clusters: 'all' }],
    ['private endpoints', { 'private-endpoint-regions': 'us-east-1' }],
    ['both', { clusters: 'orders', 'private-endpoint-regions': 'us-east-1' }],
    ['the clusters of a provider that is disabled', { clusters: 'orders', enabled: 'false', 'aws-role-id': '' }],
  ])('%s', async (_, given) => {
    const { timeout, limits, warnings } = await settingsOf({ ...COMPLETE, ...AWS, ...given })
    expect(timeout).toBe(21_000)
    expect(limits.waitTimeout).toBe(10_800)
    expect(warnings.filter((warning) => warning === TOKEN_WARNING)).toEqual([])
    expect((await settingsOf({ ...WITH_TOKEN, ...given })).warnings).toContain(TOKEN_WARNING)
  })

  test.each([
    ['apply that changes none', { mode: 'apply' }],
    ['plan', { mode: 'plan', clusters: 'orders' }],
    ['drift', { mode: 'drift', 'private-endpoint-regions': 'us-east-1' }],
    ['verify', { mode: 'verify', clusters: 'orders' }],
    ['an organization', { mode: 'verify', 'project-id': '', 'org-id': ORGANIZATION, clusters: 'orders' }],
  ])('but not %s', async (_, given) => {
    const { timeout, limits, warnings } = await settingsOf({ ...WITH_TOKEN, ...given })
    expect(timeout).toBe(600)
    expect(limits.waitTimeout).toBe(600)
    expect(warnings).toEqual([])
  })

  test('in one project of a file, and in one provider of it', async () => {
    const file = (clusters: string) =>
      `version: 1\nprojects:\n  - id: ${idOf(1)}\n    awsKms: {}\n  - id: ${idOf(2)}\n    awsKms: {}\n    googleCloudKms: { ${clusters} }\n`
    const settings = (clusters: string) =>
      settingsOf({ ...WITH_API_KEY, 'config-file': 'atlas.yml' }, {}, { 'atlas.yml': file(clusters) })
    expect((await settings('clusters: [orders]')).timeout).toBe(21_000)
    expect((await settings('')).timeout).toBe(600)
  })

  test.each([
    ['100', undefined, 100],
    ['20000', undefined, 10_800],
    ['100', '50', 50],
    ['100', '100', 100],
    [undefined, '20999', 20_999],
    [undefined, '30000', 21_000],
  ])('with timeout %s and wait-timeout %s, it is waited for %i s', async (timeout = '', wait = '', seconds = 0) => {
    const { limits } = await settingsOf({ ...COMPLETE, clusters: 'orders', timeout, 'wait-timeout': wait })
    expect(limits.waitTimeout).toBe(seconds)
  })
})

test.each(['valid-timeout', 'wait-timeout'])('%s beside a shorter timeout is refused, word for word', async (name) => {
  const { message } = await read({ ...COMPLETE, timeout: '60', [name]: '61' })
  expect(message).toBe(
    `Input \`${name}\` (61 s) is longer than \`timeout\` (60 s), which limits the whole run. Raise \`timeout\`.`,
  )
})

test('files of reports are for merging alone, word for word', async () => {
  expect((await read({ ...COMPLETE, 'report-files': 'x' })).message).toBe(
    'Input `report-files` is only for `mode: merge`. Remove it, or change the mode.',
  )
})

test('the project that the environment names', async () => {
  const { target } = await settingsOf({ ...WITH_API_KEY, ...AWS }, { MONGODB_ATLAS_PROJECT_ID: PROJECT_ID })
  expect(target).toMatchObject({ projects: [{ id: PROJECT_ID }] })
  const badId = await read({ ...WITH_API_KEY, ...AWS }, { MONGODB_ATLAS_PROJECT_ID: 'x' })
  expect(badId.message).toMatchSnapshot()
})
