import { randomBytes } from 'node:crypto'
import { lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ActionError } from '../domain/errors.ts'
import type { ExportFile } from '../domain/settings.ts'
import { inputLabel } from '../input/input-names.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import { hashOf, parseExport, withHeader } from './header.ts'

/** An exported file is never larger, because the reader of config files takes no larger one. */
const MAX_BYTES = 4 * 1024 * 1024

/**
 * Checks that the file may be written: nothing on its path is a link, and a file that is there was written by an export and not edited
 * since.
 *
 * @returns the hash of the content of the file that is there; undefined if there is none
 * @throws ActionError `INPUT`
 */
export function requireWritable({ path, workspace }: ExportFile): string | undefined {
  const components = path.split('/')
  let current = realpathOf(workspace)
  for (const [i, component] of components.entries()) {
    current = join(current, component)
    const stat = lstatSync(current, { throwIfNoEntry: false })
    if (stat === undefined) return undefined
    const isLast = i === components.length - 1
    if (stat.isSymbolicLink()) throw refused(path, safe`is not written, because a part of its path is a link`)
    if (!isLast && !stat.isDirectory())
      throw refused(path, safe`is not written, because a part of its path is not a folder`)
    if (isLast && !stat.isFile()) throw refused(path, safe`is not written, because it exists and is not a file`)
    if (isLast) return requireOwn(path, stat.size > MAX_BYTES ? '' : readFileSync(current, 'utf8'))
  }
  return undefined
}

function requireOwn(path: SafeText, text: string): string {
  const parsed = parseExport(text)
  const advice = safe`Choose another \`export-file\`, or delete the file.`
  if (parsed === undefined) {
    const problem = safe`is not overwritten, because it does not begin with the header of an export: this action did not write it`
    throw refused(path, problem, advice)
  }
  if (parsed.statedHash !== parsed.actualHash) {
    const problem = safe`is not overwritten, because it was edited since it was exported: its content does not have the hash in its header`
    throw refused(path, problem, advice)
  }
  return parsed.actualHash
}

/**
 * Writes the file at once and whole: into a new file beside it, which then takes its place. A file with the same content stays as it is.
 *
 * @param writtenAt an ISO 8601 date and time in UTC
 * @returns whether the content is new
 * @throws ActionError `INPUT` if the file may not or cannot be written
 */
export function writeExport(file: ExportFile, body: string, writtenAt: string): boolean {
  if (requireWritable(file) === hashOf(body)) return false
  const root = realpathOf(file.workspace)
  const target = join(root, file.path)
  const folder = dirname(target)
  const temporary = join(folder, `.${basename(target).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    mkdirSync(folder, { recursive: true })
    // A folder that became a link since it was checked would lead elsewhere.
    if (realpathSync(folder) !== folder)
      throw refused(file.path, safe`is not written, because a part of its path is a link`)
    writeFileSync(temporary, withHeader(body, writtenAt), { flag: 'wx', flush: true })
    renameSync(temporary, target)
    return true
  } catch (error) {
    rmSync(temporary, { force: true })
    if (error instanceof ActionError) throw error
    throw refused(
      file.path,
      safe`could not be written`,
      safe`Check the permissions of the folder and the free disk space.`,
    )
  }
}

function realpathOf(workspace: string): string {
  try {
    return realpathSync(workspace)
  } catch {
    throw new ActionError('INPUT', safe`The workspace, where \`export-file\` is written, does not exist.`)
  }
}

function refused(path: SafeText, problem: SafeText, advice?: SafeText): ActionError {
  const what = safe`${inputLabel('export-file')}: \`${path}\` ${problem}.`
  return new ActionError('INPUT', { what, ...(advice !== undefined && { advice }) })
}
