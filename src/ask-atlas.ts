import type { DesiredProject } from './encryption/state.ts'
import { endsTheRun, explained, Failure } from './failure.ts'
import { runFleet } from './fleet/run-fleet.ts'
import { slice } from './fleet/shard.ts'
import type { Found } from './github/tell.ts'
import type { RunSettings } from './input/settings.ts'
import type { ProjectResult } from './modes/result.ts'
import { failedEarly } from './modes/result.ts'
import { runMode } from './modes/run-mode.ts'
import { type AtlasAccess, openAtlas } from './open-atlas.ts'
import type { Console } from './report/console.ts'
import { describeEvent } from './report/log.ts'
import type { RunOutcome, Told } from './report/report.ts'
import { buildReport } from './report/report.ts'
import type { Machine } from './run.ts'
import type { Secrets } from './text/secrets.ts'
import type { Clock, World } from './world.ts'

/** At the end, giving back the token may take this long; less once the run was cut short, since it must not linger. */
const PATIENCE_MS = { normally: 5000, cutShort: 1000 }

/** Of what Atlas reports of one project among many; no field of Atlas's is longer than 2048 characters. */
const LONGEST_VALUE_IN_FLEET = 8192

/**
 * Runs a mode on the project, or on all that the config file or the organization has.
 *
 * @throws Failure if Atlas cannot be asked at all, or does not say which projects there are
 */
export async function askAtlas(
  settings: RunSettings,
  machine: Machine,
  secrets: Secrets,
  console: Console,
): Promise<RunOutcome> {
  const { clock, env } = machine
  tellWhatIsAsked(settings, console)
  const finished = new AbortController()
  const { timeout, target, mode, shard } = settings
  const timedOut = abortAfter(timeout * 1000, clock, finished.signal)
  const world: World = {
    clock,
    secrets,
    signal: AbortSignal.any([machine.cancelled, timedOut]),
    deadline: clock.now() + timeout * 1000,
    tell: (event) => {
      if (event.type === 'warning') console.warning(describeEvent(event))
      else console.info(describeEvent(event))
    },
  }
  try {
    const access = await openAtlas(settings, env, world)
    let results: ProjectResult[]
    try {
      results =
        target.kind === 'project' && shard === null
          ? [await runOne(target.projects[0], settings, access, world)]
          : await runAll(settings, access, world)
    } finally {
      await access.close(patience(world, finished.signal))
    }
    const projects = results.map((result) => withPlainError(result, secrets))
    const isFleet = target.kind !== 'project'
    if (projects.length === 0)
      console.notice('There is no project to look at: the organization or this shard has none.')
    const cutShort = projects.find(({ error }) => error !== null && endsTheRun(error))?.error ?? null
    // In the words for the run, not for a project of it.
    const error = cutShort && isFleet && world.signal.aborted ? explained(world.signal.reason) : cutShort
    const report = buildReport({ mode, shard: shard?.text ?? null, isFleet, projects, error }, secrets)
    const told = await tellWhereWanted({ projects, report, target, shard }, settings, machine, world)
    return { report, project: isFleet ? null : (projects[0] ?? null), told }
  } finally {
    finished.abort()
  }
}

function tellWhatIsAsked(
  { mode, target, baseUrl, apiVersion, credentials, shard }: RunSettings,
  console: Console,
): void {
  const host = new URL(baseUrl.origin).host
  const what = {
    project: () => `project ${target.kind === 'project' ? target.projects[0].id : ''}`,
    'config-file': () => (target.kind === 'config-file' ? `${target.projects.length} projects of ${target.file}` : ''),
    organization: () => `organization ${target.kind === 'organization' ? target.id : ''}`,
  }[target.kind]()
  const part = shard === null ? '' : ` · shard ${shard.text}`
  console.info(`${mode} · ${what}${part} · ${host} · API ${apiVersion} · ${credentials.kind.replace('-', ' ')}`)
  if (baseUrl.isMongoDb) return
  console.info(`${host} is not a host of MongoDB's: the credentials are sent to it all the same.`)
}

async function runOne(
  project: DesiredProject,
  { mode, limits }: RunSettings,
  access: AtlasAccess,
  world: World,
): Promise<ProjectResult> {
  return await runMode(mode, project, { world, atlas: access.openLane()(world), limits })
}

async function runAll(settings: RunSettings, access: AtlasAccess, world: World): Promise<ProjectResult[]> {
  const { mode, target, shard, concurrency } = settings
  const limits = { ...settings.limits, longestValue: LONGEST_VALUE_IN_FLEET }
  // The lane that lists the projects of an organization goes on to look at them.
  const opened = target.kind === 'organization' ? [access.openLane()] : []
  const all =
    target.kind === 'organization'
      ? ((await opened[0]?.(world).listProjects(target.id)) ?? []).map(({ id, name }) => ({
          ...target.wanted,
          id,
          name: world.secrets.plain(name, 200) || null,
        }))
      : target.projects
  return await runFleet(
    slice<DesiredProject>(all, shard),
    concurrency,
    {
      openLane: () => opened.pop() ?? access.openLane(),
      run: (project, atlas, own) => runMode(mode, project, { world: own, atlas, limits }),
      notReached: (project, error) => failedEarly(mode, project, error),
    },
    world,
  )
}

/** The GitHub client is loaded only where something is to be told there. */
async function tellWhereWanted(found: Found, { github }: RunSettings, { env }: Machine, world: World): Promise<Told> {
  if (!github.issue && !github.comment) return { issueUrl: '', commentUrl: '' }
  try {
    const { tellGitHub } = await import('./github/tell.ts')
    return await tellGitHub(found, github, env, world)
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

function withPlainError(project: ProjectResult, secrets: Secrets): ProjectResult {
  if (project.error === null) return project
  return { ...project, error: { ...project.error, message: secrets.plain(project.error.message, 3000) } }
}
