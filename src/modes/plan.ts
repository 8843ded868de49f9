import { isEmpty, leastPatch } from '../encryption/patch.ts'
import { shownPatch } from '../encryption/shown.ts'
import type { DesiredProject } from '../encryption/state.ts'
import type { Ending, ModeContext } from './context.ts'
import { compareWithAtlas, requireAllToEnable } from './context.ts'

/** Says what `apply` would send. */
export async function plan(context: ModeContext, wanted: DesiredProject): Promise<Ending> {
  const { world, knowledge } = context
  const { desired, reported, comparisons } = await compareWithAtlas(context, wanted)
  requireAllToEnable(desired, reported)
  const patch = leastPatch(desired, reported, comparisons)
  if (!isEmpty(patch)) {
    knowledge.patch = patch
    knowledge.changed = true
    world.tell({ type: 'patch', patch: shownPatch(patch), sent: false })
  }
  return { result: 'planned', findings: [] }
}
