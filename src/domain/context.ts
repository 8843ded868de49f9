import type { Secrets } from '../sanitize/secrets.ts'
import type { RunEvent } from './events.ts'

/** The step's environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Time, passed in so that a test does not have to wait. */
export interface Clock {
  /** Milliseconds since an arbitrary moment; never jumps, so that it can measure. */
  now(): number
  /** Milliseconds since 1970 by the wall clock: only for dates that a server sends. */
  wallNow(): number
  /** Resolves after `ms`; rejects with the signal's reason as soon as it is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
  /** From 0 up to, but not including, 1. */
  random(): number
}

/** What everything is passed that takes part in a run. */
export interface RunContext {
  readonly clock: Clock
  /** Aborted, with an `ActionError` as its reason, by the run's `timeout` or by a cancellation. */
  readonly signal: AbortSignal
  /** End of the run's `timeout`, in the clock's milliseconds. */
  readonly deadline: number
  readonly secrets: Secrets
  /** Says what happens while it happens; `report/events.ts` puts it into words. */
  readonly emit: (event: RunEvent) => void
}
