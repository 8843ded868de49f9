import { AtlasApiError } from '../atlas/errors.ts'
import { UnreadableResponseError } from '../atlas/response.ts'
import { type ClusterTarget, clusterStatus } from '../domain/clusters.ts'
import type { DesiredProject } from '../domain/desired.ts'
import { ActionError } from '../domain/errors.ts'
import { safe } from '../sanitize/safe-text.ts'
import type { ModeContext } from './context.ts'
import { isLost, waitBeforeLook } from './lost-change.ts'

/** Attempts at a change whose response was lost, after looking that it was not carried out. */
const MAX_ATTEMPTS = 3

/**
 * Sends the change of one cluster. If the response is lost, the cluster is read before anything is sent again, so that no
 * change is sent twice.
 *
 * @throws ActionError naming the cluster
 */
export async function changeCluster(
  context: ModeContext,
  { id }: DesiredProject,
  target: ClusterTarget,
): Promise<void> {
  const { atlas, state } = context
  for (let attempt = 1; ; attempt += 1) {
    try {
      const cluster = await atlas.patchCluster(id, target.name, target.expected, state.pendingChange)
      state.changed = true
      recordCluster(context, { ...target, cluster })
      return
    } catch (error) {
      if (error instanceof UnreadableResponseError) {
        state.changed = true
        return
      }
      if (!isLost(error) || attempt >= MAX_ATTEMPTS) throw clusterError(error, target)
    }
    await waitBeforeLook(context, safe`change of cluster ${target.name}`)
    const cluster = await atlas.getCluster(id, target.name)
    recordCluster(context, { ...target, cluster })
    if (cluster.provider !== target.expected && cluster.state === 'IDLE') continue
    state.pendingChange.settle(true)
    state.changed = true
    return
  }
}

/** Keeps how a cluster was last seen. */
export function recordCluster({ state }: ModeContext, target: ClusterTarget): void {
  const status = clusterStatus(target)
  state.clusters = state.clusters.map((known) => (known.name === status.name ? status : known))
}

/** The error with the cluster's name, and for a missing permission with the role that is needed. */
function clusterError(error: unknown, { name }: ClusterTarget): unknown {
  if (!(error instanceof ActionError) || error.code === 'TIMEOUT' || error.code === 'CANCELLED') return error
  const { what, ...parts } = error.parts
  const isRefused = error instanceof AtlasApiError && (error.status === 401 || error.status === 403)
  const role = safe`The credentials need the role Project Cluster Manager (or Project Owner) on this project.`
  return new ActionError(error.code, {
    ...parts,
    what: safe`Cluster ${name} was not switched: ${what}`,
    ...(isRefused && { advice: role }),
  })
}
