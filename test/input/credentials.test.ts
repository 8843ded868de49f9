import { describe, expect, test } from '@jest/globals'
import {
  AS_SERVICE_ACCOUNT,
  CONFIGURATIONS,
  PROJECT_ID,
  WITH_API_KEY,
  WITH_SERVICE_ACCOUNT,
} from '../harness/fixtures.ts'
import { COMPLETE } from './given.ts'
import { read, settingsOf } from './read.ts'

const BARE = { 'project-id': PROJECT_ID, ...CONFIGURATIONS.aws.inputs }
const TOKEN = 'eyJhbGciOiJFUzUxMi.payload.signature'
const KEY = { MONGODB_ATLAS_PUBLIC_API_KEY: 'envpublic', MONGODB_ATLAS_PRIVATE_API_KEY: 'envprivate' }
const OLD_KEY = { MONGODB_ATLAS_PUBLIC_KEY: 'oldpublic', MONGODB_ATLAS_PRIVATE_KEY: 'oldprivate' }
const ACCOUNT = { MONGODB_ATLAS_CLIENT_ID: 'envclient', MONGODB_ATLAS_CLIENT_SECRET: 'envsecret' }
const ENV_TOKEN = { MONGODB_ATLAS_ACCESS_TOKEN: ` ${TOKEN} ` }

const GIVEN_KEY = {
  kind: 'api-key',
  username: WITH_API_KEY['atlas-public-key'],
  password: WITH_API_KEY['atlas-private-key'],
}
const GIVEN_ACCOUNT = {
  kind: 'service-account',
  clientId: WITH_SERVICE_ACCOUNT['atlas-client-id'],
  clientSecret: WITH_SERVICE_ACCOUNT['atlas-client-secret'],
}

describe('which credentials are used', () => {
  test.each([
    ['an API key of the environment', BARE, KEY, { kind: 'api-key', username: 'envpublic', password: 'envprivate' }],
    ['by its other names', BARE, OLD_KEY, { kind: 'api-key', username: 'oldpublic', password: 'oldprivate' }],
    [
      'the names of today',
      BARE,
      { ...OLD_KEY, ...KEY },
      { kind: 'api-key', username: 'envpublic', password: 'envprivate' },
    ],
    [
      'before it a service account',
      BARE,
      { ...KEY, ...ACCOUNT },
      { kind: 'service-account', clientId: 'envclient', clientSecret: 'envsecret' },
    ],
    ['before all an access token', BARE, { ...KEY, ...ACCOUNT, ...ENV_TOKEN }, { kind: 'access-token', token: TOKEN }],
    ['inputs, whatever the environment has', { ...BARE, ...WITH_API_KEY }, { ...ACCOUNT, ...ENV_TOKEN }, GIVEN_KEY],
    ['a service account as inputs', { ...BARE, ...AS_SERVICE_ACCOUNT }, { ...KEY, ...ENV_TOKEN }, GIVEN_ACCOUNT],
    [
      'a token as input',
      { ...BARE, 'atlas-access-token': TOKEN },
      { ...KEY, ...ACCOUNT },
      { kind: 'access-token', token: TOKEN },
    ],
    [
      'without spaces around them',
      BARE,
      { ...KEY, MONGODB_ATLAS_PUBLIC_API_KEY: ' spaced ' },
      { kind: 'api-key', username: 'spaced', password: 'envprivate' },
    ],
  ])('%s', async (_, inputs, env, credentials) => {
    expect((await settingsOf(inputs, env)).credentials).toEqual(credentials)
  })
})

