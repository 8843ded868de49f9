import type { ProjectReport, Report } from '../domain/report.ts'
import { excuses, findingsOf, worstFirst } from './projects-verdict.ts'

/** The runner shows ten annotations of a kind for a step (ExecutionContext.cs); the tenth counts what is left. */
const MAX_ANNOTATIONS = 10

const MAX_LENGTH = 1000

/** Why the step fails, worst first, at most ten: what ended the run, then the projects that failed for reasons of their own. */
export function projectFailures(report: Report): string[] {
  const { error, mode } = report
  const failed = worstFirst(report).filter(({ result }) => result === 'failed')
  const ownReasons = error === null ? failed : failed.filter((project) => project.error?.code !== error.code)
  const told = ownReasons.map((project) => `${called(project)}: ${cut(findingsOf(project, mode))}`)
  return capped(
    [...(error === null ? [] : [error.message]), ...told],
    'more projects failed; the job summary lists them.',
  )
}

/** What was found but does not fail the step, at most ten. */
export function excusedProjects(report: Report): string[] {
  const told = report.projects.flatMap((project) => {
    const switches = excuses(project, report.mode).map((name) => `\`${name}: false\``)
    return switches.length === 0
      ? []
      : [
          `${called(project)}: ${cut(findingsOf(project, report.mode))} (The step does not fail for it: ${switches.join(', ')}.)`,
        ]
  })
  return capped(told, 'more projects have findings that do not fail the step; the job summary lists them.')
}

function capped(told: readonly string[], words: string): string[] {
  return told.length <= MAX_ANNOTATIONS
    ? [...told]
    : [...told.slice(0, MAX_ANNOTATIONS - 1), `${told.length - MAX_ANNOTATIONS + 1} ${words}`]
}

function called({ projectId, name }: ProjectReport): string {
  return name === null ? `Project ${projectId}` : `Project ${name} (${projectId})`
}

const cut = (text: string): string =>
  text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH).toWellFormed()}…`
