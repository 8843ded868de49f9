import type { Atlas } from './atlas/endpoints.ts'
import type { DesiredProject } from './encryption/state.ts'
import { LONGEST_NAME } from './encryption/state.ts'
import { endsTheRun, explained } from './failure.ts'
import { runFleet } from './fleet/run-fleet.ts'
import { slice } from './fleet/shard.ts'
import type { Found } from './github/tell.ts'
import type { RunSettings, Target } from './input/settings.ts'
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
import { patience, timeLimit } from './time-limits.ts'
import type { World } from './world.ts'

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
  const limit = timeLimit(timeout, machine, finished.signal)
  const world: World = {
    clock,
    secrets,
    signal: AbortSignal.any([machine.cancelled, limit.signal]),
    deadline: limit.deadline,
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
    // A code alone is no proof: Atlas could answer with the same word.
    const isCutShort = world.signal.aborted && projects.some(({ error }) => error !== null && endsTheRun(error))
    const error = isCutShort ? explained(world.signal.reason) : null
    const report = buildReport({ mode, shard: shard?.text ?? null, isFleet, projects, error }, secrets)
    const told = await tellWhereWanted({ projects, report, target, shard }, settings, machine, world)
    return { report, project: isFleet ? null : (projects[0] ?? null), told }
  } finally {
    finished.abort()
  }
}

function tellWhatIsAsked(settings: RunSettings, console: Console): void {
  const { mode, target, baseUrl, apiVersion, credentials, shard } = settings
  const host = new URL(baseUrl.origin).host
  const part = shard === null ? '' : ` · shard ${shard.text}`
  const caller = credentials.kind.replace('-', ' ')
  console.info(`${mode} · ${describeTarget(target)}${part} · ${host} · API ${apiVersion} · ${caller}`)
  if (baseUrl.isMongoDb) return
  console.info(`${host} is not a host of MongoDB's: the credentials are sent to it all the same.`)
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
  access: AtlasAccess,
  world: World,
): Promise<ProjectResult> {
  return await runMode(mode, project, { world, atlas: access.openLane()(world), limits })
}

async function runAll(settings: RunSettings, access: AtlasAccess, world: World): Promise<ProjectResult[]> {
  const { mode, target, shard, concurrency, limits } = settings
  const first = access.openLane()
  // The lane that lists the projects of an organization goes on to look at them.
  const spare = [first]
  const projects = target.kind === 'organization' ? await listAll(target, first(world), world) : target.projects
  return await runFleet(
    slice<DesiredProject>(projects, shard),
    concurrency,
    {
      openLane: () => spare.pop() ?? access.openLane(),
      run: (project, atlas, own) =>
        runMode(mode, project, { world: own, atlas, limits, longestValue: LONGEST_VALUE_IN_FLEET }),
      notReached: (project, error) => failedEarly(mode, project, error),
    },
    world,
  )
}

async function listAll(
  { id: organizationId, wanted }: Extract<Target, { kind: 'organization' }>,
  atlas: Atlas,
  { secrets }: World,
): Promise<DesiredProject[]> {
  const listed = await atlas.listProjects(organizationId)
  return listed.map(({ id, name }) => ({ ...wanted, id, name: secrets.plain(name, LONGEST_NAME) || null }))
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

function withPlainError(project: ProjectResult, secrets: Secrets): ProjectResult {
  if (project.error === null) return project
  return { ...project, error: { ...project.error, message: secrets.plain(project.error.message, 3000) } }
}
