import type { EndpointStatus } from '../domain/private-endpoints.ts'
import { PROVIDERS } from '../domain/providers.ts'
import type { ProjectResult } from '../domain/result.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import { code, type Html, html, withIcon } from './html.ts'

/** The clusters that the workflow names, as they were last seen. */
export function clusterTable({ clusters, mode }: Pick<ProjectResult, 'clusters' | 'mode'>): Html {
  const rows = clusters.map(({ name, expected, actual, state }) => {
    const isPending = mode === 'apply' && state !== null && state !== 'IDLE'
    const icon = actual === expected ? (isPending ? '⏳' : '✅') : iconOfDifference(mode)
    const result = withIcon(icon, actual === null ? safe`—` : safe`${actual}`)
    return html`<tr><td>${code(name)}</td><td>${expected}</td><td>${result}</td><td>${code(state ?? safe``)}</td></tr>`
  })
  return html`<table><tr><th>Cluster</th><th>Expected</th><th>In Atlas</th><th>State</th></tr>${rows}</table>`
}

/** In a plan, what differs is what apply would change. */
function iconOfDifference(mode: ProjectResult['mode']): string {
  return mode === 'plan' ? '🔄' : '❌'
}

/** The private endpoints in the regions that the workflow names, as they were last seen. */
export function endpointTable(project: ProjectResult): Html {
  const rows = project.privateEndpoints.map((endpoint) => {
    const { provider, region, connectionName } = endpoint
    const connection = code(connectionName ?? safe``)
    return html`<tr><td>${PROVIDERS[provider].title}</td><td>${code(region)}</td><td>${statusOf(endpoint, project)}</td><td>${connection}</td></tr>`
  })
  return html`<table><tr><th>Private endpoint</th><th>Region</th><th>Status</th><th>Connection</th></tr>${rows}</table>`
}

function statusOf(endpoint: EndpointStatus, project: ProjectResult): Html {
  const { status } = endpoint
  const { mode, changed } = project
  if (!isEndpointDesired(project, endpoint)) return statusOfUndesired(status, mode === 'apply' && changed, mode)
  if (status === null) return withIcon(iconOfDifference(mode), safe`none`)
  return withIcon(status === 'ACTIVE' ? '✅' : status === 'FAILED' ? '❌' : '⏳', status)
}

/** An endpoint of a provider that is to be disabled is to be deleted. */
function statusOfUndesired(status: SafeText | null, wasChanged: boolean, mode: ProjectResult['mode']): Html {
  if (status === null) return withIcon('✅', wasChanged ? safe`deleted` : safe`none`)
  return withIcon(mode === 'plan' ? '🔄' : '⏳', safe`${status}, to be deleted`)
}

/** Whether the workflow wants the endpoint: of a provider that is to be disabled, none is compared. */
export function isEndpointDesired(
  { comparisons }: Pick<ProjectResult, 'comparisons'>,
  { provider, region }: Pick<EndpointStatus, 'provider' | 'region'>,
): boolean {
  return comparisons.some((one) => one.provider === provider && one.field === `privateEndpoints.${region}`)
}
