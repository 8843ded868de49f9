import { VERSION } from '../version.ts'
import type { World } from '../world.ts'
import type { Answer } from './answer.ts'
import { header, readAnswer, succeeded, UnreadableReply } from './answer.ts'
import type { Flight } from './flight.ts'
import { SOMETHING_IN_BETWEEN } from './hints.ts'
import type { Exchange, HttpRequest } from './http.ts'
import type { Pace } from './pace.ts'
import { withRetries } from './retry.ts'

export type ApiVersion = 'v2' | 'v1.0'

/** How the encryptionAtRest resource is asked for. */
export interface Dialect {
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
export interface Common {
  readonly apiVersion: ApiVersion
  /** Attempts after the first. */
  readonly retries: number
  readonly pace: Pace
  /** The day on which Atlas stops serving this version of its API, once it was told. */
  sunset: string | undefined
}

/** Atlas's Admin API: authenticated, repeated where that helps, with refusals as `Failure`s that say what to do. */
export class AtlasClient {
  readonly #send: Exchange
  readonly #world: World
  readonly #common: Common

  /** @param send over one connection, authenticated */
  constructor(send: Exchange, common: Common, world: World) {
    this.#send = send
    this.#common = common
    this.#world = world
  }

  /**
   * @param flight kept up to date while a change is on its way
   * @returns the reply's JSON object
   * @throws Failure Atlas refused, did not answer, or answered nonsense; or the run ended
   */
  async call(request: ApiRequest, flight?: Flight): Promise<object> {
    const { method, resource, enveloped = false, retries = this.#common.retries } = request
    const { pace } = this.#common
    const label = `${method} ${resource}`
    const http = { ...this.#httpRequest(request), enveloped, ...(flight && { flight }) }
    const signal = request.signal ? AbortSignal.any([this.#world.signal, request.signal]) : this.#world.signal
    const onRateLimit = (waitMs: number): void => pace.holdAll(waitMs, this.#world.clock)
    const retry = { label, repeatServerErrors: method === 'GET', retries, onRateLimit }
    const answer = await withRetries(retry, this.#world, async () => {
      signal.throwIfAborted()
      const attempt = await pace.keep(this.#world.clock, signal, async () =>
        readAnswer(await this.#send(http, signal), enveloped),
      )
      if (succeeded(attempt)) flight?.answered(true)
      this.#tellSunset(attempt)
      return attempt
    })
    const { document } = answer
    if (typeof document === 'object' && document !== null && !Array.isArray(document)) return document
    const type = this.#world.secrets.plain(header(answer, 'content-type') ?? 'no content type', 100)
    throw new UnreadableReply(
      `${label}: Atlas answered HTTP ${answer.status}, but not with a JSON object (${type}). ${SOMETHING_IN_BETWEEN}`,
    )
  }

  #httpRequest({ method, path, resourceVersion, body }: ApiRequest): HttpRequest {
    const mediaType =
      this.#common.apiVersion === 'v2' ? `application/vnd.atlas.${resourceVersion}+json` : 'application/json'
    return {
      method,
      path: `/api/atlas/${this.#common.apiVersion}${path}`,
      headers: {
        accept: mediaType,
        'user-agent': `atlas-encryption-at-rest/${VERSION} (${process.platform};${process.arch})`,
        ...(body === undefined ? {} : { 'content-type': mediaType }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }
  }

  #tellSunset(answer: Answer): void {
    const date = Date.parse(header(answer, 'sunset') ?? '')
    if (Number.isNaN(date) || this.#common.sunset !== undefined) return
    const day = new Date(date).toISOString().slice(0, 10)
    this.#common.sunset = day
    const text = `Atlas stops serving the version of its API that this action uses on ${day}: update the action before then.`
    this.#world.tell({ type: 'warning', text })
  }
}
