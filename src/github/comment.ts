import type { ProjectResult } from '../modes/result.ts'
import type { Plain } from '../report/summary.ts'
import { commentBody, marker } from './body.ts'
import type { Entry, GitHub } from './github.ts'

/**
 * Keeps one comment with the plan on a pull request, updated in place.
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
  const body = commentBody(project, github.runUrl, plain)
  const comments = await github.list(`/issues/${pullRequest}/comments`)
  const ours = comments.find(
    (comment) => comment.body?.includes(marker('plan', project.projectId)) && isTrusted(comment),
  )
  if (ours === undefined) return (await github.create(`/issues/${pullRequest}/comments`, { body })).html_url
  if (ours.body !== body) await github.update(`/issues/comments/${ours.id}`, { body })
  return ours.html_url
}

/** A stranger could lay out a comment with our marker, have it filled with a plan, and then change what it says. */
function isTrusted({ user, author_association: association }: Entry): boolean {
  return user?.type === 'Bot' || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(association ?? 'MEMBER')
}
