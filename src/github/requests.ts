import type { getOctokit } from '@actions/github'
import type { RunContext } from '../domain/context.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import { unexpectedResponse } from './entries.ts'
import { describeError, GitHubError } from './errors.ts'
import { isWithinJsonLimits } from './json-limits.ts'

const ATTEMPT_MS = 15_000
const MAX_ATTEMPTS = 3
/** A longer wait is left to the next run: the verdict on Atlas does not depend on GitHub. */
const MAX_WAIT_MS = 20_000

/** A logger for Octokit, whose own writes to stderr, where the runner reads commands. */
export const SILENT_LOG = { debug() {}, info() {}, warn() {}, error() {} }

export interface GitHubRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly body?: object
  /** Whether it changes nothing although its method is POST, so that it may be sent again when its response is lost. */
  readonly isQuery?: boolean
}

export interface GitHubResponse {
  /** The parsed JSON; undefined if there is no body. */
  readonly data: unknown
  /** The header `Link`, '' without one. */
  readonly link: string
}

type Octokit = ReturnType<typeof getOctokit>

/** Sends requests to GitHub: bounded in time and size, and again where a failure is transient. */
export class Requests {
  readonly #octokit: Octokit
  readonly #permission: SafeText
  readonly #run: RunContext

  /** @param permission what the token needs, for messages: `issues: write` */
  constructor(octokit: Octokit, permission: SafeText, run: RunContext) {
    this.#octokit = octokit
    this.#permission = permission
    this.#run = run
  }

  /**
   * @throws GitHubError
   * @throws the reason of the run's signal, when the run ends
   */
  async send(request: GitHubRequest): Promise<GitHubResponse> {
    const { clock, deadline, emit, signal } = this.#run
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#attempt(request)
      } catch (thrown) {
        if (thrown instanceof GitHubError) throw thrown
        if (signal.aborted) throw signal.reason
        // What was created is created twice if it is sent again, though only the response was lost.
        const isRepeatable = request.method !== 'POST' || request.isQuery === true
        const { error, waitMs } = describeError(thrown, { isRepeatable, permission: this.#permission })
        const isWorthIt = waitMs !== undefined && waitMs <= MAX_WAIT_MS && clock.now() + waitMs < deadline
        if (attempt >= MAX_ATTEMPTS || !isWorthIt) throw error
        const reason = error.status === 0 ? safe`no response` : safe`HTTP ${error.status}`
        emit({ type: 'retry', request: safe`GitHub ${request.method}`, reason, waitMs })
        await clock.sleep(waitMs, signal)
      }
    }
  }

  async #attempt({ method, url, body }: GitHubRequest): Promise<GitHubResponse> {
    const signal = AbortSignal.any([this.#run.signal, AbortSignal.timeout(ATTEMPT_MS)])
    const { data, headers, status } = await this.#octokit.request(`${method} ${url}`, {
      ...body,
      // Octokit would parse the body before anything is known of its size, and log deprecations with text of the response.
      request: { signal, log: SILENT_LOG, parseSuccessResponseBody: false },
    })
    // To Octokit a redirect is a success.
    if (Number(status) >= 300)
      throw new GitHubError(
        safe`GitHub responded with ${Number(status)}, and redirects are not followed.`,
        Number(status),
      )
    return { data: await parseBody(data), link: headers.link ?? '' }
  }
}

/** @param data a stream, or '' where the status has no body */
async function parseBody(data: unknown): Promise<unknown> {
  if (!(data instanceof ReadableStream)) return undefined
  const bytes = new Uint8Array(await new Response(data).arrayBuffer())
  if (!isWithinJsonLimits(bytes)) throw unexpectedResponse()
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw unexpectedResponse()
  }
}
