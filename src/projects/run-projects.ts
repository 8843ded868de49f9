import type { Atlas } from '../atlas/atlas.ts'
import type { RunContext } from '../domain/context.ts'
import type { DesiredProject } from '../domain/desired.ts'
import { toReportedError } from '../domain/errors.ts'
import type { RunEvent } from '../domain/events.ts'
import type { ErrorResult, ProjectResult } from '../domain/result.ts'

/** What a fleet runs, without knowing what it is. Never rejects: a failure is a result too. */
export interface ProjectWork {
  readonly openConnection: () => (run: RunContext) => Atlas
  readonly handle: (project: DesiredProject, atlas: Atlas, run: RunContext) => Promise<ProjectResult>
  /** The result of a project whose turn never came. */
  readonly notReached: (project: DesiredProject, error: ErrorResult['error']) => ProjectResult
}

const PROGRESS_EVERY_MS = 2000

/** Of a single project these events are the story; of hundreds they would hide it. What is sent and what goes wrong is told. */
const PER_PROJECT_EVENTS = new Set<RunEvent['type']>(['patch', 'retry', 'note', 'warning'])

/**
 * Runs many projects, some at once: each lane takes the next one as soon as it is free, over a connection of its own. The
 * failure of one never stops the others; the end of the run does, and those not reached say so.
 *
 * @returns a result for each, by project id, so that the same projects in other jobs give the same order
 */
export async function runProjects(
  projects: readonly DesiredProject[],
  lanes: number,
  work: ProjectWork,
  run: RunContext,
): Promise<ProjectResult[]> {
  const results: ProjectResult[] = []
  const reportProgress = progress(projects.length, run)
  const queue = projects.values()

  async function lane(): Promise<void> {
    const ask = work.openConnection()
    for (const project of queue) {
      const own = projectContext(project, run)
      const result = run.signal.aborted ? unreached(project) : await work.handle(project, ask(own), own)
      if (result.stateUnknown)
        own.emit({ type: 'warning', text: 'a change was under way when the run ended: its state is unknown' })
      results.push(result)
      reportProgress(results)
    }
  }

  function unreached(project: DesiredProject): ProjectResult {
    const { code, message } = toReportedError(run.signal.reason)
    return work.notReached(project, { code, message: `Not reached: ${message}` })
  }

  await Promise.all(Array.from({ length: Math.min(lanes, projects.length) }, lane))
  return results.sort((a, b) => (a.projectId < b.projectId ? -1 : 1))
}

/** @returns told of all results so far, tells of them, but at most every two seconds */
function progress(of: number, { clock, emit }: RunContext): (results: readonly ProjectResult[]) => void {
  let toldAt = clock.now()
  let failed = 0
  return (results) => {
    if (results.at(-1)?.result === 'failed') failed += 1
    const now = clock.now()
    if (now - toldAt < PROGRESS_EVERY_MS || results.length === of) return
    toldAt = now
    emit({ type: 'progress', done: results.length, of, failed })
  }
}

/** The world of one project: what happens in it is told with its name, as far as it is worth a line among hundreds. */
function projectContext({ id, name }: DesiredProject, run: RunContext): RunContext {
  const about = name === null || name === '' ? id : `${name} (${id})`
  return { ...run, emit: (event) => PER_PROJECT_EVENTS.has(event.type) && run.emit({ ...event, about }) }
}
