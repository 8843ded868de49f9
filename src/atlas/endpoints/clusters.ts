import * as z from 'zod/mini'
import type { CloudProvider, Cluster, ClusterKeyProvider } from '../../domain/requirements.ts'
import { safe } from '../../sanitize/safe-text.ts'
import type { AtlasClient } from '../client.ts'
import { readList } from '../pagination.ts'
import { flag, list, parseItems, text } from '../schemas.ts'
import { nameOf } from './texts.ts'

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

const KEY_PROVIDERS: ReadonlySet<string> = new Set<ClusterKeyProvider>(['AWS', 'AZURE', 'GCP'])
const CLOUD_PROVIDERS: ReadonlySet<string> = new Set<CloudProvider>(['AWS', 'AZURE', 'GCP', 'TENANT'])
const SHARED_SIZES = new Set(['M0', 'M2', 'M5'])

export async function listClusters(client: AtlasClient, projectId: string): Promise<Cluster[]> {
  return await readList(client, {
    resource: RESOURCE,
    path: `/groups/${projectId}/clusters`,
    resourceVersion: '2024-08-05',
    item: cluster,
    convert: (item) => toCluster(client, item),
  })
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

const isKeyProvider = (name: string | null | undefined): name is ClusterKeyProvider => KEY_PROVIDERS.has(name ?? '')
const isCloudProvider = (name: string | null | undefined): name is CloudProvider => CLOUD_PROVIDERS.has(name ?? '')
