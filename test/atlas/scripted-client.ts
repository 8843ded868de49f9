import { AtlasClient, type SharedState } from '../../src/atlas/client.ts'
import { RateLimiter } from '../../src/atlas/rate-limiter.ts'
import type { ApiResponse } from '../../src/atlas/response.ts'
import { readResponse } from '../../src/atlas/response.ts'
import type { HttpRequest, HttpResponse, Transport } from '../../src/atlas/transport.ts'
import { type FakeRunContext, fakeRunContext } from '../harness/context.ts'

/** An HTTP response; a body that is no text is sent as JSON. */
export function http(status: number, body: unknown = '', headers: HttpResponse['headers'] = {}): HttpResponse {
  return { status, headers, text: typeof body === 'string' ? body : JSON.stringify(body) }
}

/** A response as the client reads it. */
export const apiResponse = (...args: Parameters<typeof http>): Promise<ApiResponse> =>
  readResponse(http(...args), false)

export interface ScriptedClient {
  readonly client: AtlasClient
  readonly run: FakeRunContext
  readonly shared: SharedState
  /** What was sent, in order. */
  readonly requests: HttpRequest[]
}

/**
 * A client whose requests are answered by a script.
 *
 * @param script called with each request, and its number from 0
 */
export function scriptedClient(
  script: (request: HttpRequest, number: number) => HttpResponse | Error,
  shared: Partial<SharedState> = {},
  run: FakeRunContext = fakeRunContext(),
): ScriptedClient {
  const requests: HttpRequest[] = []
  const send: Transport = (request) => {
    requests.push(request)
    const response = script(request, requests.length - 1)
    return response instanceof Error ? Promise.reject(response) : Promise.resolve(response)
  }
  const state: SharedState = {
    apiVersion: 'v2',
    credentials: 'api-key',
    retries: 5,
    rateLimiter: new RateLimiter(),
    sunset: undefined,
    ...shared,
  }
  return { client: new AtlasClient(send, state, run), run, shared: state, requests }
}

/** A script of one response after the other, the last one again and again. */
export const inTurn =
  (...responses: (HttpResponse | Error)[]) =>
  (_: HttpRequest, number: number): HttpResponse | Error =>
    responses[Math.min(number, responses.length - 1)] as HttpResponse | Error
