import type { Secrets } from '../sanitize/secrets.ts'
import type { RunEvent } from './events.ts'

/** The step's environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Time, passed in so that a test need not wait. */
export interface Clock {
  /** Milliseconds that only ever grow, from an arbitrary start: for waits and deadlines, whatever happens to the wall clock. */
  now(): number
  /** Milliseconds since 1970, by the wall clock: only for dates that a server sends. */
  wallNow(): number
  /** Resolves after `ms`; rejects with the signal's reason as soon as it is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
  /** From 0 up to, but not including, 1. */
  random(): number
}

/** What a mode and the Atlas client are given of the world. */
export interface RunContext {
  readonly clock: Clock
  /** Aborted, with a `ActionError` as its reason, by the run's `timeout` or by a cancellation. */
  readonly signal: AbortSignal
  /** End of the run's `timeout`, in the clock's milliseconds. */
  readonly deadline: number
  readonly secrets: Secrets
  /** Tells what is happening while it happens; `report/log.ts` puts it into words. */
  readonly emit: (event: RunEvent) => void
}
