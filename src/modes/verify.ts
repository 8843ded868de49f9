import type { DesiredProject } from '../encryption/state.ts'
import { providerState } from '../encryption/state.ts'
import { requirementsHold } from './check-requirements.ts'
import type { Ending, ModeContext } from './context.ts'
import { readReported } from './context.ts'
import type { Finding } from './result.ts'
import { waitForValid } from './wait-for-valid.ts'

/**
 * Proves that the providers named, or with none named every enabled one and at least one, are enabled and their keys valid;
 * of a project that names only providers that are to be off, that they are.
 */
export async function verify(context: ModeContext, desired: DesiredProject): Promise<Ending> {
  const reported = await readReported(context, desired)
  const isToBeOff = desired.providers.length > 0 && desired.providers.every(({ enabled }) => !enabled)
  const valid = isToBeOff
    ? desired.providers.every(({ provider }) => !providerState(reported, provider).enabled)
    : await waitForValid(context, desired, reported)
  const findings: Finding[] = valid ? [] : ['invalid']
  if (!(await requirementsHold(context, desired))) findings.push('requirement')
  return { result: 'passed', findings }
}
