import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { hang, refuseWith } from '../fake-atlas/faults.ts'
import { FakeGitHub, REPOSITORY } from '../fake-github/server.ts'
import { CONFIGURATIONS, PROJECT_ID } from '../harness/fixtures.ts'
import type { StepResult } from '../harness/run-action.ts'
import { type Scenario, withScenario } from '../harness/scenario.ts'

const { inputs: AWS } = CONFIGURATIONS.aws
const LABEL = 'atlas-encryption-at-rest'
const MARKER = `<!-- atlas-encryption-at-rest:project=${PROJECT_ID} -->`

interface Play {
  readonly scenario: Scenario
  readonly github: FakeGitHub
  /** A drift check with an issue. */
  readonly drift: (more?: Record<string, string>) => Promise<StepResult>
  readonly step: (inputs: Record<string, string>, event?: object) => Promise<StepResult>
}

function play(test: (play: Play) => Promise<void>): Promise<void> {
  return withScenario(async (scenario) => {
    const github = await FakeGitHub.start()
    try {
      scenario.enable('aws')
      const step: Play['step'] = (inputs, event) =>
        scenario.runStep(inputs, {
          env: {
            GITHUB_API_URL: github.url,
            GITHUB_SERVER_URL: 'https://github.test',
            GITHUB_REPOSITORY: REPOSITORY,
            GITHUB_RUN_ID: '42',
            ...(event ? { GITHUB_EVENT_NAME: 'pull_request' } : {}),
          },
          ...(event ? { event } : {}),
        })
      await test({
        scenario,
        github,
        step,
        drift: (more = {}) => step({ ...AWS, mode: 'drift', issue: 'true', ...more }),
      })
    } finally {
      await github.stop()
    }
  })
}

const setRegion = ({ project }: Scenario, region: string): void => {
  Object.assign(project.blocks.awsKms as object, { region })
}

