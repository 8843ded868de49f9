import { describe, expect, test } from '@jest/globals'
import type { ProjectReport, Report } from '../../src/domain/report.ts'
import { NO_LINKS } from '../../src/report/links.ts'
import { excusedProjects, projectFailures } from '../../src/report/projects-annotations.ts'
import { projectsBlocks } from '../../src/report/projects-summary.ts'
import { countsOf, findingsOf, projectVerdict, VERDICTS, worstFirst } from '../../src/report/projects-verdict.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { sanitized } from '../harness/context.ts'
import { idOf } from '../harness/fixtures.ts'
import { outcomeOf, PROJECT } from './results.ts'

const ERROR = { code: safe`GROUP_NOT_FOUND`, message: safe`There is no such project.` }
const INVALID = { provider: 'aws', enabled: true, valid: false } as const
const drifted: ProjectReport['differences'] = [
  { projectId: idOf(1), provider: 'aws', field: safe`region`, expected: safe`US_EAST_1`, actual: safe`EU_WEST_1` },
]

/** The `n`th project, with more of what a report says. */
const project = (n: number, more: Partial<ProjectReport> = {}): ProjectReport => ({
  ...PROJECT,
  projectId: idOf(n),
  ...more,
})
const failed = (
  n: number,
  failureReason: ProjectReport['failureReason'],
  more: Partial<ProjectReport> = {},
): ProjectReport => project(n, { result: 'failed', failureReason, ...more })

const MIXED = [
  project(1),
  failed(2, 'drift', { drifted: true, differences: drifted }),
  failed(3, 'error', { error: ERROR, providers: [] }),
  failed(4, 'invalid', { valid: false, providers: [INVALID] }),
  failed(5, 'requirement', { requirements: [{ condition: 'clusters', held: null, detail: safe`Refused.` }] }),
  project(6, { valid: false, providers: [INVALID] }),
]
const reportOf = (projects: readonly ProjectReport[], more: Partial<Report> = {}): Report =>
  outcomeOf(projects, more).report
const markupOf = (report: Report, maxBytes = 1_000_000): string =>
  projectsBlocks(report, maxBytes, NO_LINKS)
    .map(({ markup }) => markup)
    .join('\n\n')
const idsIn = (markup: string): string[] =>
  [...markup.matchAll(/<code>(64b0[0-9a-f]{20})<\/code>/g)].map(([, id]) => id as string)

