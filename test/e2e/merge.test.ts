import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { idOf, ORGANIZATION } from '../harness/fixtures.ts'
import { type ProjectsReport, type ProjectsScenario, reportOf, withProjects } from '../harness/projects-scenario.ts'
import type { StepResult } from '../harness/run-action.ts'
import { runAction } from '../harness/run-action.ts'

type Files = Readonly<Record<string, string>>

/** Runs `mode: merge` on the reports, without credentials. */
const merge = (files: Files, more: Record<string, string> = {}): Promise<StepResult> =>
  runAction({ with: { mode: 'merge', 'report-files': 'reports/**/*.json', ...more }, files })

/** Runs the step as a matrix of so many jobs, and lays their reports out as `actions/download-artifact` does. */
async function matrix(
  fleet: ProjectsScenario,
  jobs: number,
  inputs: Record<string, string>,
): Promise<{ steps: StepResult[]; files: Files }> {
  const steps = await Promise.all(
    Array.from({ length: jobs }, (_, i) => fleet.runStep({ ...inputs, shard: `${i + 1}/${jobs}` })),
  )
  const files = steps.map(({ outputs, reportFile }, i) => {
    const name = (outputs['report-file'] ?? '').split('/').at(-1) ?? ''
    expect(name).toContain(`-${i + 1}-of-${jobs}-`)
    return [`reports/shard-${i + 1}/${name}`, reportFile] as const
  })
  return { steps, files: Object.fromEntries(files) }
}

/** All that a later step or a person sees, but for names of files. */
const seen = ({ outputs, summary, errors, exitCode, warnings }: StepResult) => ({
  outputs: { ...outputs, 'report-file': '' },
  summary,
  errors,
  warnings,
  exitCode,
})

/** A little of everything: errors, invalid keys, drift, a requirement that does not hold, one that is to be off. */
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
      },
    ],
    ['verify that passes', { mode: 'verify' }, () => undefined],
    ['verify with failures', { mode: 'verify', require: 'role-based-auth' }, mixUp],
    ['plan', { mode: 'plan' }, mixUp],
    ['apply with nothing to do', { mode: 'apply' }, () => undefined],
    [
      'drift where all is to be off',
      { mode: 'drift' },
      ({ projects, entries }: ProjectsScenario) => {
        for (const project of projects) project.blocks = {}
        for (const entry of entries) Object.assign(entry, { awsKms: { enabled: false } })
      },
    ],
  ] as const)('%s', (_, inputs, prepare) =>
    withProjects(20, async (fleet) => {
      prepare(fleet)
      const whole = await fleet.runStep(inputs)
      const { steps, files } = await matrix(fleet, 3, inputs)
      const ids = steps.flatMap((step) => reportOf(step).projects.map(({ projectId }) => projectId))
      expect(ids.sort()).toEqual(reportOf(whole).projects.map(({ projectId }) => projectId))
      expect(steps.map((step) => reportOf(step).shard)).toEqual(['1/3', '2/3', '3/3'])
      const merged = await merge(files)
      expect(merged.reportFile).toBe(whole.reportFile)
      expect(seen(merged)).toEqual(seen(whole))
      expect(merged.errors.length > 0).toBe(whole.exitCode === 1)
    }),
  )

  test('of apply that changes: the result is that of one run', () =>
    withProjects(6, async (fleet) => {
      for (const { blocks } of fleet.projects.slice(0, 2))
        Object.assign(blocks.awsKms as object, { region: 'EU_WEST_1' })
      const { files } = await matrix(fleet, 2, { mode: 'apply' })
      expect((await merge(files)).outputs).toMatchObject({ result: 'updated', changed: 'true', valid: 'true' })
    }))

  test('of an organization; and a project that is added leaves the others where they are', () =>
    withProjects(12, async (fleet) => {
      const inputs = { mode: 'verify', 'org-id': ORGANIZATION }
      const before = await matrix(fleet, 3, inputs)
      fleet.add(12)
      const after = await matrix(fleet, 3, inputs)
      for (const [i, step] of before.steps.entries()) {
        const ids = reportOf(after.steps[i] as StepResult).projects.map(({ projectId }) => projectId)
        expect(ids).toEqual(expect.arrayContaining(reportOf(step).projects.map(({ projectId }) => projectId)))
      }
      expect((await merge(after.files)).outputs).toMatchObject({ result: 'passed', valid: 'true' })
    }))

  test('with an empty shard, and again of what is merged', () =>
    withProjects(1, async (fleet) => {
      const { files } = await matrix(fleet, 3, { mode: 'verify' })
      const merged = await merge(files)
      expect(reportOf(merged).totals.projects).toBe(1)
      expect((await merge({ 'reports/all.json': merged.reportFile })).reportFile).toBe(merged.reportFile)
    }))
})

