import type { RunContext } from '../domain/context.ts'
import type { ApiVersion } from '../domain/settings.ts'
import { CHECK_PROXY } from './hints.ts'
import type { PendingChange } from './pending-change.ts'
import type { RateLimiter } from './rate-limiter.ts'
import type { ApiResponse } from './response.ts'
import { header, readResponse, succeeded, UnreadableResponseError } from './response.ts'
import { withRetries } from './retry.ts'
import type { HttpRequest, Transport } from './transport.ts'
import { VERSION } from './version.ts'

/** How the encryptionAtRest resource is asked for. */
export interface ResourceOptions {
  readonly apiVersion: ApiVersion
  readonly envelope: boolean
  readonly pretty: boolean
}

/** One request to the Admin API. */
export interface ApiRequest {
  readonly method: 'GET' | 'PATCH'
  /** For people, and part of every message about the request: `encryptionAtRest`. */
  readonly resource: string
  /** Below `/api/atlas/<version>`, with the query. */
  readonly path: string
  /** Version of the resource in v2's media type; v1.0 has none. */
  readonly resourceVersion: string
  readonly body?: unknown
  readonly enveloped?: boolean
  /** Attempts after the first, if not those of the run. */
  readonly retries?: number
  /** Ends this request alone; the run's own signal ends it too. */
  readonly signal?: AbortSignal
}

/** What all clients of a run have in common. */
export interface SharedState {
  readonly apiVersion: ApiVersion
  /** Attempts after the first. */
  readonly retries: number
  readonly rateLimiter: RateLimiter
  /** The day on which Atlas stops serving this version of its API, once it was told. */
  sunset: string | undefined
}

/** Atlas's Admin API: authenticated, repeated where that helps, with refusals as `ActionError`s that say what to do. */
export class AtlasClient {
  readonly #send: Transport
  readonly #run: RunContext
  readonly #shared: SharedState

  /** @param send over one connection, authenticated */
  constructor(send: Transport, shared: SharedState, run: RunContext) {
    this.#send = send
    this.#shared = shared
    this.#run = run
  }

  /**
   * @param pendingChange kept up to date while a change is on its way
   * @returns the reply's JSON object
   * @throws ActionError Atlas refused, did not answer, or answered nonsense; or the run ended
   */
  async call(request: ApiRequest, pendingChange?: PendingChange): Promise<object> {
    const { method, resource, enveloped = false, retries = this.#shared.retries } = request
    const { rateLimiter } = this.#shared
    const label = `${method} ${resource}`
    const http = { ...this.#httpRequest(request), enveloped, ...(pendingChange && { pendingChange }) }
    const signal = request.signal ? AbortSignal.any([this.#run.signal, request.signal]) : this.#run.signal
    const onRateLimit = (waitMs: number): void => rateLimiter.pauseAll(waitMs, this.#run.clock)
    const retry = { label, repeatServerErrors: method === 'GET', retries, onRateLimit }
    const answer = await withRetries(retry, this.#run, async () => {
      signal.throwIfAborted()
      const attempt = await rateLimiter.keep(this.#run.clock, signal, async () =>
        readResponse(await this.#send(http, signal), enveloped),
      )
      if (succeeded(attempt)) pendingChange?.settle(true)
      this.#warnAboutSunset(attempt)
      return attempt
    })
    const { document } = answer
    if (typeof document === 'object' && document !== null && !Array.isArray(document)) return document
    const type = this.#run.secrets.sanitize(header(answer, 'content-type') ?? 'no content type', 100)
    throw new UnreadableResponseError(
      `${label}: Atlas answered HTTP ${answer.status}, but not with a JSON object (${type}). ${CHECK_PROXY}`,
    )
  }

  #httpRequest({ method, path, resourceVersion, body }: ApiRequest): HttpRequest {
    const mediaType =
      this.#shared.apiVersion === 'v2' ? `application/vnd.atlas.${resourceVersion}+json` : 'application/json'
    return {
      method,
      path: `/api/atlas/${this.#shared.apiVersion}${path}`,
      headers: {
        accept: mediaType,
        'user-agent': `atlas-encryption-at-rest/${VERSION} (${process.platform};${process.arch})`,
        ...(body === undefined ? {} : { 'content-type': mediaType }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }
  }

  #warnAboutSunset(answer: ApiResponse): void {
    const date = Date.parse(header(answer, 'sunset') ?? '')
    if (Number.isNaN(date) || this.#shared.sunset !== undefined) return
    const day = new Date(date).toISOString().slice(0, 10)
    this.#shared.sunset = day
    const text = `Atlas stops serving the version of its API that this action uses on ${day}: update the action before then.`
    this.#run.emit({ type: 'warning', text })
  }
}
