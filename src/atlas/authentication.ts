import type { AccessTokenCredentials } from '../domain/credentials.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import type { RequestFacts } from './request-facts.ts'
import { type ApiResponse, header } from './response.ts'
import type { HttpRequest, HttpResponse, Transport } from './transport.ts'

/** How the requests of a run prove who sends them. One for all workers. */
export interface Authentication {
  /** The worker's transport, with credentials added to each request. */
  over(transport: Transport): Transport
  /** Gives back what Atlas issued for this run, until `cleanupSignal` is aborted. Best effort: never throws. */
  close(cleanupSignal: AbortSignal): Promise<void>
}

/** For API keys: each worker's connection answers the digest challenges itself, and nothing was issued. */
export const digestAuthentication: Authentication = {
  over: (transport) => transport,
  close: () => Promise.resolve(),
}

/** For an access token that the workflow got elsewhere: used as it is, never renewed and never revoked. */
export function accessTokenAuthentication({ token }: AccessTokenCredentials): Authentication {
  return {
    over: (transport) => (request, signal) => sendWithToken(token, request, transport, signal),
    close: () => Promise.resolve(),
  }
}

/** Sends the request with a bearer token (RFC 6750, 2.1). */
export function sendWithToken(
  token: string,
  request: HttpRequest,
  transport: Transport,
  signal: AbortSignal,
): Promise<HttpResponse> {
  return transport({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }, signal)
}

/** Codes of a 401 that another token would not change: Atlas knows the caller and says what it may not do. */
const NOT_ABOUT_THE_TOKEN = new Set([
  'NOT_IN_GROUP',
  'USER_CANNOT_ACCESS_GROUP',
  'USER_CANNOT_ACCESS_ORG',
  'NOT_ORG_GROUP_CREATOR',
])

/** Whether a response says that Atlas does not accept the token itself. */
export function refusesToken({ status, error }: ApiResponse): boolean {
  return status === 401 && !NOT_ABOUT_THE_TOKEN.has(error?.code ?? '')
}

/**
 * What to do about a refused access token of the workflow's own.
 *
 * @returns undefined if the response is about something else
 */
export function accessTokenAdvice(response: ApiResponse, { credentials }: RequestFacts): SafeText | undefined {
  if (credentials !== 'access-token' || !refusesToken(response)) return undefined
  const names = /^Bearer\b/i.test(header(response, 'www-authenticate') ?? '')
  if (!names && (response.error === undefined || response.error.code === 'USER_UNAUTHORIZED')) return undefined
  return safe`Atlas does not accept the access token: it is wrong, has expired or was revoked. Request a new one, and set it as \`atlas-access-token\`.`
}
