import { describe, expect, test } from '@jest/globals'
import { NetworkError } from '../../src/atlas/network-error.ts'
import type { ApiResponse } from '../../src/atlas/response.ts'
import { type RetryableRequest, retryAfterMs, waitSecondsOf, withRetries } from '../../src/atlas/retry.ts'
import { ActionError } from '../../src/domain/errors.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { FAKE_EPOCH, fakeRunContext } from '../harness/context.ts'
import { apiResponse } from './scripted-client.ts'

const REQUEST: RetryableRequest = { label: safe`GET thing`, facts: { isChange: false }, retries: 5 }
const CHANGE: Partial<RetryableRequest> = { facts: { isChange: true } }
const OK = await apiResponse(200)

type Outcome = ApiResponse | Error | Promise<ApiResponse>

/** Sends a request whose attempts end one after the other as given, the last one again and again. */
async function send(
  outcomes: Outcome[],
  request: Partial<RetryableRequest> = {},
  { random = 0.5, seconds = 600 } = {},
) {
  const run = fakeRunContext({ random: () => random, seconds })
  let attempts = 0
  const attempt = async (): Promise<ApiResponse> => {
    const outcome = await (outcomes[Math.min(attempts, outcomes.length - 1)] as Outcome)
    attempts += 1
    if (outcome instanceof Error) throw outcome
    return outcome
  }
  const end = await withRetries({ ...REQUEST, ...request }, run, attempt).catch((error: unknown) => error)
  return { end, attempts, waits: run.waits, events: run.events }
}

const broken = new NetworkError({ reason: safe`no response`, advice: safe`Wait.`, retryable: true, mayHaveSent: true })
const unsent = new NetworkError({ reason: safe`no response`, advice: safe`Wait.`, retryable: true, mayHaveSent: false })
const refused = new NetworkError({ reason: safe`refused`, advice: safe`Pay.`, retryable: false, mayHaveSent: false })

describe('what is repeated', () => {
  test.each([429, 500, 502, 503, 504])('%i', async (status) => {
    expect(await send([apiResponse(status), OK])).toMatchObject({ end: OK, attempts: 2 })
  })

  test.each([400, 401, 402, 403, 404, 405, 407, 409, 410, 301, 501])('not %i', async (status) => {
    const { end, attempts } = await send([apiResponse(status), OK])
    expect(attempts).toBe(1)
    expect(end).toBeInstanceOf(ActionError)
  })

  test('500 not where it may be about the change', async () => {
    expect((await send([apiResponse(500), OK], CHANGE)).attempts).toBe(1)
  })

  test('405 during upgrades', async () => {
    const upgrading = apiResponse(405, { errorCode: 'WRITES_NOT_ALLOWED_DURING_APP_UPGRADES' })
    expect((await send([upgrading, OK], CHANGE)).end).toBe(OK)
  })

  test('a broken connection, but not one that a proxy or a certificate prevents', async () => {
    expect((await send([broken, OK])).end).toBe(OK)
    const { end, attempts } = await send([refused, OK])
    expect(attempts).toBe(1)
    expect(end).toMatchObject({ code: 'NETWORK', message: 'GET thing: refused. Pay.' })
  })

  test('a defect is thrown on at once', async () => {
    const defect = new TypeError('x')
    expect(await send([defect])).toMatchObject({ end: defect, attempts: 1 })
  })

  test('as often as the run permits, and each time is logged', async () => {
    const { end, attempts, events } = await send([apiResponse(503)], { retries: 3 })
    expect(attempts).toBe(4)
    expect(events).toHaveLength(3)
    expect(events[0]).toMatchObject({ type: 'retry', request: 'GET thing', reason: 'HTTP 503' })
    expect((end as ActionError).message).toMatch(/HTTP 503.*Gave up after 4 attempts\.$/)
    expect((await send([apiResponse(503)], { retries: 0 })).attempts).toBe(1)
    const lost = await send([broken], { retries: 1 })
    expect((lost.end as ActionError).message).toBe('GET thing: no response. Wait. Gave up after 2 attempts.')
  })

  test.each<[string, Outcome, number]>([
    ['not after a broken connection', broken, 1],
    ['not after a gateway gave up', apiResponse(504), 1],
    ['not after a gateway failed', apiResponse(502), 1],
    ['but where nothing was sent', unsent, 2],
    ['but after a refusal that may pass', apiResponse(503), 2],
  ])('a change that must not be sent twice: %s', async (_, outcome, attempts) => {
    expect((await send([outcome, OK], { ...CHANGE, onlyOnce: true })).attempts).toBe(attempts)
  })

  test('the error of a broken connection still says whether the request may have been sent', async () => {
    const { end } = await send([broken], { ...CHANGE, onlyOnce: true })
    expect(end).toBeInstanceOf(NetworkError)
    expect(end).toMatchObject({ mayHaveSent: true, retryable: true, message: 'GET thing: no response. Wait.' })
  })

  test('a rate limit is announced to other requests, and nothing else is', async () => {
    const announced: number[] = []
    const onRateLimit = (waitMs: number): void => void announced.push(waitMs)
    await send([apiResponse(429, '', { 'retry-after': '7' }), apiResponse(503), broken, OK], { onRateLimit })
    expect(announced).toEqual([7000])
  })

  test('a rate limit is announced by a request that is given up as well', async () => {
    const announced: number[] = []
    const onRateLimit = (waitMs: number): void => void announced.push(waitMs)
    await send([apiResponse(429, '', { 'retry-after': '25' })], { onRateLimit, retries: 0 })
    expect(announced).toEqual([25_000])
  })
})

