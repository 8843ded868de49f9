import { Failure } from '../failure.ts'
import type { ModeContext } from './context.ts'
import type { LastChange } from './result.ts'

/** The verdict is known already, so this is not worth a longer wait. */
const LONGEST_MS = 5000

/**
 * Who changed the configuration last, by Atlas's events. Never a reason to fail: null if it cannot be told in time.
 *
 * @throws Failure only when the run itself ends
 */
export async function lookUpLastChange({ atlas, world }: ModeContext, projectId: string): Promise<LastChange | null> {
  const { clock, secrets, tell } = world
  const done = new AbortController()
  const tooLate = new AbortController()
  // Not past the end of the run either: it is no reason to time out.
  const patienceMs = Math.max(0, Math.min(LONGEST_MS, world.deadline - clock.now() - 500))
  clock.sleep(patienceMs, done.signal).then(
    () => tooLate.abort(new Failure('TIMEOUT', 'too late to matter')),
    () => undefined, // in time
  )
  try {
    const change = await atlas.getLastChange(projectId, tooLate.signal)
    if (change === undefined) return null
    const lastChange = { when: secrets.plain(change.when, 40), who: secrets.plain(change.who, 200) }
    tell({ type: 'note', text: `Last change of the configuration: ${lastChange.when} by ${lastChange.who}` })
    return lastChange
  } catch {
    world.signal.throwIfAborted()
    return null
  } finally {
    done.abort()
  }
}
