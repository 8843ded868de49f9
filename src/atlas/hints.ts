/** For what no Atlas would say. */
export const CHECK_PROXY = 'Check `atlas-base-url`, and that no proxy stands in between.'

const NO_DEDICATED_CLUSTER =
  'Encryption at rest with a customer-managed key needs dedicated clusters (M10 or larger): Atlas offers it for no M0, M2, ' +
  'M5, Flex or serverless cluster.'

/** What a person should do about a refusal. Sources: MongoDB's "Atlas API error codes", and its Terraform provider's issues. */
const BY_CODE: Readonly<Record<string, string>> = {
  IP_ADDRESS_NOT_ON_ACCESS_LIST:
    "The runner's IP address is not on the API access list: add it to the access list of the service account or API key, " +
    'or use a runner with a fixed address (the addresses of GitHub-hosted runners change).',
  ORG_REQUIRES_ACCESS_LIST:
    'The organization requires an API access list: give the service account or API key one with the address of the runner.',
  NOT_IN_GROUP:
    'Check `project-id` (in a config file, `id`): the project does not exist, or the service account or API key was not added to it.',
  GROUP_NOT_FOUND: 'Check `project-id` (in a config file, `id`): there is no such project.',
  INVALID_GROUP_ID: 'Check `project-id` (in a config file, `id`): there is no such project.',
  CANNOT_DISABLE_ENCRYPTION_AT_REST:
    'Set `encryptionAtRestProvider` of the clusters that still use the provider to `NONE` (or delete them), then run again.',
  CANNOT_CHANGE_ENCRYPTION_AT_REST_PROVIDER:
    'Disable encryption at rest for the old provider, then enable the new one.',
  CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS:
    "Delete the provider's private endpoints for encryption at rest, then run again.",
  CANNOT_DISABLE_ENCRYPTION_AT_REST_REQUIRE_PRIVATE_NETWORKING_WHILE_PRIVATE_ENDPOINTS_EXIST:
    "Delete the provider's private endpoints for encryption at rest before you switch private networking off.",
  CANNOT_DISABLE_ENCRYPTION_AT_REST_WITH_BACKUP_COMPLIANCE_POLICY:
    "The project's Backup Compliance Policy demands encryption at rest; it has to be changed by MongoDB Support first.",
  CAN_NOT_DISABLE_ALL_ENCRYPTION_AT_REST_SETTINGS_WHILE_BACKUP_COMPLIANCE_POLICY_ENCRYPTION_ENABLED:
    "The project's Backup Compliance Policy demands that one provider stays enabled.",
  AWS_KMS_CREDENTIALS_AUTH_DEPRECATED:
    'Atlas takes no access keys for AWS any more: authorize an IAM role in the project (Cloud Provider Access) and give ' +
    '`aws-role-id` or `aws-role-arn` instead of the two keys.',
  ENCRYPTION_AT_REST_SETTINGS_INVALID:
    "Atlas cannot reach the current key, and changes nothing until it can: restore the old key's access first " +
    '(enable the key, renew the credentials or grants), wait until `mode: verify` passes, then change the key.',
  CANNOT_ASSUME_ROLE:
    "Check the role's trust policy (Atlas's AWS account and the external ID of Cloud Provider Access) and its KMS " +
    'permissions; for a role made just now raise `propagation-timeout` (and `timeout`).',
  CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED:
    'Authorize the role in the project (Cloud Provider Access) first; for one authorized just now raise `propagation-timeout` (and `timeout`).',
  INVALID_AWS_CREDENTIALS:
    'Check that the access key is active and may use the KMS key; for one made just now raise `propagation-timeout` (and `timeout`).',
  INVALID_AZURE_CREDENTIALS: 'Check the client id, tenant id and secret, and that the secret has not expired.',
  INVALID_GOOGLE_CLOUD_CREDENTIALS: 'Check the service account key, and that it has not been deleted or disabled.',
  NO_PERMISSION_TO_ENCRYPT_DECRYPT:
    'Grant the role or service account the permission to encrypt and decrypt with this key, in the key policy or vault.',
  AWS_CUSTOMER_MASTER_KEY_NOT_FOUND:
    'Check `aws-customer-master-key-id` and `aws-region`: the key must be in that region.',
  AWS_KMS_CUSTOMER_MASTER_KEY_NOT_ENABLED: 'Enable the key in AWS KMS.',
  AWS_KMS_CUSTOMER_MASTER_KEY_PENDING_DELETION:
    "Cancel the key's deletion in AWS KMS and enable it, or give another key.",
  AWS_KMS_CUSTOMER_MASTER_KEY_PENDING_IMPORT: "Import the key's material in AWS KMS first.",
  AWS_KMS_REGION_NOT_SUPPORTED: 'Give another `aws-region`, and a key in it.',
  INVALID_REGION: 'Check `aws-region`.',
  AZURE_KEY_VAULT_KEY_EXPIRED: 'Make a new version of the key and give it as `azure-key-identifier`.',
  AZURE_KEY_VAULT_KEY_EXPIRING:
    'Make a new version of the key with a later expiry and give it as `azure-key-identifier`.',
  AZURE_KEY_VAULT_KEY_IDENTIFIER_INVALID_FORMAT:
    'Give `azure-key-identifier` with the version: https://VAULT.vault.azure.net/keys/NAME/VERSION.',
  AZURE_KEY_VAULT_KEY_NOT_ACTIVE: "The key's activation date has not come yet; change it or wait.",
  AZURE_KEY_VAULT_KEY_NOT_ENABLED: 'Enable the key version in Azure Key Vault.',
  AZURE_KEY_VAULT_KEY_NOT_FOUND: 'Check `azure-key-identifier` and `azure-key-vault-name`.',
  AZURE_KEY_VAULT_ENVIRONMENT_NOT_SUPPORTED: 'Check `azure-environment`.',
  GOOGLE_CLOUD_KMS_KEY_VERSION_NOT_FOUND: 'Check `gcp-key-version-resource-id`.',
  GOOGLE_CLOUD_KMS_KEY_VERSION_DISABLED: 'Enable the key version in Google Cloud KMS.',
  GOOGLE_CLOUD_KMS_KEY_VERSION_DESTROYED: 'The key version is gone; give another one.',
  GOOGLE_CLOUD_KMS_KEY_VERSION_DESTROY_SCHEDULED: 'Restore and enable the key version in Google Cloud KMS.',
  GOOGLE_CLOUD_KMS_KEY_VERSION_PENDING_GENERATION: 'Wait until Google Cloud KMS has generated the key version.',
  CANNOT_USE_ENCRYPTION_AT_REST_TENANT: NO_DEDICATED_CLUSTER,
  UNSUPPORTED_FOR_CURRENT_PLAN: NO_DEDICATED_CLUSTER,
  FEATURE_UNSUPPORTED: NO_DEDICATED_CLUSTER,
  ENCRYPTION_AT_REST_PROVIDER_NOT_SUPPORTED: NO_DEDICATED_CLUSTER,
  WRITES_NOT_ALLOWED_DURING_APP_UPGRADES: 'Atlas is being upgraded and takes no changes; run again later.',
  VERSION_GONE: 'Atlas no longer serves this version of its API; update this action.',
  ACCOUNT_SUSPENDED: 'The Atlas account is suspended; its owner has to settle that with MongoDB.',
  invalid_client: 'Check `atlas-client-id` and `atlas-client-secret`, and that the secret has not expired.',
  access_denied:
    'A service account has at most 100 live tokens: wait until older ones expire (an hour), or use another service account.',
}

