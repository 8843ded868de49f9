import { describe, expect, test } from '@jest/globals'
import { marker, targetId } from '../../src/github/markers.ts'
import { ACTIONS_BOT, type FakeAccount, type FakeGitHub, type FakeIssue } from '../fake-github/server.ts'
import { CONFIGURATIONS, PROJECT_ID } from '../harness/fixtures.ts'
import {
  issueUrl,
  LABEL,
  PROJECT_MARKER,
  type ProjectAndGitHub,
  setRegion,
  withProject,
} from '../harness/github-scenario.ts'

const MALLORY: FakeAccount = { login: 'mallory', type: 'User' }
const OTHER_BOT: FakeAccount = { login: 'other-app[bot]', type: 'Bot' }
const ROBOT: FakeAccount = { login: 'deploy-robot', type: 'User' }

const permissionRequests = (github: FakeGitHub): string[] =>
  github.requests.filter((line) => line.startsWith('GET /collaborators'))

/** The body that the action writes for a drift of the region, as anybody can read it in a public repository. */
async function writtenBody({ scenario, github, drift }: ProjectAndGitHub): Promise<string> {
  setRegion(scenario, 'EU_WEST_1')
  await drift()
  const [issue] = github.issues.splice(0)
  github.calls.length = 0
  return issue?.body as string
}

const OTHERS: readonly [string, Partial<FakeIssue>][] = [
  ['a person without rights', { user: MALLORY }],
  ['a person who claims to be an owner', { user: MALLORY, author_association: 'OWNER' }],
  ['another bot', { user: OTHER_BOT }],
  ['another bot that claims to be a member', { user: OTHER_BOT, author_association: 'MEMBER' }],
  ['an organization', { user: { login: 'octo-org', type: 'Organization' } }],
  ['a person who is called like the bot', { user: { login: 'github-actions', type: 'User' } }],
  ['a deleted account', { user: null }],
]

describe('an issue with the marker and the right fingerprint that was prepared by', () => {
  test.each(OTHERS)('%s does not suppress the finding', (_, more) =>
    withProject(async (context) => {
      const { github, drift } = context
      const body = await writtenBody(context)
      const prepared = github.addIssue({ ...more, body, labels: [LABEL] })
      const { outputs } = await drift()
      expect(outputs['issue-url']).toBe(issueUrl(2))
      expect(prepared).toMatchObject({ body, state: 'open', comments: [] })
      expect(github.issues[1]).toMatchObject({ state: 'open', user: ACTIONS_BOT })
    }),
  )

  test.each(['read', 'triage', 'none'])('a person with the permission %s does not suppress it', (permission) =>
    withProject(async (context) => {
      const { github, drift } = context
      const body = await writtenBody(context)
      github.permissions?.set(MALLORY.login, permission)
      github.addIssue({ user: MALLORY, author_association: 'COLLABORATOR', body, labels: [LABEL] })
      await drift()
      expect(github.issues).toHaveLength(2)
    }),
  )

  test('somebody else is not closed when the finding is resolved', () =>
    withProject(async (context) => {
      const { scenario, github, drift } = context
      const body = await writtenBody(context)
      github.addIssue({ user: MALLORY, body, labels: [LABEL] })
      setRegion(scenario, 'US_EAST_1')
      await drift()
      expect(github.writes).toEqual([])
    }))
})

describe('an issue is one of this action if it is', () => {
  test.each(['write', 'admin'])('by a person with the permission %s, who is asked for once', (permission) =>
    withProject(async (context) => {
      const { github, drift } = context
      const body = await writtenBody(context)
      github.permissions?.set(MALLORY.login, permission)
      for (let n = 0; n < 3; n += 1) github.addIssue({ user: MALLORY, body, labels: [LABEL] })
      await drift()
      expect(github.issues.map(({ state }) => state)).toEqual(['open', 'closed', 'closed'])
      expect(permissionRequests(github)).toEqual(['GET /collaborators/mallory/permission'])
    }),
  )

  test.each([ROBOT, { login: 'deploy-app[bot]', type: 'Bot' } as const])('by the account of the token: %j', (viewer) =>
    withProject(async (context) => {
      const { github, drift } = context
      github.viewer = viewer
      const body = await writtenBody(context)
      github.addIssue({ body, labels: [LABEL] })
      await drift()
      expect(github.writes).toEqual([])
      expect(permissionRequests(github)).toEqual([])
      // An issue by the bot of GitHub Actions is not, then.
      github.issues.splice(0)
      github.addIssue({ body, labels: [LABEL], user: ACTIONS_BOT })
      await drift()
      expect(github.issues).toHaveLength(2)
    }),
  )

  test.each(['errors', 'unauthorized'] as const)('by the bot of GitHub Actions, where GraphQL gives %s', (graphql) =>
    withProject(async (context) => {
      const { github, drift } = context
      github.graphql = graphql
      const body = await writtenBody(context)
      github.addIssue({ body, labels: [LABEL] })
      const { warnings } = await drift()
      expect(github.writes).toEqual([])
      expect(warnings).toEqual([])
    }),
  )
})

