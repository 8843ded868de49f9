import type { Comparison } from './compare.ts'
import type { DesiredProject, DesiredProvider, FieldValue } from './desired.ts'
import type { AtlasObject } from './providers.ts'
import { PROVIDERS } from './providers.ts'
import type { Reported } from './reported.ts'
import { providerState } from './reported.ts'

/** The body of a PATCH: only what changes. */
export type Patch = { [block in AtlasObject]?: Record<string, FieldValue> } & { enabledForSearchNodes?: boolean }

/** What a patch does to a project. */
export type Change = 'created' | 'disabled' | 'updated' | 'unchanged'

/**
 * The least that turns what Atlas reports into what is desired; `{}` when there is nothing to send.
 *
 * - Provider off, wanted on: all given fields with `enabled: true` (Atlas requires all of them at once).
 * - On, wanted on: the differing fields, plus given secrets, which Atlas never returns and so may always differ,
 *   together with the other static credentials given.
 * - On, wanted off: `enabled: false` alone; Atlas then removes the provider's settings.
 */
export function minimalPatch(desired: DesiredProject, reported: Reported, comparisons: readonly Comparison[]): Patch {
  const patch: Patch = {}
  for (const provider of desired.providers) {
    const fields = fieldsToSend(provider, reported, comparisons)
    if (Object.keys(fields).length > 0) patch[PROVIDERS[provider.provider].atlasObject] = fields
  }
  const searchNodes = comparisons.find(({ field }) => field === 'enabledForSearchNodes')
  if (searchNodes?.verdict === 'differs') patch.enabledForSearchNodes = searchNodes.expected === true
  return patch
}

export function isEmpty(patch: Patch): boolean {
  return Object.keys(patch).length === 0
}

/** The name of what the patch does, by what was reported before it. */
export function changeBy(patch: Patch, desired: DesiredProject, reported: Reported): Change {
  if (isEmpty(patch)) return 'unchanged'
  const switched = desired.providers.filter(
    ({ provider, enabled }) => providerState(reported, provider).enabled !== enabled,
  )
  if (switched.some(({ enabled }) => enabled)) return 'created'
  return switched.length > 0 ? 'disabled' : 'updated'
}

function fieldsToSend(
  { provider, enabled: wanted, fields: given }: DesiredProvider,
  reported: Reported,
  comparisons: readonly Comparison[],
): Record<string, FieldValue> {
  const { enabled } = providerState(reported, provider)
  if (!wanted) return enabled ? { enabled: false } : {}
  if (!enabled) return { enabled: true, ...given }
  const secretGiven = PROVIDERS[provider].fields.some(({ name, secret }) => secret && given[name] !== undefined)
  const differing = new Set(
    comparisons.filter((c) => c.provider === provider && c.verdict === 'differs').map(({ field }) => field),
  )
  const sent = PROVIDERS[provider].fields.filter(
    ({ name, staticCredential }) =>
      given[name] !== undefined && (differing.has(name) || (staticCredential && secretGiven)),
  )
  return Object.fromEntries(sent.map(({ name }) => [name, given[name] as FieldValue]))
}
