import { describe, expect, test } from '@jest/globals'
import { NetworkError, toNetworkError } from '../../src/atlas/network-error.ts'
import type { ApiResponse } from '../../src/atlas/response.ts'
import { type RetryableRequest, retryAfterMs, withRetries } from '../../src/atlas/retry.ts'
import { ActionError } from '../../src/domain/errors.ts'
import { fakeRunContext } from '../harness/context.ts'

const REQUEST: RetryableRequest = { label: 'GET thing', repeatServerErrors: true, retries: 5 }
const answer = (status: number, headers: Record<string, string> = {}, document: unknown = {}): ApiResponse => ({
  status,
  headers,
  document,
})
const OK = answer(200)

/** Plays the outcomes one after the other, the last one again and again. */
async function play(
  outcomes: (ApiResponse | Error)[],
  request: Partial<RetryableRequest> = {},
  random = 0.5,
  seconds = 600,
) {
  const run = fakeRunContext({ random: () => random, seconds })
  let attempts = 0
  const attempt = (): Promise<ApiResponse> => {
    const outcome = outcomes[Math.min(attempts, outcomes.length - 1)] as ApiResponse | Error
    attempts += 1
    return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome)
  }
  const end = await withRetries({ ...REQUEST, ...request }, run, attempt).catch((error: unknown) => error)
  return { end, attempts, waits: run.waits, events: run.events }
}

const broken = new NetworkError('no reply', { retryable: true, mayHaveSent: true })

describe('what is repeated', () => {
  test.each([429, 500, 502, 503, 504])('%i', async (status) => {
    expect(await play([answer(status), OK])).toMatchObject({ end: OK, attempts: 2 })
  })

  test.each([400, 401, 403, 404, 405, 409, 410, 301, 501])('not %i', async (status) => {
    const { end, attempts } = await play([answer(status), OK])
    expect(attempts).toBe(1)
    expect(end).toBeInstanceOf(ActionError)
  })

  test('500 not where it may be about the change', async () => {
    expect((await play([answer(500), OK], { repeatServerErrors: false })).attempts).toBe(1)
  })

  test('405 during upgrades', async () => {
    const upgrading = answer(405, {}, { errorCode: 'WRITES_NOT_ALLOWED_DURING_APP_UPGRADES' })
    expect((await play([upgrading, OK])).end).toBe(OK)
  })

  test('a broken connection, but not a certificate', async () => {
    expect((await play([broken, OK])).end).toBe(OK)
    const untrusted = new NetworkError('x', { retryable: false, mayHaveSent: false })
    expect((await play([untrusted, OK])).attempts).toBe(1)
  })

  test('a defect is thrown on at once', async () => {
    const defect = new TypeError('x')
    expect(await play([defect])).toMatchObject({ end: defect, attempts: 1 })
  })

  test('as often as asked, and each time is told', async () => {
    const { end, attempts, events } = await play([answer(503)], { retries: 3 })
    expect(attempts).toBe(4)
    expect(events).toHaveLength(3)
    expect((end as ActionError).message).toMatch(/HTTP 503.*Given up after 4 attempts\.$/)
    expect((await play([answer(503)], { retries: 0 })).attempts).toBe(1)
  })
})

describe('how long it waits', () => {
  test('1 s, 2 s, 4 s … at most 30 s, with jitter over the upper half', async () => {
    const most = await play([answer(503)], { retries: 7 }, 0.999999)
    expect(most.waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
    const least = await play([broken], { retries: 7 }, 0)
    expect(least.waits).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000])
  })

  test('Retry-After, else the wait in the body of a 429', async () => {
    const limited = { errorCode: 'RATE_LIMITED_TOKEN_BUCKET', parameters: ['api/atlas/v2/orgs', 55, 10, 5, 60] }
    expect((await play([answer(429, { 'retry-after': '7' }, limited), OK])).waits).toEqual([7000])
    expect((await play([answer(503, { 'retry-after': '3' }), OK])).waits).toEqual([3000])
    expect((await play([answer(429, {}, limited), OK])).waits).toEqual([55_000])
    expect((await play([answer(503, {}, limited), OK])).waits).toEqual([750])
    expect((await play([answer(429, {}, { parameters: ['x', -1] }), OK])).waits).toEqual([750])
    expect((await play([answer(429, {}, { parameters: ['x', '9'] }), OK])).waits).toEqual([750])
  })

  test('not past the end of the run', async () => {
    const { end, waits } = await play([answer(429, { 'retry-after': '10' })], {}, 0, 10)
    expect(waits).toEqual([])
    expect((end as ActionError).message).toContain('in 10 s, past the end of `timeout`')
    expect((await play([answer(429, { 'retry-after': '9' }), OK], {}, 0, 10)).waits).toEqual([9000])
  })

  const NOW = Date.parse('Wed, 21 Oct 2026 07:28:00 GMT')
  test.each<[string | undefined, number | undefined]>([
    ['120', 120_000],
    [' 0 ', 0],
    ['Wed, 21 Oct 2026 07:28:30 GMT', 30_000],
    ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
    ['1.5', undefined],
    ['-1', undefined],
    ['soon', undefined],
    ['2026-10-21', undefined],
    ['Xyz, 99 Foo 2026 07:28:30 GMT', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('Retry-After: %s', (value, expected) => expect(retryAfterMs(value, NOW)).toBe(expected))
})

describe('errors of Node.js and undici', () => {
  const coded = (code: string, more: object = {}): Error =>
    Object.assign(new Error(`secret text about ${code}`), { code, ...more })

  test.each([
    ['ENOTFOUND', false],
    ['ECONNREFUSED', false],
    ['ECONNRESET', true],
    ['UND_ERR_SOCKET', true],
    ['HPE_INVALID_CONSTANT', true],
  ])('%s', (code, mayHaveSent) => {
    const failure = toNetworkError(coded(code), 'atlas.test') as NetworkError
    expect(failure).toMatchObject({ code: 'NETWORK', retryable: true, mayHaveSent })
    expect(failure.message).toContain('atlas.test')
    expect(failure.message).toContain(code)
    expect(failure.message).not.toContain('secret text')
  })

  test.each([
    'SELF_SIGNED_CERT_IN_CHAIN',
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  ])('%s', (code) => {
    expect(toNetworkError(coded(code), 'h')).toMatchObject({
      retryable: false,
      message: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
    })
  })

  test('the code of an error within an error', () => {
    const several = Object.assign(new Error('x'), { errors: [coded('ECONNREFUSED')] })
    expect((toNetworkError(several, 'h') as Error).message).toContain('ECONNREFUSED')
    expect((toNetworkError(new Error('x', { cause: coded('ECONNRESET') }), 'h') as Error).message).toContain(
      'ECONNRESET',
    )
  })

  test('an attempt that took too long', () => {
    const timedOut = Object.assign(new Error('x'), { name: 'TimeoutError', code: 23 })
    expect(toNetworkError(timedOut, 'h')).toMatchObject({ code: 'NETWORK', retryable: true, mayHaveSent: true })
  })

  test('what is no network error is handed on', () => {
    const defect = new TypeError('x')
    expect(toNetworkError(defect, 'h')).toBe(defect)
    const toReportedError = new ActionError('INPUT', 'x')
    expect(toNetworkError(toReportedError, 'h')).toBe(toReportedError)
    expect(toNetworkError('text', 'h')).toBe('text')
  })
})
