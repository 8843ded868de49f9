import type { DesiredProject } from '../encryption/state.ts'
import { requirementsHold } from './check-requirements.ts'
import type { Ending, ModeContext } from './context.ts'
import { readReported } from './context.ts'
import type { Finding } from './result.ts'
import { waitForValid } from './wait-for-valid.ts'

/** Proves that the provider, or with none named every enabled one and at least one, is enabled and its key valid. */
export async function verify(context: ModeContext, desired: DesiredProject): Promise<Ending> {
  const reported = await readReported(context, desired)
  const valid = await waitForValid(context, desired, reported)
  const findings: Finding[] = valid ? [] : ['invalid']
  if (!(await requirementsHold(context, desired))) findings.push('requirement')
  return { result: 'passed', findings }
}
