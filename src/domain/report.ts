import type { RedactedText, SafeText } from '../sanitize/safe-text.ts'
import type { Difference } from './compare.ts'
import type { ErrorCode } from './errors.ts'
import type { Mode } from './modes.ts'
import type { ProviderName } from './providers.ts'
import type { ProviderState } from './reported.ts'
import type { Requirement } from './requirements.ts'
import type { FailureReason, ProjectResult, SuccessResult } from './result.ts'

/** The issues and the comment that a run wrote on GitHub, one URL a line; '' if it wrote none. */
export interface GitHubLinks {
  readonly issueUrl: string
  readonly commentUrl: string
}

/** How a whole run ended. */
export interface RunOutcome {
  readonly report: Report
  readonly run: ReportedRun
  /** All that is known of the one project of a run on one; null for many projects, or if the run did not get that far. */
  readonly project: ProjectResult | null
  readonly links: GitHubLinks
  /** What is odd about the outcome but no error. The run logs them. */
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

export interface ReportedError {
  readonly code: ErrorCode
  readonly message: SafeText
}

export type RunResult = SuccessResult | 'failed'

/** A difference as it is shown. Its values may have several lines, so they are written as JSON or sanitized further. */
export interface ReportedDifference extends Difference {
  readonly projectId: string
  readonly expected: RedactedText | boolean
  readonly actual: RedactedText | boolean | null
}

interface ReportedRequirement extends Requirement {
  readonly detail: SafeText
}

/** A cluster that the workflow wants to use a provider's key, as last seen. */
interface ReportedCluster {
  readonly name: SafeText
  readonly expected: 'AWS' | 'AZURE' | 'GCP' | 'NONE'
  /** What Atlas reports; null if there is no such cluster. */
  readonly actual: SafeText | null
  readonly state: SafeText | null
}

/** A private endpoint to a provider's keys that the workflow wants, as last seen; null where Atlas reports nothing. */
interface ReportedPrivateEndpoint {
  readonly provider: ProviderName
  readonly region: SafeText
  readonly status: SafeText | null
  readonly connectionName: SafeText | null
  readonly id: SafeText | null
}

/** What an invalid key endangers. */
interface AtRisk {
  /** Names of the clusters that would not start again after a restart. */
  readonly clusters: readonly SafeText[]
  /** Since when Atlas calls the key invalid; null if that cannot be read. */
  readonly since: SafeText | null
}

/** What the report says of a project: the verdict, the summary and the merging of many projects use nothing else. */
export interface ProjectReport {
  readonly projectId: string
  readonly name: SafeText | null
  readonly result: RunResult
  readonly failureReason: FailureReason | null
  readonly valid: boolean
  readonly enabled: boolean
  readonly changed: boolean
  readonly drifted: boolean
  readonly providers: readonly ProviderState[]
  readonly differences: readonly ReportedDifference[]
  readonly notComparable: readonly string[]
  readonly requirements: readonly ReportedRequirement[]
  readonly clusters: readonly ReportedCluster[]
  readonly privateEndpoints: readonly ReportedPrivateEndpoint[]
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
  /** Why the run failed as a whole: wrong inputs, its `timeout`, a cancellation or a defect. */
  readonly error: ReportedError | null
  readonly totals: Readonly<Record<Total, number>>
  readonly projects: readonly ProjectReport[]
}

/** In the order in which they decide the verdict of the step. */
export const REASONS = ['error', 'invalid', 'requirement', 'drift'] as const satisfies readonly FailureReason[]
