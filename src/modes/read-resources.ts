import type { Cluster } from '../domain/cluster.ts'
import { type ClusterTarget, clusterStatus, clusterTargets, leftOut } from '../domain/clusters.ts'
import type { DesiredProject } from '../domain/desired.ts'
import { named } from '../domain/named.ts'
import { endpointIn, endpointStatus, otherEndpoints, type PrivateEndpoint } from '../domain/private-endpoints.ts'
import { PROVIDERS, type ProviderName } from '../domain/providers.ts'
import { safe } from '../sanitize/safe-text.ts'
import type { ModeContext } from './context.ts'

/** The project's clusters, asked for once. */
export async function listClustersOnce(
  { run, atlas, state }: ModeContext,
  projectId: string,
): Promise<readonly Cluster[]> {
  if (state.clusterList !== undefined) return state.clusterList
  const clusters = await atlas.listClusters(projectId)
  state.clusterList = clusters
  state.clustersListedAt = run.clock.now()
  return clusters
}

/** The clusters that the workflow names. Asks Atlas only if it names some. */
export async function readTargets(context: ModeContext, { id, providers }: DesiredProject): Promise<ClusterTarget[]> {
  if (providers.every((provider) => provider.clusters === undefined)) return []
  const clusters = await listClustersOnce(context, id)
  const targets = providers.flatMap((provider) => clusterTargets(provider, clusters))
  const shared = providers.flatMap((provider) => leftOut(provider, clusters))
  if (shared.length > 0) {
    const text = safe`Shared clusters cannot have a key and are left out: ${named(shared)}`
    context.run.emit({ type: 'note', text })
  }
  context.state.clusters = targets.map(clusterStatus)
  return targets
}

/** The private endpoints of the providers for which the workflow names regions. Asks Atlas only about those. */
export async function readEndpoints(
  context: ModeContext,
  { id, providers }: DesiredProject,
): Promise<Map<ProviderName, readonly PrivateEndpoint[]>> {
  const { run, atlas, state } = context
  const endpoints = new Map<ProviderName, readonly PrivateEndpoint[]>()
  for (const desired of providers) {
    const { provider, enabled, privateEndpointRegions } = desired
    if (privateEndpointRegions === undefined) continue
    const list = await atlas.listPrivateEndpoints(id, PROVIDERS[provider])
    endpoints.set(provider, list)
    const regions = privateEndpointRegions.map((region) => endpointStatus(provider, region, endpointIn(region, list)))
    state.privateEndpoints = [...state.privateEndpoints, ...regions]
    const others = otherEndpoints(desired, list)
    if (others.length === 0 || !enabled) continue
    const where = named(others.map(({ region }) => region))
    run.emit({ type: 'note', text: safe`Private endpoints in other regions are left unchanged: ${where}` })
  }
  return endpoints
}
