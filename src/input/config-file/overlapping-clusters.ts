import type { DesiredProvider } from '../../domain/desired.ts'
import type { ProviderName } from '../../domain/providers.ts'

/** A cluster, or `all`, that stands under two providers of a project. */
export interface Overlap {
  readonly cluster: string
  readonly provider: ProviderName
  readonly other: ProviderName
}

/**
 * The first cluster that stands under two providers. A cluster uses one key, so it stands under one provider, and `all`
 * leaves none for another.
 */
export function findOverlap(providers: readonly DesiredProvider[]): Overlap | undefined {
  const owners = new Map<string, ProviderName>()
  for (const { provider, clusters } of providers) {
    if (clusters === undefined) continue
    for (const cluster of clusters === 'all' ? ['all'] : clusters) {
      const [first] = owners.values()
      const other = owners.get(cluster) ?? owners.get('all') ?? (cluster === 'all' ? first : undefined)
      if (other !== undefined && other !== provider) return { cluster, provider, other }
      owners.set(cluster, provider)
    }
  }
  return undefined
}
