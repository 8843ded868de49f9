import type { Difference } from '../domain/compare.ts'
import { PROVIDERS } from '../domain/providers.ts'
import type { ProjectReport, Report } from '../domain/report.ts'
import { FAILURE_REASONS, type FailureReason } from '../domain/result.ts'
import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import { asSentence } from '../sanitize/sentences.ts'
import { heldText } from './events.ts'
import { stakes } from './findings.ts'
import { valueText } from './values.ts'

/** How one of many projects ended, in a word: why it failed, or what was done, worst first. */
export const VERDICTS = [
  ...FAILURE_REASONS,
  'excused',
  'created',
  'updated',
  'disabled',
  'to change',
  'unchanged',
  'planned',
  'passed',
  'exported',
] as const

export type ProjectVerdict = (typeof VERDICTS)[number]

/**
 * The verdict, derived from the report alone, since nothing else is there when the reports of a matrix are merged. `excused`: a
 * finding that an input like `fail-on-drift: false` keeps from failing the step; `to change`: what apply would change.
 */
export function projectVerdict(project: ProjectReport, mode: Report['mode']): ProjectVerdict {
  const { result, failureReason, changed } = project
  if (failureReason !== null) return failureReason
  if (excuses(project, mode).length > 0) return 'excused'
  if (result === 'planned' && changed) return 'to change'
  return result === 'failed' ? 'error' : result
}

/** Whether Atlas cannot use the key of an enabled provider. */
export function hasInvalidKey({ providers }: Pick<ProjectReport, 'providers'>): boolean {
  return providers.some(({ enabled, valid }) => enabled && !valid)
}

/** The inputs that keep a finding of the project from failing the step. */
export function excuses({ result, drifted, providers }: ProjectReport, mode: Report['mode']): SafeText[] {
  if (result === 'failed' || mode === 'plan' || mode === 'export') return []
  return [
    ...(hasInvalidKey({ providers }) ? [safe`fail-on-invalid`] : []),
    ...(drifted && mode === 'drift' ? [safe`fail-on-drift`] : []),
  ]
}

/** The projects, worst first, otherwise in the order of the report. */
export function worstFirst(report: Report): ProjectReport[] {
  // Of projects with one verdict, those whose key is not valid come first: a plan does not fail for it.
  const rank = (project: ProjectReport): number =>
    2 * VERDICTS.indexOf(projectVerdict(project, report.mode)) + (hasInvalidKey(project) ? 0 : 1)
  return report.projects.toSorted((a, b) => rank(a) - rank(b))
}

/** Everything that was found in a project, or else its state. */
export function findingsOf(project: ProjectReport, mode: Report['mode']): SafeText {
  const { error, requirements, differences, changed } = project
  if (error !== null) return error.message.includes(error.code) ? error.message : safe`${error.code}: ${error.message}`
  const failing = requirements.filter(({ held }) => held !== true)
  const state = isToBeDisabled(project, mode) ? safe`${states(project)}, but must be disabled` : states(project)
  const sentences = [
    withStakes(state, project.atRisk),
    ...failing.map(({ condition, held, detail }) => safe`${condition} ${heldText(held)}: ${detail}`),
    ...(differences.length > 0 ? [joinSafe(describeDifferences(project), safe`; `)] : []),
    ...(mode === 'plan' && changed && differences.length === 0
      ? [safe`would send the secrets that are set, which Atlas never returns`]
      : []),
  ].filter((sentence) => sentence !== '')
  return sentences.length === 0 ? safe`no provider is enabled` : joinSafe(sentences, safe` · `)
}

function withStakes(state: SafeText, atRisk: ProjectReport['atRisk']): SafeText {
  const text = stakes(atRisk)
  return text === '' ? state : safe`${asSentence(state)}${text}`
}

function describeDifferences(project: ProjectReport): SafeText[] {
  return project.differences.map((difference) => {
    const { provider, field, expected, actual } = difference
    const path = provider === null ? field : safe`${PROVIDERS[provider].atlasObject}.${field}`
    return isApplied(project, difference)
      ? safe`${path}: ${valueText(actual)} → ${valueText(expected)}`
      : safe`${path} is ${valueText(actual)}, expected ${valueText(expected)}`
  })
}

