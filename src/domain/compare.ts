import type { DesiredProject, DesiredProvider, FieldValue } from './desired.ts'
import type { FieldFormat, ProviderField, ProviderName } from './providers.ts'
import { PROVIDERS } from './providers.ts'
import { atlasRegion } from './regions.ts'
import type { Reported, ReportedProvider } from './reported.ts'
import { providerState, reportedProvider } from './reported.ts'

/** A field of the project in which Atlas is not as it should be. */
export interface Difference {
  /** null for `enabledForSearchNodes`, which belongs to the project. */
  readonly provider: ProviderName | null
  /** Atlas's name. */
  readonly field: string
  readonly expected: FieldValue
  readonly actual: FieldValue | null
}

/** One given field held against Atlas. `not-comparable`: Atlas's reply does not hold it, so nothing can be said. */
export interface Comparison {
  readonly provider: ProviderName | null
  readonly field: string
  readonly expected: FieldValue
  readonly actual: FieldValue | null
  readonly verdict: 'same' | 'differs' | 'not-comparable'
}

/** Every given field against what Atlas reports, providers in the order given, fields in the order of the table. */
export function compare(desired: DesiredProject, reported: Reported): Comparison[] {
  const comparisons = desired.providers.flatMap((provider) => compareProvider(provider, reported))
  if (desired.enabledForSearchNodes !== undefined) {
    const actual = reported.enabledForSearchNodes === true
    comparisons.push(compared(null, 'enabledForSearchNodes', desired.enabledForSearchNodes, actual))
  }
  return comparisons
}

/** What `drifted` and `differences` tell of. */
export function differences(comparisons: readonly Comparison[]): Difference[] {
  return comparisons
    .filter(({ verdict }) => verdict === 'differs')
    .map(({ provider, field, expected, actual }) => ({ provider, field, expected, actual }))
}

/** Names of the given fields that Atlas's reply did not hold, each once. */
export function notComparable(comparisons: readonly Comparison[]): string[] {
  return [...new Set(comparisons.filter(({ verdict }) => verdict === 'not-comparable').map(({ field }) => field))]
}

function compareProvider(desired: DesiredProvider, reported: Reported): Comparison[] {
  const { provider } = desired
  const { enabled } = providerState(reported, provider)
  const block = reportedProvider(reported, provider)
  const given = PROVIDERS[provider].fields.filter(({ name }) => desired.enabled && desired.fields[name] !== undefined)
  return [
    compared(provider, 'enabled', desired.enabled, enabled),
    ...given.map((field) => {
      const expected = desired.fields[field.name] as FieldValue
      return enabled
        ? compareToEnabled(provider, field, expected, block)
        : compareToDisabled(provider, field, expected, block)
    }),
  ]
}

/** A provider that is off has no settings (Atlas removes them when it is switched off), so each given one is missing. */
function compareToDisabled(
  provider: ProviderName,
  { name, format, secret }: ProviderField,
  value: FieldValue,
  block: ReportedProvider,
): Comparison {
  const expected = normalize(format, value)
  if (secret) return { provider, field: name, expected, actual: null, verdict: 'not-comparable' }
  const actual = block[name] ?? null
  return compared(provider, name, expected, actual === null ? null : normalize(format, actual))
}

function compareToEnabled(
  provider: ProviderName,
  field: ProviderField,
  value: FieldValue,
  block: ReportedProvider,
): Comparison {
  const { name, format } = field
  const expected = normalize(format, value)
  const actual = block[name]
  if (!field.secret) {
    if (actual !== undefined)
      return compared(provider, name, expected, actual === null ? null : normalize(format, actual))
    if (format === 'boolean') return compared(provider, name, expected, false)
    // Atlas leaves `roleId` out of some replies (`writeOnly` in its specification), which proves nothing, unless static
    // credentials stand in its place.
    if (name === 'roleId' && reportsStaticCredentials(provider, block)) return compared(provider, name, expected, null)
  }
  return { provider, field: name, expected, actual: null, verdict: 'not-comparable' }
}

/** Whether the reply shows any part of static credentials. Google's key is never shown, so there it is never known. */
function reportsStaticCredentials(provider: ProviderName, block: ReportedProvider): boolean {
  return PROVIDERS[provider].fields.some(({ name, staticCredential }) => staticCredential && Boolean(block[name]))
}

function compared(
  provider: ProviderName | null,
  field: string,
  expected: FieldValue,
  actual: FieldValue | null,
): Comparison {
  return { provider, field, expected, actual, verdict: expected === actual ? 'same' : 'differs' }
}

/** The form in which two values of a field are the same if and only if they mean the same to Atlas. */
export function normalize(format: FieldFormat, value: FieldValue): FieldValue {
  if (typeof value === 'boolean') return value
  switch (format) {
    case 'region':
      return atlasRegion(value)
    case 'role-id':
    case 'uuid':
      return value.toLowerCase()
    case 'azure-environment':
      return value.toUpperCase()
    default:
      return value
  }
}
