import { expect, test } from '@jest/globals'
import { timeLimit } from '../src/time-limits.ts'
import { fakeWorld } from './fake-world.ts'

test('a timeout counts from the beginning of the run, and nothing of it is given back', async () => {
  const { clock, waits } = fakeWorld()
  const { signal: unfinished } = new AbortController()
  for (const [elapsedMs, leftMs] of [
    [0, 5000],
    [3000, 2000],
    [60_000, 0],
  ] as const) {
    const startedAt = clock.now() - elapsedMs
    const { deadline, signal } = timeLimit(5, { clock, startedAt }, unfinished)
    expect(deadline).toBe(startedAt + 5000)
    await Promise.resolve()
    expect(waits.at(-1)).toBe(leftMs)
    await new Promise((resolve) => void setImmediate(resolve))
    expect(signal.reason).toMatchObject({ code: 'TIMEOUT' })
  }
})
