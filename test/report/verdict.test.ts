import { describe, expect, test } from '@jest/globals'
import type { ProviderState } from '../../src/domain/reported.ts'
import type { ProjectResult } from '../../src/domain/result.ts'
import { stakes } from '../../src/report/findings.ts'
import { excusedFindings, modeTitle, verdictLine, verdictOn } from '../../src/report/verdict.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { type Facts, RESULT, resultWith } from './results.ts'

const OFF: ProviderState = { provider: 'aws', enabled: false, valid: false }
const INVALID: ProviderState = { provider: 'aws', enabled: true, valid: false }
const VALID: ProviderState = { provider: 'gcp', enabled: true, valid: true }

/** A project with a finding that fails it. */
const failed = (facts: Facts): ProjectResult =>
  resultWith({ result: 'failed', failureReason: facts.findings?.[0] ?? 'error', ...facts })
const invalid = (facts: Facts = {}): ProjectResult =>
  failed({ findings: ['invalid'], valid: false, providers: [INVALID], ...facts })
const lineOf = (project: ProjectResult): string => verdictLine(verdictOn(project))

describe('a verdict', () => {
  test('is good without a finding', () =>
    expect(verdictOn(RESULT)).toMatchObject({ status: 'good', title: 'passed', error: null, findings: [{}] }))

  test('has all findings, in the title too', () => {
    const requirements = [{ condition: 'clusters', held: false, detail: safe`None.` }] as const
    const project = invalid({ findings: ['invalid', 'requirement'], requirements })
    expect(verdictOn(project)).toMatchObject({
      status: 'bad',
      title: 'key not valid, requirement not met',
      findings: [{ hasRunbook: true }, { line: 'clusters not met: None.' }],
    })
  })

  test('shows what fails the step, and leaves out what is excused beside it', () => {
    const differences = [{ provider: 'aws', field: safe`region`, expected: true, actual: null }] as const
    const project = invalid({ findings: ['invalid', 'drift'], excused: ['invalid'], mode: 'drift', differences })
    expect(verdictOn(project)).toMatchObject({ status: 'bad', title: 'drift' })
  })

  test('is a warning if all is excused', () => {
    const project = resultWith({ findings: ['invalid'], excused: ['invalid'], providers: [INVALID] })
    expect(verdictOn(project)).toMatchObject({ status: 'excused', title: 'key not valid' })
  })

  test.each([
    ['TIMEOUT', 'timed out', true],
    ['CANCELLED', 'canceled', true],
    ['TIMEOUT', 'request refused by Atlas', false],
    ['constructor', 'request refused by Atlas', false],
    ['NETWORK', 'no connection to Atlas', false],
    ['CLUSTER_NOT_READY', 'cluster not ready', false],
    ['PROTOCOL', 'failed', false],
    ['CLUSTER_PAUSED', 'cluster paused', false],
  ] as const)('of an error %s (%s) has no finding, but the pieces', (code, title, endsRun) => {
    const parts = { what: safe`It failed.`, advice: safe`Try again.` }
    const message = safe`It failed. Try again.`
    const error = { code: safe`${code}`, message, parts, ...(endsRun && ({ endsRun } as const)) }
    const verdict = verdictOn(failed({ error }))
    expect(verdict).toEqual({ status: 'bad', title, findings: [], error: parts })
  })

  test('of an error of another run has its one line', () => {
    const verdict = verdictOn(failed({ error: { code: 'NETWORK', message: safe`It failed.` } }))
    expect(verdict.error).toEqual({ what: 'It failed.' })
    expect(verdictLine(verdict)).toBe('It failed.')
  })
})

test.each<[string, Facts, string]>([
  ['that is of Atlas', { error: { code: safe`NOT_IN_GROUP`, message: safe`No.` } }, 'request refused by Atlas'],
  ['of the inputs', { isKnown: false, error: { code: 'INPUT', message: safe`No.` } }, 'invalid inputs'],
  ['of the inputs that Atlas showed', { error: { code: 'INPUT', message: safe`No.` } }, 'failed'],
  [
    'that refused the change',
    { error: { code: safe`X`, message: safe`No.` }, patchRefused: true },
    'change refused by Atlas',
  ],
])('an error %s has a title of its own', (_, facts, title) => expect(verdictOn(failed(facts)).title).toBe(title))

test('a plan has its size in the title, and a warning if the key is not valid', () => {
  const plan: Facts = { mode: 'plan', result: 'planned' }
  expect(verdictOn(resultWith(plan))).toMatchObject({ status: 'good', title: 'nothing to change' })
  expect(verdictOn(resultWith({ ...plan, providers: [INVALID] }))).toMatchObject({
    status: 'excused',
    title: 'key not valid, nothing to change',
  })
})

