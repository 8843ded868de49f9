import type { Comparison } from '../domain/compare.ts'
import type { RunEvent } from '../domain/events.ts'
import { PROVIDERS } from '../domain/providers.ts'
import type { ProviderState, ShownValue } from '../domain/reported.ts'
import { safeJson } from '../sanitize/printable.ts'
import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import { asSentence, secondsText } from '../sanitize/sentences.ts'
import { valueText } from './values.ts'

/** Whether a condition is met, in a word. */
export function heldText(held: boolean | null): SafeText {
  if (held === null) return safe`unknown`
  return held ? safe`met` : safe`not met`
}

/** An event of the run as a line of the log. */
export function describeEvent(event: RunEvent): SafeText {
  const line = describe(event)
  return event.about === undefined ? line : safe`${event.about}: ${line}`
}

function describe(event: RunEvent): SafeText {
  switch (event.type) {
    case 'reported':
      return safe`Atlas reports: ${joinSafe(event.providers.map(describeState), safe` · `)}`
    case 'compared':
      return describeComparisons(event.comparisons)
    case 'role-found':
      return safe`Role ${event.role} is known to Atlas as ${event.roleId}.`
    case 'patch':
      return safe`${event.sent ? 'Sending' : 'Apply would send'}: PATCH ${safeJson(event.patch)}`
    case 'retry':
      return safe`${event.request}: ${event.reason}; trying again in ${secondsText(event.waitMs)}`
    case 'awaiting-valid': {
      const names = joinSafe(
        event.providers.map((provider) => PROVIDERS[provider].title),
        safe`, `,
      )
      return safe`Waiting up to ${event.forMs / 1000} s for Atlas to report the key of ${names || safe`a provider`} as valid.`
    }
    case 'required': {
      const { condition, held, detail } = event.requirement
      return safe`Requirement ${condition}: ${heldText(held)}. ${detail}`
    }
    case 'progress':
      return safe`Progress: ${event.done} of ${event.of} projects done, ${event.failed} of them failed.`
    case 'note':
    case 'warning':
      return asSentence(event.text)
  }
}

function describeState({ provider, enabled, valid }: ProviderState): SafeText {
  if (!enabled) return safe`${provider} off`
  return valid ? safe`${provider} enabled, key valid` : safe`${provider} enabled, key NOT valid`
}

function describeComparisons(comparisons: readonly Comparison<ShownValue>[]): SafeText {
  const differing = comparisons.filter(({ verdict }) => verdict === 'differs')
  const unknown = comparisons.filter(({ verdict }) => verdict === 'not-comparable').map(({ field }) => field)
  const same = comparisons.length - differing.length - unknown.length
  const parts = [
    differing.length === 0
      ? safe`No differences`
      : safe`Differs: ${joinSafe(differing.map(describeDifference), safe`; `)}`,
    safe`${same} of ${comparisons.length} as desired`,
    ...(unknown.length > 0 ? [safe`cannot be compared: ${joinSafe(unknown, safe`, `)}`] : []),
  ]
  return joinSafe(parts, safe` · `)
}

function describeDifference({ field, expected, actual }: Comparison<ShownValue>): SafeText {
  return safe`${field} is ${valueText(actual)}, expected ${valueText(expected)}`
}
