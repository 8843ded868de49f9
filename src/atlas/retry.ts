// Own code instead of undici's RetryAgent: Atlas names the wait in the body of a 429 and the reason in the envelope or the
// `errorCode`, which undici does not look into, and every retry is logged, jittered and bounded by the run's `timeout`.

import type { Clock, RunContext } from '../domain/context.ts'
import type { ActionError } from '../domain/errors.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import { type DescribedRequest, describeStatus, isGatewayFailure, refusalError } from './errors.ts'
import { sentences } from './hints.ts'
import { NetworkError } from './network-error.ts'
import type { ApiResponse } from './response.ts'
import { header, succeeded } from './response.ts'

const BACKOFF_BASE_MS = 1000
const BACKOFF_CAP_MS = 30_000
/** Far past the end of any run. A header can hold a number of any length. */
const MAX_RETRY_AFTER_SECONDS = 1e9

export interface RetryableRequest extends DescribedRequest {
  /** Attempts after the first. */
  readonly retries: number
  /** A request whose response was lost is not sent again. */
  readonly onlyOnce?: boolean
  /** Called when Atlas limits the rate: other requests should wait as long. */
  readonly onRateLimit?: (waitMs: number) => void
}

/** How an attempt ended. */
type Outcome = ApiResponse | NetworkError

/**
 * Repeats a request after an error that may pass (429, 502, 503, 504, broken connections, 500 unless it is a change, 405 during
 * Atlas's own upgrades) until it succeeds, the attempts are used up, or the wait would outlast the run. This is safe for a PATCH
 * too, which sends the same document each time.
 *
 * @returns a success
 * @throws ActionError for the outcome of the last attempt
 */
export async function withRetries(
  request: RetryableRequest,
  run: RunContext,
  attempt: () => Promise<ApiResponse>,
): Promise<ApiResponse> {
  for (let retried = 0; ; retried += 1) {
    const outcome = await outcomeOf(attempt)
    if (!(outcome instanceof NetworkError) && succeeded(outcome)) return outcome
    const waitMs = waitBefore(outcome, retried, run.clock)
    // Also where this request is given up: the limit holds for those that follow.
    if (isRateLimit(outcome)) request.onRateLimit?.(waitMs)
    if (retried >= request.retries || !isRetryable(outcome, request)) {
      throw errorOf(request, outcome, run, retried === 0 ? safe`` : safe`Gave up after ${retried + 1} attempts.`)
    }
    if (run.clock.now() + waitMs >= run.deadline) {
      const seconds = Math.ceil(waitMs / 1000)
      const note = safe`The next attempt would be in ${seconds} s, past the end of \`timeout\`, so the run ends here.`
      throw errorOf(request, outcome, run, note)
    }
    const reason = outcome instanceof NetworkError ? outcome.reason : describeStatus(outcome, run.secrets)
    run.emit({ type: 'retry', request: request.label, reason, waitMs })
    await run.clock.sleep(waitMs, run.signal)
  }
}

async function outcomeOf(attempt: () => Promise<ApiResponse>): Promise<Outcome> {
  try {
    return await attempt()
  } catch (error) {
    if (error instanceof NetworkError) return error
    throw error
  }
}

const isRateLimit = (outcome: Outcome): boolean => !(outcome instanceof NetworkError) && outcome.status === 429

function isRetryable(outcome: Outcome, { facts, onlyOnce = false }: RetryableRequest): boolean {
  if (outcome instanceof NetworkError) return outcome.retryable && !(onlyOnce && outcome.mayHaveSent)
  const { status, error } = outcome
  if (onlyOnce && isGatewayFailure(status)) return false
  // Atlas also returns 500 if something is wrong with a change.
  if (status === 500) return !facts.isChange
  if (status === 405) return error?.code === 'WRITES_NOT_ALLOWED_DURING_APP_UPGRADES'
  return [429, 502, 503, 504].includes(status)
}

/** Milliseconds to wait: what the response asks for, else growing, with jitter so that the jobs of a matrix do not retry at the same time. */
function waitBefore(outcome: Outcome, retried: number, clock: Clock): number {
  if (!(outcome instanceof NetworkError)) {
    const sentAt = parseHttpDate(header(outcome, 'date'))
    const requested = retryAfterMs(header(outcome, 'retry-after'), sentAt ?? clock.wallNow())
    if (requested !== undefined) return requested
    const inBody = waitSecondsOf(outcome)
    if (inBody !== undefined) return inBody * 1000
  }
  const backoff = Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** retried)
  return Math.round(backoff / 2 + (backoff / 2) * clock.random())
}

/**
 * The wait in the body of a 429 of Atlas's token bucket, `parameters[1]`. In other codes that number is none: the older limiter's
 * `RATE_LIMITED` has the number of requests there.
 */
export function waitSecondsOf({ status, error }: ApiResponse): number | undefined {
  if (status !== 429 || error?.code !== 'RATE_LIMITED_TOKEN_BUCKET') return undefined
  const seconds = error.parameters[1]
  return typeof seconds === 'number' && seconds >= 0 && Number.isFinite(seconds) ? seconds : undefined
}

/**
 * `Retry-After`: seconds or an HTTP date (RFC 9110, 10.2.3).
 *
 * @param sentAt when the server sent it, by its own clock if it says so
 * @returns undefined if it is neither
 */
export function retryAfterMs(value: string | undefined, sentAt: number): number | undefined {
  const text = value?.trim() ?? ''
  if (/^\d+$/.test(text)) return Math.min(Number(text), MAX_RETRY_AFTER_SECONDS) * 1000
  const date = parseHttpDate(text)
  return date === undefined ? undefined : Math.max(0, date - sentAt)
}

function parseHttpDate(text: string | undefined): number | undefined {
  if (text === undefined || !/^[A-Z][a-z]{2,8},? .*GMT$/.test(text)) return undefined
  const date = Date.parse(text)
  return Number.isNaN(date) ? undefined : date
}

/** @param note a sentence for the end of the message, or '' */
function errorOf(request: RetryableRequest, outcome: Outcome, run: RunContext, note: SafeText): ActionError {
  if (!(outcome instanceof NetworkError)) return refusalError(request, outcome, run.secrets, note)
  const { reason, advice, retryable, mayHaveSent } = outcome
  return new NetworkError({
    reason: safe`${request.label}: ${reason}`,
    advice: note === '' ? advice : sentences(advice, note),
    retryable,
    mayHaveSent,
  })
}
