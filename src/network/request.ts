import type { Dispatcher } from 'undici'
import { BoundedBody } from './read-bounded.ts'

type Handler = Dispatcher.DispatchHandler
type Controller = Dispatcher.DispatchController

/** A response that was read to its end. */
export interface RawResponse {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly bytes: Buffer<ArrayBuffer>
}

/** The response was not there, or not all of it, when the time for it was over. */
export class ResponseTimeoutError extends Error {}

/** What ends a request before its response does. */
export interface RequestLimits {
  readonly signal: AbortSignal
  /** From the call to the last byte of the response: connecting counts, too. */
  readonly timeoutMs: number
  /** Makes the error for a body that is larger than any of Atlas's. */
  readonly tooLarge: () => Error
}

/**
 * Sends one request and reads its response to the end. undici's own `request` makes a stream of every body, which takes a third of the
 * time of a request, and looks at a signal only once there is a connection, so that a silent server would block the run.
 *
 * A timer rather than `AbortSignal.timeout`, which lives on until the time is over: a run sends thousands of requests.
 *
 * @throws the signal's reason once it is aborted, ResponseTimeoutError, what `tooLarge` returns, or what undici or one of its
 * interceptors throws
 */
export function request(
  dispatcher: Dispatcher,
  options: Dispatcher.DispatchOptions,
  { signal, timeoutMs, tooLarge }: RequestLimits,
): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
    }
    const reader = new ResponseReader(new BoundedBody(tooLarge), {
      resolve: (response) => {
        end()
        resolve(response)
      },
      reject: (error) => {
        end()
        reject(error)
      },
    })
    const abort = (): void => reader.abort(signal.reason as Error)
    const timer = setTimeout(() => reader.abort(new ResponseTimeoutError()), timeoutMs)
    signal.addEventListener('abort', abort)
    try {
      dispatcher.dispatch(options, reader)
    } catch (error) {
      reader.abort(error as Error)
    }
  })
}

interface Outcome {
  readonly resolve: (response: RawResponse) => void
  readonly reject: (error: Error) => void
}

class ResponseReader implements Handler {
  readonly #body: BoundedBody
  readonly #outcome: Outcome
  /** Of the request that is under way: an interceptor may send another one for the same response. */
  #controller: Controller | undefined
  #status = 0
  #headers: RawResponse['headers'] = {}
  #reason: Error | undefined

  constructor(body: BoundedBody, outcome: Outcome) {
    this.#body = body
    this.#outcome = outcome
  }

  /** Ends the request, whether it has been sent or still waits for a connection. */
  abort(reason: Error): void {
    this.#reason = reason
    this.#outcome.reject(reason)
    this.#controller?.abort(reason)
  }

  onRequestStart(controller: Controller): void {
    if (this.#reason !== undefined) controller.abort(this.#reason)
    this.#controller = controller
  }

  onResponseStart(_: Controller, status: number, headers: RawResponse['headers']): void {
    // One of a status below 200 announces another response.
    this.#status = status
    this.#headers = headers
  }

  onResponseData(_: Controller, chunk: Buffer): void {
    if (this.#reason !== undefined) return
    try {
      this.#body.add(chunk)
    } catch (error) {
      this.abort(error as Error)
    }
  }

  onResponseEnd(): void {
    this.#outcome.resolve({ status: this.#status, headers: this.#headers, bytes: this.#body.concat() })
  }

  onResponseError(_: Controller, error: Error): void {
    this.#outcome.reject(error)
  }
}
