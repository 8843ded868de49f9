import type { DesiredProject } from '../encryption/state.ts'
import { Failure } from '../failure.ts'
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
 * @returns how it ended; an expected failure is a result too, with what was known by then
 * @throws only what is a defect
 */
export async function runMode(
  mode: Mode,
  desired: DesiredProject,
  base: Omit<ModeContext, 'knowledge'>,
): Promise<ProjectResult> {
  const knowledge = nothingKnown()
  try {
    const { result, findings } = await MODES[mode]({ ...base, knowledge }, desired)
    const facts = known(mode, desired, knowledge, findings)
    const failureReason = findings.find((finding) => !isExcused(finding, desired, knowledge, base.limits))
    return failureReason === undefined
      ? { ...facts, result, failureReason: null, error: null }
      : { ...facts, result: 'failed', failureReason, error: null }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const { code, message } = error
    return { ...known(mode, desired, knowledge), result: 'failed', failureReason: 'error', error: { code, message } }
  }
}

/** An invalid key is excused only where a provider is on: `fail-on-invalid: false` does not excuse that there is none. */
function isExcused(finding: Finding, desired: DesiredProject, { reported }: Knowledge, limits: Limits): boolean {
  if (finding === 'drift') return !limits.failOnDrift
  const states = targets(desired, reported ?? {})
  return !limits.failOnInvalid && states.length > 0 && states.every(({ enabled }) => enabled)
}
