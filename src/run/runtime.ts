import type { Clock, Environment } from '../domain/context.ts'
import type { Core } from '../report/log.ts'

/** What a run needs from the machine that it runs on. */
export interface Runtime {
  readonly core: Core
  readonly env: Environment
  readonly clock: Clock
  /** When the run began, in the clock's milliseconds. */
  readonly startedAt: number
  /** Aborted, with an `ActionError` as its reason, when the runner cancels the step. */
  readonly cancelled: AbortSignal
}
