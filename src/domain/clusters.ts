import { type SafeText, safe } from '../sanitize/safe-text.ts'
import type { Cluster, ClusterProvider } from './cluster.ts'
import type { Comparison } from './compare.ts'
import type { DesiredProvider } from './desired.ts'
import type { ProviderName } from './providers.ts'
import { PROVIDERS } from './providers.ts'

/** A cluster that the workflow names, directly or by `all`, and the key that it is to use. */
export interface ClusterTarget {
  /** The provider that the workflow names it under. */
  readonly provider: ProviderName
  readonly name: SafeText
  /** The provider's own word, or `NONE` if the provider is to be disabled. */
  readonly expected: ClusterProvider
  /** As Atlas lists it; undefined if it does not. */
  readonly cluster: Cluster | undefined
}

/** A cluster in results: as it is to be, and as it was last seen. */
export interface ClusterStatus {
  readonly name: SafeText
  readonly expected: ClusterProvider
  /** null if Atlas does not list the cluster. */
  readonly actual: ClusterProvider | null
  /** Atlas's `stateName`; null if Atlas does not list the cluster. */
  readonly state: SafeText | null
}

/**
 * The clusters that a provider's `clusters` means, in the order in which they are changed: named ones as they are listed, `all`
 * by name. A provider that is to be disabled has only those as its targets that use it or no key at all.
 */
export function clusterTargets(desired: DesiredProvider, clusters: readonly Cluster[]): ClusterTarget[] {
  const { provider, enabled, clusters: given } = desired
  if (given === undefined) return []
  const own = PROVIDERS[provider].clusterProvider
  const expected = enabled ? own : 'NONE'
  const byName = new Map<string, Cluster>(clusters.map((cluster) => [cluster.name, cluster]))
  const names =
    given === 'all'
      ? clusters
          .filter(({ isShared }) => !isShared)
          .map(({ name }) => name)
          .sort(byCodePoint)
      : given
  return names
    .map((name): ClusterTarget => ({ provider, name, expected, cluster: byName.get(name) }))
    .filter(
      ({ cluster }) => enabled || cluster === undefined || cluster.provider === own || cluster.provider === 'NONE',
    )
}

/** Names of the shared clusters that `all` leaves out, since they cannot have a key. */
export function leftOut({ clusters: given }: DesiredProvider, clusters: readonly Cluster[]): SafeText[] {
  return given === 'all' ? clusters.filter(({ isShared }) => isShared).map(({ name }) => name) : []
}

/** Why a named cluster cannot use a key at all; undefined if it can. */
export function targetProblem({ name, cluster }: ClusterTarget): SafeText | undefined {
  if (cluster === undefined) {
    return safe`${name}: the project has no such cluster (Flex and serverless clusters cannot have a key)`
  }
  return cluster.isShared ? safe`${name}: a shared cluster (M0, M2, M5), which cannot have a key` : undefined
}

/** Every target compared with the key that its cluster uses. A cluster that cannot have a key counts as not there. */
export function compareClusters(targets: readonly ClusterTarget[]): Comparison[] {
  return targets.map((target) => {
    const { provider, name, expected, cluster } = target
    const actual = cluster === undefined || targetProblem(target) !== undefined ? null : cluster.provider
    return {
      provider,
      field: safe`clusters.${name}`,
      expected,
      actual,
      verdict: actual === expected ? 'same' : 'differs',
    }
  })
}

/** The targets as results hold them. */
export function clusterStatus({ name, expected, cluster }: ClusterTarget): ClusterStatus {
  return { name, expected, actual: cluster?.provider ?? null, state: cluster?.state || null }
}

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
