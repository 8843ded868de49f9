import { describe, expect, test } from '@jest/globals'
import type { GitHubSettings, Target } from '../../src/domain/settings.ts'
import { publishToGitHub, type RunFindings } from '../../src/github/publish.ts'
import { buildReport } from '../../src/report/report.ts'
import { type SafeText, safe } from '../../src/sanitize/safe-text.ts'
import { FakeGitHub, REPOSITORY } from '../fake-github/server.ts'
import { type FakeRunContext, fakeRunContext } from '../harness/context.ts'
import { idOf, ORGANIZATION } from '../harness/fixtures.ts'
import { GITHUB_TOKEN } from '../harness/run-action.ts'
import { desires, enabled, PROJECT, resultOf, type StepOf, wants } from './results.ts'

const DRIFT: StepOf = { mode: 'drift', desired: desires([wants('aws')]) }
const DRIFTED = { reported: { awsKms: enabled('aws', { region: 'EU_WEST_1' }) as never } }
const ISSUE: GitHubSettings = {
  token: GITHUB_TOKEN,
  issue: true,
  issueLabels: [],
  issueAssignees: [],
  comment: false,
  pullRequest: null,
}
const COMMENT: GitHubSettings = { ...ISSUE, issue: false, comment: true, pullRequest: 7 }

async function findings(step = DRIFT, target?: Target): Promise<RunFindings> {
  const projects = [await resultOf(step, DRIFTED)]
  return {
    target: target ?? { kind: 'project', projects: [step.desired] },
    shard: null,
    projects,
    report: buildReport({ mode: step.mode, shard: null, isMultiProject: false, error: null, projects }),
    atlasOrigin: 'https://cloud.mongodb.com',
    isInShard: () => true,
  }
}

async function publish(
  found: RunFindings,
  settings: GitHubSettings,
  arrange: (github: FakeGitHub) => void = () => undefined,
  env: Record<string, string> = {},
): Promise<{ issueUrl: string; commentUrl: string; github: FakeGitHub; texts: string[] }> {
  const github = await FakeGitHub.start()
  const run: FakeRunContext = fakeRunContext()
  try {
    arrange(github)
    const variables = { GITHUB_API_URL: github.url, GITHUB_SERVER_URL: 'https://github.test', ...env }
    const links = await publishToGitHub(found, settings, { GITHUB_REPOSITORY: REPOSITORY, ...variables }, run)
    return { ...links, github, texts: run.events.map((event) => ('text' in event ? event.text : event.type)) }
  } finally {
    await github.stop()
  }
}

describe('an issue', () => {
  test('is published, with a link', async () => {
    const { issueUrl, commentUrl, texts, github } = await publish(await findings(), ISSUE)
    expect([issueUrl, commentUrl]).toEqual([`https://github.test/${REPOSITORY}/issues/1`, ''])
    expect(texts).toEqual([])
    expect(github.issues[0]?.body).toContain(`<a href="https://cloud.mongodb.com/v2/${PROJECT}">`)
  })

  test('has the labels and assignees of the workflow', async () => {
    const settings = { ...ISSUE, issueLabels: ['a b', 'c'], issueAssignees: ['octocat', 'nobody'] }
    const { github, texts } = await publish(await findings(), settings)
    expect(github.issues[0]?.labels).toEqual(['atlas-encryption-at-rest', 'a b', 'c'])
    expect(texts).toEqual([expect.stringContaining('`issue-assignees` (octocat, nobody)')])
  })

  test('of a config file remembers the file, however its path is written', async () => {
    const target = (file: SafeText): Target => ({ kind: 'config-file', file, projects: [DRIFT.desired] })
    const { github } = await publish(await findings(DRIFT, target(safe`./config/../atlas.yml`)), ISSUE)
    const origin = /;([0-9a-f]{16}) -->/.exec(github.issues[0]?.body.split('begin=')[1] ?? '')?.[1]
    const other = await publish(await findings(DRIFT, target(safe`atlas.yml`)), ISSUE)
    expect(origin).toBeDefined()
    expect(other.github.issues[0]?.body).toContain(`;${origin} -->`)
  })

  test('of an organization wants the same of each project', async () => {
    const verify: StepOf = { mode: 'verify', desired: desires([wants('gcp')]) }
    const selection = { include: [], exclude: [] }
    const target: Target = { kind: 'organization', id: ORGANIZATION, selection, desired: verify.desired }
    const { github } = await publish(await findings(verify, target), ISSUE)
    expect(github.issues[0]?.body).toContain('begin=off:gcp')
  })

  test('is not asked for: nothing is sent', async () => {
    const { github } = await publish(await findings(), { ...ISSUE, issue: false })
    expect(github.calls).toEqual([])
  })
})

