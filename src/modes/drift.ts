import { comparedNothing, differences } from '../domain/compare.ts'
import type { DesiredProject } from '../domain/desired.ts'
import type { Finding } from '../domain/result.ts'
import { targets } from '../domain/result.ts'
import { safe } from '../sanitize/safe-text.ts'
import { lookUpAtRisk } from './at-risk.ts'
import { checkRequirements } from './check-requirements.ts'
import type { ModeContext, ModeOutcome } from './context.ts'
import { lookUpLastChange } from './last-change.ts'
import { compareWithAtlas } from './read-project.ts'

/** Checks whether Atlas is still as desired, and whether the keys of the desired providers that are enabled are valid. */
export async function drift(context: ModeContext, given: DesiredProject): Promise<ModeOutcome> {
  const { run, state } = context
  const { desired, reported, comparisons } = await compareWithAtlas(context, given)
  const findings: Finding[] = []
  if (targets(desired, reported).some(({ enabled, valid }) => enabled && !valid)) {
    findings.push('invalid')
    await lookUpAtRisk(context, desired)
  }
  if (!(await checkRequirements(context, desired))) findings.push('requirement')
  if (differences(comparisons).length > 0) {
    findings.push('drift')
    state.lastChange = await lookUpLastChange(context, desired.id)
  }
  if (comparedNothing(comparisons)) {
    const text = safe`Atlas returns none of the fields that are set, so this drift check compared nothing.`
    run.emit({ type: 'warning', text })
  }
  return { result: 'passed', findings }
}
