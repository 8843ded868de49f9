import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import type { Dispatcher } from 'undici'
import { Failure } from '../failure.ts'
import { networkFailure } from './network-failure.ts'
import { request as send } from './undici.ts'

/** More is refused; an encryptionAtRest document has about 2 kB, a page of 500 clusters below 5 MB. */
const LARGEST_REPLY = 10 * 1024 * 1024

/** One attempt may take this long; Atlas asks the key provider before it answers a PATCH. */
const ATTEMPT_MS = 60_000

export interface HttpRequest {
  readonly method: 'GET' | 'PATCH' | 'POST'
  /** Path and query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export interface HttpReply {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/** Sends one request and reads its reply. Rejects with a `Failure`; on abort with the signal's reason. */
export type Exchange = (request: HttpRequest, signal: AbortSignal) => Promise<HttpReply>

/** @param origin the only host that is ever contacted; redirects are not followed */
export function createExchange(dispatcher: Dispatcher, origin: string): Exchange {
  return async (request, signal) => {
    const attempt = AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_MS)])
    try {
      const reply = await send(dispatcher, { ...request, headers: { ...request.headers }, origin, signal: attempt })
      const bytes = await readBody(reply.body)
      const text = (await decode(bytes, String(reply.headers['content-encoding'] ?? ''))).toString('utf8')
      return { status: reply.statusCode, headers: reply.headers, text }
    } catch (error) {
      if (signal.aborted) throw signal.reason
      throw networkFailure(error, new URL(origin).host)
    }
  }
}

async function readBody(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > LARGEST_REPLY) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const DECODERS: Readonly<Record<string, (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
}

/** We ask for no compression, but a proxy in between may compress all the same. */
async function decode(bytes: Buffer, contentEncoding: string): Promise<Buffer> {
  const encoding = contentEncoding.trim().toLowerCase()
  if (encoding === '' || encoding === 'identity') return bytes
  const decoder = Object.hasOwn(DECODERS, encoding) ? DECODERS[encoding] : undefined
  if (decoder === undefined) {
    throw new Failure('PROTOCOL', 'Atlas sent a reply in a compression that was not asked for and is not known.')
  }
  try {
    return await decoder(bytes, { maxOutputLength: LARGEST_REPLY })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge()
    throw new Failure('PROTOCOL', 'Atlas sent a compressed reply that is broken.')
  }
}

function tooLarge(): Failure {
  return new Failure('PROTOCOL', `Atlas sent a reply of more than ${LARGEST_REPLY / 1024 / 1024} MiB; it was not read.`)
}
