import { type SafeText, safe } from '../sanitize/safe-text.ts'

/**
 * The one table of providers. Inputs, masks, format checks, response schemas, comparison, patch and documentation derive from
 * it; `test/interface.test.ts` holds `action.yml` to it. To add a field of Atlas's is to add a row, and its
 * input to `action.yml`.
 *
 * Field names and constraints: MongoDB's OpenAPI specification v2, schemas AWSKMSConfiguration, AzureKeyVault, GoogleCloudKMS.
 */
export type ProviderName = 'aws' | 'azure' | 'gcp'

/** The name of a provider's object in Atlas's encryptionAtRest document. */
export type AtlasObject = 'awsKms' | 'azureKeyVault' | 'googleCloudKms'

/** How a field's text is checked, sent and compared: see `input/parse/field-formats.ts`, and `normalize` in `compare.ts`. */
export type FieldFormat =
  | 'access-key-id'
  | 'azure-environment'
  | 'boolean'
  | 'gcp-key-version'
  | 'https-url'
  | 'key-id'
  | 'region'
  | 'role-id'
  | 'secret'
  | 'service-account-key'
  | 'text'
  | 'uuid'

interface FieldRow {
  /** Atlas's name. */
  readonly name: string
  /** The action's input. */
  readonly input: string
  readonly format: FieldFormat
  /** Must be given to enable the provider. Credentials are not marked: a role or all static ones will do. */
  readonly neededToEnable?: true
  /** Part of the static credentials, which a role replaces for good. They are sent together. */
  readonly staticCredential?: true
  /** Masked, and never returned by Atlas (`writeOnly` in its specification). */
  readonly secret?: true
  /** Azure's names, which mean the same in upper and lower case. */
  readonly ignoresCase?: true
}

interface RoleNameRow {
  /** The key in `fields` and in the config file. */
  readonly name: string
  /** The action's input. */
  readonly input: string
  /** What it is, for messages. */
  readonly title: SafeText
}

interface ProviderRow {
  readonly name: ProviderName
  /** For people. */
  readonly title: SafeText
  readonly atlasObject: AtlasObject
  /** Value of a cluster's `encryptionAtRestProvider`, and path segment of the private endpoints. */
  readonly clusterProvider: 'AWS' | 'AZURE' | 'GCP'
  readonly hasPrivateEndpoints: boolean
  readonly fields: readonly FieldRow[]
  /** What stands for `roleId`: the role by the name that the cloud gives it, which is not a field of Atlas's. */
  readonly roleName: RoleNameRow
}

const aws = {
  name: 'aws',
  title: safe`AWS KMS`,
  atlasObject: 'awsKms',
  clusterProvider: 'AWS',
  hasPrivateEndpoints: true,
  roleName: { name: 'roleArn', input: 'aws-role-arn', title: safe`AWS role` },
  fields: [
    { name: 'customerMasterKeyID', input: 'aws-customer-master-key-id', format: 'key-id', neededToEnable: true },
    { name: 'region', input: 'aws-region', format: 'region', neededToEnable: true },
    { name: 'roleId', input: 'aws-role-id', format: 'role-id' },
    { name: 'accessKeyID', input: 'aws-access-key-id', format: 'access-key-id', staticCredential: true },
    {
      name: 'secretAccessKey',
      input: 'aws-secret-access-key',
      format: 'secret',
      staticCredential: true,
      secret: true,
    },
    { name: 'requirePrivateNetworking', input: 'aws-require-private-networking', format: 'boolean' },
  ],
} as const satisfies ProviderRow

const azure = {
  name: 'azure',
  title: safe`Azure Key Vault`,
  atlasObject: 'azureKeyVault',
  clusterProvider: 'AZURE',
  hasPrivateEndpoints: true,
  roleName: {
    name: 'servicePrincipalId',
    input: 'azure-service-principal-id',
    title: safe`Azure service principal`,
  },
  fields: [
    { name: 'azureEnvironment', input: 'azure-environment', format: 'azure-environment', neededToEnable: true },
    { name: 'subscriptionID', input: 'azure-subscription-id', format: 'uuid', neededToEnable: true },
    {
      name: 'resourceGroupName',
      input: 'azure-resource-group-name',
      format: 'text',
      neededToEnable: true,
      ignoresCase: true,
    },
    { name: 'keyVaultName', input: 'azure-key-vault-name', format: 'text', neededToEnable: true, ignoresCase: true },
    { name: 'keyIdentifier', input: 'azure-key-identifier', format: 'https-url', neededToEnable: true },
    { name: 'roleId', input: 'azure-role-id', format: 'role-id' },
    { name: 'clientID', input: 'azure-client-id', format: 'uuid', staticCredential: true },
    { name: 'tenantID', input: 'azure-tenant-id', format: 'uuid', staticCredential: true },
    { name: 'secret', input: 'azure-secret', format: 'secret', staticCredential: true, secret: true },
    { name: 'requirePrivateNetworking', input: 'azure-require-private-networking', format: 'boolean' },
  ],
} as const satisfies ProviderRow

const gcp = {
  name: 'gcp',
  title: safe`Google Cloud KMS`,
  atlasObject: 'googleCloudKms',
  clusterProvider: 'GCP',
  hasPrivateEndpoints: false,
  roleName: { name: 'serviceAccount', input: 'gcp-service-account', title: safe`Google service account` },
  fields: [
    {
      name: 'keyVersionResourceID',
      input: 'gcp-key-version-resource-id',
      format: 'gcp-key-version',
      neededToEnable: true,
    },
    { name: 'roleId', input: 'gcp-role-id', format: 'role-id' },
    {
      name: 'serviceAccountKey',
      input: 'gcp-service-account-key',
      format: 'service-account-key',
      staticCredential: true,
      secret: true,
    },
  ],
} as const satisfies ProviderRow

type Tables = typeof aws | typeof azure | typeof gcp

/** Atlas's name of a field: one of the words in the tables, so that the compiler lets messages name it. */
export type FieldName = Tables['fields'][number]['name']

/** The action's input for a field. */
export type FieldInput = Tables['fields'][number]['input']

/** The name of a role in a cloud. */
export interface RoleName extends RoleNameRow {
  readonly name: Tables['roleName']['name']
  readonly input: Tables['roleName']['input']
}

export interface ProviderField extends FieldRow {
  readonly name: FieldName
  readonly input: FieldInput
}

export interface Provider extends ProviderRow {
  readonly fields: readonly ProviderField[]
  readonly roleName: RoleName
}

export const PROVIDERS: Readonly<Record<ProviderName, Provider>> = { aws, azure, gcp }

export const PROVIDER_LIST: readonly Provider[] = [aws, azure, gcp]

/** The provider's field of that Atlas name. */
export function fieldOf(provider: ProviderName, name: string): ProviderField | undefined {
  return PROVIDERS[provider].fields.find((field) => field.name === name)
}
