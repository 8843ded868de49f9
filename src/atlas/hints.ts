import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import { saysRoleIsMissing } from './missing-role.ts'
import type { RequestFacts } from './request-facts.ts'

interface Refusal extends RequestFacts {
  readonly status: number
  readonly code: string | undefined
}

/** A hint that depends on whether static credentials were sent. */
interface CredentialsHint {
  readonly withSecrets: SafeText
  readonly withRole: SafeText
}

export const sentences = (...texts: readonly SafeText[]): SafeText => joinSafe(texts, safe` `)

/** For what Atlas itself would not send. */
export const CHECK_PROXY = safe`Check \`atlas-base-url\`, and whether a proxy is between the runner and Atlas.`

const CHECK_PROJECT_ID = safe`Check \`project-id\` (in a config file, \`id\`): there is no such project.`

const CHECK_INPUTS = safe`Check the inputs of the provider against the message.`

const NO_DEDICATED_CLUSTER = sentences(
  safe`Encryption at rest with a customer-managed key needs dedicated clusters (M10 or larger):`,
  safe`Atlas does not offer it for M0, M2, M5, Flex, or serverless clusters.`,
)

const VERSION_GONE = safe`Atlas no longer serves this version of its API; update this action.`

const RAISE_PROPAGATION_TIMEOUT = safe`if you granted it a moment ago, raise \`propagation-timeout\` (and \`timeout\`).`

const AWS_ROLE = sentences(
  safe`Check the role's trust policy (Atlas's AWS account and the external ID of Cloud Provider Access) and its KMS`,
  safe`permissions. If you created the role a moment ago, raise \`propagation-timeout\` (and \`timeout\`).`,
)