describe('the life of an issue', () => {
  test('opened, left alone, updated, closed, reopened, also after a change of its title or by hand', () =>
    play(async ({ scenario, github, drift }) => {
      expect((await drift()).outputs['issue-url']).toBe('')
      expect(github.requestLines).toEqual([`GET /issues?state=all&labels=${LABEL}&per_page=100&page=1`])

      setRegion(scenario, 'EU_WEST_1')
      const opened = await drift({ 'issue-labels': 'security, on-call', 'issue-assignees': 'octocat' })
      expect(opened.outputs).toMatchObject({
        'failure-reason': 'drift',
        'issue-url': `https://github.test/${REPOSITORY}/issues/1`,
      })
      const [issue] = github.issues
      if (issue === undefined) throw new Error('no issue')
      expect(issue).toMatchObject({ state: 'open', labels: [LABEL, 'security', 'on-call'], assignees: ['octocat'] })
      expect(issue.title).toContain(PROJECT_ID)
      expect(issue.body).toContain(MARKER)
      expect(issue.body).toContain('EU_WEST_1')
      expect(issue.body).toContain(`https://github.test/${REPOSITORY}/actions/runs/42`)
      expect([...github.labels]).toEqual([LABEL, 'security', 'on-call'])

      github.calls.length = 0
      const same = await drift()
      expect(github.calls).toHaveLength(1)
      expect(same.outputs['issue-url']).toBe(opened.outputs['issue-url'])

      issue.title = 'Renamed by hand'
      setRegion(scenario, 'EU_WEST_2')
      await drift()
      expect(github.issues).toHaveLength(1)
      expect(issue).toMatchObject({ title: 'Renamed by hand', comments: [] })
      expect(issue.body).toContain('EU_WEST_2')

      setRegion(scenario, 'US_EAST_1')
      await drift()
      expect(issue).toMatchObject({ state: 'closed', state_reason: 'completed' })
      expect(issue.comments).toHaveLength(1)
      github.calls.length = 0
      await drift()
      expect(github.calls).toHaveLength(1)

      setRegion(scenario, 'EU_WEST_1')
      await drift()
      expect(issue.state).toBe('open')
      issue.state = 'closed'
      await drift()
      expect(issue.state).toBe('open')
      expect(github.issues).toHaveLength(1)
    }))

  test('an invalid key and a requirement are findings too, also when they are excused', () =>
    play(async ({ scenario, github, step }) => {
      scenario.project.brokenKeys.add(CONFIGURATIONS.aws.block.customerMasterKeyID)
      const { outputs } = await step({ mode: 'verify', provider: 'aws', issue: 'true', 'fail-on-invalid': 'false' })
      expect(outputs).toMatchObject({ result: 'passed' })
      expect(github.issues[0]?.body).toContain('valid: false')
      scenario.project.brokenKeys.clear()
      scenario.project.clusters = [{ name: 'legacy' }]
      await step({ mode: 'verify', provider: 'aws', issue: 'true', require: 'clusters' })
      expect(github.issues).toHaveLength(1)
      expect(github.issues[0]?.body).toContain('legacy')
    }))

  test('a verify that passes does not close what a drift check found', () =>
    play(async ({ scenario, github, drift, step }) => {
      setRegion(scenario, 'EU_WEST_1')
      await drift()
      const { outputs } = await step({ mode: 'verify', provider: 'aws', issue: 'true' })
      expect(outputs).toMatchObject({ result: 'passed', 'issue-url': `https://github.test/${REPOSITORY}/issues/1` })
      expect(github.issues[0]?.state).toBe('open')
    }))

  test('steps that look at different parts of one project do not close what the others found', () =>
    play(async ({ scenario, github, drift, step }) => {
      scenario.enable('azure')
      setRegion(scenario, 'EU_WEST_1')
      await drift()
      const azure = { ...CONFIGURATIONS.azure.inputs, mode: 'drift', issue: 'true' }
      await step(azure)
      expect(github.issues[0]).toMatchObject({ state: 'open', comments: [] })
      scenario.project.clusters = [{ name: 'legacy' }]
      const verify = { mode: 'verify', provider: 'aws', issue: 'true' }
      await step({ ...verify, require: 'clusters' })
      await step({ ...verify, require: 'role-based-auth' })
      expect(github.issues[0]?.state).toBe('open')
      expect(github.issues[0]?.body).toMatch(/legacy.*not looked at by this one: drift:aws/s)
    }))

  test('what is gone in part is written down, and the rest closes it', () =>
    play(async ({ scenario, github, drift, step }) => {
      scenario.project.clusters = [{ name: 'legacy' }]
      setRegion(scenario, 'EU_WEST_1')
      await drift({ require: 'clusters' })
      setRegion(scenario, 'US_EAST_1')
      await drift()
      expect(github.issues[0]?.state).toBe('open')
      expect(github.issues[0]?.body).not.toContain('EU_WEST_1')
      expect(github.issues[0]?.body).toContain('requirement:clusters')
      scenario.project.clusters = []
      await step({ mode: 'verify', provider: 'aws', issue: 'true', require: 'clusters' })
      expect(github.issues[0]?.state).toBe('closed')
    }))

  test.each([
    ['a person quotes the marker', `> ${MARKER}`, { user: { type: 'User' }, author_association: 'MEMBER' }],
    ['a stranger laid it out', MARKER, { user: { type: 'User' }, author_association: 'NONE' }],
  ])('%s: that issue is not ours', (_, body, author) =>
    play(async ({ scenario, github, drift }) => {
      const theirs = github.addIssue({ body, labels: [LABEL], ...author })
      setRegion(scenario, 'EU_WEST_1')
      await drift()
      expect(theirs).toMatchObject({ body, state: 'open' })
      expect(github.issues).toHaveLength(2)
    }),
  )

  test('an error neither opens, updates nor closes', () =>
    play(async ({ scenario, github, drift }) => {
      setRegion(scenario, 'EU_WEST_1')
      await drift()
      github.calls.length = 0
      scenario.atlas.faults.push({ method: 'GET', handler: refuseWith(403, 'USER_UNAUTHORIZED', 'No.') })
      expect((await drift()).outputs['failure-reason']).toBe('error')
      expect(github.calls).toEqual([])
    }))

  test('it is found on the second page, and pull requests are none', () =>
    play(async ({ scenario, github, drift }) => {
      const ours = github.addIssue({ body: MARKER, labels: [LABEL], state: 'closed' })
      github.addIssue({ body: MARKER, labels: [LABEL], pull_request: {} })
      for (let i = 0; i < 120; i += 1) github.addIssue({ body: 'other', labels: [LABEL] })
      github.maxPageSize = 50
      setRegion(scenario, 'EU_WEST_1')
      await drift()
      expect(ours.state).toBe('open')
      expect(github.issues).toHaveLength(122)
    }))

  test('runs that race converge to the oldest', () =>
    play(async ({ scenario, github, drift }) => {
      github.beforeCreate = () => {
        github.beforeCreate = undefined
        github.addIssue({ title: 'The other run was faster', body: MARKER, labels: [LABEL] })
      }
      setRegion(scenario, 'EU_WEST_1')
      const { outputs } = await drift()
      expect(outputs['issue-url']).toBe(`https://github.test/${REPOSITORY}/issues/1`)
      expect(github.issues.map(({ state }) => state)).toEqual(['open', 'closed'])
      expect(github.issues[1]).toMatchObject({ state_reason: 'duplicate', comments: [{ body: 'Duplicate of #1.' }] })
    }))

  test('an older server knows of no duplicates', () =>
    play(async ({ scenario, github, drift }) => {
      for (let i = 0; i < 2; i += 1) github.addIssue({ body: MARKER, labels: [LABEL] })
      github.trouble = ({ body }) => (body.state_reason === 'duplicate' ? [422, {}] : undefined)
      setRegion(scenario, 'EU_WEST_1')
      await drift()
      expect(github.issues.map(({ state_reason }) => state_reason)).toEqual([null, 'not_planned'])
    }))

  test('labels that may not be made do not keep the issue from being opened', () =>
    play(async ({ scenario, github, drift }) => {
      github.trouble = ({ method, path }) => {
        if (method === 'POST' && path.endsWith('/labels')) return [403, { message: 'Resource not accessible' }]
        return undefined
      }
      github.labels.add('security')
      github.makesLabels = true
      setRegion(scenario, 'EU_WEST_1')
      const { warnings } = await drift({ 'issue-labels': 'security' })
      expect(warnings).toEqual([])
      expect(github.issues).toHaveLength(1)
    }))

  test('assignees that GitHub does not take are left out, with a warning', () =>
    play(async ({ scenario, github, drift }) => {
      setRegion(scenario, 'EU_WEST_1')
      const { warnings } = await drift({ 'issue-assignees': 'nobody' })
      expect(warnings).toEqual([expect.stringContaining('nobody')])
      expect(github.issues).toHaveLength(1)
    }))

  test("thousands of markers in strangers' issues keep nobody from finding ours", () =>
    play(async ({ scenario, github, drift }) => {
      const markers = Array.from({ length: 1500 }, (_, n) => MARKER.replace('beef', n.toString(16).padStart(4, '0')))
      const stranger = { user: { type: 'User' }, author_association: 'NONE', labels: [LABEL] }
      for (let n = 0; n < 150; n += 1) github.addIssue({ ...stranger, body: [MARKER, ...markers].join('\n') })
      setRegion(scenario, 'EU_WEST_1')
      const { outputs } = await drift({ timeout: '10' })
      expect(outputs['issue-url']).toMatch(/\/issues\/151$/)
    }))

  test('a URL that leads elsewhere is not handed on', () =>
    play(async ({ scenario, github, drift }) => {
      const issue = {
        id: 1,
        number: 1,
        body: MARKER,
        user: { type: 'Bot' },
        html_url: 'https://elsewhere.test/x/issues/1',
      }
      github.trouble = ({ method }) => (method === 'GET' ? [200, [issue]] : [200, issue])
      setRegion(scenario, 'EU_WEST_1')
      const { outputs, warnings } = await drift()
      expect(outputs['issue-url']).toBe('')
      expect(warnings).toEqual([])
    }))

  test('hostile values stay inert', () =>
    play(async ({ scenario, github, drift }) => {
      Object.assign(scenario.project.blocks.awsKms as object, {
        customerMasterKeyID: `@everyone <img src=x> --> ${MARKER.replace('beef', 'cafe')} ##[error]x`,
      })
      await drift()
      const body = github.issues[0]?.body ?? ''
      expect(body.match(/<!--/g)).toHaveLength(2)
      expect(body.replace(/<code>[^<]*<\/code>/g, '')).not.toMatch(/@everyone|<img/)
    }))
})

