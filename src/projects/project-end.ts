import { MODE_TABLE, type Mode } from '../domain/modes.ts'
import { fieldOf, type ProviderName } from '../domain/providers.ts'
import type { ProjectReport, RunResult } from '../domain/report.ts'
import type { ProviderState } from '../domain/reported.ts'
import type { FailureReason, Finding } from '../domain/result.ts'
import { isOfPart } from './consistency.ts'

/** The desired state that is assumed. */
export interface Assumption {
  /** The providers that the workflow names, and whether they are to be enabled; null: none is named. */
  readonly desired: ReadonlyMap<ProviderName, boolean> | null
  /** The providers that the verdict is about. */
  readonly targets: readonly ProviderState[]
}

/** Whether `changed`, `failureReason` and `result` are those that the run ends with. */
export function agreesWithEnd(assumption: Assumption, mode: Mode, project: ProjectReport): boolean {
  const { changed, error, failureReason, result } = project
  const change = changeOf(assumption, project)
  if (mode === 'apply' || mode === 'plan') {
    if (changed && !change.mayChange) return false
    if (error === null && !changed && change.mustChange) return false
  }
  if (error !== null) return true
  if (!canEndWith(failureReason, assumption, mode, project)) return false
  return failureReason !== null || successesOf(mode, change, project).includes(result)
}

interface Change {
  /** There is something to send for encryption at rest itself. */
  readonly mustChange: boolean
  readonly mayChange: boolean
  /** What a change of encryption at rest is called. */
  readonly result: RunResult
  readonly isInParts: boolean
}

function changeOf({ desired }: Assumption, project: ProjectReport): Change {
  const { differences, notComparable } = project
  const own = differences.filter((difference) => !isOfPart(difference))
  // Atlas never returns a secret, so one that is given is always sent.
  const sendsSecret = [...(desired ?? [])].some(
    ([provider, isDesired]) => isDesired && notComparable.some((field) => fieldOf(provider, field)?.secret),
  )
  const mustSend = own.length > 0 || sendsSecret
  const enabling = own.filter(({ field }) => field === 'enabled')
  const result = enabling.some(({ expected }) => expected === true)
    ? 'created'
    : enabling.length > 0
      ? 'disabled'
      : mustSend
        ? 'updated'
        : 'unchanged'
  const isInParts = hasParts(project)
  return { mustChange: mustSend && !isInParts, mayChange: mustSend || isInParts, result, isInParts }
}

/** Whether clusters or private endpoints are changed too, of which a part may wait for a later run. */
export function hasParts({ differences, clusters, privateEndpoints }: ProjectReport): boolean {
  return differences.some(isOfPart) || clusters.length > 0 || privateEndpoints.length > 0
}

function successesOf(mode: Mode, { result, isInParts }: Change, { changed }: ProjectReport): readonly RunResult[] {
  const { changesAtlas, results } = MODE_TABLE[mode]
  if (!changesAtlas) return results
  if (!changed) return ['unchanged']
  return isInParts ? [result === 'unchanged' ? 'updated' : result, 'updated'] : [result]
}

/** Whether the reason is the first finding that no input excuses. */
function canEndWith(reason: FailureReason | null, assumption: Assumption, mode: Mode, project: ProjectReport): boolean {
  for (const finding of findingsOf(assumption, mode, project)) {
    if (finding === reason) return true
    if (!mayBeExcused(finding, mode, assumption)) return false
  }
  return reason === null
}

/** `fail-on-invalid: false` does not excuse that a provider is not enabled; in drift that is drift. */
function mayBeExcused(finding: Finding, mode: Mode, { targets }: Assumption): boolean {
  if (finding === 'invalid') return targets.length > 0 && (mode === 'drift' || targets.every(({ enabled }) => enabled))
  return finding === 'drift'
}

/** In the order in which they decide the verdict. */
function findingsOf(assumption: Assumption, mode: Mode, project: ProjectReport): Finding[] {
  const { requirements, drifted } = project
  const findings: Finding[] = isInvalidFinding(assumption, mode, project) ? ['invalid'] : []
  if (requirements.some(({ held }) => held !== true)) findings.push('requirement')
  if (mode === 'drift' && drifted) findings.push('drift')
  return findings
}

function isInvalidFinding({ desired, targets }: Assumption, mode: Mode, { valid, enabled }: ProjectReport): boolean {
  switch (mode) {
    case 'apply':
      return targets.length > 0 && !valid
    case 'plan':
    case 'export':
      return false
    case 'verify':
      // A project that names only providers that are to be disabled passes when they are.
      return desired !== null && targets.length === 0 ? enabled : !valid
    case 'drift':
      return targets.some((target) => target.enabled && !target.valid)
  }
}