describe('what cannot be asked for', () => {
  test('makes a person untrusted, without a warning', () =>
    withProject(async (context) => {
      const { github, drift } = context
      const body = await writtenBody(context)
      github.permissions = null
      github.addIssue({ user: MALLORY, body, labels: [LABEL] })
      const { warnings } = await drift()
      expect(github.issues).toHaveLength(2)
      expect(warnings).toEqual([])
    }))

  test('is not asked for while no issue has the marker', () =>
    withProject(async ({ scenario, github, drift }) => {
      github.addIssue({ user: MALLORY, body: 'An issue without a marker', labels: [LABEL] })
      await drift()
      expect(github.requests).toEqual([`GET /issues?state=all&labels=${LABEL}&per_page=100&page=1`])
      setRegion(scenario, 'EU_WEST_1')
      await drift()
      expect(github.requests).not.toContain('POST /graphql')
    }))

  test('is asked at the address of GraphQL that the runner gives', () =>
    withProject(async (context) => {
      const { github, step } = context
      const body = await writtenBody(context)
      github.addIssue({ body, labels: [LABEL] })
      const env = { GITHUB_GRAPHQL_URL: `${github.url}/api/graphql` }
      await step({ ...CONFIGURATIONS.aws.inputs, mode: 'drift', issue: 'true' }, undefined, { env })
      expect(github.requests).toContain('POST /api/graphql')
    }))
})

describe('an issue whose body is not the one that was written', () => {
  const edit = (edited: (body: string) => string) =>
    withProject(async (context) => {
      const { github, drift } = context
      const body = await writtenBody(context)
      const issue = github.addIssue({ body: edited(body), labels: [LABEL] })
      await drift()
      expect(github.writes).toEqual(['PATCH /issues/1'])
      expect(issue.body).toContain('EU_WEST_1')
      await drift()
      expect(github.writes).toHaveLength(1)
    })

  test.each<[string, (body: string) => string]>([
    ['a part without its text', (body) => body.replace(/<p><b>❌.drift.*\n/u, '')],
    ['a note', (body) => `${body}\n\nSeen, all fine.`],
    ['another value', (body) => body.replace('EU_WEST_1', 'US_EAST_1')],
    [
      'the state of version 1.0',
      (body) => body.replace(/state=[0-9a-f]+;[0-9a-f]+/, 'memory=drift:aws;0123456789abcdef'),
    ],
    ['nothing but its marker', () => PROJECT_MARKER],
  ])('%s: is written anew while the finding stands', (_, edited) => edit(edited))

  test('only its line ends: is left alone', () =>
    withProject(async (context) => {
      const { github, drift } = context
      const body = await writtenBody(context)
      github.addIssue({ body: `${body.replaceAll('\n', '\r\n')}\r\n`, labels: [LABEL] })
      await drift()
      expect(github.writes).toEqual([])
    }))

  test('is closed once what it names is resolved', () =>
    withProject(async (context) => {
      const { scenario, github, drift } = context
      const body = await writtenBody(context)
      github.addIssue({ body: `${body}\n\nSeen.`, labels: [LABEL] })
      setRegion(scenario, 'US_EAST_1')
      await drift()
      expect(github.issues[0]?.state).toBe('closed')
    }))
})

describe('a comment with the marker of the plan by', () => {
  const event = { number: 7, pull_request: { number: 7 } }
  const plan = { ...CONFIGURATIONS.aws.inputs, mode: 'plan', comment: 'true' }
  const body = marker('plan', targetId('project', PROJECT_ID, 'aws'))

  test.each<[string, FakeAccount | null]>([
    ['a person without rights', MALLORY],
    ['another bot', OTHER_BOT],
    ['a deleted account', null],
  ])('%s is left alone', (_, user) =>
    withProject(async ({ github, step }) => {
      const pull = github.addIssue({ number: 7, pull_request: {} })
      github.addComment(7, body, { user, author_association: 'MEMBER' })
      await step(plan, event)
      expect(pull.comments.map((comment) => comment.user)).toEqual([user, ACTIONS_BOT])
      expect(pull.comments[0]?.body).toBe(body)
    }),
  )

  test('a person who may write is updated in place', () =>
    withProject(async ({ github, step }) => {
      const pull = github.addIssue({ number: 7, pull_request: {} })
      github.permissions?.set(MALLORY.login, 'write')
      github.addComment(7, body, { user: MALLORY })
      await step(plan, event)
      expect(pull.comments).toHaveLength(1)
      expect(pull.comments[0]?.body).toContain('Atlas encryption at rest')
    }))
})
