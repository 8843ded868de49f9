import { describe, expect, test } from '@jest/globals'
import { measured } from '../../harness/bounds.ts'
import { idOf } from '../../harness/fixtures.ts'
import { merge } from '../../harness/merging.ts'
import type { StepResult } from '../../harness/run-action.ts'
import { PROJECT, REPORT, TOTALS } from '../../projects/reports.ts'

/** The contract's bounds: for nonsense, and for a true report of the largest size. */
const NONSENSE = { cpuMs: 2000, peakMb: 300 }
const TRUE_REPORT = { cpuMs: 5000, peakMb: 600 }
/** Processor time between two moments at which a signal is noticed. */
const MAX_BUSY_MS = 200

const MEBIBYTE = 1024 * 1024
const FORGED_BYTES = 6 * MEBIBYTE

/** A list of so many bytes. */
const listOf = (item: string, bytes = FORGED_BYTES): string =>
  `[${Array(Math.floor(bytes / (item.length + 1)))
    .fill(item)
    .join(',')}]`

/** A report with one project, in which one member has other JSON. */
const withMember = (name: string, json: string): string =>
  JSON.stringify({ ...REPORT, projects: [{ ...PROJECT, [name]: 'HERE' }] }).replace('"HERE"', json)

const report = (projects: readonly object[], totals: object = {}): string =>
  JSON.stringify({
    ...REPORT,
    mode: 'drift',
    totals: { ...TOTALS, projects: projects.length, passed: projects.length, ...totals },
    projects,
  })

/** Projects that drifted, and are excused, with a long value each. */
function withValues(value: string): string {
  const count = Math.floor(FORGED_BYTES / (2 * Buffer.byteLength(JSON.stringify(value)) + 500))
  const projects = Array.from({ length: count }, (_, n) => {
    const difference = { projectId: idOf(n), provider: 'aws', field: 'region', expected: value, actual: `${value}x` }
    return { ...PROJECT, projectId: idOf(n), drifted: true, differences: [difference] }
  })
  return report(projects, { drifted: count })
}

async function run(text: string): Promise<{ result: StepResult; allowedCpuMs: (bound: number) => number }> {
  const { result, allowed } = await measured(() => merge({ 'reports/1.json': text }, {}, { measure: true }))
  return { result, allowedCpuMs: allowed.cpuMs }
}

describe('a forged report of 6 MiB takes little time and memory:', () => {
  test.each([
    [
      'projects that are numbers',
      () => JSON.stringify({ ...REPORT, projects: 0 }).replace('"projects":0}', `"projects":${listOf('0')}}`),
    ],
    [
      'projects that are empty',
      () => JSON.stringify({ ...REPORT, projects: 0 }).replace('"projects":0}', `"projects":${listOf('{}')}}`),
    ],
    ...['providers', 'differences', 'requirements', 'clusters', 'privateEndpoints'].map(
      (name) => [`a list of empty ${name}`, () => withMember(name, listOf('{}'))] as const,
    ),
    ['a list of words', () => withMember('notComparable', listOf('"a"'))],
    ['a list that no version has', () => withMember('later', listOf('[]'))],
    ['a list of risks', () => withMember('atRisk', `{"since":null,"clusters":${listOf('{}')}}`)],
    [
      'many projects with short lists of empty objects',
      () => {
        const lists = {
          differences: Array(60).fill({}),
          requirements: Array(60).fill({}),
          clusters: Array(60).fill({}),
        }
        return report(Array.from({ length: 8000 }, (_, n) => ({ ...PROJECT, projectId: idOf(n), ...lists })))
      },
    ],
    ['lists in lists', () => `{"projects":[${'['.repeat(FORGED_BYTES / 2)}${']'.repeat(FORGED_BYTES / 2)}]}`],
    [
      'many keys',
      () => `{"projects":[{${Array.from({ length: 500_000 }, (_, n) => `"${n.toString(36)}":0`).join(',')}}]}`,
    ],
    ['a list beside the projects', () => `{"later":${listOf('{}')},${JSON.stringify(REPORT).slice(1)}`],
    ['one text', () => withMember('name', `"${'\\u200b'.repeat(FORGED_BYTES / 6)}"`)],
    [
      'half a report',
      () => report(Array.from({ length: 10_000 }, (_, n) => ({ ...PROJECT, projectId: idOf(n) }))).slice(0, -2),
    ],
  ] as const)('%s', async (_, forge) => {
    const { result, allowedCpuMs } = await run(forge())
    expect(result.errors).toEqual([expect.stringContaining('is not a report of this action')])
    expect(result.cpuMs).toBeLessThan(allowedCpuMs(NONSENSE.cpuMs))
    expect(result.peakMb).toBeLessThan(NONSENSE.peakMb)
    expect(result.busyMs).toBeLessThan(MAX_BUSY_MS)
  })

  test.each([
    ['HTML entities', '&amp;'.repeat(800)],
    ['percent signs', '%41'.repeat(1300)],
    ['characters that cannot be seen', '\u200b'.repeat(4000)],
    ['control characters', '\u007f'.repeat(4000)],
    ['base64', 'QUJD'.repeat(1000)],
    ['backslashes', '\\x41'.repeat(1000)],
  ])('values of %s', async (_, value) => {
    const { result, allowedCpuMs } = await run(withValues(value))
    expect(result.outputs).toMatchObject({ result: 'passed', drifted: 'true' })
    expect(result.cpuMs).toBeLessThan(allowedCpuMs(NONSENSE.cpuMs))
    expect(result.peakMb).toBeLessThan(NONSENSE.peakMb)
    expect(result.busyMs).toBeLessThan(MAX_BUSY_MS)
  })
})

