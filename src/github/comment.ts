import type { ProjectResult } from '../modes/result.ts'
import type { Report } from '../report/report.ts'
import type { Plain } from '../text/plain.ts'
import { commentBody, fleetBody, isOurs, type Memory, marker, memoryOf, memoryOfFleet, recall } from './body.ts'
import type { Entry, GitHub } from './github.ts'

/** What a comment tells, ready to be written. */
export interface Plan {
  /** What the comment of this target is found by. */
  readonly marker: string
  readonly memory: Memory
  readonly body: string
}

/** The plan for the only project of a run. */
export function planOfProject(project: ProjectResult, { runUrl }: GitHub, plain: Plain): Plan {
  const memory = memoryOf(project, [])
  return { marker: marker('plan', project.projectId), memory, body: commentBody(project, memory, runUrl, plain) }
}

/** @param id of the config file and shard */
export function planOfFleet(report: Report, id: string, { runUrl }: GitHub, plain: Plain): Plan {
  const memory = memoryOfFleet(report)
  const ours = marker('plan', id)
  return { marker: ours, memory, body: fleetBody(ours, report, memory, runUrl, plain) }
}

/**
 * Keeps one comment with the plan on a pull request, updated in place when the plan changes.
 *
 * @returns the comment's URL
 * @throws GitHubTrouble
 */
export async function keepComment(plan: Plan, pullRequest: number, github: GitHub): Promise<string> {
  const { memory, body } = plan
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
  if (recall(oldest.body ?? '')?.fingerprint !== memory.fingerprint) {
    await github.update(`/issues/comments/${oldest.id}`, { body })
  }
  return oldest.html_url
}

/** Our comments for the target, the oldest first. */
async function findComments({ marker: ours }: Plan, pullRequest: number, github: GitHub): Promise<Entry[]> {
  const comments = await github.list(`/issues/${pullRequest}/comments`)
  return comments.filter((comment) => isOurs(comment, ours)).sort((a, b) => a.id - b.id)
}