describe('the summary of many projects', () => {
  test('has a headline, counts and totals', () => {
    const markup = markupOf(reportOf(MIXED, { shard: safe`2/4` }))
    expect(markup).toContain(
      '<h3>❌ Atlas encryption at rest: 4 of 6 projects failed (1 error, 2 invalid, 1 requirement, 1 drift)</h3>',
    )
    expect(markup).toContain('Drift check · shard 2/4 · 6 projects: 2 passed, 4 failed.')
    expect(markup).toContain('<th>projects</th><th>passed</th><th>failed</th>')
  })

  test('has one row a project, worst first', () => {
    const markup = markupOf(reportOf(MIXED))
    expect(idsIn(markup)).toEqual([3, 4, 5, 2, 6, 1].map(idOf))
    expect(markup).toMatch(
      /❌\u00a0error<.*❌\u00a0invalid<.*❌\u00a0requirement<.*❌\u00a0drift<.*⚠️\u00a0excused<.*✅\u00a0passed</s,
    )
  })

  test('has a pie of the verdicts, with a color for each slice', () => {
    const markup = markupOf(reportOf([project(1), project(2), ...MIXED.slice(1, 2)]))
    expect(markup).toContain('    "drift" : 1\n    "passed" : 2\n```')
    expect(markup).toMatch(/"pie1":"#[0-9a-f]{6}","pie2":"#[0-9a-f]{6}"/)
  })

  test('says for each finding once what to do, and in how many projects it is', () => {
    const markup = markupOf(reportOf([...MIXED, failed(7, 'drift')]))
    const counts = ['error</b> (1 project)', 'invalid</b> (2 projects)', 'requirement</b> (1 project)']
    for (const words of [...counts, 'drift</b> (2 projects)']) expect(markup.split(`<li><b>${words}: `)).toHaveLength(2)
    expect(markup).not.toContain('not known')
    expect(markupOf(reportOf([project(1)]))).not.toContain('What to do')
  })

  test('counts every finding of a project, not only the one that decides', () => {
    const both = failed(1, 'invalid', { providers: [INVALID], drifted: true, differences: drifted })
    expect(markupOf(reportOf([both]))).toContain(': 1 of 1 project failed (1 invalid, 1 drift)</h3>')
  })

  test('is cut below its limit, with a count of what was cut', () => {
    const many = Array.from({ length: 300 }, (_, n) => project(n, { name: sanitized('ä'.repeat(100)) }))
    const markup = markupOf(reportOf(many), 20_000)
    expect(Buffer.byteLength(markup)).toBeLessThanOrEqual(20_000)
    const rows = idsIn(markup).length
    expect(rows).toBeGreaterThan(30)
    expect(markup).toContain(
      `<p>${300 - rows} more projects were cut here. The file of the output <code>report-file</code>`,
    )
    expect(markupOf(reportOf(many))).not.toContain('cut here')
  })

  test('of no project says so', () => {
    const markup = markupOf(reportOf([]))
    expect(markup).toContain('There was no project to check.')
    expect(markup).not.toMatch(/<table|mermaid/)
  })

  test.each<[string, readonly ProjectReport[], string]>([
    ['all passed', [project(1)], '✅ Atlas encryption at rest: passed'],
    [
      'one is excused',
      [project(1), MIXED[5] as ProjectReport],
      '⚠️ Atlas encryption at rest: passed with findings (1 invalid)',
    ],
  ])('is headed by an icon: %s', (_, projects, head) =>
    expect(markupOf(reportOf(projects))).toContain(`<h3>${head}</h3>`),
  )

  test.each<[string, readonly ProjectReport[], string]>([
    [
      'a change',
      [project(1, { result: 'planned', changed: true }), project(2)],
      '🔄 Atlas encryption at rest: 1 of 2 projects to change',
    ],
    ['no change', [project(1, { result: 'planned' })], '✅ Atlas encryption at rest: nothing to change'],
    [
      'a key that is not valid',
      [project(1, { result: 'planned', providers: [INVALID] })],
      '⚠️ Atlas encryption at rest: nothing to change',
    ],
  ])('of a plan is headed by its size: %s', (_, projects, head) =>
    expect(markupOf(reportOf(projects, { mode: 'plan' }))).toContain(`<h3>${head}</h3>`),
  )

  test('shows in a plan the projects first whose key is not valid', () => {
    const planned = [project(1, { result: 'planned' }), project(2, { result: 'planned', providers: [INVALID] })]
    const markup = markupOf(reportOf(planned, { mode: 'plan' }))
    expect(idsIn(markup)).toEqual([2, 1].map(idOf))
    expect(markup).toMatch(/⚠️\u00a0planned<.*✅\u00a0planned</s)
  })

  test('has the error that ended the run', () => {
    const error = { code: 'TIMEOUT', message: safe`Late.`, parts: { what: safe`Late.`, advice: safe`Wait.` } } as const
    expect(markupOf(reportOf([project(1)], { error }))).toContain('<p>Late.</p>\n\n<p><b>What to do:</b> Wait.</p>')
  })
})

describe('the verdict on one of many', () => {
  test.each<[string, Partial<ProjectReport>, Report['mode'], string]>([
    ['a plan that would change', { result: 'planned', changed: true }, 'plan', 'to change'],
    ['a plan that would not', { result: 'planned' }, 'plan', 'planned'],
    ['a plan with an invalid key', { result: 'planned', providers: [INVALID] }, 'plan', 'planned'],
    ['drift that is excused', { drifted: true }, 'drift', 'excused'],
    ['an apply that had drifted', { result: 'updated', drifted: true, changed: true }, 'apply', 'updated'],
    ['a key that is excused', { providers: [INVALID] }, 'verify', 'excused'],
    ['a failure', { result: 'failed', failureReason: 'drift' }, 'drift', 'drift'],
  ])('%s', (_, more, mode, verdict) => expect(projectVerdict(project(1, more), mode)).toBe(verdict))

  test('is one of a list, the worst first', () => {
    expect(VERDICTS.slice(0, 5)).toEqual(['error', 'invalid', 'requirement', 'drift', 'excused'])
    expect(worstFirst(reportOf(MIXED)).map(({ projectId }) => projectId)).toEqual([3, 4, 5, 2, 6, 1].map(idOf))
  })
})