describe('how long it waits', () => {
  test('1 s, 2 s, 4 s … at most 30 s, with jitter over the upper half', async () => {
    const longest = await send([apiResponse(503)], { retries: 7 }, { random: 0.999999 })
    expect(longest.waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
    const shortest = await send([broken], { retries: 7 }, { random: 0 })
    expect(shortest.waits).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000])
  })

  const BUCKET = { errorCode: 'RATE_LIMITED_TOKEN_BUCKET', parameters: ['api/atlas/v2/orgs', 55, 10, 5, 60] }
  const OLDER = { errorCode: 'RATE_LIMITED', parameters: ['X', 2000, 1] }

  test.each([
    ['Retry-After, rather than the body', apiResponse(429, BUCKET, { 'retry-after': '7' }), 7000],
    ['Retry-After of a 503', apiResponse(503, '', { 'retry-after': '3' }), 3000],
    ['the body of a 429 of the token bucket', apiResponse(429, BUCKET), 55_000],
    ['not the number of requests of the older limiter', apiResponse(429, OLDER), 750],
    ['but its Retry-After', apiResponse(429, OLDER, { 'retry-after': '1' }), 1000],
    ['not the body of a 503', apiResponse(503, BUCKET), 750],
    ['not the body of a 429 without a code', apiResponse(429, { error: 429, parameters: ['x', 9] }), 750],
  ])('%s', async (_, response, expected) => expect((await send([response, OK])).waits).toEqual([expected]))

  test.each<[unknown, number | undefined]>([
    [['p', 55], 55],
    [['p', 0], 0],
    [['p', 0.5], 0.5],
    [['p', -1], undefined],
    [['p', '5'], undefined],
    [[], undefined],
    [null, undefined],
  ])('%j in a body', async (parameters, seconds) => {
    expect(waitSecondsOf(await apiResponse(429, { ...BUCKET, parameters }))).toBe(seconds)
  })

  test('not past the end of the run', async () => {
    const late = apiResponse(429, '', { 'retry-after': '10' })
    const { end, waits } = await send([late], {}, { seconds: 10 })
    expect(waits).toEqual([])
    expect((end as ActionError).message).toContain('in 10 s, past the end of `timeout`')
    const inTime = apiResponse(429, '', { 'retry-after': '9' })
    expect((await send([inTime, OK], {}, { seconds: 10 })).waits).toEqual([9000])
  })
})

describe('a date in Retry-After', () => {
  const NOW = Date.parse('Wed, 21 Oct 2026 07:28:00 GMT')
  test.each<[string | undefined, number | undefined]>([
    ['120', 120_000],
    [' 0 ', 0],
    ['9'.repeat(400), 1e12],
    ['Wed, 21 Oct 2026 07:28:30 GMT', 30_000],
    ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
    ['1.5', undefined],
    ['-1', undefined],
    ['soon', undefined],
    ['2026-10-21', undefined],
    ['Xyz, 99 Foo 2026 07:28:30 GMT', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s', (value, expected) => expect(retryAfterMs(value, NOW)).toBe(expected))

  const dated = (seconds: number, headers: Record<string, string> = {}) =>
    apiResponse(503, '', { 'retry-after': new Date(FAKE_EPOCH + seconds * 1000).toUTCString(), ...headers })
  // The fake context begins 1000 s after that.
  test.each([
    ['is held against the wall clock', dated(1040), 40_000],
    [
      "is held against the server's own date",
      dated(5000, { date: new Date(FAKE_EPOCH + 4_990_000).toUTCString() }),
      10_000,
    ],
    ['is held against the wall clock if that date is none', dated(1040, { date: 'today' }), 40_000],
  ])('%s', async (_, response, expected) => expect((await send([response, OK])).waits).toEqual([expected]))
})