describe('a true report of 64 MiB', () => {
  /** Ten thousand projects that differ in several fields and of which a requirement does not hold. */
  const text = ((): string => {
    const count = 10_000
    const fields = ['customerMasterKeyID', 'region', 'roleId', 'accessKeyID']
    const detail = `Without a customer's key: ${Array.from({ length: 60 }, (_, n) => `cluster-${n}`).join(', ')}`
    const value = (n: number, i: number): string =>
      `arn:aws:kms:us-east-1:111122223333:key/${n}-${i}-${'x'.repeat(550)}`
    const projects = Array.from({ length: count }, (_, n) => ({
      ...PROJECT,
      projectId: idOf(n),
      name: `project ${n}`,
      result: 'failed',
      failureReason: 'requirement',
      drifted: true,
      differences: fields.map((field, i) => ({
        projectId: idOf(n),
        provider: 'aws',
        field,
        expected: value(n, i),
        actual: value(n, i + 1),
      })),
      requirements: [{ condition: 'clusters', held: false, detail }],
    }))
    const whole = report(projects, { passed: 0, failed: count, drifted: count })
    return whole.replace('"result":"passed","failureReason":null', '"result":"failed","failureReason":"requirement"')
  })()

  test('is as large as a report may be', () => {
    expect(text.length).toBeLessThanOrEqual(64 * MEBIBYTE)
    expect(text.length).toBeGreaterThan(60 * MEBIBYTE)
  })

  test('is merged within the bounds', async () => {
    const { result, allowedCpuMs } = await run(text)
    expect(result.outputs).toMatchObject({ result: 'failed', 'failure-reason': 'requirement' })
    expect(result.reportFile.length).toBe(text.length + 1)
    expect(result.cpuMs).toBeLessThan(allowedCpuMs(TRUE_REPORT.cpuMs))
    expect(result.peakMb).toBeLessThan(TRUE_REPORT.peakMb)
    expect(result.busyMs).toBeLessThan(MAX_BUSY_MS)
  })

  test.each([150, 400, 700, 1000, 1500])('can be cancelled, after %i ms', async (ms) => {
    let cancelledAt = 0
    const onStart = (signal: (name: NodeJS.Signals) => void): void => {
      setTimeout(() => {
        cancelledAt = performance.now()
        signal('SIGINT')
      }, ms)
    }
    const { result, allowed } = await measured(() => merge({ 'reports/1.json': text }, {}, { onStart }))
    expect(performance.now() - cancelledAt).toBeLessThan(allowed.wallMs(2000))
    expect(result.exitCode).toBe(1)
    expect(['error', 'requirement']).toContain(result.outputs['failure-reason'])
  })

  test('ends at the timeout of the run', async () => {
    const { outputs } = await merge({ 'reports/1.json': text }, { timeout: '1' })
    const { error } = JSON.parse(outputs.report as string) as { error: { code: string } | null }
    expect([undefined, 'TIMEOUT']).toContain(error?.code)
  })
})
