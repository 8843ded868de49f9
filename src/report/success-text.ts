import { PROVIDER_LIST, PROVIDERS } from '../domain/providers.ts'
import type { ProviderState } from '../domain/reported.ts'
import type { ProjectResult } from '../domain/result.ts'
import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'

/** How a project ended that has no finding and no error. */
export function successText(project: ProjectResult): { title: SafeText; text: SafeText; advice?: SafeText } {
  const advice = adviceOn(project)
  return { title: safe``, text: textOn(project), ...(advice !== undefined && { advice }) }
}

function textOn(project: ProjectResult): SafeText {
  const { result, providers, changed, mode, expectsProvider } = project
  const who = titles(providers)
  const works = providers.length > 1 ? safe`their keys are valid` : safe`its key is valid`
  switch (result) {
    case 'created':
      return safe`${who} is now enabled and ${works}.`
    case 'updated':
      return safe`${changedParts(project)} changed. ${who}: enabled, and ${works}.`
    case 'disabled':
      return safe`${who} is now disabled.`
    case 'unchanged':
      return providers.some(({ enabled }) => enabled)
        ? safe`${who} is as desired and ${works}. Nothing was sent.`
        : safe`${who} is disabled already. Nothing was sent.`
    case 'planned':
      return changed
        ? safe`Apply would change ${fieldCount(project)}.`
        : safe`No differences. Apply would send nothing.`
    case 'exported':
      return textOnExported(project)
    default: {
      const asDesired = mode === 'drift' ? safe`No differences. ` : safe``
      return expectsProvider ? safe`${asDesired}${who}: enabled, and ${works}.` : safe`${asDesired}${who}: disabled.`
    }
  }
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

/** What a patch has changed: providers, and the setting of the project. */
function changedParts({ patch, providers }: ProjectResult): SafeText {
  const parts: SafeText[] = PROVIDER_LIST.filter(({ atlasObject }) => patch?.[atlasObject] !== undefined).map(
    ({ title }) => title,
  )
  if (patch?.enabledForSearchNodes !== undefined) parts.push(safe`Encryption of search nodes`)
  return parts.length === 0 ? titles(providers) : joinSafe(parts, safe` and `)
}

/** `2 fields`, secrets included, which no comparison can count. */
function fieldCount({ patch }: ProjectResult): SafeText {
  const inBlocks = PROVIDER_LIST.map(({ atlasObject }) => Object.keys(patch?.[atlasObject] ?? {}).length)
  const count = inBlocks.reduce((sum, size) => sum + size, patch?.enabledForSearchNodes === undefined ? 0 : 1)
  return count === 1 ? safe`1 field` : safe`${count} fields`
}

function adviceOn({ result, mode, providers }: ProjectResult): SafeText | undefined {
  if (mode === 'plan' && providers.some(({ enabled, valid }) => enabled && !valid)) {
    return safe`The current key is not valid. Atlas accepts no change until access to it is restored, so apply would fail.`
  }
  if (result === 'created') {
    return safe`Each cluster uses the key only after its own encryption at rest is switched to this provider.`
  }
  return undefined
}

const titles = (states: readonly ProviderState[]): SafeText =>
  joinSafe(
    states.map(({ provider }) => PROVIDERS[provider].title),
    safe`, `,
  )
