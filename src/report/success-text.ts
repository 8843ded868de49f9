import { PROVIDER_LIST, PROVIDERS } from '../domain/providers.ts'
import type { ProviderState } from '../domain/reported.ts'
import type { ProjectResult } from '../domain/result.ts'
import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import { hasInvalidKey } from './projects-verdict.ts'
import { isEndpointDesired } from './resource-tables.ts'

/** How a project ended that has no finding and no error. */
export function successText(project: ProjectResult): { title: SafeText; text: SafeText; advice?: SafeText } {
  const advice = adviceOn(project)
  return { title: safe``, text: textOn(project), ...(advice !== undefined && { advice }) }
}

function textOn(project: ProjectResult): SafeText {
  const { result, providers, changed, mode, expectsProvider } = project
  const who = titles(providers)
  const isOne = providers.length <= 1
  const be = isOne ? safe`is` : safe`are`
  const works = isOne ? safe`its key is valid` : safe`their keys are valid`
  switch (result) {
    case 'created':
      return safe`${who} ${be} now enabled and ${works}.`
    case 'updated':
      return safe`${changedParts(project)} changed. ${stateText(project)}`
    case 'disabled':
      return safe`${who} ${be} now disabled.`
    case 'unchanged':
      if (!expectsProvider && providers.some(({ enabled }) => enabled)) {
        return safe`Nothing was sent. ${stateText(project)}`
      }
      return providers.some(({ enabled }) => enabled)
        ? safe`${who} ${be} as desired and ${works}. Nothing was sent.`
        : safe`${who} ${be} disabled already. Nothing was sent.`
    case 'planned':
      return changed ? textOnChange(project) : textOnNoChange(project)
    case 'exported':
      return textOnExported(project)
    default: {
      const asDesired = mode === 'drift' ? safe`No differences. ` : safe``
      return expectsProvider ? safe`${asDesired}${who}: enabled, and ${works}.` : safe`${asDesired}${who}: disabled.`
    }
  }
}

function textOnChange(project: ProjectResult): SafeText {
  const parts = listed(plannedParts(project))
  if (!hasInvalidKey(project)) return safe`Apply would change ${parts}.`
  return safe`Apply would try to change ${parts} and fail: Atlas accepts no change while the current key is not valid.`
}

function textOnNoChange(project: ProjectResult): SafeText {
  if (!hasInvalidKey(project)) return safe`No differences. Apply would send nothing.`
  return safe`There is nothing to change, but the key of ${titles(project.providers.filter(isInvalid))} is not valid.`
}

const isInvalid = ({ enabled, valid }: ProviderState): boolean => enabled && !valid

/** The heading of a plan: how much apply would change. */
export function plannedTitle(project: ProjectResult): SafeText {
  const title = project.changed ? safe`${listed(plannedParts(project))} to change` : safe`nothing to change`
  return hasInvalidKey(project) ? safe`key not valid, ${title}` : title
}

/** An invalid key does not fail an export, so it is said here. */
function textOnExported({ providers }: ProjectResult): SafeText {
  if (providers.length === 0) return safe`No provider of encryption at rest is enabled in the project.`
  const states = providers.map(
    ({ provider, valid }) =>
      safe`${PROVIDERS[provider].title} is enabled, and its key is ${valid ? 'valid' : 'NOT valid'}.`,
  )
  return joinSafe(states, safe` `)
}

/** The providers that are enabled at the end, which may still be one that is to be disabled by a later run. */
function stateText({ providers }: ProjectResult): SafeText {
  const enabled = providers.filter((provider) => provider.enabled)
  if (enabled.length === 0) return safe`${titles(providers)}: disabled.`
  const invalid = enabled.filter(({ valid }) => !valid)
  if (invalid.length > 0) return safe`${titles(enabled)}: enabled, but the key of ${titles(invalid)} is not valid.`
  return safe`${titles(enabled)}: enabled, and ${enabled.length > 1 ? safe`their keys are valid` : safe`its key is valid`}.`
}

/** What was changed: providers, the setting of the project, clusters and private endpoints. */
function changedParts(project: ProjectResult): SafeText {
  const { patch, providers, clusters, privateEndpoints } = project
  const parts: SafeText[] = PROVIDER_LIST.filter(({ atlasObject }) => patch?.[atlasObject] !== undefined).map(
    ({ title }) => title,
  )
  if (patch?.enabledForSearchNodes !== undefined) parts.push(safe`Encryption of search nodes`)
  const differed = new Set<string>(project.differences.map(({ field }) => field))
  const switched = clusters.filter(
    ({ name, actual, expected }) => actual === expected && differed.has(`clusters.${name}`),
  )
  if (switched.length > 0) parts.push(counted(switched.length, safe`cluster`))
  if (privateEndpoints.some(({ region }) => differed.has(`privateEndpoints.${region}`))) {
    parts.push(parts.length === 0 ? safe`Private endpoints` : safe`private endpoints`)
  }
  return parts.length === 0 ? titles(providers) : listed(parts)
}

/** `2 fields` and `1 cluster`. Of fields secrets are included, which no comparison can count. */
function plannedParts(project: ProjectResult): SafeText[] {
  const { patch, clusters, differences, privateEndpoints } = project
  const inBlocks = PROVIDER_LIST.map(({ atlasObject }) => Object.keys(patch?.[atlasObject] ?? {}).length)
  const count = inBlocks.reduce((sum, size) => sum + size, patch?.enabledForSearchNodes === undefined ? 0 : 1)
  const switched = clusters.filter(({ actual, expected }) => actual !== expected).length
  const created = differences.filter(({ field, actual }) => field.startsWith('privateEndpoints.') && actual === null)
  const deleted = privateEndpoints.filter((one) => one.status !== null && !isEndpointDesired(project, one))
  const endpoints = created.length + deleted.length
  const parts = [
    ...(count > 0 ? [counted(count, safe`field`)] : []),
    ...(switched > 0 ? [counted(switched, safe`cluster`)] : []),
    ...(endpoints > 0 ? [counted(endpoints, safe`private endpoint`)] : []),
  ]
  // What is left is an endpoint of a provider that is disabled already.
  return parts.length > 0 ? parts : [safe`private endpoints`]
}

function counted(count: number, noun: SafeText): SafeText {
  return count === 1 ? safe`1 ${noun}` : safe`${count} ${noun}s`
}

/** `a`, `a and b`, `a, b and c`. */
function listed(parts: readonly SafeText[]): SafeText {
  const last = parts.at(-1) ?? safe``
  return parts.length <= 1 ? last : safe`${joinSafe(parts.slice(0, -1), safe`, `)} and ${last}`
}

function adviceOn(project: ProjectResult): SafeText | undefined {
  const { result, clusters } = project
  if (result === 'planned' && hasInvalidKey(project)) {
    return safe`Restore Atlas's access to the current key first. Do not restart, scale, or upgrade a cluster of this project until \`mode: verify\` passes.`
  }
  if (result === 'created' && clusters.length === 0) {
    return safe`No cluster uses the key yet. Run \`mode: apply\` with \`clusters\`, or switch on encryption at rest for each cluster in Atlas.`
  }
  return undefined
}

const titles = (states: readonly ProviderState[]): SafeText =>
  joinSafe(
    states.map(({ provider }) => PROVIDERS[provider].title),
    safe`, `,
  )
