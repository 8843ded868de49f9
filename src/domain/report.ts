import type { SafeText } from '../sanitize/safe-text.ts'
import type { Difference } from './compare.ts'
import type { ReportedError } from './errors.ts'
import type { Mode, SuccessResult } from './modes.ts'
import type { ProviderState, ShownValue } from './reported.ts'
import type { Requirement } from './requirements.ts'
import type { FailureReason, ProjectResult } from './result.ts'

/** Where a run was told of on GitHub, a URL a line; '' where it was not. */
export interface GitHubLinks {
  readonly issueUrl: SafeText
  readonly commentUrl: SafeText
}

/** How a whole run ended. */
export interface RunOutcome {
  readonly report: Report
  /** All that is known of the one project of a run on one; null for a fleet, or if the run did not come so far. */
  readonly project: ProjectResult | null
  /** Where the run was told of on GitHub. */
  readonly told: GitHubLinks
}

export type RunResult = SuccessResult | 'failed'

export interface ReportedDifference extends Difference<ShownValue> {
  readonly projectId: SafeText
}

/** What the report tells of a project: all that a fleet is judged, told and merged by. */
export interface ProjectReport {
  readonly projectId: SafeText
  readonly name: SafeText | null
  readonly result: RunResult
  readonly failureReason: FailureReason | null
  readonly valid: boolean
  readonly enabled: boolean
  readonly changed: boolean
  readonly drifted: boolean
  readonly providers: readonly ProviderState[]
  readonly differences: readonly ReportedDifference[]
  readonly notComparable: readonly SafeText[]
  readonly requirements: readonly Requirement[]
  readonly error: ReportedError | null
}

type Total = 'projects' | 'passed' | 'failed' | 'changed' | 'drifted' | 'invalid' | 'errors'

/** The JSON of the output `report`: the action's interface, not to be changed but by adding. */
export interface Report {
  /** `merge` only if merging failed, null if the input `mode` itself was wrong. */
  readonly mode: Mode | 'merge' | null
  /** The text of the input. */
  readonly shard: SafeText | null
  readonly result: RunResult
  readonly failureReason: FailureReason | null
  /** Why the run failed as a whole: wrong inputs, its `timeout`, a cancellation or a defect. */
  readonly error: ReportedError | null
  readonly totals: Readonly<Record<Total, number>>
  readonly projects: readonly ProjectReport[]
}
