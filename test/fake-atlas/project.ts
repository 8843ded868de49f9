import { ApiError } from './errors.ts'

type Block = Record<string, unknown>
export type AtlasObject = 'awsKms' | 'azureKeyVault' | 'googleCloudKms'

interface Rules {
  readonly fields: Readonly<Record<string, 'string' | 'boolean'>>
  /** Fields without which the provider cannot be enabled, beside a role or static credentials. */
  readonly required: readonly string[]
  /** Static credentials, which are an alternative to a role. */
  readonly statics: readonly string[]
  readonly writeOnly: readonly string[]
  /** The field that names the key. */
  readonly key: string
  readonly clusterProvider: string
}

// Written from MongoDB's OpenAPI document and not from the table of the action, so that a mistake in one of them shows.
export const RULES: Readonly<Record<AtlasObject, Rules>> = {
  awsKms: {
    fields: {
      accessKeyID: 'string',
      customerMasterKeyID: 'string',
      region: 'string',
      requirePrivateNetworking: 'boolean',
      roleId: 'string',
      secretAccessKey: 'string',
    },
    required: ['customerMasterKeyID', 'region'],
    statics: ['accessKeyID', 'secretAccessKey'],
    writeOnly: ['secretAccessKey'],
    key: 'customerMasterKeyID',
    clusterProvider: 'AWS',
  },
  azureKeyVault: {
    fields: {
      azureEnvironment: 'string',
      clientID: 'string',
      keyIdentifier: 'string',
      keyVaultName: 'string',
      requirePrivateNetworking: 'boolean',
      resourceGroupName: 'string',
      roleId: 'string',
      secret: 'string',
      subscriptionID: 'string',
      tenantID: 'string',
    },
    required: ['azureEnvironment', 'subscriptionID', 'resourceGroupName', 'keyVaultName', 'keyIdentifier'],
    statics: ['clientID', 'tenantID', 'secret'],
    writeOnly: ['secret'],
    key: 'keyIdentifier',
    clusterProvider: 'AZURE',
  },
  googleCloudKms: {
    fields: { keyVersionResourceID: 'string', roleId: 'string', serviceAccountKey: 'string' },
    required: ['keyVersionResourceID'],
    statics: ['serviceAccountKey'],
    writeOnly: ['serviceAccountKey'],
    key: 'keyVersionResourceID',
    clusterProvider: 'GCP',
  },
}

const OBJECTS = Object.keys(RULES) as AtlasObject[]

export interface Cluster {
  name: string
  paused?: boolean
  encryptionAtRestProvider?: 'NONE' | 'AWS' | 'AZURE' | 'GCP'
  stateName?: string
  replicationSpecs?: { regionConfigs: { providerName: string; electableSpecs?: { instanceSize: string } }[] }[]
}

/** One Atlas project: the state machine of encryption at rest, and what it depends on. */
export class FakeProject {
  readonly id: string
  name = 'payments-prod'
  blocks: Partial<Record<AtlasObject, Block | null>> = {}
  enabledForSearchNodes = false
  clusters: Cluster[] = []
  alertConfigurations: { eventTypeName: string; enabled: boolean }[] = []
  alerts: { eventTypeName: string; status: 'OPEN' | 'CLOSED'; clusterName?: string }[] = []
  /** Newest first. */
  events: { eventTypeName: string; created: string; username?: string; publicKey?: string }[] = []
  /** Regions of private endpoints, for AWS and Azure. */
  privateEndpoints: { provider: 'AWS' | 'AZURE'; regionName: string; status: string }[] = []
  /** Roles of cloudProviderAccess. One that is not authorized is refused. */
  roles: { roleId: string; arn?: string; authorized: boolean }[] = []
  /** The roles of the other clouds, as cloudProviderAccess lists them. */
  azureServicePrincipals: { _id: string; servicePrincipalId: string; tenantId?: string }[] = []
  gcpServiceAccounts: { roleId: string; gcpServiceAccountForAtlas: string; status: string }[] = []
  /** Client id → what is known of the account's secrets. */
  readonly serviceAccounts = new Map<
    string,
    { secrets: { id: string; expiresAt: string; lastUsedAt?: string; maskedSecretValue: string }[] }
  >()
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

  constructor(id: string) {
    this.id = id
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
    const { fields, writeOnly, key } = RULES[object]
    const returned = Object.keys(fields).filter(
      (name) => !writeOnly.includes(name) && (name !== 'roleId' || this.returnsRoleId),
    )
    if (!block?.enabled) {
      const nulls = returned.map((name) => [name, fields[name] === 'boolean' ? false : null])
      return { ...Object.fromEntries(nulls), enabled: false, valid: false }
    }
    const details = returned.map((name) => [name, block[name] ?? (fields[name] === 'boolean' ? false : null)])
    return {
      ...Object.fromEntries(details),
      enabled: true,
      valid: !isUnchecked && !this.brokenKeys.has(String(block[key])),
    }
  }

