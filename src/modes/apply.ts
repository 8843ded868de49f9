import { UnreadableReply } from '../atlas/answer.ts'
import { AtlasFailure } from '../atlas/errors.ts'
import { compare, differences } from '../encryption/compare.ts'
import type { Patch } from '../encryption/patch.ts'
import { changeBy, isEmpty, leastPatch } from '../encryption/patch.ts'
import type { Provider } from '../encryption/providers.ts'
import { PROVIDERS } from '../encryption/providers.ts'
import { shownPatch } from '../encryption/shown.ts'
import type { DesiredProject, Reported } from '../encryption/state.ts'
import { providerState } from '../encryption/state.ts'
import type { Ending, ModeContext } from './context.ts'
import { compareWithAtlas, learn, requireAllToEnable } from './context.ts'
import { refuseWhileInUse } from './in-use.ts'
import { waitForValid } from './wait-for-valid.ts'

/** A role, key or grant that was made just now; Atlas sees it within minutes (MongoDB's Terraform provider waits three). */
const PROPAGATION_CODES = new Set([
  'CANNOT_ASSUME_ROLE',
  'CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED',
  'INVALID_AWS_CREDENTIALS',
])
const PROPAGATION_FIRST_WAIT_MS = 5000
const PROPAGATION_LONGEST_WAIT_MS = 30_000

/** Makes Atlas as desired with the least change, then proves that the key works. */
export async function apply(context: ModeContext, wanted: DesiredProject): Promise<Ending> {
  const { world, knowledge } = context
  const { desired, reported, comparisons } = await compareWithAtlas(context, wanted)
  requireAllToEnable(desired, reported)
  const patch = leastPatch(desired, reported, comparisons)
  const result = changeBy(patch, desired, reported)
  let current = reported
  if (!isEmpty(patch)) {
    for (const provider of providersSwitchedOff(desired, reported))
      await refuseWhileInUse(context, desired.id, provider)
    knowledge.patch = patch
    world.tell({ type: 'patch', patch: shownPatch(patch), sent: true })
    current = learn(context, await sendUntilPropagated(context, desired.id, patch))
    knowledge.changed = true
    tellWhatRemains(context, desired, current)
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
  const { world, atlas, limits, knowledge } = context
  const { clock, signal, tell } = world
  const end = clock.now() + limits.propagationTimeout * 1000
  for (let waitMs = PROPAGATION_FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 1.5, PROPAGATION_LONGEST_WAIT_MS)) {
    try {
      return await atlas.patchEncryptionAtRest(projectId, patch, knowledge.flight)
    } catch (error) {
      if (error instanceof UnreadableReply) return await readAfterwards(context, projectId)
      const next = clock.now() + waitMs
      const mayPropagate = error instanceof AtlasFailure && PROPAGATION_CODES.has(error.code)
      if (!mayPropagate || next > end || next >= world.deadline) throw error
      tell({ type: 'retry', request: 'PATCH encryptionAtRest', reason: `${error.code}, which may pass`, waitMs })
    }
    await clock.sleep(waitMs, signal)
  }
}

/** Atlas took the change, but what it said of it cannot be read: it is asked for what it has now. */
async function readAfterwards({ world, atlas, knowledge }: ModeContext, projectId: string): Promise<Reported> {
  knowledge.changed = true
  world.tell({ type: 'note', text: 'Atlas accepted the change, but its reply cannot be read; asking what it has now' })
  // Until it is known, what was reported before is no longer true.
  knowledge.flight.broke(true)
  const reported = await atlas.getEncryptionAtRest(projectId)
  knowledge.flight.answered(true)
  return reported
}

/** Atlas's word for a change is its reply, so what it did not take over is not passed over in silence. */
function tellWhatRemains({ world }: ModeContext, desired: DesiredProject, reported: Reported): void {
  const remaining = differences(compare(desired, reported)).map(({ field }) => field)
  if (remaining.length === 0) return
  const text = `Atlas accepted the change, but its reply still differs in ${remaining.join(', ')}; run \`mode: drift\` later.`
  world.tell({ type: 'warning', text })
}
