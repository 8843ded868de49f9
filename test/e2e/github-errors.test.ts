import { describe, expect, test } from '@jest/globals'
import { hang, respondWith } from '../fake-atlas/faults.ts'
import { REPOSITORY } from '../fake-github/server.ts'
import { CONFIGURATIONS } from '../harness/fixtures.ts'
import { setRegion, withProject } from '../harness/github-scenario.ts'

const { inputs: AWS } = CONFIGURATIONS.aws

describe('what GitHub refuses is a warning, and the verdict on Atlas stands', () => {
  const REFUSALS: readonly [name: string, status: number, headers: Record<string, string>, says: RegExp][] = [
    ['no permission', 403, {}, /`issues: write`/],
    ['no such repository', 404, {}, /`issues: write`/],
    ['a wrong token', 401, {}, /wrong or has expired/],
    ['issues switched off', 410, {}, /issues are disabled/],
    ['a secondary rate limit', 403, { 'retry-after': '3600' }, /wait 3600 s/],
    ['a rate limit', 429, { 'retry-after': '3600' }, /wait 3600 s/],
    ['a request that it does not understand', 422, {}, /HTTP 422/],
    ['an outage', 502, {}, /unavailable/],
  ]
  test.each(REFUSALS)('%s', (_, status, headers, says) =>
    withProject(async ({ scenario, github, drift }) => {
      github.respond = () => [status, { message: '::error::Resource not accessible' }, headers]
      setRegion(scenario, 'EU_WEST_1')
      const { outputs, warnings } = await drift()
      expect(outputs).toMatchObject({ 'failure-reason': 'drift', 'issue-url': '' })
      expect(warnings).toEqual([expect.stringMatching(says)])
    }),
  )

  test.each<unknown>([{}, null, 'text', [{ id: 'x' }], [{ id: 1, html_url: 'javascript:alert(1)' }]])(
    'nonsense: %j',
    (nonsense) =>
      withProject(async ({ scenario, github, drift }) => {
        github.respond = () => [200, nonsense]
        setRegion(scenario, 'EU_WEST_1')
        const { outputs, warnings } = await drift()
        expect(outputs).toMatchObject({ 'failure-reason': 'drift', 'issue-url': '' })
        expect(warnings).toHaveLength(1)
      }),
  )

  test.each<[string, string]>([
    ['10 MiB of empty objects', `[${'{},'.repeat(3_400_000)}{}]`],
    ['10 MiB of zeros in a list of labels', `[{"labels":[${'0,'.repeat(5_000_000)}0]}]`],
    ['a list that is nested a million times', '['.repeat(1_000_000)],
    ['a page of 101 issues', JSON.stringify(Array(101).fill({ id: 1, html_url: 'https://github.test/x' }))],
  ])('%s', (_, text) =>
    withProject(async ({ scenario, github, drift }) => {
      github.handler = respondWith(200, text, { 'content-type': 'application/json' })
      setRegion(scenario, 'EU_WEST_1')
      const { outputs, warnings } = await drift()
      expect(outputs).toMatchObject({ 'failure-reason': 'drift', 'issue-url': '' })
      expect(warnings).toEqual([expect.stringMatching(/does not have the documented form/)])
      expect(github.calls).toHaveLength(1)
    }),
  )

  test('no answer before the end of the run', () =>
    withProject(async ({ scenario, github, drift }) => {
      github.handler = hang
      setRegion(scenario, 'EU_WEST_1')
      const { outputs, warnings, durationMs } = await drift({ timeout: '2' })
      expect(outputs).toMatchObject({ 'failure-reason': 'drift', 'issue-url': '' })
      expect(warnings).toHaveLength(1)
      expect(durationMs).toBeLessThan(4000)
    }))

  test('a short outage is waited out', () =>
    withProject(async ({ scenario, github, drift }) => {
      let times = 0
      github.respond = () => {
        times += 1
        return times === 1 ? [503, {}] : undefined
      }
      setRegion(scenario, 'EU_WEST_1')
      const { warnings, log } = await drift()
      expect(warnings).toEqual([])
      expect(log.filter((line) => line.includes('GitHub GET'))).toHaveLength(1)
      expect(github.issues).toHaveLength(1)
    }))

  test('a rate limit that only its message tells', () =>
    withProject(async ({ scenario, github, drift }) => {
      github.respond = () => [403, { message: 'You have exceeded a secondary rate limit.' }]
      setRegion(scenario, 'EU_WEST_1')
      expect((await drift()).warnings).toEqual([expect.stringContaining('wait 60 s')])
    }))

  test('nobody listens', () =>
    withProject(async ({ scenario }) => {
      const env = { GITHUB_API_URL: 'http://127.0.0.1:9', GITHUB_REPOSITORY: REPOSITORY }
      const { warnings } = await scenario.runStep(
        { ...AWS, mode: 'drift', issue: 'true', 'aws-region': 'eu-west-1' },
        { env },
      )
      expect(warnings).toEqual([expect.stringContaining('no response')])
    }))

  test('a deprecation, which Octokit would print', () =>
    withProject(async ({ scenario, github, drift }) => {
      github.extraHeaders = {
        deprecation: 'Sat, 01 Jan 2028 00:00:00 GMT',
        link: '<https://x.test/##[add-mask]a>; rel="deprecation"',
      }
      setRegion(scenario, 'EU_WEST_1')
      expect((await drift()).warnings).toEqual([])
      expect(github.issues).toHaveLength(1)
    }))

  test('variables of the runner that make no sense', () =>
    withProject(async ({ scenario }) => {
      const env = { GITHUB_API_URL: 'no url', GITHUB_REPOSITORY: REPOSITORY }
      const { outputs, warnings } = await scenario.runStep(
        { ...AWS, mode: 'drift', issue: 'true', 'aws-region': 'eu-west-1' },
        { env },
      )
      expect(outputs['failure-reason']).toBe('drift')
      expect(warnings).toHaveLength(1)
    }))

  test('an API that is reached over plain http: the token is not sent', () =>
    withProject(async ({ scenario, github, step }) => {
      setRegion(scenario, 'EU_WEST_1')
      const env = { GITHUB_API_URL: github.url.replace('127.0.0.1', '0.0.0.0') }
      const { outputs, warnings } = await step({ ...AWS, mode: 'drift', issue: 'true' }, undefined, { env })
      expect(outputs['failure-reason']).toBe('drift')
      expect(warnings).toEqual([expect.stringMatching(/GITHUB_API_URL.*the token of `github-token` was not sent/)])
      expect(github.calls).toEqual([])
    }))

  test('an event that is no JSON', () =>
    withProject(async ({ scenario, github }) => {
      const env = { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: REPOSITORY }
      const { outputs, warnings } = await scenario.runStep(
        { ...AWS, mode: 'drift', issue: 'true', 'aws-region': 'eu-west-1' },
        { env, files: { 'event.json': 'no JSON' }, runtime: { GITHUB_EVENT_PATH: 'event.json' } },
      )
      expect(outputs['failure-reason']).toBe('drift')
      expect(warnings).toEqual([expect.stringContaining("Couldn't update GitHub")])
    }))

  test('no token', () =>
    withProject(async ({ scenario, github, drift }) => {
      setRegion(scenario, 'EU_WEST_1')
      const { warnings } = await drift({ 'github-token': '' })
      expect(warnings).toEqual([expect.stringContaining('`github-token`')])
      expect(github.calls).toEqual([])
    }))
})

