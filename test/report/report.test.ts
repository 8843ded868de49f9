import { describe, expect, test } from '@jest/globals'
import type { ProjectReport, Report } from '../../src/domain/report.ts'
import type { ErrorResult, ProjectResult } from '../../src/domain/result.ts'
import { FAILURE_REASONS } from '../../src/domain/result.ts'
import { assembleReport, buildReport, currentRun, type RunParts } from '../../src/report/report.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'
import { fakeRunContext } from '../harness/context.ts'
import { idOf } from '../harness/fixtures.ts'
import { PROJECT, RESULT } from './results.ts'

const noSecrets = new Secrets(() => undefined)

const build = (projects: readonly ProjectResult[], more: Partial<RunParts> = {}): Report =>
  buildReport({ mode: 'verify', shard: null, isMultiProject: true, error: null, ...more, projects })

const ERROR: ErrorResult = {
  ...RESULT,
  result: 'failed',
  failureReason: 'error',
  error: { code: 'NETWORK', message: safe`x`, parts: { what: safe`x` } },
}

describe('the report of a run', () => {
  test('has what the interface says, in its order', () => {
    const report = build([RESULT])
    expect(report).toEqual({
      mode: 'verify',
      shard: null,
      result: 'passed',
      failureReason: null,
      error: null,
      totals: { projects: 1, passed: 1, failed: 0, changed: 0, drifted: 0, invalid: 0, errors: 0 },
      projects: [PROJECT],
    })
    expect(Object.keys(report.projects[0] as ProjectReport)).toEqual(Object.keys(PROJECT))
  })

  test('counts a project as invalid if Atlas answered, a provider is desired and not all are valid', () => {
    const invalid = { ...RESULT, valid: false }
    const counted = (project: Partial<ProjectResult>): number =>
      build([{ ...invalid, ...project } as ProjectResult]).totals.invalid
    expect(counted({})).toBe(1)
    expect(counted({ valid: true })).toBe(0)
    expect(counted({ isKnown: false })).toBe(0)
    expect(counted({ expectsProvider: false })).toBe(0)
  })

  test('has what was seen of clusters, private endpoints and what is at risk', () => {
    const facts = {
      clusters: [{ name: safe`orders`, expected: 'AWS', actual: 'NONE', state: safe`IDLE` }],
      privateEndpoints: [
        { provider: 'aws', region: safe`US_EAST_1`, status: safe`ACTIVE`, connectionName: null, id: safe`e` },
      ],
      atRisk: { clusters: [safe`orders`], since: null },
      requirements: [{ condition: 'clusters', held: null, detail: safe`why` }],
      notComparable: [safe`roleId`],
    } as const
    expect(build([{ ...RESULT, ...facts }]).projects[0]).toMatchObject(facts)
  })

  test('has errors as a code and one line, but that of the run in pieces too, for the summary', () => {
    const error = { code: 'TIMEOUT', message: safe`late`, parts: { what: safe`late` } } as const
    const report = build([ERROR], { error })
    expect(report.error).toEqual(error)
    expect(report.projects[0]?.error).toEqual({ code: 'NETWORK', message: 'x' })
  })

  test('keeps values that are no texts', () => {
    const field = safe`requirePrivateNetworking`
    const differences = [{ provider: 'aws', field, expected: true, actual: null }] as const
    expect(build([{ ...RESULT, differences }]).projects[0]?.differences).toEqual([
      { projectId: idOf(1), ...differences[0] },
    ])
  })
})

describe('the result', () => {
  const of = (parts: Partial<RunParts>, projects: readonly Partial<ProjectResult>[]): string =>
    build(
      projects.map((project) => ({ ...RESULT, ...project }) as ProjectResult),
      parts,
    ).result

  test.each([
    ['one project', { mode: 'apply', isMultiProject: false }, [{ result: 'created', changed: true }], 'created'],
    ['one of many projects', { mode: 'apply' }, [{ result: 'created', changed: true }], 'updated'],
    ['many projects, none changed', { mode: 'apply' }, [{ result: 'unchanged' }, { result: 'unchanged' }], 'unchanged'],
    ['a plan', { mode: 'plan' }, [{ result: 'planned', changed: true }], 'planned'],
    ['verify', { mode: 'verify' }, [{}], 'passed'],
    ['drift', { mode: 'drift' }, [{}], 'passed'],
    ['no project', { mode: 'apply' }, [], 'unchanged'],
    ['a run that failed', { error: { code: 'TIMEOUT', message: safe`` } }, [{}], 'failed'],
  ] as const)('of %s', (_, parts, projects, result) => expect(of(parts, projects)).toBe(result))
})

describe('the reason', () => {
  test('is the first of those that hold', () => {
    for (const [i, reason] of FAILURE_REASONS.entries()) {
      const projects = FAILURE_REASONS.slice(i).map((failureReason) => ({
        ...PROJECT,
        result: 'failed' as const,
        failureReason,
      }))
      const parts = { mode: 'drift', shard: null, isMultiProject: true, error: null, invalid: 0 } as const
      const report = assembleReport({ ...parts, projects: projects.reverse() })
      expect(report).toMatchObject({ result: 'failed', failureReason: reason })
    }
  })

  test('is `error` if the run failed as a whole', () => {
    const report = build([RESULT], { error: { code: 'CANCELLED', message: safe`x` } })
    expect(report).toMatchObject({ failureReason: 'error', totals: { passed: 1, errors: 0 } })
  })
})

test('totals count', () => {
  const projects = [
    PROJECT,
    { ...PROJECT, changed: true, drifted: true },
    { ...PROJECT, result: 'failed' as const, drifted: true },
    ...build([ERROR]).projects,
  ]
  const parts = { mode: 'apply', shard: null, isMultiProject: true, error: null, invalid: 3 } as const
  expect(assembleReport({ ...parts, projects }).totals).toEqual({
    projects: 4,
    passed: 2,
    failed: 2,
    changed: 1,
    drifted: 2,
    invalid: 3,
    errors: 1,
  })
})

describe('the run that a report comes from', () => {
  const run = (env: Record<string, string>) => currentRun({ env, clock: fakeRunContext().clock }, noSecrets)

  test('is what the runner says, and the time', () => {
    expect(run({ GITHUB_RUN_ID: '12345678901', GITHUB_RUN_ATTEMPT: '2' })).toEqual({
      id: '12345678901',
      attempt: '2',
      at: '2026-10-21T07:16:40.000Z',
    })
  })

  test('is not known outside of the runner, or if its variables make no sense', () => {
    expect(run({})).toMatchObject({ id: null, attempt: null })
    expect(run({ GITHUB_RUN_ID: '::x::1', GITHUB_RUN_ATTEMPT: '' })).toMatchObject({ id: null, attempt: null })
  })
})
