import type { DesiredProject } from '../encryption/state.ts'
import { explained } from '../failure.ts'
import { apply } from './apply.ts'
import type { Ending, Limits, ModeContext } from './context.ts'
import { drift } from './drift.ts'
import { plan } from './plan.ts'
import type { Finding, Knowledge, Mode, ProjectResult } from './result.ts'
import { known, nothingKnown, targets } from './result.ts'
import { verify } from './verify.ts'

const MODES: Readonly<Record<Mode, (context: ModeContext, desired: DesiredProject) => Promise<Ending>>> = {
  apply,
  plan,
  verify,
  drift,
}

/**
 * Runs a mode on one project.
 *
 * @returns how it ended; a failure is a result too, even a defect, with what was known by then
 */
export async function runMode(
  mode: Mode,
  desired: DesiredProject,
  base: Omit<ModeContext, 'knowledge'>,
): Promise<ProjectResult> {
  const knowledge = nothingKnown()
  try {
    const { result, findings } = await MODES[mode]({ ...base, knowledge }, desired)
    const excused = findings.filter((finding) => isExcused(finding, desired, knowledge, base.limits))
    const facts = known(mode, desired, knowledge, findings, excused)
    const failureReason = findings.find((finding) => !excused.includes(finding))
    return failureReason === undefined
      ? { ...facts, result, failureReason: null, error: null }
      : { ...facts, result: 'failed', failureReason, error: null }
  } catch (error) {
    return { ...known(mode, desired, knowledge), result: 'failed', failureReason: 'error', error: explained(error) }
  }
}

/** An invalid key is excused only where a provider is on: `fail-on-invalid: false` does not excuse that there is none. */
function isExcused(finding: Finding, desired: DesiredProject, { reported }: Knowledge, limits: Limits): boolean {
  if (finding === 'drift') return !limits.failOnDrift
  if (finding === 'requirement') return false
  const states = targets(desired, reported ?? {})
  return !limits.failOnInvalid && states.length > 0 && states.every(({ enabled }) => enabled)
}
