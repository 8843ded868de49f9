import { describe, expect, test } from '@jest/globals'
import { type GitHub, openGitHub } from '../../src/github/client.ts'
import { plainBody } from '../../src/github/entry-body.ts'
import { GitHubError } from '../../src/github/errors.ts'
import { html } from '../../src/report/html.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { close, endless, garbage, hang, reset, respondWith } from '../fake-atlas/faults.ts'
import { FakeGitHub, REPOSITORY } from '../fake-github/server.ts'
import { type FakeRunContext, fakeRunContext } from '../harness/context.ts'
import { GITHUB_TOKEN } from '../harness/run-action.ts'

const ISSUES = '/issues?state=all&labels=x'
const all = (): boolean => true

async function withClient(
  use: (client: GitHub, github: FakeGitHub, run: FakeRunContext) => Promise<void>,
  { run = fakeRunContext(), env = {} }: { run?: FakeRunContext; env?: Record<string, string> } = {},
): Promise<void> {
  const github = await FakeGitHub.start()
  try {
    const variables = {
      GITHUB_API_URL: github.url,
      GITHUB_SERVER_URL: 'https://github.test',
      GITHUB_REPOSITORY: REPOSITORY,
      ...env,
    }
    await use(await openGitHub(GITHUB_TOKEN, safe`issues: write`, variables, run), github, run)
  } finally {
    await github.stop()
  }
}

const refusal = async (promise: Promise<unknown>): Promise<string> => {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(GitHubError)
  return (error as GitHubError).message
}

describe('a list', () => {
  const fill = (github: FakeGitHub, count: number): void => {
    for (let n = 0; n < count; n += 1) github.addIssue({ labels: ['x'], body: `body ${n}` })
  }

  test.each([
    [0, 100, 1],
    [99, 100, 1],
    [100, 100, 2],
    [101, 100, 2],
    [250, 100, 3],
    [130, 50, 3],
  ])('of %d entries in pages of %d is read whole, in %d requests', (count, maxPageSize, requests) =>
    withClient(async (client, github) => {
      fill(github, count)
      github.maxPageSize = maxPageSize
      expect(await client.list(ISSUES, all)).toHaveLength(count)
      expect(github.calls).toHaveLength(requests)
    }),
  )

  test('holds what is wanted alone', () =>
    withClient(async (client, github) => {
      fill(github, 3)
      const [entry, ...others] = await client.list(ISSUES, ({ body }) => body === 'body 1')
      expect(others).toEqual([])
      expect(entry).toEqual({
        id: 1002,
        number: 2,
        url: `https://github.test/${REPOSITORY}/issues/2`,
        body: 'body 1',
        isOpen: true,
        isPullRequest: false,
        author: { login: 'github-actions[bot]', isPerson: false },
      })
    }))

  test('holds an entry once that moved to the next page while it was read', () =>
    withClient(async (client, github) => {
      fill(github, 120)
      github.respond = ({ path }) => {
        if (path.includes('page=2')) fill(github, 1)
        return undefined
      }
      expect(await client.list(ISSUES, all)).toHaveLength(120)
    }))

  const entry = { id: 1, html_url: 'https://github.test/x' }
  const next = { link: '<https://elsewhere.invalid/?page=2>; rel="next"' }
  test.each<[string, (page: number) => [number, unknown, Record<string, string>?]]>([
    ['an object', () => [200, {}]],
    ['null', () => [200, null]],
    ['a text', () => [200, 'text']],
    ['an announced page that is empty', (page) => [200, page === 1 ? [entry] : [], page === 1 ? next : {}]],
    ['an announced page that is an object', (page) => [200, page === 1 ? [entry] : {}, next]],
    ['an announced page that is missing', (page) => (page === 1 ? [200, [entry], next] : [404, {}])],
    ['an empty page that announces another', () => [200, [], next]],
    ['more entries than a page has', () => [200, Array(101).fill(entry)]],
    ['an entry without an id', () => [200, [entry, { html_url: 'https://github.test/x' }]]],
    ['an address that is none', () => [200, [{ id: 1, html_url: 'javascript:alert(1)' }]]],
    ['pages without end', (page) => [200, [{ ...entry, id: page }], next]],
  ])('that is %s is refused', (_, respond) =>
    withClient(async (client, github) => {
      github.respond = ({ path }) => respond(Number(/page=(\d+)$/.exec(path)?.[1]))
      await refusal(client.list(ISSUES, all))
      expect(github.calls.length).toBeLessThanOrEqual(100)
    }),
  )

  test.each<[string, string]>([
    ['10 MiB of empty objects', `[${'{},'.repeat(3_400_000)}{}]`],
    ['deep nesting', '['.repeat(1_000_000)],
    ['text that is no JSON', '<html>Log in</html>'],
    ['JSON that is cut short', '[{"id": 1'],
  ])('of %s is refused', (_, text) =>
    withClient(async (client, github) => {
      github.handler = respondWith(200, text, { 'content-type': 'application/json' })
      expect(await refusal(client.list(ISSUES, all))).toMatch(/does not have the documented form/)
    }),
  )

  test('that never ends is refused', () =>
    withClient(async (client, github) => {
      github.handler = endless
      expect(await refusal(client.list(ISSUES, all))).toMatch(/10 MiB/)
    }))

  test('leads to no other server, and shows no secret', () => {
    const run = fakeRunContext()
    run.secrets.protect('s3cret-name')
    return withClient(
      async (client, github) => {
        const urls = ['https://github.test/a', 'https://elsewhere.test/a', 'https://github.test/s3cret-name']
        github.respond = () => [200, urls.map((html_url, id) => ({ id, html_url }))]
        const entries = await client.list(ISSUES, all)
        expect(entries.map(({ url }) => url)).toEqual([urls[0], '', 'https://github.test/***'])
      },
      { run },
    )
  })
})

