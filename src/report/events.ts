import type { Comparison } from '../domain/compare.ts'
import type { FieldValue } from '../domain/desired.ts'
import type { RunEvent } from '../domain/events.ts'
import { PROVIDERS } from '../domain/providers.ts'

/** By `String(held)`. */
export const HELD: Readonly<Record<string, string>> = { true: 'held', false: 'NOT held', null: 'not known' }

/** An event of the run as a line of the log. */
export function describeEvent(event: RunEvent): string {
  return event.about === undefined ? describe(event) : `${event.about}: ${describe(event)}`
}

function describe(event: RunEvent): string {
  switch (event.type) {
    case 'reported':
      return `Atlas reports: ${event.providers.map(({ provider, enabled, valid }) => `${provider} ${enabled ? (valid ? 'enabled, key valid' : 'enabled, key NOT valid') : 'off'}`).join(' · ')}`
    case 'compared':
      return describeComparisons(event.comparisons)
    case 'role-found':
      return `Role ${event.roleArn} is known to Atlas as ${event.roleId}`
    case 'patch':
      return `${event.sent ? 'Sending' : 'Apply would send'}: PATCH ${JSON.stringify(event.patch)}`
    case 'retry':
      return `${event.request}: ${event.reason}; trying again in ${(event.waitMs / 1000).toFixed(1)} s`
    case 'awaiting-valid': {
      const names = event.providers.map((provider) => PROVIDERS[provider].title).join(', ') || 'a provider'
      return `Waiting up to ${event.forMs / 1000} s for Atlas to report the key of ${names} as valid`
    }
    case 'required':
      return `Requirement ${event.requirement.condition}: ${HELD[String(event.requirement.held)]}. ${event.requirement.detail}`
    case 'progress':
      return `Progress: ${event.done} of ${event.of} projects done, ${event.failed} of them failed`
    case 'note':
    case 'warning':
      return event.text
  }
}

function describeComparisons(comparisons: readonly Comparison[]): string {
  const differing = comparisons.filter(({ verdict }) => verdict === 'differs')
  const unknown = comparisons.filter(({ verdict }) => verdict === 'not-comparable').map(({ field }) => field)
  const same = comparisons.length - differing.length - unknown.length
  const parts = [
    differing.length === 0 ? 'Differs in nothing' : `Differs: ${differing.map(describeDifference).join('; ')}`,
    `${same} of ${comparisons.length} as desired`,
    ...(unknown.length > 0 ? [`cannot be compared: ${unknown.join(', ')}`] : []),
  ]
  return parts.join(' · ')
}

function describeDifference({ field, expected, actual }: Comparison): string {
  return `${field} is ${describeValue(actual)}, wanted ${describeValue(expected)}`
}

/** A value for people; what is not there is a dash. */
function describeValue(value: FieldValue | null): string {
  return value === null || value === '' ? '—' : String(value)
}
