import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ReportFileError } from '../../src/projects/errors.ts'
import { readReport } from '../../src/projects/read-report.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'
import { idOf } from '../harness/fixtures.ts'
import { noSecrets, PROJECT, REPORT, RUN, read, reportWith, TOTALS } from './reports.ts'

/** A project of `mode: drift` that differs in so many regions' names. */
const DRIFTED = {
  result: 'failed',
  failureReason: 'drift',
  drifted: true,
  differences: [{ projectId: idOf(1), provider: 'aws', field: 'region', expected: 'EU_WEST_1', actual: 'US_EAST_1' }],
}
const DRIFT = {
  mode: 'drift',
  result: 'failed',
  failureReason: 'drift',
  totals: { ...TOTALS, passed: 0, failed: 1, drifted: 1 },
}

describe('a report', () => {
  test('is read as it is', async () => {
    expect(await read(REPORT)).toEqual({ report: { ...REPORT, run: undefined }, run: RUN })
  })

  test('of an earlier version has no run, clusters, private endpoints and nothing at risk', async () => {
    const { clusters: _, privateEndpoints: __, atRisk: ___, ...project } = PROJECT
    const { run: ____, ...report } = { ...REPORT, projects: [project] }
    expect(await read(report)).toEqual({
      report: { ...REPORT, run: undefined },
      run: { id: null, attempt: null, at: null },
    })
  })

  test('of a later version has more, which is dropped', async () => {
    const report = reportWith({ later: [1] }, { more: { x: 1 }, providers: [{ ...PROJECT.providers[0], more: true }] })
    expect((await read(report)).report).toEqual({ ...REPORT, run: undefined })
  })

  test('has clusters, private endpoints and what is at risk', async () => {
    const more = {
      providers: [{ provider: 'aws', enabled: true, valid: false }],
      valid: false,
      clusters: [{ name: 'c', expected: 'AWS', actual: null, state: 'IDLE' }],
      privateEndpoints: [{ provider: 'aws', region: 'R', status: 'ACTIVE', connectionName: null, id: 'x' }],
      atRisk: { clusters: ['c'], since: null },
    }
    const { report } = await read(reportWith({ totals: { ...TOTALS, invalid: 1 } }, more))
    expect(report.projects).toEqual([{ ...PROJECT, ...more }])
  })
})

describe('what is refused without being quoted', () => {
  test('any text', () =>
    fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (text) => {
        await expect(read(text)).rejects.toThrow(ReportFileError)
      }),
    ))

  test('a report in which any value is replaced, unless it is still one', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(), fc.jsonValue({ maxDepth: 2 }), async (n, value) => {
        const places = placesIn(REPORT)
        const path = places[n % places.length] as readonly string[]
        const report = structuredClone(REPORT)
        const parent = path
          .slice(0, -1)
          .reduce((at, key) => at[key] as Record<string, unknown>, report as Record<string, unknown>)
        parent[path.at(-1) as string] = value
        try {
          await read(report)
        } catch (error) {
          expect(error).toBeInstanceOf(ReportFileError)
        }
      }),
      { numRuns: 500 },
    ))

  function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, item]) => [[...path, key], ...placesIn(item, [...path, key])])
  }

  test.each([
    ['an unknown mode', reportWith({ mode: 'x' }), '(at `mode`)'],
    ['no totals', reportWith({ totals: undefined }), '(at `totals`)'],
    ['a shard that is none', reportWith({ shard: '::add-mask::x' }), '(at `shard`)'],
    ['a run without sense', reportWith({ run: { ...RUN, id: 'x' } }), '(at `run.id`)'],
    ['a time that is none', reportWith({ run: { ...RUN, at: '2026-99-01T00:00:00Z' } }), '(at `run.at`)'],
    ['a result of no mode', reportWith({}, { result: 'well' }), '(at `projects.0.result`)'],
    ['a wrong type', reportWith({}, { valid: 'yes' }), '(at `projects.0.valid`)'],
    ['an id that is none', reportWith({}, { projectId: '../x' }), '(at `projects.0.projectId`)'],
    ['a code that is none', reportWith({}, { error: { code: '::x', message: '' } }), '(at `projects.0.error.code`)'],
    ['no list', reportWith({}, { providers: {} }), '(at `projects.0.providers`)'],
    ['a wrong item', reportWith({}, { providers: [PROJECT.providers[0], 0] }), '(at `projects.0.providers.1`)'],
    ['an unknown field', reportWith({}, { notComparable: ['a b'] }), '(at `projects.0.notComparable.0`)'],
    ['a null project', { ...REPORT, projects: [null] }, '(at `projects.0`)'],
    ['a hidden list of projects', JSON.stringify(REPORT).replace(/}$/, ',"project\\u0073":[{}]}'), '(at `projects`)'],
    [
      'a long list',
      reportWith({}, { providers: Array(4).fill(PROJECT.providers[0]) }),
      'is larger than any report can be',
    ],
    ['a list of nothing at risk', reportWith({}, { atRisk: { since: null } }), '(at `projects.0.atRisk.clusters`)'],
    ['half of one', JSON.stringify(REPORT).slice(0, -50), 'is not a report of this action'],
    ['two of them', JSON.stringify(REPORT).repeat(2), 'is not a report of this action'],
    ['a run with a wrong mode', reportWith({ mode: null }), 'failed as a whole'],
    ['a merge that failed', reportWith({ mode: 'merge' }), 'failed as a whole'],
    [
      'a run that timed out',
      reportWith({ error: { code: 'TIMEOUT', message: 'SECRET' }, result: 'failed', failureReason: 'error' }),
      'failed as a whole',
    ],
  ])('%s', async (_, report, says) => {
    await expect(read(report)).rejects.toThrow(says)
  })
})

