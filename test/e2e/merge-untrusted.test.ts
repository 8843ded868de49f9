import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { idOf } from '../harness/fixtures.ts'
import { filesOf, idInShard, merge } from '../harness/merging.ts'
import { runAction, type StepResult } from '../harness/run-action.ts'
import { CONTRADICTIONS, reportOf } from '../projects/contradictions.ts'
import { PROJECT, REPORT, reportWith, TOTALS } from '../projects/reports.ts'

/** An input error, and nothing of the files in log or summary. */
function expectRefusal({ errors, outputs, summary, stdout }: StepResult, says: string | RegExp): void {
  expect(errors).toEqual([expect.stringMatching(says)])
  expect(errors[0]).toMatch(/^Nothing was merged: /)
  expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error', valid: 'false' })
  expect(JSON.parse(outputs.report as string)).toMatchObject({ mode: 'merge', error: { code: 'INPUT' }, projects: [] })
  expect(stdout + summary).not.toContain('SECRETPASSWORD')
}

const whole = (projectId: string): object => reportWith({}, { projectId })
const shard = (index: number, count: number, n = 0): object =>
  reportWith({ shard: `${index}/${count}` }, { projectId: idInShard(index, count, n) })

describe('nothing is merged of', () => {
  test.each([
    ['no file', [], /no file matches `report-files`/],
    ['no JSON', ['SECRETPASSWORD'], /`reports\/1.json` is not a report of this action/],
    ['other JSON', ['{"projects": [], "a": "SECRETPASSWORD"}'], /is not a report of this action \(at `mode`\)/],
    ['a wrong type', [reportWith({}, { valid: 'yes' })], /is not a report of this action \(at `projects.0.valid`\)/],
    ['a report among others that is none', [whole(idOf(1)), whole(idOf(2)), '[]'], /`reports\/3.json` is not a report/],
    [
      'a run that failed as a whole',
      [reportWith({ error: { code: 'TIMEOUT', message: 'late' }, result: 'failed', failureReason: 'error' })],
      /failed as a whole/,
    ],
    ['a run with a wrong mode', [reportWith({ mode: null })], /failed as a whole/],
    [
      'mixed modes',
      [whole(idOf(1)), reportWith({ mode: 'drift' }, { projectId: idOf(2) })],
      /`reports\/1.json` is of `mode: verify`, but `reports\/2.json` of `mode: drift`/,
    ],
    [
      'a project twice',
      [whole(idOf(1)), whole(idOf(1))],
      /project 64b0\w+ is in `reports\/1.json` and in `reports\/2.json`/,
    ],
    [
      'a project twice in one report',
      [{ ...REPORT, totals: { ...TOTALS, projects: 2, passed: 2 }, projects: [PROJECT, PROJECT] }],
      /is twice in/,
    ],
    ['shards of which some are missing', [shard(1, 4), shard(3, 4)], /shard 2\/4, 4\/4 is missing/],
    ['a shard twice', [shard(1, 2), shard(1, 2, 1)], /both shard 1\/2/],
    ['shards of two matrices', [shard(1, 1), shard(2, 2)], /one shard of 1, but .* one of 2/],
    ['a shard and a whole', [shard(1, 2), whole(idInShard(2, 2))], /a run over all projects/],
    ['a shard that cannot be', [reportWith({ shard: '3/2' })], /shard 3\/2, which does not exist/],
    [
      'a project that the hash gives to another shard',
      [shard(1, 2), reportWith({ shard: '2/2' }, { projectId: idInShard(1, 2, 1) })],
      /`reports\/2.json` is shard 2\/2, but its project 64b0\w+ belongs to another shard/,
    ],
    ['totals that do not add up', [reportWith({ totals: { ...TOTALS, passed: 2 } })], /contradicts itself in `totals`/],
    ['a result that is not that of its projects', [reportWith({ result: 'failed' })], /contradicts itself in `result`/],
    [
      'a reason that is not that of its projects',
      [reportWith({ result: 'failed', failureReason: 'drift' })],
      /contradicts itself in `failureReason`/,
    ],
  ] as const)('%s', async (_, reports, says) => {
    expectRefusal(await merge(filesOf(...reports)), says)
  })
})

describe('a report contradicts itself with', () => {
  test.each(CONTRADICTIONS)('%s', async (...[, mode, project, invalid]) => {
    const report = reportOf({ mode, project, invalid: invalid ?? 0 })
    expectRefusal(await merge(filesOf(report)), /`reports\/1.json` contradicts itself/)
  })
})

