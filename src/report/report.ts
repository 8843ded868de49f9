import type { Difference } from '../encryption/compare.ts'
import type { Requirement } from '../encryption/requirements.ts'
import type { ProviderState } from '../encryption/state.ts'
import type { FailureCode } from '../failure.ts'
import type { FailureReason, Mode, ProjectResult, SuccessResult } from '../modes/result.ts'
import type { Secrets } from '../text/secrets.ts'

/** Where a run was told of on GitHub, a URL a line; '' where it was not. */
export interface Told {
  readonly issueUrl: string
  readonly commentUrl: string
}

/** How a whole run ended. */
export interface RunOutcome {
  readonly report: Report
  /** All that is known of the one project of a run on one; null for a fleet, or if the run did not come so far. */
  readonly project: ProjectResult | null
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

/** What the report tells of a project: all that a fleet is judged, told and merged by. */
export interface ProjectReport {
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

type Total = 'projects' | 'passed' | 'failed' | 'changed' | 'drifted' | 'invalid' | 'errors'

/** The JSON of the output `report`: the action's interface, not to be changed but by adding. */
export interface Report {
  /** `merge` only if merging failed, null if the input `mode` itself was wrong. */
  readonly mode: Mode | 'merge' | null
  /** The text of the input. */
  readonly shard: string | null
  readonly result: RunResult
  readonly failureReason: FailureReason | null
  /** Why the run failed as a whole: wrong inputs, its `timeout`, a cancellation or a defect. */
  readonly error: ReportedError | null
  readonly totals: Readonly<Record<Total, number>>
  readonly projects: readonly ProjectReport[]
}

/** In the order in which they decide over the step. */
export const REASONS = ['error', 'invalid', 'requirement', 'drift'] as const satisfies readonly FailureReason[]

/** What a report is assembled of. */
interface Parts {
  readonly mode: Report['mode']
  readonly shard: string | null
  /** Whether it is about a config file or an organization: the result is then in the words for many. */
  readonly isFleet: boolean
  readonly error: ReportedError | null
}

export function buildReport(
  { projects, ...parts }: Parts & { readonly projects: readonly ProjectResult[] },
  secrets: Secrets,
): Report {
  const invalid = projects.filter(hasInvalidProvider).length
  return assembleReport({ ...parts, projects: projects.map((project) => projectReport(project, secrets)), invalid })
}

/** @param parts with `invalid`, the count that the projects' reports alone do not tell */
export function assembleReport(
  parts: Parts & { readonly projects: readonly ProjectReport[]; readonly invalid: number },
): Report {
  const { mode, shard, error, projects, invalid } = parts
  const count = (is: (project: ProjectReport) => boolean): number => projects.filter(is).length
  const failureReason =
    error !== null
      ? 'error'
      : (REASONS.find((reason) => projects.some((project) => project.failureReason === reason)) ?? null)
  return {
    mode,
    shard,
    result: failureReason === null ? successOf(parts) : 'failed',
    failureReason,
    error,
    totals: {
      projects: projects.length,
      passed: count(({ result }) => result !== 'failed'),
      failed: count(({ result }) => result === 'failed'),
      changed: count(({ changed }) => changed),
      drifted: count(({ drifted }) => drifted),
      invalid,
      errors: count((project) => project.error !== null),
    },
    projects,
  }
}

function successOf({ mode, isFleet, projects }: Parts & { readonly projects: readonly ProjectReport[] }): RunResult {
  const [only] = projects
  if (!isFleet && only !== undefined) return only.result
  if (mode === 'plan') return 'planned'
  if (mode !== 'apply') return 'passed'
  return projects.some(({ changed }) => changed) ? 'updated' : 'unchanged'
}

/** A wanted or targeted provider is not enabled or not valid; only known once Atlas has answered. */
function hasInvalidProvider({ configuration, wantsProvider, valid }: ProjectResult): boolean {
  return configuration !== null && wantsProvider && !valid
}

function projectReport(project: ProjectResult, secrets: Secrets): ProjectReport {
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
    differences: reportedDifferences(project, secrets),
    notComparable: project.notComparable,
    requirements: project.requirements,
    error,
  }
}

/** The differences of a project as they are shown, in the order of the keys that the action documents. */
function reportedDifferences({ projectId, differences }: ProjectResult, secrets: Secrets): ReportedDifference[] {
  return differences.map(({ provider, field, expected, actual }) => ({
    projectId,
    provider,
    field,
    expected: redactValue(expected, secrets),
    actual: redactValue(actual, secrets),
  }))
}

/** @returns the same value, a text without secrets */
export function redactValue<V>(value: V, secrets: Secrets): V {
  return typeof value === 'string' ? (secrets.redact(value) as V) : value
}
