import type { DesiredProject } from '../domain/desired.ts'
import type { SuccessResult } from '../domain/modes.ts'
import { changeBy, isEmpty } from '../domain/patch.ts'
import { PROVIDER_LIST } from '../domain/providers.ts'
import type { Finding } from '../domain/result.ts'
import { safe } from '../sanitize/safe-text.ts'
import { lookUpAtRisk } from './at-risk.ts'
import type { ModeContext, ModeOutcome } from './context.ts'
import { deleteEndpoints } from './delete-endpoints.ts'
import { requireNotInUse } from './disable-preflight.ts'
import { type PreparedChange, prepareChange } from './prepare-change.ts'
import { ensureEndpoints } from './private-endpoints.ts'
import { currentReported } from './read-project.ts'
import { sendPatch } from './send-patch.ts'
import { requireNonePaused, switchClusters } from './switch-clusters.ts'
import { waitForValid } from './wait-for-valid.ts'

/**
 * Changes in Atlas only what differs, in an order that is safe at every step: the providers that are enabled, their private
 * endpoints, a valid key, the clusters that are to use it; then the clusters, endpoints and providers that are to be removed.
 */
export async function apply(context: ModeContext, given: DesiredProject): Promise<ModeOutcome> {
  const prepared = await prepareChange(context, given)
  const { desired, patch, first } = prepared
  if (!isEmpty(patch)) await requireNotInUse(context, prepared)
  if (!isEmpty(first)) await sendPatch(context, desired, first)
  await ensureEndpoints(context, prepared)
  const expectsProvider = desired.providers.some(({ enabled }) => enabled)
  if (expectsProvider) {
    // A private endpoint may have been waited for for hours.
    const reported = await currentReported(context, desired)
    if (!(await waitForValid(context, desired, reported))) return await invalid(context, prepared)
  }
  const targets = prepared.targets.filter(({ expected }) => expected !== 'NONE')
  const switched = await switchClusters(context, desired, targets)
  if (switched.isKeyInvalid) return await invalid(context, prepared)
  await release(context, prepared, switched)
  return { result: resultOf(context, prepared), findings: [] }
}

async function invalid(context: ModeContext, prepared: PreparedChange): Promise<ModeOutcome> {
  await lookUpAtRisk(context, prepared.desired)
  const findings: Finding[] = ['invalid']
  return { result: resultOf(context, prepared), findings }
}

/** Removes what the workflow disables, in the order that Atlas asks for: clusters, private endpoints, provider. */
async function release(
  context: ModeContext,
  prepared: PreparedChange,
  before: { paused: readonly PausedName[]; unfinished: readonly PausedName[] },
): Promise<void> {
  const { desired, last } = prepared
  const targets = prepared.targets.filter(({ expected }) => expected === 'NONE')
  const released = await switchClusters(context, desired, targets)
  requireNonePaused([...before.paused, ...released.paused])
  if (before.unfinished.length + released.unfinished.length > 0) {
    keepEnabled(context, prepared)
    return
  }
  const isGone = await deleteEndpoints(context, prepared)
  if (isEmpty(last)) return
  if (isGone) {
    await sendPatch(context, desired, last)
    context.state.sentLast = true
  } else keepEnabled(context, prepared)
}

type PausedName = Parameters<typeof requireNonePaused>[0][number]

/** With `wait-timeout: 0` a provider is disabled by a second run, once nothing uses it any more. */
function keepEnabled({ run, state }: ModeContext, { last }: PreparedChange): void {
  const kept = PROVIDER_LIST.filter(({ atlasObject }) => last[atlasObject] !== undefined)
  if (kept.length === 0) return
  state.keptEnabled = kept.map(({ name }) => name)
  for (const { title } of kept) {
    const text = safe`${title} is still enabled, because with \`wait-timeout: 0\` this run did not wait for the clusters and private endpoints that use it. Run the same apply again to disable it.`
    run.emit({ type: 'warning', text })
  }
}

/** What was done: to the providers, or else to clusters and private endpoints. */
function resultOf({ state }: ModeContext, { desired, reported, patch, first, last }: PreparedChange): SuccessResult {
  const done = isEmpty(last) || state.sentLast ? patch : first
  const change = changeBy(done, desired, reported)
  return change === 'unchanged' && state.changed ? 'updated' : change
}
