import { describe, expect, test } from '@jest/globals'
import { idOf, ORGANIZATION } from '../harness/fixtures.ts'
import { filesOf, idInShard, merge, runMatrix } from '../harness/merging.ts'
import type { ProjectsReport, ProjectsScenario } from '../harness/projects-scenario.ts'
import { reportOf, withProjects } from '../harness/projects-scenario.ts'
import { runAction, type StepResult } from '../harness/run-action.ts'
import { PROJECT, REPORT, RUN, reportWith, TOTALS } from '../projects/reports.ts'

/** The report without the run that made it. */
const reportOnly = (json: string): object => ({ ...(JSON.parse(json) as object), run: null })

/** All that a later step or a reader sees, but for names of files and the time. */
const seen = ({ outputs, summary, errors, exitCode, warnings, commands }: StepResult) => ({
  outputs: { ...outputs, report: reportOnly(outputs.report as string), 'report-file': '' },
  summary,
  errors,
  warnings,
  notices: commands.filter(({ name }) => name === 'notice'),
  exitCode,
})

/** What is seen, without the links to Atlas: reports do not say at which host it is. */
const withoutLinks = (all: ReturnType<typeof seen>): typeof all => ({
  ...all,
  summary: all.summary.replace(/<a href="[^"]*\/v2\/[0-9a-f]{24}">(<code>[0-9a-f]{24}<\/code>)<\/a>/g, '$1'),
})

/** A little of everything: errors, invalid keys, drift, a requirement that does not hold, one that is to be disabled. */
function mixUp({ atlas, projects, entries }: ProjectsScenario): void {
  atlas.projects.delete(idOf(2))
  projects[5]?.brokenKeys.add('arn:aws:kms:us-east-1:111122223333:key/5')
  Object.assign(projects[7]?.blocks.awsKms as object, { region: 'EU_WEST_1' })
  Object.assign(entries[9] as object, { require: ['clusters'] })
  projects[9]?.clusters.push({ name: '<b>open</b> ##[error]', encryptionAtRestProvider: 'NONE' })
  Object.assign(entries[11] as object, { awsKms: { enabled: false } })
}

