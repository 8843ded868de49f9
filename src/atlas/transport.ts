import { promisify } from 'node:util'
import type { Dispatcher } from 'undici'
import { ActionError } from '../domain/errors.ts'
import type { Connection } from '../network/connect.ts'
import { MAX_RESPONSE_BYTES } from '../network/read-bounded.ts'
import { ResponseTimeoutError, request } from '../network/request.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import { CHECK_PROXY, sentences } from './hints.ts'
import { NetworkError, type Peer, toNetworkError } from './network-error.ts'
import { type PendingChange, RequestNotSentError } from './pending-change.ts'

/** The limit for one attempt. Atlas calls the key provider before it responds to a PATCH. */
const ATTEMPT_MS = 60_000

export interface HttpRequest {
  readonly method: 'GET' | 'PATCH' | 'POST' | 'DELETE'
  /** Path and query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** The response comes in an envelope, whose status counts. */
  readonly enveloped?: boolean
  /** Kept up to date, for a change. */
  readonly pendingChange?: PendingChange
}

export interface HttpResponse {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/** Sends one request and reads its response. Rejects with an `ActionError`; on abort with the signal's reason. */
export type Transport = (request: HttpRequest, signal: AbortSignal) => Promise<HttpResponse>

/** @param origin the only host that is ever contacted; redirects are not followed */
export function createTransport(connection: Connection, origin: string, peer: Peer): Transport {
  return async ({ method, path, headers, body, pendingChange }, signal) => {
    const options = { method, path, headers: { ...headers }, origin, ...(body && { body }) }
    pendingChange?.started()
    try {
      const response = await sendRequest(connection.dispatcher, options, signal)
      // Only the caller, who opens the envelope, knows whether it is a success.
      pendingChange?.settle(false)
      return response
    } catch (error) {
      if (signal.aborted || error instanceof ResponseTimeoutError) void connection.drop()
      if (signal.aborted) throw signal.reason
      const explained = toNetworkError(error, peer)
      const mayHaveSent =
        explained instanceof NetworkError ? explained.mayHaveSent : !(explained instanceof RequestNotSentError)
      pendingChange?.connectionLost(mayHaveSent)
      throw explained
    }
  }
}

async function sendRequest(
  dispatcher: Dispatcher,
  options: Dispatcher.DispatchOptions,
  signal: AbortSignal,
): Promise<HttpResponse> {
  const { status, headers, bytes } = await request(dispatcher, options, { signal, timeoutMs: ATTEMPT_MS, tooLarge })
  const text = (await decode(bytes, String(headers['content-encoding'] ?? ''))).toString('utf8')
  return { status, headers, text }
}

const DECODERS = { gzip: 'gunzip', 'x-gzip': 'gunzip', deflate: 'inflate', br: 'brotliDecompress' } as const

/** The action requests no compression, but a proxy may compress all the same. */
async function decode(bytes: Buffer, contentEncoding: string): Promise<Buffer> {
  const encoding = contentEncoding.trim().toLowerCase()
  if (encoding === '' || encoding === 'identity') return bytes
  if (!Object.hasOwn(DECODERS, encoding)) {
    throw unreadable(safe`Atlas sent a response in an unknown compression that was not requested.`)
  }
  // Loaded only here, since hardly any run needs it.
  const zlib = await import('node:zlib')
  const decoder = promisify(zlib[DECODERS[encoding as keyof typeof DECODERS]] as typeof zlib.gunzip)
  try {
    return await decoder(bytes, { maxOutputLength: MAX_RESPONSE_BYTES })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge()
    throw unreadable(safe`Atlas sent a compressed response that is broken.`)
  }
}

/** For a response past the limit. */
export function tooLarge(): ActionError {
  return unreadable(
    safe`Atlas sent a response of more than ${MAX_RESPONSE_BYTES / 1024 / 1024} MiB, or in too many pieces. It was not read.`,
  )
}

const unreadable = (problem: SafeText): ActionError => new ActionError('PROTOCOL', sentences(problem, CHECK_PROXY))
