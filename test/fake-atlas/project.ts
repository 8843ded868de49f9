import {
  type Cluster,
  type ClusterChange,
  type ClusterProvider,
  changeCluster,
  clusterDocument,
  clusterNamed,
  documentOf,
  lookAt,
  usedProviders,
} from './clusters.ts'
import { type AtlasObject, type Block, changedBlock, isValid, OBJECTS, RULES, reportedBlock } from './encryption.ts'
import { invalid } from './errors.ts'
import { type EndpointProvider, type PrivateEndpoint, PrivateEndpoints } from './private-endpoints.ts'
import type { AwsRole, AzureServicePrincipal, GoogleServiceAccount } from './roles.ts'

/** A secret of a service account, as Atlas shows it. */
export interface ServiceAccountSecret {
  id: string
  createdAt?: string
  expiresAt: string
  lastUsedAt?: string
  maskedSecretValue: string
}

/** One Atlas project: the state machine of encryption at rest, and what it depends on. */
export class FakeProject {
  readonly id: string
  /** By default, that of the list of an organization. */
  name: string | undefined
  tags: { key: string; value: string }[] | undefined
  blocks: Partial<Record<AtlasObject, Block | null>> = {}
  enabledForSearchNodes = false
  clusters: Cluster[] = []
  /** Every change of a cluster that was accepted, in order. */
  readonly clusterChanges: ClusterChange[] = []
  alertConfigurations: { eventTypeName: string; enabled: boolean }[] = []
  alerts: { eventTypeName: string; status: 'OPEN' | 'CLOSED'; clusterName?: string }[] = []
  /** Newest first. */
  events: { eventTypeName: string; created: string; username?: string; publicKey?: string }[] = []
  readonly endpoints: PrivateEndpoints
  /** Roles of cloudProviderAccess. One that is not authorized is refused. */
  roles: AwsRole[] = []
  azureServicePrincipals: AzureServicePrincipal[] = []
  gcpServiceAccounts: GoogleServiceAccount[] = []
  /** Client id → what is known of the account's secrets. */
  readonly serviceAccounts = new Map<string, { secrets: ServiceAccountSecret[] }>()
  /** Keys that Atlas cannot reach. */
  readonly brokenKeys = new Set<string>()
  /** How many more responses report `valid: false` although the key works, since Atlas has not checked it yet. */
  invalidReads = 0
  /** The same from the response to the next PATCH on. */
  invalidReadsAfterPatch = 0
  /** Atlas refuses access keys, although the example of its manual still shows them. */
  awsAccessKeysAllowed = false
  onlySharedClusters = false
  backupCompliancePolicy = false
  /** Objects that responses leave out while they are disabled, as in the first example of the manual. */
  readonly omitted = new Set<AtlasObject>()
  /** Atlas returns `roleId`, although the specification marks it as write-only. */
  returnsRoleId = true
  readonly #now: () => number

  /** @param now by which changes take their time, in milliseconds */
  constructor(id: string, now: () => number = () => performance.now()) {
    this.id = id
    this.#now = now
    this.endpoints = new PrivateEndpoints(now)
  }

  /** Private endpoints, for AWS and Azure. */
  get privateEndpoints(): PrivateEndpoint[] {
    return this.endpoints.current()
  }

  set privateEndpoints(list: PrivateEndpoint[]) {
    this.endpoints.list = list
  }

  /** The document as GET and PATCH return it. */
  document(): object {
    const isUnchecked = this.invalidReads > 0
    if (isUnchecked) this.invalidReads -= 1
    const blocks = OBJECTS.filter((object) => !(this.omitted.has(object) && !this.blocks[object]?.enabled)).map(
      (object) => [object, this.#reported(object, isUnchecked)] as const,
    )
    return { ...Object.fromEntries(blocks), enabledForSearchNodes: this.enabledForSearchNodes }
  }

  #reported(object: AtlasObject, isUnchecked: boolean): Block | null {
    const block = this.blocks[object]
    if (block === null) return null
    const valid = block?.enabled === true && !isUnchecked && isValid(object, block, this.brokenKeys)
    return { ...reportedBlock(object, block, this.returnsRoleId), valid }
  }

  /** @throws ApiError for what Atlas refuses */
  patch({ enabledForSearchNodes, ...blocks }: Record<string, unknown>): void {
    for (const name of Object.keys(blocks)) {
      if (!OBJECTS.includes(name as AtlasObject))
        throw invalid('INVALID_ATTRIBUTE', `Invalid attribute ${name} specified.`, [name])
    }
    const given = Object.entries(blocks) as [AtlasObject, unknown][]
    if (given.length === 0 && enabledForSearchNodes === undefined) {
      throw invalid(
        'MISSING_ENCRYPTION_AT_REST_PROVIDER',
        'At least one Encryption at Rest provider must be specified.',
      )
    }
    if (this.onlySharedClusters) {
      throw invalid(
        'CANNOT_USE_ENCRYPTION_AT_REST_TENANT',
        'Encryption at rest is not available for M0, M2, M5, Flex and serverless clusters.',
      )
    }
    const next = given.map(
      ([object, block]) => [object, changedBlock(this, object, block, this.blocks[object])] as const,
    )
    for (const [object, block] of next) this.blocks[object] = block
    if (typeof enabledForSearchNodes === 'boolean') this.enabledForSearchNodes = enabledForSearchNodes
    this.invalidReads += this.invalidReadsAfterPatch
    this.invalidReadsAfterPatch = 0
  }

  isUsedByClusters(provider: string): boolean {
    return this.clusters.some((cluster) => usedProviders(cluster, this.#now()).includes(provider))
  }

  listClusters(): object[] {
    return this.clusters.map((cluster) => clusterDocument(cluster, this.#now()))
  }

  /** @throws ApiError if there is no such cluster */
  getCluster(name: string): object {
    return lookAt(clusterNamed(this.clusters, name), this.#now())
  }

  /**
   * @returns the cluster
   * @throws ApiError for what Atlas refuses
   */
  patchCluster(name: string, body: Record<string, unknown>): object {
    const cluster = clusterNamed(this.clusters, name)
    const change = changeCluster(cluster, body, this.#now(), (provider) => this.#requireUsable(provider))
    if (change !== undefined) this.clusterChanges.push(change)
    return documentOf(cluster)
  }

  #requireUsable(provider: ClusterProvider): void {
    const object = OBJECTS.find((name) => RULES[name].clusterProvider === provider) as AtlasObject
    const block = this.blocks[object]
    if (!block?.enabled) {
      throw invalid('ENCRYPTION_AT_REST_NOT_ENABLED', `Encryption at Rest is not enabled for group ${this.id}.`)
    }
    if (isValid(object, block, this.brokenKeys)) return
    throw invalid('ENCRYPTION_AT_REST_SETTINGS_INVALID', 'Atlas is unable to access your encryption key.')
  }

  /** @throws ApiError for what Atlas refuses */
  createPrivateEndpoint(provider: EndpointProvider, body: Record<string, unknown>): object {
    const block = this.blocks[provider === 'AWS' ? 'awsKms' : 'azureKeyVault']
    return this.endpoints.create(provider, body, block?.enabled === true && block.requirePrivateNetworking === true)
  }
}
