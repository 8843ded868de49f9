import { UnreadableResponseError } from '../atlas/response.ts'
import { type ClusterTarget, clusterStatus } from '../domain/clusters.ts'
import type { DesiredProject } from '../domain/desired.ts'
import { ActionError, RunEndError } from '../domain/errors.ts'
import { safe } from '../sanitize/safe-text.ts'
import type { ModeContext } from './context.ts'
import { isLost, waitBeforeLook } from './lost-change.ts'
import { lacksRole } from './permissions.ts'

/**
 * Sends the change of one cluster once. If the response is lost, the cluster is read.
 *
 * @param isLastAttempt whether a change that was not carried out is an error
 * @returns false if the response was lost and the cluster is as it was, so that the change may be sent again
 * @throws ActionError naming the cluster
 */
export async function changeCluster(
  context: ModeContext,
  { id }: DesiredProject,
  target: ClusterTarget,
  isLastAttempt: boolean,
): Promise<boolean> {
  const { atlas, state } = context
  try {
    const cluster = await atlas.patchCluster(id, target.name, target.expected, state.pendingChange)
    state.changed = true
    recordCluster(context, { ...target, cluster })
    return true
  } catch (error) {
    if (error instanceof UnreadableResponseError) {
      state.changed = true
      return true
    }
    if (!isLost(error) || isLastAttempt) throw clusterError(error, target)
  }
  await waitBeforeLook(context, safe`change of cluster ${target.name}`)
  const cluster = await atlas.getCluster(id, target.name)
  recordCluster(context, { ...target, cluster })
  if (cluster.provider !== target.expected && cluster.state === 'IDLE') return false
  state.pendingChange.settle(true)
  state.changed = true
  return true
}

/** Keeps how a cluster was last seen. */
export function recordCluster({ state }: ModeContext, target: ClusterTarget): void {
  const status = clusterStatus(target)
  state.clusters = state.clusters.map((known) => (known.name === status.name ? status : known))
}

/** The error with the cluster's name, and for a missing permission with the role that is needed. */
function clusterError(error: unknown, { name }: ClusterTarget): unknown {
  if (!(error instanceof ActionError) || error instanceof RunEndError) return error
  const { what, ...parts } = error.parts
  const role = safe`The credentials need the role Project Cluster Manager (or Project Owner) on this project.`
  return new ActionError(error.code, {
    ...parts,
    what: safe`Cluster ${name} was not switched: ${what}`,
    ...(lacksRole(error) && { advice: role }),
  })
}
