import type { Dirent, Stats } from 'node:fs'
import { opendir, realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import { mergeError } from './errors.ts'
import { ANY_FOLDERS, type PathPattern, parseGlob } from './glob-pattern.ts'

/** A matrix has at most 256 jobs. */
const MAX_FILES = 1000
const MAX_PATH_LENGTH = 200

/** A file that the glob matches. */
export interface FoundFile {
  /** The path as it matched, for messages. */
  readonly label: SafeText
  /** The path without links. */
  readonly path: string
}

/** What finding files works with. */
export interface Search {
  readonly glob: string
  readonly workspace: string
  readonly secrets: Secrets
  readonly yieldToEventLoop: () => Promise<void>
}

/**
 * The files that the glob matches, ordered by path. Folders are passed over. `**` does not follow links; the rest of a glob does.
 *
 * @throws ActionError `INPUT` if a match is a broken link, is outside the workspace once its links are resolved, or is
 * neither file nor folder, or if there are too many
 */
export async function findReportFiles(search: Search): Promise<FoundFile[]> {
  const { glob, workspace, secrets } = search
  const root = await ifReadable(realpath(workspace), safe`the workspace`)
  const matches = new Set<string>()
  for (const pattern of parseGlob(glob, workspace)) {
    await walk({ ...search, root, pattern, matches }, '', new Set([0]))
  }
  const files: FoundFile[] = []
  for (const match of [...matches].sort()) {
    const label = safe`\`${secrets.sanitize(match, MAX_PATH_LENGTH)}\``
    const path = await resolveFile(root, match, label)
    if (path !== undefined) files.push({ label, path })
  }
  return files
}

interface Walk extends Search {
  /** The workspace without links. */
  readonly root: string
  readonly pattern: PathPattern
  /** Takes what matches: paths relative to the workspace. */
  readonly matches: Set<string>
}

/**
 * @param folder relative to the workspace
 * @param positions the segments of the pattern that a name in this folder may match
 */
async function walk(context: Walk, folder: string, positions: ReadonlySet<number>): Promise<void> {
  const { root, pattern, matches, secrets, yieldToEventLoop } = context
  const label = safe`the folder \`${secrets.sanitize(folder || '.', MAX_PATH_LENGTH)}\``
  const entries = await ifReadable(opendir(join(root, folder)), label)
  for await (const entry of entries) {
    await yieldToEventLoop()
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    const next = advance(pattern, positions, entry)
    if (next.has(pattern.length) && !entry.isDirectory()) matches.add(path)
    if (matches.size > MAX_FILES) throw mergeError(safe`\`report-files\` matches more than ${MAX_FILES} files`)
    const goesOn = next.size > (next.has(pattern.length) ? 1 : 0)
    if (goesOn && (await isFolder(context, entry, path))) await walk(context, path, next)
  }
}

/** The segments that may match below this entry; the pattern's length if the pattern ends with it. */
function advance(pattern: PathPattern, positions: ReadonlySet<number>, entry: Dirent): Set<number> {
  const next = new Set<number>()
  for (const position of withSkippedFolders(pattern, positions)) {
    const segment = pattern[position]
    if (segment === ANY_FOLDERS) {
      if (entry.name.startsWith('.')) continue
      if (entry.isDirectory()) next.add(position)
      if (position === pattern.length - 1) next.add(pattern.length)
    } else if (segment?.(entry.name)) {
      next.add(position + 1)
    }
  }
  return next
}

/** `**` also stands for no folder at all. At the end of a pattern it matches everything below. */
function withSkippedFolders(pattern: PathPattern, positions: ReadonlySet<number>): Set<number> {
  const all = new Set(positions)
  for (const position of all) if (pattern[position] === ANY_FOLDERS) all.add(position + 1)
  return all
}

async function isFolder({ root, secrets }: Walk, entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory()
  const label = safe`\`${secrets.sanitize(path, MAX_PATH_LENGTH)}\``
  return (await resolveLink(stat(join(root, path)), label)).isDirectory()
}

/** @returns the path without links, undefined if it is a folder */
async function resolveFile(root: string, match: string, label: SafeText): Promise<string | undefined> {
  const path = await resolveLink(realpath(join(root, match)), label)
  const inside = relative(root, path)
  if (inside === '..' || inside.startsWith(`..${sep}`) || join(root, inside) !== path)
    throw mergeError(safe`${label} is outside the workspace after links are resolved`)
  const stats: Stats = await ifReadable(stat(path), label)
  if (stats.isDirectory()) return undefined
  if (!stats.isFile()) throw mergeError(safe`${label} is not a file`)
  return path
}

async function resolveLink<Found>(found: Promise<Found>, label: SafeText): Promise<Found> {
  try {
    return await found
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ELOOP') throw mergeError(safe`${label} is a broken link`)
    throw mergeError(safe`${label} cannot be read`)
  }
}

async function ifReadable<Found>(found: Promise<Found>, label: SafeText): Promise<Found> {
  try {
    return await found
  } catch {
    throw mergeError(safe`${label} cannot be read`)
  }
}
