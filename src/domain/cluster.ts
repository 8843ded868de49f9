import type { SafeText } from '../sanitize/safe-text.ts'

/** The provider whose key encrypts a cluster, as Atlas writes it, or `NONE`. */
export type ClusterProvider = 'AWS' | 'AZURE' | 'GCP' | 'NONE'

/** Where the nodes of a cluster run; `TENANT` is shared hardware. */
export type CloudProvider = Exclude<ClusterProvider, 'NONE'> | 'TENANT'

/** A cluster of a project, as far as encryption at rest is concerned. */
export interface Cluster {
  readonly name: SafeText
  readonly provider: ClusterProvider
  readonly paused: boolean
  /** Atlas's `stateName`, such as `IDLE` or `UPDATING`. */
  readonly state: SafeText
  /** The clouds that it runs in; more than one for a multi-cloud cluster. */
  readonly providerNames: ReadonlySet<CloudProvider>
  /** M0, M2 and M5 share their hosts with others and cannot have a key. */
  readonly isShared: boolean
}

/** Whether the cluster runs in more than one cloud. */
export function isMultiCloud({ providerNames }: Cluster): boolean {
  return providerNames.size > 1
}
