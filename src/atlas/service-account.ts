import type { RunContext } from '../domain/context.ts'
import type { ServiceAccountCredentials } from '../domain/credentials.ts'
import { ActionError } from '../domain/errors.ts'
import type { Authentication } from './authentication.ts'
import { AtlasApiError, errorCodeOf } from './errors.ts'
import { readResponse } from './response.ts'
import { withRetries } from './retry.ts'
import { accessToken } from './schemas.ts'
import type { HttpRequest, HttpResponse, Transport } from './transport.ts'

/** A token is replaced this long before it expires, so that it does not expire on its way. */
const RENEW_BEFORE_MS = 30_000

/** Refusals with 401 that a new token would not change: Atlas knows the caller and says what it may not do. */
const NOT_ABOUT_THE_TOKEN = new Set([
  'NOT_IN_GROUP',
  'USER_CANNOT_ACCESS_GROUP',
  'USER_CANNOT_ACCESS_ORG',
  'NOT_ORG_GROUP_CREATOR',
])

/** A token, and the lane that it came over. */
interface Grant {
  readonly token: string
  readonly lane: Transport
}

/**
 * OAuth 2 client credentials as Atlas's service accounts use them: one token for all lanes of the run, fetched when it is
 * first needed, replaced at most once a request when it is refused, and revoked at the end, since an account may have 100
 * live ones.
 */
export class ServiceAccount implements Authentication {
  readonly #run: RunContext
  readonly #retries: number
  readonly #basic: string
  readonly #live: Grant[] = []
  /** Requests, over all their attempts, that a new token was fetched for. */
  readonly #renewedFor = new WeakSet<HttpRequest>()
  #expiresAt = 0
  /** The fetch that all lanes wait for; stays if the account itself was refused. */
  #fetching: Promise<string> | undefined

  constructor(credentials: ServiceAccountCredentials, retries: number, run: RunContext) {
    this.#run = run
    this.#retries = retries
    // RFC 6749, 2.3.1: both are form-encoded before they are joined.
    const pair = [credentials.clientId, credentials.clientSecret].map(formEncode).join(':')
    this.#basic = Buffer.from(pair).toString('base64')
    run.secrets.protect(formEncode(credentials.clientSecret))
    run.secrets.protect(this.#basic)
  }

  over(lane: Transport): Transport {
    return async (request, signal) => {
      const token = await this.#token(lane)
      const reply = await sendWith(token, request, lane, signal)
      const answer = readResponse(reply, request.enveloped ?? false)
      if (answer.status !== 401 || this.#renewedFor.has(request)) return reply
      if (NOT_ABOUT_THE_TOKEN.has(errorCodeOf(answer) ?? '')) return reply
      this.#renewedFor.add(request)
      return await sendWith(await this.#token(lane, token), request, lane, signal)
    }
  }

  async close(cleanupSignal: AbortSignal): Promise<void> {
    for (const { token, lane } of this.#live.splice(0)) {
      try {
        await this.#post('revoke', `token=${formEncode(token)}&token_type_hint=access_token`, lane, cleanupSignal)
      } catch {
        // It expires within the hour; the verdict of the run does not hang on it.
      }
    }
  }

  /** @param refused the token that Atlas did not take; another lane may have replaced it already */
  async #token(lane: Transport, refused?: string): Promise<string> {
    const latest = this.#live.at(-1)?.token
    if (latest !== undefined && latest !== refused && this.#run.clock.now() < this.#expiresAt) return latest
    this.#fetching ??= this.#fetchToken(lane).then(
      (token) => {
        this.#fetching = undefined
        return token
      },
      (error: unknown) => {
        const isFinal = error instanceof AtlasApiError && [400, 401, 403].includes(error.status)
        if (!isFinal) this.#fetching = undefined
        // Its attempts are used up: the request it was fetched for is not to be repeated on top.
        throw error instanceof ActionError ? new ActionError(error.code, error.message) : error
      },
    )
    return await this.#fetching
  }

  async #fetchToken(lane: Transport): Promise<string> {
    const request = { label: 'POST oauth/token', repeatServerErrors: true, retries: this.#retries }
    const answer = await withRetries(request, this.#run, async () =>
      readResponse(await this.#post('token', 'grant_type=client_credentials', lane, this.#run.signal), false),
    )
    const grant = accessToken.safeParse(answer.document).data
    if (grant === undefined || !/^[\x21-\x7e]+$/.test(grant.access_token)) {
      throw new ActionError('PROTOCOL', 'Atlas answered the token request with something that holds no access token.')
    }
    this.#run.secrets.protect(grant.access_token)
    this.#live.push({ token: grant.access_token, lane })
    this.#expiresAt = this.#run.clock.now() + (grant.expires_in ?? 3600) * 1000 - RENEW_BEFORE_MS
    return grant.access_token
  }

  #post(endpoint: 'token' | 'revoke', body: string, lane: Transport, signal: AbortSignal): Promise<HttpResponse> {
    const headers = {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${this.#basic}`,
    }
    return lane({ method: 'POST', path: `/api/oauth/${endpoint}`, headers, body }, signal)
  }
}

function sendWith(token: string, request: HttpRequest, lane: Transport, signal: AbortSignal): Promise<HttpResponse> {
  return lane({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }, signal)
}

const formEncode = (text: string): string => new URLSearchParams({ _: text }).toString().slice(2)
