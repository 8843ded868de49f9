import { AtlasApiError, statusOf } from '../atlas/errors.ts'
import { NetworkError } from '../atlas/network-error.ts'
import type { RunContext } from '../domain/context.ts'
import { ActionError, RunEndError } from '../domain/errors.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import { durationText } from '../sanitize/sentences.ts'

const FIRST_WAIT_MS = 10_000
const MAX_WAIT_MS = 60_000
const GROWTH = 1.5
/** The log says at most so often that something is still pending. */
const LOG_INTERVAL_MS = 60_000

/** What a look at something pending has found. */
export interface Look<T> {
  readonly value: T
  /** Whether the wait is over. */
  readonly isDone: boolean
  /** Its state, for the log. */
  readonly state: SafeText
}

/** Something that Atlas works on for minutes or hours. */
export interface Pending<T> {
  /** What is waited for, for the log: `cluster orders`. */
  readonly label: SafeText
  /** How long to wait at most, in milliseconds. */
  readonly maxMs: number
  /** Asks Atlas once, without retries. */
  readonly look: () => Promise<Look<T>>
  /** The error when the time is over. */
  readonly onTimeout: (last: Look<T> | undefined) => ActionError
  /** The error when it is no longer there: made from Atlas's 404. */
  readonly onGone: (error: AtlasApiError) => ActionError | T
}

/**
 * Looks again and again, after 10 s and then at growing intervals of up to 60 s, until it is done. A look that fails for a
 * reason that may pass is repeated; so is the log line, once a minute.
 *
 * @throws ActionError when the time is over, when it is gone, when a look is refused, or when the run ends: then it names what
 * was pending
 */
export async function waitUntilDone<T>(run: RunContext, pending: Pending<T>): Promise<T> {
  const { clock, signal } = run
  const startedAt = clock.now()
  let loggedAt = startedAt
  let last: Look<T> | undefined
  let failure: ActionError | undefined
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * GROWTH, MAX_WAIT_MS)) {
    const left = startedAt + pending.maxMs - clock.now()
    if (left <= 0) throw failure === undefined ? pending.onTimeout(last) : named(failure, pending.label)
    try {
      await clock.sleep(Math.min(waitMs, left), signal)
      last = await pending.look()
      failure = undefined
      if (last.isDone) return last.value
    } catch (error) {
      if (error instanceof AtlasApiError && error.status === 404) {
        const gone = pending.onGone(error)
        if (gone instanceof ActionError) throw gone
        return gone
      }
      failure = transient(error, pending.label)
    }
    const now = clock.now()
    if (now - loggedAt < LOG_INTERVAL_MS) continue
    loggedAt = now
    const state = failure === undefined ? (last?.state ?? safe`not known`) : safe`no response (${failure.code})`
    run.emit({
      type: 'note',
      text: safe`Waiting for ${pending.label}: ${state}, ${durationText(now - startedAt)} so far`,
    })
  }
}

/** @returns the error if it may pass @throws any other error, naming what was pending */
function transient(error: unknown, label: SafeText): ActionError {
  if (!(error instanceof ActionError)) throw error
  if (error instanceof RunEndError) {
    throw error.withAdvice(
      safe`At that time ${label} was still pending. Atlas continues on its own, and the same apply can be run again.`,
    )
  }
  if (error instanceof NetworkError && error.retryable) return error
  const status = statusOf(error) ?? 0
  if (status === 429 || status >= 500) return error
  throw named(error, label)
}

function named(error: ActionError, label: SafeText): ActionError {
  const { what, ...parts } = error.parts
  return new ActionError(error.code, { ...parts, what: safe`While waiting for ${label}: ${what}` })
}