interface Refusal {
  readonly status: number
  readonly code: string | undefined
  readonly detail: string
  /** Whether it was a change that was refused. */
  readonly patch: boolean
  /** Whether it was about an organization, not a project. */
  readonly organization?: boolean
}

const ORGANIZATION =
  'Check `org-id`, and that the service account or API key belongs to the organization, with the role Organization ' +
  'Read Only (or Organization Member, which sees only its own projects).'

/** What to do next. Never empty. */
export function hintFor({ status, code, detail, patch, organization = false }: Refusal): string {
  const isAboutAccess = [401, 403, 404].includes(status) && !code?.includes('ACCESS_LIST')
  if (organization && isAboutAccess) return ORGANIZATION
  const known = code !== undefined && Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined
  if (known !== undefined) return known
  if (patch && /\b(M0|M2|M5|flex|serverless|tenant|shared)\b/i.test(detail)) return NO_DEDICATED_CLUSTER
  switch (status) {
    case 400:
      return 'Check the inputs of the provider against the message.'
    case 401:
    case 403:
      return patch
        ? 'The service account or API key needs the role Project Owner on this project to change encryption at rest.'
        : 'Check the credentials, and that they have the role Project Read Only (for `api-version: v1.0` Project Owner) on this project.'
    case 404:
      return 'Check `project-id` (in a config file, `id`): there is no such project, or the credentials cannot see it.'
    case 410:
      return BY_CODE.VERSION_GONE as string
    case 429:
      return 'Atlas limits the rate of requests; run again later, or less often.'
    default:
      if (status >= 300 && status < 400) {
        return `A redirect is never followed. ${CHECK_PROXY}`
      }
      return status >= 500
        ? 'Atlas or a proxy in front of it is in trouble; see https://status.mongodb.com and run again later.'
        : CHECK_PROXY
  }
}
