import { describe, expect, test } from '@jest/globals'
import { Checkpoint } from '../../src/domain/checkpoint.ts'

/** Keeps the processor busy. */
function work(ms: number): void {
  const end = performance.now() + ms
  while (performance.now() < end);
}

describe('long work', () => {
  test('is interrupted for timers, signals and sockets', async () => {
    const checkpoint = new Checkpoint(new AbortController().signal)
    let heard = 0
    const timer = setInterval(() => {
      heard += 1
    }, 1)
    for (let i = 0; i < 20; i += 1) {
      work(10)
      await checkpoint.pass()
    }
    clearInterval(timer)
    expect(heard).toBeGreaterThan(0)
  })

  test('is not interrupted where it is short, which would take more time than the work', async () => {
    const checkpoint = new Checkpoint(new AbortController().signal)
    let turns = 0
    const count = (): void => {
      turns += 1
      timer = setImmediate(count)
    }
    let timer = setImmediate(count)
    for (let i = 0; i < 1000; i += 1) await checkpoint.pass()
    clearImmediate(timer)
    expect(turns).toBeLessThan(100)
  })

  test('ends once the signal is aborted', async () => {
    const end = new AbortController()
    const checkpoint = new Checkpoint(end.signal)
    await checkpoint.pass()
    setTimeout(() => end.abort(new Error('over')), 1)
    const forever = async (): Promise<never> => {
      for (;;) {
        work(1)
        await checkpoint.pass()
      }
    }
    await expect(forever()).rejects.toThrow('over')
  })
})