describe('what is refused', () => {
  test.each([
    ['nothing', BARE, {}],
    ['half an API key', BARE, { MONGODB_ATLAS_PRIVATE_API_KEY: 'envprivate' }],
    ['half a service account', BARE, { MONGODB_ATLAS_CLIENT_ID: 'envclient' }],
    ['half a service account beside an API key', BARE, { ...KEY, MONGODB_ATLAS_CLIENT_SECRET: 'envsecret' }],
    ['a short secret', BARE, { ...KEY, MONGODB_ATLAS_PRIVATE_API_KEY: 'abc' }],
    ['a key with a space', BARE, { ...KEY, MONGODB_ATLAS_PUBLIC_API_KEY: 'a b' }],
    ['half an API key as inputs', { ...BARE, 'atlas-public-key': 'abcdwxyz' }, KEY],
    ['half a service account as inputs', { ...BARE, 'atlas-client-secret': 'some-secret' }, ACCOUNT],
    ['an umlaut', { ...BARE, ...WITH_API_KEY, 'atlas-public-key': 'ümlaut' }, {}],
    ['a secret longer than any', { ...BARE, ...WITH_API_KEY, 'atlas-private-key': 'x'.repeat(16_385) }, {}],
    ['a token of 19 characters', { ...BARE, 'atlas-access-token': 'x'.repeat(19) }, {}],
    ['a short token of the environment', BARE, { MONGODB_ATLAS_ACCESS_TOKEN: 'true' }],
    ['a token longer than any', { ...BARE, 'atlas-access-token': 'x'.repeat(16_385) }, {}],
    ['a token with its scheme', { ...BARE, 'atlas-access-token': `Bearer ${TOKEN}` }, {}],
    ['a token of two lines', { ...BARE, 'atlas-access-token': `${TOKEN}\n${TOKEN}` }, {}],
    ['an account and a token', { ...BARE, ...WITH_SERVICE_ACCOUNT, 'atlas-access-token': TOKEN }, {}],
    ['a key and a token', { ...BARE, ...WITH_API_KEY, 'atlas-access-token': TOKEN }, {}],
    ['half a key and a token', { ...BARE, 'atlas-public-key': 'abcdwxyz', 'atlas-access-token': TOKEN }, {}],
    ['three kinds', { ...BARE, ...WITH_API_KEY, ...WITH_SERVICE_ACCOUNT, 'atlas-access-token': TOKEN }, {}],
  ])('%s', async (_, inputs, env) => {
    const { message } = await read(inputs, env)
    expect(message).not.toBe('')
    expect(message).toMatchSnapshot()
    expect(message).not.toContain(TOKEN)
  })

  test('what is missing, with why it may be', async () => {
    const env = { GITHUB_ACTOR: 'dependabot[bot]' }
    for (const inputs of [
      BARE,
      { ...BARE, 'atlas-public-key': 'abcdwxyz' },
      { ...BARE, ...WITH_API_KEY, 'atlas-access-token': TOKEN },
    ]) {
      expect((await read(inputs, env)).message).toMatch(/[.] This run was triggered by Dependabot, .* too\.$/)
      expect((await read(inputs)).message).not.toMatch(/triggered|undefined/)
    }
  })

  test('several kinds, each by its names', async () => {
    const given = { ...BARE, ...WITH_API_KEY, ...WITH_SERVICE_ACCOUNT, 'atlas-access-token': TOKEN }
    expect((await read(given)).message).toBe(
      'Set either an access token (`atlas-access-token`) or a service account (`atlas-client-id`, `atlas-client-secret`) or an API key (`atlas-public-key`, `atlas-private-key`), not several.',
    )
  })

  test('tokens of 20 characters and secrets of 16 KiB are fine', async () => {
    expect((await read({ ...BARE, 'atlas-access-token': 'x'.repeat(20) })).message).toBe('')
    expect((await read({ ...BARE, ...WITH_API_KEY, 'atlas-private-key': 'x'.repeat(16_384) })).message).toBe('')
  })
})

describe('what is masked', () => {
  test('every secret, also of the kind that is not used, and no id', async () => {
    const { masks } = await read(
      {
        ...COMPLETE,
        'github-token': 'the-token',
        'azure-secret': 'the-azure-secret',
        'atlas-client-secret': 'clientsecret',
      },
      { ...KEY, ...OLD_KEY, ...ACCOUNT, ...ENV_TOKEN },
    )
    const secrets = ['the-token', 'the-azure-secret', 'clientsecret', WITH_API_KEY['atlas-private-key'], TOKEN]
    expect(masks).toEqual(expect.arrayContaining([...secrets, 'envprivate', 'oldprivate', 'envsecret']))
    for (const id of ['envpublic', 'oldpublic', 'envclient', WITH_API_KEY['atlas-public-key']])
      expect(masks).not.toContain(id)
  })

  test('no access token that is a word of our own outputs', async () => {
    for (const token of ['true', 'failed', 'requirement', 'x'.repeat(19)]) {
      const { masks } = await read({ ...BARE, 'atlas-access-token': token }, { MONGODB_ATLAS_ACCESS_TOKEN: token })
      expect(masks).toEqual([])
    }
    expect((await read({ ...BARE, 'atlas-access-token': 'x'.repeat(20) })).masks).toEqual(['x'.repeat(20)])
  })
})
