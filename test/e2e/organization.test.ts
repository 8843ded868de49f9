import { describe, expect, test } from '@jest/globals'
import { API_KEY, CONFIGURATIONS, idOf, ORGANIZATION } from '../harness/fixtures.ts'
import { type ProjectsScenario, reportOf, withProjects } from '../harness/projects-scenario.ts'

const VERIFY = { mode: 'verify' }

describe('an organization', () => {
  const ORG = { ...VERIFY, 'org-id': ORGANIZATION }

  test('is read to its last page, and every project is checked', () =>
    withProjects(23, async ({ atlas, runStep }) => {
      atlas.maxPageSize = 10
      const result = await runStep(ORG)
      const report = reportOf(result)
      expect(result.outputs).toMatchObject({ result: 'passed', valid: 'true', enabled: 'true', configuration: '' })
      expect(report.projects.map(({ projectId, name }) => [projectId, name])).toEqual(
        Array.from({ length: 23 }, (_, n) => [idOf(n), `listed-${n}`]),
      )
      expect(
        atlas.requestLines
          .filter((line) => line.includes('/orgs/'))
          .slice(1)
          .map((line) => /pageNum=\d/.exec(line)?.[0]),
      ).toEqual(['pageNum=1', 'pageNum=2', 'pageNum=3'])
    }))

  test('fails the projects that have not enabled the given provider, whatever fields are given', () =>
    withProjects(2, async ({ projects, runStep }) => {
      if (projects[1]) projects[1].blocks = { googleCloudKms: { ...CONFIGURATIONS.gcp.block, enabled: true } }
      const report = reportOf(
        await runStep({ ...ORG, provider: 'aws', 'aws-region': 'eu-west-1', require: 'role-based-auth' }),
      )
      expect(report.projects.map(({ failureReason }) => failureReason)).toEqual([null, 'invalid'])
    }))

  test('is read with version 1.0 of the API too', () =>
    withProjects(2, async ({ atlas, runStep }) => {
      const result = await runStep({ ...ORG, 'api-version': 'v1.0' })
      expect(result.outputs.result).toBe('passed')
      expect(atlas.requests.every(({ path }) => path.startsWith('/api/atlas/v1.0/'))).toBe(true)
    }))

  test('is checked without duplicates if its list has a project twice', () =>
    withProjects(3, async ({ atlas, runStep }) => {
      const listed = atlas.organizations.get(ORGANIZATION) ?? []
      atlas.organizations.set(ORGANIZATION, [...listed, ...listed.slice(0, 1)])
      expect(reportOf(await runStep(ORG)).totals.projects).toBe(3)
    }))

  test('without projects passes with a notice', () =>
    withProjects(0, async ({ atlas, runStep }) => {
      atlas.organizations.set(ORGANIZATION, [])
      const { outputs, commands, summary } = await runStep(ORG)
      expect(outputs).toMatchObject({ result: 'passed', 'failure-reason': '', valid: 'true' })
      expect(commands.filter(({ name }) => name === 'notice')).toHaveLength(1)
      expect(summary).toContain('no project')
    }))

  test.each([
    [
      'that the caller may not access',
      (scenario: ProjectsScenario) => scenario.atlas.organizations.clear(),
      /USER_CANNOT_ACCESS_ORG.*`org-id`/,
    ],
    [
      'with an id that would change the path of a request',
      (scenario: ProjectsScenario) => scenario.atlas.organizations.set(ORGANIZATION, [{ id: '../../x', name: 'x' }]),
      /without a proper id/,
    ],
  ] as const)('%s fails as a whole', (_, prepare, message) =>
    withProjects(2, async (scenario) => {
      prepare(scenario)
      const { errors, outputs } = await scenario.runStep(ORG)
      expect(errors).toEqual([expect.stringMatching(message)])
      expect(JSON.parse(outputs.report as string)).toMatchObject({
        result: 'failed',
        projects: [],
        error: { code: expect.any(String) },
      })
    }),
  )

  test('with hostile names of projects shows them as plain text', () =>
    withProjects(0, async ({ atlas, runStep }) => {
      const names = [
        '##[error]x',
        '::set-output name=valid::true',
        '</code><img src=x onerror=1>',
        '@octocat #1',
        '`a` | b',
        `${API_KEY.privateKey}`,
      ]
      atlas.organizations.set(
        ORGANIZATION,
        names.map((name, n) => ({ id: idOf(n), name })),
      )
      const { summary, errors } = await runStep(ORG)
      expect(errors).toHaveLength(6)
      expect(summary).not.toMatch(/<img|@octocat(?![^<]*<\/code>)/)
    }))
})

describe('a shard', () => {
  test('of a single project is an error, since most shards would check nothing', () =>
    withProjects(1, async ({ atlas, runStep }) => {
      const one = { ...VERIFY, 'config-file': '', 'project-id': idOf(0) }
      const { errors, outputs } = await runStep({ ...one, shard: '1/2' })
      expect(errors).toEqual([expect.stringContaining('`shard` divides the projects of a config file')])
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error' })
      expect(atlas.requests).toEqual([])
    }))

  test('that is empty passes with a notice', () =>
    withProjects(1, async ({ atlas, runStep }) => {
      const steps = await Promise.all(['1/2', '2/2'].map((shard) => runStep({ ...VERIFY, shard })))
      expect(steps.map(({ outputs }) => [outputs.result, outputs.valid])).toEqual([
        ['passed', 'true'],
        ['passed', 'true'],
      ])
      const empty = steps.filter((step) => reportOf(step).totals.projects === 0)
      expect(empty).toHaveLength(1)
      expect(empty[0]?.commands.map(({ name }) => name)).toContain('notice')
      expect(atlas.requests).toHaveLength(2)
    }))
})
