import { describe, expect, test } from '@jest/globals'
import { RateLimiter } from '../../src/atlas/rate-limiter.ts'
import type { ApiResponse } from '../../src/atlas/response.ts'
import { fakeRunContext } from '../harness/context.ts'

const response = (status: number, remaining?: string): ApiResponse => ({
  status,
  headers: remaining === undefined ? {} : { 'ratelimit-remaining': remaining },
  document: {},
  error: undefined,
})

/** Workers that send one request each; `respond` ends the one that waits longest. */
function startWorkers(rateLimiter: RateLimiter) {
  const { clock, signal } = fakeRunContext()
  const sent: ((response: ApiResponse) => void)[] = []
  return {
    sent,
    send: (count: number) => {
      for (let worker = 0; worker < count; worker += 1) {
        void rateLimiter.run(clock, signal, () => new Promise<ApiResponse>((resolve) => sent.push(resolve)))
      }
    },
    respond: async (with_: ApiResponse) => {
      await new Promise(setImmediate)
      sent.shift()?.(with_)
      await new Promise(setImmediate)
    },
  }
}

describe('how many requests are in flight', () => {
  test('one for each worker, until Atlas names a limit', async () => {
    const { sent, send } = startWorkers(new RateLimiter())
    send(64)
    await new Promise(setImmediate)
    expect(sent).toHaveLength(64)
  })

  test('no more than Atlas says are left, and one where none is', async () => {
    const { sent, send, respond } = startWorkers(new RateLimiter())
    send(8)
    await respond(response(200, '3'))
    send(8)
    await new Promise(setImmediate)
    expect(sent).toHaveLength(7)
    for (let n = 0; n < 5; n += 1) await respond(response(200, '3'))
    expect(sent).toHaveLength(3)
    await respond(response(200, '0'))
    await respond(response(200, '0'))
    await respond(response(200, '0'))
    expect(sent).toHaveLength(1)
    await respond(response(200, 'many'))
    expect(sent).toHaveLength(2)
  })

  test('one after a 429, then twice as many after each success', async () => {
    const { sent, send, respond } = startWorkers(new RateLimiter())
    send(1)
    await respond(response(429))
    send(20)
    await new Promise(setImmediate)
    expect(sent).toHaveLength(1)
    await respond(response(200))
    expect(sent).toHaveLength(2)
    await respond(response(200))
    expect(sent).toHaveLength(4)
  })
})

test('a pause is for all workers, and the longest one counts', async () => {
  const { clock, signal, waits } = fakeRunContext()
  const rateLimiter = new RateLimiter()
  rateLimiter.pauseAll(5000, clock)
  rateLimiter.pauseAll(2000, clock)
  await rateLimiter.run(clock, signal, () => Promise.resolve(response(200)))
  expect(waits).toEqual([5000])
})

test('a worker that waits for its turn when the run ends stops waiting', async () => {
  const end = new AbortController()
  const { clock } = fakeRunContext()
  const rateLimiter = new RateLimiter()
  await rateLimiter.run(clock, end.signal, () => Promise.resolve(response(429)))
  const hung = rateLimiter.run(clock, end.signal, () => new Promise<ApiResponse>(() => undefined))
  const waiting = rateLimiter.run(clock, end.signal, () => Promise.resolve(response(200)))
  end.abort(new Error('the end'))
  await expect(waiting).rejects.toThrow('the end')
  void hung
})
