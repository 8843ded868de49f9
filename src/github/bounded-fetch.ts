import { type Dispatcher, fetch } from 'undici'
import { readBounded } from '../network/read-bounded.ts'

/** Statuses that a `Response` is not allowed to have a body with. */
const WITHOUT_BODY = new Set([204, 205, 304])

/** Octokit parses the whole body of an error; of more than this it has nothing that is used. */
const MAX_ERROR_BYTES = 64 * 1024

/** The response is larger than any that GitHub sends. */
export class ResponseTooLargeError extends Error {}

/**
 * Makes a `fetch` for Octokit, whose own follows redirects to any host and reads without a limit. This one sends requests only
 * where the dispatcher leads, returns redirects as they are, and has read the whole response when it returns, so that the
 * signal bounds the time of both.
 *
 * @throws ResponseTooLargeError
 */
export function boundedFetch(dispatcher: Dispatcher): (url: string, init?: RequestInit) => Promise<Response> {
  return async (url, init) => {
    const options = { ...init, dispatcher, redirect: 'manual' } as NonNullable<Parameters<typeof fetch>[1]>
    const response = await fetch(url, options)
    const body = response.body === null ? null : await readBounded(response.body, () => new ResponseTooLargeError())
    const { status, statusText } = response
    const headers = [...response.headers]
    const hasNoUse = body !== null && status >= 400 && body.length > MAX_ERROR_BYTES
    return new Response(WITHOUT_BODY.has(status) || hasNoUse ? null : body, { status, statusText, headers })
  }
}
