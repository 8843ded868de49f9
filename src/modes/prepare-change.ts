import type { Cluster } from '../domain/cluster.ts'
import type { ClusterTarget } from '../domain/clusters.ts'
import { targetProblem } from '../domain/clusters.ts'
import type { DesiredProject } from '../domain/desired.ts'
import { ActionError } from '../domain/errors.ts'
import { named } from '../domain/named.ts'
import type { Change, Patch } from '../domain/patch.ts'
import { changeBy, minimalPatch } from '../domain/patch.ts'
import { PROVIDERS, type ProviderName } from '../domain/providers.ts'
import type { Reported } from '../domain/reported.ts'
import { providerState } from '../domain/reported.ts'
import { missingToEnable } from '../domain/required-fields.ts'
import { sideEffects } from '../domain/unmanaged.ts'
import { joinSafe, safe } from '../sanitize/safe-text.ts'
import type { ModeContext } from './context.ts'
import { requireSingleCloud } from './networking-preflight.ts'
import { addNote, type ComparedProject, compareWithAtlas } from './read-project.ts'

/** A change that is ready to be carried out, in its stages. */
export interface PreparedChange extends ComparedProject {
  /** Everything that is sent to encryptionAtRest. Empty if there is nothing to send. */
  readonly patch: Patch
  /** What is sent first: all of it, but for the providers that are disabled last. */
  readonly first: Patch
  /** What is sent last: disables the providers whose clusters or private endpoints this change removes before. */
  readonly last: Patch
  readonly change: Change
}

/**
 * Works out what `apply` does and `plan` shows.
 *
 * @throws ActionError `INPUT` if Atlas would refuse the change, or if it would take clusters down
 */
export async function prepareChange(context: ModeContext, given: DesiredProject): Promise<PreparedChange> {
  const compared = await compareWithAtlas(context, given)
  const { desired, reported, comparisons, targets } = compared
  requireAllToEnable(desired, reported)
  requireSwitchable(targets)
  const patch = minimalPatch(desired, reported, comparisons)
  await requireSingleCloud(context, desired, patch)
  for (const effect of sideEffects(patch)) addNote(context, effect)
  return { ...compared, patch, ...staged(patch, compared), change: changeBy(patch, desired, reported) }
}

/** Parts the patch into what can be sent at once, and the providers that are disabled once they are no longer used. */
function staged(patch: Patch, { desired, targets, endpoints }: ComparedProject): { first: Patch; last: Patch } {
  const first: Patch = { ...patch }
  const last: Patch = {}
  for (const { provider, enabled } of desired.providers) {
    const { atlasObject } = PROVIDERS[provider]
    const block = patch[atlasObject]
    const isInUse = isUsedByTargets(provider, targets) || (endpoints.get(provider)?.length ?? 0) > 0
    if (enabled || block === undefined || !isInUse) continue
    last[atlasObject] = block
    delete first[atlasObject]
  }
  return { first, last }
}

/**
 * Whether this change switches clusters away from the provider, or an earlier one did and is still under way: a cluster that is not
 * idle may need the key that it had until then, although it reports the new one already.
 */
function isUsedByTargets(provider: ProviderName, targets: readonly ClusterTarget[]): boolean {
  const used = PROVIDERS[provider].clusterProvider
  return targets.some(
    ({ cluster, expected }) => expected !== used && (cluster?.provider === used || cluster?.state !== 'IDLE'),
  )
}

/** The clusters that use a provider after every target is switched. */
export function stillUsing(
  provider: ProviderName,
  clusters: readonly Cluster[],
  targets: readonly ClusterTarget[],
): Cluster[] {
  const released = new Set<string>(targets.map(({ name }) => name))
  return clusters.filter(
    ({ name, provider: used }) => used === PROVIDERS[provider].clusterProvider && !released.has(name),
  )
}

/** @throws ActionError `INPUT` naming the clusters that cannot have a key */
function requireSwitchable(targets: readonly ClusterTarget[]): void {
  const problems = targets.flatMap((target) => targetProblem(target) ?? [])
  if (problems.length === 0) return
  throw new ActionError('INPUT', {
    what: safe`\`clusters\` names clusters that cannot be switched. ${named(problems, safe`; `)}.`,
    advice: safe`Correct the names. Nothing was sent.`,
  })
}

/** @throws ActionError `INPUT` naming every input that is missing to enable a provider that is not enabled yet */
function requireAllToEnable(desired: DesiredProject, reported: Reported): void {
  const problems = desired.providers.flatMap((provider) => {
    if (!provider.enabled || providerState(reported, provider.provider).enabled) return []
    const missing = missingToEnable(provider, desired.fromFile)
    if (missing.length === 0) return []
    const { title } = PROVIDERS[provider.provider]
    const list = joinSafe(missing, safe`; `)
    return [safe`${title} is not enabled in the project yet. To enable it, also set: ${list}.`]
  })
  if (problems.length > 0) throw new ActionError('INPUT', joinSafe(problems, safe` `))
}