describe('half a list of issues', () => {
  const next = { link: '<https://elsewhere.invalid/?page=2>; rel="next"' }
  const halves: [string, (page: number, issues: unknown) => [number, unknown, object?] | undefined][] = [
    ['whose announced page is empty', (page, issues) => (page === 1 ? [200, issues, next] : [200, []])],
    ['whose announced page is an object', (page, issues) => (page === 1 ? [200, issues, next] : [200, {}])],
    ['whose announced page is missing', (page, issues) => (page === 1 ? [200, issues, next] : [404, {}])],
    ['that is empty and announces more', () => [200, [], next]],
    ['that is an object', () => [200, {}]],
    ['that is null', () => [200, null]],
  ]

  test.each(halves)('%s: none is closed, and none opened', (_, respond) =>
    withProject(async ({ scenario, github, drift }) => {
      setRegion(scenario, 'EU_WEST_1')
      await drift()
      const [issue] = github.issues
      const shown = { ...issue, id: 1001, html_url: 'https://github.test/octo-org/octo-repo/issues/1', comments: 0 }
      github.respond = ({ method, path }) => {
        const page = /[?&]page=(\d+)$/.exec(path)?.[1]
        const response = method === 'GET' && page !== undefined ? respond(Number(page), [shown]) : undefined
        return response as [number, unknown, Record<string, string>?] | undefined
      }
      for (const region of ['US_EAST_1', 'EU_WEST_2']) {
        setRegion(scenario, region)
        github.calls.length = 0
        const { warnings, outputs } = await drift()
        expect(github.writes).toEqual([])
        expect(warnings).toHaveLength(1)
        expect(outputs['issue-url']).toBe('')
      }
    }),
  )
})
