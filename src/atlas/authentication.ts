import type { Transport } from './transport.ts'

/** Sends requests as somebody whom Atlas knows. One for all lanes of a run. */
export interface Authentication {
  /** The lane's exchange, authenticated. */
  over(lane: Transport): Transport
  /** Gives back what Atlas handed out for this run, until `cleanupSignal` is aborted. Best effort: never throws. */
  close(cleanupSignal: AbortSignal): Promise<void>
}

/** For an access token that the workflow got elsewhere: it is used as it is, and is not given back. */
export function tokenAuthentication(token: string): Authentication {
  return {
    over: (lane) => (request, signal) =>
      lane({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }, signal),
    close: () => Promise.resolve(),
  }
}

/** For API keys: each lane's connection itself answers the digest challenges, and nothing has to be given back. */
export const connectionAuthentication: Authentication = {
  over: (lane) => lane,
  close: () => Promise.resolve(),
}
