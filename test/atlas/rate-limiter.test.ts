import { describe, expect, test } from '@jest/globals'
import { RateLimiter } from '../../src/atlas/rate-limiter.ts'
import type { ApiResponse } from '../../src/atlas/response.ts'
import { fakeRunContext } from '../harness/context.ts'

const reply = (status: number, remaining?: string): ApiResponse => ({
  status,
  headers: remaining === undefined ? {} : { 'ratelimit-remaining': remaining },
  document: {},
})

/** Lanes that ask once each; `answer` ends what the first one waiting asked. */
function lanes(rateLimiter: RateLimiter) {
  const { clock, signal } = fakeRunContext()
  const asked: ((answer: ApiResponse) => void)[] = []
  return {
    asked,
    ask: () => rateLimiter.keep(clock, signal, () => new Promise<ApiResponse>((resolve) => asked.push(resolve))),
    answer: async (answer: ApiResponse) => {
      await new Promise(setImmediate)
      asked.shift()?.(answer)
      await new Promise(setImmediate)
    },
  }
}

describe('how many requests are under way', () => {
  test('as many as there are lanes, as long as nobody says otherwise', async () => {
    const { asked, ask } = lanes(new RateLimiter())
    for (let lane = 0; lane < 64; lane += 1) void ask()
    await new Promise(setImmediate)
    expect(asked).toHaveLength(64)
  })

  test('no more than Atlas says are left, and one where none is', async () => {
    const { asked, ask, answer } = lanes(new RateLimiter())
    for (let lane = 0; lane < 8; lane += 1) void ask()
    await answer(reply(200, '3'))
    for (let lane = 0; lane < 8; lane += 1) void ask()
    await new Promise(setImmediate)
    expect(asked).toHaveLength(7)
    for (let n = 0; n < 5; n += 1) await answer(reply(200, '3'))
    expect(asked).toHaveLength(3)
    await answer(reply(200, '0'))
    await answer(reply(200, '0'))
    await answer(reply(200, '0'))
    expect(asked).toHaveLength(1)
    await answer(reply(200, 'many'))
    expect(asked).toHaveLength(2)
  })

  test('one after a 429, then twice as many for each that goes well', async () => {
    const { asked, ask, answer } = lanes(new RateLimiter())
    void ask()
    await answer(reply(429))
    for (let lane = 0; lane < 20; lane += 1) void ask()
    await new Promise(setImmediate)
    expect(asked).toHaveLength(1)
    await answer(reply(200))
    expect(asked).toHaveLength(2)
    await answer(reply(200))
    expect(asked).toHaveLength(4)
  })
})

test('a hold is for all lanes, and the longest one counts', async () => {
  const { clock, signal, waits } = fakeRunContext()
  const rateLimiter = new RateLimiter()
  rateLimiter.pauseAll(5000, clock)
  rateLimiter.pauseAll(2000, clock)
  await rateLimiter.keep(clock, signal, () => Promise.resolve(reply(200)))
  expect(waits).toEqual([5000])
})

test('whoever waits for a turn when the run ends is let go', async () => {
  const end = new AbortController()
  const { clock } = fakeRunContext()
  const rateLimiter = new RateLimiter()
  await rateLimiter.keep(clock, end.signal, () => Promise.resolve(reply(429)))
  const hung = rateLimiter.keep(clock, end.signal, () => new Promise<ApiResponse>(() => undefined))
  const waiting = rateLimiter.keep(clock, end.signal, () => Promise.resolve(reply(200)))
  end.abort(new Error('the end'))
  await expect(waiting).rejects.toThrow('the end')
  void hung
})