describe('texts of a report', () => {
  test('stay plain, wherever they stand', async () => {
    const bad = '</code><img src=x>\n::set-output name=valid::true\r##[error]@octocat'
    const project = {
      name: bad,
      result: 'failed',
      failureReason: 'error',
      error: { code: 'NETWORK', message: bad },
      drifted: true,
      differences: [{ projectId: idOf(1), provider: 'aws', field: 'region', expected: bad, actual: bad }],
      requirements: [{ condition: 'clusters', held: false, detail: bad }],
    }
    const result = await merge(filesOf(reportOf({ mode: 'drift', project })))
    expect(result.errors).toEqual([expect.stringContaining('NETWORK')])
    expect(result.summary).not.toContain('<img')
    expect(JSON.parse(result.reportFile).projects).toHaveLength(1)
  })

  test('show no secret that the step knows', async () => {
    const secret = 'the-secret-of-another-step'
    const differences = [
      { projectId: idOf(1), provider: 'aws', field: 'region', expected: secret, actual: btoa(secret) },
    ]
    const project = { name: secret, drifted: true, differences }
    const options = { secrets: () => [secret] }
    const files = filesOf(reportOf({ mode: 'drift', project }))
    const { outputs } = await merge(files, { 'atlas-client-secret': secret }, options)
    expect(JSON.parse(outputs.differences as string)).toEqual([expect.objectContaining({ expected: '***' })])
  })

  test('of megabytes are more than any report has', async () => {
    const name = '\u200b'.repeat(5_000_000)
    expectRefusal(await merge(filesOf(reportWith({}, { name }))), /it is larger than any report/)
  })
})

describe('files', () => {
  /** Runs the step in a workspace with `reports/`, beside which is a folder of the machine. */
  const mergeIn = (
    prepare: (reports: string, outside: string) => void,
    glob = 'reports/**/*.json',
  ): Promise<StepResult> =>
    runAction({
      with: { mode: 'merge', 'report-files': glob },
      prepareWorkspace: (workspace) => {
        const outside = join(dirname(workspace), 'outside')
        for (const folder of [outside, join(workspace, 'reports')]) mkdirSync(folder)
        writeFileSync(join(outside, '1.json'), JSON.stringify(REPORT))
        prepare(join(workspace, 'reports'), outside)
      },
    })

  test.each([
    [
      'larger than 64 MiB',
      (reports: string) => {
        writeFileSync(join(reports, '1.json'), '{')
        truncateSync(join(reports, '1.json'), 64 * 1024 * 1024 + 1)
      },
      /`reports\/1.json` is larger than 64 MiB/,
    ],
    [
      'larger than 256 MiB together',
      (reports: string) => {
        for (let n = 1; n <= 5; n += 1) {
          writeFileSync(join(reports, `${n}.json`), '{')
          truncateSync(join(reports, `${n}.json`), 60 * 1024 * 1024)
        }
      },
      /together are larger than 256 MiB/,
    ],
    [
      'a link to a file outside of the workspace',
      (reports: string, outside: string) => symlinkSync(join(outside, '1.json'), join(reports, '1.json')),
      /`reports\/1.json` is outside the workspace/,
    ],
    [
      'a link to what is no report',
      (reports: string) => symlinkSync('/etc/passwd', join(reports, '1.json')),
      /`reports\/1.json` is outside the workspace/,
    ],
    [
      'a broken link, beside good reports',
      (reports: string) => {
        writeFileSync(join(reports, '2.json'), JSON.stringify(REPORT))
        symlinkSync('/nowhere', join(reports, '1.json'))
      },
      /`reports\/1.json` is a broken link/,
    ],
    [
      'a link that leads to itself',
      (reports: string) => symlinkSync('1.json', join(reports, '1.json')),
      /`reports\/1.json` is a broken link/,
    ],
    [
      'more files than a matrix has jobs',
      (reports: string) => {
        for (let n = 0; n <= 1000; n += 1) writeFileSync(join(reports, `${n}.json`), '{}')
      },
      /matches more than 1000 files/,
    ],
    ['a folder', (reports: string) => mkdirSync(join(reports, '1.json')), /no file matches/],
  ] as const)('%s', async (_, prepare, says) => {
    expectRefusal(await mergeIn(prepare), says)
  })

  test.each([
    ['a folder that is a link to the outside', 'reports/*/*.json', /`reports\/linked\/1.json` is outside/],
    ['a glob that leads out', '../outside/*.json', /points outside the workspace/],
    ['an absolute glob', '/etc/*', /points outside the workspace/],
  ])('%s', async (_, glob, says) => {
    const result = await mergeIn((reports, outside) => symlinkSync(outside, join(reports, 'linked')), glob)
    expectRefusal(result, says)
  })

  test('a link that stays inside is followed', async () => {
    const { outputs } = await mergeIn((reports) => {
      mkdirSync(join(reports, '../artifacts'))
      writeFileSync(join(reports, '../artifacts/1.json'), JSON.stringify(REPORT))
      symlinkSync('../artifacts', join(reports, 'linked'))
    }, 'reports/linked/*.json')
    expect(outputs.result).toBe('passed')
  })

  test.each([
    ['{a,b}'.repeat(25), /more than 20 pairs of braces/],
    ['{a,b}'.repeat(10), /more than 100 patterns/],
    ['*a'.repeat(40), /more than 30 wildcards/],
    [`${'x'.repeat(1001)}`, /longer than 1000 characters/],
  ])('the glob %s is refused at once', async (glob, says) => {
    expectRefusal(await merge(filesOf(REPORT), { 'report-files': glob }), says)
  })

  test('a glob that nearly matches a long name takes no time', async () => {
    const glob = `reports/${'*a'.repeat(30)}b`
    expectRefusal(await merge({ [`reports/${'a'.repeat(240)}`]: '{}' }, { 'report-files': glob }), /no file matches/)
  })
})
