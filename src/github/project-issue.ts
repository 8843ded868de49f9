import type { ProjectResult } from '../domain/result.ts'
import type { SafeText } from '../sanitize/safe-text.ts'
import { safe } from '../sanitize/safe-text.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import { type BodyContext, closingBody, issueBody } from './bodies.ts'
import type { GitHub } from './client.ts'
import { closeIssue, type Issue } from './issue-list.ts'
import type { IssueOpener } from './issue-opener.ts'
import { NO_ORIGIN } from './markers.ts'
import { sectionsOf } from './result-sections.ts'
import type { Section } from './section.ts'
import { mergeSections, mustWrite, NOTHING_STORED, readStoredState } from './stored-state.ts'
import { type DesiredState, isObsolete, isResolved } from './subjects.ts'

/** What the issues of a run are synced with. */
export interface IssueContext {
  readonly github: GitHub
  readonly opener: IssueOpener
  readonly secrets: Secrets
  readonly bodies: BodyContext
  /** Stands for the config file of the run in its sections: see `SectionHeader.origin`. */
  readonly origin: string
  readonly desiredOf: (projectId: string) => DesiredState
}

/** An issue at the end of a run. */
export interface SyncedIssue {
  readonly url: SafeText
  /** Whether it is open, or was closed just now. */
  readonly isCurrent: boolean
}

/** What the run found in a project, as sections of its issue. */
export function foundSections(project: ProjectResult, { desiredOf, origin, bodies }: IssueContext): Section[] {
  return sectionsOf(project, desiredOf(project.projectId), { origin, sanitize: bodies.sanitize, links: bodies.links })
}

/**
 * Brings the issue of a project up to date: its sections become those that the run found and those of other runs that stand.
 * It is closed when none is left, reopened when there is one again, and not touched while nothing changes.
 *
 * @throws GitHubError
 */
export async function syncProjectIssue(
  project: ProjectResult,
  issue: Issue,
  context: IssueContext,
): Promise<SyncedIssue> {
  const { github, bodies, secrets, desiredOf, origin } = context
  const desired = desiredOf(project.projectId)
  // A closed issue says nothing any more: either everything was resolved, or a person decided so.
  const stored = issue.isOpen ? readStoredState(issue.body, secrets) : NOTHING_STORED
  const isGone = (section: Section): boolean =>
    isResolved(section.subject, project, desired) ||
    (origin !== NO_ORIGIN && section.origin === origin && isObsolete(section.subject, project.mode, desired))
  const sections = mergeSections(stored.sections, foundSections(project, context), isGone)
  if (sections.length === 0) {
    if (issue.isOpen) await closeIssue(issue, 'completed', closingBody(bodies), github)
    return { url: issue.url, isCurrent: issue.isOpen }
  }
  if (mustWrite(stored, sections)) {
    await github.update(`/issues/${issue.number}`, { body: issueBody(project, sections, bodies), state: 'open' })
  }
  return { url: issue.url, isCurrent: true }
}

/** @throws GitHubError */
export async function openProjectIssue(project: ProjectResult, context: IssueContext): Promise<Issue> {
  const { opener, bodies } = context
  const title = safe`Atlas encryption at rest: project ${bodies.sanitize(project.projectId)}`
  return await opener.open(title, issueBody(project, foundSections(project, context), bodies))
}
