import { isGatewayFailure, statusOf } from '../atlas/errors.ts'
import { NetworkError } from '../atlas/network-error.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import type { ModeContext } from './context.ts'

/** Right after a change Atlas may still show what was before, so an earlier look proves nothing. */
const FIRST_LOOK_MS = 10_000

/** Whether Atlas may have carried out a change although its response did not come: Atlas has to be asked before it is sent again. */
export function isLost(error: unknown): boolean {
  if (error instanceof NetworkError) return error.mayHaveSent
  return isGatewayFailure(statusOf(error) ?? 0)
}

/**
 * Waits until a look can show whether a change was carried out whose response was lost. Until then, the state is unknown.
 *
 * @param label the change, for the log
 */
export async function waitBeforeLook({ run, state }: ModeContext, label: SafeText): Promise<void> {
  state.pendingChange.connectionLost(true)
  const seconds = FIRST_LOOK_MS / 1000
  const text = safe`The response to the ${label} was lost. Checking in ${seconds} s whether Atlas received the request`
  run.emit({ type: 'note', text })
  await run.clock.sleep(FIRST_LOOK_MS, run.signal)
}