describe('what GitHub refuses is a warning, and the verdict on Atlas stands', () => {
  const TROUBLES: readonly [name: string, status: number, headers: Record<string, string>, says: RegExp][] = [
    ['no permission', 403, {}, /`issues: write`/],
    ['no such repository', 404, {}, /`issues: write`/],
    ['a wrong token', 401, {}, /wrong or has expired/],
    ['issues switched off', 410, {}, /switched off/],
    ['a secondary rate limit', 403, { 'retry-after': '3600' }, /wait 3600 s/],
    ['a rate limit', 429, { 'retry-after': '3600' }, /wait 3600 s/],
    ['a request that it does not understand', 422, {}, /HTTP 422/],
    ['an outage', 502, {}, /in trouble/],
  ]
  test.each(TROUBLES)('%s', (_, status, headers, says) =>
    play(async ({ scenario, github, drift }) => {
      github.trouble = () => [status, { message: '::error::Resource not accessible' }, headers]
      setRegion(scenario, 'EU_WEST_1')
      const { outputs, warnings } = await drift()
      expect(outputs).toMatchObject({ 'failure-reason': 'drift', 'issue-url': '' })
      expect(warnings).toEqual([expect.stringMatching(says)])
    }),
  )

  test.each<unknown>([{}, null, 'text', [{ id: 'x' }], [{ id: 1, html_url: 'javascript:alert(1)' }]])(
    'nonsense: %j',
    (nonsense) =>
      play(async ({ scenario, github, drift }) => {
        github.trouble = () => [200, nonsense]
        setRegion(scenario, 'EU_WEST_1')
        const { outputs, warnings } = await drift()
        expect(outputs).toMatchObject({ 'failure-reason': 'drift', 'issue-url': '' })
        expect(warnings).toHaveLength(1)
      }),
  )

  test('no answer before the end of the run', () =>
    play(async ({ scenario, github, drift }) => {
      github.handler = hang
      setRegion(scenario, 'EU_WEST_1')
      const { outputs, warnings, durationMs } = await drift({ timeout: '2' })
      expect(outputs).toMatchObject({ 'failure-reason': 'drift', 'issue-url': '' })
      expect(warnings).toHaveLength(1)
      expect(durationMs).toBeLessThan(4000)
    }))

  test('a short outage is waited out', () =>
    play(async ({ scenario, github, drift }) => {
      let times = 0
      github.trouble = () => {
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
    play(async ({ scenario, github, drift }) => {
      github.trouble = () => [403, { message: 'You have exceeded a secondary rate limit.' }]
      setRegion(scenario, 'EU_WEST_1')
      expect((await drift()).warnings).toEqual([expect.stringContaining('wait 60 s')])
    }))

  test('nobody listens', () =>
    play(async ({ scenario }) => {
      const env = { GITHUB_API_URL: 'http://127.0.0.1:9', GITHUB_REPOSITORY: REPOSITORY }
      const { warnings } = await scenario.runStep(
        { ...AWS, mode: 'drift', issue: 'true', 'aws-region': 'eu-west-1' },
        { env },
      )
      expect(warnings).toEqual([expect.stringContaining('no reply')])
    }))

  test('a deprecation, which Octokit would print', () =>
    play(async ({ scenario, github, drift }) => {
      github.extraHeaders = {
        deprecation: 'Sat, 01 Jan 2028 00:00:00 GMT',
        link: '<https://x.test/##[add-mask]a>; rel="deprecation"',
      }
      setRegion(scenario, 'EU_WEST_1')
      expect((await drift()).warnings).toEqual([])
      expect(github.issues).toHaveLength(1)
    }))

  test('variables of the runner that make no sense', () =>
    play(async ({ scenario }) => {
      const env = { GITHUB_API_URL: 'no url', GITHUB_REPOSITORY: REPOSITORY }
      const { outputs, warnings } = await scenario.runStep(
        { ...AWS, mode: 'drift', issue: 'true', 'aws-region': 'eu-west-1' },
        { env },
      )
      expect(outputs['failure-reason']).toBe('drift')
      expect(warnings).toHaveLength(1)
    }))

  test('an event that is no JSON', () =>
    play(async ({ scenario, github }) => {
      const env = { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: REPOSITORY }
      const { outputs, warnings } = await scenario.runStep(
        { ...AWS, mode: 'drift', issue: 'true', 'aws-region': 'eu-west-1' },
        { env, files: { 'event.json': 'no JSON' }, runtime: { GITHUB_EVENT_PATH: 'event.json' } },
      )
      expect(outputs['failure-reason']).toBe('drift')
      expect(warnings).toEqual([expect.stringContaining('GitHub could not be told')])
    }))

  test('no token', () =>
    play(async ({ scenario, github, drift }) => {
      setRegion(scenario, 'EU_WEST_1')
      const { warnings } = await drift({ 'github-token': '' })
      expect(warnings).toEqual([expect.stringContaining('`github-token`')])
      expect(github.calls).toEqual([])
    }))
})

describe('the plan on a pull request', () => {
  const event = { number: 7, pull_request: { number: 7 } }
  const plan = { ...AWS, mode: 'plan', comment: 'true', 'aws-region': 'eu-west-1' }

  test('is one comment, updated in place', () =>
    play(async ({ github, step }) => {
      const pull = github.addIssue({ number: 7, pull_request: {} })
      const first = await step(plan, event)
      expect(first.outputs['comment-url']).toMatch(/pull\/7#issuecomment-\d+$/)
      expect(pull.comments).toHaveLength(1)
      expect(pull.comments[0]?.body).toContain('EU_WEST_1')
      await step({ ...plan, 'aws-region': 'eu-west-2' }, event)
      expect(pull.comments).toHaveLength(1)
      expect(pull.comments[0]?.body).toContain('EU_WEST_2')
      github.calls.length = 0
      await step({ ...plan, 'aws-region': 'eu-west-2' }, event)
      expect(github.calls).toHaveLength(1)
    }))

  test('runs that race leave one comment, the oldest', () =>
    play(async ({ github, step }) => {
      const pull = github.addIssue({ number: 7, pull_request: {} })
      github.beforeComment = () => {
        github.beforeComment = undefined
        github.addComment(7, `<!-- atlas-encryption-at-rest:plan=${PROJECT_ID} -->`)
      }
      const { outputs } = await step(plan, event)
      expect(pull.comments).toHaveLength(1)
      expect(pull.comments[0]?.body).toContain('EU_WEST_1')
      expect(outputs['comment-url']).toContain(String(pull.comments[0]?.id))
    }))

  test('a comment that a stranger laid out is not taken for ours', () =>
    play(async ({ github, step }) => {
      const pull = github.addIssue({ number: 7, pull_request: {} })
      const body = `<!-- atlas-encryption-at-rest:plan=${PROJECT_ID} -->`
      github.addComment(7, body, { user: { type: 'User' }, author_association: 'CONTRIBUTOR' })
      await step(plan, event)
      expect(pull.comments).toHaveLength(2)
      expect(pull.comments[0]?.body).toBe(body)
    }))

  test('on any other event: one line of log', () =>
    play(async ({ github, step }) => {
      const { log, outputs } = await step(plan)
      expect(log.filter((line) => line.includes('No comment'))).toHaveLength(1)
      expect(outputs).toMatchObject({ result: 'planned', 'comment-url': '' })
      expect(github.calls).toEqual([])
    }))

  test('no permission names it', () =>
    play(async ({ github, step }) => {
      github.trouble = () => [403, {}]
      const { warnings } = await step(plan, event)
      expect(warnings).toEqual([expect.stringContaining('`pull-requests: write`')])
    }))
})

test.each([
  ['issue', 'apply'],
  ['issue', 'plan'],
  ['comment', 'apply'],
  ['comment', 'verify'],
  ['comment', 'drift'],
])('%s in %s: one warning, otherwise ignored', (input, mode) =>
  play(async ({ github, step }) => {
    const { warnings, exitCode } = await step({ ...AWS, mode, [input]: 'true' })
    expect(exitCode).toBe(0)
    expect(warnings).toEqual([expect.stringContaining(`\`${input}\``)])
    expect(github.calls).toEqual([])
  }),
)

test('the GitHub client is not even loaded when nothing is asked for', () =>
  play(async ({ scenario, github }) => {
    const folder = mkdtempSync(join(tmpdir(), 'without-github-'))
    try {
      cpSync(process.env.ACTION_FOLDER as string, folder, { recursive: true })
      const dist = join(folder, 'dist')
      const chunks = readdirSync(dist).filter((name) =>
        readFileSync(join(dist, name), 'utf8').includes('octokit-core.js'),
      )
      expect(chunks).toHaveLength(1)
      for (const name of chunks) rmSync(join(dist, name))
      const { outputs } = await scenario.runStep({ ...AWS, mode: 'drift' }, { folder })
      expect(outputs.result).toBe('passed')
      expect(github.calls).toEqual([])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }))