/** What to do about a refusal. Sources: MongoDB's "Atlas API error codes", and the issues of its Terraform provider. */
export const BY_CODE: Readonly<Record<string, SafeText | CredentialsHint>> = {
  IP_ADDRESS_NOT_ON_ACCESS_LIST: sentences(
    safe`The runner's IP address is not on the API access list: add it to the access list of the service account or API key,`,
    safe`or use a runner with a fixed address (the addresses of GitHub-hosted runners change).`,
  ),
  ORG_REQUIRES_ACCESS_LIST: safe`The organization requires an API access list: create one for the service account or API key, with the address of the runner.`,
  NOT_IN_GROUP: sentences(
    safe`Check \`project-id\` (in a config file, \`id\`): the project does not exist, or the service account or API key was`,
    safe`not added to it.`,
  ),
  GROUP_NOT_FOUND: CHECK_PROJECT_ID,
  INVALID_GROUP_ID: CHECK_PROJECT_ID,
  NOT_ATLAS_GROUP: safe`Check \`project-id\` (in a config file, \`id\`): it is not an Atlas project.`,
  CANNOT_DISABLE_ENCRYPTION_AT_REST: sentences(
    safe`List the clusters in \`clusters\`, so that this action sets them to \`NONE\` first, or set their`,
    safe`\`encryptionAtRestProvider\` to \`NONE\` in Atlas. Then run again.`,
  ),
  CANNOT_CHANGE_ENCRYPTION_AT_REST_PROVIDER: sentences(
    safe`Atlas does not switch a cluster directly from one provider to another: set its \`encryptionAtRestProvider\` to \`NONE\``,
    safe`first, wait until it is idle, then run the same apply again.`,
  ),
  CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS: sentences(
    safe`List the regions of the private endpoints in \`private-endpoint-regions\`, so that this action deletes the endpoints`,
    safe`first, or delete them in Atlas. Then run again.`,
  ),
  CANNOT_DISABLE_ENCRYPTION_AT_REST_REQUIRE_PRIVATE_NETWORKING_WHILE_PRIVATE_ENDPOINTS_EXIST: safe`Delete the provider's private endpoints for encryption at rest before you turn off private networking.`,
  CANNOT_DISABLE_ENCRYPTION_AT_REST_WITH_BACKUP_COMPLIANCE_POLICY: safe`The project's Backup Compliance Policy requires encryption at rest. Only MongoDB Support can change the policy.`,
  CAN_NOT_DISABLE_ALL_ENCRYPTION_AT_REST_SETTINGS_WHILE_BACKUP_COMPLIANCE_POLICY_ENCRYPTION_ENABLED: safe`The project's Backup Compliance Policy requires that one provider stays enabled. Enable another provider first.`,
  AWS_KMS_CREDENTIALS_AUTH_DEPRECATED: sentences(
    safe`Atlas no longer accepts AWS access keys: authorize an IAM role in the project (Cloud Provider Access), and set`,
    safe`\`aws-role-id\` or \`aws-role-arn\` instead of the two keys.`,
  ),
  ENCRYPTION_AT_REST_SETTINGS_INVALID: sentences(
    safe`Atlas cannot reach the current key, and accepts no change until it can: restore access to the current key first`,
    safe`(enable the key, renew the credentials or grants), wait until \`mode: verify\` passes, then change the key.`,
  ),
  CANNOT_ASSUME_ROLE: AWS_ROLE,
  CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED: sentences(
    safe`Authorize the role in the project (Cloud Provider Access). If you authorized it a moment ago, raise`,
    safe`\`propagation-timeout\` (and \`timeout\`).`,
  ),
  INVALID_AWS_CREDENTIALS: {
    withSecrets: sentences(
      safe`Check that the access key is active and may use the KMS key. If you created it a moment ago, raise`,
      safe`\`propagation-timeout\` (and \`timeout\`).`,
    ),
    withRole: AWS_ROLE,
  },
  INVALID_AZURE_CREDENTIALS: {
    withSecrets: safe`Check the client ID, tenant ID, and secret, and that the secret has not expired.`,
    withRole: sentences(
      safe`Check that Atlas's service principal exists in your tenant and may use the key vault;`,
      RAISE_PROPAGATION_TIMEOUT,
    ),
  },
  INVALID_GOOGLE_CLOUD_CREDENTIALS: {
    withSecrets: safe`Check the service account key, and that it has not been deleted or disabled.`,
    withRole: sentences(
      safe`Check that the service account that Atlas displays for the role may use the key;`,
      RAISE_PROPAGATION_TIMEOUT,
    ),
  },
  NO_PERMISSION_TO_ENCRYPT_DECRYPT: {
    withSecrets: safe`Grant the owner of the credentials the permission to encrypt and decrypt with this key, in the key policy or vault.`,
    withRole: sentences(
      safe`Grant the role or service account the permission to encrypt and decrypt with this key, in the key policy or vault;`,
      RAISE_PROPAGATION_TIMEOUT,
    ),
  },
  INVALID_ATTRIBUTE: CHECK_INPUTS,
  INVALID_ENUM_VALUE: CHECK_INPUTS,
  MISSING_ATTRIBUTE: CHECK_INPUTS,
  MISSING_OR_INVALID_ATTRIBUTE: CHECK_INPUTS,
  VALIDATION_ERROR: CHECK_INPUTS,
  AWS_CUSTOMER_MASTER_KEY_NOT_FOUND: safe`Check \`aws-customer-master-key-id\` and \`aws-region\`: the key must be in that region.`,
  AWS_KMS_CUSTOMER_MASTER_KEY_NOT_ENABLED: safe`Enable the key in AWS KMS.`,
  AWS_KMS_CUSTOMER_MASTER_KEY_PENDING_DELETION: safe`Cancel the key's deletion in AWS KMS and enable the key, or set another key.`,
  AWS_KMS_CUSTOMER_MASTER_KEY_PENDING_IMPORT: safe`Import the key's material in AWS KMS first.`,
  AWS_KMS_REGION_NOT_SUPPORTED: safe`Use a key in another region, and set \`aws-region\`.`,
  INVALID_REGION: safe`Check \`aws-region\`.`,
  AZURE_KEY_VAULT_KEY_EXPIRED: safe`Create a new version of the key, and set it as \`azure-key-identifier\`.`,
  AZURE_KEY_VAULT_KEY_EXPIRING: safe`Create a new version of the key with a later expiry date, and set it as \`azure-key-identifier\`.`,
  AZURE_KEY_VAULT_KEY_IDENTIFIER_INVALID_FORMAT: safe`Set \`azure-key-identifier\` with the version: https://VAULT.vault.azure.net/keys/NAME/VERSION.`,
  AZURE_KEY_VAULT_KEY_NOT_ACTIVE: safe`The key's activation date is in the future; wait, or change the date.`,
  AZURE_KEY_VAULT_KEY_NOT_ENABLED: safe`Enable the key version in Azure Key Vault.`,
  AZURE_KEY_VAULT_KEY_NOT_FOUND: safe`Check \`azure-key-identifier\` and \`azure-key-vault-name\`.`,
  AZURE_KEY_VAULT_ENVIRONMENT_NOT_SUPPORTED: safe`Check \`azure-environment\`.`,
  GOOGLE_CLOUD_KMS_KEY_VERSION_NOT_FOUND: safe`Check \`gcp-key-version-resource-id\`.`,
  GOOGLE_CLOUD_KMS_KEY_VERSION_DISABLED: safe`Enable the key version in Google Cloud KMS.`,
  GOOGLE_CLOUD_KMS_KEY_VERSION_DESTROYED: safe`The key version is destroyed; set another one.`,
  GOOGLE_CLOUD_KMS_KEY_VERSION_DESTROY_SCHEDULED: safe`Restore and enable the key version in Google Cloud KMS.`,
  GOOGLE_CLOUD_KMS_KEY_VERSION_PENDING_GENERATION: safe`Wait until Google Cloud KMS has generated the key version.`,
  CANNOT_USE_ENCRYPTION_AT_REST_TENANT: NO_DEDICATED_CLUSTER,
  UNSUPPORTED_FOR_CURRENT_PLAN: NO_DEDICATED_CLUSTER,
  FEATURE_UNSUPPORTED: NO_DEDICATED_CLUSTER,
  ENCRYPTION_AT_REST_PROVIDER_NOT_SUPPORTED: NO_DEDICATED_CLUSTER,
  WRITES_NOT_ALLOWED_DURING_APP_UPGRADES: safe`Atlas is being upgraded and accepts no changes; run again later.`,
  VERSION_GONE,
  NO_PAYMENT_INFORMATION_FOUND: safe`The organization has no payment method: its billing administrator must add one in Atlas.`,
  ACCOUNT_SUSPENDED: safe`The Atlas account is suspended, usually because of an unpaid bill: its billing administrator must resolve this with MongoDB.`,
  invalid_client: safe`Check \`atlas-client-id\` and \`atlas-client-secret\`, and that the secret has not expired.`,
  access_denied: safe`A service account has at most 100 active tokens: wait until older ones expire (up to an hour), or use another service account.`,
}

