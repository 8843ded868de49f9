import * as z from 'zod/mini'
import type { CloudProvider, Cluster, ClusterProvider } from '../../domain/cluster.ts'
import { type SafeText, safe } from '../../sanitize/safe-text.ts'
import type { LookOptions } from '../atlas.ts'
import type { AtlasClient, Resource } from '../client.ts'
import { readList } from '../pagination.ts'
import type { PendingChange } from '../pending-change.ts'
import { UnreadableResponseError } from '../response.ts'
import { flag, list, parse, parseItems, text } from '../schemas.ts'
import { nameOf } from './texts.ts'

type KeyProvider = Exclude<ClusterProvider, 'NONE'>

const RESOURCE = safe`clusters`
/** Atlas permits 50 shards with one specification each. */
const MAX_REPLICATION_SPECS = 500
const MAX_REGION_CONFIGS = 100

const cluster = z.object({
  name: text,
  encryptionAtRestProvider: text,
  paused: flag,
  stateName: text,
  replicationSpecs: list,
})
const replicationSpec = z.object({ regionConfigs: list })
const regionConfig = z.object({ providerName: text, electableSpecs: z.nullish(z.object({ instanceSize: text })) })

const KEY_PROVIDERS: ReadonlySet<string> = new Set<KeyProvider>(['AWS', 'AZURE', 'GCP'])
const CLOUD_PROVIDERS: ReadonlySet<string> = new Set<CloudProvider>(['AWS', 'AZURE', 'GCP', 'TENANT'])
const SHARED_SIZES = new Set(['M0', 'M2', 'M5'])

export async function listClusters(client: AtlasClient, projectId: string, options?: LookOptions): Promise<Cluster[]> {
  return await readList(client, {
    resource: RESOURCE,
    path: `/groups/${projectId}/clusters`,
    resourceVersion: '2024-08-05',
    item: cluster,
    convert: (item) => toCluster(client, item),
    options,
  })
}

export async function getCluster(
  client: AtlasClient,
  projectId: string,
  name: SafeText,
  options?: LookOptions,
): Promise<Cluster> {
  const request = { ...clusterResource(projectId, name), resourceVersion: '2024-08-05', method: 'GET' } as const
  return readCluster(client, name, await client.call({ ...request, ...options }))
}

/** Version 2024-10-23 is the current one of this request; older ones are deprecated. */
export async function patchCluster(
  client: AtlasClient,
  { projectId, name, provider }: { projectId: string; name: SafeText; provider: ClusterProvider },
  pendingChange: PendingChange,
): Promise<Cluster> {
  const request = {
    ...clusterResource(projectId, name),
    resourceVersion: '2024-10-23',
    facts: { role: 'Project Cluster Manager' },
    method: 'PATCH',
    body: { encryptionAtRestProvider: provider },
    onlyOnce: true,
  } as const
  return readCluster(client, name, await client.call(request, pendingChange))
}

function clusterResource(projectId: string, name: SafeText): Pick<Resource, 'resource' | 'path'> {
  return { resource: safe`cluster ${name}`, path: `/groups/${projectId}/clusters/${encodeURIComponent(name)}` }
}

/** @throws UnreadableResponseError if it is not that cluster: any other object would read as "no key" */
function readCluster(client: AtlasClient, name: SafeText, response: object): Cluster {
  const read = toCluster(client, parse({ client, resource: RESOURCE }, cluster, response))
  if (read.name === name) return read
  throw new UnreadableResponseError(safe`cluster ${name}: Atlas's response is not about this cluster.`)
}

function toCluster(client: AtlasClient, item: z.infer<typeof cluster>): Cluster {
  const regions = regionsOf(client, item)
  const providerNames = new Set(
    regions.flatMap(({ providerName }) => (isCloudProvider(providerName) ? [providerName] : [])),
  )
  const isSmall = regions.some(({ electableSpecs }) => SHARED_SIZES.has(electableSpecs?.instanceSize ?? ''))
  const provider = item.encryptionAtRestProvider
  return {
    name: nameOf(client, item.name),
    // Anything that is not known to be a key is none.
    provider: isKeyProvider(provider) ? provider : 'NONE',
    paused: item.paused === true,
    state: nameOf(client, item.stateName),
    providerNames,
    isShared: providerNames.has('TENANT') || isSmall,
  }
}

function regionsOf(client: AtlasClient, { replicationSpecs }: z.infer<typeof cluster>): z.infer<typeof regionConfig>[] {
  const source = { client, resource: RESOURCE }
  const specs = parseItems(
    { ...source, at: safe`replicationSpecs` },
    replicationSpec,
    replicationSpecs,
    MAX_REPLICATION_SPECS,
  )
  return specs.flatMap(({ regionConfigs }) =>
    parseItems({ ...source, at: safe`regionConfigs` }, regionConfig, regionConfigs, MAX_REGION_CONFIGS),
  )
}

const isKeyProvider = (name: string | null | undefined): name is KeyProvider => KEY_PROVIDERS.has(name ?? '')
const isCloudProvider = (name: string | null | undefined): name is CloudProvider => CLOUD_PROVIDERS.has(name ?? '')
