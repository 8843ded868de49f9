import { type SafeText, safe } from '../sanitize/safe-text.ts'
import type { DesiredProject } from './desired.ts'
import type { Patch } from './patch.ts'
import { PROVIDERS } from './providers.ts'
import type { Reported } from './reported.ts'
import { enabledProviders } from './requirements.ts'

/** What is enabled in Atlas, but not mentioned by the workflow: no drift, but worth a line each. */
export function unmanagedSettings(desired: DesiredProject, reported: Reported): SafeText[] {
  const named = desired.providers.map(({ provider }) => provider)
  const others = enabledProviders(reported).filter((provider) => !named.includes(provider))
  const notes = others.map(
    (provider) => safe`${PROVIDERS[provider].title} is enabled too, and not managed by this workflow.`,
  )
  if (reported.enabledForSearchNodes === true && desired.enabledForSearchNodes === undefined) {
    notes.push(safe`Encryption of search nodes (enabledForSearchNodes) is on, and not managed by this workflow.`)
  }
  return notes
}

/** What a change costs that Atlas does not ask about. Source: changelogs of MongoDB's Terraform modules for Atlas. */
export function sideEffects(patch: Patch): SafeText[] {
  return patch.enabledForSearchNodes === undefined
    ? []
    : [safe`Switching enabledForSearchNodes makes Atlas provision new search nodes and rebuild their indexes.`]
}
