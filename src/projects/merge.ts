import { globSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { ActionError } from '../domain/errors.ts'
import type { RunOutcome } from '../domain/report.ts'
import type { MergeSettings } from '../domain/settings.ts'
import { assembleReport } from '../report/report.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import { ReportFileError, readReport, type WholeReport } from './read-report.ts'

const MAX_FILE_BYTES = 64 * 1024 * 1024
/** What comes of them is one text, and no text of JavaScript's is longer than 512 MiB. */
const MAX_TOTAL_BYTES = 256 * 1024 * 1024
/** A matrix has at most 256 jobs. */
const MAX_FILES = 1000

interface ReadFile {
  /** For messages, plain. */
  readonly name: string
  readonly report: WholeReport
  /** In bytes. */
  readonly size: number
}

/**
 * Joins the reports of a job matrix into the one that a single run over all projects would have written.
 *
 * @throws ActionError `INPUT` if they are not all there, or are not what one matrix wrote; or the run ended before
 */
export async function mergeReports(
  { reportFiles, workspace }: MergeSettings,
  secrets: Secrets,
  signal: AbortSignal,
): Promise<RunOutcome> {
  return merged(await readAll(reportFiles, workspace, secrets, signal))
}

async function readAll(glob: string, workspace: string, secrets: Secrets, signal: AbortSignal): Promise<ReadFile[]> {
  const files: ReadFile[] = []
  // Reading takes all there is of the processor; a signal or the end of the run is heard of in between.
  const yieldToEventLoop = async (): Promise<void> => {
    await setImmediate()
    signal.throwIfAborted()
  }
  let size = 0
  for (const path of findFiles(glob, workspace)) {
    await yieldToEventLoop()
    const file = await readFile(path, workspace, secrets, yieldToEventLoop)
    size += file.size
    if (size > MAX_TOTAL_BYTES) throw wrong(`the reports together are larger than ${MAX_TOTAL_BYTES / 1024 / 1024} MiB`)
    files.push(file)
  }
  await yieldToEventLoop()
  return files
}

function merged(files: readonly ReadFile[]): RunOutcome {
  const [first] = files
  if (first === undefined) {
    throw wrong(
      'no file matches `report-files`; download the artifacts of the matrix before this step, and mind that the glob is relative to the workspace',
    )
  }
  const other = files.find(({ report }) => report.mode !== first.report.mode)
  if (other !== undefined) {
    throw wrong(
      `${first.name} is of \`mode: ${first.report.mode}\`, but ${other.name} of \`mode: ${other.report.mode}\`; merge the reports of one matrix`,
    )
  }
  requireAllShards(files)
  requireEachProjectOnce(files)
  const report = assembleReport({
    mode: first.report.mode,
    shard: null,
    isMultiProject: true,
    error: null,
    projects: files.flatMap((file) => file.report.projects).sort((a, b) => (a.projectId < b.projectId ? -1 : 1)),
    invalid: files.reduce((sum, file) => sum + file.report.totals.invalid, 0),
  })
  return { report, project: null, told: { issueUrl: '', commentUrl: '' } }
}

const wrong = (what: string): ActionError => new ActionError('INPUT', `Nothing was merged: ${what}.`)

function findFiles(glob: string, workspace: string): string[] {
  const found = globSync(glob, { cwd: workspace }).filter((path) => isFile(resolve(workspace, path)))
  if (found.length > MAX_FILES) throw wrong(`\`report-files\` matches more than ${MAX_FILES} files`)
  return found.sort()
}

/** False also for a link that leads nowhere, or to itself. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

async function readFile(
  path: string,
  workspace: string,
  secrets: Secrets,
  yieldToEventLoop: () => Promise<void>,
): Promise<ReadFile> {
  const name = `\`${secrets.sanitize(path, 200)}\``
  try {
    const full = resolve(workspace, path)
    const { size } = statSync(full)
    if (size > MAX_FILE_BYTES) throw new ReportFileError(`is larger than ${MAX_FILE_BYTES / 1024 / 1024} MiB`)
    return { name, report: await readReport(readFileSync(full, 'utf8'), secrets, yieldToEventLoop), size }
  } catch (error) {
    if (error instanceof ReportFileError) throw wrong(`${name} ${error.message}`)
    if ((error as NodeJS.ErrnoException).syscall !== undefined) throw wrong(`${name} cannot be read`)
    throw error
  }
}

/** A job that failed before it could upload its report would otherwise leave its projects unseen. */
function requireAllShards(files: readonly ReadFile[]): void {
  const sharded = files.filter(({ report }) => report.shard !== null)
  const [first] = sharded
  if (first === undefined) return
  const whole = files.find(({ report }) => report.shard === null)
  if (whole !== undefined)
    throw wrong(`${first.name} is shard ${first.report.shard}, but ${whole.name} is of a run over all projects`)
  const seen = new Map<number, ReadFile>()
  const count = sliceOf(first)[1]
  for (const file of sharded) {
    const [index, of] = sliceOf(file)
    if (of !== count) throw wrong(`${first.name} is one shard of ${count}, but ${file.name} one of ${of}`)
    const twin = seen.get(index)
    if (twin !== undefined) throw wrong(`${twin.name} and ${file.name} are both shard ${index}/${count}`)
    seen.set(index, file)
  }
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter((index) => !seen.has(index))
  if (missing.length > 0) {
    const named = missing
      .slice(0, 10)
      .map((index) => `${index}/${count}`)
      .join(', ')
    throw wrong(
      `the report of shard ${named}${missing.length > 10 ? ', …' : ''} is missing; see why its job did not upload it`,
    )
  }
}

/** @throws ActionError if the shard's text makes no sense */
function sliceOf({ name, report }: ReadFile): [index: number, count: number] {
  const [index = 0, count = 0] = (report.shard ?? '').split('/').map(Number)
  if (index >= 1 && index <= count && count <= MAX_FILES) return [index, count]
  throw wrong(`${name} is of shard ${report.shard}, which there cannot be`)
}

function requireEachProjectOnce(files: readonly ReadFile[]): void {
  const seen = new Map<string, ReadFile>()
  for (const file of files) {
    for (const { projectId } of file.report.projects) {
      const twin = seen.get(projectId)
      if (twin !== undefined) {
        const where = twin === file ? `twice in ${file.name}` : `in ${twin.name} and in ${file.name}`
        throw wrong(`project ${projectId} is ${where}; give each project to one job only`)
      }
      seen.set(projectId, file)
    }
  }
}