describe('reports are untrusted', () => {
  const PROJECT = {
    projectId: idOf(1),
    name: null,
    result: 'passed',
    failureReason: null,
    valid: true,
    enabled: true,
    changed: false,
    drifted: false,
    providers: [{ provider: 'aws', enabled: true, valid: true }],
    differences: [],
    notComparable: [],
    requirements: [],
    error: null,
  }
  const TOTALS = { projects: 1, passed: 1, failed: 0, changed: 0, drifted: 0, invalid: 0, errors: 0 }
  const REPORT = {
    mode: 'verify',
    shard: null,
    result: 'passed',
    failureReason: null,
    error: null,
    totals: TOTALS,
    projects: [PROJECT],
  }
  const report = (more: object = {}, project: object = {}): string =>
    JSON.stringify({ ...REPORT, projects: [{ ...PROJECT, ...project }], ...more })
  const named = (...texts: string[]): Files =>
    Object.fromEntries(texts.map((text, i) => [`reports/${i + 1}.json`, text]))
  const of = (projectId: string, shard: string | null): string => report({ shard }, { projectId })

  test('a good one, with what a later version may add', async () => {
    const { outputs } = await merge(named(report({ later: 1 }, { more: true })))
    expect(outputs).toMatchObject({
      result: 'passed',
      valid: 'true',
      enabled: 'true',
      configuration: '',
      'issue-url': '',
    })
    expect(JSON.parse(outputs.report as string)).toEqual(REPORT)
  })

  test.each([
    ['no file', {}, /no file matches `report-files`/],
    ['no JSON', named('SECRETPASSWORD'), /`reports\/1.json` is not a report of this action/],
    ['other JSON', named('{"a": "SECRETPASSWORD"}'), /is not a report of this action \(at `mode`\)/],
    ['a list', named('[]'), /is not a report/],
    [
      'a wrong type deep inside',
      named(report({}, { valid: 'yes' })),
      /is not a report of this action \(at `projects.0.valid`\)/,
    ],
    ['an id that is none', named(report({}, { projectId: '../x' })), /at `projects.0.projectId`/],
    ['a code that is none', named(report({}, { error: { code: '::x', message: '' } })), /at `projects.0.error.code`/],
    [
      'a run that failed as a whole',
      named(report({ error: { code: 'TIMEOUT', message: 'late' }, result: 'failed', failureReason: 'error' })),
      /failed as a whole/,
    ],
    ['a run with a wrong mode', named(report({ mode: null })), /failed as a whole/],
    [
      'a verdict that is not that of its projects',
      named(report({ result: 'passed' }, { result: 'failed', failureReason: 'invalid', valid: false })),
      /contradicts itself/,
    ],
    ['a project that contradicts itself', named(report({}, { result: 'failed' })), /contradicts itself/],
    [
      'an error without a reason',
      named(report({}, { error: { code: 'NETWORK', message: 'x' } })),
      /contradicts itself/,
    ],
    ['totals that do not add up', named(report({ totals: { ...TOTALS, passed: 2 } })), /contradicts itself/],
    [
      'a list that is longer than any',
      named(report({}, { providers: Array.from({ length: 65 }, () => PROJECT.providers[0]) })),
      /holds more than any/,
    ],
    [
      'a requirement that is not held, in a project that passed',
      named(report({}, { requirements: [{ condition: 'clusters', held: false, detail: 'x' }] })),
      /contradicts/,
    ],
    [
      'differences without drift',
      named(
        report(
          {},
          { differences: [{ projectId: idOf(1), provider: 'aws', field: 'region', expected: 'a', actual: 'b' }] },
        ),
      ),
      /contradicts/,
    ],
    ['an end of another mode', named(report({}, { result: 'created' })), /contradicts/],
    [
      'a change in a mode that makes none',
      named(report({ totals: { ...TOTALS, changed: 1 } }, { changed: true })),
      /contradicts/,
    ],
    ['a valid key of no provider', named(report({}, { providers: [] })), /contradicts/],
    ['a provider twice', named(report({}, { providers: [...PROJECT.providers, ...PROJECT.providers] })), /contradicts/],
    ['more projects than any', named(JSON.stringify({ projects: Array(10_001).fill({}) })), /holds more than any/],
    [
      'mixed modes',
      named(of(idOf(1), null), report({ mode: 'drift' }, { projectId: idOf(2) })),
      /`reports\/1.json` is of `mode: verify`, but `reports\/2.json` of `mode: drift`/,
    ],
    [
      'a project twice',
      named(of(idOf(1), '1/2'), of(idOf(1), '2/2')),
      /project 64b0\w+ is in `reports\/1.json` and in `reports\/2.json`/,
    ],
    [
      'a project twice in one',
      named(JSON.stringify({ ...REPORT, totals: { ...TOTALS, projects: 2, passed: 2 }, projects: [PROJECT, PROJECT] })),
      /is twice in/,
    ],
    ['a shard missing', named(of(idOf(1), '1/4'), of(idOf(2), '3/4')), /shard 2\/4, 4\/4 is missing/],
    ['a shard twice', named(of(idOf(1), '1/2'), of(idOf(2), '1/2')), /both shard 1\/2/],
    ['shards of two matrices', named(of(idOf(1), '1/1'), of(idOf(2), '2/2')), /one shard of 1, but .* one of 2/],
    ['a shard and a whole', named(of(idOf(1), '1/2'), of(idOf(2), null)), /a run over all projects/],
    ['a shard that cannot be', named(of(idOf(1), '3/2')), /shard 3\/2, which there cannot be/],
  ] as const)('%s', async (_, files, says) => {
    const { errors, outputs, summary, stdout } = await merge(files)
    expect(errors).toEqual([expect.stringMatching(says)])
    expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error', valid: 'false' })
    expect(JSON.parse(outputs.report as string)).toMatchObject({
      mode: 'merge',
      error: { code: 'INPUT' },
      projects: [],
    })
    expect(stdout + summary).not.toContain('SECRETPASSWORD')
  })

  test('texts of megabytes are cut', async () => {
    const name = '\u200b'.repeat(20_000_000)
    const difference = {
      projectId: idOf(1),
      provider: 'aws',
      field: 'region',
      expected: '\u007f'.repeat(5_000_000),
      actual: null,
    }
    const { outputs, reportFile } = await merge(
      named(report({ totals: { ...TOTALS, drifted: 1 } }, { name, drifted: true, differences: [difference] })),
    )
    expect(outputs.result).toBe('passed')
    expect(reportFile.length).toBeLessThan(200_000)
  })

  test('hostile texts stay plain, wherever they stand', async () => {
    const bad = '</code><img src=x>\n::set-output name=valid::true\r##[error]@octocat'
    const project = {
      name: bad,
      result: 'failed',
      failureReason: 'error',
      error: { code: 'NETWORK', message: bad },
      differences: [{ projectId: idOf(1), provider: 'aws', field: 'region', expected: bad, actual: bad }],
      requirements: [{ condition: 'clusters', held: false, detail: bad }],
    }
    const totals = { ...TOTALS, passed: 0, failed: 1, errors: 1 }
    const { summary, errors } = await merge(
      named(report({ totals, result: 'failed', failureReason: 'error' }, project)),
    )
    expect(errors).toHaveLength(1)
    expect(summary).not.toContain('<img')
  })

  test.each([
    [
      'larger than 64 MiB',
      (path: string) => {
        writeFileSync(path, '{')
        truncateSync(path, 65 * 1024 * 1024)
      },
      /larger than 64 MiB/,
    ],
    ['a link to what is no report', (path: string) => symlinkSync('/etc/passwd', path), /is not a report/],
    ['a link that leads to itself', (path: string) => symlinkSync('1.json', path), /no file matches/],
    ['a link that leads nowhere', (path: string) => symlinkSync('/nowhere', path), /no file matches/],
    [
      'more files than a matrix has jobs',
      (path: string) => {
        for (let n = 0; n <= 1000; n += 1) writeFileSync(path.replace('1.json', `${n}.json`), '{}')
      },
      /matches more than 1000 files/,
    ],
    ['a folder', (path: string) => mkdirSync(path), /no file matches/],
  ] as const)('%s', async (_, make, says) => {
    const { errors } = await runAction({
      with: { mode: 'merge', 'report-files': 'reports/*.json' },
      prepareWorkspace: (workspace) => {
        mkdirSync(join(workspace, 'reports'))
        make(join(workspace, 'reports/1.json'))
      },
    })
    expect(errors).toEqual([expect.stringMatching(says)])
  })

  test.each([
    ['no glob', { 'report-files': '' }, /`report-files` is needed/],
    ['a target', { 'project-id': idOf(1) }, /`project-id`: not for `mode: merge`/],
    ['a shard', { shard: '1/2' }, /`shard`: not for `mode: merge`/],
    ['require', { require: 'clusters' }, /`require`: not for `mode: merge`/],
  ])('%s is wrong', async (_, inputs, says) => {
    const { errors } = await merge(named(report()), inputs)
    expect(errors).toEqual([expect.stringMatching(says)])
  })

  test('what a common `with:` block has beside is ignored, with one warning', async () => {
    const { outputs, warnings } = await merge(named(report()), {
      provider: 'aws',
      'aws-region': 'x',
      issue: 'true',
      'atlas-public-key': 'abcd',
    })
    expect(outputs.result).toBe('passed')
    expect(warnings).toEqual([expect.stringMatching(/ignored: `issue`, `provider`, `aws-region`/)])
  })

  test('the environment names a project for other steps, not for this one', async () => {
    const { outputs } = await runAction({
      with: { mode: 'merge', 'report-files': 'reports/*.json' },
      env: { MONGODB_ATLAS_PROJECT_ID: idOf(3) },
      files: named(report()),
    })
    expect((JSON.parse(outputs.report as string) as ProjectsReport).projects).toHaveLength(1)
  })
})
