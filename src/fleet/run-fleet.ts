import type { Atlas } from '../atlas/endpoints.ts'
import type { DesiredProject } from '../encryption/state.ts'
import { explained } from '../failure.ts'
import type { FailedError, ProjectResult } from '../modes/result.ts'
import type { StoryEvent, World } from '../world.ts'

/** What a fleet runs, without knowing what it is. Never rejects: a failure is a result too. */
export interface FleetWork {
  readonly openLane: () => (world: World) => Atlas
  readonly run: (project: DesiredProject, atlas: Atlas, world: World) => Promise<ProjectResult>
  /** The result of a project whose turn never came. */
  readonly notReached: (project: DesiredProject, error: FailedError['error']) => ProjectResult
}

const PROGRESS_EVERY_MS = 2000

/** Of a single project these events are the story; of hundreds they would hide it. What is sent and what goes wrong is told. */
const TOLD_OF_EACH = new Set<StoryEvent['type']>(['patch', 'retry', 'note', 'warning'])

/**
 * Runs many projects, some at once: each lane takes the next one as soon as it is free, over a connection of its own. The
 * failure of one never stops the others; the end of the run does, and those not reached say so.
 *
 * @returns a result for each, by project id, so that the same projects in other jobs give the same order
 */
export async function runFleet(
  projects: readonly DesiredProject[],
  lanes: number,
  work: FleetWork,
  world: World,
): Promise<ProjectResult[]> {
  const results: ProjectResult[] = []
  const tellProgress = progress(projects.length, world)
  const queue = projects.values()

  async function lane(): Promise<void> {
    const ask = work.openLane()
    for (const project of queue) {
      const own = ownWorld(project, world)
      const result = world.signal.aborted ? unreached(project) : await work.run(project, ask(own), own)
      if (result.stateUnknown)
        own.tell({ type: 'warning', text: 'a change was under way when the run ended: its state is unknown' })
      results.push(result)
      tellProgress(results)
    }
  }

  function unreached(project: DesiredProject): ProjectResult {
    const { code, message } = explained(world.signal.reason)
    return work.notReached(project, { code, message: `Not reached: ${message}` })
  }

  await Promise.all(Array.from({ length: Math.min(lanes, projects.length) }, lane))
  return results.sort((a, b) => (a.projectId < b.projectId ? -1 : 1))
}

/** @returns told of all results so far, tells of them, but at most every two seconds */
function progress(of: number, { clock, tell }: World): (results: readonly ProjectResult[]) => void {
  let toldAt = clock.now()
  let failed = 0
  return (results) => {
    if (results.at(-1)?.result === 'failed') failed += 1
    const now = clock.now()
    if (now - toldAt < PROGRESS_EVERY_MS || results.length === of) return
    toldAt = now
    tell({ type: 'progress', done: results.length, of, failed })
  }
}

/** The world of one project: what happens in it is told with its name, as far as it is worth a line among hundreds. */
function ownWorld({ id, name }: DesiredProject, world: World): World {
  const about = name === null || name === '' ? id : `${name} (${id})`
  return { ...world, tell: (event) => TOLD_OF_EACH.has(event.type) && world.tell({ ...event, about }) }
}
