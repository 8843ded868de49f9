import type { ProjectReport, Report } from '../domain/report.ts'
import { printable } from '../sanitize/printable.ts'
import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import { excuses, findingsOf, worstFirst } from './projects-verdict.ts'

/** The runner shows ten annotations of a kind for a step (ExecutionContext.cs); the tenth counts what is left. */
const MAX_ANNOTATIONS = 10

const MAX_LENGTH = 1000

/** Why the step fails, worst first, at most ten: what ended the run, then the projects that failed for reasons of their own. */
export function projectFailures(report: Report): SafeText[] {
  const { error, mode } = report
  const failed = worstFirst(report).filter(({ result }) => result === 'failed')
  const ownReasons = error === null ? failed : failed.filter((project) => project.error?.code !== error.code)
  const failures = ownReasons.map(
    (project) => () => safe`${label(project)}: ${printable(findingsOf(project, mode), MAX_LENGTH)}`,
  )
  return capped(
    [...(error === null ? [] : [() => error.message]), ...failures],
    safe`more projects failed. The job summary lists them.`,
  )
}

/** What was found but does not fail the step, at most ten. */
export function excusedProjects(report: Report): SafeText[] {
  const excused = report.projects.flatMap((project) => {
    const inputs = excuses(project, report.mode).map((name) => safe`\`${name}: false\``)
    if (inputs.length === 0) return []
    return [
      () => {
        const found = printable(findingsOf(project, report.mode), MAX_LENGTH)
        return safe`${label(project)}: ${found} (The step does not fail: ${joinSafe(inputs, safe`, `)}.)`
      },
    ]
  })
  return capped(excused, safe`more projects have findings that do not fail the step. The job summary lists them.`)
}

/** @param texts made only if they are shown: the texts of ten thousand projects take half a second */
function capped(texts: readonly (() => SafeText)[], rest: SafeText): SafeText[] {
  if (texts.length <= MAX_ANNOTATIONS) return texts.map((text) => text())
  const shown = texts.slice(0, MAX_ANNOTATIONS - 1)
  return [...shown.map((text) => text()), safe`${texts.length - shown.length} ${rest}`]
}

/** How a sentence names a project. */
function label({ projectId, name }: ProjectReport): SafeText {
  return name === null ? safe`Project ${projectId}` : safe`Project ${name} (${projectId})`
}