describe('what was found in one of many', () => {
  test.each<[string, Partial<ProjectReport>, Report['mode'], RegExp]>([
    [
      'an error whose message has its code',
      { error: { ...ERROR, message: safe`HTTP 404 GROUP_NOT_FOUND.` } },
      'verify',
      /^HTTP 404 GROUP_NOT_FOUND\.$/,
    ],
    ['an error', { error: ERROR }, 'verify', /^GROUP_NOT_FOUND: There is no such project\.$/],
    ['a valid key', {}, 'verify', /^AWS KMS: key valid$/],
    [
      'an invalid key and what is at stake',
      { providers: [INVALID], atRisk: { clusters: [safe`orders`], since: null } },
      'verify',
      /NOT valid\. These clusters .*: orders\.$/,
    ],
    ['a provider that must be off', { failureReason: 'invalid' }, 'verify', /key valid, but must be disabled$/],
    [
      'conditions',
      { requirements: [{ condition: 'clusters', held: false, detail: safe`None.` }] },
      'drift',
      / · clusters not met: None\.$/,
    ],
    ['drift', { differences: drifted }, 'drift', / · awsKms\.region is EU_WEST_1, expected US_EAST_1$/],
    [
      'a change',
      { differences: drifted, changed: true, result: 'updated' },
      'apply',
      / · awsKms\.region: EU_WEST_1 → US_EAST_1$/,
    ],
    [
      'a cluster that was not switched, of two',
      {
        differences: ['a', 'b'].map((name) => ({
          projectId: idOf(1),
          provider: 'aws',
          field: sanitized(`clusters.${name}`),
          expected: sanitized('AWS'),
          actual: sanitized('NONE'),
        })),
        clusters: [
          { name: safe`a`, expected: 'AWS', actual: 'AWS', state: safe`IDLE` },
          { name: safe`b`, expected: 'AWS', actual: 'NONE', state: safe`IDLE` },
        ],
        changed: true,
        result: 'updated',
      },
      'apply',
      / · awsKms\.clusters\.a: NONE → AWS; awsKms\.clusters\.b is NONE, expected AWS$/,
    ],
    ['a plan', { differences: drifted, changed: true, result: 'planned' }, 'plan', /region is EU_WEST_1, expected/],
    ['a plan of secrets alone', { changed: true, result: 'planned' }, 'plan', /would send the secrets that are set/],
    ['nothing enabled', { providers: [] }, 'verify', /^no provider is enabled$/],
  ])('%s', (_, more, mode, words) => expect(findingsOf(project(1, more), mode)).toMatch(words))

  test('a setting of the project has no provider', () => {
    const [difference] = drifted
    const setting = {
      ...(difference as NonNullable<typeof difference>),
      provider: null,
      field: safe`enabledForSearchNodes`,
    }
    expect(findingsOf(project(1, { differences: [setting] }), 'drift')).toMatch(/ · enabledForSearchNodes is /)
  })
})

test.each<[string, readonly ProjectReport[], Report['mode'], string]>([
  ['one', [project(1)], 'verify', '1 project: 1 passed, 0 failed'],
  ['changes', [project(1, { changed: true })], 'apply', '1 project: 1 passed, 0 failed, 1 changed'],
  [
    'planned changes',
    [project(1, { changed: true }), project(2)],
    'plan',
    '2 projects: 2 passed, 0 failed, 1 to change',
  ],
])('counts: %s', (_, projects, mode, text) => expect(countsOf(reportOf(projects, { mode }))).toBe(text))

describe('annotations', () => {
  test('name the failed projects, worst first', () => {
    const named = { ...(MIXED[3] as ProjectReport), name: safe`payments` }
    expect(projectFailures(reportOf([project(1), MIXED[1] as ProjectReport, named]))).toEqual([
      expect.stringMatching(new RegExp(`^Project payments \\(${idOf(4)}\\): AWS KMS: key NOT valid`)),
      expect.stringMatching(new RegExp(`^Project ${idOf(2)}: .*region`)),
    ])
  })

  test('are ten at most, the tenth a count', () => {
    const failures = (count: number) =>
      projectFailures(reportOf(Array.from({ length: count }, (_, n) => failed(n, 'drift'))))
    expect(failures(10)).toHaveLength(10)
    expect(failures(10)[9]).toMatch(/^Project/)
    expect(failures(12)).toHaveLength(10)
    expect(failures(12)[9]).toMatch(/^3 more projects failed\. The job summary/)
  })

  test('begin with what ended the run, and leave out the projects that it alone ended', () => {
    const error = { code: 'TIMEOUT', message: safe`Late.` } as const
    const report = reportOf([failed(1, 'error', { error }), failed(2, 'error', { error: ERROR })], { error })
    expect(projectFailures(report)).toEqual(['Late.', expect.stringContaining('GROUP_NOT_FOUND')])
  })

  test('warn of what is excused, with the inputs that do so', () => {
    const both = project(2, { drifted: true, differences: drifted, providers: [INVALID] })
    expect(excusedProjects(reportOf([project(1), both]))).toEqual([
      expect.stringMatching(/The step does not fail: `fail-on-invalid: false`, `fail-on-drift: false`\.\)$/),
    ])
    expect(
      excusedProjects(reportOf(Array.from({ length: 11 }, (_, n) => ({ ...both, projectId: idOf(n) }))))[9],
    ).toMatch(/^2 more projects have findings that do not fail/)
  })
})
