import { type SafeText, safe } from '../sanitize/safe-text.ts'
import { ResponseTooLargeError } from './bounded-fetch.ts'

/** GitHub did not do what it was asked for. The message says what to do about it. */
export class GitHubError extends Error {
  /** Of the response; 0 if there was none. */
  readonly status: number
  declare readonly message: SafeText

  constructor(message: SafeText, status: number) {
    super(message)
    this.name = 'GitHubError'
    this.status = status
  }
}

/** A request, as far as its failure depends on it. */
export interface FailedRequest {
  /** Whether it may be sent again although the response to it was lost. */
  readonly isRepeatable: boolean
  /** What the token needs, for messages: `issues: write`. */
  readonly permission: SafeText
}

/** An error, and whether it is transient. */
interface DescribedError {
  readonly error: GitHubError
  /** How long to wait before the request is sent again; absent if that would not help. */
  readonly waitMs?: number
}

interface OctokitError {
  readonly status?: number
  readonly response?: {
    readonly headers?: Readonly<Record<string, string | undefined>>
    readonly data?: { readonly message?: unknown }
  }
}

/** GitHub's documentation asks to wait a minute where the response does not say how long. */
const DEFAULT_RATE_LIMIT_WAIT_S = 60

/** Describes what Octokit threw. */
export function describeError(thrown: unknown, request: FailedRequest): DescribedError {
  if ((thrown as Error).cause instanceof ResponseTooLargeError)
    return { error: new GitHubError(safe`GitHub sent a response of more than 10 MiB, so it was not read.`, 200) }
  const { status: claimed = 0, response } = thrown as OctokitError
  // To Octokit a request without a response has the status 500.
  const status = response === undefined ? 0 : claimed
  if (isRateLimit(status, response)) {
    const waitMs = rateLimitWait(response?.headers ?? {})
    const message = safe`GitHub limits the rate of requests; it asks to wait ${waitMs / 1000} s.`
    return { error: new GitHubError(message, status), waitMs }
  }
  const refusal = REFUSALS[status]?.(request.permission)
  if (refusal !== undefined)
    return { error: new GitHubError(safe`GitHub responded with ${status}: ${refusal}`, status) }
  if (status === 0 || status >= 500) {
    const cause = status === 0 ? safe`no response` : safe`HTTP ${status}`
    const error = new GitHubError(safe`GitHub is unavailable (${cause}).`, status)
    return { error, ...(request.isRepeatable && { waitMs: 1000 }) }
  }
  return { error: new GitHubError(safe`GitHub refused the request with HTTP ${status}.`, status) }
}

function isRateLimit(status: number, response: OctokitError['response']): boolean {
  if (status === 429) return true
  if (status !== 403) return false
  const { 'retry-after': retryAfter, 'x-ratelimit-remaining': remaining } = response?.headers ?? {}
  const message = response?.data?.message
  const saysSo = typeof message === 'string' && /rate limit|abuse/i.test(message)
  return saysSo || Boolean(retryAfter) || remaining === '0'
}

/**
 * @returns milliseconds: from `Retry-After`, else up to the time at which the limit is reset, by the clock of the response
 */
function rateLimitWait(headers: Readonly<Record<string, string | undefined>>): number {
  const resetMs = Number(headers['x-ratelimit-reset']) * 1000 - Date.parse(headers.date ?? '')
  const seconds = Number(headers['retry-after'] ?? Math.ceil(resetMs / 1000))
  return (Number.isFinite(seconds) && seconds >= 0 ? seconds : DEFAULT_RATE_LIMIT_WAIT_S) * 1000
}

const REFUSALS: Readonly<Record<number, (permission: SafeText) => SafeText>> = {
  401: (permission) =>
    safe`the token of \`github-token\` is wrong or has expired; it needs the permission \`${permission}\`.`,
  403: (permission) => safe`the token of \`github-token\` needs the permission \`${permission}\`.`,
  404: (permission) =>
    safe`the token of \`github-token\` needs the permission \`${permission}\`, and issues must be enabled in the repository.`,
  410: (permission) =>
    safe`issues are disabled in the repository, or the token of \`github-token\` needs the permission \`${permission}\`.`,
}
