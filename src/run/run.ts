import { toReportedError } from '../domain/errors.ts'
import type { RunOutcome } from '../domain/report.ts'
import type { ProjectResult } from '../domain/result.ts'
import type { ReportSettings, Settings } from '../domain/settings.ts'
import { readInputs } from '../input/read-inputs.ts'
import { failedEarly } from '../modes/project-state.ts'
import { Log } from '../report/log.ts'
import { publish } from '../report/publish.ts'
import { buildReport, currentRun } from '../report/report.ts'
import { Secrets } from '../sanitize/secrets.ts'
import { withTimeout } from './deadlines.ts'
import type { Runtime } from './runtime.ts'

/**
 * One run from top to bottom. Never throws: whatever happens ends in outputs, a summary and an exit code.
 *
 * @returns whether the step succeeds
 */
export async function run(runtime: Runtime): Promise<boolean> {
  const { core, env } = runtime
  const secrets = new Secrets((secret) => core.setSecret(secret))
  const log = new Log(core, secrets)
  let reporting: ReportSettings = { mode: null, summary: true, projectId: null, shard: null }
  let outcome: RunOutcome
  try {
    const settings = await readInputs(core.getInput, env, secrets, (known) => {
      reporting = known
    })
    outcome = await executeMode(settings, runtime, secrets, log)
  } catch (thrown) {
    outcome = failedRun(toReportedError(thrown), reporting, runtime, secrets)
  }
  for (const warning of outcome.warnings) log.warning(warning)
  return await publish(outcome, { core, log, secrets, env, summary: reporting.summary })
}

/** What is needed for it is loaded only now: wrong inputs are told without it, and it is most of the action. */
async function executeMode(settings: Settings, runtime: Runtime, secrets: Secrets, log: Log): Promise<RunOutcome> {
  for (const warning of settings.warnings) log.warning(warning)
  if (settings.mode === 'merge') {
    const { mergeReports } = await import('../projects/merge.ts')
    return await withTimeout(settings.timeout, runtime, (signal) => mergeReports(settings, secrets, signal))
  }
  const { execute } = await import(/* webpackChunkName: "atlas" */ './execute.ts')
  return await execute(settings, runtime, secrets, log)
}

function failedRun(
  thrown: ReturnType<typeof toReportedError>,
  reporting: ReportSettings,
  runtime: Runtime,
  secrets: Secrets,
): RunOutcome {
  const { mode, projectId, shard } = reporting
  const error = { code: thrown.code, message: secrets.sanitize(thrown.message, 3000) }
  const project: ProjectResult | null =
    projectId === null || mode === 'merge'
      ? null
      : failedEarly(mode ?? 'apply', { id: projectId, name: null, providers: [], require: [] }, error)
  const projects = project === null ? [] : [project]
  const report = buildReport({ mode, shard, isMultiProject: false, projects, error }, secrets)
  const links = { issueUrl: '', commentUrl: '' }
  return { report, run: currentRun(runtime, secrets), project, links, warnings: [] }
}

/** For what was thrown where nobody waits for it: ends the run like any other failure. It knows no secrets, and tells none. */
export async function publishUncaught(thrown: unknown, runtime: Runtime): Promise<void> {
  const { core, env } = runtime
  const secrets = new Secrets(() => undefined)
  const log = new Log(core, secrets)
  const outcome = failedRun(
    toReportedError(thrown),
    { mode: null, projectId: null, summary: false, shard: null },
    runtime,
    secrets,
  )
  await publish(outcome, { core, log, secrets, env, summary: false })
}
