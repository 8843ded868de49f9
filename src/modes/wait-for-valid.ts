import type { DesiredProject } from '../domain/desired.ts'
import type { Reported } from '../domain/reported.ts'
import { allValid, targets } from '../domain/result.ts'
import type { ModeContext } from './context.ts'
import { recordReported } from './context.ts'

const FIRST_WAIT_MS = 1000
const MAX_WAIT_MS = 10_000

/**
 * Asks Atlas again, after 1 s and then ever more slowly up to every 10 s, until the targets are enabled and valid or
 * `valid-timeout` is over. Atlas checks a key when it is configured, and again about every 15 minutes.
 *
 * @returns whether they are
 */
export async function waitForValid(
  context: ModeContext,
  desired: DesiredProject,
  reported: Reported,
): Promise<boolean> {
  const { run, atlas, limits } = context
  const { clock, signal, emit } = run
  if (allValid(targets(desired, reported))) return true
  const end = clock.now() + limits.validTimeout * 1000
  if (limits.validTimeout > 0) {
    const providers = targets(desired, reported).map(({ provider }) => provider)
    emit({ type: 'awaiting-valid', providers, forMs: limits.validTimeout * 1000 })
  }
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, MAX_WAIT_MS)) {
    const left = end - clock.now()
    if (left <= 0) return false
    await clock.sleep(Math.min(waitMs, left), signal)
    const latest = recordReported(context, await atlas.getEncryptionAtRest(desired.id))
    if (allValid(targets(desired, latest))) return true
  }
}
