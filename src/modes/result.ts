import { Flight } from '../atlas/flight.ts'
import type { Comparison, Difference } from '../encryption/compare.ts'
import { differences, notComparable } from '../encryption/compare.ts'
import type { Patch } from '../encryption/patch.ts'
import { PROVIDER_LIST } from '../encryption/providers.ts'
import type { Requirement } from '../encryption/requirements.ts'
import { shownComparison, shownPatch, shownReported } from '../encryption/shown.ts'
import type { DesiredProject, ProviderState, Reported } from '../encryption/state.ts'
import { providerState } from '../encryption/state.ts'
import type { FailureCode } from '../failure.ts'

/** What a run may do with a project. */
export const MODES = ['apply', 'plan', 'verify', 'drift'] as const

export type Mode = (typeof MODES)[number]

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
interface Known {
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

interface Success extends Known {
  readonly result: SuccessResult
  readonly failureReason: null
  readonly error: null
}

interface FailedFinding extends Known {
  readonly result: 'failed'
  readonly failureReason: Finding
  readonly error: null
}

export interface FailedError extends Known {
  readonly result: 'failed'
  readonly failureReason: 'error'
  readonly error: { readonly code: FailureCode; readonly message: string }
}

/** How a project ended. */
export type ProjectResult = Success | FailedFinding | FailedError

/** What a mode has learnt so far; kept while it works, so that a run that is cut short can still say what is known. */
export interface Knowledge {
  reported: Reported | null
  comparisons: readonly Comparison[]
  patch: Patch | null
  changed: boolean
  readonly requirements: Requirement[]
  lastChange: LastChange | null
  readonly flight: Flight
}

export function nothingKnown(): Knowledge {
  return {
    reported: null,
    comparisons: [],
    patch: null,
    changed: false,
    requirements: [],
    lastChange: null,
    flight: new Flight(),
  }
}

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

/** Everything a result tells apart from how it ended. */
export function known(
  mode: Mode,
  desired: DesiredProject,
  knowledge: Knowledge,
  findings: readonly Finding[] = [],
  excused: readonly Finding[] = [],
): Known {
  const { reported, changed, flight } = knowledge
  const comparisons = knowledge.comparisons.map(shownComparison)
  const differing = differences(comparisons)
  const named = desired.providers.map(({ provider }) => providerState(reported ?? {}, provider))
  const providers = reported === null ? [] : desired.providers.length > 0 ? named : targets(desired, reported)
  return {
    mode,
    projectId: desired.id,
    name: desired.name,
    providers,
    valid: reported !== null && allValid(targets(desired, reported)),
    wantsProvider: desired.providers.length === 0 || desired.providers.some(({ enabled }) => enabled),
    looksAtAll: desired.providers.length === 0,
    enabled: providers.some(({ enabled }) => enabled),
    changed,
    drifted: differing.length > 0,
    differences: differing,
    notComparable: notComparable(comparisons),
    comparisons,
    patch: knowledge.patch && shownPatch(knowledge.patch),
    configuration: reported && shownReported(reported),
    findings,
    excused,
    requirements: knowledge.requirements,
    lastChange: knowledge.lastChange,
    stateUnknown: flight.unanswered,
  }
}

/** A project that failed before it was looked at, with nothing known of it. */
export function failedEarly(mode: Mode, desired: DesiredProject, error: FailedError['error']): FailedError {
  return { ...known(mode, desired, nothingKnown()), result: 'failed', failureReason: 'error', error }
}
