import type { Report } from '../domain/report.ts'
import type { ProjectResult } from '../domain/result.ts'
import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import { type Issue, IssueList } from './issue-list.ts'
import { type HiddenLine, marker } from './markers.ts'
import { syncOverflowIssue } from './overflow-issue.ts'
import type { Ownership } from './ownership.ts'
import {
  foundSections,
  type IssueContext,
  openProjectIssue,
  type SyncedIssue,
  syncProjectIssue,
} from './project-issue.ts'
import { type ConfigFileScope, closeRemovedProject, removedProjects } from './removed-projects.ts'

/** More new issues at once would bury a repository; one more lists the rest. */
const MAX_OPENED = 20

/** The issue that lists the projects beyond the most that get an issue in one run. */
interface Overflow {
  readonly marker: HiddenLine
  readonly reportOn: (projects: readonly ProjectResult[]) => Report
}

/** What the issues of a run are about. */
export interface IssueScope {
  readonly projects: readonly ProjectResult[]
  /** null for a run on one project. */
  readonly overflow: Overflow | null
  /** null without a config file. */
  readonly configFile: ConfigFileScope | null
}

/** Runs one step. What GitHub refuses becomes a warning; the same refusal a second time ends the other steps. */
type Attempt = (act: () => Promise<void>) => Promise<void>

/**
 * Syncs one issue for each project: opened on the first finding, updated in place while the findings change, reopened when one
 * comes back, closed with a comment when all are resolved. An error says nothing about a project, so it changes nothing.
 *
 * @returns the URLs of the issues, one a line: for many projects of those that are open or were closed just now
 * @throws GitHubError if the issues cannot even be listed
 */
export async function syncIssues(
  scope: IssueScope,
  ownership: Ownership,
  attempt: Attempt,
  context: IssueContext,
): Promise<SafeText> {
  const { projects, configFile, overflow } = scope
  const known = projects.filter(({ error }) => error === null)
  // An empty shard can still be responsible for a project that left the config file.
  if (known.length === 0 && (projects.length > 0 || configFile === null)) return safe``
  const list = await IssueList.read(context.github, ownership)
  const synced: SyncedIssue[] = []
  const toOpen: ProjectResult[] = []
  for (const project of known) {
    await attempt(async () => {
      const issue = await list.find(marker('project', project.projectId))
      if (issue !== undefined) synced.push(await syncProjectIssue(project, issue, context))
      else if (foundSections(project, context).length > 0) toOpen.push(project)
    })
  }
  if (configFile !== null) synced.push(...(await closeRemoved(configFile, list, attempt, context)))
  const opened = await openIssues(toOpen.slice(0, MAX_OPENED), attempt, context)
  if (overflow !== null) {
    await attempt(async () => {
      const rest = toOpen.slice(MAX_OPENED)
      const report = rest.length === 0 ? null : overflow.reportOn(rest)
      const issue = await syncOverflowIssue(overflow.marker, report, list, context)
      if (issue !== undefined) synced.push(issue)
    })
  }
  if (opened.size > 0) {
    await attempt(async () => void synced.push(...(await convergeOnOldest(opened, ownership, context))))
  }
  const shown = synced.filter(({ isCurrent, url }) => (isCurrent || overflow === null) && url !== '')
  return joinSafe(
    shown.map(({ url }) => url),
    safe`\n`,
  )
}

async function closeRemoved(
  configFile: ConfigFileScope,
  list: IssueList,
  attempt: Attempt,
  context: IssueContext,
): Promise<SyncedIssue[]> {
  const closed: SyncedIssue[] = []
  for (const projectId of removedProjects(configFile, list, context.origin)) {
    await attempt(async () => {
      const issue = await list.find(marker('project', projectId))
      const one = await closeRemovedProject(projectId, configFile, issue, context)
      if (one !== undefined) closed.push(one)
    })
  }
  return closed
}

async function openIssues(
  projects: readonly ProjectResult[],
  attempt: Attempt,
  context: IssueContext,
): Promise<Map<ProjectResult, Issue>> {
  const opened = new Map<ProjectResult, Issue>()
  for (const project of projects) {
    await attempt(async () => void opened.set(project, await openProjectIssue(project, context)))
  }
  return opened
}

/**
 * Another run may have opened an issue for the same project since the list was read. The oldest is kept, and gets the sections
 * of this run if it is the other one's.
 */
async function convergeOnOldest(
  opened: ReadonlyMap<ProjectResult, Issue>,
  ownership: Ownership,
  context: IssueContext,
): Promise<SyncedIssue[]> {
  const list = await IssueList.read(context.github, ownership)
  const synced: SyncedIssue[] = []
  for (const [project, own] of opened) {
    const oldest = (await list.find(marker('project', project.projectId))) ?? own
    const isOwn = oldest.id === own.id
    synced.push(isOwn ? { url: own.url, isCurrent: true } : await syncProjectIssue(project, oldest, context))
  }
  return synced
}
