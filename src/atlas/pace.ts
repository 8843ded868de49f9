import type { Clock } from '../world.ts'
import type { Answer } from './answer.ts'
import { header } from './answer.ts'

/**
 * How fast all lanes of a run together may ask. Atlas limits the rate by endpoint and caller, so what one lane is told holds
 * for all: a 429 stops them until the wait is over, then one goes ahead to see, and no more requests are under way than
 * Atlas says are left (`RateLimit-Remaining`).
 */
export class Pace {
  #heldUntil = 0
  #mostUnderWay = Number.POSITIVE_INFINITY
  #underWay = 0
  readonly #queue: (() => void)[] = []

  /** Asks when it may. Rejects with the signal's reason if that is aborted while waiting. */
  async keep(clock: Clock, signal: AbortSignal, ask: () => Promise<Answer>): Promise<Answer> {
    await this.#takeTurn(clock, signal)
    try {
      const answer = await ask()
      this.#learn(answer)
      return answer
    } finally {
      this.#underWay -= 1
      this.#wakeAll()
    }
  }

  /** Holds all lanes for so long. */
  holdAll(ms: number, clock: Clock): void {
    this.#heldUntil = Math.max(this.#heldUntil, clock.now() + ms)
  }

  async #takeTurn(clock: Clock, signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted()
      const heldMs = this.#heldUntil - clock.now()
      if (heldMs > 0) await clock.sleep(heldMs, signal)
      else if (this.#underWay >= this.#mostUnderWay) await this.#change(signal)
      else break
    }
    // At once with the look at it: others wait for the same turn.
    this.#underWay += 1
  }

  #learn(answer: Answer): void {
    if (answer.status === 429) {
      this.#mostUnderWay = 1
      return
    }
    const remaining = header(answer, 'ratelimit-remaining') ?? ''
    // Where Atlas does not say, twice as many as went well.
    this.#mostUnderWay = /^\d{1,9}$/.test(remaining) ? Math.max(1, Number(remaining)) : this.#mostUnderWay * 2
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

  #wakeAll(): void {
    for (const wake of this.#queue.splice(0)) wake()
  }
}
