import { ApiError, invalid } from './errors.ts'

export type ClusterProvider = 'NONE' | 'AWS' | 'AZURE' | 'GCP'

const PROVIDERS: readonly unknown[] = ['NONE', 'AWS', 'AZURE', 'GCP'] satisfies ClusterProvider[]

/** A cluster as Atlas has it, and how Atlas carries out changes of it. */
export interface Cluster {
  name: string
  /** By default, false. */
  paused?: boolean
  /** Left out of responses if it is left out here. */
  encryptionAtRestProvider?: ClusterProvider
  /** By default, `IDLE`. */
  stateName?: string
  /** By default, one region of AWS with M10 nodes. */
  replicationSpecs?: { regionConfigs: { providerName: string; electableSpecs?: { instanceSize: string } }[] }[]

  /** How many milliseconds a change takes. By default, none. */
  switchMs?: number
  /** How many GETs of the cluster find a change still under way. By default, none. */
  switchLooks?: number
  /** How many GETs after a change still find the cluster `IDLE` with its old provider. By default, none. */
  staleLooks?: number
  /** While a change is under way, the old provider is reported. By default, the new one is. */
  reportsOldProvider?: boolean
  /** A change from one provider straight to another is refused. */
  refusesDirectChange?: boolean

  /** What is under way; undefined if nothing is. A test that sets `stateName` may set it too, so that the cluster becomes idle. */
  underWay?: UnderWay
}

/** A change until the cluster is idle again. */
interface UnderWay {
  /** The provider before the change. */
  from?: ClusterProvider | undefined
  staleLooks?: number
  looks?: number
  /** By the clock of the project, in milliseconds. */
  until?: number
}

/** A change of a cluster that Atlas accepted. */
export interface ClusterChange {
  readonly name: string
  readonly from: ClusterProvider
  readonly to: ClusterProvider
  /** By the clock of the project, in milliseconds. */
  readonly at: number
  /** The state in which the change found the cluster. */
  readonly stateName: string
}

const DEFAULT_SPECS = [{ regionConfigs: [{ providerName: 'AWS', electableSpecs: { instanceSize: 'M10' } }] }]

/** M0, M2 and M5, which share their hosts. */
function isShared({ replicationSpecs = DEFAULT_SPECS }: Cluster): boolean {
  return replicationSpecs.some(({ regionConfigs }) =>
    regionConfigs.some(({ providerName }) => providerName === 'TENANT'),
  )
}

/** A shared cluster of this name. */
export function sharedCluster(name: string, instanceSize = 'M0'): Cluster {
  const regionConfigs = [{ providerName: 'TENANT', electableSpecs: { instanceSize } }]
  return { name, encryptionAtRestProvider: 'NONE', replicationSpecs: [{ regionConfigs }] }
}

/** A cluster of this name whose nodes are in these clouds. */
export function multiCloudCluster(name: string, ...providerNames: string[]): Cluster {
  const regionConfigs = providerNames.map((providerName) => ({ providerName, electableSpecs: { instanceSize: 'M30' } }))
  return { name, encryptionAtRestProvider: 'NONE', replicationSpecs: [{ regionConfigs }] }
}

/** Ends what is under way if its time is over. */
function advance(cluster: Cluster, now: number): void {
  const { underWay } = cluster
  if (underWay === undefined) return
  const { staleLooks = 0, looks = 0, until = 0 } = underWay
  if (staleLooks > 0 || looks > 0 || now < until) return
  cluster.stateName = 'IDLE'
  delete cluster.underWay
}

/** The providers whose keys the cluster needs: while a change is under way, also the old one. */
export function usedProviders(cluster: Cluster, now: number): string[] {
  advance(cluster, now)
  return [cluster.encryptionAtRestProvider, cluster.underWay?.from].filter((provider) => provider !== undefined)
}

/** The cluster in a list. */
export function clusterDocument(cluster: Cluster, now: number): object {
  advance(cluster, now)
  return documentOf(cluster)
}

/** The cluster in the response to a change of it. */
export function documentOf(cluster: Cluster): object {
  const { name, paused = false, stateName = 'IDLE', replicationSpecs = DEFAULT_SPECS, underWay } = cluster
  const isStale = (underWay?.staleLooks ?? 0) > 0
  const isOld = isStale || (underWay !== undefined && cluster.reportsOldProvider === true)
  const provider = isOld ? underWay?.from : cluster.encryptionAtRestProvider
  return {
    name,
    paused,
    stateName: isStale ? 'IDLE' : stateName,
    replicationSpecs,
    ...(provider !== undefined && { encryptionAtRestProvider: provider }),
  }
}

