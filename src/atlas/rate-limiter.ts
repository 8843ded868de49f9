import type { Clock } from '../domain/context.ts'
import type { ApiResponse } from './response.ts'
import { header } from './response.ts'

/**
 * How fast all lanes of a run together may ask. Atlas limits the rate by endpoint and caller, so what one lane is told holds
 * for all: a 429 stops them until the wait is over, then one goes ahead to see, and no more requests are under way than
 * Atlas says are left (`RateLimit-Remaining`).
 */
export class RateLimiter {
  #pausedUntil = 0
  #maxInFlight = Number.POSITIVE_INFINITY
  #inFlight = 0
  readonly #queue: (() => void)[] = []

  /** Asks when it may. Rejects with the signal's reason if that is aborted while waiting. */
  async keep(clock: Clock, signal: AbortSignal, ask: () => Promise<ApiResponse>): Promise<ApiResponse> {
    await this.#acquire(clock, signal)
    try {
      const answer = await ask()
      this.#learn(answer)
      return answer
    } finally {
      this.#inFlight -= 1
      this.#releaseWaiting()
    }
  }

  /** Holds all lanes for so long. */
  pauseAll(ms: number, clock: Clock): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, clock.now() + ms)
  }

  async #acquire(clock: Clock, signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted()
      const pausedMs = this.#pausedUntil - clock.now()
      if (pausedMs > 0) await clock.sleep(pausedMs, signal)
      else if (this.#inFlight >= this.#maxInFlight) await this.#change(signal)
      else break
    }
    // At once with the look at it: others wait for the same turn.
    this.#inFlight += 1
  }

  #learn(answer: ApiResponse): void {
    if (answer.status === 429) {
      this.#maxInFlight = 1
      return
    }
    const remaining = header(answer, 'ratelimit-remaining') ?? ''
    // Where Atlas does not say, twice as many as went well.
    this.#maxInFlight = /^\d{1,9}$/.test(remaining) ? Math.max(1, Number(remaining)) : this.#maxInFlight * 2
  }

  #change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const abort = (): void => reject(signal.reason as Error)
      signal.addEventListener('abort', abort, { once: true })
      this.#queue.push(() => {
        signal.removeEventListener('abort', abort)
        resolve()
      })
    })
  }

  #releaseWaiting(): void {
    for (const wake of this.#queue.splice(0)) wake()
  }
}
