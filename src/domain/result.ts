import type { Comparison, Difference } from './compare.ts'
import type { DesiredProject } from './desired.ts'
import type { ErrorCode } from './errors.ts'
import type { Mode } from './modes.ts'
import type { Patch } from './patch.ts'
import { PROVIDER_LIST } from './providers.ts'
import type { ProviderState, Reported } from './reported.ts'
import { providerState } from './reported.ts'
import type { Requirement } from './requirements.ts'

export type SuccessResult = 'created' | 'updated' | 'disabled' | 'unchanged' | 'planned' | 'passed'

export type FailureReason = 'error' | 'invalid' | 'requirement' | 'drift'

/** What was found, whether or not the step fails for it: a switch like `fail-on-drift: false` excuses, but hides nothing. */
export type Finding = 'invalid' | 'requirement' | 'drift'

/** Who changed the configuration of encryption at rest last, and when. Plain text. */
export interface LastChange {
  readonly when: string
  readonly who: string
}

/** What is known of a project at the end, however it ended. Nothing in it is secret: it may be shown as it is. */
export interface ProjectFacts {
  readonly mode: Mode
  readonly projectId: string
  readonly name: string | null
  /** The providers that the workflow names, or with none named those enabled; empty if Atlas never answered. */
  readonly providers: readonly ProviderState[]
  /** Every provider that is wanted or targeted is enabled and valid, and there is one. */
  readonly valid: boolean
  /** The workflow wants a provider to be enabled, or targets one; false when all that is named is to be off. */
  readonly wantsProvider: boolean
  /** No provider is named: every enabled one is looked at. */
  readonly looksAtAll: boolean
  readonly enabled: boolean
  /** A change was accepted, or in `plan` would be sent. */
  readonly changed: boolean
  /** Atlas differed from what is desired, before any change. */
  readonly drifted: boolean
  readonly differences: readonly Difference[]
  readonly notComparable: readonly string[]
  readonly comparisons: readonly Comparison[]
  /** What was sent, or in `plan` would be. */
  readonly patch: Patch | null
  /** What Atlas last reported; null if it never did. */
  readonly configuration: Reported | null
  readonly findings: readonly Finding[]
  /** Those of them that an input like `fail-on-drift: false` excuses. */
  readonly excused: readonly Finding[]
  /** The conditions that were checked, in the order asked for. */
  readonly requirements: readonly Requirement[]
  /** For drift: the last change of the configuration, as far as the credentials may read it. */
  readonly lastChange: LastChange | null
  /** A change was under way when the run ended: Atlas may or may not have carried it out. */
  readonly stateUnknown: boolean
}

interface SuccessfulResult extends ProjectFacts {
  readonly result: SuccessResult
  readonly failureReason: null
  readonly error: null
}

interface FindingResult extends ProjectFacts {
  readonly result: 'failed'
  readonly failureReason: Finding
  readonly error: null
}

export interface ErrorResult extends ProjectFacts {
  readonly result: 'failed'
  readonly failureReason: 'error'
  readonly error: { readonly code: ErrorCode; readonly message: string }
}

/** How a project ended. */
export type ProjectResult = SuccessfulResult | FindingResult | ErrorResult

/** The providers that the verdict is about: those wanted, or with none named the enabled ones. */
export function targets(desired: DesiredProject, reported: Reported): ProviderState[] {
  if (desired.providers.length > 0) {
    return desired.providers.filter(({ enabled }) => enabled).map(({ provider }) => providerState(reported, provider))
  }
  return PROVIDER_LIST.map(({ name }) => providerState(reported, name)).filter(({ enabled }) => enabled)
}

/** Whether every target is enabled and its key valid. No target is no proof. */
export function allValid(states: readonly ProviderState[]): boolean {
  return states.length > 0 && states.every(({ valid }) => valid)
}
