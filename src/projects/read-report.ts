import type { Mode } from '../domain/modes.ts'
import type { ProjectReport, Report, ReportedRun } from '../domain/report.ts'
import { assembleReport } from '../report/report.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import { ReportFileError } from './errors.ts'
import { explanationsOf, isInvalid } from './explanations.ts'
import { parseProject, parseRest, type UntrustedRest } from './report-schema.ts'
import { findStructure } from './report-structure.ts'
import { sanitizeProject } from './sanitize-project.ts'

/** The report of a run that came to its end, and which run it was. */
export interface WholeReport {
  readonly report: Report & { readonly mode: Mode }
  readonly run: ReportedRun
}

/** What reading works with. */
interface ReadContext {
  readonly secrets: Secrets
  /** Called between parts of the work: lets signals through, and rejects when the run ends. */
  readonly yieldToEventLoop: () => Promise<void>
}

/**
 * Reads a report file, which is untrusted: sizes and types are checked, each statement is checked against what the others imply,
 * and texts are sanitized as the action does when it writes a report.
 *
 * @throws ReportFileError if it is no report that can be merged
 */
export async function readReport(bytes: Buffer, context: ReadContext): Promise<WholeReport> {
  const { secrets, yieldToEventLoop } = context
  const structure = await findStructure(bytes, yieldToEventLoop)
  const stated = parseRest(parseJson(structure.rest), secrets)
  const mode = requireWholeRun(stated)
  const projects: ProjectReport[] = []
  let possiblyInvalid = 0
  let certainlyInvalid = 0
  for (const [i, { from, to }] of structure.projects.entries()) {
    await yieldToEventLoop()
    const json = parseJson(bytes.toString('utf8', from, to))
    const project = await sanitizeProject(parseProject(json, i, secrets), context)
    const explanations = explanationsOf(mode, project)
    if (explanations.length === 0) throw contradiction(safe`in project ${secrets.sanitize(project.projectId)}`)
    if (explanations.some((explanation) => isInvalid(explanation, project))) possiblyInvalid += 1
    if (explanations.every((explanation) => isInvalid(explanation, project))) certainlyInvalid += 1
    projects.push(project)
  }
  const { invalid } = stated.totals
  if (invalid < certainlyInvalid || invalid > possiblyInvalid) throw contradiction(safe`in \`totals\``)
  const shard = stated.shard === null ? null : secrets.sanitize(stated.shard)
  const report = assembleReport({ mode, shard, isMultiProject: true, error: null, projects, invalid })
  requireAgreement(stated, report)
  return { report: { ...report, mode }, run: runOf(stated, secrets) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ReportFileError(safe`is not a report of this action`)
  }
}

/** @returns the mode of the run */
function requireWholeRun({ mode, error }: UntrustedRest): Mode {
  if (mode === 'export')
    throw new ReportFileError(safe`is of \`mode: export\`, which writes a file and cannot be merged`)
  if (mode !== null && mode !== 'merge' && error === null) return mode
  throw new ReportFileError(
    safe`is the report of a run that failed as a whole, so not all of its projects were checked; run that job again`,
  )
}

/** What the report states of all projects must be what they add up to. */
function requireAgreement(stated: UntrustedRest, derived: Report): void {
  const { totals, failureReason, result, projects } = derived
  const names = Object.keys(totals) as (keyof typeof totals)[]
  const wrong = names.find((name) => stated.totals[name] !== totals[name])
  if (wrong !== undefined) throw contradiction(safe`in \`totals\``)
  if (stated.failureReason !== failureReason) throw contradiction(safe`in \`failureReason\``)
  // The result of a run on one project is that of the project.
  const [only] = projects
  const possible = projects.length === 1 && failureReason === null ? [result, only?.result] : [result]
  if (!possible.includes(stated.result)) throw contradiction(safe`in \`result\``)
}

function contradiction(place: SafeText): ReportFileError {
  return new ReportFileError(safe`contradicts itself ${place}; it was changed, or is not a report of this action`)
}

function runOf({ run }: UntrustedRest, secrets: Secrets): ReportedRun {
  const word = (text: string | null | undefined): SafeText | null =>
    text === null || text === undefined ? null : secrets.sanitize(text, 100)
  return { id: word(run?.id), attempt: word(run?.attempt), at: word(run?.at) }
}
