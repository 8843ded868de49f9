import { CONDITION_TABLE, type Condition } from '../domain/conditions.ts'
import type { DesiredProject } from '../domain/desired.ts'
import type { Mode } from '../domain/modes.ts'
import { PROVIDER_LIST, type ProviderName } from '../domain/providers.ts'
import type { Finding, ProjectResult } from '../domain/result.ts'

/**
 * One thing that can be found and resolved on its own:
 *
 * - `invalid:aws`: the key of an enabled provider is not valid
 * - `off:aws`: a provider is not enabled, though it is to be checked
 * - `on:aws`: a provider is enabled, though the workflow wants it disabled
 * - `invalid:any`: no provider is enabled
 * - `drift:aws`, `drift:project`: Atlas differs from what the workflow wants
 * - `requirement:clusters`: a condition does not hold; with the named providers (`requirement:rotation-alert:aws+gcp`) where
 *   the condition is about them
 *
 * An issue stores them, since several steps may look at different parts of one project.
 */
export type Subject = string

/** What the workflow wants of a project, as far as findings depend on it. */
export type DesiredState = Pick<DesiredProject, 'providers' | 'enabledForSearchNodes'>

/** The parts of an issue, in the order in which they are shown. */
export const PARTS: readonly (ProviderName | 'project')[] = [...PROVIDER_LIST.map(({ name }) => name), 'project']

/** Everything that the run found, whether or not an input excuses it. */
export function foundSubjects(project: ProjectResult, desired: DesiredState): Subject[] {
  const { findings, differences, requirements } = project
  const found: Subject[] = []
  if (findings.includes('invalid')) found.push(...invalidSubjects(project, desired))
  if (findings.includes('drift')) found.push(...differences.map(({ provider }) => `drift:${provider ?? 'project'}`))
  if (findings.includes('requirement')) {
    const failing = requirements.filter(({ held }) => held !== true)
    found.push(...failing.map(({ condition }) => requirementSubject(project, condition)))
  }
  return [...new Set(found)]
}

function invalidSubjects({ mode, providers, expectsProvider }: ProjectResult, desired: DesiredState): Subject[] {
  if (!expectsProvider) return providers.filter(({ enabled }) => enabled).map(({ provider }) => `on:${provider}`)
  const checked = providers.filter(({ provider }) => !isToBeOff(provider, desired))
  const subjects = checked
    // In drift a provider that is off is a difference.
    .filter(({ enabled, valid }) => (enabled ? !valid : mode === 'verify'))
    .map(({ provider, enabled }) => `${enabled ? 'invalid' : 'off'}:${provider}`)
  return subjects.length > 0 ? subjects : ['invalid:any']
}

function requirementSubject(project: ProjectResult, condition: Condition): Subject {
  const scope = project.checksEveryProvider ? 'all' : providersOf(project).sort().join('+')
  return CONDITION_TABLE[condition].isAboutNamedProviders
    ? `requirement:${condition}:${scope}`
    : `requirement:${condition}`
}

/**
 * Whether the run proves that something which an earlier run found is resolved. What a run does not look at, it does not
 * prove: a step that checks another provider must not remove the finding, or two steps would undo each other's work for ever.
 */
export function isResolved(subject: Subject, project: ProjectResult, desired: DesiredState): boolean {
  if (foundSubjects(project, desired).includes(subject)) return false
  const [kind, what = ''] = subject.split(':')
  switch (kind) {
    case 'requirement':
      return isRequirementMet(subject, project)
    case 'drift':
      // `enabled` of every named provider is compared, whatever else is.
      return project.mode === 'drift' && project.comparisons.some(({ provider }) => (provider ?? 'project') === what)
    case 'invalid':
    case 'off':
    case 'on':
      return isStateResolved(kind, what, project, desired)
    default:
      // Not a subject of this version: no run will find it again.
      return true
  }
}

function isStateResolved(
  kind: 'invalid' | 'off' | 'on',
  what: string,
  { providers, checksEveryProvider }: ProjectResult,
  desired: DesiredState,
): boolean {
  if (what === 'any') return providers.some(({ enabled }) => enabled)
  const state = providers.find(({ provider }) => provider === what)
  // A run that looks at all providers lists those that are enabled.
  if (state === undefined) return checksEveryProvider && kind !== 'off'
  const isDesiredOn = desired.providers.find(({ provider }) => provider === what)?.enabled
  if (kind === 'invalid') return !state.enabled || state.valid
  return kind === 'off' ? state.enabled || isDesiredOn === false : !state.enabled || isDesiredOn === true
}

function isRequirementMet(subject: Subject, project: ProjectResult): boolean {
  const [, condition, scope] = subject.split(':')
  const requirement = project.requirements.find((candidate) => candidate.condition === condition)
  if (requirement === undefined) return false
  if (scope === undefined || requirementSubject(project, requirement.condition) === subject) return true
  if (requirement.condition !== 'rotation-alert' || requirement.held !== true) return false
  // An alert for each of several providers proves that there is one for any of them.
  const checked: readonly string[] = providersOf(project)
  return scope.split('+').every((provider) => checked.includes(provider))
}

/**
 * Whether a run on a config file, which no longer names the provider or the setting, makes an earlier finding on it obsolete.
 * Only a drift check knows everything that the file names; verify leaves out what it does not look at.
 */
export function isObsolete(subject: Subject, mode: Mode, { providers, enabledForSearchNodes }: DesiredState): boolean {
  if (findingOf(subject) === 'drift' && mode !== 'drift') return false
  if (subject === 'drift:project') return enabledForSearchNodes === undefined
  if (subject === 'invalid:any') return providers.length > 0
  const part = partOf(subject)
  return part !== 'project' && providers.length > 0 && providers.every(({ provider }) => provider !== part)
}

/** The part of the issue that the subject belongs to. */
export function partOf(subject: Subject): ProviderName | 'project' {
  const [kind, what] = subject.split(':')
  return (kind !== 'requirement' && PARTS.find((part) => part === what)) || 'project'
}

/** The finding of the result that the subject is one piece of. */
export function findingOf(subject: Subject): Finding {
  const [kind] = subject.split(':')
  return kind === 'requirement' || kind === 'drift' ? kind : 'invalid'
}

function isToBeOff(provider: ProviderName, { providers }: DesiredState): boolean {
  return providers.some((desired) => desired.provider === provider && !desired.enabled)
}

function providersOf({ providers }: ProjectResult): ProviderName[] {
  return providers.map(({ provider }) => provider)
}
