import { MODE_TABLE, type Mode } from '../domain/modes.ts'
import { fieldOf, type ProviderName } from '../domain/providers.ts'
import type { ProjectReport } from '../domain/report.ts'
import { allValid } from '../domain/result.ts'
import { isConsistent, isOfPart } from './consistency.ts'
import { type Assumption, agreesWithEnd, hasParts } from './project-end.ts'

/**
 * A desired state that a project's report may be about. The report does not have it, but its statements follow from it, so a
 * report is contradictory if they follow from no desired state.
 */
export interface Explanation {
  /** Atlas answered; without an answer nothing is known. */
  readonly answered: boolean
  /** The providers that the workflow names, and whether they are to be enabled; null: none is named. */
  readonly desired: DesiredStates | null
}

type DesiredStates = ReadonlyMap<ProviderName, boolean>

/** All desired states with which a run of the mode can report this on the project; none if no run can. */
export function explanationsOf(mode: Mode, project: ProjectReport): Explanation[] {
  if (!isConsistent(mode, project)) return []
  return candidates(mode, project).filter((explanation) => explains(explanation, mode, project))
}

/** Whether the project counts as `invalid` in the totals of a report, if the explanation is right. */
export function isInvalid({ answered, desired }: Explanation, { valid }: ProjectReport): boolean {
  const wantsProvider = desired === null || [...desired.values()].includes(true)
  return answered && wantsProvider && !valid
}

function candidates(mode: Mode, { providers }: ProjectReport): Explanation[] {
  const { comparesFields, needsProvider } = MODE_TABLE[mode]
  const names = providers.map(({ provider }) => provider)
  const named = combinations(names)
    // verify looks at the named providers that are to be enabled, or if there is none, at all of them.
    .filter((desired) => comparesFields || new Set(desired.values()).size === 1)
    .map((desired) => ({ answered: true, desired }))
  return [
    ...(names.length === 0 ? [{ answered: false, desired: null }] : named),
    ...(needsProvider ? [] : [{ answered: true, desired: null }]),
  ]
}

/** Each way in which some providers are to be enabled and the others disabled. */
function combinations([first, ...others]: readonly ProviderName[]): DesiredStates[] {
  if (first === undefined) return [new Map()]
  return combinations(others).flatMap((rest) =>
    [true, false].map((isDesired) => new Map([[first, isDesired] as const, ...rest])),
  )
}

function explains(explanation: Explanation, mode: Mode, project: ProjectReport): boolean {
  const { answered, desired } = explanation
  if (!answered) return project.error !== null && isBlank(project)
  if (desired === null && !project.providers.every(({ enabled }) => enabled)) return false
  return possibleTargets(desired, mode, project).some(
    (targets) =>
      project.valid === allValid(targets) &&
      (desired === null || agreesWithComparison({ desired, targets }, mode, project)) &&
      agreesWithEnd({ desired, targets }, mode, project),
  )
}

/**
 * What the verdict may be about: the providers that are to be enabled, and with `wait-timeout: 0` also those that an apply leaves
 * enabled until their clusters and private endpoints are gone.
 */
function possibleTargets(
  desired: DesiredStates | null,
  mode: Mode,
  project: ProjectReport,
): readonly Assumption['targets'][] {
  const targets = project.providers.filter(({ provider, enabled }) => desired?.get(provider) ?? enabled)
  if (desired === null || !MODE_TABLE[mode].changesAtlas || !hasParts(project)) return [targets]
  const withKept = project.providers.filter(({ provider, enabled }) => desired.get(provider) || enabled)
  return withKept.length === targets.length ? [targets] : [targets, withKept]
}

const isBlank = (project: ProjectReport): boolean =>
  !project.valid &&
  !project.changed &&
  [project.differences, project.notComparable, project.requirements].every(({ length }) => length === 0)

/** Whether the differences are those between what is desired and what Atlas had before any change. */
function agreesWithComparison(
  { desired, targets }: Assumption & { readonly desired: DesiredStates },
  mode: Mode,
  project: ProjectReport,
): boolean {
  const { providers, differences, notComparable, error } = project
  const { comparesFields, changesAtlas } = MODE_TABLE[mode]
  // verify compares nothing, and an error may come before the comparison.
  const isCompared = differences.length > 0 || notComparable.length > 0 || (error === null && comparesFields)
  if (!isCompared) return true
  // Atlas is asked again after a change, and while a key is not valid.
  const isReadAgain = changesAtlas && (project.changed || targets.length > 0 || hasParts(project))
  const isGivenFor = (field: string): boolean =>
    [...desired].some(([name, isDesired]) => isDesired && fieldOf(name, field))
  return (
    notComparable.every(isGivenFor) &&
    providers.every(({ provider, enabled }) => {
      const isDesired = desired.get(provider) as boolean
      const own = differences.filter((difference) => difference.provider === provider && !isOfPart(difference))
      const enabling = own.find(({ field }) => field === 'enabled')
      const before = enabling === undefined ? isDesired : !isDesired
      return (
        (enabling === undefined || enabling.expected === isDesired) &&
        // Fields of a provider that is to be disabled are not compared.
        (isDesired || own.length === (enabling === undefined ? 0 : 1)) &&
        (isReadAgain || enabled === before)
      )
    })
  )
}
