import type { IncomingMessage } from 'node:http'
import { ApiError } from './errors.ts'

/** One request as it arrived. */
export interface RecordedRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly rawBody: string
  /** Which connection it came on, from 1. */
  readonly connection: number
  /** The status of the response; 0 without one. */
  status: number
}

export interface FakeResponse {
  readonly status: number
  readonly headers: Record<string, string | string[]>
  readonly body: string
}

export function json(status: number, body: unknown, headers: Record<string, string | string[]> = {}): FakeResponse {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }
}

/** Applies the query parameters `envelope` and `pretty` to a response. */
export function wrapped(response: FakeResponse, url: URL): FakeResponse {
  if (response.body === '') return response
  const content = JSON.parse(response.body) as unknown
  const indent = url.searchParams.get('pretty') === 'true' ? 2 : undefined
  const enveloped = url.searchParams.get('envelope') === 'true'
  const body = JSON.stringify(enveloped ? { status: response.status, content } : content, null, indent)
  return { ...response, status: enveloped ? 200 : response.status, body }
}

/** The page of a list that the request asks for. */
export function page(url: URL, items: readonly unknown[], maxPageSize: number): object {
  const size = Math.min(Number(url.searchParams.get('itemsPerPage') ?? 100), maxPageSize)
  const number = Number(url.searchParams.get('pageNum') ?? 1)
  const results = items.slice((number - 1) * size, number * size)
  const next = number * size < items.length ? [{ rel: 'next', href: 'https://elsewhere.invalid/next' }] : []
  return { links: [{ rel: 'self', href: url.href }, ...next], results, totalCount: items.length }
}

/**
 * v2 serves a resource only in the versions that it has, v1.0 only plain JSON.
 *
 * @throws ApiError for other media types
 */
export function checkMediaTypes({ method, headers }: RecordedRequest, version: string, resourceVersion: string): void {
  const expected = version === 'v2' ? `application/vnd.atlas.${resourceVersion}+json` : 'application/json'
  if (headers.accept !== expected) throw new ApiError(406, 'INVALID_VERSION_DATE', `Not acceptable: ${headers.accept}`)
  const hasBody = method === 'PATCH' || method === 'POST'
  if (hasBody && headers['content-type'] !== expected) throw new ApiError(415, 'UNSUPPORTED_MEDIA_TYPE', 'Unsupported.')
}

/** @throws ApiError if the text is no JSON object */
export function parseBody(text: string): Record<string, unknown> {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    // refused below
  }
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>
  throw new ApiError(400, 'INVALID_JSON', 'Received JSON is malformed.')
}
