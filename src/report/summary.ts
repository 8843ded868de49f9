import type { ReportedError } from '../domain/errors.ts'
import type { RunOutcome } from '../domain/report.ts'
import type { ProjectResult } from '../domain/result.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import { errorBlocks } from './finding-blocks.ts'
import { externalText, type Html, html, ownText } from './html.ts'
import type { PageLinks } from './links.ts'
import { projectBlocks } from './project-summary.ts'
import { projectsBlocks } from './projects-summary.ts'
import { excusedFindings, INVALID_INPUTS, modeTitle, STATE_UNKNOWN, verdictOn } from './verdict.ts'

/** The runner refuses a summary above 1 MiB (FileCommandManager.cs). */
const MAX_SUMMARY_BYTES = 1_000_000
/** The log has the rest. */
const MAX_WARNINGS = 50

/**
 * The job summary: verdict, what was compared with what, what to do. All HTML, each line one block without blank lines.
 *
 * @param warnings all warnings of the run
 */
export function buildSummary(
  outcome: Pick<RunOutcome, 'report' | 'project' | 'error'>,
  warnings: readonly SafeText[],
  links: PageLinks,
): string {
  const { project } = outcome
  const saidAbove: readonly SafeText[] = project === null ? [] : warningsInBlocks(project)
  const warned = warningBlock(warnings.filter((warning) => !saidAbove.includes(warning)))
  const room = MAX_SUMMARY_BYTES - warned.reduce((size, { markup }) => size + Buffer.byteLength(markup) + 2, 0)
  const blocks = project === null ? withoutProject(outcome, room, links) : projectBlocks(project, links)
  return `${[...blocks, ...warned].map(({ markup }) => markup).join('\n\n')}\n`
}

/** The warnings that the blocks about the project say already. */
function warningsInBlocks(project: ProjectResult): SafeText[] {
  const excused = verdictOn(project).status === 'excused' ? excusedFindings(project) : []
  return project.stateUnknown ? [...excused, STATE_UNKNOWN] : excused
}

function withoutProject(
  { report, error: errorInPieces }: Pick<RunOutcome, 'report' | 'error'>,
  room: number,
  links: PageLinks,
): Html[] {
  const { mode, projects } = report
  const error = errorInPieces ?? report.error
  if (error === null || (projects.length > 0 && mode !== null)) return projectsBlocks({ ...report, error }, room, links)
  return [
    html`<h3>❌ Atlas encryption at rest: ${titleOf(mode, error)}</h3>`,
    ...(mode === null ? [] : [html`<p>${modeTitle(mode)}</p>`]),
    ...errorBlocks(error, links),
  ]
}

function titleOf(mode: RunOutcome['report']['mode'], { code }: ReportedError): SafeText {
  if (code !== 'INPUT') return safe`failed`
  return mode === 'merge' ? safe`nothing was merged` : INVALID_INPUTS
}

function warningBlock(warnings: readonly SafeText[]): Html[] {
  if (warnings.length === 0) return []
  const items = warnings.slice(0, MAX_WARNINGS).map((warning) => html`<li>${externalText(warning)}</li>`)
  const more = warnings.length - items.length
  const rest = more > 0 ? [html`<li>${ownText(safe`${more} more are in the log.`)}</li>`] : []
  return [html`<p>⚠️ Warnings:</p><ul>${items}${rest}</ul>`]
}
