import type { SafeText } from '../sanitize/safe-text.ts'
import type { ClusterStatus } from './clusters.ts'
import type { Difference } from './compare.ts'
import type { ReportedError } from './errors.ts'
import type { Mode, SuccessResult } from './modes.ts'
import type { EndpointStatus } from './private-endpoints.ts'
import type { ProviderState, ShownValue } from './reported.ts'
import type { Requirement } from './requirements.ts'
import type { AtRisk, FailureReason, ProjectResult } from './result.ts'

/** The issues and the comment that a run wrote on GitHub, one URL a line; '' if it wrote none. */
export interface GitHubLinks {
  readonly issueUrl: SafeText
  readonly commentUrl: SafeText
}

/** What `mode: export` wrote. */
export interface WrittenExport {
  /** Relative to the workspace. */
  readonly file: SafeText
  /** Whether the content is new, apart from the date in its header. */
  readonly changed: boolean
}

/** How a whole run ended. */
export interface RunOutcome {
  readonly report: Report
  readonly run: ReportedRun
  /** All that is known of the one project of a run on one; null for many projects, or if the run did not get that far. */
  readonly project: ProjectResult | null
  readonly links: GitHubLinks
  /** Absent if no file was exported. */
  readonly exported?: WrittenExport
  /** Scheme and host of Atlas, for links; null if it is not known. */
  readonly atlasOrigin: string | null
  /** The error of the report with its pieces, which a report does not have. */
  readonly error?: ReportedError
  /** What is doubtful about the outcome, but no error. The run logs them. */
  readonly warnings: readonly SafeText[]
}

/** The run of the workflow that a report comes from, so that an old report can be recognized; null where it is not known. */
export interface ReportedRun {
  /** `GITHUB_RUN_ID`. */
  readonly id: SafeText | null
  /** `GITHUB_RUN_ATTEMPT`. */
  readonly attempt: SafeText | null
  /** When the report was made: an ISO 8601 date and time in UTC. */
  readonly at: SafeText | null
}

export type RunResult = SuccessResult | 'failed'

/** A difference as it is shown. Its values may have several lines, so they are written as JSON or sanitized further. */
export interface ReportedDifference extends Difference<ShownValue> {
  readonly projectId: SafeText
}

/** What the report says of a project: the verdict, the summary and the merging of many projects use nothing else. */
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
  readonly clusters: readonly ClusterStatus[]
  readonly privateEndpoints: readonly EndpointStatus[]
  readonly atRisk: AtRisk | null
  readonly error: ReportedError | null
}

type Total = 'projects' | 'passed' | 'failed' | 'changed' | 'drifted' | 'invalid' | 'errors'

/**
 * What a run found. The JSON of the output `report` is this and `run`: the action's interface, which may grow but not
 * change. `run` stands apart because a report is the same, whichever run finds it.
 */
export interface Report {
  /** `merge` only if merging failed, null if the input `mode` itself was wrong. */
  readonly mode: Mode | 'merge' | null
  /** The shard as `i/n`; null for all projects. */
  readonly shard: SafeText | null
  readonly result: RunResult
  readonly failureReason: FailureReason | null
  /** Why the run failed as a whole: wrong inputs, its `timeout`, a cancellation or a defect. The JSON leaves its pieces out. */
  readonly error: ReportedError | null
  readonly totals: Readonly<Record<Total, number>>
  readonly projects: readonly ProjectReport[]
}
