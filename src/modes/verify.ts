import type { DesiredProject } from '../encryption/state.ts'
import type { Ending, ModeContext } from './context.ts'
import { readReported } from './context.ts'
import { waitForValid } from './wait-for-valid.ts'

/** Proves that the provider, or with none named every enabled one and at least one, is enabled and its key valid. */
export async function verify(context: ModeContext, desired: DesiredProject): Promise<Ending> {
  const reported = await readReported(context, desired)
  const valid = await waitForValid(context, desired, reported)
  return { result: 'passed', findings: valid ? [] : ['invalid'] }
}
