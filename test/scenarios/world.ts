import type { DigestOptions } from '../fake-atlas/digest.ts'
import type { FakeProject } from '../fake-atlas/project.ts'
import { API_KEY, FakeAtlas, PROJECT_ID, SERVICE_ACCOUNT } from '../fake-atlas/server.ts'
import type { StepOptions, StepResult } from '../runner/run-action.ts'
import { GITHUB_TOKEN, runAction } from '../runner/run-action.ts'

export const ROLE_ID = '64b0c0ffee0000000000f00d'
export const OTHER_ROLE_ID = '64b0c0ffee0000000000face'
export const ROLE_ARN = 'arn:aws:iam::111122223333:role/atlas-kms'

/** `with:` of a complete set-up with a role, for each provider, and the document that Atlas has once it is applied. */
export const SETUPS = {
  aws: {
    inputs: {
      provider: 'aws',
      'aws-customer-master-key-id': 'arn:aws:kms:us-east-1:111122223333:key/0a1b',
      'aws-region': 'us-east-1',
      'aws-role-id': ROLE_ID,
    },
    object: 'awsKms',
    block: { customerMasterKeyID: 'arn:aws:kms:us-east-1:111122223333:key/0a1b', region: 'US_EAST_1', roleId: ROLE_ID },
    /** A change of one field: input, value, Atlas's name, value as sent. */
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

/** Paths of the resource, for comparing with `FakeAtlas.story`. */
export const RESOURCE = `/api/atlas/v2/groups/${PROJECT_ID}/encryptionAtRest`

/** One fake Atlas with one project, and the step that runs against it. */
export class Scenario {
  readonly atlas: FakeAtlas
  readonly project: FakeProject

  private constructor(atlas: FakeAtlas) {
    this.atlas = atlas
    this.project = atlas.addProject()
    this.project.roles = [
      { roleId: ROLE_ID, arn: ROLE_ARN, authorized: true },
      { roleId: OTHER_ROLE_ID, arn: 'arn:aws:iam::111122223333:role/other', authorized: true },
    ]
  }

  /** Runs a test against a fresh fake Atlas, which is stopped afterwards. */
  static async play(test: (scenario: Scenario) => Promise<void>, digest: Partial<DigestOptions> = {}): Promise<void> {
    const scenario = new Scenario(await FakeAtlas.start(digest))
    try {
      await test(scenario)
    } finally {
      await scenario.atlas.stop()
    }
  }

  /** Makes the provider enabled in Atlas, as its set-up says. */
  enable(provider: keyof typeof SETUPS, more: Record<string, unknown> = {}): void {
    this.project.blocks[SETUPS[provider].object] = { ...SETUPS[provider].block, ...more, enabled: true }
  }

  /** Runs the step with the API key on this project. */
  readonly step = (inputs: Record<string, string>, options: Partial<StepOptions> = {}): Promise<StepResult> =>
    runAction({
      ...options,
      with: { 'atlas-base-url': this.atlas.url, 'project-id': PROJECT_ID, ...WITH_API_KEY, ...inputs },
      secrets: () => secretsOf(this.atlas, options),
    })
}

/** What must not show anywhere, asked for after the run: tokens are made on the way. */
export function secretsOf(atlas: FakeAtlas, { secrets }: Partial<StepOptions>): string[] {
  return [API_KEY.privateKey, SERVICE_ACCOUNT.clientSecret, GITHUB_TOKEN, ...atlas.oauth.issued, ...(secrets?.() ?? [])]
}

/** Empties the API key's inputs, for a step that calls with the service account. */
export const AS_SERVICE_ACCOUNT = { 'atlas-public-key': '', 'atlas-private-key': '', ...WITH_SERVICE_ACCOUNT }
