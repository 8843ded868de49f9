import { PendingChange } from '../atlas/pending-change.ts'
import type { Cluster } from '../domain/cluster.ts'
import type { ClusterStatus } from '../domain/clusters.ts'
import type { Comparison } from '../domain/compare.ts'
import { differences, notComparable } from '../domain/compare.ts'
import type { DesiredProject } from '../domain/desired.ts'
import type { ExportedProject } from '../domain/exported.ts'
import type { Mode } from '../domain/modes.ts'
import type { Patch } from '../domain/patch.ts'
import type { EndpointStatus } from '../domain/private-endpoints.ts'
import type { ProviderName } from '../domain/providers.ts'
import { FieldRedactor } from '../domain/redact.ts'
import type { Reported, ShownValue } from '../domain/reported.ts'
import { providerState } from '../domain/reported.ts'
import type { Requirement } from '../domain/requirements.ts'
import type { AtRisk, ErrorResult, Finding, LastChange, ProjectFacts } from '../domain/result.ts'
import { allValid, targets } from '../domain/result.ts'
import type { SafeText } from '../sanitize/safe-text.ts'
import type { Secrets } from '../sanitize/secrets.ts'

/** What a mode knows so far; kept while it works, so that a run that is cut short can still report what is known. */
export interface ProjectState {
  reported: Reported | null
  /** When that was read, by the clock of the run. */
  reportedAt: number
  comparisons: readonly Comparison<ShownValue>[]
  /** What was sent to encryptionAtRest, or in `plan` would be; null if nothing is. */
  patch: Patch<ShownValue> | null
  patchRefused: boolean
  changed: boolean
  /** The clusters that the workflow names, as they were last seen. */
  clusters: readonly ClusterStatus[]
  /** The private endpoints in the regions that the workflow names, as they were last seen. */
  privateEndpoints: readonly EndpointStatus[]
  /** All clusters of the project, once they were listed. */
  clusterList: readonly Cluster[] | undefined
  /** When they were listed, by the clock of the run. */
  clustersListedAt: number
  /** The providers were disabled that are disabled last. */
  sentLast: boolean
  /** Providers that are to be disabled, but only by another run. */
  keptEnabled: readonly ProviderName[]
  readonly requirements: Requirement[]
  readonly notes: SafeText[]
  lastChange: LastChange | null
  atRisk: AtRisk | null
  /** For `mode: export`: what was read. */
  exported: ExportedProject | null
  readonly pendingChange: PendingChange
}

export function initialState(): ProjectState {
  return {
    reported: null,
    reportedAt: Number.NEGATIVE_INFINITY,
    comparisons: [],
    patch: null,
    patchRefused: false,
    changed: false,
    clusters: [],
    privateEndpoints: [],
    clusterList: undefined,
    clustersListedAt: Number.NEGATIVE_INFINITY,
    sentLast: false,
    keptEnabled: [],
    requirements: [],
    notes: [],
    lastChange: null,
    atRisk: null,
    exported: null,
    pendingChange: new PendingChange(),
  }
}

/** Findings of a mode, and those of them that an input excuses. */
export interface Findings {
  readonly findings: readonly Finding[]
  readonly excused: readonly Finding[]
}

/**
 * Everything that a result holds apart from how the project ended.
 *
 * @param secrets cuts secrets out of the configuration; null if it is not to be shown, as in a run over many projects
 */
export function factsOf(
  mode: Mode,
  desired: DesiredProject,
  state: ProjectState,
  secrets: Secrets | null,
  { findings, excused }: Findings = { findings: [], excused: [] },
): ProjectFacts {
  const { reported, comparisons, changed, pendingChange } = state
  const differing = differences(comparisons)
  const named = desired.providers.map(({ provider }) => providerState(reported ?? {}, provider))
  const providers = reported === null ? [] : desired.providers.length > 0 ? named : targets(desired, reported)
  return {
    mode,
    projectId: desired.id,
    name: desired.name,
    providers,
    valid: reported !== null && allValid(targets(withKept(desired, state), reported)),
    expectsProvider: desired.providers.length === 0 || desired.providers.some(({ enabled }) => enabled),
    checksEveryProvider: desired.providers.length === 0,
    enabled: providers.some(({ enabled }) => enabled),
    changed,
    drifted: differing.length > 0,
    differences: differing,
    notComparable: notComparable(comparisons),
    comparisons,
    patch: state.patch,
    ...(state.patchRefused && { patchRefused: true }),
    isKnown: reported !== null,
    configuration: reported && secrets && new FieldRedactor(secrets).configuration(reported),
    findings,
    excused,
    clusters: state.clusters,
    privateEndpoints: state.privateEndpoints,
    requirements: state.requirements,
    notes: state.notes,
    lastChange: state.lastChange,
    atRisk: state.atRisk,
    ...(state.exported !== null && { exported: state.exported }),
    stateUnknown: pendingChange.isUnresolved,
  }
}

/** A provider that this run leaves enabled counts as one that is enabled on purpose. */
function withKept(desired: DesiredProject, { keptEnabled }: ProjectState): DesiredProject {
  if (keptEnabled.length === 0) return desired
  const providers = desired.providers.map((provider) =>
    keptEnabled.includes(provider.provider) ? { ...provider, enabled: true } : provider,
  )
  return { ...desired, providers }
}

/** The result of a project that failed before it was looked at: nothing is known about it. */
export function failedEarly(mode: Mode, desired: DesiredProject, error: ErrorResult['error']): ErrorResult {
  return { ...factsOf(mode, desired, initialState(), null), result: 'failed', failureReason: 'error', error }
}
