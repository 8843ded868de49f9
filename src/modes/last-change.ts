import { ActionError } from '../domain/errors.ts'
import type { LastChange } from '../domain/result.ts'
import type { ModeContext } from './context.ts'

/** The verdict is known already, so this is not worth a longer wait. */
const MAX_LOOKUP_MS = 5000

/**
 * Who changed the configuration last, by Atlas's events. Never a reason to fail: null if it cannot be told in time.
 *
 * @throws ActionError only when the run itself ends
 */
export async function lookUpLastChange({ atlas, run }: ModeContext, projectId: string): Promise<LastChange | null> {
  const { clock, emit } = run
  const done = new AbortController()
  const tooLate = new AbortController()
  // Not past the end of the run either: it is no reason to time out.
  const patienceMs = Math.max(0, Math.min(MAX_LOOKUP_MS, run.deadline - clock.now() - 500))
  clock.sleep(patienceMs, done.signal).then(
    () => tooLate.abort(new ActionError('TIMEOUT', 'too late to matter')),
    () => undefined, // in time
  )
  try {
    const event = await atlas.getLatestEvent(projectId, ['ENCRYPTION_AT_REST_CONFIGURATION_UPDATED'], tooLate.signal)
    if (event === undefined) return null
    const lastChange = { when: event.created ?? 'at an unknown time', who: event.who ?? 'an unknown caller' }
    emit({ type: 'note', text: `Last change of the configuration: ${lastChange.when} by ${lastChange.who}` })
    return lastChange
  } catch {
    run.signal.throwIfAborted()
    return null
  } finally {
    done.abort()
  }
}
