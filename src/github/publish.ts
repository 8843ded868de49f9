import { posix } from 'node:path'
import type { Environment, RunContext } from '../domain/context.ts'
import type { DesiredProject } from '../domain/desired.ts'
import type { GitHubLinks, Report } from '../domain/report.ts'
import type { ProjectResult } from '../domain/result.ts'
import type { GitHubSettings, Shard, Target } from '../domain/settings.ts'
import { pageLinks } from '../report/links.ts'
import { buildReport } from '../report/report.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import type { BodyContext } from './bodies.ts'
import { type GitHub, openGitHub } from './client.ts'
import { type PlanComment, projectPlan, reportPlan, upsertComment } from './comment.ts'
import { IssueOpener } from './issue-opener.ts'
import { type IssueScope, syncIssues } from './issues.ts'
import { marker, NO_ORIGIN, targetId } from './markers.ts'
import { Ownership } from './ownership.ts'
import type { IssueContext } from './project-issue.ts'
import { isUrl } from './server-urls.ts'
import type { DesiredState } from './subjects.ts'
import { Warnings } from './warnings.ts'

/** What a run found, and where. */
export interface RunFindings {
  readonly target: Target
  readonly shard: Shard | null
  readonly projects: readonly ProjectResult[]
  readonly report: Report
  /** Scheme and host of Atlas, for links. */
  readonly atlasOrigin: string
  /** Whether a project belongs to the shard of this run. */
  readonly isInShard: (projectId: string) => boolean
}

const ISSUE_FAILED = safe`Couldn't update the issue`
const COMMENT_FAILED = safe`Couldn't update the comment`

/**
 * Publishes the findings on GitHub as far as the workflow asks for it.
 *
 * @returns links to what was published. Never throws: what cannot be done is a warning
 */
export async function publishToGitHub(
  findings: RunFindings,
  settings: GitHubSettings,
  env: Environment,
  run: RunContext,
): Promise<GitHubLinks> {
  const warnings = new Warnings(run)
  const open = (permission: SafeText): Promise<GitHub> => openGitHub(settings.token, permission, env, run)
  let issueUrl: SafeText | undefined
  let commentUrl: SafeText | undefined
  if (settings.issue) {
    issueUrl = await warnings.attempt(ISSUE_FAILED, async () =>
      publishIssues(findings, settings, { github: await open(safe`issues: write`), env, run, warnings }),
    )
  }
  if (settings.comment && findings.projects.length > 0) {
    const { pullRequest } = settings
    if (pullRequest === null) {
      run.emit({ type: 'note', text: safe`No comment: this run was not triggered by a pull request.` })
    } else {
      commentUrl = await warnings.attempt(COMMENT_FAILED, async () => {
        const github = await open(safe`pull-requests: write`)
        const plan = planComment(findings, bodyContext(findings, github, env, run))
        return await upsertComment(plan, pullRequest, github, new Ownership(github))
      })
    }
  }
  return { issueUrl: issueUrl ?? safe``, commentUrl: commentUrl ?? safe`` }
}

interface Publishing {
  readonly github: GitHub
  readonly env: Environment
  readonly run: RunContext
  readonly warnings: Warnings
}

async function publishIssues(
  findings: RunFindings,
  settings: GitHubSettings,
  { github, env, run, warnings }: Publishing,
): Promise<SafeText> {
  const { target } = findings
  const bodies = bodyContext(findings, github, env, run)
  const options = {
    labels: settings.issueLabels.map((label) => bodies.sanitize(label)),
    assignees: settings.issueAssignees.map((name) => bodies.sanitize(name)),
  }
  const ownership = new Ownership(github)
  const warn = (text: SafeText): void => run.emit({ type: 'warning', text })
  const context: IssueContext = {
    github,
    bodies,
    secrets: run.secrets,
    opener: new IssueOpener(github, options, ownership, warn),
    origin: 'file' in target ? targetId(target.kind, posix.normalize(target.file)) : NO_ORIGIN,
    desiredOf: desiredStates(target),
  }
  let goesOn = true
  const attempt = async (act: () => Promise<void>): Promise<void> => {
    if (!goesOn) return
    try {
      await act()
    } catch (thrown) {
      goesOn = warnings.add(ISSUE_FAILED, thrown) && target.kind !== 'project' && !run.signal.aborted
    }
  }
  return await syncIssues(issueScope(findings), ownership, attempt, context)
}

function issueScope({ target, shard, projects, report, isInShard }: RunFindings): IssueScope {
  if (target.kind === 'project') return { projects, overflow: null, configFile: null }
  const shared = { mode: report.mode, shard: shard?.text ?? null, isMultiProject: true, error: null }
  const overflow = {
    marker: marker('rest', idOf(target, shard)),
    reportOn: (some: readonly ProjectResult[]) => buildReport({ ...shared, projects: some }),
  }
  if (target.kind === 'organization') return { projects, overflow, configFile: null }
  const projectIds = new Set(target.projects.map(({ id }) => id))
  return { projects, overflow, configFile: { file: target.file, projectIds, isInShard } }
}

function planComment({ target, shard, projects, report }: RunFindings, bodies: BodyContext): PlanComment {
  const [only] = projects
  if (target.kind !== 'project' || only === undefined) return reportPlan(report, idOf(target, shard), bodies)
  const [{ providers }] = target.projects
  return projectPlan(
    only,
    providers.map(({ provider }) => provider),
    bodies,
  )
}

function bodyContext(
  { atlasOrigin }: RunFindings,
  { runUrl }: GitHub,
  env: Environment,
  { secrets }: RunContext,
): BodyContext {
  return {
    sanitize: (text, maxLength) => secrets.sanitize(text, maxLength),
    runUrl,
    links: pageLinks(isUrl(atlasOrigin) ? atlasOrigin : null, env, secrets),
  }
}

function desiredStates(target: Target): (projectId: string) => DesiredState {
  if (target.kind === 'organization') return () => target.desired
  const byId = new Map<string, DesiredProject>(target.projects.map((project) => [project.id, project]))
  return (projectId) => byId.get(projectId) ?? { providers: [] }
}

/** Stands for the config file or organization, and the shard, in markers. */
function idOf(target: Target, shard: Shard | null): string {
  const what = 'file' in target ? target.file : target.kind === 'organization' ? target.id : target.projects[0].id
  return targetId(target.kind, what, shard?.text ?? null)
}
