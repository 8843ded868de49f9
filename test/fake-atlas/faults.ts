import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'

/** Something that goes wrong (or just differently) instead of, or after, the real reply. */
export interface Fault {
  /** Only for requests with this method; any by default. */
  method?: string
  /** Only for paths that match; any by default. */
  path?: RegExp
  /** Lets this many matching requests pass first. */
  skip?: number
  /** How often it strikes; once by default. */
  times?: number
  /** Strikes only requests that carry credentials; true by default. */
  authenticatedOnly?: boolean
  /** Whether the request is carried out before the fault strikes. */
  afterwards?: boolean
  handler: FaultHandler
}

export type FaultHandler = (request: IncomingMessage, response: ServerResponse, reply: string) => void

/** Answers with a status, headers and a body (an object is sent as JSON). */
export function respondWith(status: number, body: unknown = '', headers: Record<string, string> = {}): FaultHandler {
  return (_request, response) => {
    const json = typeof body !== 'string'
    response.writeHead(status, { ...(json ? { 'content-type': 'application/json' } : {}), ...headers })
    response.end(json ? JSON.stringify(body) : body)
  }
}

/** An ApiError as Atlas sends it. */
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

/** Closes the connection in good order, without a word. */
export const close: FaultHandler = (request) => void request.socket.end()

/** Begins the real reply and breaks the connection in the middle of its body. */
export const resetMidResponse: FaultHandler = (request, response, reply) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(reply) })
  response.write(reply.slice(0, reply.length / 2), () => request.socket.resetAndDestroy())
}

/** What is not HTTP at all. */
export const garbage: FaultHandler = (request) => {
  request.socket.end('garbage\r\n\r\n')
}

export const hang: FaultHandler = () => undefined

/** Sends the real reply, compressed though nobody asked. */
export const gzipped: FaultHandler = (_request, response, reply) => {
  const bytes = gzipSync(reply)
  response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
  response.end(bytes)
}

/** A reply that never ends. */
export const endless: FaultHandler = (_request, response) => {
  const chunk = ' '.repeat(64 * 1024)
  const pour = (): void => {
    while (!response.destroyed && response.write(chunk));
  }
  response.writeHead(200, { 'content-type': 'application/json' })
  response.on('drain', pour)
  pour()
}

/** A byte now and then, so that no idle timeout ever fires. */
export const drip: FaultHandler = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  const timer = setInterval(() => response.write(' '), 50)
  response.on('close', () => clearInterval(timer))
}
