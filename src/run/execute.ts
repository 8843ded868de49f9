import type { Atlas } from '../atlas/atlas.ts'
import { type AtlasSession, openAtlasSession } from '../atlas/session.ts'
import type { RunContext } from '../domain/context.ts'
import type { DesiredProject } from '../domain/desired.ts'
import { endsRun, toReportedError } from '../domain/errors.ts'
import type { RunOutcome } from '../domain/report.ts'
import type { ProjectResult } from '../domain/result.ts'
import type { RunSettings, Target } from '../domain/settings.ts'
import { failedEarly } from '../modes/project-state.ts'
import { runMode } from '../modes/run-mode.ts'
import { ServiceAccountCheck } from '../modes/service-account-check.ts'
import { runProjects } from '../projects/run-projects.ts'
import { isInShard, projectsOfShard } from '../projects/shard.ts'
import { describeEvent } from '../report/events.ts'
import type { Log } from '../report/log.ts'
import { buildReport, currentRun } from '../report/report.ts'
import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import { cleanupSignal, startTimeout } from './deadlines.ts'
import { listSelected } from './list-selected.ts'
import { publishIfRequested } from './publish-github.ts'
import type { Runtime } from './runtime.ts'

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
  logTarget(settings, secrets, log)
  const finished = new AbortController()
  const limit = startTimeout(settings.timeout, runtime, finished.signal)
  const run: RunContext = {
    clock: runtime.clock,
    secrets,
    signal: AbortSignal.any([runtime.cancelled, limit.signal]),
    deadline: limit.deadline,
    emit: (event) => {
      if (event.type === 'warning') log.warning(describeEvent(event))
      else log.info(describeEvent(event))
    },
  }
  try {
    const projects = await runInSession(settings, runtime, run, finished.signal)
    return await outcomeOf(projects, settings, runtime, run)
  } finally {
    finished.abort()
  }
}

async function runInSession(
  settings: RunSettings,
  { env }: Runtime,
  run: RunContext,
  finished: AbortSignal,
): Promise<ProjectResult[]> {
  const session = await openAtlasSession(settings, env, run)
  try {
    return await runTarget(settings, session, run)
  } finally {
    await session.close(cleanupSignal(run, finished))
  }
}

/** Runs the mode on one project or many. */
async function runTarget(settings: RunSettings, session: AtlasSession, run: RunContext): Promise<ProjectResult[]> {
  const { mode, target, shard, concurrency, limits, credentials, apiVersion } = settings
  const serviceAccount = new ServiceAccountCheck(credentials, apiVersion, () => run.clock.wallNow())
  const base = { limits, serviceAccount, isMultiProject: target.kind !== 'project' }
  const first = session.openConnection()
  if (target.kind === 'project') {
    return [await runMode(mode, target.projects[0], { ...base, run, atlas: first(run) })]
  }
  // The connection that lists the projects of an organization goes on to handle them.
  const spare = [first]
  const projects = target.kind === 'organization' ? await listSelected(target, first(run), run) : target.projects
  const work = {
    openConnection: () => spare.pop() ?? session.openConnection(),
    handle: (project: DesiredProject, atlas: Atlas, own: RunContext) =>
      runMode(mode, project, { ...base, run: own, atlas }),
    notReached: (project: DesiredProject, error: ReturnType<typeof toReportedError>) =>
      failedEarly(mode, project, error),
  }
  return await runProjects(projectsOfShard<DesiredProject>(projects, shard), concurrency, work, run)
}

async function outcomeOf(
  projects: readonly ProjectResult[],
  settings: RunSettings,
  runtime: Runtime,
  run: RunContext,
): Promise<RunOutcome> {
  const { mode, target, shard, baseUrl } = settings
  const isMultiProject = target.kind !== 'project'
  // A code alone proves nothing: Atlas could answer with the same word.
  const isCutShort = run.signal.aborted && projects.some(({ error }) => error !== null && endsRun(error))
  const error = isCutShort ? toReportedError(run.signal.reason) : null
  const report = buildReport({ mode, shard: shard?.text ?? null, isMultiProject, projects, error })
  const findings = {
    projects,
    report,
    target,
    shard,
    atlasOrigin: baseUrl.origin,
    isInShard: (id: string) => shard === null || isInShard(id, shard),
  }
  const links = await publishIfRequested(findings, settings, runtime, run)
  return {
    report,
    run: currentRun(runtime, run.secrets),
    project: isMultiProject ? null : (projects[0] ?? null),
    links,
    atlasOrigin: baseUrl.origin,
    warnings: [],
  }
}

function logTarget(
  { mode, target, baseUrl, apiVersion, credentials, shard }: RunSettings,
  secrets: Secrets,
  log: Log,
): void {
  const host = secrets.sanitize(new URL(baseUrl.origin).host)
  const parts = [
    safe`${mode}`,
    describeTarget(target),
    ...(shard === null ? [] : [safe`shard ${shard.text}`]),
    host,
    safe`API ${apiVersion}`,
    CALLERS[credentials.kind],
  ]
  log.info(joinSafe(parts, safe` · `))
  if (baseUrl.isMongoDb) return
  log.info(safe`${host} is not a host of MongoDB. The credentials are sent to it.`)
}

const CALLERS: Readonly<Record<RunSettings['credentials']['kind'], SafeText>> = {
  'service-account': safe`service account`,
  'api-key': safe`API key`,
  'access-token': safe`access token`,
}

function describeTarget(target: Target): SafeText {
  switch (target.kind) {
    case 'project':
      return safe`project ${target.projects[0].id}`
    case 'config-file':
      return safe`${target.projects.length} projects of ${target.file}`
    case 'organization':
      return safe`organization ${target.id}`
  }
}
