import type { Clock } from '../domain/context.ts'
import type { ApiResponse } from './response.ts'
import { header } from './response.ts'

/**
 * How fast all workers of a run together may send requests. Atlas limits the rate by endpoint and caller, so what one worker learns holds
 * for all: a 429 pauses them until the wait is over, then one goes first, and no more requests are in flight than Atlas says are
 * left (`RateLimit-Remaining`).
 */
export class RateLimiter {
  #pausedUntil = 0
  #maxInFlight = Number.POSITIVE_INFINITY
  #inFlight = 0
  readonly #queue: (() => void)[] = []

  /** Sends as soon as the limit permits. Rejects with the signal's reason if that is aborted while it waits. */
  async run(clock: Clock, signal: AbortSignal, send: () => Promise<ApiResponse>): Promise<ApiResponse> {
    await this.#acquire(clock, signal)
    try {
      const response = await send()
      this.#adapt(response)
      return response
    } finally {
      this.#inFlight -= 1
      this.#wakeAll()
    }
  }

  /** Pauses all workers for so long, at least. */
  pauseAll(ms: number, clock: Clock): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, clock.now() + ms)
  }

  async #acquire(clock: Clock, signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted()
      const pausedMs = this.#pausedUntil - clock.now()
      if (pausedMs > 0) await clock.sleep(pausedMs, signal)
      else if (this.#inFlight >= this.#maxInFlight) await this.#nextChange(signal)
      else break
    }
    // Without a wait after the check above: others wait for the same turn.
    this.#inFlight += 1
  }

  #adapt(response: ApiResponse): void {
    if (response.status === 429) {
      this.#maxInFlight = 1
      return
    }
    const remaining = header(response, 'ratelimit-remaining') ?? ''
    // Where Atlas does not say, twice as many after each success.
    this.#maxInFlight = /^\d{1,9}$/.test(remaining) ? Math.max(1, Number(remaining)) : this.#maxInFlight * 2
  }

  #nextChange(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const abort = (): void => reject(signal.reason as Error)
      signal.addEventListener('abort', abort, { once: true })
      this.#queue.push(() => {
        signal.removeEventListener('abort', abort)
        resolve()
      })
    })
  }

  #wakeAll(): void {
    for (const wake of this.#queue.splice(0)) wake()
  }
}
