import { setImmediate } from 'node:timers/promises'

/** How long work may go on before signals and the run's `timeout` are heard. The contract allows 200 ms. */
const MAX_BUSY_MS = 20

/**
 * Work that takes long calls the returned function between its parts, as often as it likes: from time to time it lets the event
 * loop run, so that a signal or the end of the run is noticed.
 *
 * @returns a function that rejects with the signal's reason once the signal is aborted
 */
export function eventLoopYielder(signal: AbortSignal): () => Promise<void> {
  let busySince = performance.now()
  return async () => {
    if (performance.now() - busySince >= MAX_BUSY_MS) {
      await setImmediate()
      busySince = performance.now()
    }
    signal.throwIfAborted()
  }
}
