import type { Report } from '../domain/report.ts'
import type { ProjectResult } from '../domain/result.ts'
import type { Sanitize } from '../sanitize/safe-text.ts'
import {
  commentBody,
  isOurs,
  marker,
  parseStoredState,
  projectsBody,
  type StoredState,
  storedStateOf,
  storedStateOfReport,
} from './bodies.ts'
import type { Entry, GitHub } from './client.ts'

/** What a comment tells, ready to be written. */
export interface Plan {
  /** What the comment of this target is found by. */
  readonly marker: string
  readonly storedState: StoredState
  readonly body: string
}

/** The plan for the only project of a run. */
export function planOfProject(project: ProjectResult, { runUrl }: GitHub, sanitize: Sanitize): Plan {
  const storedState = storedStateOf(project, [])
  return {
    marker: marker('plan', project.projectId),
    storedState,
    body: commentBody(project, storedState, runUrl, sanitize),
  }
}

/** @param id of the config file and shard */
export function planOfProjects(report: Report, id: string, { runUrl }: GitHub, sanitize: Sanitize): Plan {
  const storedState = storedStateOfReport(report)
  const ours = marker('plan', id)
  return { marker: ours, storedState, body: projectsBody(ours, report, storedState, runUrl, sanitize) }
}

/**
 * Keeps one comment with the plan on a pull request, updated in place when the plan changes.
 *
 * @returns the comment's URL
 * @throws GitHubError
 */
export async function upsertComment(plan: Plan, pullRequest: number, github: GitHub): Promise<string> {
  const { storedState, body } = plan
  const [oldest] = await findComments(plan, pullRequest, github)
  if (oldest === undefined) {
    const created = await github.create(`/issues/${pullRequest}/comments`, { body })
    // Another run may have written one since we looked: the oldest is kept.
    const [kept, ...later] = await findComments(plan, pullRequest, github)
    for (const { id } of later) await github.remove(`/issues/comments/${id}`)
    if (kept === undefined || kept.id === created.id) return created.html_url
    await github.update(`/issues/comments/${kept.id}`, { body })
    return kept.html_url
  }
  if (parseStoredState(oldest.body ?? '')?.fingerprint !== storedState.fingerprint) {
    await github.update(`/issues/comments/${oldest.id}`, { body })
  }
  return oldest.html_url
}

/** Our comments for the target, the oldest first. */
async function findComments({ marker: ours }: Plan, pullRequest: number, github: GitHub): Promise<Entry[]> {
  const comments = await github.list(`/issues/${pullRequest}/comments`)
  return comments.filter((comment) => isOurs(comment, ours)).sort((a, b) => a.id - b.id)
}
