import { explained } from './failure.ts'
import { readInputs } from './input/read-inputs.ts'
import type { ReportSettings, Settings } from './input/settings.ts'
import type { ProjectResult } from './modes/result.ts'
import { failedEarly } from './modes/result.ts'
import type { Core } from './report/console.ts'
import { Console } from './report/console.ts'
import { deliver } from './report/deliver.ts'
import type { ReportedError, RunOutcome } from './report/report.ts'
import { buildReport } from './report/report.ts'
import { Secrets } from './text/secrets.ts'
import type { Clock, Environment } from './world.ts'

/** What a run needs of the machine it runs on. */
export interface Machine {
  readonly core: Core
  readonly env: Environment
  readonly clock: Clock
  /** When the run began, in the clock's milliseconds. */
  readonly startedAt: number
  /** Aborted, with a `Failure` as its reason, when the runner cancels the step. */
  readonly cancelled: AbortSignal
}

/**
 * One run from top to bottom. Never throws: whatever happens ends in outputs, a summary and an exit code.
 *
 * @returns whether the step succeeds
 */
export async function run(machine: Machine): Promise<boolean> {
  const { core, env } = machine
  const secrets = new Secrets((secret) => core.setSecret(secret))
  const console = new Console(core, secrets)
  let reporting: ReportSettings = { mode: null, summary: true, projectId: null, shard: null }
  let outcome: RunOutcome
  try {
    const settings = await readInputs(core.getInput, env, secrets, (known) => {
      reporting = known
    })
    outcome = await carryOut(settings, machine, secrets, console)
  } catch (thrown) {
    outcome = failedRun(explained(thrown), reporting, secrets)
  }
  return await deliver(outcome, { core, console, secrets, env, summary: reporting.summary })
}

/** What is needed for it is loaded only now: wrong inputs are told without it, and it is most of the action. */
async function carryOut(settings: Settings, machine: Machine, secrets: Secrets, console: Console): Promise<RunOutcome> {
  for (const warning of settings.warnings) console.warning(warning)
  if (settings.mode === 'merge') {
    const { mergeReports } = await import('./fleet/merge.ts')
    return await mergeReports(settings, machine, secrets)
  }
  const { askAtlas } = await import('./ask-atlas.ts')
  return await askAtlas(settings, machine, secrets, console)
}

function failedRun(thrown: ReportedError, reporting: ReportSettings, secrets: Secrets): RunOutcome {
  const { mode, projectId, shard } = reporting
  const error = { code: thrown.code, message: secrets.plain(thrown.message, 3000) }
  const project: ProjectResult | null =
    projectId === null || mode === 'merge'
      ? null
      : failedEarly(mode ?? 'apply', { id: projectId, name: null, providers: [], require: [] }, error)
  const projects = project === null ? [] : [project]
  const report = buildReport({ mode, shard, isFleet: false, projects, error }, secrets)
  return { report, project, told: { issueUrl: '', commentUrl: '' } }
}

/** For what was thrown where nobody waits for it: ends the run like any other failure. It knows no secrets, and tells none. */
export async function failFor(thrown: unknown, { core, env }: Machine): Promise<void> {
  const secrets = new Secrets(() => undefined)
  const console = new Console(core, secrets)
  const outcome = failedRun(explained(thrown), { mode: null, projectId: null, summary: false, shard: null }, secrets)
  await deliver(outcome, { core, console, secrets, env, summary: false })
}
