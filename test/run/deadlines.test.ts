import { describe, expect, test } from '@jest/globals'
import type { Clock } from '../../src/domain/context.ts'
import { RunEndError } from '../../src/domain/errors.ts'
import { startTimeout, withTimeout } from '../../src/run/deadlines.ts'
import type { Runtime } from '../../src/run/runtime.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { fakeRunContext } from '../harness/context.ts'

test('a timeout counts from the beginning of the run, and nothing of it is given back', async () => {
  const { clock, waits } = fakeRunContext()
  const { signal: never } = new AbortController()
  for (const [elapsedMs, leftMs] of [
    [0, 5000],
    [3000, 2000],
    [60_000, 0],
  ] as const) {
    const startedAt = clock.now() - elapsedMs
    const { deadline, signal } = startTimeout(5, { clock, startedAt, cancelled: never }, never)
    expect(deadline).toBe(startedAt + 5000)
    await Promise.resolve()
    expect(waits.at(-1)).toBe(leftMs)
    await new Promise((resolve) => void setImmediate(resolve))
    expect(signal.reason).toMatchObject({ code: 'TIMEOUT' })
  }
})

describe('work with a timeout', () => {
  const never = (_: number, signal: AbortSignal): Promise<never> =>
    new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  const untilAborted = (signal: AbortSignal): Promise<unknown> =>
    new Promise((resolve) => {
      if (signal.aborted) resolve(signal.reason)
      signal.addEventListener('abort', () => resolve(signal.reason))
    })
  const runtimeWith = (sleep: Clock['sleep'], cancelled = new AbortController().signal): Runtime =>
    ({ startedAt: 0, clock: { ...fakeRunContext().clock, sleep }, cancelled }) as unknown as Runtime

  test('ends with its time', async () => {
    expect(
      await withTimeout(
        5,
        runtimeWith(async () => undefined),
        untilAborted,
      ),
    ).toMatchObject({ code: 'TIMEOUT' })
  })

  test('ends at once when the run is cancelled already', async () => {
    const cancelled = AbortSignal.abort(new RunEndError('CANCELLED', safe`cancelled`))
    expect(await withTimeout(5, runtimeWith(never, cancelled), untilAborted)).toMatchObject({ code: 'CANCELLED' })
  })

  test('ends when the run is cancelled', async () => {
    const controller = new AbortController()
    const ended = withTimeout(5, runtimeWith(never, controller.signal), untilAborted)
    controller.abort(new RunEndError('CANCELLED', safe`cancelled`))
    expect(await ended).toMatchObject({ code: 'CANCELLED' })
  })

  test('stops its timer when it is done', async () => {
    let timer: AbortSignal | undefined
    const sleep: Clock['sleep'] = (ms, signal) => {
      timer = signal
      return never(ms, signal)
    }
    expect(await withTimeout(5, runtimeWith(sleep), async () => 'done')).toBe('done')
    expect(timer?.aborted).toBe(true)
  })
})
