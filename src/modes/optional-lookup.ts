import type { RunContext } from '../domain/context.ts'
import { RunEndError } from '../domain/errors.ts'
import { safe } from '../sanitize/safe-text.ts'

/** The verdict is known already, so more details are not worth a longer wait. */
const MAX_LOOKUP_MS = 5000
/** So much earlier than the run's `timeout` a look-up ends: it is no reason to time out. */
const MARGIN_MS = 500

/**
 * Looks up details that change no verdict. Never a reason to fail: what cannot be read in time is left out.
 *
 * @param lookUp ends when its signal is aborted
 * @returns null if it did not succeed
 * @throws ActionError only when the run itself ends
 */
export async function optionalLookup<T>(
  { clock, signal, deadline }: RunContext,
  lookUp: (signal: AbortSignal) => Promise<T>,
): Promise<T | null> {
  const finished = new AbortController()
  const tooLate = new AbortController()
  const maxMs = Math.max(0, Math.min(MAX_LOOKUP_MS, deadline - clock.now() - MARGIN_MS))
  clock.sleep(maxMs, finished.signal).then(
    () => tooLate.abort(new RunEndError('TIMEOUT', safe`The details took too long.`)),
    () => undefined, // finished in time
  )
  try {
    return await lookUp(tooLate.signal)
  } catch {
    signal.throwIfAborted()
    return null
  } finally {
    finished.abort()
  }
}
