import { PendingChange } from '../atlas/pending-change.ts'
import type { Comparison } from '../domain/compare.ts'
import { differences, notComparable } from '../domain/compare.ts'
import type { DesiredProject } from '../domain/desired.ts'
import type { Mode } from '../domain/modes.ts'
import type { Patch } from '../domain/patch.ts'
import { redactComparison, redactConfiguration, redactPatch } from '../domain/redact.ts'
import type { Reported } from '../domain/reported.ts'
import { providerState } from '../domain/reported.ts'
import type { Requirement } from '../domain/requirements.ts'
import type { ErrorResult, Finding, LastChange, ProjectFacts } from '../domain/result.ts'
import { allValid, targets } from '../domain/result.ts'

/** What a mode has learnt so far; kept while it works, so that a run that is cut short can still say what is known. */
export interface ProjectState {
  reported: Reported | null
  comparisons: readonly Comparison[]
  patch: Patch | null
  changed: boolean
  readonly requirements: Requirement[]
  lastChange: LastChange | null
  readonly pendingChange: PendingChange
}

export function initialState(): ProjectState {
  return {
    reported: null,
    comparisons: [],
    patch: null,
    changed: false,
    requirements: [],
    lastChange: null,
    pendingChange: new PendingChange(),
  }
}

/** Everything a result tells apart from how it ended. */
export function known(
  mode: Mode,
  desired: DesiredProject,
  state: ProjectState,
  findings: readonly Finding[] = [],
  excused: readonly Finding[] = [],
): ProjectFacts {
  const { reported, changed, pendingChange } = state
  const comparisons = state.comparisons.map(redactComparison)
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
    patch: state.patch && redactPatch(state.patch),
    configuration: reported && redactConfiguration(reported),
    findings,
    excused,
    requirements: state.requirements,
    lastChange: state.lastChange,
    stateUnknown: pendingChange.isUnresolved,
  }
}

/** A project that failed before it was looked at, with nothing known of it. */
export function failedEarly(mode: Mode, desired: DesiredProject, error: ErrorResult['error']): ErrorResult {
  return { ...known(mode, desired, initialState()), result: 'failed', failureReason: 'error', error }
}
