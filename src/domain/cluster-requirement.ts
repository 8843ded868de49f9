import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import type { Cluster } from './cluster.ts'
import { named } from './named.ts'
import { PROVIDER_LIST } from './providers.ts'
import type { Reported } from './reported.ts'
import { providerState } from './reported.ts'
import type { Requirement } from './requirements.ts'

/**
 * Every cluster uses a key whose provider is enabled and valid, whichever provider the workflow names. A paused cluster counts:
 * its data is at rest. Flex and serverless clusters do not: Atlas lists them elsewhere and offers them no such key.
 */
export function clustersEncrypted(clusters: readonly Cluster[], reported: Reported): Requirement {
  const condition = 'clusters'
  const scope = safe`Flex and serverless clusters cannot have a key and are not counted.`
  if (clusters.length === 0) {
    return { condition, held: true, detail: safe`The project has no cluster to check. ${scope}` }
  }
  const problems = clusters.flatMap((cluster) => {
    const problem = problemOf(cluster, reported)
    return problem === undefined ? [] : [safe`${cluster.name} (${cluster.paused ? safe`paused, ` : safe``}${problem})`]
  })
  if (problems.length > 0) {
    const list = named(problems, safe`; `)
    return {
      condition,
      held: false,
      detail: safe`${problems.length} of ${clusters.length} clusters ${problems.length === 1 ? 'has' : 'have'} no valid key: ${list}. ${scope}`,
    }
  }
  const used = PROVIDER_LIST.filter(({ clusterProvider }) =>
    clusters.some(({ provider }) => provider === clusterProvider),
  )
  const keys = joinSafe(
    used.map(({ title }) => title),
    safe`, `,
  )
  const who = clusters.length === 1 ? safe`The only cluster uses` : safe`All ${clusters.length} clusters use`
  return { condition, held: true, detail: safe`${who} a valid customer-managed key (${keys}). ${scope}` }
}

/** Why a cluster does not fulfil the condition `clusters`; undefined if it does. */
function problemOf({ provider, isShared }: Cluster, reported: Reported): SafeText | undefined {
  if (isShared) return safe`a shared cluster: M0, M2 and M5 cannot have a key`
  const table = PROVIDER_LIST.find(({ clusterProvider }) => clusterProvider === provider)
  if (table === undefined) return safe`no customer-managed key`
  const { enabled, valid } = providerState(reported, table.name)
  if (!enabled) return safe`encrypted with ${table.clusterProvider}, which is not enabled in the project`
  return valid ? undefined : safe`encrypted with ${table.clusterProvider}, whose key is not valid`
}
