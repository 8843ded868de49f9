import type { DesiredProject } from '../domain/desired.ts'
import { RunEndError } from '../domain/errors.ts'
import type { Reported } from '../domain/reported.ts'
import { allValid, targets } from '../domain/result.ts'
import { safe } from '../sanitize/safe-text.ts'
import type { ModeContext } from './context.ts'
import { addNote, recordReported } from './read-project.ts'

const FIRST_WAIT_MS = 1000
const MAX_WAIT_MS = 10_000

/**
 * Asks Atlas again, after 1 s and then at growing intervals of up to 10 s, until the targets are enabled and valid or
 * `valid-timeout` is over. Atlas checks a key when it is configured, and again about every 15 minutes.
 *
 * The run's own `timeout` ends the wait without an error: Atlas has answered that the key is not valid, and that is what a
 * person needs to know.
 *
 * @returns whether they are
 */
export async function waitForValid(
  context: ModeContext,
  desired: DesiredProject,
  reported: Reported,
): Promise<boolean> {
  if (allValid(targets(desired, reported))) return true
  try {
    return await poll(context, desired, reported)
  } catch (error) {
    const { signal } = context.run
    if (signal.reason !== error || !(error instanceof RunEndError) || error.code !== 'TIMEOUT') throw error
    addNote(
      context,
      safe`The run reached its \`timeout\` while waiting for a valid key. Atlas last reported the key as not valid.`,
    )
    return false
  }
}

async function poll(context: ModeContext, desired: DesiredProject, reported: Reported): Promise<boolean> {
  const { run, atlas, limits } = context
  const { clock, signal, emit } = run
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
