import type { Report } from '../domain/report.ts'
import { safe } from '../sanitize/safe-text.ts'
import { closingBody, projectsBody } from './bodies.ts'
import { intactFingerprint } from './entry-body.ts'
import { closeIssue, type IssueList } from './issue-list.ts'
import { type HiddenLine, shortHash } from './markers.ts'
import type { IssueContext, SyncedIssue } from './project-issue.ts'

/** A hash of what a report says of projects, but not of the run that wrote it. */
export function reportFingerprint({ mode, shard, result, failureReason, error, totals, projects }: Report): string {
  return shortHash(JSON.stringify([mode, shard, result, failureReason, error, totals, projects]))
}

/**
 * Brings the one issue up to date that lists the projects with findings beyond the most that get an issue in one run.
 *
 * @param report about these projects; null if there are none
 * @returns undefined if there is no such issue, and no need for one
 * @throws GitHubError
 */
export async function syncOverflowIssue(
  marker: HiddenLine,
  report: Report | null,
  list: IssueList,
  { github, opener, bodies }: IssueContext,
): Promise<SyncedIssue | undefined> {
  if (report === null && !list.hasOpen(marker)) return undefined
  const issue = await list.find(marker)
  if (report === null) {
    if (issue?.isOpen !== true) return undefined
    await closeIssue(issue, 'completed', closingBody(bodies), github)
    return { url: issue.url, isCurrent: true }
  }
  const fingerprint = reportFingerprint(report)
  const body = projectsBody(report, { marker, fingerprint }, bodies)
  if (issue === undefined) {
    const opened = await opener.open(safe`Atlas encryption at rest: more projects with findings`, body)
    return { url: opened.url, isCurrent: true }
  }
  if (!issue.isOpen || intactFingerprint(issue.body) !== fingerprint) {
    await github.update(`/issues/${issue.number}`, { body, state: 'open' })
  }
  return { url: issue.url, isCurrent: true }
}