describe('the statements about all projects', () => {
  test.each([
    ['the result', { result: 'failed' }, 'in `result`'],
    ['the result of another mode', { result: 'planned' }, 'in `result`'],
    ['the reason', { failureReason: 'drift' }, 'in `failureReason`'],
    ...Object.keys(TOTALS).map((name) => [name, { totals: { ...TOTALS, [name]: 3 } }, 'in `totals`'] as const),
  ])('contradict the projects: %s', async (_, more, says) => {
    await expect(read(reportWith(more))).rejects.toThrow(`contradicts itself ${says}`)
  })

  test('of one project may be those of a run on one project', async () => {
    const project = { ...PROJECT, result: 'created', changed: true, drifted: true }
    const difference = { projectId: idOf(1), provider: 'aws', field: 'enabled', expected: true, actual: false }
    const report = (result: string): object =>
      reportWith(
        { mode: 'apply', result, totals: { ...TOTALS, changed: 1, drifted: 1 } },
        { ...project, differences: [difference] },
      )
    expect((await read(report('created'))).report.result).toBe('updated')
    expect((await read(report('updated'))).report.result).toBe('updated')
    await expect(read(report('unchanged'))).rejects.toThrow('in `result`')
  })

  test('count projects with an invalid provider, of which a project that failed need not say whether it has one', async () => {
    const error = { code: 'NETWORK', message: 'x' }
    const project = { result: 'failed', failureReason: 'error', error, valid: false, enabled: false, providers: [] }
    const report = (invalid: number): object =>
      reportWith(
        { result: 'failed', failureReason: 'error', totals: { ...TOTALS, passed: 0, failed: 1, errors: 1, invalid } },
        project,
      )
    for (const invalid of [0, 1]) expect((await read(report(invalid))).report.totals.invalid).toBe(invalid)
    await expect(read(report(2))).rejects.toThrow('in `totals`')
  })
})

describe('texts of a report', () => {
  const secrets = new Secrets(() => undefined)
  secrets.protect('s3cr3t-passw0rd')
  const BAD = 's3cr3t-passw0rd</code>\n::set-output name=valid::true\r##[error]x'

  test('are sanitized, and have no known secret in them', async () => {
    const report = reportWith(DRIFT, {
      ...DRIFTED,
      name: BAD,
      differences: [{ ...DRIFTED.differences[0], expected: BAD, actual: BAD }],
      requirements: [{ condition: 'clusters', held: true, detail: BAD }],
      clusters: [{ name: BAD, expected: 'AWS', actual: 'NONE', state: BAD }],
      privateEndpoints: [{ provider: 'aws', region: BAD, status: BAD, connectionName: BAD, id: BAD }],
    })
    const { projects } = (await read(report, secrets)).report
    expect(JSON.stringify(projects)).not.toContain('s3cr3t')
    const SAFE = '***</code> ::set-output name=valid::true # #[error]x'
    expect(projects[0]).toMatchObject({
      name: SAFE,
      // A value keeps its lines: it is shown as JSON.
      differences: [{ expected: BAD.replace('s3cr3t-passw0rd', '***') }],
      requirements: [{ detail: SAFE }],
      clusters: [{ name: SAFE, actual: 'NONE', state: SAFE }],
      privateEndpoints: [{ region: SAFE, status: SAFE, connectionName: SAFE, id: SAFE }],
    })
  })

  test('are cut', async () => {
    const error = { code: 'NETWORK', message: 'x'.repeat(60_000) }
    const project = { name: 'n'.repeat(60_000), result: 'failed', failureReason: 'error', error }
    const totals = { ...TOTALS, passed: 0, failed: 1, errors: 1 }
    const { projects } = (await read(reportWith({ result: 'failed', failureReason: 'error', totals }, project))).report
    expect(projects[0]?.name).toHaveLength(200)
    expect(projects[0]?.error?.message).toHaveLength(3000)
  })
})

test('reading ends when the run does, also within a project', async () => {
  const differences = Array(500).fill(DRIFTED.differences[0])
  const bytes = Buffer.from(JSON.stringify(reportWith(DRIFT, { ...DRIFTED, differences })))
  const end = new Error('the end')
  let calls = 0
  const yieldToEventLoop = async (): Promise<void> => {
    calls += 1
    if (calls === 100) throw end
  }
  await expect(readReport(bytes, { secrets: noSecrets(), yieldToEventLoop })).rejects.toBe(end)
})
