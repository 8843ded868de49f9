import type { Cluster, ClusterProvider } from '../domain/cluster.ts'
import type { ClusterTarget } from '../domain/clusters.ts'
import type { DesiredProject } from '../domain/desired.ts'
import { ActionError } from '../domain/errors.ts'
import { named } from '../domain/named.ts'
import { providerState } from '../domain/reported.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import { durationText } from '../sanitize/sentences.ts'
import { changeCluster, recordCluster } from './change-cluster.ts'
import type { ModeContext } from './context.ts'
import { type Look, waitUntilDone } from './pending-wait.ts'
import { recordReported, STALE_MS } from './read-project.ts'

/** How the clusters of a project were switched. */
export interface SwitchOutcome {
  /** The key became invalid on the way: the clusters that are left were not switched. */
  readonly isKeyInvalid: boolean
  /** Paused clusters, which cannot be changed. */
  readonly paused: readonly SafeText[]
  /** Clusters that were sent their change or were skipped, but not waited for (`wait-timeout: 0`). */
  readonly unfinished: readonly SafeText[]
}

/**
 * Switches clusters to their key, or to none, one after the other: a rolling change of every node that Atlas may take hours for.
 * Before each change the key is read again, unless nothing was changed or waited for since it was read.
 *
 * @param targets in the order in which they are changed; the key of the first was just seen valid
 * @throws ActionError naming the cluster whose change Atlas refused or did not finish in time; the rest are left alone
 */
export async function switchClusters(
  context: ModeContext,
  desired: DesiredProject,
  targets: readonly ClusterTarget[],
): Promise<SwitchOutcome> {
  const paused: SafeText[] = []
  const unfinished: SafeText[] = []
  let sent = 0
  for (const target of targets) {
    const cluster = await clusterNow(context, desired, target)
    const isAsDesired = cluster.provider === target.expected
    if (isAsDesired && cluster.state === 'IDLE') continue
    if (cluster.paused) {
      if (!isAsDesired) paused.push(target.name)
      continue
    }
    if (cluster.state !== 'IDLE') {
      if (context.limits.waitTimeout === 0) {
        warnSkipped(context, cluster)
        unfinished.push(target.name)
        continue
      }
      const idle = await waitForCluster(context, desired, target, cluster.provider)
      if (idle.provider === target.expected) continue
    }
    if (target.expected !== 'NONE' && !(await isKeyValid(context, desired, target, sent > 0))) {
      return { isKeyInvalid: true, paused, unfinished }
    }
    sent += 1
    await switchCluster(context, desired, target)
    if (context.limits.waitTimeout === 0) unfinished.push(target.name)
  }
  return { isKeyInvalid: false, paused, unfinished }
}

/** @throws ActionError `CLUSTER_PAUSED` if there are paused clusters */
export function requireNonePaused(paused: readonly SafeText[]): void {
  if (paused.length === 0) return
  throw new ActionError('CLUSTER_PAUSED', {
    what: safe`These clusters are paused, and Atlas does not change a paused cluster: ${named(paused)}.`,
    advice: safe`The other clusters were switched. Resume these, then run the same apply again.`,
  })
}

/** The cluster as it is when its turn comes: read again unless it was listed just now. */
async function clusterNow(context: ModeContext, { id }: DesiredProject, target: ClusterTarget): Promise<Cluster> {
  const listed = target.cluster as Cluster
  if (context.run.clock.now() - context.state.clustersListedAt < STALE_MS) return listed
  const cluster = await context.atlas.getCluster(id, target.name)
  recordCluster(context, { ...target, cluster })
  return cluster
}

/** @param mustRead whether the key is read again even if it was read just now */
async function isKeyValid(
  context: ModeContext,
  { id }: DesiredProject,
  { provider }: ClusterTarget,
  mustRead: boolean,
): Promise<boolean> {
  const { run, atlas, state } = context
  const isFresh = run.clock.now() - state.reportedAt < STALE_MS
  const latest = isFresh && !mustRead ? state.reported : null
  const reported = latest ?? recordReported(context, await atlas.getEncryptionAtRest(id))
  return providerState(reported, provider).valid
}

async function switchCluster(context: ModeContext, desired: DesiredProject, target: ClusterTarget): Promise<void> {
  const { run, limits } = context
  const { name, expected, cluster } = target
  const from = cluster?.provider ?? 'NONE'
  run.emit({ type: 'note', text: safe`Switching cluster ${name}: ${from} → ${expected}` })
  const startedAt = run.clock.now()
  await changeCluster(context, desired, target)
  if (limits.waitTimeout === 0) return
  await waitForCluster(context, desired, target, expected)
  run.emit({
    type: 'note',
    text: safe`Cluster ${name} is switched to ${expected} (${durationText(run.clock.now() - startedAt)})`,
  })
}

/**
 * Waits until the cluster is idle and reports the provider.
 *
 * @param expected the provider that it is to report; if it was not changed by this run, the one that it has
 */
async function waitForCluster(
  context: ModeContext,
  { id }: DesiredProject,
  target: ClusterTarget,
  expected: ClusterProvider,
): Promise<Cluster> {
  const { run, atlas, limits } = context
  const { name } = target
  return await waitUntilDone(run, {
    label: safe`cluster ${name}`,
    maxMs: limits.waitTimeout * 1000,
    look: async (): Promise<Look<Cluster>> => {
      const cluster = await atlas.getCluster(id, name, { retries: 0 })
      recordCluster(context, { ...target, cluster })
      // Right after a change Atlas may still answer IDLE with the old value.
      const isDone = cluster.state === 'IDLE' && (cluster.provider === expected || cluster.provider === target.expected)
      return { value: cluster, isDone, state: cluster.state }
    },
    onTimeout: () =>
      new ActionError('CLUSTER_NOT_READY', {
        what: safe`Cluster ${name} was not ready within ${limits.waitTimeout} s (\`wait-timeout\`).`,
        advice: safe`Atlas goes on by itself. Run the same apply again later: it continues where this run stopped. Further clusters were not changed.`,
      }),
    onGone: () =>
      new ActionError(safe`CLUSTER_NOT_FOUND`, {
        what: safe`Cluster ${name} no longer exists.`,
        advice: safe`Remove it from \`clusters\`, or check the project in Atlas.`,
      }),
  })
}

function warnSkipped({ run }: ModeContext, { name, state }: Cluster): void {
  const text = safe`Cluster ${name} was skipped, because it is not idle (${state}) and \`wait-timeout\` is 0. Run the same apply again later.`
  run.emit({ type: 'warning', text })
}
