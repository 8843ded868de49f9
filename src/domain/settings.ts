import type { SafeText } from '../sanitize/safe-text.ts'
import type { Credentials } from './credentials.ts'
import type { DesiredProject } from './desired.ts'
import type { Mode } from './modes.ts'
import type { ProjectSelection } from './selection.ts'

export type ApiVersion = 'v2' | 'v1.0'

/** Where Atlas is. */
export interface BaseUrl {
  /** Scheme, host and port; the only place that credentials are ever sent to. */
  readonly origin: string
  readonly isMongoDb: boolean
}

/** How strict the run is and how long it waits, in seconds. */
export interface Limits {
  readonly validTimeout: number
  readonly propagationTimeout: number
  /** For each cluster and each private endpoint; 0: do not wait. */
  readonly waitTimeout: number
  readonly failOnInvalid: boolean
  readonly failOnDrift: boolean
}

/** What to publish on GitHub, in addition to the step itself. */
export interface GitHubSettings {
  /** '' if none was given. */
  readonly token: string
  /** Keep an issue while there is a finding. */
  readonly issue: boolean
  /** For a new issue. */
  readonly issueLabels: readonly string[]
  readonly issueAssignees: readonly string[]
  /** Comment the plan on the pull request. */
  readonly comment: boolean
  /** Number of the pull request that triggered the run; null if none did, or no comment is asked for. */
  readonly pullRequest: number | null
}

/** The projects that a run is about. */
export type Target =
  | { readonly kind: 'project'; readonly projects: readonly [DesiredProject] }
  /** `file` is the path in the input. */
  | { readonly kind: 'config-file'; readonly file: SafeText; readonly projects: readonly DesiredProject[] }
  | OrganizationTarget

/** The selected projects of an organization, each of which is desired to be the same. */
export interface OrganizationTarget {
  readonly kind: 'organization'
  readonly id: SafeText
  readonly selection: ProjectSelection
  readonly desired: Omit<DesiredProject, 'id' | 'name'>
}

/** A slice of the projects: the `index`th (from 1) of `count`. `text` is `index/count`. */
export interface Shard {
  readonly index: number
  readonly count: number
  readonly text: SafeText
}

/** The file that `mode: export` writes. */
export interface ExportFile {
  /** Relative to the workspace and inside it, with `/` between folders. */
  readonly path: SafeText
  readonly workspace: string
}

/** What the workflow wants of Atlas, checked: nothing outside of `input/` reads an input. */
export interface RunSettings {
  readonly mode: Mode
  readonly target: Target
  /** null: all projects. */
  readonly shard: Shard | null
  /** Projects handled at once. */
  readonly concurrency: number
  readonly credentials: Credentials
  readonly baseUrl: BaseUrl
  readonly apiVersion: ApiVersion
  readonly envelope: boolean
  readonly pretty: boolean
  /** Attempts after the first. */
  readonly retries: number
  /** Seconds for the whole run. */
  readonly timeout: number
  readonly limits: Limits
  readonly github: GitHubSettings
  /** For `mode: export` alone. */
  readonly exportFile?: ExportFile
  /** What is doubtful about the inputs, but no error. */
  readonly warnings: readonly SafeText[]
}

/** `mode: merge`: joins the reports of a job matrix. */
export interface MergeSettings {
  readonly mode: 'merge'
  /** A glob, relative to the workspace. */
  readonly reportFiles: string
  /** The folder that the glob is relative to. */
  readonly workspace: string
  /** Seconds for the whole run. */
  readonly timeout: number
  readonly warnings: readonly SafeText[]
}

export type Settings = RunSettings | MergeSettings

/** The settings that shape the report of a run; known even if the inputs are wrong. */
export interface ReportSettings {
  /** null if `mode` itself is wrong. */
  readonly mode: Settings['mode'] | null
  /** Whether to write the job summary. */
  readonly summary: boolean
  /** 24 hexadecimal digits, or null if `project-id` is missing or wrong, or not the target. */
  readonly projectId: SafeText | null
  /** `index/count`, or null if `shard` is missing or wrong. */
  readonly shard: SafeText | null
}
