import type { SafeText } from '../sanitize/safe-text.ts'
import { issueBody, removedBody } from './bodies.ts'
import { closeIssue, type Issue, type IssueList } from './issue-list.ts'
import { projectIdOf } from './markers.ts'
import type { IssueContext, SyncedIssue } from './project-issue.ts'
import { readStoredState } from './stored-state.ts'

/** The config file of the run, and the projects that the run is responsible for. */
export interface ConfigFileScope {
  /** The path as the workflow gives it. */
  readonly file: string
  readonly projectIds: ReadonlySet<string>
  /** Whether the project belongs to the shard of this run. Runs on other shards close the issues of theirs. */
  readonly isInShard: (projectId: string) => boolean
}

/** The projects that have an open issue with a section of this config file, though the file no longer has them. */
export function removedProjects(
  { projectIds, isInShard }: ConfigFileScope,
  list: IssueList,
  origin: string,
): SafeText[] {
  return list
    .openMarkersWith(`;${origin} -->`)
    .map(projectIdOf)
    .filter((id) => id !== undefined)
    .filter((id) => !projectIds.has(id) && isInShard(id))
}

/**
 * Removes from an issue what runs on this config file wrote, and closes it if that was all. An issue whose body is not the one
 * that was written is left alone: what it says of the config file is no proof.
 *
 * @returns undefined if there was nothing to remove
 * @throws GitHubError
 */
export async function closeRemovedProject(
  projectId: SafeText,
  { file }: ConfigFileScope,
  issue: Issue | undefined,
  { github, bodies, secrets, origin }: IssueContext,
): Promise<SyncedIssue | undefined> {
  if (issue === undefined || !issue.isOpen) return undefined
  const { isIntact, sections } = readStoredState(issue.body, secrets)
  const others = sections.filter((section) => section.origin !== origin)
  if (!isIntact || others.length === sections.length) return undefined
  if (others.length === 0) await closeIssue(issue, 'completed', removedBody(file, bodies), github)
  else await github.update(`/issues/${issue.number}`, { body: issueBody({ projectId, name: null }, others, bodies) })
  return { url: issue.url, isCurrent: true }
}
