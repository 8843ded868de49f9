import type { SafeText } from '../sanitize/safe-text.ts'
import type { Condition } from './conditions.ts'
import type { ProviderName } from './providers.ts'
import { fieldOf, PROVIDER_LIST, PROVIDERS } from './providers.ts'
import type { Reported } from './reported.ts'
import { providerState, reportedProvider } from './reported.ts'

/** Whether a condition holds, and why. */
export interface Requirement {
  readonly condition: Condition
  /** null: what it takes to know could not be read. */
  readonly held: boolean | null
  /** A sentence. Holds names that Atlas gave, so it is made plain where it is shown. */
  readonly detail: string
}

/** The provider whose key encrypts a cluster. */
export type ClusterKeyProvider = 'AWS' | 'AZURE' | 'GCP'

/** Where the nodes of a cluster run; `TENANT` is shared hardware. */
export type CloudProvider = ClusterKeyProvider | 'TENANT'

export interface Cluster {
  readonly name: SafeText
  /** `NONE` for whatever Atlas does not say to be a key. */
  readonly provider: ClusterKeyProvider | 'NONE'
  readonly paused: boolean
  /** Atlas's `stateName`: `IDLE` once all requested changes are applied; '' if it is missing. */
  readonly state: SafeText
  /** More than one makes it a multi-cloud cluster. */
  readonly providerNames: ReadonlySet<CloudProvider>
  /** An M0, M2 or M5, which cannot have a customer's key. */
  readonly isShared: boolean
}

export interface AlertConfiguration {
  readonly event: SafeText
  readonly enabled: boolean
}

export interface OpenAlert {
  readonly event: SafeText
  /** '' if the alert is about no cluster. */
  readonly cluster: SafeText
}

/** More names than this make a row harder to read, not easier. */
const MAX_NAMED = 10

/**
 * Every cluster is encrypted with a customer's key. A paused cluster counts, its data is at rest; Flex and serverless
 * clusters do not, since Atlas lists them elsewhere and offers them no such key; search nodes have a switch of their own.
 */
export function clustersEncrypted(clusters: readonly Cluster[], reported: Reported): Requirement {
  const open = clusters.filter(({ provider }) => provider === 'NONE')
  const searchNodes = `search nodes: ${reported.enabledForSearchNodes ? 'encrypted with the key too' : 'not with the key'}`
  const counted = `paused ones count, Flex and serverless ones cannot have a key and do not; ${searchNodes}`
  const detail =
    clusters.length === 0
      ? `The project has no cluster (${counted}).`
      : open.length === 0
        ? `${clusters.length === 1 ? 'The one cluster is' : `All ${clusters.length} clusters are`} encrypted with a customer's key (${counted}).`
        : `Without a customer's key: ${named(open.map(({ name, paused }) => `${name}${paused ? ' (paused)' : ''}`))} (${counted}).`
  return { condition: 'clusters', held: open.length === 0, detail }
}

/**
 * There is an enabled alert that reminds of rotation, for the wanted providers, or with none named for every enabled one.
 *
 * @param wanted names of the providers that the workflow names
 */
export function rotationAlert(
  configurations: readonly AlertConfiguration[],
  wanted: readonly ProviderName[],
  reported: Reported,
): Requirement {
  const condition = 'rotation-alert'
  const providers = wanted.length > 0 ? wanted : enabledProviders(reported)
  if (providers.length === 0) return { condition, held: false, detail: 'No provider is enabled.' }
  const missing = providers
    .map((provider) => `${PROVIDERS[provider].clusterProvider}_ENCRYPTION_KEY_NEEDS_ROTATION`)
    .filter((event) => !configurations.some((alert) => alert.enabled && alert.event === event))
  return missing.length === 0
    ? { condition, held: true, detail: 'An alert reminds of the rotation of every key.' }
    : {
        condition,
        held: false,
        detail: `No enabled alert for ${missing.join(', ')}; add it in the project's alert settings.`,
      }
}

/** No open alert is about a key or the configuration of encryption at rest, of any provider. */
export function noOpenAlerts(alerts: readonly OpenAlert[]): Requirement {
  const about = alerts.filter(({ event }) => /^((AWS|AZURE|GCP)_ENCRYPTION_KEY_|ENCRYPTION_AT_REST_)/.test(event))
  const detail =
    about.length === 0
      ? 'No open alert is about encryption at rest.'
      : `Open: ${named(about.map(({ event, cluster }) => `${event}${cluster && ` (${cluster})`}`))}.`
  return { condition: 'no-open-alerts', held: about.length === 0, detail }
}

/** No enabled provider is reached with static credentials. Google's key is never shown, so there no role means a key. */
export function roleBasedAuth(reported: Reported): Requirement {
  const isGiven = (provider: ProviderName, field: string): boolean =>
    Boolean(reportedProvider(reported, provider)[field])
  const statics = enabledProviders(reported).filter((provider) => {
    if (provider === 'aws') return isGiven(provider, 'accessKeyID')
    const shown = provider === 'gcp' || isGiven(provider, 'clientID')
    return shown && !isGiven(provider, 'roleId')
  })
  const detail =
    statics.length === 0
      ? 'No enabled provider uses static credentials.'
      : `Static credentials: ${titles(statics)}; set a role instead (this cannot be undone).`
  return { condition: 'role-based-auth', held: statics.length === 0, detail }
}

/** Atlas reaches every enabled provider that can have private endpoints through them only. */
export function privateNetworking(reported: Reported): Requirement {
  const open = enabledProviders(reported).filter(
    (provider) =>
      fieldOf(provider, 'requirePrivateNetworking') !== undefined &&
      reportedProvider(reported, provider).requirePrivateNetworking !== true,
  )
  const detail =
    open.length === 0
      ? 'Every enabled provider is reached through private endpoints only (Google has no such setting and does not count).'
      : `Reached over the public internet: ${titles(open)}.`
  return { condition: 'private-networking', held: open.length === 0, detail }
}

function enabledProviders(reported: Reported): ProviderName[] {
  return PROVIDER_LIST.map(({ name }) => name).filter((name) => providerState(reported, name).enabled)
}

const titles = (providers: readonly ProviderName[]): string => providers.map((name) => PROVIDERS[name].title).join(', ')

/** Names for a sentence, the first of them if there are many. */
export function named(names: readonly string[]): string {
  const more = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : ''
  return `${names.slice(0, MAX_NAMED).join(', ')}${more}`
}