describe('a key that is not valid', () => {
  test('is named, with what not to do', () => {
    expect(lineOf(invalid())).toMatch(/^Atlas cannot use the key of AWS KMS: it reports valid: false\. Do not restart/)
    expect(lineOf(invalid({ changed: true }))).toContain('AWS KMS after the change: it')
  })

  test('of one of several is the one that is named', () =>
    expect(lineOf(invalid({ providers: [VALID, INVALID] }))).toMatch(/the key of AWS KMS:/))

  test('beside one that is off: both are named', () =>
    expect(lineOf(invalid({ providers: [INVALID, { ...OFF, provider: 'gcp' }] }))).toMatch(
      /key of AWS KMS: .*Google Cloud KMS is not enabled in the project\./,
    ))

  test('says what is at stake, as far as it is known', () => {
    const since = safe`2026-10-01T08:00:00Z`
    expect(lineOf(invalid({ atRisk: { clusters: [safe`orders`, safe`billing`], since } }))).toMatch(
      /invalid since 2026-10-01T08:00:00Z\. These clusters would not start again after a restart: orders, billing\. Do not/,
    )
    expect(stakes({ clusters: [safe`orders`], since: null })).toMatch(/^ These clusters .*: orders\.$/)
    expect(stakes({ clusters: [], since })).toBe(` Atlas has reported it as invalid since ${since}.`)
    expect(stakes(null)).toBe('')
  })
})

describe('a provider that is not as it must be', () => {
  test.each<[string, Facts, string, RegExp]>([
    [
      'off',
      { providers: [OFF] },
      'not enabled',
      /^AWS KMS is not enabled in the project\. Enable it with `mode: apply`/,
    ],
    [
      'off, two',
      { providers: [OFF, { ...OFF, provider: 'gcp' }] },
      'not enabled',
      /^AWS KMS, Google Cloud KMS are not/,
    ],
    ['off after apply', { providers: [OFF], mode: 'apply' }, 'not enabled', /Run again, and check the project/],
    ['none at all', { providers: [] }, 'not enabled', /^No provider of encryption at rest is enabled/],
    [
      'on, but must be off',
      { providers: [VALID, OFF], expectsProvider: false },
      'not disabled',
      /^Google Cloud KMS is enabled in the project, but must be disabled\./,
    ],
  ])('%s', (_, facts, title, words) => {
    const project = invalid({ mode: 'verify', ...facts })
    expect(verdictOn(project).title).toBe(title)
    expect(verdictOn(project).findings[0]?.hasRunbook).toBeUndefined()
    expect(lineOf(project)).toMatch(words)
  })
})

test('conditions that are not met or unknown are named with their reasons, the others not', () => {
  const requirements = [
    { condition: 'clusters', held: true, detail: safe`Fine.` },
    { condition: 'search-nodes', held: false, detail: safe`Off.` },
    { condition: 'no-open-alerts', held: null, detail: safe`Refused.` },
  ] as const
  expect(lineOf(failed({ findings: ['requirement'], requirements }))).toBe(
    'search-nodes not met: Off. no-open-alerts unknown: Refused.',
  )
})

test('the title counts the conditions that are not met, and those that are unknown', () => {
  const titleOf = (...results: (boolean | null)[]): string =>
    verdictOn(
      failed({
        findings: ['requirement'],
        requirements: results.map((held) => ({ condition: 'clusters', held, detail: safe`Why.` })),
      }),
    ).title
  expect(titleOf(false, true)).toBe('requirement not met')
  expect(titleOf(null)).toBe('requirement unknown')
  expect(titleOf(false, null, false)).toBe('2 requirements not met, 1 unknown')
  expect(titleOf(null, null)).toBe('2 requirements unknown')
})

describe('drift', () => {
  const differences = [
    { provider: 'aws', field: safe`region`, expected: true, actual: null },
    { provider: 'aws', field: safe`clusters.orders`, expected: true, actual: null },
  ] as const
  const project = failed({ mode: 'drift', findings: ['drift'], differences })

  test('names the fields, and what to do', () => {
    expect(lineOf(project)).toMatch(
      /^Atlas differs from the workflow in region, clusters\.orders\. If the workflow is right/,
    )
  })

  test('points to the activity feed unless the last change is known', () => {
    expect(lineOf(project)).toContain('activity feed')
    const lastChange = { when: safe`2026-10-01`, who: safe`alice` }
    expect(lineOf({ ...project, lastChange })).not.toContain('activity feed')
  })

  test('that is excused names the input that does so', () => {
    const excused = resultWith({ mode: 'drift', findings: ['drift'], excused: ['drift'], differences })
    expect(excusedFindings(excused)).toEqual([expect.stringMatching(/in region, .*`fail-on-drift: false`\.\)$/)])
  })
})

describe('an invalid key that is excused', () => {
  const clusters = [
    { name: safe`orders`, expected: 'AWS', actual: 'NONE', state: safe`IDLE` },
    { name: safe`done`, expected: 'AWS', actual: 'AWS', state: safe`IDLE` },
    { name: safe`released`, expected: 'NONE', actual: 'AWS', state: safe`IDLE` },
  ] as const
  const project = invalid({ mode: 'apply', excused: ['invalid'], clusters })

  test('names in apply the clusters that were not switched for it', () =>
    expect(excusedFindings(project)).toEqual([
      expect.stringMatching(/not switched: orders\. \(The step does not fail: `fail-on-invalid: false`\.\)$/),
    ]))

  test('names none elsewhere', () =>
    expect(excusedFindings({ ...project, mode: 'verify' })[0]).not.toContain('not switched'))
})

test('modes have titles, also where the mode is wrong', () => {
  expect(['apply', 'plan', 'verify', 'drift', 'merge', null].map((mode) => modeTitle(mode as never))).toEqual([
    'Apply',
    'Plan',
    'Verify',
    'Drift check',
    'Merge',
    'Unknown mode',
  ])
})
