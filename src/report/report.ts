import type { Difference } from '../encryption/compare.ts'
import type { Requirement } from '../encryption/requirements.ts'
import type { ProviderState } from '../encryption/state.ts'
import type { FailureCode } from '../failure.ts'
import type { FailureReason, Mode, ProjectResult, SuccessResult } from '../modes/result.ts'

/** Where a run was told of on GitHub; '' where it was not. */
export interface Told {
  readonly issueUrl: string
  readonly commentUrl: string
}

/** How a whole run ended. */
export interface RunOutcome {
  /** null if the input `mode` itself was wrong. */
  readonly mode: Mode | null
  readonly projects: readonly ProjectResult[]
  /** Why the run failed as a whole: wrong inputs, its `timeout`, a cancellation or a defect. */
  readonly error: ReportedError | null
  /** Everything that was worth a warning, in order. */
  readonly warnings: readonly string[]
  /** Where the run was told of on GitHub. */
  readonly told: Told
}

export interface ReportedError {
  readonly code: FailureCode
  readonly message: string
}

type RunResult = SuccessResult | 'failed'

export interface ReportedDifference extends Difference {
  readonly projectId: string
}

interface ProjectReport {
  readonly projectId: string
  readonly name: string | null
  readonly result: RunResult
  readonly failureReason: FailureReason | null
  readonly valid: boolean
  readonly enabled: boolean
  readonly changed: boolean
  readonly drifted: boolean
  readonly providers: readonly ProviderState[]
  readonly differences: readonly ReportedDifference[]
  readonly notComparable: readonly string[]
  readonly requirements: readonly Requirement[]
  readonly error: ReportedError | null
}

/** The JSON of the output `report`: the action's interface, not to be changed but by adding. */
export interface Report {
  readonly mode: Mode | null
  readonly shard: string | null
  readonly result: RunResult
  readonly failureReason: FailureReason | null
  readonly error: ReportedError | null
  readonly totals: Readonly<
    Record<'projects' | 'passed' | 'failed' | 'changed' | 'drifted' | 'invalid' | 'errors', number>
  >
  readonly projects: readonly ProjectReport[]
}

/** In the order in which they decide over the step. */
const REASONS: readonly FailureReason[] = ['error', 'invalid', 'requirement', 'drift']

/** The reason of the run: the first of all that its projects have. */
export function failureReasonOf({ error, projects }: RunOutcome): FailureReason | null {
  if (error !== null) return 'error'
  return REASONS.find((reason) => projects.some(({ failureReason }) => failureReason === reason)) ?? null
}

function runResultOf(outcome: RunOutcome): RunResult {
  if (failureReasonOf(outcome) !== null) return 'failed'
  return outcome.projects[0]?.result ?? 'failed'
}

/** Cuts known secrets out of a text that Atlas may have written. */
export type Redact = (text: string) => string

export function buildReport(outcome: RunOutcome, redact: Redact): Report {
  const projects = outcome.projects.map((project) => projectReport(project, redact))
  const count = (is: (project: ProjectReport) => boolean): number => projects.filter(is).length
  return {
    mode: outcome.mode,
    shard: null,
    result: runResultOf(outcome),
    failureReason: failureReasonOf(outcome),
    error: outcome.error,
    totals: {
      projects: projects.length,
      passed: count(({ result }) => result !== 'failed'),
      failed: count(({ result }) => result === 'failed'),
      changed: count(({ changed }) => changed),
      drifted: count(({ drifted }) => drifted),
      invalid: outcome.projects.filter(hasInvalidProvider).length,
      errors: count(({ error }) => error !== null),
    },
    projects,
  }
}

/** A wanted or targeted provider is not enabled or not valid; only known once Atlas has answered. */
function hasInvalidProvider({ configuration, wantsProvider, valid }: ProjectResult): boolean {
  return configuration !== null && wantsProvider && !valid
}

function projectReport(project: ProjectResult, redact: Redact): ProjectReport {
  const { projectId, name, result, failureReason, valid, enabled, changed, drifted, providers, error } = project
  return {
    projectId,
    name,
    result,
    failureReason,
    valid,
    enabled,
    changed,
    drifted,
    providers,
    differences: reportedDifferences(project, redact),
    notComparable: project.notComparable,
    requirements: project.requirements,
    error,
  }
}

/** The differences of a project as they are shown, in the order of the keys that the action documents. */
function reportedDifferences({ projectId, differences }: ProjectResult, redact: Redact): ReportedDifference[] {
  return differences.map(({ provider, field, expected, actual }) => ({
    projectId,
    provider,
    field,
    expected: redactValue(expected, redact),
    actual: redactValue(actual, redact),
  }))
}

/** @returns the same value, a text without secrets */
export function redactValue<V>(value: V, redact: Redact): V {
  return typeof value === 'string' ? (redact(value) as V) : value
}
