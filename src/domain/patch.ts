import type { Comparison } from './compare.ts'
import type { DesiredProject, DesiredProvider, FieldValue } from './desired.ts'
import type { AtlasObject } from './providers.ts'
import { PROVIDERS } from './providers.ts'
import type { Reported } from './reported.ts'
import { providerState } from './reported.ts'

/** The body of a PATCH of encryptionAtRest: only what changes. */
export type Patch<Value = FieldValue> = { [block in AtlasObject]?: Record<string, Value> } & {
  enabledForSearchNodes?: boolean
}

/** What a patch does to a project. */
export type Change = 'created' | 'disabled' | 'updated' | 'unchanged'

/**
 * The smallest change from what Atlas reports to what is desired; `{}` when there is nothing to send.
 *
 * - Provider not enabled, but to be enabled: all given fields with `enabled: true` (Atlas requires all of them at once).
 * - Enabled: the differing fields, plus given secrets, which Atlas never returns and so may always differ, together with the
 *   other static credentials given.
 * - Enabled, but to be disabled: `enabled: false` alone; Atlas then removes the provider's settings.
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

export function isEmpty(patch: Patch<unknown>): boolean {
  return Object.keys(patch).length === 0
}

/** The name of what the patch does, given what Atlas reported before it. */
export function changeBy(patch: Patch, desired: DesiredProject, reported: Reported): Change {
  if (isEmpty(patch)) return 'unchanged'
  const switched = desired.providers.filter(
    ({ provider, enabled }) => providerState(reported, provider).enabled !== enabled,
  )
  if (switched.some(({ enabled }) => enabled)) return 'created'
  return switched.length > 0 ? 'disabled' : 'updated'
}

/**
 * The fields that were sent, but that Atlas still reports with another value.
 *
 * @param comparisons of what is desired with what Atlas reports after the patch
 */
export function notApplied(patch: Patch, comparisons: readonly Comparison[]): Comparison[] {
  return comparisons.filter(({ provider, field, verdict }) => {
    if (verdict !== 'differs') return false
    if (provider === null) return patch.enabledForSearchNodes !== undefined
    return patch[PROVIDERS[provider].atlasObject]?.[field] !== undefined
  })
}

function fieldsToSend(
  { provider, enabled: isToBeEnabled, fields: given }: DesiredProvider,
  reported: Reported,
  comparisons: readonly Comparison[],
): Record<string, FieldValue> {
  const { enabled } = providerState(reported, provider)
  if (!isToBeEnabled) return enabled ? { enabled: false } : {}
  if (!enabled) return { enabled: true, ...given }
  const table = PROVIDERS[provider].fields
  const sendsSecret = table.some(({ name, secret }) => secret && given[name] !== undefined)
  const differing = new Set<string>(
    comparisons.filter((c) => c.provider === provider && c.verdict === 'differs').map(({ field }) => field),
  )
  const sent = table.filter(
    ({ name, staticCredential }) =>
      given[name] !== undefined && (differing.has(name) || (staticCredential && sendsSecret)),
  )
  return Object.fromEntries(sent.map(({ name }) => [name, given[name] as FieldValue]))
}
