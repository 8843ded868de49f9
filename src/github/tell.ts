import { Failure } from '../failure.ts'
import type { GitHubSettings } from '../input/settings.ts'
import { pullRequestNumber } from '../input/trigger.ts'
import type { ProjectResult } from '../modes/result.ts'
import type { Told } from '../report/report.ts'
import type { Environment, World } from '../world.ts'
import { keepComment } from './comment.ts'
import { GitHubTrouble, openGitHub } from './github.ts'
import { keepIssue } from './issue.ts'

/** Tells of a project on GitHub as far as it is wanted. Never fails: what cannot be done is a warning, the verdict stands. */
export async function tellGitHub(
  project: ProjectResult,
  wanted: GitHubSettings,
  env: Environment,
  world: World,
): Promise<Told> {
  const warn = (text: string): void => world.tell({ type: 'warning', text })
  const plain = (text: string, longest?: number): string => world.secrets.plain(text, longest)

  async function attempt(
    what: string,
    permission: string,
    tell: (github: ReturnType<typeof openGitHub>) => Promise<string>,
  ): Promise<string> {
    try {
      return await tell(openGitHub(wanted.token, permission, env, world))
    } catch (error) {
      // Whatever happens on GitHub's side, the verdict on Atlas is known by now and stands.
      const reason = error instanceof GitHubTrouble || error instanceof Failure ? error.message : 'an unexpected error.'
      warn(`${what}: ${reason} The verdict on Atlas stands.`)
      return ''
    }
  }

  const issueUrl = wanted.issue
    ? await attempt('The issue was not kept', 'issues: write', (github) =>
        keepIssue(project, { labels: wanted.issueLabels, assignees: wanted.issueAssignees }, github, plain, warn),
      )
    : ''
  if (!wanted.comment) return { issueUrl, commentUrl: '' }
  const pullRequest = pullRequestNumber(env)
  if (pullRequest === undefined) {
    world.tell({ type: 'note', text: 'No comment: this run was not triggered by a pull request.' })
    return { issueUrl, commentUrl: '' }
  }
  const commentUrl = await attempt('The plan was not commented', 'pull-requests: write', (github) =>
    keepComment(project, pullRequest, github, plain),
  )
  return { issueUrl, commentUrl }
}
