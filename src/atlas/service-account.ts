import type { RunContext } from '../domain/context.ts'
import type { ServiceAccountCredentials } from '../domain/credentials.ts'
import { ActionError, RunEndError } from '../domain/errors.ts'
import { safe } from '../sanitize/safe-text.ts'
import { type Authentication, refusesToken, sendWithToken } from './authentication.ts'
import { AtlasApiError } from './errors.ts'
import type { ApiResponse } from './response.ts'
import { readOAuthResponse, readResponse } from './response.ts'
import { withRetries } from './retry.ts'
import { accessToken } from './schemas.ts'
import type { HttpRequest, HttpResponse, Transport } from './transport.ts'

/** A token is replaced this long before it expires, so that it does not expire on its way. */
const RENEW_BEFORE_MS = 30_000
/** Of a token whose response does not say how long it lives; Atlas's live an hour. */
const DEFAULT_LIFETIME_SECONDS = 3600

/** A token, and the transport that it came over. */
interface IssuedToken {
  readonly token: string
  readonly transport: Transport
}

/**
 * OAuth 2 client credentials as Atlas's service accounts use them: one token for all workers of the run, fetched when it is
 * first needed, replaced at most once a request when it is refused, and revoked at the end, since an account may have 100
 * live ones.
 */
export class ServiceAccount implements Authentication {
  readonly #run: RunContext
  readonly #retries: number
  readonly #basic: string
  readonly #issued: IssuedToken[] = []
  /** Requests, over all their attempts, that a new token was fetched for. */
  readonly #renewedFor = new WeakSet<HttpRequest>()
  #expiresAt = 0
  /** The fetch that all workers wait for. It stays if Atlas refused the account itself. */
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

  over(transport: Transport): Transport {
    return async (request, signal) => {
      const token = await this.#token(transport)
      const response = await sendWithToken(token, request, transport, signal)
      if (this.#renewedFor.has(request) || !(await isTokenRefused(request, response))) return response
      this.#renewedFor.add(request)
      return await sendWithToken(await this.#token(transport, token), request, transport, signal)
    }
  }

  async close(cleanupSignal: AbortSignal): Promise<void> {
    for (const { token, transport } of this.#issued.splice(0)) {
      try {
        await this.#post('revoke', `token=${formEncode(token)}&token_type_hint=access_token`, transport, cleanupSignal)
      } catch {
        // The token expires within the hour, and the verdict of the run does not depend on it.
      }
    }
  }

  /** @param refused the token that Atlas did not accept; another worker may have replaced it already */
  async #token(transport: Transport, refused?: string): Promise<string> {
    const latest = this.#issued.at(-1)?.token
    if (latest !== undefined && latest !== refused && this.#run.clock.now() < this.#expiresAt) return latest
    this.#fetching ??= this.#fetchToken(transport).then(
      (token) => {
        this.#fetching = undefined
        return token
      },
      (error: unknown) => {
        const isFinal = error instanceof AtlasApiError && [400, 401, 403].includes(error.status)
        if (!isFinal) this.#fetching = undefined
        // A plain error: the attempts are used up, so the request that needs the token is not repeated on top.
        throw error instanceof ActionError && !(error instanceof RunEndError)
          ? new ActionError(error.code, error.parts)
          : error
      },
    )
    return await this.#fetching
  }

  async #fetchToken(transport: Transport): Promise<string> {
    const request = {
      label: safe`POST oauth/token`,
      facts: { isChange: false, credentials: 'service-account' },
      retries: this.#retries,
    } as const
    const response = await withRetries(request, this.#run, async () =>
      readOAuthResponse(await this.#post('token', 'grant_type=client_credentials', transport, this.#run.signal)),
    )
    const { token, lifetimeSeconds } = readToken(response)
    this.#run.secrets.protect(token)
    this.#issued.push({ token, transport })
    this.#expiresAt = this.#run.clock.now() + lifetimeSeconds * 1000 - RENEW_BEFORE_MS
    return token
  }

  #post(endpoint: 'token' | 'revoke', body: string, transport: Transport, signal: AbortSignal): Promise<HttpResponse> {
    const headers = {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${this.#basic}`,
    }
    return transport({ method: 'POST', path: `/api/oauth/${endpoint}`, headers, body }, signal)
  }
}

/** Whether Atlas refused the token. Only a 401 or an envelope is worth reading twice: here, and by the client. */
async function isTokenRefused({ enveloped = false }: HttpRequest, response: HttpResponse): Promise<boolean> {
  return (response.status === 401 || enveloped) && refusesToken(await readResponse(response, enveloped))
}

/** @throws ActionError `PROTOCOL` if the response holds no token that can be used and masked */
function readToken({ document }: ApiResponse): { readonly token: string; readonly lifetimeSeconds: number } {
  const issued = accessToken.safeParse(document).data
  if (issued === undefined) {
    throw new ActionError('PROTOCOL', safe`The response to the token request does not contain an Atlas access token.`)
  }
  return { token: issued.access_token, lifetimeSeconds: issued.expires_in ?? DEFAULT_LIFETIME_SECONDS }
}

const formEncode = (text: string): string => new URLSearchParams({ _: text }).toString().slice(2)
