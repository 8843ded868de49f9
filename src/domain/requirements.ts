import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import type { Condition } from './conditions.ts'
import { named } from './named.ts'
import type { PrivateEndpoint } from './private-endpoints.ts'
import type { ProviderName } from './providers.ts'
import { fieldOf, PROVIDER_LIST, PROVIDERS } from './providers.ts'
import type { Reported } from './reported.ts'
import { providerState, reportedProvider } from './reported.ts'

/** Whether a condition is met, and why. */
export interface Requirement {
  readonly condition: Condition
  /** null: it could not be found out. */
  readonly held: boolean | null
  /** One or more sentences that say what was checked and found. */
  readonly detail: SafeText
}

export interface AlertConfiguration {
  readonly event: string
  readonly enabled: boolean
}

export interface OpenAlert {
  readonly event: SafeText
  /** '' if the alert is not about a cluster. */
  readonly cluster: SafeText
}

/**
 * A key-rotation alert is enabled for the named providers, or with none named for every enabled one.
 *
 * @param providers names of the providers that the workflow names
 */
export function rotationAlert(
  configurations: readonly AlertConfiguration[],
  providers: readonly ProviderName[],
  reported: Reported,
): Requirement {
  const condition = 'rotation-alert'
  const checked = providers.length > 0 ? providers : enabledProviders(reported)
  if (checked.length === 0) return { condition, held: false, detail: safe`No provider is enabled.` }
  const missing = checked
    .map((provider) => safe`${PROVIDERS[provider].clusterProvider}_ENCRYPTION_KEY_NEEDS_ROTATION`)
    .filter((event) => !configurations.some((alert) => alert.enabled && alert.event === event))
  if (missing.length === 0) {
    return { condition, held: true, detail: safe`A key-rotation alert is enabled for ${titles(checked)}.` }
  }
  const events = joinSafe(missing, safe`, `)
  return {
    condition,
    held: false,
    detail: safe`No alert is enabled for ${events}. Add it in the project's alert settings.`,
  }
}

/** No open alert is about a key or the configuration of encryption at rest, of any provider. */
export function noOpenAlerts(alerts: readonly OpenAlert[]): Requirement {
  const condition = 'no-open-alerts'
  const found = alerts.filter(({ event }) => /^((AWS|AZURE|GCP)_ENCRYPTION_KEY_|ENCRYPTION_AT_REST_)/.test(event))
  if (found.length === 0) return { condition, held: true, detail: safe`No alert about encryption at rest is open.` }
  const list = named(found.map(({ event, cluster }) => (cluster === '' ? event : safe`${event} (${cluster})`)))
  return { condition, held: false, detail: safe`Open: ${list}.` }
}

/** No enabled provider uses static credentials. Google's key is never shown, so for Google no role means a key. */
export function roleBasedAuth(reported: Reported): Requirement {
  const condition = 'role-based-auth'
  const isReported = (provider: ProviderName, field: string): boolean =>
    Boolean(reportedProvider(reported, provider)[field])
  const withStatics = enabledProviders(reported).filter((provider) => {
    if (provider === 'aws') return isReported(provider, 'accessKeyID')
    const isStatic = provider === 'gcp' || isReported(provider, 'clientID')
    return isStatic && !isReported(provider, 'roleId')
  })
  if (withStatics.length === 0) {
    return { condition, held: true, detail: safe`No enabled provider uses static credentials.` }
  }
  const detail = safe`Static credentials: ${titles(withStatics)}. Set a role instead (this cannot be undone).`
  return { condition, held: false, detail }
}

/** Every enabled AWS or Azure provider has the setting; Google has no such setting. The endpoints are another condition. */
export function privateNetworking(reported: Reported): Requirement {
  const condition = 'private-networking'
  const open = enabledProviders(reported).filter(
    (provider) =>
      fieldOf(provider, 'requirePrivateNetworking') !== undefined &&
      reportedProvider(reported, provider).requirePrivateNetworking !== true,
  )
  const scope = safe`This checks the setting only; private-endpoints checks the endpoints.`
  return open.length === 0
    ? { condition, held: true, detail: safe`Every enabled AWS or Azure provider requires private networking. ${scope}` }
    : { condition, held: false, detail: safe`requirePrivateNetworking is off: ${titles(open)}. ${scope}` }
}

/**
 * Every enabled AWS or Azure provider has at least one private endpoint, and each of its endpoints is active.
 *
 * @param endpoints by provider, for every enabled provider that can have some
 */
export function privateEndpoints(
  endpoints: ReadonlyMap<ProviderName, readonly Pick<PrivateEndpoint, 'region' | 'status'>[]>,
): Requirement {
  const condition = 'private-endpoints'
  if (endpoints.size === 0) {
    return { condition, held: true, detail: safe`No enabled provider can have private endpoints.` }
  }
  const problems = [...endpoints].flatMap(([provider, list]) => {
    const { title } = PROVIDERS[provider]
    if (list.length === 0) return [safe`${title} has none`]
    const inactive = list.filter(({ status }) => status !== 'ACTIVE')
    return inactive.length === 0
      ? []
      : [safe`${title}: ${named(inactive.map(({ region, status }) => safe`${region} is ${status}`))}`]
  })
  if (problems.length > 0) return { condition, held: false, detail: safe`${joinSafe(problems, safe`; `)}.` }
  const counts = [...endpoints].map(([provider, list]) => safe`${PROVIDERS[provider].title}: ${list.length}`)
  return { condition, held: true, detail: safe`Every private endpoint is ACTIVE (${joinSafe(counts, safe`, `)}).` }
}

/** Dedicated search nodes are encrypted with the key. */
export function searchNodes(reported: Reported): Requirement {
  const held = reported.enabledForSearchNodes === true
  const detail = held
    ? safe`enabledForSearchNodes is true: dedicated search nodes are encrypted with the key.`
    : safe`enabledForSearchNodes is not true: dedicated search nodes are not encrypted with the key.`
  return { condition: 'search-nodes', held, detail }
}

/** No provider is enabled other than the named ones; with none named, at most one is. */
export function noOtherProvider(providers: readonly ProviderName[], reported: Reported): Requirement {
  const condition = 'no-other-provider'
  const enabled = enabledProviders(reported)
  if (providers.length === 0) {
    return enabled.length <= 1
      ? { condition, held: true, detail: safe`At most one provider is enabled.` }
      : { condition, held: false, detail: safe`More than one provider is enabled: ${titles(enabled)}.` }
  }
  const others = enabled.filter((provider) => !providers.includes(provider))
  return others.length === 0
    ? { condition, held: true, detail: safe`No provider is enabled other than ${titles(providers)}.` }
    : { condition, held: false, detail: safe`Also enabled: ${titles(others)}.` }
}

/** Names of the providers that Atlas reports as enabled. */
export function enabledProviders(reported: Reported): ProviderName[] {
  return PROVIDER_LIST.map(({ name }) => name).filter((name) => providerState(reported, name).enabled)
}

const titles = (providers: readonly ProviderName[]): SafeText =>
  joinSafe(
    providers.map((name) => PROVIDERS[name].title),
    safe`, `,
  )
