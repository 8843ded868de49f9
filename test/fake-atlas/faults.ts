import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'

/** Something that happens to a request instead of the real response, or after it was processed. */
export interface Fault {
  /** Applies only to requests with this method. By default, to any. */
  method?: string
  /** Applies only to paths that match. By default, to any. */
  path?: RegExp
  /** How many matching requests get their real response first. */
  skip?: number
  /** How many requests it applies to. By default, one. */
  times?: number
  /** Whether it applies only to requests with credentials. By default, true. */
  authenticatedOnly?: boolean
  /** Whether Atlas processes the request first, so that only its response is affected. */
  afterwards?: boolean
  handler: FaultHandler
}

/** @param body that of the real response; empty if the request was not processed */
export type FaultHandler = (request: IncomingMessage, response: ServerResponse, body: string) => void

/** Responds with a status, headers and a body. Anything but a string is sent as JSON. */
export function respondWith(status: number, body: unknown = '', headers: Record<string, string> = {}): FaultHandler {
  return (_request, response) => {
    const json = typeof body !== 'string'
    response.writeHead(status, { ...(json ? { 'content-type': 'application/json' } : {}), ...headers })
    response.end(json ? JSON.stringify(body) : body)
  }
}

/** Responds with an error in the form of Atlas's own `ApiError`. */
export function refuseWith(
  status: number,
  errorCode: string,
  detail = 'Refused by the test.',
  headers = {},
  parameters: unknown = null,
): FaultHandler {
  return respondWith(status, { detail, error: status, errorCode, parameters, reason: 'Test' }, headers)
}

export const reset: FaultHandler = (request) => request.socket.resetAndDestroy()

/** Closes the connection without a response. */
export const close: FaultHandler = (request) => void request.socket.end()

/** Sends the first half of the real response and resets the connection. */
export const resetMidResponse: FaultHandler = (request, response, body) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
  response.write(body.slice(0, body.length / 2), () => request.socket.resetAndDestroy())
}

/** Sends bytes that are no HTTP. */
export const garbage: FaultHandler = (request) => {
  request.socket.end('garbage\r\n\r\n')
}

/** Never responds. */
export const hang: FaultHandler = () => undefined

/** Sends the real response compressed, although the request does not accept that. */
export const gzipped: FaultHandler = (_request, response, body) => {
  const bytes = gzipSync(body)
  response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
  response.end(bytes)
}

/** Sends a body that never ends, as fast as it is read. */
export const endless: FaultHandler = (_request, response) => {
  const chunk = ' '.repeat(64 * 1024)
  const pour = (): void => {
    while (!response.destroyed && response.write(chunk));
  }
  response.writeHead(200, { 'content-type': 'application/json' })
  response.on('drain', pour)
  pour()
}

/** Sends a byte now and then, so that the connection is never idle for long. */
export const drip: FaultHandler = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  const timer = setInterval(() => response.write(' '), 50)
  response.on('close', () => clearInterval(timer))
}
