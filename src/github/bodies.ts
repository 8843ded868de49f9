import { createHash } from 'node:crypto'
import type { Report } from '../domain/report.ts'
import type { ProjectResult } from '../domain/result.ts'
import { code, type Html, html } from '../report/html.ts'
import { projectsBlocks } from '../report/projects-summary.ts'
import { projectBlocks } from '../report/summary.ts'
import type { Sanitize } from '../sanitize/safe-text.ts'
import type { Entry } from './client.ts'
import type { Subject } from './subjects.ts'

/** GitHub refuses a longer body. */
const MAX_BODY_LENGTH = 65_000

/** What an issue or comment remembers of the run that it was last written for. */
export interface StoredState {
  readonly subjects: readonly Subject[]
  /** Of everything that the body tells, but for the run that told it. */
  readonly fingerprint: string
}

/** Stands for a whole target in a marker: a path may hold what would end the comment. */
export function targetId(...parts: readonly (string | null)[]): string {
  return shortHash(JSON.stringify(parts))
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

const MARKER = /^<!-- atlas-encryption-at-rest:(?:project|rest|plan)=[0-9a-f]{1,64} -->$/

/** Invisible, on a line of its own, and what an issue or comment of ours is found by, whatever its title. */
export function marker(kind: 'project' | 'rest' | 'plan', id: string): string {
  return `<!-- atlas-encryption-at-rest:${kind}=${id} -->`
}

/**
 * Whether the entry was written by this action. A stranger could lay out an issue or comment with our marker, have it filled
 * and then change what it says; a person may quote one of ours.
 */
export function isOurs(entry: Entry, ours: string): boolean {
  return markersOf(entry).includes(ours)
}

/** The markers of an entry, if it was written by this action. @see {@link isOurs} */
export function markersOf({ body, user, author_association: association }: Entry): string[] {
  const isBot = user?.type === 'Bot' || user?.login?.endsWith('[bot]') === true
  const isUnknown = user?.type == null && association == null
  // Looked at first, since a stranger may have filled the body with thousands of markers.
  if (!isBot && !isUnknown && !['OWNER', 'MEMBER', 'COLLABORATOR'].includes(association ?? '')) return []
  const lines = (body ?? '').split(/\r?\n/).map((line) => line.trimEnd())
  return [...new Set(lines.filter((line) => MARKER.test(line)))]
}

/** @returns undefined if there is no such line, or somebody changed it */
export function parseStoredState(body: string): StoredState | undefined {
  const match = /^<!-- atlas-encryption-at-rest:memory=([a-z:,-]*);([0-9a-f]{16}) -->$/m.exec(body)
  if (match === null) return undefined
  return { subjects: (match[1] as string).split(',').filter(Boolean), fingerprint: match[2] as string }
}

/** The memory of a run: the same as long as nothing changes. */
export function storedStateOf(project: ProjectResult, subjects: readonly Subject[]): StoredState {
  const { result, providers, comparisons, patch, requirements, error } = project
  const told = JSON.stringify([result, providers, comparisons, patch, requirements, error, [...subjects].sort()])
  return { subjects, fingerprint: shortHash(told) }
}

/** The memory of what is told of many projects. */
export function storedStateOfReport(report: Report): StoredState {
  return { subjects: [], fingerprint: shortHash(JSON.stringify(report)) }
}

/** @param unchecked what was found by other runs, and not looked at by this one */
export function issueBody(
  project: ProjectResult,
  storedState: StoredState,
  unchecked: readonly Subject[],
  runUrl: string,
  sanitize: Sanitize,
): string {
  const notes =
    unchecked.length === 0
      ? []
      : [html`<p>Found by another run, not looked at by this one: ${unchecked.join(', ')}</p>`]
  const end = html`<p>A workflow keeps this issue: it is updated while the finding changes, and closed when it is gone.</p>`
  const blocks = [...projectBlocks(project, sanitize), ...notes, ...linkToRun(runUrl), end]
  return joined([marker('project', project.projectId), storedStateLine(storedState)], blocks)
}

export function commentBody(
  project: ProjectResult,
  storedState: StoredState,
  runUrl: string,
  sanitize: Sanitize,
): string {
  const blocks = [...projectBlocks(project, sanitize), ...linkToRun(runUrl)]
  return joined([marker('plan', project.projectId), storedStateLine(storedState)], blocks)
}

/** The body of an issue or comment that tells of many projects: as many rows as there is room for. */
export function projectsBody(
  ours: string,
  report: Report,
  storedState: StoredState,
  runUrl: string,
  sanitize: Sanitize,
): string {
  const end = linkToRun(runUrl)
  const room = MAX_BODY_LENGTH - 1000 - end.reduce((size, { markup }) => size + markup.length, 0)
  return joined([ours, storedStateLine(storedState)], [...projectsBlocks(report, room, sanitize), ...end])
}

const storedStateLine = ({ subjects, fingerprint }: StoredState): string =>
  `<!-- atlas-encryption-at-rest:memory=${subjects.join(',')};${fingerprint} -->`

function linkToRun(runUrl: string): Html[] {
  return isUrl(runUrl) ? [html`<p>Told by <a href="${runUrl}">this run</a>.</p>`] : []
}

export function isUrl(text: string): boolean {
  return /^https?:\/\/[\w.:/-]+$/.test(text)
}

function joined(lines: readonly string[], blocks: readonly Html[]): string {
  const kept: string[] = [lines.join('\n')]
  let size = kept.join('').length
  for (const { markup } of blocks) {
    size += markup.length + 2
    if (size > MAX_BODY_LENGTH) {
      kept.push(html`<p>Cut: the summary of the run has all of it (${code('GITHUB_STEP_SUMMARY')}).</p>`.markup)
      break
    }
    kept.push(markup)
  }
  return kept.join('\n\n')
}
