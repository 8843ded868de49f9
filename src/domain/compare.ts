import { type SafeText, safe } from '../sanitize/safe-text.ts'
import type { DesiredProject, DesiredProvider, FieldValue } from './desired.ts'
import { isEquivalent, normalize } from './equivalence.ts'
import type { ProviderField, ProviderName } from './providers.ts'
import { PROVIDERS } from './providers.ts'
import type { Reported, ReportedProvider } from './reported.ts'
import { providerState, reportedProvider } from './reported.ts'

/** A field of the project in which Atlas differs from what is desired. */
export interface Difference<Value = FieldValue> {
  /** null for `enabledForSearchNodes`, which belongs to the project. */
  readonly provider: ProviderName | null
  /** Atlas's name. */
  readonly field: SafeText
  readonly expected: Value
  readonly actual: Value | null
}

/** One desired field compared with Atlas. `not-comparable`: Atlas's response does not hold it, so nothing can be said. */
export interface Comparison<Value = FieldValue> extends Difference<Value> {
  readonly verdict: 'same' | 'differs' | 'not-comparable'
}

/** Every desired field compared with what Atlas reports: providers in the order given, fields in the order of the table. */
export function compare(desired: DesiredProject, reported: Reported): Comparison[] {
  const comparisons = desired.providers.flatMap((provider) => compareProvider(provider, reported))
  if (desired.enabledForSearchNodes !== undefined) {
    const actual = reported.enabledForSearchNodes === true
    comparisons.push(compared(null, safe`enabledForSearchNodes`, desired.enabledForSearchNodes, actual))
  }
  return comparisons
}

/** The comparisons that make `drifted` true, as the output `differences` has them. */
export function differences<Value>(comparisons: readonly Comparison<Value>[]): Difference<Value>[] {
  return comparisons
    .filter(({ verdict }) => verdict === 'differs')
    .map(({ provider, field, expected, actual }) => ({ provider, field, expected, actual }))
}

/** Names of the given fields that Atlas's response did not hold, each once. */
export function notComparable(comparisons: readonly Comparison<unknown>[]): SafeText[] {
  return [...new Set(comparisons.filter(({ verdict }) => verdict === 'not-comparable').map(({ field }) => field))]
}

/** Whether fields were given, but Atlas's response held none of them: then the absence of differences proves nothing. */
export function comparedNothing(comparisons: readonly Comparison<unknown>[]): boolean {
  const given = comparisons.filter(({ field }) => field !== 'enabled')
  return given.length > 0 && given.every(({ verdict }) => verdict === 'not-comparable')
}

function compareProvider(desired: DesiredProvider, reported: Reported): Comparison[] {
  const { provider } = desired
  const { enabled } = providerState(reported, provider)
  const block = reportedProvider(reported, provider)
  const given = PROVIDERS[provider].fields.filter(({ name }) => desired.enabled && desired.fields[name] !== undefined)
  return [
    compared(provider, safe`enabled`, desired.enabled, enabled),
    ...given.map((field) => {
      const expected = normalize(field.format, desired.fields[field.name] as FieldValue)
      const actual = actualValue(provider, field, block, enabled)
      if (actual === undefined) {
        return { provider, field: safe`${field.name}`, expected, actual: null, verdict: 'not-comparable' as const }
      }
      const isSame = actual !== null && isEquivalent(field, expected, actual, block)
      return compared(provider, safe`${field.name}`, expected, actual, isSame)
    }),
  ]
}

/**
 * What Atlas reports of a field, normalized; null if it has no value there, undefined if nothing is known. A provider that is
 * not enabled has no settings (Atlas removes them when it is disabled), so there a missing field is known to be missing.
 */
function actualValue(
  provider: ProviderName,
  { name, format, secret }: ProviderField,
  block: ReportedProvider,
  enabled: boolean,
): FieldValue | null | undefined {
  if (secret) return undefined
  const value = block[name]
  if (value === null || value === undefined) {
    if (value === null || !enabled) return null
    if (format === 'boolean') return false
    // Atlas leaves `roleId` out of some responses (`writeOnly` in its specification), which proves nothing, unless static
    // credentials are in its place.
    return name === 'roleId' && reportsStaticCredentials(provider, block) ? null : undefined
  }
  return normalize(format, value)
}

/** Whether the response shows any part of static credentials. Google's key is never shown, so for Google it is not known. */
function reportsStaticCredentials(provider: ProviderName, block: ReportedProvider): boolean {
  return PROVIDERS[provider].fields.some(({ name, staticCredential }) => staticCredential && Boolean(block[name]))
}

function compared(
  provider: ProviderName | null,
  field: SafeText,
  expected: FieldValue,
  actual: FieldValue | null,
  isSame: boolean = expected === actual,
): Comparison {
  return { provider, field, expected, actual, verdict: isSame ? 'same' : 'differs' }
}
