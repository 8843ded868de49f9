import type { DesiredProject } from '../domain/desired.ts'
import { toReportedError } from '../domain/errors.ts'
import type { Mode } from '../domain/modes.ts'
import type { Finding, ProjectResult } from '../domain/result.ts'
import { targets } from '../domain/result.ts'
import type { Limits } from '../domain/settings.ts'
import { apply } from './apply.ts'
import type { ModeContext, ModeOutcome } from './context.ts'
import { drift } from './drift.ts'
import { plan } from './plan.ts'
import type { ProjectState } from './project-state.ts'
import { initialState, known } from './project-state.ts'
import { verify } from './verify.ts'

const MODES: Readonly<Record<Mode, (context: ModeContext, desired: DesiredProject) => Promise<ModeOutcome>>> = {
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
  base: Omit<ModeContext, 'state'>,
): Promise<ProjectResult> {
  const state = initialState()
  try {
    const { result, findings } = await MODES[mode]({ ...base, state }, desired)
    const excused = findings.filter((finding) => isExcused(finding, desired, state, base.limits))
    const facts = known(mode, desired, state, findings, excused)
    const failureReason = findings.find((finding) => !excused.includes(finding))
    return failureReason === undefined
      ? { ...facts, result, failureReason: null, error: null }
      : { ...facts, result: 'failed', failureReason, error: null }
  } catch (error) {
    return { ...known(mode, desired, state), result: 'failed', failureReason: 'error', error: toReportedError(error) }
  }
}

/** An invalid key is excused only where a provider is on: `fail-on-invalid: false` does not excuse that there is none. */
function isExcused(finding: Finding, desired: DesiredProject, { reported }: ProjectState, limits: Limits): boolean {
  if (finding === 'drift') return !limits.failOnDrift
  if (finding === 'requirement') return false
  const states = targets(desired, reported ?? {})
  return !limits.failOnInvalid && states.length > 0 && states.every(({ enabled }) => enabled)
}
