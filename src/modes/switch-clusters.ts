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
import { currentReported, STALE_MS } from './read-project.ts'

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
 * @param targets in the order in which they are changed
 * @throws ActionError naming the cluster whose change Atlas refused or did not finish in time; the rest are left alone
 */
export async function switchClusters(
  context: ModeContext,
  desired: DesiredProject,
  targets: readonly ClusterTarget[],
): Promise<SwitchOutcome> {
  const paused: SafeText[] = []
  const unfinished: SafeText[] = []
  for (const target of targets) {
    const state = await switchTarget(context, desired, target)
    if (state === 'key-invalid') return { isKeyInvalid: true, paused, unfinished }
    if (state === 'paused') paused.push(target.name)
    if (state === 'unfinished') unfinished.push(target.name)
  }
  return { isKeyInvalid: false, paused, unfinished }
}

/** How far a cluster got. */
type TargetState = 'done' | 'paused' | 'unfinished' | 'key-invalid'

async function switchTarget(
  context: ModeContext,
  desired: DesiredProject,
  target: ClusterTarget,
): Promise<TargetState> {
  const { expected } = target
  const cluster = await clusterNow(context, desired, target)
  if (cluster.provider === expected && (cluster.paused || cluster.state === 'IDLE')) return 'done'
  if (cluster.paused) return 'paused'
  if (cluster.state === 'IDLE') return await switchCluster(context, desired, { ...target, cluster })
  if (context.limits.waitTimeout === 0) {
    warnSkipped(context, cluster)
    return 'unfinished'
  }
  const idle = await waitForCluster(context, desired, target, cluster.provider)
  return idle.provider === expected ? 'done' : await switchCluster(context, desired, { ...target, cluster: idle })
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

/** Whether the key is valid: as it was seen just now, else as it is read again. */
async function isKeyValid(
  context: ModeContext,
  desired: DesiredProject,
  { provider, expected }: ClusterTarget,
): Promise<boolean> {
  if (expected === 'NONE') return true
  return providerState(await currentReported(context, desired), provider).valid
}

/** Attempts at a change whose response was lost, after looking that it was not carried out. */
const MAX_ATTEMPTS = 3

async function switchCluster(
  context: ModeContext,
  desired: DesiredProject,
  target: ClusterTarget,
): Promise<TargetState> {
  const { run, limits, state } = context
  const { name, expected, cluster } = target
  const startedAt = run.clock.now()
  for (let attempt = 1, isSent = false; !isSent; attempt += 1) {
    if (!(await isKeyValid(context, desired, target))) return 'key-invalid'
    if (attempt === 1) {
      const from = cluster?.provider ?? 'NONE'
      run.emit({ type: 'note', text: safe`Switching cluster ${name}: ${from} → ${expected}` })
    }
    isSent = await changeCluster(context, desired, target, attempt === MAX_ATTEMPTS)
    // Each change needs a look of its own at the key.
    state.reportedAt = Number.NEGATIVE_INFINITY
  }
  if (limits.waitTimeout === 0) return 'unfinished'
  await waitForCluster(context, desired, target, expected)
  const text = safe`Cluster ${name} is switched to ${expected} (${durationText(run.clock.now() - startedAt)})`
  run.emit({ type: 'note', text })
  return 'done'
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
        advice: safe`Atlas continues on its own. Run the same apply again later: it continues where this run stopped. Further clusters were not changed.`,
      }),
    onGone: (error) =>
      new ActionError(error.code, {
        ...error.parts,
        what: safe`Cluster ${name} no longer exists.`,
        advice: safe`Remove it from \`clusters\`, or check the project in Atlas.`,
      }),
  })
}

function warnSkipped({ run }: ModeContext, { name, state }: Cluster): void {
  const text = safe`Cluster ${name} was skipped, because it is not idle (${state}) and \`wait-timeout\` is 0. Run the same apply again later.`
  run.emit({ type: 'warning', text })
}
