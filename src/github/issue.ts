import type { ProjectResult } from '../modes/result.ts'
import type { Plain } from '../report/summary.ts'
import { isOurs, issueBody, isUrl, marker, memoryOf, recall } from './body.ts'
import type { Entry, GitHub } from './github.ts'
import { GitHubTrouble } from './github.ts'
import { foundSubjects, looksAt } from './subjects.ts'

/** Always set, and what issues are listed by: GitHub's search lags behind. */
const LABEL = 'atlas-encryption-at-rest'

export interface IssueWishes {
  readonly labels: readonly string[]
  readonly assignees: readonly string[]
}

/**
 * Keeps one issue for a project: opened on the first finding, updated in place while the finding changes, reopened if it
 * comes back, closed with a comment when it is gone. An error says nothing about the project, so nothing is done then.
 *
 * @param warn told what could be done only in part
 * @returns the issue's URL, '' if there is none
 * @throws GitHubTrouble
 */
export async function keepIssue(
  project: ProjectResult,
  wishes: IssueWishes,
  github: GitHub,
  plain: Plain,
  warn: (text: string) => void,
): Promise<string> {
  if (project.error !== null) return ''
  const issue = await findIssue(project.projectId, github)
  const before = issue?.state === 'open' ? recall(issue.body ?? '') : undefined
  const found = foundSubjects(project)
  const unchecked = (before?.subjects ?? []).filter((subject) => !looksAt(project, subject))
  const subjects = [...new Set([...found, ...unchecked])]
  if (subjects.length === 0) {
    if (issue?.state === 'open') await close(issue, 'completed', closingWords(github), github)
    return issue?.html_url ?? ''
  }
  const memory = memoryOf(project, subjects)
  // A run that found nothing itself has nothing to write, unless it proved that a part of the finding is gone.
  const isTold =
    before?.fingerprint === memory.fingerprint || (found.length === 0 && unchecked.length === before?.subjects.length)
  if (issue !== undefined && isTold) return issue.html_url
  const body = issueBody(
    project,
    memory,
    unchecked.filter((subject) => !found.includes(subject)),
    github.runUrl,
    plain,
  )
  if (issue === undefined) return await open(project, body, wishes, github, warn)
  await github.update(`/issues/${issue.number}`, { body, state: 'open' })
  return issue.html_url
}

/** The oldest issue with the project's marker; later ones come from runs that raced, and are closed as its duplicates. */
async function findIssue(projectId: string, github: GitHub): Promise<Entry | undefined> {
  const listed = await github.list(`/issues?state=all&labels=${LABEL}`)
  const ours = listed
    .filter((issue) => issue.pull_request === undefined && isOurs(issue, marker('project', projectId)))
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0))
  const [oldest, ...later] = ours
  for (const duplicate of later) {
    if (duplicate.state !== 'open') continue
    // What cannot be closed does not keep the oldest from being kept.
    await closeAsDuplicate(duplicate, `Duplicate of #${oldest?.number}.`, github).catch(() => undefined)
  }
  return oldest
}

async function open(
  project: ProjectResult,
  body: string,
  wishes: IssueWishes,
  github: GitHub,
  warn: (text: string) => void,
): Promise<string> {
  const labels = [...new Set([LABEL, ...wishes.labels])]
  for (const label of labels) await ensureLabel(label, github)
  const title = `Atlas encryption at rest: project ${project.projectId}`
  const issue = await create({ title, body, labels, assignees: wishes.assignees }, github, warn)
  // Another run may have opened one since we looked.
  const kept = await findIssue(project.projectId, github)
  return kept?.html_url ?? issue.html_url
}

async function create(
  issue: { title: string; body: string; labels: readonly string[]; assignees: readonly string[] },
  github: GitHub,
  warn: (text: string) => void,
): Promise<Entry> {
  try {
    return await github.create('/issues', issue)
  } catch (error) {
    if (!(error instanceof GitHubTrouble) || error.status !== 422 || issue.assignees.length === 0) throw error
    const opened = await github.create('/issues', { ...issue, assignees: [] })
    warn(
      `GitHub does not take \`issue-assignees\` (${issue.assignees.join(', ')}), so the issue was opened without them.`,
    )
    return opened
  }
}

/** Best effort: what keeps a label from being made may not keep the issue from being opened, and if it does, that is told. */
async function ensureLabel(name: string, github: GitHub): Promise<void> {
  try {
    if (await github.exists(`/labels/${encodeURIComponent(name)}`)) return
    await github.send('/labels', { name, color: '13aa52' })
  } catch (error) {
    // 403 and 404: not permitted to make labels. 422: another run was faster.
    if (!(error instanceof GitHubTrouble) || ![403, 404, 422].includes(error.status)) throw error
  }
}

async function close(issue: Entry, reason: 'completed' | 'duplicate', words: string, github: GitHub): Promise<void> {
  await github.send(`/issues/${issue.number}/comments`, { body: words })
  await github.update(`/issues/${issue.number}`, { state: 'closed', state_reason: reason })
}

/** GitHub Enterprise Server may be too old to know of duplicates. */
async function closeAsDuplicate(issue: Entry, words: string, github: GitHub): Promise<void> {
  try {
    await close(issue, 'duplicate', words, github)
  } catch (error) {
    if (!(error instanceof GitHubTrouble) || error.status !== 422) throw error
    await github.update(`/issues/${issue.number}`, { state: 'closed', state_reason: 'not_planned' })
  }
}

const closingWords = ({ runUrl }: GitHub): string =>
  `The finding is gone${isUrl(runUrl) ? `, as [this run](${runUrl}) found` : ''}.`
