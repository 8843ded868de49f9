import type { Exchange, HttpReply, HttpRequest } from './http.ts'

/** Sends requests as somebody whom Atlas knows. */
export interface Authentication {
  /** Like {@link Exchange}, but authenticated. */
  readonly send: Exchange
  /** Gives back what Atlas handed out for this run, until `patience` is aborted. Best effort: never throws. */
  close(patience: AbortSignal): Promise<void>
}

/** For API keys: the connection itself answers the digest challenges, and nothing has to be given back. */
export function digestByConnection(exchange: Exchange): Authentication {
  return {
    send: (request: HttpRequest, signal: AbortSignal): Promise<HttpReply> => exchange(request, signal),
    close: () => Promise.resolve(),
  }
}