/** The cluster in the response to a GET of it alone, which brings a change that is counted in GETs nearer to its end. */
export function lookAt(cluster: Cluster, now: number): object {
  const document = clusterDocument(cluster, now)
  const { underWay } = cluster
  if (underWay?.staleLooks) underWay.staleLooks -= 1
  else if (underWay?.looks) underWay.looks -= 1
  return document
}

/** @throws ApiError if there is no such cluster */
export function clusterNamed(clusters: readonly Cluster[], name: string): Cluster {
  const cluster = clusters.find((other) => other.name === name)
  if (cluster !== undefined) return cluster
  throw new ApiError(404, 'CLUSTER_NOT_FOUND', `No cluster named ${name} exists in the group.`, [name])
}

/**
 * Carries out a PATCH of a cluster. A cluster that is not idle takes it too: Atlas refuses only a paused one.
 *
 * @param requireUsable throws if a provider is not enabled or its key is not valid
 * @returns the change of the provider; undefined if the body changes something else or nothing
 * @throws ApiError for what Atlas refuses
 */
export function changeCluster(
  cluster: Cluster,
  body: Record<string, unknown>,
  now: number,
  requireUsable: (provider: ClusterProvider) => void,
): ClusterChange | undefined {
  const { paused, encryptionAtRestProvider: to } = checkedBody(body)
  const { name } = cluster
  if (isShared(cluster)) {
    const detail = 'Cannot use Encryption at Rest on an M0, M2 or M5 cluster.'
    throw invalid('CANNOT_USE_ENCRYPTION_AT_REST_TENANT', detail)
  }
  if (cluster.paused && !(paused === false && to === undefined)) {
    const detail = `Cannot update cluster ${name} while it is paused or being paused.`
    throw new ApiError(409, 'CANNOT_UPDATE_PAUSED_CLUSTER', detail, [name])
  }
  if (paused !== undefined) cluster.paused = paused
  const from = cluster.encryptionAtRestProvider ?? 'NONE'
  if (to === undefined || to === from) return undefined
  if (to !== 'NONE') requireUsable(to)
  if (cluster.refusesDirectChange && from !== 'NONE' && to !== 'NONE') {
    const detail =
      'To choose a different Encryption at Rest provider, please disable and re-enable this feature. This will decrypt your data and allow you to encrypt it with a different Encryption at Rest provider.'
    throw new ApiError(409, 'CANNOT_CHANGE_ENCRYPTION_AT_REST_PROVIDER', detail)
  }
  advance(cluster, now)
  const change = { name, from, to, at: now, stateName: cluster.stateName ?? 'IDLE' }
  const { switchMs = 0, switchLooks = 0, staleLooks = 0 } = cluster
  cluster.encryptionAtRestProvider = to
  cluster.stateName = 'UPDATING'
  cluster.underWay = { from, staleLooks, looks: switchLooks, until: now + switchMs }
  return change
}

/** @throws ApiError for fields of another type, and for fields that this fake does not change */
function checkedBody({ paused, encryptionAtRestProvider, ...unknown }: Record<string, unknown>): {
  paused: boolean | undefined
  encryptionAtRestProvider: ClusterProvider | undefined
} {
  for (const name of Object.keys(unknown)) {
    throw invalid('INVALID_ATTRIBUTE', `Invalid attribute ${name} specified.`, [name])
  }
  if (paused !== undefined && typeof paused !== 'boolean') {
    throw invalid('INVALID_ATTRIBUTE', 'Invalid attribute paused specified.', ['paused'])
  }
  if (encryptionAtRestProvider !== undefined && !PROVIDERS.includes(encryptionAtRestProvider)) {
    const detail = `An invalid Encryption at Rest provider ${JSON.stringify(encryptionAtRestProvider)} was specified.`
    throw invalid('INVALID_ENCRYPTION_AT_REST_PROVIDER', detail, [encryptionAtRestProvider])
  }
  return { paused, encryptionAtRestProvider: encryptionAtRestProvider as ClusterProvider | undefined }
}