/** Whether Atlas has what was expected since the run changed it. A cluster or an endpoint may still be under way, or not have been reached. */
function isApplied(
  { changed, result, clusters, privateEndpoints }: ProjectReport,
  { field, expected }: Difference,
): boolean {
  if (!changed || result === 'planned') return false
  const cluster = clusters.find(({ name }) => field === `clusters.${name}`)
  if (cluster !== undefined) return cluster.actual === expected
  const endpoint = privateEndpoints.find(({ region }) => field === `privateEndpoints.${region}`)
  return endpoint === undefined || endpoint.status === expected
}

/** Verify fails for a valid key only where the provider must be disabled. */
function isToBeDisabled({ failureReason, providers }: ProjectReport, mode: Report['mode']): boolean {
  return (
    mode === 'verify' && failureReason === 'invalid' && providers.length > 0 && providers.every(({ valid }) => valid)
  )
}

function states({ providers }: ProjectReport): SafeText {
  const texts = providers.map(({ provider, enabled, valid }) => {
    const key = enabled ? (valid ? safe`key valid` : safe`key NOT valid`) : safe`not enabled`
    return safe`${PROVIDERS[provider].title}: ${key}`
  })
  return joinSafe(texts, safe`, `)
}

/** What to do about a reason for which projects failed. */
export const ADVICE: Readonly<Record<FailureReason, SafeText>> = {
  error: safe`The message of each project says what to do. The other projects are not affected.`,
  invalid: safe`Do not restart, scale, or upgrade a cluster of such a project until its key is valid: its nodes would not start again. Check that the key is enabled, that the role or the credentials may use it, and that no firewall or network rule at the provider blocks Atlas. Enable a provider that is not enabled with \`mode: apply\`.`,
  requirement: safe`The table says why each condition is not met. If the result is unknown, the credentials may lack a role: \`Project Read Only\`, or for private endpoints \`Project Owner\`.`,
  drift: safe`If the file is right, run \`mode: apply\`. If Atlas is right, change the file.`,
}

/** How many projects have each finding, whether or not it fails them. A project with two findings counts twice. */
export function findingCounts({ mode, projects }: Report): { finding: FailureReason; count: number }[] {
  return FAILURE_REASONS.map((finding) => ({
    finding,
    count: projects.filter((project) => hasFinding(project, finding, mode)).length,
  })).filter(({ count }) => count > 0)
}

function hasFinding(project: ProjectReport, finding: FailureReason, mode: Report['mode']): boolean {
  const { error, failureReason, requirements, drifted } = project
  if (finding === failureReason) return true
  if (error !== null || mode === 'plan' || mode === 'export') return false
  if (finding === 'invalid') return hasInvalidKey(project)
  if (finding === 'requirement') return requirements.some(({ held }) => held !== true)
  return finding === 'drift' && mode === 'drift' && drifted
}

/** `40 projects: 37 passed, 3 failed (1 invalid, 2 drift), 4 changed`. */
export function countsOf(report: Report): SafeText {
  const reasons = FAILURE_REASONS.flatMap((reason) => {
    const count = report.projects.filter(({ failureReason }) => failureReason === reason).length
    return count === 0 ? [] : [safe`${count} ${reason}`]
  })
  return totalsText(report, reasons.length === 0 ? safe`` : safe` (${joinSafe(reasons, safe`, `)})`)
}

/** @param failed what stands behind the number of projects that failed; begins with a space, or is empty */
export function totalsText({ mode, totals }: Report, failed = safe``): SafeText {
  const changed = totals.changed === 0 ? safe`` : safe`, ${totals.changed} ${mode === 'plan' ? 'to change' : 'changed'}`
  const noun = totals.projects === 1 ? 'project' : 'projects'
  return safe`${totals.projects} ${noun}: ${totals.passed} passed, ${totals.failed} failed${failed}${changed}`
}
