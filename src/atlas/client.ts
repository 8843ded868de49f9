import type { RunContext } from '../domain/context.ts'
import type { Credentials } from '../domain/credentials.ts'
import type { ApiVersion } from '../domain/settings.ts'
import { nextTurn } from '../network/bounded-json.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import { describesError } from './api-error.ts'
import { contentType } from './errors.ts'
import { CHECK_PROXY, sentences } from './hints.ts'
import type { PendingChange } from './pending-change.ts'
import type { RateLimiter } from './rate-limiter.ts'
import { holdsSecrets, type RequestFacts } from './request-facts.ts'
import type { ApiResponse } from './response.ts'
import { header, NoDocumentError, readResponse, succeeded, UnreadableResponseError } from './response.ts'
import { withRetries } from './retry.ts'
import type { HttpRequest, Transport } from './transport.ts'
import { VERSION } from './version.ts'

/** A resource of the Admin API. */
export interface Resource {
  /** Part of every message about a request: `encryptionAtRest`. */
  readonly resource: SafeText
  /** Below `/api/atlas/<version>`, with the query. */
  readonly path: string
  /** The date of the resource's version in v2's media type; v1.0 has none. */
  readonly resourceVersion: string
  /** For the advice about a refusal. */
  readonly facts?: Pick<RequestFacts, 'isAboutOrganization' | 'role'>
}

/** One request to the Admin API. */
export interface ApiRequest extends Resource {
  readonly method: 'GET' | 'PATCH' | 'POST' | 'DELETE'
  readonly body?: unknown
  readonly enveloped?: boolean
  /** Attempts after the first, if not those of the run. */
  readonly retries?: number
  /** The request must not be sent again after its response was lost: Atlas may have carried it out. */
  readonly onlyOnce?: boolean
  /** Ends this request alone; the run's own signal ends it too. */
  readonly signal?: AbortSignal
}

/** What all clients of a run share. */
export interface SharedState {
  readonly apiVersion: ApiVersion
  readonly credentials: Credentials['kind']
  /** Attempts after the first. */
  readonly retries: number
  readonly rateLimiter: RateLimiter
  /** The day on which Atlas stops serving this version of its API, once Atlas announced it. */
  sunset: SafeText | undefined
}

const ANSWERED_IN_BETWEEN = safe`something between the runner and Atlas must have responded.`

const USER_AGENT = `atlas-encryption-at-rest/${VERSION} (${process.platform};${process.arch})`

/** Atlas's Admin API: authenticated, with retries where they help, and refusals as `ActionError`s that say what to do. */
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

  get apiVersion(): ApiVersion {
    return this.#shared.apiVersion
  }

  /**
   * @param pendingChange kept up to date while a change is under way
   * @returns the JSON object of the response
   * @throws ActionError if Atlas refused, did not respond, or sent a response that makes no sense, or if the run ended
   */
  async call(request: ApiRequest, pendingChange?: PendingChange): Promise<object> {
    const response = await this.#sendWithRetries(request, pendingChange)
    const { document, status } = response
    if (typeof document !== 'object' || document === null || Array.isArray(document)) {
      const type = contentType(response, this.#run.secrets)
      const problem = safe`${labelOf(request)}: HTTP ${status}, but no JSON object (${type}):`
      throw new UnreadableResponseError(sentences(problem, ANSWERED_IN_BETWEEN, CHECK_PROXY))
    }
    if (describesError(document)) {
      const problem = safe`${labelOf(request)}: HTTP ${status} with an error in its body:`
      throw new NoDocumentError(sentences(problem, ANSWERED_IN_BETWEEN, CHECK_PROXY))
    }
    return document
  }

  /**
   * Asks for something that has no document as its answer.
   *
   * @throws ActionError like {@link call}
   */
  async command(request: ApiRequest, pendingChange?: PendingChange): Promise<void> {
    await this.#sendWithRetries(request, pendingChange)
  }

  /** Makes a text of Atlas's safe to show. Each text passes here once, where it is read. */
  sanitize(text: string, maxLength: number): SafeText {
    return this.#run.secrets.sanitize(text, maxLength)
  }

  /** Removes the secrets that this run knows from a text of Atlas's that is otherwise left as it is. */
  redact(text: string): string {
    return this.#run.secrets.redact(text)
  }

  /** Lets signals and timers be heard in the middle of a long list. Rejects with the signal's reason once the run ended. */
  async pause(): Promise<void> {
    await nextTurn()
    this.#run.signal.throwIfAborted()
  }

  async #sendWithRetries(request: ApiRequest, pendingChange?: PendingChange): Promise<ApiResponse> {
    const { enveloped = false, retries = this.#shared.retries, onlyOnce = false } = request
    const { rateLimiter } = this.#shared
    const { clock, signal: runSignal } = this.#run
    const http = { ...this.#httpRequest(request), enveloped, ...(pendingChange && { pendingChange }) }
    const signal = request.signal ? AbortSignal.any([runSignal, request.signal]) : runSignal
    const onRateLimit = (waitMs: number): void => rateLimiter.pauseAll(waitMs, clock)
    const retry = { label: labelOf(request), facts: this.#factsOf(request), retries, onlyOnce, onRateLimit }
    return await withRetries(retry, this.#run, async () => {
      signal.throwIfAborted()
      const response = await rateLimiter.run(clock, signal, async () =>
        readResponse(await this.#send(http, signal), enveloped),
      )
      if (succeeded(response)) pendingChange?.settle(true)
      this.#warnAboutSunset(response)
      return response
    })
  }

  #factsOf({ method, body, facts }: ApiRequest): RequestFacts {
    const { credentials } = this.#shared
    return { ...facts, isChange: method !== 'GET', secretsSent: holdsSecrets(body), credentials }
  }

  #httpRequest({ method, path, resourceVersion, body }: ApiRequest): HttpRequest {
    const mediaType =
      this.#shared.apiVersion === 'v2' ? `application/vnd.atlas.${resourceVersion}+json` : 'application/json'
    return {
      method,
      path: `/api/atlas/${this.#shared.apiVersion}${path}`,
      headers: {
        accept: mediaType,
        'user-agent': USER_AGENT,
        ...(body === undefined ? {} : { 'content-type': mediaType }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }
  }

  #warnAboutSunset(response: ApiResponse): void {
    const sunset = header(response, 'sunset')
    if (sunset === undefined || this.#shared.sunset !== undefined) return
    const date = Date.parse(sunset)
    if (Number.isNaN(date)) return
    const day = this.sanitize(new Date(date).toISOString().slice(0, 10), 10)
    this.#shared.sunset = day
    const text = safe`Atlas stops serving the version of its API that this action uses on ${day}: update the action before then.`
    this.#run.emit({ type: 'warning', text })
  }
}

const labelOf = ({ method, resource }: ApiRequest): SafeText => safe`${method} ${resource}`
