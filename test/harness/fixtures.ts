/** The credentials, projects and configurations that tests share. */

import { type SafeText, safe } from '../../src/sanitize/safe-text.ts'
import { sanitized } from './context.ts'

export const PROJECT_ID = safe`64b0c0ffee0000000000beef`
export const API_KEY = { publicKey: 'abcdwxyz', privateKey: '89abcdef-0123-4567-89ab-cdef01234567' }
export const SERVICE_ACCOUNT = { clientId: 'mdb_sa_id_64b0c0ffee', clientSecret: 'mdb_sa_sk_s+e/c=r%e&t 4Z' }

export const ROLE_ID = '64b0c0ffee0000000000f00d'
export const OTHER_ROLE_ID = '64b0c0ffee0000000000face'
export const ROLE_ARN = 'arn:aws:iam::111122223333:role/atlas-kms'

/** The id of a KMS key. Unlike its ARN it names no region, so tests may use it with any. */
const KEY_ID = '0a1b2c3d-4e5f-4789-abcd-0123456789ab'

/** For each provider, the inputs of a complete configuration with a role, and the object that Atlas has once they are applied. */
export const CONFIGURATIONS = {
  aws: {
    inputs: {
      provider: 'aws',
      'aws-customer-master-key-id': KEY_ID,
      'aws-region': 'us-east-1',
      'aws-role-id': ROLE_ID,
    },
    object: 'awsKms',
    block: { customerMasterKeyID: KEY_ID, region: 'US_EAST_1', roleId: ROLE_ID },
    /** A change of one field: input, value, name in Atlas, value in Atlas. */
    change: ['aws-region', 'eu-west-1', 'region', 'EU_WEST_1'],
  },
  azure: {
    inputs: {
      provider: 'azure',
      'azure-environment': 'AZURE',
      'azure-subscription-id': '0ec944e8-1111-2222-3333-444455556666',
      'azure-resource-group-name': 'keys-prod',
      'azure-key-vault-name': 'vault-prod',
      'azure-key-identifier': 'https://vault-prod.vault.azure.net/keys/atlas/d891821e3d364e9eb88fbd3d11807b86',
      'azure-role-id': ROLE_ID,
    },
    object: 'azureKeyVault',
    block: {
      azureEnvironment: 'AZURE',
      subscriptionID: '0ec944e8-1111-2222-3333-444455556666',
      resourceGroupName: 'keys-prod',
      keyVaultName: 'vault-prod',
      keyIdentifier: 'https://vault-prod.vault.azure.net/keys/atlas/d891821e3d364e9eb88fbd3d11807b86',
      roleId: ROLE_ID,
    },
    change: [
      'azure-key-identifier',
      'https://vault-prod.vault.azure.net/keys/atlas/0000821e3d364e9eb88fbd3d11807b86',
      'keyIdentifier',
      'https://vault-prod.vault.azure.net/keys/atlas/0000821e3d364e9eb88fbd3d11807b86',
    ],
  },
  gcp: {
    inputs: {
      provider: 'gcp',
      'gcp-key-version-resource-id': 'projects/p-1/locations/us-east4/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1',
      'gcp-role-id': ROLE_ID,
    },
    object: 'googleCloudKms',
    block: {
      keyVersionResourceID: 'projects/p-1/locations/us-east4/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1',
      roleId: ROLE_ID,
    },
    change: [
      'gcp-key-version-resource-id',
      'projects/p-1/locations/us-east4/keyRings/r/cryptoKeys/k/cryptoKeyVersions/2',
      'keyVersionResourceID',
      'projects/p-1/locations/us-east4/keyRings/r/cryptoKeys/k/cryptoKeyVersions/2',
    ],
  },
} as const

export const WITH_API_KEY = { 'atlas-public-key': API_KEY.publicKey, 'atlas-private-key': API_KEY.privateKey }

export const WITH_SERVICE_ACCOUNT = {
  'atlas-client-id': SERVICE_ACCOUNT.clientId,
  'atlas-client-secret': SERVICE_ACCOUNT.clientSecret,
}

/** Replaces the API key by the service account. */
export const AS_SERVICE_ACCOUNT = { 'atlas-public-key': '', 'atlas-private-key': '', ...WITH_SERVICE_ACCOUNT }

export const ORGANIZATION = safe`5f0c0ffee00000000000abcd`

/** The id of the `n`th project. Ids sort by their number. */
export const idOf = (n: number): SafeText => sanitized(`64b0${n.toString(16).padStart(20, '0')}`)
