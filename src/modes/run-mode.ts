import type { DesiredProject } from '../domain/desired.ts'
import { toReportedError } from '../domain/errors.ts'
import type { Mode } from '../domain/modes.ts'
import type { ProviderState } from '../domain/reported.ts'
import type { Finding, ProjectResult } from '../domain/result.ts'
import { targets } from '../domain/result.ts'
import type { Limits } from '../domain/settings.ts'
import { apply } from './apply.ts'
import type { ModeContext, ModeOutcome } from './context.ts'
import { drift } from './drift.ts'
import { exportProject } from './export.ts'
import { plan } from './plan.ts'
import { factsOf, initialState } from './project-state.ts'
import { verify } from './verify.ts'

const HANDLERS: Readonly<Record<Mode, (context: ModeContext, desired: DesiredProject) => Promise<ModeOutcome>>> = {
  apply,
  plan,
  verify,
  drift,
  export: exportProject,
}

/**
 * Runs a mode on one project.
 *
 * @returns how it ended; an error is a result too, even a defect, with what was known by then
 */
export async function runMode(
  mode: Mode,
  desired: DesiredProject,
  base: Omit<ModeContext, 'state'>,
): Promise<ProjectResult> {
  const state = initialState()
  const secrets = base.isMultiProject ? null : base.run.secrets
  try {
    const { result, findings } = await HANDLERS[mode]({ ...base, state }, desired)
    const excused = findings.filter((finding) =>
      isExcused(finding, mode, base.limits, targets(desired, state.reported ?? {})),
    )
    const facts = factsOf(mode, desired, state, secrets, { findings, excused })
    const failureReason = findings.find((finding) => !excused.includes(finding))
    return failureReason === undefined
      ? { ...facts, result, failureReason: null, error: null }
      : { ...facts, result: 'failed', failureReason, error: null }
  } catch (error) {
    const facts = factsOf(mode, desired, state, secrets)
    return { ...facts, result: 'failed', failureReason: 'error', error: toReportedError(error) }
  }
}

/** `fail-on-invalid: false` excuses an invalid key, but not that a provider is not enabled, which is drift in drift. */
function isExcused(finding: Finding, mode: Mode, limits: Limits, providers: readonly ProviderState[]): boolean {
  switch (finding) {
    case 'drift':
      return !limits.failOnDrift
    case 'requirement':
      return false
    case 'invalid':
      return (
        !limits.failOnInvalid && providers.length > 0 && (mode === 'drift' || providers.every(({ enabled }) => enabled))
      )
  }
}
