import { ApiError, invalid } from './errors.ts'
import { type Roles, requireAuthorized } from './roles.ts'

export type Block = Record<string, unknown>
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

export const OBJECTS = Object.keys(RULES) as AtlasObject[]

/** What Atlas looks at in a project before it changes the configuration. */
export interface EncryptionContext extends Roles {
  readonly brokenKeys: ReadonlySet<string>
  readonly awsAccessKeysAllowed: boolean
  readonly backupCompliancePolicy: boolean
  /** Whether a cluster has the provider's key, or is still being switched from it. */
  readonly isUsedByClusters: (provider: string) => boolean
  readonly privateEndpoints: readonly { readonly provider: string; readonly regionName: string }[]
}

/** Whether Atlas can use the key of an enabled provider. */
export function isValid(object: AtlasObject, block: Block, brokenKeys: ReadonlySet<string>): boolean {
  return !brokenKeys.has(String(block[RULES[object].key]))
}

/** The object of a provider as Atlas reports it, but for `valid`. */
export function reportedBlock(object: AtlasObject, block: Block | undefined, returnsRoleId: boolean): Block {
  const { fields, writeOnly } = RULES[object]
  const returned = Object.keys(fields).filter(
    (name) => !writeOnly.includes(name) && (name !== 'roleId' || returnsRoleId),
  )
  const enabled = block?.enabled === true
  const given = enabled ? block : {}
  const details = returned.map((name) => [name, given[name] ?? (fields[name] === 'boolean' ? false : null)])
  return { ...Object.fromEntries(details), enabled }
}

/**
 * @param given the object of a provider in the body of a PATCH
 * @returns the object that Atlas has afterwards
 * @throws ApiError for what Atlas refuses
 */
export function changedBlock(
  context: EncryptionContext,
  object: AtlasObject,
  given: unknown,
  current: Block | null | undefined,
): Block {
  const rules = RULES[object]
  const block = checkedBlock(object, given)
  if (block.enabled === false) {
    refuseDisable(context, rules, current)
    return { enabled: false }
  }
  if (!current?.enabled) return enabledBlock(context, rules, block)
  if (!isValid(object, current, context.brokenKeys)) {
    throw invalid(
      'ENCRYPTION_AT_REST_SETTINGS_INVALID',
      'You cannot change your encryption key until access to your current encryption key has been restored.',
    )
  }
  refusePublicNetworking(context, rules, block)
  const merged: Block = { ...current, ...block, enabled: true }
  if (block.roleId !== undefined) for (const name of rules.statics) delete merged[name]
  checkCredentials(context, rules, merged)
  return merged
}

function enabledBlock(context: EncryptionContext, rules: Rules, block: Block): Block {
  if (block.enabled !== true) throw invalid('ENCRYPTION_AT_REST_NOT_ENABLED', 'Encryption at Rest is not enabled.')
  for (const name of rules.required) {
    if (block[name] === undefined)
      throw invalid('MISSING_ATTRIBUTE', `The required attribute ${name} was not specified.`, [name])
  }
  if (block.roleId === undefined && !rules.statics.every((name) => block[name] !== undefined)) {
    throw invalid('MISSING_ATTRIBUTE', 'The required attribute roleId was not specified.', ['roleId'])
  }
  checkCredentials(context, rules, block)
  return { ...block }
}

function checkCredentials(context: EncryptionContext, rules: Rules, block: Block): void {
  const statics = rules.statics.filter((name) => block[name] !== undefined)
  if (statics.includes('accessKeyID') && !context.awsAccessKeysAllowed) {
    throw invalid(
      'AWS_KMS_CREDENTIALS_AUTH_DEPRECATED',
      'Credentials based authentication is no longer supported for AWS KMS.',
    )
  }
  if (block.roleId !== undefined) requireAuthorized(context, block.roleId)
}

function refusePublicNetworking({ privateEndpoints }: EncryptionContext, rules: Rules, block: Block): void {
  if (block.requirePrivateNetworking !== false) return
  const own = privateEndpoints.filter(({ provider }) => provider === rules.clusterProvider)
  if (own.length === 0) return
  const regions = own.map(({ regionName }) => regionName)
  const detail = `Cannot disable requirePrivateNetworking field when there are private endpoints. Remove private endpoints in region(s) ${regions.join(', ')} to disable requirePrivateNetworking.`
  throw invalid(
    'CANNOT_DISABLE_ENCRYPTION_AT_REST_REQUIRE_PRIVATE_NETWORKING_WHILE_PRIVATE_ENDPOINTS_EXIST',
    detail,
    regions,
  )
}

function refuseDisable(
  context: EncryptionContext,
  { clusterProvider }: Rules,
  current: Block | null | undefined,
): void {
  if (context.isUsedByClusters(clusterProvider)) {
    throw new ApiError(
      409,
      'CANNOT_DISABLE_ENCRYPTION_AT_REST',
      'Cannot disable encryption at rest because it is still enabled on one or more clusters in the group.',
    )
  }
  if (context.privateEndpoints.some(({ provider }) => provider === clusterProvider)) {
    throw invalid(
      'CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS',
      'Encryption at Rest cannot be disabled when private endpoints are present.',
    )
  }
  if (context.backupCompliancePolicy && current?.enabled) {
    throw invalid(
      'CANNOT_DISABLE_ENCRYPTION_AT_REST_WITH_BACKUP_COMPLIANCE_POLICY',
      'A Backup Compliance Policy is active.',
    )
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
