import type { Atlas } from '../atlas/endpoints.ts'
import { type AtlasSession, openAtlasSession } from '../atlas/session.ts'
import type { RunContext } from '../domain/context.ts'
import type { DesiredProject } from '../domain/desired.ts'
import { endsRun, toReportedError } from '../domain/errors.ts'
import { MAX_NAME_LENGTH } from '../domain/limits.ts'
import type { GitHubLinks, RunOutcome } from '../domain/report.ts'
import type { ProjectResult } from '../domain/result.ts'
import type { RunSettings, Target } from '../domain/settings.ts'
import type { Found } from '../github/publish.ts'
import { failedEarly } from '../modes/project-state.ts'
import { runMode } from '../modes/run-mode.ts'
import { runProjects } from '../projects/run-projects.ts'
import { projectsOfShard } from '../projects/shard.ts'
import { describeEvent } from '../report/events.ts'
import type { Log } from '../report/log.ts'
import { buildReport, currentRun } from '../report/report.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import { cleanupSignal, startTimeout } from './deadlines.ts'
import type { Runtime } from './runtime.ts'

/** Of what Atlas reports of one project among many; no field of Atlas's is longer than 2048 characters. */
const MAX_VALUE_LENGTH_PER_PROJECT = 8192

/**
 * Runs a mode on the project, or on all that the config file or the organization has.
 *
 * @throws ActionError if Atlas cannot be asked at all, or does not say which projects there are
 */
export async function execute(
  settings: RunSettings,
  runtime: Runtime,
  secrets: Secrets,
  log: Log,
): Promise<RunOutcome> {
  const { clock, env } = runtime
  logTarget(settings, log)
  const finished = new AbortController()
  const { timeout, target, mode, shard } = settings
  const limit = startTimeout(timeout, runtime, finished.signal)
  const run: RunContext = {
    clock,
    secrets,
    signal: AbortSignal.any([runtime.cancelled, limit.signal]),
    deadline: limit.deadline,
    emit: (event) => {
      if (event.type === 'warning') log.warning(describeEvent(event))
      else log.info(describeEvent(event))
    },
  }
  try {
    const access = await openAtlasSession(settings, env, run)
    let results: ProjectResult[]
    try {
      results =
        target.kind === 'project' && shard === null
          ? [await runOne(target.projects[0], settings, access, run)]
          : await runAll(settings, access, run)
    } finally {
      await access.close(cleanupSignal(run, finished.signal))
    }
    const projects = results.map((result) => withSafeError(result, secrets))
    const isMultiProject = target.kind !== 'project'
    // A code alone is no proof: Atlas could answer with the same word.
    const isCutShort = run.signal.aborted && projects.some(({ error }) => error !== null && endsRun(error))
    const error = isCutShort ? toReportedError(run.signal.reason) : null
    const report = buildReport({ mode, shard: shard?.text ?? null, isMultiProject, projects, error }, secrets)
    const links = await publishIfRequested({ projects, report, target, shard }, settings, runtime, run)
    const project = isMultiProject ? null : (projects[0] ?? null)
    return { report, run: currentRun(runtime, secrets), project, links, warnings: [] }
  } finally {
    finished.abort()
  }
}

function logTarget(settings: RunSettings, log: Log): void {
  const { mode, target, baseUrl, apiVersion, credentials, shard } = settings
  const host = new URL(baseUrl.origin).host
  const part = shard === null ? '' : ` · shard ${shard.text}`
  const caller = credentials.kind.replace('-', ' ')
  log.info(`${mode} · ${describeTarget(target)}${part} · ${host} · API ${apiVersion} · ${caller}`)
  if (baseUrl.isMongoDb) return
  log.info(`${host} is not a host of MongoDB's: the credentials are sent to it all the same.`)
}

function describeTarget(target: Target): string {
  switch (target.kind) {
    case 'project':
      return `project ${target.projects[0].id}`
    case 'config-file':
      return `${target.projects.length} projects of ${target.file}`
    case 'organization':
      return `organization ${target.id}`
  }
}

async function runOne(
  project: DesiredProject,
  { mode, limits }: RunSettings,
  access: AtlasSession,
  run: RunContext,
): Promise<ProjectResult> {
  return await runMode(mode, project, { run, atlas: access.openConnection()(run), limits })
}

async function runAll(settings: RunSettings, access: AtlasSession, run: RunContext): Promise<ProjectResult[]> {
  const { mode, target, shard, concurrency, limits } = settings
  const first = access.openConnection()
  // The lane that lists the projects of an organization goes on to look at them.
  const spare = [first]
  const projects = target.kind === 'organization' ? await listAll(target, first(run), run) : target.projects
  return await runProjects(
    projectsOfShard<DesiredProject>(projects, shard),
    concurrency,
    {
      openConnection: () => spare.pop() ?? access.openConnection(),
      handle: (project, atlas, own) =>
        runMode(mode, project, { run: own, atlas, limits, maxValueLength: MAX_VALUE_LENGTH_PER_PROJECT }),
      notReached: (project, error) => failedEarly(mode, project, error),
    },
    run,
  )
}

async function listAll(
  { id: organizationId, wanted }: Extract<Target, { kind: 'organization' }>,
  atlas: Atlas,
  { secrets }: RunContext,
): Promise<DesiredProject[]> {
  const listed = await atlas.listProjects(organizationId)
  return listed.map(({ id, name }) => ({ ...wanted, id, name: secrets.sanitize(name, MAX_NAME_LENGTH) || null }))
}

/** The GitHub client is loaded only where something is to be told there. */
async function publishIfRequested(
  found: Found,
  { github }: RunSettings,
  { env }: Runtime,
  run: RunContext,
): Promise<GitHubLinks> {
  if (!github.issue && !github.comment) return { issueUrl: '', commentUrl: '' }
  try {
    const { publishToGitHub } = await import(/* webpackChunkName: "github" */ '../github/publish.ts')
    return await publishToGitHub(found, github, env, run)
  } catch {
    // @actions/github reads the event and the URL of the API when it is loaded, and throws if it cannot.
    const text =
      'GitHub could not be told: its variables or the event of this run make no sense. The verdict on Atlas stands.'
    run.emit({ type: 'warning', text })
    return { issueUrl: '', commentUrl: '' }
  }
}

function withSafeError(project: ProjectResult, secrets: Secrets): ProjectResult {
  if (project.error === null) return project
  return { ...project, error: { ...project.error, message: secrets.sanitize(project.error.message, 3000) } }
}
