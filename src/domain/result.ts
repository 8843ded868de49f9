import type { SafeText } from '../sanitize/safe-text.ts'
import type { ClusterStatus } from './clusters.ts'
import type { Comparison, Difference } from './compare.ts'
import type { DesiredProject } from './desired.ts'
import type { ReportedError } from './errors.ts'
import type { ExportedProject } from './exported.ts'
import type { Mode, SuccessResult } from './modes.ts'
import type { Patch } from './patch.ts'
import type { EndpointStatus } from './private-endpoints.ts'
import { PROVIDER_LIST } from './providers.ts'
import type { ProviderState, Reported, ShownValue } from './reported.ts'
import { providerState } from './reported.ts'
import type { Requirement } from './requirements.ts'

/** Why a project fails, in the order in which they decide over the step. */
export const FAILURE_REASONS = ['error', 'invalid', 'requirement', 'drift'] as const

export type FailureReason = (typeof FAILURE_REASONS)[number]

/** What was found, whether or not the step fails for it: `fail-on-drift: false` excuses a finding, but hides nothing. */
export type Finding = Exclude<FailureReason, 'error'>

/** Who last changed the configuration of encryption at rest, and when. */
export interface LastChange {
  readonly when: SafeText
  readonly who: SafeText
}

/** What is at stake while a key is not valid. */
export interface AtRisk {
  /** Names of the clusters that use the key and would not start again after a restart. */
  readonly clusters: readonly SafeText[]
  /** Since when Atlas calls the key invalid; null if that is not known. */
  readonly since: SafeText | null
}

/** What is known of a project at the end, however it ended. Apart from `exported` it may be shown as it is. */
export interface ProjectFacts {
  readonly mode: Mode
  readonly projectId: SafeText
  readonly name: SafeText | null
  /** The providers that the workflow names, or with none named those enabled; empty if Atlas never answered. */
  readonly providers: readonly ProviderState[]
  /** Every provider that is to be enabled or is checked is enabled and valid, and there is one. */
  readonly valid: boolean
  /** A provider is to be enabled, or is checked; false when all that is named is to be disabled. */
  readonly expectsProvider: boolean
  /** No provider is named: every enabled one is checked. */
  readonly checksEveryProvider: boolean
  readonly enabled: boolean
  /** A change was accepted, or in `plan` would be sent. */
  readonly changed: boolean
  /** Atlas differed from what is desired, before any change. */
  readonly drifted: boolean
  readonly differences: readonly Difference<ShownValue>[]
  readonly notComparable: readonly SafeText[]
  readonly comparisons: readonly Comparison<ShownValue>[]
  /** What was sent, or in `plan` would be; if an error came first, what was to be sent. */
  readonly patch: Patch<ShownValue> | null
  /** Atlas refused it. */
  readonly patchRefused?: true
  /** Whether Atlas reported anything. */
  readonly isKnown: boolean
  /** What Atlas last reported; null if it never did, or in a run over many projects. */
  readonly configuration: Reported<ShownValue> | null
  /** The clusters that the workflow names, as they were last seen. */
  readonly clusters: readonly ClusterStatus[]
  /** The private endpoints in the regions that the workflow names, as they were last seen. */
  readonly privateEndpoints: readonly EndpointStatus[]
  readonly findings: readonly Finding[]
  /** Those of them that an input like `fail-on-drift: false` excuses. */
  readonly excused: readonly Finding[]
  /** The conditions that were checked, in the order asked for. */
  readonly requirements: readonly Requirement[]
  /** What a person should know about the project although nothing is wrong with it. */
  readonly notes: readonly SafeText[]
  /** For drift: the last change of the configuration, as far as the credentials may read it. */
  readonly lastChange: LastChange | null
  readonly atRisk: AtRisk | null
  /** For `mode: export`: what was read. Unlike the rest it is not redacted, and goes into the exported file alone. */
  readonly exported?: ExportedProject
  /** A change was in progress when the run ended: Atlas may or may not have carried it out. */
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
  readonly error: ReportedError
}

/** How a project ended. */
export type ProjectResult = SuccessfulResult | FindingResult | ErrorResult

/** The providers that the verdict is about: those to be enabled, or with none named the enabled ones. */
export function targets(desired: DesiredProject, reported: Reported): ProviderState[] {
  if (desired.providers.length > 0) {
    return desired.providers.filter(({ enabled }) => enabled).map(({ provider }) => providerState(reported, provider))
  }
  return PROVIDER_LIST.map(({ name }) => providerState(reported, name)).filter(({ enabled }) => enabled)
}

/** Whether every target is enabled and its key valid. No target proves nothing. */
export function allValid(states: readonly ProviderState[]): boolean {
  return states.length > 0 && states.every(({ valid }) => valid)
}
