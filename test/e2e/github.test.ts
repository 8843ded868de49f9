import { describe, expect, test } from '@jest/globals'
import { refuseWith } from '../fake-atlas/faults.ts'
import { ACTIONS_BOT, REPOSITORY } from '../fake-github/server.ts'
import { CONFIGURATIONS, PROJECT_ID } from '../harness/fixtures.ts'
import { issueUrl, LABEL, PROJECT_MARKER, setRegion, withProject } from '../harness/github-scenario.ts'

describe('the life of an issue', () => {
  test('opened, left alone, updated, closed, reopened, also after a change of its title or by hand', () =>
    withProject(async ({ scenario, github, drift }) => {
      expect((await drift()).outputs['issue-url']).toBe('')
      expect(github.requests).toEqual([`GET /issues?state=all&labels=${LABEL}&per_page=100&page=1`])

      setRegion(scenario, 'EU_WEST_1')
      const opened = await drift({ 'issue-labels': 'security, on-call', 'issue-assignees': 'octocat' })
      expect(opened.outputs).toMatchObject({
        'failure-reason': 'drift',
        'issue-url': issueUrl(1),
      })
      const [issue] = github.issues
      if (issue === undefined) throw new Error('no issue')
      expect(issue).toMatchObject({ state: 'open', labels: [LABEL, 'security', 'on-call'], assignees: ['octocat'] })
      expect(issue.title).toContain(PROJECT_ID)
      expect(issue.body).toContain(PROJECT_MARKER)
      expect(issue.body).toContain('EU_WEST_1')
      expect(issue.body).toContain(`https://github.test/${REPOSITORY}/actions/runs/42`)
      expect([...github.labels]).toEqual([LABEL, 'security', 'on-call'])

      github.calls.length = 0
      const same = await drift()
      expect(github.requests).toEqual([`GET /issues?state=all&labels=${LABEL}&per_page=100&page=1`, 'POST /graphql'])
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
      expect(github.writes).toEqual([])

      setRegion(scenario, 'EU_WEST_1')
      await drift()
      expect(issue.state).toBe('open')
      issue.state = 'closed'
      await drift()
      expect(issue.state).toBe('open')
      expect(github.issues).toHaveLength(1)
    }))

  test('an invalid key and a requirement are findings too, also when they are excused', () =>
    withProject(async ({ scenario, github, step }) => {
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
    withProject(async ({ scenario, github, drift, step }) => {
      setRegion(scenario, 'EU_WEST_1')
      await drift()
      const { outputs } = await step({ mode: 'verify', provider: 'aws', issue: 'true' })
      expect(outputs).toMatchObject({ result: 'passed', 'issue-url': issueUrl(1) })
      expect(github.issues[0]?.state).toBe('open')
    }))

  test('steps that look at different parts of one project do not close what the others found', () =>
    withProject(async ({ scenario, github, drift, step }) => {
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
      expect(github.issues[0]?.body).toMatch(/EU_WEST_1.*legacy/s)
    }))

  test('what is gone in part is written down, and the rest closes it', () =>
    withProject(async ({ scenario, github, drift, step }) => {
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
    ['a person quotes the marker', `> ${PROJECT_MARKER}`, { user: { login: 'someone', type: 'User' } as const }],
    ['a stranger laid it out', PROJECT_MARKER, { user: { login: 'someone', type: 'User' } as const }],
  ])('%s: that issue is not ours', (_, body, author) =>
    withProject(async ({ scenario, github, drift }) => {
      const theirs = github.addIssue({ body, labels: [LABEL], ...author })
      setRegion(scenario, 'EU_WEST_1')
      await drift()
      expect(theirs).toMatchObject({ body, state: 'open' })
      expect(github.issues).toHaveLength(2)
    }),
  )

  test('an error neither opens, updates nor closes', () =>
    withProject(async ({ scenario, github, drift }) => {
      setRegion(scenario, 'EU_WEST_1')
      await drift()
      github.calls.length = 0
      scenario.atlas.faults.push({ method: 'GET', handler: refuseWith(403, 'USER_UNAUTHORIZED', 'No.') })
      expect((await drift()).outputs['failure-reason']).toBe('error')
      expect(github.calls).toEqual([])
    }))

  test('it is found on the second page, and pull requests are none', () =>
    withProject(async ({ scenario, github, drift }) => {
      const ours = github.addIssue({ body: PROJECT_MARKER, labels: [LABEL], state: 'closed' })
      github.addIssue({ body: PROJECT_MARKER, labels: [LABEL], pull_request: {} })
      for (let i = 0; i < 120; i += 1) github.addIssue({ body: 'other', labels: [LABEL] })
      github.maxPageSize = 50
      setRegion(scenario, 'EU_WEST_1')
      await drift()
      expect(ours.state).toBe('open')
      expect(github.issues).toHaveLength(122)
    }))

  test('runs that race converge to the oldest', () =>
    withProject(async ({ scenario, github, drift }) => {
      github.beforeCreate = () => {
        github.beforeCreate = undefined
        github.addIssue({ title: 'The other run was faster', body: PROJECT_MARKER, labels: [LABEL] })
      }
      setRegion(scenario, 'EU_WEST_1')
      const { outputs } = await drift()
      expect(outputs['issue-url']).toBe(issueUrl(1))
      expect(github.issues.map(({ state }) => state)).toEqual(['open', 'closed'])
      expect(github.issues[1]).toMatchObject({ state_reason: 'duplicate', comments: [{ body: 'Duplicate of #1.' }] })
    }))

  test('an older server knows of no duplicates', () =>
    withProject(async ({ scenario, github, drift }) => {
      for (let i = 0; i < 2; i += 1) github.addIssue({ body: PROJECT_MARKER, labels: [LABEL] })
      github.respond = ({ body }) => (body.state_reason === 'duplicate' ? [422, {}] : undefined)
      setRegion(scenario, 'EU_WEST_1')
      await drift()
      expect(github.issues.map(({ state_reason }) => state_reason)).toEqual([null, 'not_planned'])
    }))

  test('labels that may not be made do not keep the issue from being opened', () =>
    withProject(async ({ scenario, github, drift }) => {
      github.respond = ({ method, path }) => {
        if (method === 'POST' && path.endsWith('/labels')) return [403, { message: 'Resource not accessible' }]
        return undefined
      }
      github.labels.add('security')
      github.createsLabels = true
      setRegion(scenario, 'EU_WEST_1')
      const { warnings } = await drift({ 'issue-labels': 'security' })
      expect(warnings).toEqual([])
      expect(github.issues).toHaveLength(1)
    }))

  test('assignees that GitHub does not take are left out, with a warning', () =>
    withProject(async ({ scenario, github, drift }) => {
      setRegion(scenario, 'EU_WEST_1')
      const { warnings } = await drift({ 'issue-assignees': 'nobody' })
      expect(warnings).toEqual([expect.stringContaining('nobody')])
      expect(github.issues).toHaveLength(1)
    }))

  test("thousands of markers in strangers' issues keep nobody from finding ours", () =>
    withProject(async ({ scenario, github, drift }) => {
      const markers = Array.from({ length: 1500 }, (_, n) =>
        PROJECT_MARKER.replace('beef', n.toString(16).padStart(4, '0')),
      )
      const stranger = { user: { login: 'someone', type: 'User' } as const, labels: [LABEL] }
      for (let n = 0; n < 150; n += 1) github.addIssue({ ...stranger, body: [PROJECT_MARKER, ...markers].join('\n') })
      setRegion(scenario, 'EU_WEST_1')
      const { outputs } = await drift({ timeout: '10' })
      expect(outputs['issue-url']).toMatch(/\/issues\/151$/)
    }))

  test('a URL that leads elsewhere is not handed on', () =>
    withProject(async ({ scenario, github, drift }) => {
      const issue = {
        id: 1,
        number: 1,
        body: PROJECT_MARKER,
        user: ACTIONS_BOT,
        html_url: 'https://elsewhere.test/x/issues/1',
      }
      github.respond = ({ method }) => (method === 'GET' ? [200, [issue]] : [200, issue])
      setRegion(scenario, 'EU_WEST_1')
      const { outputs, warnings } = await drift()
      expect(outputs['issue-url']).toBe('')
      expect(warnings).toEqual([])
    }))

  test('hostile values stay inert', () =>
    withProject(async ({ scenario, github, drift }) => {
      Object.assign(scenario.project.blocks.awsKms as object, {
        customerMasterKeyID: `@everyone <img src=x> --> ${PROJECT_MARKER.replace('beef', 'cafe')} ##[error]x`,
      })
      await drift()
      const body = github.issues[0]?.body ?? ''
      expect(body.match(/<!--/g)).toHaveLength(4)
      expect(body.replace(/<code>[^<]*<\/code>/g, '')).not.toMatch(/@everyone|<img/)
    }))
})
