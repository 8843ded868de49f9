import { endsTheRun, explained, Failure } from './failure.ts'
import { readInputs } from './input/read-inputs.ts'
import type { ReportSettings, Settings } from './input/settings.ts'
import type { ProjectResult } from './modes/result.ts'
import { failedEarly } from './modes/result.ts'
import type { Core } from './report/console.ts'
import { Console } from './report/console.ts'
import { deliver } from './report/deliver.ts'
import { describeEvent } from './report/log.ts'
import type { ReportedError, RunOutcome, Told } from './report/report.ts'
import { Secrets } from './text/secrets.ts'
import type { Clock, Environment, World } from './world.ts'

/** What a run needs of the machine it runs on. */
export interface Machine {
  readonly core: Core
  readonly env: Environment
  readonly clock: Clock
  /** Aborted, with a `Failure` as its reason, when the runner cancels the step. */
  readonly cancelled: AbortSignal
}

/** At the end, giving back the token may take this long; less once the run was cut short, since it must not linger. */
const PATIENCE_MS = { normally: 5000, cutShort: 1000 }

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
    const { result: project, told } = await runProject(settings, machine, secrets, console)
    const cutShort = project.error !== null && endsTheRun(project.error) ? project.error : null
    outcome = { mode: settings.mode, projects: [project], error: cutShort, warnings: [], told }
  } catch (thrown) {
    outcome = failedRun(explained(thrown), reporting)
  }
  return await deliver(plainErrors(outcome, secrets), { core, console, secrets, env, summary: reporting.summary })
}

async function runProject(settings: Settings, machine: Machine, secrets: Secrets, console: Console): Promise<Ended> {
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
    let result: ProjectResult
    try {
      result = await runMode(mode, project, { world, atlas, limits: settings.limits })
    } finally {
      await close(patience(world, finished.signal))
    }
    return { result, told: await tellWhereWanted(result, settings, machine, world) }
  } finally {
    finished.abort()
  }
}

interface Ended {
  readonly result: ProjectResult
  readonly told: Told
}

/** The GitHub client is loaded only where something is to be told there. */
async function tellWhereWanted(
  result: ProjectResult,
  { github }: Settings,
  { env }: Machine,
  world: World,
): Promise<Told> {
  if (!github.issue && !github.comment) return { issueUrl: '', commentUrl: '' }
  try {
    const { tellGitHub } = await import('./github/tell.ts')
    return await tellGitHub(result, github, env, world)
  } catch {
    // @actions/github reads the event and the URL of the API when it is loaded, and throws if it cannot.
    const text =
      'GitHub could not be told: its variables or the event of this run make no sense. The verdict on Atlas stands.'
    world.tell({ type: 'warning', text })
    return { issueUrl: '', commentUrl: '' }
  }
}

/** Aborted when there is no more time to wait for what the verdict does not hang on. */
function patience({ clock, signal }: World, finished: AbortSignal): AbortSignal {
  const controller = new AbortController()
  const endAfter = (ms: number): void => {
    const end = (): void => controller.abort(new Failure('TIMEOUT', 'There is no more time to wait.'))
    clock.sleep(ms, finished).then(end, () => undefined)
  }
  endAfter(PATIENCE_MS.normally)
  if (signal.aborted) endAfter(PATIENCE_MS.cutShort)
  else signal.addEventListener('abort', () => endAfter(PATIENCE_MS.cutShort), { once: true })
  return controller.signal
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

function failedRun(error: ReportedError, { mode, projectId }: ReportSettings): RunOutcome {
  const projects =
    projectId === null
      ? []
      : [failedEarly(mode ?? 'apply', { id: projectId, name: null, providers: [], require: [] }, error)]
  return { mode, projects, error, warnings: [], told: { issueUrl: '', commentUrl: '' } }
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

/** For what was thrown where nobody waits for it: ends the run like any other failure. It knows no secrets, and tells none. */
export async function failFor(thrown: unknown, { core, env }: Machine): Promise<void> {
  const secrets = new Secrets(() => undefined)
  const console = new Console(core, secrets)
  const outcome = failedRun(explained(thrown), { mode: null, projectId: null, summary: false })
  await deliver(outcome, { core, console, secrets, env, summary: false })
}
