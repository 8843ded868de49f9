import { describe, expect, test } from '@jest/globals'
import { ResponseTooLargeError } from '../../src/github/bounded-fetch.ts'
import { describeError } from '../../src/github/errors.ts'
import { safe } from '../../src/sanitize/safe-text.ts'

const REQUEST = { isRepeatable: true, permission: safe`issues: write` }
const thrown = (status: number, headers: Record<string, string> = {}, message = 'No.'): unknown => ({
  status,
  response: { headers, data: { message } },
})

describe('what to do', () => {
  test.each<[number, RegExp]>([
    [401, /wrong or has expired; it needs the permission `issues: write`/],
    [403, /needs the permission `issues: write`/],
    [404, /`issues: write`, and issues must be enabled in the repository/],
    [410, /issues are disabled/],
    [422, /HTTP 422/],
  ])('about %d', (status, message) => {
    const { error, waitMs } = describeError(thrown(status, {}, '::error::x'), REQUEST)
    expect(error.message).toMatch(message)
    expect(error.message).not.toContain('::error')
    expect(error.status).toBe(status)
    expect(waitMs).toBeUndefined()
  })

  test('about a response that is too large', () => {
    const { error } = describeError(Object.assign(new Error('x'), { cause: new ResponseTooLargeError() }), REQUEST)
    expect(error.message).toContain('10 MiB')
  })
})

describe('what may be sent again', () => {
  test.each([
    ['an outage', thrown(502), 1000],
    ['no response', new Error('connect ECONNREFUSED'), 1000],
    ['what Octokit calls 500 without a response', { status: 500 }, 1000],
  ])('after %s', (_, error, waitMs) => {
    expect(describeError(error, REQUEST).waitMs).toBe(waitMs)
    expect(describeError(error, { ...REQUEST, isRepeatable: false }).waitMs).toBeUndefined()
  })

  const date = 'Thu, 01 Jan 2026 00:00:00 GMT'
  const reset = (seconds: number): string => String(Date.parse(date) / 1000 + seconds)
  test.each<[string, unknown, number]>([
    ['Retry-After', thrown(429, { 'retry-after': '7' }), 7],
    ['Retry-After with 403', thrown(403, { 'retry-after': '7' }), 7],
    ['Retry-After 0', thrown(429, { 'retry-after': '0' }), 0],
    ['the reset of the limit', thrown(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset(90), date }), 90],
    ['a reset in the past', thrown(429, { 'x-ratelimit-reset': reset(-5), date }), 60],
    ['a reset without a date', thrown(429, { 'x-ratelimit-reset': reset(5) }), 60],
    ['a message alone', thrown(403, {}, 'You have exceeded a secondary rate limit.'), 60],
    ['garbage', thrown(429, { 'retry-after': 'soon' }), 60],
    ['nothing', thrown(429), 60],
  ])('at a rate limit with %s', (_, error, seconds) => {
    const described = describeError(error, { ...REQUEST, isRepeatable: false })
    expect(described.waitMs).toBe(seconds * 1000)
    expect(described.error.message).toContain(`asks to wait ${seconds} s`)
  })

  test('not after 403 with a remaining limit', () => {
    expect(describeError(thrown(403, { 'x-ratelimit-remaining': '5' }), REQUEST).waitMs).toBeUndefined()
  })
})
