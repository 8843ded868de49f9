import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import type { Cluster } from './cluster.ts'
import type { FieldValue } from './desired.ts'
import type { PrivateEndpoint } from './private-endpoints.ts'
import { type FieldName, PROVIDERS, type Provider, type ProviderName } from './providers.ts'
import type { Reported } from './reported.ts'
import { reportedProvider } from './reported.ts'
import { enabledProviders } from './requirements.ts'

/** An enabled provider as the config file is to describe it. */
export interface ExportedProvider {
  readonly provider: ProviderName
  /** Fields that Atlas reports and takes back, in the order of the table. */
  readonly fields: Readonly<Partial<Record<FieldName, FieldValue>>>
  /** The clusters that use the provider's key, by name. */
  readonly clusters: readonly SafeText[]
  /** Regions with an active private endpoint, each once. */
  readonly privateEndpointRegions: readonly SafeText[]
  /** What the file cannot say about the provider, a sentence each. */
  readonly remarks: readonly SafeText[]
}

/** A project as `mode: export` found it. */
export interface ExportedProject {
  readonly id: SafeText
  /** null if it has none, or if it is not known. */
  readonly name: SafeText | null
  /** Empty if none is enabled: then the config file cannot describe the project. */
  readonly providers: readonly ExportedProvider[]
  readonly enabledForSearchNodes: boolean
  /** What was read, to compare the file with. */
  readonly reported: Reported
  readonly clusters: readonly Cluster[]
  readonly endpoints: ReadonlyMap<ProviderName, readonly PrivateEndpoint[]>
  /** What could not be read and is left out, in a few words each. */
  readonly omissions: readonly SafeText[]
}

/** What Atlas has of a project, apart from its name. */
export type ReadProject = Pick<ExportedProject, 'reported' | 'clusters' | 'endpoints'>

/**
 * The enabled providers of a project as a config file can describe them without a difference: fields without a value and, beside a
 * role, the ids of static credentials are left out, because the file takes only one way to authenticate.
 */
export function exportedProviders({ reported, clusters, endpoints }: ReadProject): ExportedProvider[] {
  return enabledProviders(reported).map((name) => {
    const provider = PROVIDERS[name]
    const fields = exportedFields(provider, reported)
    const own = clusters.filter((cluster) => cluster.provider === provider.clusterProvider && !cluster.isShared)
    const { regions, remarks } = exportedRegions(fields, endpoints.get(name) ?? [])
    return {
      provider: name,
      fields,
      clusters: [...new Set(own.map((cluster) => cluster.name))].sort((a, b) => (a < b ? -1 : 1)),
      privateEndpointRegions: regions,
      remarks: [...credentialRemarks(provider, fields), ...remarks],
    }
  })
}

function exportedFields({ name, fields }: Provider, reported: Reported): ExportedProvider['fields'] {
  const block = reportedProvider(reported, name)
  const hasValue = (value: FieldValue | null | undefined): value is FieldValue => value != null && value !== ''
  const hasRole = hasValue(block.roleId)
  const exported: Partial<Record<FieldName, FieldValue>> = {}
  for (const field of fields) {
    const value = block[field.name]
    if (field.secret || (hasRole && field.staticCredential) || !hasValue(value)) continue
    exported[field.name] = value
  }
  return exported
}

/** Regions in the file imply private networking, so with private networking off they would be a difference. */
function exportedRegions(
  fields: ExportedProvider['fields'],
  endpoints: readonly PrivateEndpoint[],
): { readonly regions: readonly SafeText[]; readonly remarks: readonly SafeText[] } {
  const active = new Set(endpoints.filter(({ status }) => status === 'ACTIVE').map(({ region }) => region))
  const isPrivate = fields.requirePrivateNetworking === true
  const regions = isPrivate ? [...active].sort((a, b) => (a < b ? -1 : 1)) : []
  const others = endpoints.filter(({ region }) => !regions.includes(region))
  if (others.length === 0) return { regions, remarks: [] }
  const listed = [...new Set(others.map(({ region, status }) => safe`${region} (${status})`))]
  const why =
    active.size > regions.length ? safe`requirePrivateNetworking is not on` : safe`the private endpoints are not active`
  return { regions, remarks: [safe`Not in privateEndpointRegions, because ${why}: ${joinSafe(listed, safe`, `)}`] }
}

function credentialRemarks(provider: Provider, fields: ExportedProvider['fields']): SafeText[] {
  if (fields.roleId !== undefined) return []
  const statics = provider.fields.filter(({ staticCredential }) => staticCredential)
  const ids = statics.filter(({ secret }) => !secret)
  // Atlas never shows anything of Google's key, so there a missing role is all that there is to see.
  if (ids.length > 0 && ids.every(({ name }) => fields[name] === undefined)) return []
  const names = joinSafe(
    statics.map(({ name }) => safe`${name}`),
    safe`, `,
  )
  const secrets = joinSafe(
    statics.filter(({ secret }) => secret).map(({ name }) => safe`${name}`),
    safe`, `,
  )
  return [safe`Uses static credentials: ${names}. Atlas never returns ${secrets}.`]
}
