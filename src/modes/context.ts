import type { Atlas } from '../atlas/atlas.ts'
import type { RunContext } from '../domain/context.ts'
import type { SuccessResult } from '../domain/modes.ts'
import type { Finding } from '../domain/result.ts'
import type { ApiVersion, Limits } from '../domain/settings.ts'
import type { ProjectState } from './project-state.ts'
import type { ServiceAccountCheck } from './service-account-check.ts'

/** What a mode works with. */
export interface ModeContext {
  readonly run: RunContext
  readonly atlas: Atlas
  readonly limits: Limits
  /** `v2` unless given. */
  readonly apiVersion?: ApiVersion
  /** One for the whole run, since it asks Atlas once. */
  readonly serviceAccount: ServiceAccountCheck
  /** Whether the project is one of many: then the result holds nothing that only the summary of one project shows. */
  readonly isMultiProject: boolean
  /** Kept up to date by the mode. */
  readonly state: ProjectState
}

/** How a mode ends when no error occurs: with a result, unless findings decide otherwise. */
export interface ModeOutcome {
  readonly result: SuccessResult
  readonly findings: readonly Finding[]
}
