import { PROVIDERS } from '../domain/providers.ts'
import type { ProjectReport, Report } from '../domain/report.ts'
import { REASONS } from '../domain/report.ts'
import type { FailureReason } from '../domain/result.ts'
import { HELD } from './events.ts'

/** How a project of a fleet ended, in a word: why it failed, or what was done, worst first. */
export const VERDICTS = [
  ...REASONS,
  'excused',
  'created',
  'updated',
  'disabled',
  'to change',
  'unchanged',
  'planned',
  'passed',
] as const

export type ProjectVerdict = (typeof VERDICTS)[number]

/**
 * The verdict, read off the report alone, since that is all there is when the reports of a matrix are merged. `excused`: a
 * finding that an input like `fail-on-drift: false` keeps from failing the step; `to change`: what apply would do.
 */
export function projectVerdict(project: ProjectReport, mode: Report['mode']): ProjectVerdict {
  const { result, failureReason, changed } = project
  if (failureReason !== null) return failureReason
  if (excuses(project, mode).length > 0) return 'excused'
  if (result === 'planned' && changed) return 'to change'
  return result === 'failed' ? 'error' : result
}

/** What was found but did not fail the step, in the words of the input that excused it. */
export function excuses({ result, drifted, providers }: ProjectReport, mode: Report['mode']): string[] {
  if (result === 'failed' || mode === 'plan') return []
  const isInvalid = providers.some(({ enabled, valid }) => enabled && !valid)
  return [...(isInvalid ? ['fail-on-invalid'] : []), ...(drifted && mode === 'drift' ? ['fail-on-drift'] : [])]
}

/** Worst first, then as they are. */
export function worstFirst(report: Report): ProjectReport[] {
  const rank = (project: ProjectReport): number => VERDICTS.indexOf(projectVerdict(project, report.mode))
  return report.projects.toSorted((a, b) => rank(a) - rank(b))
}

/** Everything that was found in a project, or how it is; holds a stranger's text, made plain only where it is shown. */
export function findingsOf(project: ProjectReport, mode: Report['mode']): string {
  const { error, requirements, differences, changed, result } = project
  if (error !== null) return `${error.code}: ${error.message}`
  const failing = requirements.filter(({ held }) => held !== true)
  const sentences = [
    isToBeOff(project, mode) ? `${states(project)}, but is to be off` : states(project),
    ...failing.map(({ condition, held, detail }) => `${condition} ${HELD[String(held)]}: ${detail}`),
  ]
  if (differences.length > 0) {
    const told = differences.map(({ provider, field, expected, actual }) => {
      const path = provider === null ? field : `${PROVIDERS[provider].atlasObject}.${field}`
      const was = actual === null || actual === '' ? '—' : String(actual)
      return changed && result !== 'planned'
        ? `${path}: ${was} → ${String(expected)}`
        : `${path} is ${was}, wanted ${String(expected)}`
    })
    sentences.push(told.join('; '))
  }
  if (mode === 'plan' && changed && differences.length === 0)
    sentences.push('would send given secrets, which Atlas never shows')
  return sentences.filter((sentence) => sentence !== '').join(' · ') || 'no provider is enabled'
}

/** Verify fails for a valid key only where the provider is to be off. */
function isToBeOff({ failureReason, providers }: ProjectReport, mode: Report['mode']): boolean {
  return (
    mode === 'verify' && failureReason === 'invalid' && providers.length > 0 && providers.every(({ valid }) => valid)
  )
}

function states({ providers }: ProjectReport): string {
  return providers
    .map(({ provider, enabled, valid }) => {
      const key = enabled ? (valid ? 'key valid' : 'key NOT valid') : 'not enabled'
      return `${PROVIDERS[provider].title}: ${key}`
    })
    .join(', ')
}

/** What to do about a reason for which projects of a fleet failed. */
export const ADVICE: Readonly<Record<FailureReason, string>> = {
  error: 'the message says what to do; the other projects are not affected.',
  invalid:
    'do not restart, scale or upgrade a cluster of such a project before its key works: its nodes would not start again. See that the key is enabled, that the role or credentials may use it, and that the key provider lets Atlas in. What is not enabled, `mode: apply` enables.',
  requirement: 'see the condition; one that is not known needs the role Project Read Only.',
  drift: 'if the file is right, run `mode: apply`; if Atlas is, change the file.',
}

/** `40 projects: 37 passed, 3 failed (1 invalid, 2 drift), 4 changed`. */
export function countsOf({ mode, totals, projects }: Report): string {
  const reasons = REASONS.flatMap((reason) => {
    const count = projects.filter(({ failureReason }) => failureReason === reason).length
    return count === 0 ? [] : [`${count} ${reason}`]
  })
  const failed = reasons.length === 0 ? '' : ` (${reasons.join(', ')})`
  const changed = totals.changed === 0 ? '' : `, ${totals.changed} ${mode === 'plan' ? 'to change' : 'changed'}`
  return `${totals.projects} ${totals.projects === 1 ? 'project' : 'projects'}: ${totals.passed} passed, ${totals.failed} failed${failed}${changed}`
}
