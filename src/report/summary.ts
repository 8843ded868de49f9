import type { RunOutcome } from '../domain/report.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import { externalText, type Html, html, ownText } from './html.ts'
import type { PageLinks } from './links.ts'
import { errorBlocks, projectBlocks } from './project-summary.ts'
import { projectsBlocks } from './projects-summary.ts'
import { modeTitle } from './verdict.ts'

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
  { report, project }: Pick<RunOutcome, 'report' | 'project'>,
  warnings: readonly SafeText[],
  links: PageLinks,
): string {
  const warned = warningBlock(warnings)
  const room = MAX_SUMMARY_BYTES - warned.reduce((size, { markup }) => size + Buffer.byteLength(markup) + 2, 0)
  const blocks = project === null ? withoutProject(report, room, links) : projectBlocks(project, links)
  return `${[...blocks, ...warned].map(({ markup }) => markup).join('\n\n')}\n`
}

function withoutProject(report: RunOutcome['report'], room: number, links: PageLinks): Html[] {
  const { mode, error, projects } = report
  if (error === null || projects.length > 0) return projectsBlocks(report, room, links)
  const title = mode === null ? safe`failed` : safe`${modeTitle(mode)} failed`
  return [html`<h3>❌ Atlas encryption at rest: ${title}</h3>`, ...errorBlocks(error, links)]
}

function warningBlock(warnings: readonly SafeText[]): Html[] {
  if (warnings.length === 0) return []
  const items = warnings.slice(0, MAX_WARNINGS).map((warning) => html`<li>${externalText(warning)}</li>`)
  const more = warnings.length - items.length
  const rest = more > 0 ? [html`<li>${ownText(safe`${more} more are in the log.`)}</li>`] : []
  return [html`<p>⚠️ Warnings:</p><ul>${items}${rest}</ul>`]
}
