import type { DesiredProject } from '../domain/desired.ts'
import { providerState } from '../domain/reported.ts'
import type { Finding } from '../domain/result.ts'
import { lookUpAtRisk } from './at-risk.ts'
import { checkRequirements } from './check-requirements.ts'
import type { ModeContext, ModeOutcome } from './context.ts'
import { readReported } from './read-project.ts'
import { waitForValid } from './wait-for-valid.ts'

/**
 * Proves that the named providers, or with none named every enabled one and at least one, are enabled and their keys valid. For
 * a project that names only providers to be disabled, proves that they are disabled.
 */
export async function verify(context: ModeContext, desired: DesiredProject): Promise<ModeOutcome> {
  const reported = await readReported(context, desired)
  const isToBeDisabled = desired.providers.length > 0 && desired.providers.every(({ enabled }) => !enabled)
  const valid = isToBeDisabled
    ? desired.providers.every(({ provider }) => !providerState(reported, provider).enabled)
    : await waitForValid(context, desired, reported)
  const findings: Finding[] = valid ? [] : ['invalid']
  // The run's `timeout` is over: what Atlas has said about the key stands, and nothing more can be asked.
  if (context.run.signal.aborted) return { result: 'passed', findings }
  if (!valid && !isToBeDisabled) await lookUpAtRisk(context, desired)
  if (!(await checkRequirements(context, desired))) findings.push('requirement')
  return { result: 'passed', findings }
}