/** Codes that say, of an organization, that it does not exist for the caller. */
const ORGANIZATION_CODES = new Set(['NOT_IN_ORG', 'ORG_NOT_FOUND', 'INVALID_ORG_ID', 'RESOURCE_NOT_FOUND'])

const ORGANIZATION = sentences(
  safe`Check \`org-id\`, and that the service account or API key belongs to the organization, with the role Organization`,
  safe`Read Only (or Organization Member, which sees only its own projects).`,
)

/**
 * Says what to do about a refusal of Atlas's.
 *
 * @returns '' for a code that is not known: Atlas's own detail is better than a guess
 */
export function hintFor(refusal: Refusal): SafeText {
  const { code, isAboutOrganization = false, secretsSent = false } = refusal
  const isAboutRole = saysRoleIsMissing(refusal)
  if (isAboutOrganization && (isAboutRole || deniesOrganization(refusal))) return ORGANIZATION
  const known = code !== undefined && Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined
  if (known !== undefined) return typeof known === 'string' ? known : secretsSent ? known.withSecrets : known.withRole
  return isAboutRole ? roleHint(refusal) : hintForStatus(refusal)
}

function deniesOrganization({ status, code }: Refusal): boolean {
  return code === undefined ? status === 404 : ORGANIZATION_CODES.has(code)
}

function roleHint({ isChange, role }: Refusal): SafeText {
  if (isChange) {
    return safe`The service account or API key needs the role ${role ?? 'Project Owner'} on this project to change encryption at rest.`
  }
  if (role !== undefined) return safe`The service account or API key needs the role ${role} on this project to read it.`
  return safe`Check the credentials, and that they have the role Project Read Only (for \`api-version: v1.0\` Project Owner) on this project.`
}

/** For what the status alone says. */
function hintForStatus({ status, code, credentials }: Refusal): SafeText {
  // Recorded from Atlas: the code of every response with a digest challenge, also of the one after wrong credentials.
  if (status === 401 && code === 'UNEXPECTED_ERROR') {
    if (credentials !== 'api-key') return safe`Atlas does not accept the credentials. Check them.`
    return safe`Atlas does not accept the credentials. Check \`atlas-public-key\` and \`atlas-private-key\`.`
  }
  if (status === 402) return safe`This is about billing: the billing administrator of the organization must resolve it.`
  if (status === 404 && code === undefined) {
    return safe`Check \`project-id\` (in a config file, \`id\`): there is no such project, or the credentials cannot see it.`
  }
  if (status === 410) return VERSION_GONE
  if (status === 429) return safe`Atlas limits the rate of requests. Run again later, or less often.`
  if (status >= 500) return safe`Atlas failed. See https://status.mongodb.com, and run again later.`
  return safe``
}
