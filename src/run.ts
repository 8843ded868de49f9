import type { Environment } from './atlas/connect.ts'
import { endsTheRun, Failure } from './failure.ts'
import { readInputs } from './input/read-inputs.ts'
import type { ReportSettings, Settings } from './input/settings.ts'
import type { ProjectResult } from './modes/result.ts'
import { failedEarly } from './modes/result.ts'
import type { Core } from './report/console.ts'
import { Console } from './report/console.ts'
import { deliver } from './report/deliver.ts'
import { describeEvent } from './report/log.ts'
import type { ReportedError, RunOutcome } from './report/report.ts'
import { failureReasonOf } from './report/report.ts'
import { Secrets } from './text/secrets.ts'
import type { Clock, World } from './world.ts'

/** What a run needs of the machine it runs on. */
export interface Machine {
  readonly core: Core
  readonly env: Environment
  readonly clock: Clock
  /** Aborted, with a `Failure` as its reason, when the runner cancels the step. */
  readonly cancelled: AbortSignal
}

/** At the end, giving back the token may take this long; less if the run was cut short, since it must not linger. */
const CLOSE_MS = { normally: 5000, cutShort: 1000 }

/**
 * One run from top to bottom. Never throws: whatever happens ends in outputs, a summary and an exit code.
 *
 * @returns whether the step succeeds
 */
export async function run(machine: Machine): Promise<boolean> {
  const { core, env } = machine
  const secrets = new Secrets((secret) => core.setSecret(secret))
  const console = new Console(core, secrets)
  let reporting: ReportSettings = { mode: null, summary: true, projectId: null }
  let outcome: RunOutcome
  try {
    const settings = await readInputs(core.getInput, env, secrets, (known) => {
      reporting = known
    })
    const project = await runProject(settings, machine, secrets, console)
    const cutShort = project.error !== null && endsTheRun(new Failure(project.error.code, '')) ? project.error : null
    outcome = { mode: settings.mode, projects: [project], error: cutShort, warnings: [] }
  } catch (thrown) {
    outcome = failedRun(explain(thrown), reporting)
  }
  await deliver(plainErrors(outcome, secrets), { core, console, secrets, env, summary: reporting.summary })
  return failureReasonOf(outcome) === null
}

async function runProject(
  settings: Settings,
  machine: Machine,
  secrets: Secrets,
  console: Console,
): Promise<ProjectResult> {
  const { mode, project, baseUrl, apiVersion, credentials, timeout } = settings
  const host = new URL(baseUrl.origin).host
  console.info(`${mode} · project ${project.id} · ${host} · API ${apiVersion} · ${credentials.kind.replace('-', ' ')}`)
  if (!baseUrl.isMongoDb)
    console.info(`${host} is not a host of MongoDB's: the credentials are sent to it all the same.`)
  for (const warning of settings.warnings) console.warning(warning)

  const { clock } = machine
  const finished = new AbortController()
  const timedOut = abortAfter(timeout * 1000, clock, finished.signal)
  const world: World = {
    clock,
    secrets,
    signal: AbortSignal.any([machine.cancelled, timedOut]),
    deadline: clock.now() + timeout * 1000,
    tell: (event) => (event.type === 'warning' ? console.warning(event.text) : console.info(describeEvent(event))),
  }
  // Loaded only now: wrong inputs are told without it, and it is most of the action.
  const { openAtlas, runMode } = await import('./work.ts')
  try {
    const { atlas, close } = await openAtlas(settings, machine.env, world)
    try {
      return await runMode(mode, project, { world, atlas, limits: settings.limits })
    } finally {
      await close(world.signal.aborted ? CLOSE_MS.cutShort : CLOSE_MS.normally)
    }
  } finally {
    finished.abort()
  }
}

function abortAfter(ms: number, clock: Clock, finished: AbortSignal): AbortSignal {
  const controller = new AbortController()
  const failure = new Failure('TIMEOUT', `The run was not done within its \`timeout\` of ${ms / 1000} s and ends here.`)
  clock.sleep(ms, finished).then(
    () => controller.abort(failure),
    () => undefined, // finished in time
  )
  return controller.signal
}

/** A failure that is explained stays as it is. The text of a defect may hold anything, so only its place is told. */
function explain(thrown: unknown): ReportedError {
  if (thrown instanceof Failure) return { code: thrown.code, message: thrown.message }
  const place = thrown instanceof Error ? /\bat .*?([\w.-]+:\d+:\d+)\)?$/m.exec(thrown.stack ?? '')?.[1] : undefined
  const name = thrown instanceof Error ? thrown.name : typeof thrown
  const message = `A defect of this action stopped the run (${name}${place ? ` at ${place}` : ''}). Please report it.`
  return { code: 'PROTOCOL', message }
}

function failedRun(error: ReportedError, { mode, projectId }: ReportSettings): RunOutcome {
  const projects =
    projectId === null ? [] : [failedEarly(mode ?? 'apply', { id: projectId, name: null, providers: [] }, error)]
  return { mode, projects, error, warnings: [] }
}

function plainErrors(outcome: RunOutcome, secrets: Secrets): RunOutcome {
  const plainError = <E extends ReportedError | null>(error: E): E =>
    error && { ...error, message: secrets.plain(error.message, 3000) }
  return {
    ...outcome,
    error: plainError(outcome.error),
    projects: outcome.projects.map((project) => ({ ...project, error: plainError(project.error) }) as ProjectResult),
  }
}

/** For what was thrown where nobody waits for it: ends the run like any other failure. */
export async function failFor(thrown: unknown, { core, env }: Machine): Promise<void> {
  const secrets = new Secrets((secret) => core.setSecret(secret))
  const console = new Console(core, secrets)
  const outcome = failedRun(explain(thrown), { mode: null, projectId: null, summary: true })
  await deliver(outcome, { core, console, secrets, env, summary: false })
}