  /** @throws ApiError for what Atlas refuses */
  patch(body: unknown): void {
    if (typeof body !== 'object' || body === null || Array.isArray(body))
      throw invalid('INVALID_JSON', 'Received JSON is malformed.')
    const { enabledForSearchNodes, ...blocks } = body as Record<string, unknown>
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
    const next = given.map(([object, block]) => [object, this.#changed(object, block)] as const)
    for (const [object, block] of next) this.blocks[object] = block
    if (typeof enabledForSearchNodes === 'boolean') this.enabledForSearchNodes = enabledForSearchNodes
    this.invalidReads += this.invalidReadsAfterPatch
    this.invalidReadsAfterPatch = 0
  }

  #changed(object: AtlasObject, given: unknown): Block {
    const rules = RULES[object]
    const block = checkedBlock(object, given)
    const current = this.blocks[object]
    if (block.enabled === false) {
      this.#refuseDisable(object, rules)
      return { enabled: false }
    }
    if (!current?.enabled) return this.#enabled(rules, block)
    if (this.brokenKeys.has(String(current[rules.key]))) {
      throw invalid(
        'ENCRYPTION_AT_REST_SETTINGS_INVALID',
        'You cannot change your encryption key until access to your current encryption key has been restored.',
      )
    }
    const merged = { ...current, ...block, enabled: true }
    if (block.roleId !== undefined) for (const name of rules.statics) delete (merged as Block)[name]
    this.#checkCredentials(rules, merged)
    return merged
  }

  #enabled(rules: Rules, block: Block): Block {
    if (block.enabled !== true) throw invalid('ENCRYPTION_AT_REST_NOT_ENABLED', 'Encryption at Rest is not enabled.')
    for (const name of rules.required) {
      if (block[name] === undefined)
        throw invalid('MISSING_ATTRIBUTE', `The required attribute ${name} was not specified.`, [name])
    }
    if (block.roleId === undefined && !rules.statics.every((name) => block[name] !== undefined)) {
      throw invalid('MISSING_ATTRIBUTE', 'The required attribute roleId was not specified.', ['roleId'])
    }
    this.#checkCredentials(rules, block)
    return { ...block }
  }

  #checkCredentials(rules: Rules, block: Block): void {
    const statics = rules.statics.filter((name) => block[name] !== undefined)
    if (statics.includes('accessKeyID') && !this.awsAccessKeysAllowed) {
      throw invalid(
        'AWS_KMS_CREDENTIALS_AUTH_DEPRECATED',
        'Credentials based authentication is no longer supported for AWS KMS.',
      )
    }
    if (block.roleId === undefined) return
    const role = this.roles.find(({ roleId }) => roleId === block.roleId)
    if (role === undefined) throw invalid('INVALID_ATTRIBUTE', 'Invalid attribute roleId specified.', ['roleId'])
    if (role.authorized) return
    throw invalid(
      'CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED',
      `The specified Cloud Provider Access role (${role.roleId}) has not been authorized.`,
      [role.roleId],
    )
  }

  #refuseDisable(object: AtlasObject, { clusterProvider }: Rules): void {
    if (this.clusters.some(({ encryptionAtRestProvider }) => encryptionAtRestProvider === clusterProvider)) {
      throw new ApiError(
        409,
        'CANNOT_DISABLE_ENCRYPTION_AT_REST',
        'Cannot disable encryption at rest because it is still enabled on one or more clusters in the group.',
      )
    }
    if (this.privateEndpoints.some(({ provider }) => provider === clusterProvider)) {
      throw invalid(
        'CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS',
        'Encryption at Rest cannot be disabled when private endpoints are present.',
      )
    }
    if (this.backupCompliancePolicy && this.blocks[object]?.enabled) {
      throw invalid(
        'CANNOT_DISABLE_ENCRYPTION_AT_REST_WITH_BACKUP_COMPLIANCE_POLICY',
        'A Backup Compliance Policy is active.',
      )
    }
  }
}

function checkedBlock(object: AtlasObject, given: unknown): Block {
  if (typeof given !== 'object' || given === null)
    throw invalid('INVALID_ATTRIBUTE', `Invalid attribute ${object} specified.`)
  for (const [name, value] of Object.entries(given)) {
    const type = name === 'enabled' ? 'boolean' : RULES[object].fields[name]
    if (type === undefined || typeof value !== type)
      throw invalid('INVALID_ATTRIBUTE', `Invalid attribute ${name} specified.`, [name])
    if (name === 'region' && !/^[A-Z]{2}(_[A-Z]+)+_\d$/.test(String(value))) {
      throw invalid('INVALID_ENUM_VALUE', `An invalid enumeration value ${String(value)} was specified.`, [value])
    }
  }
  return given as Block
}

function invalid(code: string, detail: string, parameters: readonly unknown[] | null = null): ApiError {
  return new ApiError(400, code, detail, parameters)
}
