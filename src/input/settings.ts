import type { ApiVersion } from '../atlas/client.ts'
import type { DesiredProject } from '../encryption/state.ts'
import type { Limits } from '../modes/context.ts'
import type { Mode } from '../modes/result.ts'
import type { BaseUrl } from './base-url.ts'
import type { Credentials } from './credentials.ts'

/** What to tell on GitHub, beside the step itself. */
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
}

/** What the workflow wants, checked: nothing after the input room reads an input again. */
export interface Settings {
  readonly mode: Mode
  readonly project: DesiredProject
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
  /** Whether to write the job summary. */
  readonly summary: boolean
  readonly github: GitHubSettings
  /** What is odd about the inputs but no error, for warnings. */
  readonly warnings: readonly string[]
}

/** The settings that shape how an end is told; known even if the inputs are wrong. */
export interface ReportSettings {
  /** null if `mode` itself is wrong. */
  readonly mode: Mode | null
  readonly summary: boolean
  /** 24 hexadecimal digits, or null if `project-id` is missing or wrong. */
  readonly projectId: string | null
}
