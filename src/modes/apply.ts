import { AtlasApiError } from '../atlas/errors.ts'
import { UnreadableResponseError } from '../atlas/response.ts'
import { compare, differences } from '../domain/compare.ts'
import type { DesiredProject } from '../domain/desired.ts'
import type { Patch } from '../domain/patch.ts'
import { changeBy, isEmpty, minimalPatch } from '../domain/patch.ts'
import type { Provider } from '../domain/providers.ts'
import { PROVIDERS } from '../domain/providers.ts'
import { redactPatch } from '../domain/redact.ts'
import type { Reported } from '../domain/reported.ts'
import { providerState } from '../domain/reported.ts'
import type { ModeContext, ModeOutcome } from './context.ts'
import { compareWithAtlas, recordReported, requireAllToEnable } from './context.ts'
import { requireNotInUse } from './disable-preflight.ts'
import { waitForValid } from './wait-for-valid.ts'

/** A role, key or grant that was made just now; Atlas sees it within minutes (MongoDB's Terraform provider waits three). */
const PROPAGATION_CODES = new Set([
  'CANNOT_ASSUME_ROLE',
  'CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED',
  'INVALID_AWS_CREDENTIALS',
])
const PROPAGATION_FIRST_WAIT_MS = 5000
const PROPAGATION_MAX_WAIT_MS = 30_000

/** Makes Atlas as desired with the least change, then proves that the key works. */
export async function apply(context: ModeContext, wanted: DesiredProject): Promise<ModeOutcome> {
  const { run, state } = context
  const { desired, reported, comparisons } = await compareWithAtlas(context, wanted)
  requireAllToEnable(desired, reported)
  const patch = minimalPatch(desired, reported, comparisons)
  const result = changeBy(patch, desired, reported)
  let current = reported
  if (!isEmpty(patch)) {
    for (const provider of providersSwitchedOff(desired, reported)) await requireNotInUse(context, desired.id, provider)
    state.patch = patch
    run.emit({ type: 'patch', patch: redactPatch(patch), sent: true })
    current = recordReported(context, await sendUntilPropagated(context, desired.id, patch))
    state.changed = true
    warnAboutRemaining(context, desired, current)
  }
  const wantsAny = desired.providers.some(({ enabled }) => enabled)
  const valid = !wantsAny || (await waitForValid(context, desired, current))
  return { result, findings: valid ? [] : ['invalid'] }
}

function providersSwitchedOff(desired: DesiredProject, reported: Reported): Provider[] {
  return desired.providers
    .filter(({ provider, enabled }) => !enabled && providerState(reported, provider).enabled)
    .map(({ provider }) => PROVIDERS[provider])
}

async function sendUntilPropagated(context: ModeContext, projectId: string, patch: Patch): Promise<Reported> {
  const { run, atlas, limits, state } = context
  const { clock, signal, emit } = run
  const end = clock.now() + limits.propagationTimeout * 1000
  for (let waitMs = PROPAGATION_FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 1.5, PROPAGATION_MAX_WAIT_MS)) {
    try {
      return await atlas.patchEncryptionAtRest(projectId, patch, state.pendingChange)
    } catch (error) {
      if (error instanceof UnreadableResponseError) return await readAfterwards(context, projectId)
      const next = clock.now() + waitMs
      const mayPropagate = error instanceof AtlasApiError && PROPAGATION_CODES.has(error.code)
      if (!mayPropagate || next > end || next >= run.deadline) throw error
      emit({ type: 'retry', request: 'PATCH encryptionAtRest', reason: `${error.code}, which may pass`, waitMs })
    }
    await clock.sleep(waitMs, signal)
  }
}

/** Atlas took the change, but what it said of it cannot be read: it is asked for what it has now. */
async function readAfterwards({ run, atlas, state }: ModeContext, projectId: string): Promise<Reported> {
  state.changed = true
  run.emit({ type: 'note', text: 'Atlas accepted the change, but its reply cannot be read; asking what it has now' })
  // Until it is known, what was reported before is no longer true.
  state.pendingChange.connectionLost(true)
  const reported = await atlas.getEncryptionAtRest(projectId)
  state.pendingChange.settle(true)
  return reported
}

/** Atlas's word for a change is its reply, so what it did not take over is not passed over in silence. */
function warnAboutRemaining({ run }: ModeContext, desired: DesiredProject, reported: Reported): void {
  const remaining = differences(compare(desired, reported)).map(({ field }) => field)
  if (remaining.length === 0) return
  const text = `Atlas accepted the change, but its reply still differs in ${remaining.join(', ')}; run \`mode: drift\` later.`
  run.emit({ type: 'warning', text })
}
