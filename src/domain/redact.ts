import { lastFour } from '../sanitize/secrets.ts'
import type { Comparison } from './compare.ts'
import type { FieldValue } from './desired.ts'
import type { Patch } from './patch.ts'
import type { ProviderName } from './providers.ts'
import { fieldOf, PROVIDER_LIST } from './providers.ts'
import type { Reported, ReportedProvider } from './reported.ts'

type Value = FieldValue | null | undefined

/** What people and outputs may see of a value: no secret, and of an access key id its last four characters. */
function redactField<V extends Value>(provider: ProviderName | null, name: string, value: V): V | string {
  if (typeof value !== 'string' || provider === null) return value
  const field = fieldOf(provider, name)
  if (field?.secret) return '***'
  return field?.format === 'access-key-id' ? lastFour(value) : value
}

/** @returns the comparison as it may be shown */
export function redactComparison(comparison: Comparison): Comparison {
  const { provider, field, expected, actual } = comparison
  return {
    ...comparison,
    expected: redactField(provider, field, expected),
    actual: redactField(provider, field, actual),
  }
}

/** @returns Atlas's document as it may be shown */
export function redactConfiguration(reported: Reported): Reported {
  const shown: Record<string, ReportedProvider | null | undefined> = {}
  for (const { name, atlasObject } of PROVIDER_LIST) {
    const block = reported[atlasObject]
    if (block !== undefined) shown[atlasObject] = block && redactFields(name, block)
  }
  return { ...reported, ...shown }
}

/** @returns the body of a PATCH as it may be shown */
export function redactPatch(patch: Patch): Patch {
  const shown: Patch = { ...patch }
  for (const { name, atlasObject } of PROVIDER_LIST) {
    const fields = patch[atlasObject]
    if (fields !== undefined) shown[atlasObject] = redactFields(name, fields)
  }
  return shown
}

function redactFields<V extends Value>(
  provider: ProviderName,
  fields: Readonly<Record<string, V>>,
): Record<string, V | string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, redactField(provider, name, value)]))
}
