import type { DesiredProject } from '../domain/desired.ts'
import { isEmpty, minimalPatch } from '../domain/patch.ts'
import { redactPatch } from '../domain/redact.ts'
import type { ModeContext, ModeOutcome } from './context.ts'
import { compareWithAtlas, requireAllToEnable } from './context.ts'

/** Says what `apply` would send. */
export async function plan(context: ModeContext, wanted: DesiredProject): Promise<ModeOutcome> {
  const { run, state } = context
  const { desired, reported, comparisons } = await compareWithAtlas(context, wanted)
  requireAllToEnable(desired, reported)
  const patch = minimalPatch(desired, reported, comparisons)
  if (!isEmpty(patch)) {
    state.patch = patch
    state.changed = true
    run.emit({ type: 'patch', patch: redactPatch(patch), sent: false })
  }
  return { result: 'planned', findings: [] }
}
