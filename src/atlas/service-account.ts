import { Failure } from '../failure.ts'
import type { World } from '../world.ts'
import { readAnswer } from './answer.ts'
import type { Authentication } from './authentication.ts'
import { errorCodeOf } from './errors.ts'
import type { Exchange, HttpReply, HttpRequest } from './http.ts'
import { withRetries } from './retry.ts'
import { accessToken } from './schemas.ts'

export interface ServiceAccountCredentials {
  readonly clientId: string
  readonly clientSecret: string
}

/** A token is replaced this long before it expires, so that it does not expire on its way. */
const RENEW_BEFORE_MS = 30_000

/** Refusals with 401 that a new token would not change: Atlas knows the caller and says what it may not do. */
const NOT_ABOUT_THE_TOKEN = new Set([
  'NOT_IN_GROUP',
  'USER_CANNOT_ACCESS_GROUP',
  'USER_CANNOT_ACCESS_ORG',
  'NOT_ORG_GROUP_CREATOR',
])

/**
 * OAuth 2 client credentials as Atlas's service accounts use them: one token for the run, fetched when it is first needed,
 * replaced at most once a request when it is refused, and revoked at the end, since an account may have 100 live ones.
 */
export class ServiceAccount implements Authentication {
  readonly #exchange: Exchange
  readonly #world: World
  readonly #retries: number
  readonly #basic: string
  readonly #live: string[] = []
  /** Requests, over all their attempts, that a new token was fetched for. */
  readonly #renewedFor = new WeakSet<HttpRequest>()
  #expiresAt = 0

  constructor(credentials: ServiceAccountCredentials, exchange: Exchange, retries: number, world: World) {
    this.#exchange = exchange
    this.#world = world
    this.#retries = retries
    // RFC 6749, 2.3.1: both are form-encoded before they are joined.
    const pair = [credentials.clientId, credentials.clientSecret].map(formEncode).join(':')
    this.#basic = Buffer.from(pair).toString('base64')
    world.secrets.protect(formEncode(credentials.clientSecret))
    world.secrets.protect(this.#basic)
  }

  readonly send: Exchange = async (request, signal) => {
    const reply = await this.#sendWith(await this.#token(), request, signal)
    const answer = readAnswer(reply, request.enveloped ?? false)
    if (answer.status !== 401 || this.#renewedFor.has(request)) return reply
    if (NOT_ABOUT_THE_TOKEN.has(errorCodeOf(answer) ?? '')) return reply
    this.#renewedFor.add(request)
    return await this.#sendWith(await this.#fetchToken(), request, signal)
  }

  async close(patience: AbortSignal): Promise<void> {
    for (const token of this.#live.splice(0)) {
      try {
        await this.#post('revoke', `token=${formEncode(token)}&token_type_hint=access_token`, patience)
      } catch {
        // It expires within the hour; the verdict of the run does not hang on it.
      }
    }
  }

  #sendWith(token: string, request: HttpRequest, signal: AbortSignal): Promise<HttpReply> {
    return this.#exchange({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }, signal)
  }

  async #token(): Promise<string> {
    const token = this.#live.at(-1)
    return token !== undefined && this.#world.clock.now() < this.#expiresAt ? token : await this.#fetchToken()
  }

  async #fetchToken(): Promise<string> {
    const request = { label: 'POST oauth/token', repeatServerErrors: true, retries: this.#retries }
    const answer = await withRetries(request, this.#world, async () =>
      readAnswer(await this.#post('token', 'grant_type=client_credentials', this.#world.signal), false),
    ).catch((error: unknown) => {
      // Its attempts are used up: the request it was fetched for is not to be repeated on top.
      throw error instanceof Failure ? new Failure(error.code, error.message) : error
    })
    const grant = accessToken.safeParse(answer.document).data
    if (grant === undefined || !/^[\x21-\x7e]+$/.test(grant.access_token)) {
      throw new Failure('PROTOCOL', 'Atlas answered the token request with something that holds no access token.')
    }
    this.#world.secrets.protect(grant.access_token)
    this.#live.push(grant.access_token)
    this.#expiresAt = this.#world.clock.now() + (grant.expires_in ?? 3600) * 1000 - RENEW_BEFORE_MS
    return grant.access_token
  }

  #post(endpoint: 'token' | 'revoke', body: string, signal: AbortSignal): Promise<HttpReply> {
    const headers = {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${this.#basic}`,
    }
    return this.#exchange({ method: 'POST', path: `/api/oauth/${endpoint}`, headers, body }, signal)
  }
}

const formEncode = (text: string): string => new URLSearchParams({ _: text }).toString().slice(2)