describe('a comment', () => {
  const plan: StepOf = { ...DRIFT, mode: 'plan' }
  const withPullRequest = (github: FakeGitHub): void => void github.addIssue({ number: 7, pull_request: {} })

  test('is published, with a link', async () => {
    const { commentUrl, texts } = await publish(await findings(plan), COMMENT, withPullRequest)
    expect(commentUrl).toContain('/pull/7#issuecomment-')
    expect(texts).toEqual([])
  })

  test('of a config file has all projects', async () => {
    const target: Target = { kind: 'config-file', file: safe`atlas.yml`, projects: [plan.desired] }
    const { github } = await publish(await findings(plan, target), COMMENT, withPullRequest)
    expect(github.issues[0]?.comments[0]?.body).toContain('<th>Project</th>')
  })

  test('without a pull request is a note', async () => {
    const { texts, github } = await publish(await findings(plan), { ...COMMENT, pullRequest: null })
    expect(texts).toEqual(['No comment: this run was not triggered by a pull request.'])
    expect(github.calls).toEqual([])
  })

  test('that is refused is a warning', async () => {
    const refuse = (github: FakeGitHub): void => void Object.assign(github, { respond: () => [403, {}] })
    const { texts } = await publish(await findings(plan), COMMENT, refuse)
    expect(texts).toEqual([
      "Couldn't update the comment: GitHub responded with 403: the token of `github-token` needs the permission `pull-requests: write`. This does not change the result of the run.",
    ])
  })
})

describe('a warning is all that comes of', () => {
  test('a refusal, once for many projects', async () => {
    const projects = Array.from({ length: 5 }, (_, n) => ({ ...DRIFT.desired, id: idOf(n) }))
    const found = await findings(DRIFT, { kind: 'config-file', file: safe`atlas.yml`, projects })
    const [result] = found.projects
    const all = projects.map(({ id }) => ({ ...(result as NonNullable<typeof result>), projectId: id }))
    const refuse = (github: FakeGitHub): void =>
      void Object.assign(github, {
        respond: ({ method }: { method: string }) => (method === 'POST' ? [403, {}] : undefined),
      })
    const { texts, issueUrl } = await publish({ ...found, projects: all }, ISSUE, refuse)
    expect(texts).toEqual([expect.stringMatching(/^Couldn't update the issue: .*`issues: write`/)])
    expect(issueUrl).toBe('')
  })

  test.each([
    [
      'an API that is reached over plain http',
      { GITHUB_API_URL: 'http://github.test/api/v3' },
      /not an `https:\/\/` URL/,
    ],
    ['a repository that is none', { GITHUB_REPOSITORY: 'x' }, /GITHUB_REPOSITORY/],
    ['an API that cannot be reached', { GITHUB_API_URL: 'http://127.0.0.1:9' }, /no response/],
  ])('%s', async (_, env, message) => {
    const { texts, github } = await publish(await findings(), ISSUE, undefined, env)
    expect(texts.filter((text) => text !== 'retry')).toEqual([expect.stringMatching(message)])
    expect(github.calls).toEqual([])
  })

  test('a defect, without its text', async () => {
    const found = await findings()
    const broken = { ...found, projects: [{ ...found.projects[0], projectId: 'no id' }] } as unknown as RunFindings
    const { texts } = await publish(broken, ISSUE)
    expect(texts).toEqual([
      "Couldn't update the issue: an unexpected error. This does not change the result of the run.",
    ])
  })
})
