import { describe, expect, test } from '@jest/globals'
import { GitHubError } from '../../src/github/errors.ts'
import { isUrl, readServerUrls } from '../../src/github/server-urls.ts'
import { SECRETS } from './sync.ts'

const read = (env: Record<string, string>) =>
  readServerUrls({ GITHUB_REPOSITORY: 'octo-org/octo-repo', ...env }, (text) => SECRETS.sanitize(text))

test('without variables it is github.com', () => {
  expect(read({})).toEqual({
    repository: 'octo-org/octo-repo',
    api: 'https://api.github.com',
    graphql: 'https://api.github.com/graphql',
    server: 'https://github.com',
    run: null,
  })
})

test('of a GitHub Enterprise Server', () => {
  const env = { GITHUB_API_URL: 'https://ghe.test/api/v3/', GITHUB_SERVER_URL: 'https://ghe.test/', GITHUB_RUN_ID: '7' }
  expect(read(env)).toMatchObject({
    api: 'https://ghe.test/api/v3',
    graphql: 'https://ghe.test/api/graphql',
    run: 'https://ghe.test/octo-org/octo-repo/actions/runs/7',
  })
})

describe('GraphQL', () => {
  test.each([
    ['https://ghe.test/api/graphql', 'https://ghe.test/api/graphql'],
    ['https://elsewhere.test/graphql', null],
    ['http://ghe.test/api/graphql', null],
    ['no URL', null],
  ])('at %s: %j', (GITHUB_GRAPHQL_URL, graphql) => {
    expect(read({ GITHUB_API_URL: 'https://ghe.test/api/v3', GITHUB_GRAPHQL_URL }).graphql).toBe(graphql)
  })
})

describe('the token is not sent to', () => {
  test.each([
    'http://api.github.com',
    'http://ghe.test/api/v3',
    'ftp://ghe.test',
    'ghe.test',
    'no URL',
    'http://127.0.0.1.evil.test',
  ])('%s', (GITHUB_API_URL) => expect(() => read({ GITHUB_API_URL })).toThrow(GitHubError))

  test.each(['http://127.0.0.1:8080', 'http://localhost:8080', 'http://[::1]:8080'])('but to %s', (GITHUB_API_URL) => {
    expect(read({ GITHUB_API_URL }).api).toBe(GITHUB_API_URL)
  })
})

test.each(['', 'octo-repo', 'a/b/c', 'a b/c', '../x', 'x/..', 'x/.'])('repository %j is none', (GITHUB_REPOSITORY) => {
  expect(() => read({ GITHUB_REPOSITORY })).toThrow(GitHubError)
})

test.each(['a/b', 'octo-org/octo.repo', 'octo_corp/.github', 'x/...'])('repository %j is one', (GITHUB_REPOSITORY) => {
  expect(read({ GITHUB_REPOSITORY }).repository).toBe(GITHUB_REPOSITORY)
})

test('a page that is no plain URL is not linked', () => {
  expect(read({ GITHUB_SERVER_URL: 'javascript:alert(1)', GITHUB_RUN_ID: '7' }).run).toBeNull()
  expect(read({ GITHUB_RUN_ID: '7"><b>' }).run).toBeNull()
})

test.each([
  ['https://cloud.mongodb.com', true],
  ['http://127.0.0.1:1234', true],
  ['https://x.test/"onclick', false],
  ['javascript:alert(1)', false],
])('%s is a URL for markup: %j', (text, expected) => expect(isUrl(text)).toBe(expected))
