import type { Dispatcher } from 'undici'
import type { DigestCredentials } from '../domain/credentials.ts'
import { ActionError } from '../domain/errors.ts'
import { MAX_RESPONSE_BYTES } from '../network/read-bounded.ts'
import type { Challenge } from './digest.ts'
import { isStale, NonceSession, parseChallenges, selectChallenge } from './digest.ts'
import { CHECK_PROXY } from './hints.ts'
import { RequestNotSentError } from './pending-change.ts'
import { tooLarge } from './transport.ts'

/**
 * An undici interceptor that answers digest challenges. It keeps the server's nonce for the requests that follow, so that
 * only the first one takes two legs, and that one must have no body: a body is never sent to a peer that has not been
 * authenticated to yet.
 *
 * A 401 on a nonce that was used before is answered once, with the new nonce (`stale=true`, or a different nonce without
 * it, as Jetty sends after a lost count). A 401 on a nonce's first use is final and handed on.
 *
 * @param protect masks the response hash of each request
 */
export function digestInterceptor(
  credentials: DigestCredentials,
  protect: (secret: string) => void,
): Dispatcher.DispatcherComposeInterceptor {
  let session: NonceSession | undefined

  const signed = (options: Dispatcher.DispatchOptions, by: NonceSession): Dispatcher.DispatchOptions => {
    const { header, response } = by.authorize(options.method, options.path)
    protect(response)
    return { ...options, headers: { ...(options.headers as Record<string, string>), authorization: header } }
  }

  return (dispatch) => (options, handler) => {
    const reused = session
    if (reused === undefined && options.body) throw bodyBeforeAuthenticationError()

    /** The nonce to try again with, or undefined if the reply is to be handed on. */
    const renewal = (offered: Challenge | undefined): NonceSession | undefined => {
      if (reused === undefined) {
        if (offered === undefined) throw unsupportedChallengeError()
        return new NonceSession(offered, credentials)
      }
      if (offered === undefined) return undefined
      if (offered.parameters.nonce !== reused.nonce) return new NonceSession(offered, credentials)
      return isStale(offered) ? reused : undefined
    }

    const firstLeg = reused === undefined ? options : signed(options, reused)
    return dispatch(
      firstLeg,
      new FirstLeg(handler, renewal, (renewed) => {
        session = renewed
        dispatch(signed(options, renewed), handler)
      }),
    )
  }
}

function bodyBeforeAuthenticationError(): RequestNotSentError {
  return new RequestNotSentError(
    'PROTOCOL',
    'Atlas answered without asking for credentials, so the change was not sent: nobody has proved to be Atlas. ' +
      CHECK_PROXY,
  )
}

function unsupportedChallengeError(): ActionError {
  return new ActionError(
    'PROTOCOL',
    'Atlas answered 401 without a digest challenge that can be answered safely (MD5 or SHA-256, `qop` with `auth`); ' +
      `nothing else is ever answered. ${CHECK_PROXY}`,
  )
}

type Handler = Dispatcher.DispatchHandler
type Controller = Dispatcher.DispatchController

/** Passes a reply on to the handler behind it, unless it is a 401 that is to be answered: then that one is swallowed. */
class FirstLeg implements Handler {
  readonly #next: Handler
  readonly #renewal: (offered: Challenge | undefined) => NonceSession | undefined
  readonly #tryAgain: (session: NonceSession) => void
  #renewed: NonceSession | undefined
  /** Bytes of a reply that nobody is to see. */
  #swallowed = 0

  constructor(
    next: Handler,
    renewal: (offered: Challenge | undefined) => NonceSession | undefined,
    tryAgain: (session: NonceSession) => void,
  ) {
    this.#next = next
    this.#renewal = renewal
    this.#tryAgain = tryAgain
  }

  onRequestStart(controller: Controller, context: unknown): void {
    this.#next.onRequestStart?.(controller, context)
  }

  onResponseStart(...args: Parameters<NonNullable<Handler['onResponseStart']>>): void {
    const [, status, headers] = args
    if (status === 401) {
      const values = [headers['www-authenticate'] ?? []].flat()
      this.#renewed = this.#renewal(selectChallenge(parseChallenges(values)))
    }
    if (this.#renewed === undefined) this.#next.onResponseStart?.(...args)
  }

  onResponseData(controller: Controller, chunk: Buffer): void {
    if (this.#renewed === undefined) this.#next.onResponseData?.(controller, chunk)
    this.#swallowed += this.#renewed === undefined ? 0 : chunk.length
    if (this.#swallowed > MAX_RESPONSE_BYTES) controller.abort(tooLarge())
  }

  onResponseEnd(...args: Parameters<NonNullable<Handler['onResponseEnd']>>): void {
    if (this.#renewed === undefined) this.#next.onResponseEnd?.(...args)
    else this.#tryAgain(this.#renewed)
  }

  onResponseError(controller: Controller, error: Error): void {
    this.#next.onResponseError?.(controller, error)
  }
}
