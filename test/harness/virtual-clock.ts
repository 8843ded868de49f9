import type { Clock, RunContext } from '../../src/domain/context.ts'
import { RunEndError } from '../../src/domain/errors.ts'
import type { RunEvent } from '../../src/domain/events.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'
import { FAKE_EPOCH } from './context.ts'

interface Timer {
  readonly at: number
  readonly wake: () => void
}

/**
 * A clock that jumps to the next moment at which something is to happen, as soon as nothing else is left to do: hours take no time,
 * and what happens at once happens in the same order as in reality.
 */
export class VirtualClock implements Clock {
  #now = 1_000_000
  readonly #timers = new Set<Timer>()
  readonly random: () => number

  constructor(random: () => number = () => 0) {
    this.random = random
  }

  now(): number {
    return this.#now
  }

  wallNow(): number {
    return FAKE_EPOCH + this.#now
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted()
      const timer = { at: this.#now + ms, wake: resolve }
      this.#timers.add(timer)
      signal.addEventListener('abort', () => {
        this.#timers.delete(timer)
        reject(signal.reason as Error)
      })
    })
  }

  /** Lets time pass until the work has ended. */
  async play<T>(work: Promise<T>): Promise<T> {
    let isSettled = false
    const settled = work.finally(() => {
      isSettled = true
    })
    settled.catch(() => undefined)
    for (;;) {
      await new Promise((resolve) => void setImmediate(resolve))
      if (isSettled) return await settled
      const next = [...this.#timers].reduce<Timer | undefined>(
        (a, b) => (a === undefined || b.at < a.at ? b : a),
        undefined,
      )
      if (next === undefined) throw new Error('The work has not ended, but waits for nothing.')
      this.#timers.delete(next)
      this.#now = Math.max(this.#now, next.at)
      next.wake()
    }
  }
}

export interface VirtualRun extends RunContext {
  readonly clock: VirtualClock
  /** What happened, and when: in seconds since the start of the run. */
  readonly events: readonly { readonly at: number; readonly event: RunEvent }[]
  /** The texts of notes and warnings, in order. */
  readonly texts: string[]
  /** Ends the run, as the runner or its `timeout` does. */
  readonly end: (code: 'CANCELLED' | 'TIMEOUT') => void
}

/** A run whose `timeout` ends it, by a virtual clock that other runs may have used before. */
export function virtualRun(clock: VirtualClock, seconds = 21_000): VirtualRun {
  const controller = new AbortController()
  const startedAt = clock.now()
  const events: { at: number; event: RunEvent }[] = []
  const timeout = new RunEndError('TIMEOUT', safe`The run timed out after ${seconds} s (\`timeout\`).`)
  const cancelled = new RunEndError('CANCELLED', safe`The run was canceled (SIGTERM).`)
  clock.sleep(seconds * 1000, controller.signal).then(
    () => controller.abort(timeout),
    () => undefined, // cancelled before
  )
  return {
    clock,
    signal: controller.signal,
    deadline: startedAt + seconds * 1000,
    secrets: new Secrets(() => undefined),
    emit: (event) => events.push({ at: (clock.now() - startedAt) / 1000, event }),
    events,
    get texts() {
      return events.flatMap(({ event }) => (event.type === 'note' || event.type === 'warning' ? [event.text] : []))
    },
    end: (code) => controller.abort(code === 'TIMEOUT' ? timeout : cancelled),
  }
}
