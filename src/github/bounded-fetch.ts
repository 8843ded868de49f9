import { type Dispatcher, fetch } from 'undici'
import { readBounded } from '../network/read-bounded.ts'

const WITHOUT_BODY = new Set([204, 205, 304])

/** The reply is larger than anything that GitHub has to say. */
export class ResponseTooLargeError extends Error {}

/**
 * A `fetch` for Octokit, which would follow redirects to anywhere and read without end: this one asks nobody but whom the
 * dispatcher reaches, hands redirects on as they are, and has read the whole reply when it returns, within the signal's time.
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
    return new Response(WITHOUT_BODY.has(status) ? null : body, { status, statusText, headers })
  }
}
