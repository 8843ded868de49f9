import { MODE_TABLE, type Mode } from '../domain/modes.ts'
import { fieldOf, type ProviderName } from '../domain/providers.ts'
import type { ProjectReport, ReportedDifference } from '../domain/report.ts'

/**
 * Whether the statements of a project agree with each other whatever the desired state is: those that follow from others, and
 * those that a run of the mode cannot make.
 */
export function isConsistent(mode: Mode, project: ProjectReport): boolean {
  const { providers, differences, notComparable, requirements, atRisk, error, failureReason, result } = project
  const { comparesFields, checksConditions } = MODE_TABLE[mode]
  return (
    (error !== null) === (failureReason === 'error') &&
    (result === 'failed') === (failureReason !== null) &&
    project.enabled === providers.some(({ enabled }) => enabled) &&
    project.drifted === differences.length > 0 &&
    areDistinct(providers.map(({ provider }) => provider)) &&
    providers.every(({ enabled, valid }) => enabled || !valid) &&
    areDistinct(differences.map(({ provider, field }) => `${provider} ${field}`)) &&
    differences.every((difference) => isPossible(difference, project)) &&
    (comparesFields || (differences.length === 0 && notComparable.length === 0)) &&
    (checksConditions || requirements.length === 0) &&
    (mode === 'apply' || mode === 'plan' || !project.changed) &&
    (atRisk === null || providers.some(({ enabled, valid }) => enabled && !valid))
  )
}

const areDistinct = (values: readonly string[]): boolean => new Set(values).size === values.length

/** Whether a run can report the difference at all. Equal texts are possible: two values may look the same once they are redacted. */
function isPossible(difference: ReportedDifference, { projectId, providers }: ProjectReport): boolean {
  const { provider, expected, actual } = difference
  if (difference.projectId !== projectId) return false
  if (typeof expected === 'boolean' && expected === actual) return false
  if (provider !== null && !providers.some((state) => state.provider === provider)) return false
  const type = typeOfValue(difference, provider)
  return typeof expected === type && (typeof actual === type || (actual === null && !isSwitch(difference)))
}

/** The JSON type of a field's values; undefined if there is no such field or it never shows in a difference. */
function typeOfValue({ field }: ReportedDifference, provider: ProviderName | null): 'boolean' | 'string' | undefined {
  if (provider === null) return field === 'enabledForSearchNodes' ? 'boolean' : undefined
  if (field === 'enabled') return 'boolean'
  if (isOfPart({ field })) return 'string'
  const known = fieldOf(provider, field)
  if (known === undefined || known.secret) return undefined
  return known.format === 'boolean' ? 'boolean' : 'string'
}

/** Whether the field is true or false in Atlas and never `null`. */
const isSwitch = ({ field }: ReportedDifference): boolean => field === 'enabled' || field === 'enabledForSearchNodes'

/** Whether the difference is about a cluster or a private endpoint, which are changed by requests of their own. */
export function isOfPart({ field }: Pick<ReportedDifference, 'field'>): boolean {
  return field.includes('.')
}
