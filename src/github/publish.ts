import type { Environment, RunContext } from '../domain/context.ts'
import { ActionError } from '../domain/errors.ts'
import type { GitHubLinks, Report } from '../domain/report.ts'
import type { ProjectResult } from '../domain/result.ts'
import type { GitHubSettings, Shard, Target } from '../domain/settings.ts'
import { buildReport } from '../report/report.ts'
import type { Sanitize } from '../sanitize/safe-text.ts'
import { targetId } from './bodies.ts'
import { type GitHub, openGitHub } from './client.ts'
import { planOfProject, planOfProjects, upsertComment } from './comment.ts'
import { GitHubError } from './errors.ts'
import { IssueOpener } from './issue-opener.ts'
import { type IssueContext, syncIssues } from './issues.ts'

/** What a run found, and of what. */
export interface Found {
  readonly target: Target
  readonly shard: Shard | null
  readonly projects: readonly ProjectResult[]
  readonly report: Report
}

/** Tells of projects on GitHub as far as it is wanted. Never fails: what cannot be done is a warning, the verdict stands. */
export async function publishToGitHub(
  found: Found,
  wanted: GitHubSettings,
  env: Environment,
  run: RunContext,
): Promise<GitHubLinks> {
  const sanitize: Sanitize = (text, maxLength) => run.secrets.sanitize(text, maxLength)
  const told = new Set<string>()
  const explain: Explain = (what, error) => {
    // Whatever happens on GitHub's side, the verdict on Atlas is known by now and stands.
    const reason = error instanceof GitHubError || error instanceof ActionError ? error.message : 'an unexpected error.'
    const text = `${what}: ${reason} The verdict on Atlas stands.`
    if (told.has(text)) return false
    told.add(text)
    run.emit({ type: 'warning', text })
    return true
  }

  async function attempt(what: string, permission: string, emit: (github: GitHub) => Promise<string>): Promise<string> {
    try {
      return await emit(await openGitHub(wanted.token, permission, env, run))
    } catch (error) {
      explain(what, error)
      return ''
    }
  }

  const issueUrl = wanted.issue
    ? await attempt('The issue was not kept', 'issues: write', (github) =>
        publishIssues(github, found, wanted, run, explain),
      )
    : ''
  if (!wanted.comment || found.projects.length === 0) return { issueUrl, commentUrl: '' }
  const { pullRequest } = wanted
  if (pullRequest === null) {
    run.emit({ type: 'note', text: 'No comment: this run was not triggered by a pull request.' })
    return { issueUrl, commentUrl: '' }
  }
  const [only] = found.projects
  const commentUrl = await attempt('The plan was not commented', 'pull-requests: write', (github) => {
    const isOne = found.target.kind === 'project' && only !== undefined
    const plan = isOne
      ? planOfProject(only, github, sanitize)
      : planOfProjects(found.report, idOf(found), github, sanitize)
    return upsertComment(plan, pullRequest, github)
  })
  return { issueUrl, commentUrl }
}

/** Tells why something was not done. @returns false if it was told before: it will be so for all that is left */
type Explain = (what: string, error: unknown) => boolean

async function publishIssues(
  github: GitHub,
  found: Found,
  wanted: GitHubSettings,
  { secrets, emit, signal }: RunContext,
  explain: Explain,
): Promise<string> {
  const { target, shard, projects, report } = found
  const warn = (text: string): void => emit({ type: 'warning', text })
  const isMultiProject = target.kind !== 'project'
  let goesOn = true
  const context: IssueContext = {
    github,
    opener: new IssueOpener(github, { labels: wanted.issueLabels, assignees: wanted.issueAssignees }, warn),
    sanitize: (text, maxLength) => secrets.sanitize(text, maxLength),
    attempt: async (act) => {
      if (!goesOn) return
      try {
        await act()
      } catch (error) {
        goesOn = explain('The issue was not kept', error) && isMultiProject && !signal.aborted
      }
    },
  }
  const reportOn = (some: readonly ProjectResult[]): Report =>
    buildReport(
      { mode: report.mode, shard: shard?.text ?? null, isMultiProject: true, projects: some, error: null },
      secrets,
    )
  return await syncIssues(projects, isMultiProject ? { id: idOf(found), report: reportOn } : null, context)
}

/** Of the target: the config file or organization, and the shard. */
function idOf({ target, shard }: Found): string {
  const what = 'file' in target ? target.file : target.kind === 'organization' ? target.id : target.projects[0].id
  return targetId(target.kind, what, shard?.text ?? null)
}
