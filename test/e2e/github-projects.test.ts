import { describe, expect, test } from '@jest/globals'
import type { FakeGitHub } from '../fake-github/server.ts'
import { idOf } from '../harness/fixtures.ts'
import { issueUrl as url, withProjects } from '../harness/github-scenario.ts'
import type { ProjectsScenario } from '../harness/projects-scenario.ts'

const ISSUES = { mode: 'drift', issue: 'true' }
const setRegion = ({ projects }: ProjectsScenario, numbers: readonly number[], region: string): void => {
  for (const n of numbers) Object.assign(projects[n]?.blocks.awsKms as object, { region })
}
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i)
const open = ({ issues }: FakeGitHub): number[] =>
  issues.filter(({ state }) => state === 'open').map(({ number }) => number)

describe('issues for many projects', () => {
  test('one for each with a finding; the list is read once before and once after', () =>
    withProjects(6, async ({ fleet, github, step }) => {
      setRegion(fleet, [1, 4], 'EU_WEST_1')
      fleet.atlas.projects.delete(idOf(5))
      const result = await step(ISSUES)
      expect(github.issues.map(({ title }) => title)).toEqual(
        [1, 4].map((n) => `Atlas encryption at rest: project ${idOf(n)}`),
      )
      expect(result.outputs['issue-url']).toBe(`${url(1)}\n${url(2)}`)
      expect(github.requests.filter((line) => line.startsWith('GET /issues')).length).toBe(2)
      expect(github.requests.filter((line) => line.includes('/labels'))).toHaveLength(2)

      github.calls.length = 0
      expect((await step(ISSUES)).outputs['issue-url']).toBe(`${url(1)}\n${url(2)}`)
      expect(github.calls).toHaveLength(2)
      expect(github.writes).toEqual([])

      setRegion(fleet, [1], 'US_EAST_1')
      expect((await step(ISSUES)).outputs['issue-url']).toBe(`${url(1)}\n${url(2)}`)
      expect(open(github)).toEqual([2])
      expect((await step(ISSUES)).outputs['issue-url']).toBe(url(2))

      setRegion(fleet, [1], 'EU_WEST_2')
      await step(ISSUES)
      expect(open(github)).toEqual([1, 2])
    }))

  test('20 are opened at most, one more lists the rest, and the next run goes on', () =>
    withProjects(45, async ({ fleet, github, step }) => {
      setRegion(fleet, range(0, 43), 'EU_WEST_1')
      const first = await step(ISSUES)
      expect(github.issues).toHaveLength(21)
      expect(first.outputs['issue-url']?.split('\n')).toHaveLength(21)
      const rest = github.issues.find(({ title }) => title.includes('more projects'))
      for (const n of range(20, 43)) expect(rest?.body).toContain(idOf(n))
      expect(rest?.body).not.toContain(idOf(19))

      await step(ISSUES)
      expect(github.issues).toHaveLength(41)
      for (const n of range(40, 43)) expect(rest?.body).toContain(idOf(n))
      expect(rest?.body).not.toContain(idOf(39))

      await step(ISSUES)
      expect(github.issues).toHaveLength(44)
      expect(rest?.state).toBe('closed')

      github.calls.length = 0
      await step(ISSUES)
      expect(github.calls).toHaveLength(2)
      expect(github.writes).toEqual([])
    }))

  test('two runs that race: the oldest of each project is kept', () =>
    withProjects(3, async ({ fleet, github, step }) => {
      setRegion(fleet, [0, 2], 'EU_WEST_1')
      let raced = false
      github.beforeCreate = () => {
        if (raced) return
        raced = true
        github.addIssue({
          body: `<!-- atlas-encryption-at-rest:project=${idOf(0)} -->`,
          labels: ['atlas-encryption-at-rest'],
        })
      }
      const { outputs } = await step(ISSUES)
      expect(github.issues.map(({ state, state_reason }) => [state, state_reason])).toEqual([
        ['open', null],
        ['closed', 'duplicate'],
        ['open', null],
      ])
      expect(outputs['issue-url']).toBe(`${url(1)}\n${url(3)}`)
    }))

  test('what is not permitted is one warning, not one a project', () =>
    withProjects(5, async ({ fleet, github, step }) => {
      setRegion(fleet, range(0, 5), 'EU_WEST_1')
      github.respond = ({ method }) =>
        method === 'POST' ? [403, { message: 'Resource not accessible by integration' }] : undefined
      const { warnings, outputs } = await step(ISSUES)
      expect(warnings).toEqual([expect.stringMatching(/`issues: write`.*This does not change the result of the run/)])
      expect(outputs).toMatchObject({ 'failure-reason': 'drift', 'issue-url': '' })
    }))

  test('trouble with one issue does not keep the others from being kept', () =>
    withProjects(3, async ({ fleet, github, step }) => {
      setRegion(fleet, range(0, 3), 'EU_WEST_1')
      await step(ISSUES)
      setRegion(fleet, range(0, 3), 'EU_WEST_2')
      github.respond = ({ method, path }) => (method === 'PATCH' && path.endsWith('/issues/1') ? [422, {}] : undefined)
      const { warnings, outputs } = await step(ISSUES)
      expect(warnings).toHaveLength(1)
      expect(github.issues.map(({ body }) => body.includes('EU_WEST_2'))).toEqual([false, true, true])
      expect(outputs['issue-url']).toBe(`${url(2)}\n${url(3)}`)
    }))
})

describe('the plan for a config file as a comment', () => {
  const PLAN = { mode: 'plan', comment: 'true' }
  const event = { pull_request: { number: 7 } }
  const start = (github: FakeGitHub) => github.addIssue({ number: 7, pull_request: {} })

  test('one comment with all projects, updated in place, one of its own for each shard', () =>
    withProjects(8, async ({ fleet, github, step }) => {
      const pull = start(github)
      setRegion(fleet, [2], 'EU_WEST_1')
      const { outputs } = await step(PLAN, event)
      expect(pull.comments).toHaveLength(1)
      expect(outputs['comment-url']).toContain('/pull/7#issuecomment-')
      for (const n of range(0, 8)) expect(pull.comments[0]?.body).toContain(idOf(n))
      expect(pull.comments[0]?.body).toContain('awsKms.region is EU_WEST_1, expected US_EAST_1')
      expect(pull.comments[0]?.body).toContain('```mermaid')

      github.calls.length = 0
      await step(PLAN, event)
      expect(github.calls).toHaveLength(2)
      expect(github.writes).toEqual([])

      setRegion(fleet, [2], 'US_EAST_1')
      await step(PLAN, event)
      expect(pull.comments).toHaveLength(1)
      expect(pull.comments[0]?.body).not.toContain('EU_WEST_1')

      await step({ ...PLAN, shard: '1/2' }, event)
      await step({ ...PLAN, shard: '2/2' }, event)
      expect(pull.comments).toHaveLength(3)
    }))

  test('past what GitHub takes, rows are cut and counted', () =>
    withProjects(400, async ({ fleet, github, step }) => {
      const pull = start(github)
      setRegion(fleet, range(0, 400), 'EU_WEST_1')
      await step({ ...PLAN, concurrency: '32' }, event)
      const body = pull.comments[0]?.body ?? ''
      expect(body.length).toBeLessThan(65_536)
      const rows = body.split('<tr><td>🔄').length - 1
      expect(rows + Number(/(\d+) more projects were cut/.exec(body)?.[1])).toBe(400)
    }))
})
