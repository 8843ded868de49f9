import { lastFour } from '../text/secrets.ts'
import type { Comparison } from './compare.ts'
import type { Patch } from './patch.ts'
import type { ProviderName } from './providers.ts'
import { fieldOf, PROVIDER_LIST } from './providers.ts'
import type { FieldValue, Reported, ReportedProvider } from './state.ts'

type Value = FieldValue | null | undefined

/** What people and outputs may see of a value: no secret, and of an access key id its last four characters. */
function shownValue<V extends Value>(provider: ProviderName | null, name: string, value: V): V | string {
  if (typeof value !== 'string' || provider === null) return value
  const field = fieldOf(provider, name)
  if (field?.secret) return '***'
  return field?.format === 'access-key-id' ? lastFour(value) : value
}

/** @returns the comparison as it may be shown */
export function shownComparison(comparison: Comparison): Comparison {
  const { provider, field, expected, actual } = comparison
  return {
    ...comparison,
    expected: shownValue(provider, field, expected),
    actual: shownValue(provider, field, actual),
  }
}

/** @returns Atlas's document as it may be shown */
export function shownReported(reported: Reported): Reported {
  const shown: Record<string, ReportedProvider | null | undefined> = {}
  for (const { name, atlasObject } of PROVIDER_LIST) {
    const block = reported[atlasObject]
    if (block !== undefined) shown[atlasObject] = block && shownFields(name, block)
  }
  return { ...reported, ...shown }
}

/** @returns the body of a PATCH as it may be shown */
export function shownPatch(patch: Patch): Patch {
  const shown: Patch = { ...patch }
  for (const { name, atlasObject } of PROVIDER_LIST) {
    const fields = patch[atlasObject]
    if (fields !== undefined) shown[atlasObject] = shownFields(name, fields)
  }
  return shown
}

function shownFields<V extends Value>(
  provider: ProviderName,
  fields: Readonly<Record<string, V>>,
): Record<string, V | string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, shownValue(provider, name, value)]))
}
