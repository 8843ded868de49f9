import { differences } from '../domain/compare.ts'
import type { DesiredProject } from '../domain/desired.ts'
import type { Finding } from '../domain/result.ts'
import { targets } from '../domain/result.ts'
import { checkRequirements } from './check-requirements.ts'
import type { ModeContext, ModeOutcome } from './context.ts'
import { compareWithAtlas } from './context.ts'
import { lookUpLastChange } from './last-change.ts'

/** Says whether Atlas is still as desired, and whether the keys of the wanted providers that are on still work. */
export async function drift(context: ModeContext, wanted: DesiredProject): Promise<ModeOutcome> {
  const { desired, reported, comparisons } = await compareWithAtlas(context, wanted)
  const findings: Finding[] = []
  if (targets(desired, reported).some(({ enabled, valid }) => enabled && !valid)) findings.push('invalid')
  if (!(await checkRequirements(context, desired))) findings.push('requirement')
  if (differences(comparisons).length > 0) {
    findings.push('drift')
    context.state.lastChange = await lookUpLastChange(context, desired.id)
  }
  return { result: 'passed', findings }
}
