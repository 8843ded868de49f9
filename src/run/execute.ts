import type { Atlas } from '../atlas/atlas.ts'
import { type AtlasSession, openAtlasSession } from '../atlas/session.ts'
import type { RunContext } from '../domain/context.ts'
import type { DesiredProject } from '../domain/desired.ts'
import { toReportedError } from '../domain/errors.ts'
import type { RunOutcome } from '../domain/report.ts'
import type { ProjectResult } from '../domain/result.ts'
import type { RunSettings, Target } from '../domain/settings.ts'
import type { Exporter, ExportOutcome } from '../export/exporter.ts'
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
  const run: RunContext = {
    ...startTimeout(settings.timeout, runtime, finished.signal),
    clock: runtime.clock,
    secrets,
    emit: (event) => {
      if (event.type === 'warning') log.warning(describeEvent(event))
      else log.info(describeEvent(event))
    },
  }
  try {
    const exporter = await openExporter(settings, runtime, run)
    const work: Work = { settings, runtime, run, exporter }
    const projects = await runInSession(work, finished.signal)
    return await outcomeOf(projects, work, (await exporter?.write(projects)) ?? null)
  } finally {
    finished.abort()
  }
}

/** What the parts of a run have in common. */
interface Work {
  readonly settings: RunSettings
  readonly runtime: Runtime
  readonly run: RunContext
  /** null unless the mode is `export`. */
  readonly exporter: Exporter | null
}

/** @throws ActionError `INPUT` if the file of an export may not be written */
async function openExporter(
  { exportFile, apiVersion }: RunSettings,
  { env }: Runtime,
  run: RunContext,
): Promise<Exporter | null> {
  if (exportFile === undefined) return null
  const { Exporter: Loaded } = await import(/* webpackChunkName: "export" */ '../export/exporter.ts')
  return new Loaded({ exportFile, apiVersion, env, run })
}

async function runInSession(work: Work, finished: AbortSignal): Promise<ProjectResult[]> {
  const { settings, runtime, run } = work
  const session = await openAtlasSession(settings, runtime.env, run)
  try {
    return await runTarget(work, session)
  } finally {
    await session.close(cleanupSignal(run, finished))
  }
}

/** Runs the mode on one project or many. */
async function runTarget({ settings, run, exporter }: Work, session: AtlasSession): Promise<ProjectResult[]> {
  const { mode, target, shard, concurrency, limits, credentials, apiVersion } = settings
  const serviceAccount = new ServiceAccountCheck(credentials, apiVersion, () => run.clock.wallNow())
  const base = { limits, apiVersion, serviceAccount, isMultiProject: target.kind !== 'project' }
  const handle = async (project: DesiredProject, atlas: Atlas, own: RunContext): Promise<ProjectResult> => {
    const result = await runMode(mode, project, { ...base, run: own, atlas })
    return exporter?.check(result) ?? result
  }
  const first = session.openConnection()
  if (target.kind === 'project') {
    return [await handle(target.projects[0], first(run), run)]
  }
  // The connection that lists the projects of an organization goes on to handle them.
  const spare = [first]
  const projects = target.kind === 'organization' ? await listSelected(target, first(run), run) : target.projects
  const work = {
    openConnection: () => spare.pop() ?? session.openConnection(),
    handle,
    notReached: (project: DesiredProject, error: ReturnType<typeof toReportedError>) =>
      failedEarly(mode, project, error),
  }
  return await runProjects(projectsOfShard<DesiredProject>(projects, shard), concurrency, work, run)
}

async function outcomeOf(
  projects: readonly ProjectResult[],
  { settings, runtime, run }: Work,
  written: ExportOutcome | null,
): Promise<RunOutcome> {
  const { mode, target, shard, baseUrl } = settings
  const isMultiProject = target.kind !== 'project'
  const isCutShort = run.signal.aborted && projects.some(({ error }) => error?.endsRun)
  const error = isCutShort ? toReportedError(run.signal.reason) : (written?.error ?? null)
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
    project: isMultiProject || written?.error ? null : (projects[0] ?? null),
    links,
    ...(error !== null && { error }),
    ...(written?.exported && { exported: written.exported }),
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
  log.info(safe`${host} is not a MongoDB host. The credentials are sent to it.`)
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
      return safe`${target.projects.length} ${target.projects.length === 1 ? safe`project` : safe`projects`} of ${target.file}`
    case 'organization':
      return safe`organization ${target.id}`
  }
}
