import type { DesiredProject } from '../domain/desired.ts'
import { providerState } from '../domain/reported.ts'
import type { Finding } from '../domain/result.ts'
import { checkRequirements } from './check-requirements.ts'
import type { ModeContext, ModeOutcome } from './context.ts'
import { readReported } from './context.ts'
import { waitForValid } from './wait-for-valid.ts'

/**
 * Proves that the providers named, or with none named every enabled one and at least one, are enabled and their keys valid;
 * of a project that names only providers that are to be off, that they are.
 */
export async function verify(context: ModeContext, desired: DesiredProject): Promise<ModeOutcome> {
  const reported = await readReported(context, desired)
  const isToBeOff = desired.providers.length > 0 && desired.providers.every(({ enabled }) => !enabled)
  const valid = isToBeOff
    ? desired.providers.every(({ provider }) => !providerState(reported, provider).enabled)
    : await waitForValid(context, desired, reported)
  const findings: Finding[] = valid ? [] : ['invalid']
  if (!(await checkRequirements(context, desired))) findings.push('requirement')
  return { result: 'passed', findings }
}