describe('shards 1/3, 2/3 and 3/3 together are the whole, and their merge is the report of one run', () => {
  test.each([
    ['drift with failures', { mode: 'drift' }, mixUp],
    [
      'drift, excused',
      { mode: 'drift', 'fail-on-drift': 'false', 'fail-on-invalid': 'false' },
      ({ projects }: ProjectsScenario) => {
        Object.assign(projects[7]?.blocks.awsKms as object, { region: 'EU_WEST_1' })
        projects[5]?.brokenKeys.add('arn:aws:kms:us-east-1:111122223333:key/5')
      },
    ],
    ['verify that passes', { mode: 'verify' }, () => undefined],
    ['verify with failures', { mode: 'verify', require: 'role-based-auth' }, mixUp],
    ['plan', { mode: 'plan' }, mixUp],
    ['apply with nothing to do', { mode: 'apply' }, () => undefined],
    [
      'drift where all is to be disabled',
      { mode: 'drift' },
      ({ projects, entries }: ProjectsScenario) => {
        for (const project of projects) project.blocks = {}
        for (const entry of entries) Object.assign(entry, { awsKms: { enabled: false } })
      },
    ],
  ] as const)('%s', (_, inputs, prepare) =>
    withProjects(20, async (scenario) => {
      prepare(scenario)
      const whole = await scenario.runStep(inputs)
      const { steps, files } = await runMatrix(scenario, 3, inputs)
      const ids = steps.flatMap((step) => reportOf(step).projects.map(({ projectId }) => projectId))
      expect(ids.sort()).toEqual(reportOf(whole).projects.map(({ projectId }) => projectId))
      expect(steps.map((step) => reportOf(step).shard)).toEqual(['1/3', '2/3', '3/3'])
      const merged = await merge(files)
      expect(reportOnly(merged.reportFile)).toEqual(reportOnly(whole.reportFile))
      expect(seen(merged)).toEqual(withoutLinks(seen(whole)))
      expect(merged.errors.length > 0).toBe(whole.exitCode === 1)
    }),
  )

  test('of apply that changes: the result is that of one run', () =>
    withProjects(6, async (scenario) => {
      for (const { blocks } of scenario.projects.slice(0, 2))
        Object.assign(blocks.awsKms as object, { region: 'EU_WEST_1' })
      const { files } = await runMatrix(scenario, 2, { mode: 'apply' })
      expect((await merge(files)).outputs).toMatchObject({ result: 'updated', changed: 'true', valid: 'true' })
    }))

  test('of an organization; and a project that is added leaves the others where they are', () =>
    withProjects(12, async (scenario) => {
      const inputs = { mode: 'verify', 'org-id': ORGANIZATION }
      const before = await runMatrix(scenario, 3, inputs)
      scenario.add(12)
      const after = await runMatrix(scenario, 3, inputs)
      for (const [i, step] of before.steps.entries()) {
        const ids = reportOf(after.steps[i] as StepResult).projects.map(({ projectId }) => projectId)
        expect(ids).toEqual(expect.arrayContaining(reportOf(step).projects.map(({ projectId }) => projectId)))
      }
      expect((await merge(after.files)).outputs).toMatchObject({ result: 'passed', valid: 'true' })
    }))

  test('with an empty shard, and again of what is merged', () =>
    withProjects(1, async (scenario) => {
      const { files } = await runMatrix(scenario, 3, { mode: 'verify' })
      const merged = await merge(files)
      expect(reportOf(merged).totals.projects).toBe(1)
      expect((await merge({ 'reports/all.json': merged.reportFile })).reportFile).toBe(merged.reportFile)
    }))

  test('of empty shards alone: it passes as one run on no project, with the same notice', () =>
    withProjects(0, async (scenario) => {
      const inputs = { mode: 'verify', 'org-id': ORGANIZATION }
      scenario.atlas.organizations.set(ORGANIZATION, [])
      const whole = await scenario.runStep(inputs)
      const merged = await merge((await runMatrix(scenario, 2, inputs)).files)
      expect(seen(merged)).toEqual(seen(whole))
      expect(seen(merged)).toMatchObject({
        outputs: { result: 'passed', valid: 'true' },
        notices: [{ data: expect.stringContaining('no project') }],
      })
    }))

  test('of a run on one project, whose result has other words', () =>
    withProjects(1, async (scenario) => {
      const one = { 'config-file': '', 'project-id': idOf(0), provider: 'aws', 'aws-region': 'eu-west-1' }
      const { outputs, reportFile } = await scenario.runStep({ ...one, mode: 'apply' })
      expect(outputs.result).toBe('updated')
      expect((await merge(filesOf(reportFile))).outputs).toMatchObject({ result: 'updated', changed: 'true' })
    }))
})

describe('which run a report is of', () => {
  const env = { GITHUB_RUN_ID: '4242', GITHUB_RUN_ATTEMPT: '2' }
  const other = (run: object): object => reportWith({ run: { ...RUN, ...run } }, { projectId: idOf(2) })

  test('is in the report, with the time', () =>
    withProjects(1, async (scenario) => {
      const before = Date.now()
      const { outputs, reportFile } = await scenario.runStep({ mode: 'verify' }, { env })
      const { run } = JSON.parse(reportFile) as { run: typeof RUN }
      expect(run).toEqual({ id: '4242', attempt: '2', at: expect.any(String) })
      expect(Date.parse(run.at)).toBeGreaterThanOrEqual(before - 1000)
      expect(JSON.parse(outputs.report as string)).toHaveProperty('run', run)
    }))

  test('is that of the reports when they are merged', async () => {
    const { warnings, reportFile } = await merge(filesOf(REPORT, other({})), {}, { env })
    expect(warnings).toEqual([])
    expect(JSON.parse(reportFile)).toMatchObject({ run: RUN })
  })

  test('is in the report of a run that failed', async () => {
    const { reportFile } = await merge({}, {}, { env })
    expect(JSON.parse(reportFile)).toMatchObject({ run: { id: '4242', attempt: '2' }, error: { code: 'INPUT' } })
  })

  test.each([
    ['of different runs', { id: '7' }, 'The reports are of different workflow runs'],
    ['more than a day apart', { at: '2026-08-02T10:00:00.001Z' }, 'The reports were made more than a day apart'],
    ['both', { id: '7', at: '2025-08-02T10:00:00.000Z' }, 'The reports were made more than a day apart'],
  ])('gives one warning for reports %s', async (_, run, says) => {
    const { warnings, outputs, summary } = await merge(filesOf(REPORT, other(run)))
    expect(warnings).toEqual([expect.stringContaining(says)])
    expect(summary).toContain(says)
    expect(outputs.result).toBe('passed')
  })

  test('gives no warning where nothing is known', async () => {
    const { warnings } = await merge(filesOf(REPORT, other({ id: null, attempt: null, at: null })))
    expect(warnings).toEqual([])
  })
})

