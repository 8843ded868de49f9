import type { Dispatcher } from 'undici'
import type { DigestCredentials } from '../domain/credentials.ts'
import { ActionError } from '../domain/errors.ts'
import { MAX_RESPONSE_BYTES } from '../network/read-bounded.ts'
import { safe } from '../sanitize/safe-text.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import type { Challenge } from './digest.ts'
import { isStale, NonceSession, parseChallenges, selectChallenge } from './digest.ts'
import { CHECK_PROXY, sentences } from './hints.ts'
import { RequestNotSentError } from './pending-change.ts'
import { succeeded } from './response.ts'
import { tooLarge } from './transport.ts'

/**
 * An undici interceptor that answers digest challenges, one for each connection. It keeps the server's nonce for the requests that
 * follow, so that only the first request is sent twice. That one must not have a body, so that no body reaches a peer that
 * never asked for credentials, and a success without a challenge before it is an error: the server did not check the API key.
 *
 * A 401 on a nonce that was used before is answered once, with the new nonce (`stale=true`, or a different nonce without
 * it, as Jetty sends after a lost count). A 401 on the first use of a nonce is final and passed on.
 *
 * @param secrets given the keys, and the response hash of each request
 */
export function digestInterceptor(
  credentials: DigestCredentials,
  secrets: Pick<Secrets, 'protect' | 'redactOnly'>,
): Dispatcher.DispatcherComposeInterceptor {
  const authenticator = new Authenticator(credentials, secrets)
  return (dispatch) => (options, handler) => {
    const reused = authenticator.session
    if (reused === undefined && options.body) throw bodyBeforeAuthenticationError()
    const renewal: Renewal = (status, offered) => authenticator.renewal(reused, status, offered)
    const repeat = (renewed: NonceSession): void => {
      authenticator.session = renewed
      dispatch(authenticator.sign(options, renewed), handler)
    }
    const firstAttempt = reused === undefined ? options : authenticator.sign(options, reused)
    return dispatch(firstAttempt, new FirstAttempt(handler, renewal, repeat))
  }
}

/** The credentials on one connection, and the nonce that is in use there. */
class Authenticator {
  readonly #credentials: DigestCredentials
  readonly #secrets: Pick<Secrets, 'protect' | 'redactOnly'>
  session: NonceSession | undefined

  constructor(credentials: DigestCredentials, secrets: Pick<Secrets, 'protect' | 'redactOnly'>) {
    this.#credentials = credentials
    this.#secrets = secrets
  }

  sign(options: Dispatcher.DispatchOptions, session: NonceSession): Dispatcher.DispatchOptions {
    const { header, response } = session.authorize(options.method, options.path)
    this.#secrets.redactOnly(response)
    return { ...options, headers: { ...(options.headers as Record<string, string>), authorization: header } }
  }

  /**
   * @param reused what the request was signed with, undefined if it was not signed
   * @param offered the challenge in the response
   * @returns the session to repeat the request with, or undefined if the response is passed on
   */
  renewal(reused: NonceSession | undefined, status: number, offered: Challenge | undefined): NonceSession | undefined {
    if (reused === undefined && succeeded({ status })) throw unauthenticatedSuccessError()
    if (status !== 401) return undefined
    if (offered === undefined) {
      if (reused === undefined) throw unsupportedChallengeError()
      return undefined
    }
    if (offered.parameters.nonce !== reused?.nonce) return this.#open(offered)
    return isStale(offered) ? reused : undefined
  }

  #open(challenge: Challenge): NonceSession {
    const session = new NonceSession(challenge, this.#credentials)
    for (const key of session.keys) this.#secrets.protect(key)
    return session
  }
}

function bodyBeforeAuthenticationError(): RequestNotSentError {
  const problem = safe`Atlas did not ask for credentials, so it has not checked the API key, and the change was not sent.`
  return new RequestNotSentError('PROTOCOL', sentences(problem, CHECK_PROXY))
}

function unauthenticatedSuccessError(): ActionError {
  const problem = safe`Atlas responded without asking for credentials. It has not checked the API key, so the response is not trusted.`
  return new ActionError('PROTOCOL', sentences(problem, CHECK_PROXY))
}

function unsupportedChallengeError(): ActionError {
  const problem = safe`Atlas responded with 401 and without a digest challenge that this action accepts (MD5 or SHA-256, \`qop\` with \`auth\`).`
  return new ActionError('PROTOCOL', sentences(problem, CHECK_PROXY))
}

type Handler = Dispatcher.DispatchHandler
type Controller = Dispatcher.DispatchController
type Renewal = (status: number, offered: Challenge | undefined) => NonceSession | undefined

/** Passes a response on to the next handler, unless it is a 401 that is answered: then that one is discarded. */
class FirstAttempt implements Handler {
  readonly #next: Handler
  readonly #renewal: Renewal
  readonly #repeat: (session: NonceSession) => void
  #renewed: NonceSession | undefined
  #discardedBytes = 0

  constructor(next: Handler, renewal: Renewal, repeat: (session: NonceSession) => void) {
    this.#next = next
    this.#renewal = renewal
    this.#repeat = repeat
  }

  onRequestStart(controller: Controller, context: unknown): void {
    this.#next.onRequestStart?.(controller, context)
  }

  onResponseStart(...args: Parameters<NonNullable<Handler['onResponseStart']>>): void {
    const [, status, headers] = args
    const challenges = parseChallenges([headers['www-authenticate'] ?? []].flat())
    this.#renewed = this.#renewal(status, selectChallenge(challenges))
    if (this.#renewed === undefined) this.#next.onResponseStart?.(...args)
  }

  onResponseData(controller: Controller, chunk: Buffer): void {
    if (this.#renewed === undefined) this.#next.onResponseData?.(controller, chunk)
    else this.#discardedBytes += chunk.length
    if (this.#discardedBytes > MAX_RESPONSE_BYTES) controller.abort(tooLarge())
  }

  onResponseEnd(...args: Parameters<NonNullable<Handler['onResponseEnd']>>): void {
    if (this.#renewed === undefined) this.#next.onResponseEnd?.(...args)
    else this.#repeat(this.#renewed)
  }

  onResponseError(controller: Controller, error: Error): void {
    this.#next.onResponseError?.(controller, error)
  }
}
