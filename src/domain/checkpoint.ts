import { setImmediate as nextTurn } from 'node:timers/promises'

/** Signals and timers must be handled at least every 200 ms. This leaves a margin for slow machines and for indivisible steps. */
const MAX_TURN_MS = 20

/** @returns the time of `performance.now()`, which takes Node.js a millisecond to load */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

/**
 * Divides long work, so that signals and timers are handled while it is done. The work calls {@link Checkpoint.pass} after every
 * few milliseconds.
 */
export class Checkpoint {
  readonly #signal: AbortSignal
  #turnBegan = monotonicMs()

  /** @param signal aborts the work */
  constructor(signal: AbortSignal) {
    this.#signal = signal
  }

  /** @throws the signal's reason once it is aborted */
  async pass(): Promise<void> {
    if (monotonicMs() - this.#turnBegan >= MAX_TURN_MS) {
      await nextTurn()
      this.#turnBegan = monotonicMs()
    }
    this.#signal.throwIfAborted()
  }
}
