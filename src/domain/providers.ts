import { type SafeText, safe } from '../sanitize/safe-text.ts'

/**
 * The one table of providers. Inputs, masks, format checks, response schemas, comparison, patch and documentation derive from
 * it; `test/interface.test.ts` checks `action.yml` against it. To support another field of Atlas's, add a row here and its
 * input to `action.yml`.
 *
 * Field names and constraints: MongoDB's OpenAPI specification v2, schemas AWSKMSConfiguration, AzureKeyVault, GoogleCloudKMS.
 */
export type ProviderName = 'aws' | 'azure' | 'gcp'

/** The name of a provider's object in Atlas's encryptionAtRest document. */
export type AtlasObject = 'awsKms' | 'azureKeyVault' | 'googleCloudKms'

/** How a field's text is checked, sent and compared: see `input/formats.ts`, and `normalize` in `compare.ts`. */
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

export interface ProviderField {
  /** Atlas's name. */
  readonly name: SafeText
  /** The action's input. */
  readonly input: SafeText
  readonly format: FieldFormat
  /** Must be given to enable the provider. Credentials are not marked: a role or all static ones are enough. */
  readonly neededToEnable?: true
  /** Part of the static credentials, which a role replaces for good. They are sent together. */
  readonly staticCredential?: true
  /** Masked, and never returned by Atlas (`writeOnly` in its specification). */
  readonly secret?: true
  /** Azure's names, which mean the same in upper and lower case. */
  readonly ignoresCase?: true
}

export interface Provider {
  readonly name: ProviderName
  /** The name of the service, for messages. */
  readonly title: SafeText
  readonly atlasObject: AtlasObject
  /** The value of a cluster's `encryptionAtRestProvider`, and the path segment of the private endpoints. */
  readonly clusterProvider: 'AWS' | 'AZURE' | 'GCP'
  readonly hasPrivateEndpoints: boolean
  readonly fields: readonly ProviderField[]
}

const aws: Provider = {
  name: 'aws',
  title: safe`AWS KMS`,
  atlasObject: 'awsKms',
  clusterProvider: 'AWS',
  hasPrivateEndpoints: true,
  fields: [
    {
      name: safe`customerMasterKeyID`,
      input: safe`aws-customer-master-key-id`,
      format: 'key-id',
      neededToEnable: true,
    },
    { name: safe`region`, input: safe`aws-region`, format: 'region', neededToEnable: true },
    { name: safe`roleId`, input: safe`aws-role-id`, format: 'role-id' },
    { name: safe`accessKeyID`, input: safe`aws-access-key-id`, format: 'access-key-id', staticCredential: true },
    {
      name: safe`secretAccessKey`,
      input: safe`aws-secret-access-key`,
      format: 'secret',
      staticCredential: true,
      secret: true,
    },
    { name: safe`requirePrivateNetworking`, input: safe`aws-require-private-networking`, format: 'boolean' },
  ],
}

const azure: Provider = {
  name: 'azure',
  title: safe`Azure Key Vault`,
  atlasObject: 'azureKeyVault',
  clusterProvider: 'AZURE',
  hasPrivateEndpoints: true,
  fields: [
    { name: safe`azureEnvironment`, input: safe`azure-environment`, format: 'azure-environment', neededToEnable: true },
    { name: safe`subscriptionID`, input: safe`azure-subscription-id`, format: 'uuid', neededToEnable: true },
    {
      name: safe`resourceGroupName`,
      input: safe`azure-resource-group-name`,
      format: 'text',
      neededToEnable: true,
      ignoresCase: true,
    },
    {
      name: safe`keyVaultName`,
      input: safe`azure-key-vault-name`,
      format: 'text',
      neededToEnable: true,
      ignoresCase: true,
    },
    { name: safe`keyIdentifier`, input: safe`azure-key-identifier`, format: 'https-url', neededToEnable: true },
    { name: safe`roleId`, input: safe`azure-role-id`, format: 'role-id' },
    { name: safe`clientID`, input: safe`azure-client-id`, format: 'uuid', staticCredential: true },
    { name: safe`tenantID`, input: safe`azure-tenant-id`, format: 'uuid', staticCredential: true },
    { name: safe`secret`, input: safe`azure-secret`, format: 'secret', staticCredential: true, secret: true },
    { name: safe`requirePrivateNetworking`, input: safe`azure-require-private-networking`, format: 'boolean' },
  ],
}

const gcp: Provider = {
  name: 'gcp',
  title: safe`Google Cloud KMS`,
  atlasObject: 'googleCloudKms',
  clusterProvider: 'GCP',
  hasPrivateEndpoints: false,
  fields: [
    {
      name: safe`keyVersionResourceID`,
      input: safe`gcp-key-version-resource-id`,
      format: 'gcp-key-version',
      neededToEnable: true,
    },
    { name: safe`roleId`, input: safe`gcp-role-id`, format: 'role-id' },
    {
      name: safe`serviceAccountKey`,
      input: safe`gcp-service-account-key`,
      format: 'service-account-key',
      staticCredential: true,
      secret: true,
    },
  ],
}

export const PROVIDERS: Readonly<Record<ProviderName, Provider>> = { aws, azure, gcp }

export const PROVIDER_LIST: readonly Provider[] = [aws, azure, gcp]

/** Not a field of Atlas's: the ARN of an AWS role, which is looked up in the project's cloud provider access and sent as `roleId`. */
export const ROLE_ARN = { name: safe`roleArn`, input: safe`aws-role-arn` } as const

/** The provider's field of that Atlas name. */
export function fieldOf(provider: ProviderName, name: string): ProviderField | undefined {
  return PROVIDERS[provider].fields.find((field) => field.name === name)
}