describe('a good report', () => {
  test('may have what a later version adds, and lack what an earlier one did not have', async () => {
    const { outputs } = await merge(
      filesOf(reportWith({ later: 1 }, { more: true, atRisk: undefined, clusters: undefined })),
    )
    expect(outputs).toMatchObject({
      result: 'passed',
      valid: 'true',
      enabled: 'true',
      configuration: '',
      'private-endpoints': '[]',
      'export-file': '',
      'issue-url': '',
    })
    expect(JSON.parse(outputs.report as string)).toEqual(REPORT)
  })

  test('gives its private endpoints to the next step', async () => {
    const endpoint = { provider: 'aws', region: 'US_EAST_1', status: 'ACTIVE', connectionName: null, id: 'x' }
    const { outputs } = await merge(filesOf(reportWith({}, { privateEndpoints: [endpoint] })))
    expect(JSON.parse(outputs['private-endpoints'] as string)).toEqual([{ projectId: idOf(1), ...endpoint }])
  })

  test('counts by its shard', async () => {
    const [first, second] = [1, 2].map((i) => reportWith({ shard: `${i}/2` }, { projectId: idInShard(i, 2) }))
    const { outputs } = await merge(filesOf(first as object, second as object))
    const report = JSON.parse(outputs.report as string) as ProjectsReport
    expect(report).toMatchObject({ shard: null, totals: { ...TOTALS, projects: 2, passed: 2 } })
    expect(report.projects[0]).toMatchObject({ ...PROJECT, projectId: expect.any(String) })
  })
})

describe('inputs', () => {
  test.each([
    ['no glob', { 'report-files': '' }, /`report-files` is required/],
    ['a target', { 'project-id': idOf(1) }, /`project-id`: not for `mode: merge`/],
    ['a shard', { shard: '1/2' }, /`shard`: not for `mode: merge`/],
    ['require', { require: 'clusters' }, /`require`: not for `mode: merge`/],
  ])('%s is wrong', async (_, inputs, says) => {
    const { errors } = await merge(filesOf(REPORT), inputs)
    expect(errors).toEqual([expect.stringMatching(says)])
  })

  test('what a common `with:` block has beside is ignored, with one warning', async () => {
    const inputs = { provider: 'aws', 'aws-region': 'x', issue: 'true', 'atlas-public-key': 'abcd' }
    const { outputs, warnings } = await merge(filesOf(REPORT), inputs)
    expect(outputs.result).toBe('passed')
    expect(warnings).toEqual([expect.stringMatching(/ignored: `issue`, `provider`, `aws-region`/)])
  })

  test('the environment names a project for other steps, not for this one', async () => {
    const { outputs } = await runAction({
      with: { mode: 'merge', 'report-files': 'reports/*.json' },
      env: { MONGODB_ATLAS_PROJECT_ID: idOf(3) },
      files: filesOf(REPORT),
    })
    expect((JSON.parse(outputs.report as string) as ProjectsReport).projects).toHaveLength(1)
  })
})
