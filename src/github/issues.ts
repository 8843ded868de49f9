import type { Report } from '../domain/report.ts'
import type { ProjectResult } from '../domain/result.ts'
import type { Sanitize } from '../sanitize/safe-text.ts'
import {
  issueBody,
  isUrl,
  marker,
  parseStoredState,
  projectsBody,
  storedStateOf,
  storedStateOfReport,
} from './bodies.ts'
import type { Entry, GitHub } from './client.ts'
import { closeIssue, IssueList } from './issue-list.ts'
import type { IssueOpener } from './issue-opener.ts'
import { foundSubjects, looksAt } from './subjects.ts'

/** More new issues at once would bury a repository; the rest is listed in one. */
const MAX_OPENED = 20

/** What keeping issues takes. */
export interface IssueContext {
  readonly github: GitHub
  readonly opener: IssueOpener
  readonly sanitize: Sanitize
  /** Runs what is to be done for one project; what GitHub refuses is told, and only for the same reason twice stops the rest. */
  readonly attempt: (act: () => Promise<void>) => Promise<void>
}

/** The projects beyond the most that are opened in a run. */
interface Rest {
  /** Of the target, for the marker. */
  readonly id: string
  readonly report: (projects: readonly ProjectResult[]) => Report
}

/** An issue at the end of a run, and whether it is about something now. */
interface Kept {
  readonly url: string
  readonly isNews: boolean
}

/**
 * Keeps one issue for each project: opened on the first finding, updated in place while the finding changes, reopened if it
 * comes back, closed with a comment when it is gone. An error says nothing about a project, so nothing is done then.
 *
 * @param rest null if there is one project only
 * @returns the issues' URLs, one a line: for a fleet those that are open or were closed just now
 * @throws GitHubError if the issues cannot even be listed
 */
export async function syncIssues(
  projects: readonly ProjectResult[],
  rest: Rest | null,
  context: IssueContext,
): Promise<string> {
  const known = projects.filter(({ error }) => error === null)
  if (known.length === 0) return ''
  const { attempt, github } = context
  const list = await IssueList.read(github)
  const kept: Kept[] = []
  const toOpen: ProjectResult[] = []
  for (const project of known) {
    await attempt(async () => {
      const issue = await list.find(marker('project', project.projectId))
      const one = issue === undefined ? undefined : await keep(project, issue, context)
      if (one !== undefined) kept.push(one)
      else if (foundSubjects(project).length > 0) toOpen.push(project)
    })
  }
  const opened = new Map<string, Entry>()
  for (const project of toOpen.slice(0, MAX_OPENED)) {
    await attempt(async () => {
      opened.set(marker('project', project.projectId), await open(project, context))
    })
  }
  if (rest !== null) {
    await attempt(async () => {
      const one = await syncOverflowIssue(toOpen.slice(MAX_OPENED), rest, list, context)
      if (one !== undefined) kept.push(one)
    })
  }
  if (opened.size > 0) {
    await attempt(async () => {
      kept.push(...(await settled(opened, github)))
    })
  }
  return kept.flatMap(({ url, isNews }) => (isNews || rest === null ? [url] : [])).join('\n')
}

/** Another run may have opened an issue for the same project since we looked: the oldest is kept. */
async function settled(opened: ReadonlyMap<string, Entry>, github: GitHub): Promise<Kept[]> {
  const list = await IssueList.read(github)
  const kept: Kept[] = []
  for (const [ours, issue] of opened)
    kept.push({ url: (await list.find(ours))?.html_url ?? issue.html_url, isNews: true })
  return kept
}

async function keep(project: ProjectResult, issue: Entry, { github, sanitize }: IssueContext): Promise<Kept> {
  const isOpen = issue.state === 'open'
  const before = isOpen ? parseStoredState(issue.body ?? '') : undefined
  const found = foundSubjects(project)
  const unchecked = (before?.subjects ?? []).filter((subject) => !looksAt(project, subject))
  const subjects = [...new Set([...found, ...unchecked])]
  const url = issue.html_url
  if (subjects.length === 0) {
    if (isOpen) await closeIssue(issue, 'completed', closingWords(github), github)
    return { url, isNews: isOpen }
  }
  const storedState = storedStateOf(project, subjects)
  // A run that found nothing itself has nothing to write, unless it proved that a part of the finding is gone.
  const isTold =
    before?.fingerprint === storedState.fingerprint ||
    (found.length === 0 && unchecked.length === before?.subjects.length)
  if (!isTold) {
    const notFoundNow = unchecked.filter((subject) => !found.includes(subject))
    const body = issueBody(project, storedState, notFoundNow, github.runUrl, sanitize)
    await github.update(`/issues/${issue.number}`, { body, state: 'open' })
  }
  return { url, isNews: true }
}

async function open(project: ProjectResult, { github, opener, sanitize }: IssueContext): Promise<Entry> {
  const storedState = storedStateOf(project, foundSubjects(project))
  const body = issueBody(project, storedState, [], github.runUrl, sanitize)
  return await opener.open(`Atlas encryption at rest: project ${project.projectId}`, body)
}

async function syncOverflowIssue(
  projects: readonly ProjectResult[],
  { id, report }: Rest,
  list: IssueList,
  { github, opener, sanitize }: IssueContext,
): Promise<Kept | undefined> {
  const ours = marker('rest', id)
  const issue = await list.find(ours)
  if (projects.length === 0) {
    if (issue?.state !== 'open') return undefined
    await closeIssue(issue, 'completed', closingWords(github), github)
    return { url: issue.html_url, isNews: true }
  }
  const all = report(projects)
  const storedState = storedStateOfReport(all)
  const body = projectsBody(ours, all, storedState, github.runUrl, sanitize)
  if (issue === undefined) {
    const opened = await opener.open('Atlas encryption at rest: more projects with findings', body)
    return { url: opened.html_url, isNews: true }
  }
  if (issue.state !== 'open' || parseStoredState(issue.body ?? '')?.fingerprint !== storedState.fingerprint) {
    await github.update(`/issues/${issue.number}`, { body, state: 'open' })
  }
  return { url: issue.html_url, isNews: true }
}

const closingWords = ({ runUrl }: GitHub): string =>
  `The finding is gone${isUrl(runUrl) ? `, as [this run](${runUrl}) found` : ''}.`
