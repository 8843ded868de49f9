import type { DesiredProvider } from '../domain/desired.ts'
import type { FieldName } from '../domain/providers.ts'
import { atlasRegion } from '../domain/regions.ts'
import type { Sanitize } from '../sanitize/safe-text.ts'
import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import type { AZURE_ENVIRONMENTS } from './parse/field-formats.ts'

/** Fields that cannot be right together, or one that cannot be right at all. */
export interface Contradiction {
  /** The field to correct, or one of them. */
  readonly field: FieldName
  /** A sentence without a full stop. */
  readonly problem: SafeText
}

/** How messages name fields and quote values. */
export interface Wording {
  readonly label: (field: FieldName) => SafeText
  readonly quote: Sanitize
}

type AzureEnvironment = (typeof AZURE_ENVIRONMENTS)[number]

/** The domains of key vaults and managed HSMs in each cloud of Azure (learn.microsoft.com, "Azure Key Vault security worlds"). */
const VAULT_DOMAINS: Readonly<Record<AzureEnvironment, readonly [vault: SafeText, hsm: SafeText]>> = {
  AZURE: [safe`vault.azure.net`, safe`managedhsm.azure.net`],
  AZURE_CHINA: [safe`vault.azure.cn`, safe`managedhsm.azure.cn`],
  AZURE_US_GOVERNMENT: [safe`vault.usgovcloudapi.net`, safe`managedhsm.usgovcloudapi.net`],
}

/**
 * What cannot be right in the fields of a provider, whatever Atlas says: found without a request, so that a plan fails where apply
 * would. Fields that are not given contradict nothing.
 */
export function findContradictions({ provider, fields }: DesiredProvider, wording: Wording): Contradiction[] {
  const text = (field: FieldName): string | undefined => {
    const value = fields[field]
    return typeof value === 'string' ? value : undefined
  }
  switch (provider) {
    case 'aws':
      return awsContradictions(text, wording)
    case 'azure':
      return azureContradictions(text, wording)
    case 'gcp':
      return []
  }
}

/** @returns the text of a field, undefined if it is not given */
type TextOf = (field: FieldName) => string | undefined

function awsContradictions(text: TextOf, { label, quote }: Wording): Contradiction[] {
  const keyRegion = /^arn:[^:]*:kms:([^:]+):/.exec(text('customerMasterKeyID') ?? '')?.[1]
  const region = text('region')
  // `GLOBAL` is a value of Atlas's that names no region of AWS.
  if (keyRegion === undefined || region === undefined || region === 'GLOBAL') return []
  if (atlasRegion(keyRegion) === region) return []
  const problem = safe`${label('customerMasterKeyID')} is the ARN of a key in \`${quote(keyRegion)}\`, but ${label('region')} is \`${quote(region)}\`; correct the one that is wrong`
  return [{ field: 'customerMasterKeyID', problem }]
}

function azureContradictions(text: TextOf, wording: Wording): Contradiction[] {
  const { label } = wording
  const found: Contradiction[] = []
  const group = text('resourceGroupName')
  if (group?.includes('/')) {
    const problem = safe`${label('resourceGroupName')} must be the name of the resource group only, not its resource ID`
    found.push({ field: 'resourceGroupName', problem })
  }
  const vault = text('keyVaultName')
  // The name of a vault has letters, digits and hyphens.
  const isUrl = vault !== undefined && /[/:.]/.test(vault)
  if (isUrl) {
    const problem = safe`${label('keyVaultName')} must be the name of the vault only, not its URL`
    found.push({ field: 'keyVaultName', problem })
  }
  const identifier = text('keyIdentifier')
  if (identifier === undefined) return found
  const problems = identifierProblems(new URL(identifier), isUrl ? undefined : vault, text('azureEnvironment'), wording)
  return [...found, ...problems.map((problem) => ({ field: 'keyIdentifier' as const, problem }))]
}

function identifierProblems(
  { host, pathname, search, hash }: URL,
  vault: string | undefined,
  environment: string | undefined,
  { label, quote }: Wording,
): SafeText[] {
  const identifier = label('keyIdentifier')
  const problems: SafeText[] = []
  if (!/^\/keys\/[^/]+(\/[^/]+)?\/?$/.test(pathname) || search !== '' || hash !== '')
    problems.push(safe`${identifier} must have the path \`/keys/NAME\` or \`/keys/NAME/VERSION\` of a key`)
  const domains = domainsOf(environment)
  const [, name, domain] = /^([^.]+)\.(.+)$/.exec(host) ?? []
  if (domain === undefined || !domains.some((known) => known === domain)) {
    const endings = joinSafe(
      domains.map((known) => safe`\`.${known}\``),
      safe` or `,
    )
    const cloud = isEnvironment(environment) ? safe` of \`${environment}\` (${label('azureEnvironment')})` : safe``
    problems.push(safe`${identifier} must have the host of a vault${cloud}, which ends in ${endings}`)
  } else if (vault !== undefined && name !== vault.toLowerCase()) {
    problems.push(
      safe`${identifier} is in the vault \`${quote(name ?? '')}\`, but ${label('keyVaultName')} is \`${quote(vault)}\`; correct the one that is wrong`,
    )
  }
  return problems
}

/** @returns the domains of vaults in that cloud, or in all of them if it is not known */
function domainsOf(environment: string | undefined): SafeText[] {
  return isEnvironment(environment) ? [...VAULT_DOMAINS[environment]] : Object.values(VAULT_DOMAINS).flat()
}

function isEnvironment(environment: string | undefined): environment is AzureEnvironment {
  return environment !== undefined && Object.hasOwn(VAULT_DOMAINS, environment)
}
