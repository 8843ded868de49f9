import { differences } from '../encryption/compare.ts'
import type { DesiredProject } from '../encryption/state.ts'
import { requirementsHold } from './check-requirements.ts'
import type { Ending, ModeContext } from './context.ts'
import { compareWithAtlas } from './context.ts'
import { lookUpLastChange } from './last-change.ts'
import type { Finding } from './result.ts'
import { targets } from './result.ts'

/** Says whether Atlas is still as desired, and whether the keys of the wanted providers that are on still work. */
export async function drift(context: ModeContext, wanted: DesiredProject): Promise<Ending> {
  const { desired, reported, comparisons } = await compareWithAtlas(context, wanted)
  const findings: Finding[] = []
  if (targets(desired, reported).some(({ enabled, valid }) => enabled && !valid)) findings.push('invalid')
  if (!(await requirementsHold(context, desired))) findings.push('requirement')
  if (differences(comparisons).length > 0) {
    findings.push('drift')
    context.knowledge.lastChange = await lookUpLastChange(context, desired.id)
  }
  return { result: 'passed', findings }
}
