import type { ReportedError } from '../domain/errors.ts'
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
import { startTimeout, withTimeout } from './deadlines.ts'
import { NO_GITHUB_LINKS } from './publish-github.ts'
import type { Runtime } from './runtime.ts'

/**
 * One run from top to bottom: read, execute, publish. Never throws: whatever happens ends in outputs, a summary and an exit
 * code.
 *
 * @returns whether the step succeeds
 */
export async function run(runtime: Runtime): Promise<boolean> {
  const { core, env } = runtime
  const secrets = new Secrets((secret) => core.setSecret(secret))
  const log = new Log(core)
  let reporting: ReportSettings = { mode: null, summary: true, projectId: null, shard: null }
  let outcome: RunOutcome
  try {
    const settings = await readSettings(runtime, secrets, (known) => {
      reporting = known
    })
    outcome = await executeMode(settings, runtime, secrets, log)
  } catch (thrown) {
    outcome = failedRun(toReportedError(thrown), reporting, runtime, secrets)
  }
  for (const warning of outcome.warnings) log.warning(warning)
  return await publish(outcome, { core, log, secrets, env, summary: reporting.summary })
}

/** Reads the inputs, within the run's `timeout` and until its cancellation. */
async function readSettings(
  runtime: Runtime,
  secrets: Secrets,
  onReportSettings: (settings: ReportSettings) => void,
): Promise<Settings> {
  const { core, env } = runtime
  const finished = new AbortController()
  const start = (seconds: number): AbortSignal => startTimeout(seconds, runtime, finished.signal).signal
  try {
    return await readInputs({ input: core.getInput, env, secrets }, { onReportSettings, startTimeout: start })
  } finally {
    finished.abort()
  }
}

/** Loads what a mode needs only now: most of the action is not needed to report wrong inputs. */
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
  error: ReportedError,
  { mode, projectId, shard }: ReportSettings,
  runtime: Runtime,
  secrets: Secrets,
): RunOutcome {
  const project: ProjectResult | null =
    projectId === null || mode === 'merge'
      ? null
      : failedEarly(mode ?? 'apply', { id: projectId, name: null, providers: [], require: [] }, error)
  const projects = project === null ? [] : [project]
  const report = buildReport({ mode, shard, isMultiProject: false, projects, error })
  const run = currentRun(runtime, secrets)
  // With an unknown mode there is nothing to say about the project, not even what was to be done with it.
  const shown = mode === null ? null : project
  return { report, run, project: shown, links: NO_GITHUB_LINKS, error, atlasOrigin: null, warnings: [] }
}

/** For an error that was thrown where no code waits for it: ends the run like any other error. */
export async function publishUncaught(thrown: unknown, runtime: Runtime): Promise<void> {
  const { core, env } = runtime
  const secrets = new Secrets(() => undefined)
  const reporting = { mode: null, projectId: null, summary: false, shard: null }
  const outcome = failedRun(toReportedError(thrown), reporting, runtime, secrets)
  await publish(outcome, { core, log: new Log(core), secrets, env, summary: false })
}
