import type { RunContext } from '../domain/context.ts'
import { ResponseTooLargeError } from './bounded-fetch.ts'

/** GitHub could not be told. The message says what a person can do, in plain text. */
export class GitHubError extends Error {
  readonly status: number

  constructor(message: string, status: number) {
    super(message)
    this.status = status
  }
}

/** What went wrong, and whether it may heal. */
interface Explained {
  readonly trouble: GitHubError
  /** How long to wait before trying again; absent if that would not help. */
  readonly waitMs?: number
}

/**
 * What Octokit threw, in words of ours.
 *
 * @param method a lost POST is not repeated, or there would be two
 * @param permission what the token needs, for messages
 */
export function explain(error: unknown, method: string, permission: string, run: RunContext): Explained {
  const { status: claimed = 0, response } = error as {
    status?: number
    response?: { headers?: Record<string, string | undefined>; data?: { message?: unknown } }
  }
  if ((error as Error).cause instanceof ResponseTooLargeError)
    return { trouble: new GitHubError('GitHub sent a reply of more than 10 MiB; it was not read.', 200) }
  // Octokit calls it 500 if nothing answered.
  const status = response === undefined ? 0 : claimed
  const headers = response?.headers ?? {}
  const isRefusal = status === 429 || status === 403
  const said = response?.data?.message
  const saysSo = typeof said === 'string' && /rate limit|abuse/i.test(said)
  if (isRefusal && (status === 429 || saysSo || headers['retry-after'] || headers['x-ratelimit-remaining'] === '0')) {
    const reset = Number(headers['x-ratelimit-reset']) * 1000 - run.clock.wallNow()
    const seconds = Number(headers['retry-after'] ?? Math.ceil(reset / 1000))
    // Without a word on it GitHub asks to wait a minute.
    const waitMs = (Number.isFinite(seconds) && seconds >= 0 ? seconds : 60) * 1000
    return {
      trouble: new GitHubError(`GitHub limits the rate of requests; it asks to wait ${waitMs / 1000} s.`, status),
      waitMs,
    }
  }
  const message = REFUSALS[status]?.replace('PERMISSION', permission)
  if (message !== undefined) return { trouble: new GitHubError(`GitHub answered ${status}: ${message}`, status) }
  if (status === 0 || status >= 500) {
    const what = status === 0 ? 'no reply' : `HTTP ${status}`
    // What was created, though the reply was lost, would be created twice.
    return {
      trouble: new GitHubError(`GitHub is in trouble (${what}).`, status),
      ...(method !== 'POST' && { waitMs: 1000 }),
    }
  }
  return { trouble: new GitHubError(`GitHub refused the request with HTTP ${status}.`, status) }
}

const REFUSALS: Readonly<Record<number, string>> = {
  401: 'the token of `github-token` is wrong or has expired; it needs the permission `PERMISSION`.',
  403: 'the token of `github-token` needs the permission `PERMISSION`.',
  404: 'the token of `github-token` needs the permission `PERMISSION`, and the repository issues switched on.',
  410: 'issues are switched off in the repository; the token of `github-token` needs the permission `PERMISSION`.',
}
