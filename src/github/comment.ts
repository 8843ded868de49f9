import type { ProjectResult } from '../modes/result.ts'
import type { Plain } from '../report/summary.ts'
import { commentBody, isOurs, marker, memoryOf, recall } from './body.ts'
import type { Entry, GitHub } from './github.ts'

/**
 * Keeps one comment with the plan on a pull request, updated in place when the plan changes.
 *
 * @returns the comment's URL
 * @throws GitHubTrouble
 */
export async function keepComment(
  project: ProjectResult,
  pullRequest: number,
  github: GitHub,
  plain: Plain,
): Promise<string> {
  const memory = memoryOf(project, [])
  const body = commentBody(project, memory, github.runUrl, plain)
  const [oldest] = await findComments(project, pullRequest, github)
  if (oldest === undefined) {
    const created = await github.create(`/issues/${pullRequest}/comments`, { body })
    // Another run may have written one since we looked: the oldest is kept.
    const [kept, ...later] = await findComments(project, pullRequest, github)
    for (const { id } of later) await github.remove(`/issues/comments/${id}`)
    if (kept === undefined || kept.id === created.id) return created.html_url
    await github.update(`/issues/comments/${kept.id}`, { body })
    return kept.html_url
  }
  if (recall(oldest.body ?? '')?.fingerprint !== memory.fingerprint) {
    await github.update(`/issues/comments/${oldest.id}`, { body })
  }
  return oldest.html_url
}

/** Our comments for the project, the oldest first. */
async function findComments({ projectId }: ProjectResult, pullRequest: number, github: GitHub): Promise<Entry[]> {
  const comments = await github.list(`/issues/${pullRequest}/comments`)
  return comments.filter((comment) => isOurs(comment, marker('plan', projectId))).sort((a, b) => a.id - b.id)
}
