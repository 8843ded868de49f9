import type { ProviderName } from '../domain/providers.ts'
import type { Report } from '../domain/report.ts'
import type { ProjectResult } from '../domain/result.ts'
import type { SafeText } from '../sanitize/safe-text.ts'
import { type BodyContext, type EntryIdentity, planBody, projectsBody } from './bodies.ts'
import type { GitHub } from './client.ts'
import type { Entry } from './entries.ts'
import { type EntryBody, intactFingerprint } from './entry-body.ts'
import { findMarker, type HiddenLine, marker, shortHash, targetId } from './markers.ts'
import { reportFingerprint } from './overflow-issue.ts'
import type { Ownership } from './ownership.ts'

/** A comment with a plan, ready to be written. */
export interface PlanComment extends EntryIdentity {
  /**
   * The marker of version 1.0, which had one comment for all providers of a project. The first run takes such a comment over.
   * null where the marker is the same.
   */
  readonly oldMarker: HiddenLine | null
  readonly body: EntryBody
}

/**
 * The comment with the plan of one project. Steps that plan two providers of it have a comment each.
 *
 * @param providers that the workflow names
 */
export function projectPlan(
  project: ProjectResult,
  providers: readonly ProviderName[],
  context: BodyContext,
): PlanComment {
  const { projectId, result, comparisons, patch, requirements, error } = project
  const facts = [result, project.providers, comparisons, patch, requirements, error]
  const identity = {
    marker: marker('plan', targetId('project', projectId, ...providers)),
    fingerprint: shortHash(JSON.stringify(facts)),
  }
  return {
    ...identity,
    oldMarker: marker('plan', projectId),
    body: planBody(project, providers, identity, context),
  }
}

/**
 * The comment with the plan of many projects.
 *
 * @param id of the config file and shard
 */
export function reportPlan(report: Report, id: string, context: BodyContext): PlanComment {
  const identity = { marker: marker('plan', id), fingerprint: reportFingerprint(report) }
  return { ...identity, oldMarker: null, body: projectsBody(report, identity, context) }
}

/**
 * Syncs the one comment of a target on a pull request: created first, then updated in place when the plan changes.
 *
 * @returns its URL
 * @throws GitHubError
 */
export async function upsertComment(
  plan: PlanComment,
  pullRequest: number,
  github: GitHub,
  ownership: Ownership,
): Promise<SafeText> {
  const path = `/issues/${pullRequest}/comments`
  const [oldest] = await findComments(path, plan, github, ownership)
  if (oldest === undefined) return await createComment(path, plan, github, ownership)
  if (findMarker(oldest.body) !== plan.marker || intactFingerprint(oldest.body) !== plan.fingerprint) {
    await github.update(`/issues/comments/${oldest.id}`, { body: plan.body })
  }
  return oldest.url
}

/** Another run may have written a comment since the list was read: the oldest is kept. */
async function createComment(path: string, plan: PlanComment, github: GitHub, ownership: Ownership): Promise<SafeText> {
  const created = await github.create(path, { body: plan.body })
  ownership.learnFrom(created)
  const [oldest = created, ...later] = await findComments(path, plan, github, ownership)
  for (const { id } of later) await github.remove(`/issues/comments/${id}`)
  if (oldest.id !== created.id) await github.update(`/issues/comments/${oldest.id}`, { body: plan.body })
  return oldest.url
}

/** The comments of this action for the target, the oldest first; if there are none, those with the old marker. */
async function findComments(
  path: string,
  { marker: current, oldMarker }: PlanComment,
  github: GitHub,
  ownership: Ownership,
): Promise<Entry[]> {
  const comments = await github.list(path, ({ body }) => {
    const found = findMarker(body)
    return found !== undefined && (found === current || found === oldMarker)
  })
  const trusted: Entry[] = []
  for (const comment of comments.sort((a, b) => a.id - b.id)) {
    if (await ownership.isTrusted(comment)) trusted.push(comment)
  }
  const withCurrent = trusted.filter(({ body }) => findMarker(body) === current)
  return withCurrent.length > 0 ? withCurrent : trusted
}
