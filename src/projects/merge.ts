import { readFile, stat } from 'node:fs/promises'
import { Checkpoint } from '../domain/checkpoint.ts'
import type { Mode } from '../domain/modes.ts'
import type { RunOutcome } from '../domain/report.ts'
import type { MergeSettings } from '../domain/settings.ts'
import { assembleReport } from '../report/report.ts'
import { safe } from '../sanitize/safe-text.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import { type ReadReport, requireOneMatrix } from './check-matrix.ts'
import { mergeError, ReportFileError } from './errors.ts'
import { type FoundFile, findReportFiles } from './find-report-files.ts'
import { mergedRun, staleReportWarning } from './merged-run.ts'
import { readReport } from './read-report.ts'

const MEBIBYTE = 1024 * 1024
const MAX_FILE_MEBIBYTES = 64
const MAX_TOTAL_MEBIBYTES = 256
/** Five times what one report may have. All of them are in memory at once. */
const MAX_MERGED_PROJECTS = 50_000

interface MergeContext {
  readonly secrets: Secrets
  readonly signal: AbortSignal
  readonly yieldToEventLoop: () => Promise<void>
}

/**
 * Joins the reports of a job matrix into the one that a single run over all projects would have written.
 *
 * @throws ActionError `INPUT` if a report is missing, or the files are not what one matrix wrote; the signal's reason if the
 * run ends before
 */
export async function mergeReports(
  { reportFiles, workspace }: MergeSettings,
  secrets: Secrets,
  signal: AbortSignal,
): Promise<RunOutcome> {
  const checkpoint = new Checkpoint(signal)
  const context = { secrets, signal, yieldToEventLoop: async () => await checkpoint.pass() }
  const files = await readAll(await findReportFiles({ ...context, glob: reportFiles, workspace }), context)
  const [first] = files
  if (first === undefined) {
    throw mergeError(
      safe`no file matches \`report-files\``,
      safe`Download the artifacts of the matrix before this step. The glob is relative to the workspace.`,
    )
  }
  requireOneMatrix(files, secrets)
  return outcomeOf(files, first.report.mode)
}

async function readAll(found: readonly FoundFile[], context: MergeContext): Promise<ReadReport[]> {
  await requireSizes(found, context)
  const files: ReadReport[] = []
  let projects = 0
  for (const file of found) {
    const bytes = await ifReadable(file, readFile(file.path, { signal: context.signal }), context)
    const read = await parse(file, bytes, context)
    projects += read.report.projects.length
    if (projects > MAX_MERGED_PROJECTS)
      throw mergeError(safe`the reports together have more than ${MAX_MERGED_PROJECTS} projects`)
    files.push(read)
  }
  return files
}

/** Checked before anything is read. */
async function requireSizes(found: readonly FoundFile[], context: MergeContext): Promise<void> {
  let total = 0
  for (const file of found) {
    const { size } = await ifReadable(file, stat(file.path), context)
    if (size > MAX_FILE_MEBIBYTES * MEBIBYTE)
      throw mergeError(safe`${file.label} is larger than ${MAX_FILE_MEBIBYTES} MiB`)
    total += size
  }
  if (total > MAX_TOTAL_MEBIBYTES * MEBIBYTE)
    throw mergeError(safe`the reports together are larger than ${MAX_TOTAL_MEBIBYTES} MiB`)
}

async function ifReadable<Found>(file: FoundFile, found: Promise<Found>, { signal }: MergeContext): Promise<Found> {
  try {
    return await found
  } catch {
    signal.throwIfAborted()
    throw mergeError(safe`${file.label} cannot be read`)
  }
}

async function parse({ label }: FoundFile, bytes: Buffer, context: MergeContext): Promise<ReadReport> {
  try {
    return { label, ...(await readReport(bytes, context)) }
  } catch (error) {
    if (error instanceof ReportFileError) throw mergeError(safe`${label} ${error.problem}`)
    throw error
  }
}

function outcomeOf(files: readonly ReadReport[], mode: Mode): RunOutcome {
  const projects = files.flatMap(({ report }) => report.projects)
  const report = assembleReport({
    mode,
    shard: null,
    isMultiProject: true,
    error: null,
    projects: projects.sort((a, b) => (a.projectId < b.projectId ? -1 : 1)),
    invalid: files.reduce((sum, file) => sum + file.report.totals.invalid, 0),
  })
  const links = { issueUrl: safe``, commentUrl: safe`` }
  return {
    report,
    run: mergedRun(files),
    project: null,
    links,
    atlasOrigin: null,
    warnings: staleReportWarning(files),
  }
}
