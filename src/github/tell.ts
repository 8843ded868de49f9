import { Failure } from '../failure.ts'
import type { GitHubSettings, Shard, Target } from '../input/settings.ts'
import { pullRequestNumber } from '../input/trigger.ts'
import type { ProjectResult } from '../modes/result.ts'
import { buildReport, type Report, type Told } from '../report/report.ts'
import type { Environment, World } from '../world.ts'
import { targetId } from './body.ts'
import { keepComment, planOfFleet, planOfProject } from './comment.ts'
import { type GitHub, openGitHub } from './github.ts'
import { type IssueContext, keepIssues } from './issue.ts'
import { IssueOpener } from './open-issue.ts'
import { GitHubTrouble } from './trouble.ts'

/** What a run found, and of what. */
export interface Found {
  readonly target: Target
  readonly shard: Shard | null
  readonly projects: readonly ProjectResult[]
  readonly report: Report
}

/** Tells of projects on GitHub as far as it is wanted. Never fails: what cannot be done is a warning, the verdict stands. */
export async function tellGitHub(found: Found, wanted: GitHubSettings, env: Environment, world: World): Promise<Told> {
  const plain = (text: string, longest?: number): string => world.secrets.plain(text, longest)
  const told = new Set<string>()
  const explain: Explain = (what, error) => {
    // Whatever happens on GitHub's side, the verdict on Atlas is known by now and stands.
    const reason = error instanceof GitHubTrouble || error instanceof Failure ? error.message : 'an unexpected error.'
    const text = `${what}: ${reason} The verdict on Atlas stands.`
    if (told.has(text)) return false
    told.add(text)
    world.tell({ type: 'warning', text })
    return true
  }

  async function attempt(what: string, permission: string, tell: (github: GitHub) => Promise<string>): Promise<string> {
    try {
      return await tell(await openGitHub(wanted.token, permission, env, world))
    } catch (error) {
      explain(what, error)
      return ''
    }
  }

  const issueUrl = wanted.issue
    ? await attempt('The issue was not kept', 'issues: write', (github) =>
        tellInIssues(github, found, wanted, world, explain),
      )
    : ''
  if (!wanted.comment || found.projects.length === 0) return { issueUrl, commentUrl: '' }
  const pullRequest = pullRequestNumber(env)
  if (pullRequest === undefined) {
    world.tell({ type: 'note', text: 'No comment: this run was not triggered by a pull request.' })
    return { issueUrl, commentUrl: '' }
  }
  const [only] = found.projects
  const commentUrl = await attempt('The plan was not commented', 'pull-requests: write', (github) => {
    const isOne = found.target.kind === 'project' && only !== undefined
    const plan = isOne ? planOfProject(only, github, plain) : planOfFleet(found.report, idOf(found), github, plain)
    return keepComment(plan, pullRequest, github)
  })
  return { issueUrl, commentUrl }
}

/** Tells why something was not done. @returns false if it was told before: it will be so for all that is left */
type Explain = (what: string, error: unknown) => boolean

async function tellInIssues(
  github: GitHub,
  found: Found,
  wanted: GitHubSettings,
  { secrets, tell, signal }: World,
  explain: Explain,
): Promise<string> {
  const { target, shard, projects, report } = found
  const warn = (text: string): void => tell({ type: 'warning', text })
  const isFleet = target.kind !== 'project'
  let goesOn = true
  const context: IssueContext = {
    github,
    opener: new IssueOpener(github, { labels: wanted.issueLabels, assignees: wanted.issueAssignees }, warn),
    plain: (text, longest) => secrets.plain(text, longest),
    attempt: async (act) => {
      if (!goesOn) return
      try {
        await act()
      } catch (error) {
        goesOn = explain('The issue was not kept', error) && isFleet && !signal.aborted
      }
    },
  }
  const reportOn = (some: readonly ProjectResult[]): Report =>
    buildReport({ mode: report.mode, shard: shard?.text ?? null, isFleet: true, projects: some, error: null }, secrets)
  return await keepIssues(projects, isFleet ? { id: idOf(found), report: reportOn } : null, context)
}

/** Of the target: the config file or organization, and the shard. */
function idOf({ target, shard }: Found): string {
  const what = 'file' in target ? target.file : target.kind === 'organization' ? target.id : target.projects[0].id
  return targetId(target.kind, what, shard?.text ?? null)
}