describe('a request', () => {
  const body = plainBody(html`text`)

  test.each([
    ['an outage', respondWith(503)],
    ['a reset connection', reset],
    ['a closed connection', close],
    ['what is not HTTP', garbage],
  ])('is sent again after %s, three times in all', (_, handler) =>
    withClient(async (client, github, run) => {
      github.handler = handler
      await refusal(client.list(ISSUES, all))
      await refusal(client.update('/issues/1', { body }))
      expect(github.calls).toHaveLength(6)
      expect(run.waits).toEqual([1000, 1000, 1000, 1000])
      expect(run.events.filter(({ type }) => type === 'retry')).toHaveLength(4)
    }),
  )

  test('that creates something is sent once, unless GitHub limits the rate', () =>
    withClient(async (client, github, run) => {
      github.handler = reset
      await refusal(client.create('/issues', { body }))
      expect(github.calls).toHaveLength(1)
      github.handler = respondWith(429, {}, { 'retry-after': '5' })
      await refusal(client.create('/issues', { body }))
      expect(github.calls).toHaveLength(4)
      expect(run.waits).toEqual([5000, 5000])
    }))

  test('is given up at once if the wait is too long, or past the end of the run', async () => {
    await withClient(async (client, github, run) => {
      github.handler = respondWith(429, {}, { 'retry-after': '21' })
      expect(await refusal(client.list(ISSUES, all))).toContain('wait 21 s')
      expect(run.waits).toEqual([])
    })
    const use = async (client: GitHub, github: FakeGitHub): Promise<void> => {
      github.handler = respondWith(429, {}, { 'retry-after': '10' })
      await refusal(client.list(ISSUES, all))
      expect(github.calls).toHaveLength(1)
    }
    await withClient(use, { run: fakeRunContext({ seconds: 9 }) })
  })

  test('ends with the run', async () => {
    const controller = new AbortController()
    const reason = new Error('cancelled')
    const use = async (client: GitHub, github: FakeGitHub): Promise<void> => {
      github.handler = (...args) => {
        hang(...args)
        controller.abort(reason)
      }
      await expect(client.list(ISSUES, all)).rejects.toBe(reason)
    }
    await withClient(use, { run: fakeRunContext({ signal: controller.signal }) })
  })

  test('never follows a redirect', () =>
    withClient(async (client, github) => {
      github.handler = respondWith(302, '', { location: `${github.url}/elsewhere` })
      expect(await refusal(client.list(ISSUES, all))).toContain('redirects are not followed')
      expect(github.calls).toHaveLength(1)
    }))

  test('shows nothing of a long error', () =>
    withClient(async (client, github) => {
      github.handler = respondWith(422, { message: 'x'.repeat(100_000), errors: Array(50_000).fill({}) })
      expect(await refusal(client.list(ISSUES, all))).toBe('GitHub refused the request with HTTP 422.')
    }))

  test('asks whether something is there', () =>
    withClient(async (client, github) => {
      github.labels.add('a/b')
      expect(await client.exists(`/labels/${encodeURIComponent('a/b')}`)).toBe(true)
      expect(await client.exists('/labels/c')).toBe(false)
      github.respond = () => [403, {}]
      await refusal(client.exists('/labels/c'))
    }))

  test('removes without a response', () =>
    withClient(async (client, github) => {
      github.addIssue({ number: 7 })
      const { id } = github.addComment(7, 'text')
      await client.remove(`/issues/comments/${id}`)
      expect(github.issues[0]?.comments).toEqual([])
    }))
})

describe('questions about accounts', () => {
  test('have answers', () =>
    withClient(async (client, github) => {
      github.permissions?.set('alice', 'write')
      expect(await client.viewer()).toBe('github-actions[bot]')
      expect(await client.permissionOf('alice')).toBe('write')
      expect(await client.permissionOf('mallory')).toBe('none')
      expect(github.requests).toEqual([
        'POST /graphql',
        'GET /collaborators/alice/permission',
        'GET /collaborators/mallory/permission',
      ])
    }))

  test.each<[string, (github: FakeGitHub) => void]>([
    ['GraphQL returns errors', (github) => Object.assign(github, { graphql: 'errors', permissions: null })],
    ['they are not permitted', (github) => Object.assign(github, { graphql: 'unauthorized', permissions: null })],
    ['the response is another', (github) => Object.assign(github, { respond: () => [200, { data: {} }] })],
    ['there is no response', (github) => Object.assign(github, { handler: reset })],
  ])('have none if %s', (_, arrange) =>
    withClient(async (client, github) => {
      arrange(github)
      expect(await client.viewer()).toBeUndefined()
      expect(await client.permissionOf('alice')).toBeUndefined()
    }),
  )

  test('are asked again after an outage, though GraphQL takes POST', () =>
    withClient(async (client, github) => {
      let times = 0
      github.respond = () => {
        times += 1
        return times === 1 ? [502, {}] : undefined
      }
      expect(await client.viewer()).toBe('github-actions[bot]')
    }))

  test('do not go to another host', () =>
    withClient(
      async (client, github) => {
        expect(await client.viewer()).toBeUndefined()
        expect(github.calls).toEqual([])
      },
      { env: { GITHUB_GRAPHQL_URL: 'https://elsewhere.invalid/graphql' } },
    ))
})

test('without a token nothing is opened', async () => {
  const run = fakeRunContext()
  await expect(openGitHub('', safe`issues: write`, { GITHUB_REPOSITORY: 'a/b' }, run)).rejects.toThrow(
    'Input `github-token` is empty. Set a token with `issues: write`.',
  )
})
