// Own code instead of undici's RetryAgent: Atlas names the wait in the body of a 429 and the reason in the envelope or the
// `errorCode`, which undici does not look into, and every retry is to be told, jittered and bounded by the run's `timeout`.

import type { Clock, RunContext } from '../domain/context.ts'
import { ActionError } from '../domain/errors.ts'
import { errorCodeOf, toAtlasApiError, waitSecondsOf } from './errors.ts'
import { NetworkError } from './network-error.ts'
import type { ApiResponse } from './response.ts'
import { header, succeeded } from './response.ts'

const BACKOFF_BASE_MS = 1000
const BACKOFF_CAP_MS = 30_000
/** Far past the end of any run; a number of any length can stand in a header. */
const MAX_RETRY_AFTER_SECONDS = 1e9

export interface RetryableRequest {
  /** For people: `GET encryptionAtRest`. */
  readonly label: string
  /** Whether a 500 may be repeated: for a change Atlas also uses it to say that something is wrong with the change. */
  readonly repeatServerErrors: boolean
  /** Attempts after the first. */
  readonly retries: number
  /** Told when Atlas limits the rate: others should wait that long too. */
  readonly onRateLimit?: (waitMs: number) => void
}

/**
 * Repeats what can heal (429, 502, 503, 504, broken connections, 500 if allowed, 405 during Atlas's own upgrades) until it
 * does, the attempts are used up, or the wait would outlast the run. Safe for a PATCH too, which sends the same document
 * each time.
 *
 * @returns a success
 * @throws the failure of the last attempt
 */
export async function withRetries(
  request: RetryableRequest,
  run: RunContext,
  attempt: () => Promise<ApiResponse>,
): Promise<ApiResponse> {
  for (let retried = 0; ; retried += 1) {
    const outcome = await outcomeOf(attempt)
    if (!(outcome instanceof NetworkError) && succeeded(outcome)) return outcome
    if (retried >= request.retries || !retryable(outcome, request)) {
      throw errorOf(request, outcome, run, retried === 0 ? '' : `Given up after ${retried + 1} attempts.`)
    }
    const waitMs = waitBefore(outcome, retried, run.clock)
    const isRateLimit = !(outcome instanceof NetworkError) && outcome.status === 429
    if (run.clock.now() + waitMs >= run.deadline) {
      const asked = `The next attempt would be in ${seconds(waitMs)}, past the end of \`timeout\`, so the run ends here.`
      throw errorOf(request, outcome, run, asked)
    }
    const reason = outcome instanceof NetworkError ? outcome.reason : `HTTP ${describe(outcome)}`
    run.emit({ type: 'retry', request: request.label, reason, waitMs })
    if (isRateLimit) request.onRateLimit?.(waitMs)
    await run.clock.sleep(waitMs, run.signal)
  }
}

const seconds = (ms: number): string => `${Math.ceil(ms / 1000)} s`

const describe = (answer: ApiResponse): string => [answer.status, errorCodeOf(answer)].filter(Boolean).join(' ')

async function outcomeOf(attempt: () => Promise<ApiResponse>): Promise<ApiResponse | NetworkError> {
  try {
    return await attempt()
  } catch (error) {
    if (error instanceof NetworkError) return error
    throw error
  }
}

function retryable(outcome: ApiResponse | NetworkError, { repeatServerErrors }: RetryableRequest): boolean {
  if (outcome instanceof NetworkError) return outcome.retryable
  const { status } = outcome
  if (status === 500) return repeatServerErrors
  if (status === 405) return errorCodeOf(outcome) === 'WRITES_NOT_ALLOWED_DURING_APP_UPGRADES'
  return [429, 502, 503, 504].includes(status)
}

/** Milliseconds to wait: as the reply asks, else growing, with jitter so that a matrix of jobs does not come back as one. */
function waitBefore(outcome: ApiResponse | NetworkError, retried: number, clock: Clock): number {
  if (!(outcome instanceof NetworkError)) {
    const asked = retryAfterMs(header(outcome, 'retry-after'), clock.now())
    if (asked !== undefined) return asked
    const inBody = outcome.status === 429 ? waitSecondsOf(outcome) : undefined
    if (inBody !== undefined) return inBody * 1000
  }
  const backoff = Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** retried)
  return Math.round(backoff / 2 + (backoff / 2) * clock.random())
}

/** `Retry-After`: seconds or an HTTP date (RFC 9110, 10.2.3); undefined if it is neither. */
export function retryAfterMs(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined
  const text = value.trim()
  if (/^\d+$/.test(text)) return Math.min(Number(text), MAX_RETRY_AFTER_SECONDS) * 1000
  if (!/^[A-Z][a-z]{2,8},? .*GMT$/.test(text)) return undefined
  const date = Date.parse(text)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/** @param addition a sentence for the end of the message, or '' */
function errorOf(
  { label }: RetryableRequest,
  outcome: ApiResponse | NetworkError,
  { secrets }: RunContext,
  addition: string,
): ActionError {
  const failure =
    outcome instanceof NetworkError
      ? new ActionError(outcome.code, `${label}: ${outcome.message}`)
      : toAtlasApiError(label, outcome, secrets)
  if (addition !== '') failure.message = `${failure.message.replace(/[.\s]*$/, '.')} ${addition}`
  return failure
}
