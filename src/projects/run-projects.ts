import type { Atlas } from '../atlas/atlas.ts'
import type { RunContext } from '../domain/context.ts'
import type { DesiredProject } from '../domain/desired.ts'
import { toReportedError } from '../domain/errors.ts'
import type { RunEvent } from '../domain/events.ts'
import { MAX_NAME_LENGTH } from '../domain/limits.ts'
import type { ErrorResult, ProjectResult } from '../domain/result.ts'
import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import type { Secrets } from '../sanitize/secrets.ts'

/** What is done with each project. It never rejects: a failure is a result too. */
export interface ProjectWork {
  readonly openConnection: () => (run: RunContext) => Atlas
  readonly handle: (project: DesiredProject, atlas: Atlas, run: RunContext) => Promise<ProjectResult>
  /** The result of a project that was not begun when the run ended. */
  readonly notReached: (project: DesiredProject, error: ErrorResult['error']) => ProjectResult
}

const PROGRESS_INTERVAL_MS = 2000

/** Projects with an unknown state that the warning names; it counts the others. */
const MAX_NAMED = 10

/** The other events describe one project step by step; of hundreds of projects, they would hide what is sent and what goes wrong. */
const PER_PROJECT_EVENTS = new Set<RunEvent['type']>(['patch', 'retry', 'note', 'warning'])

/**
 * Runs many projects, some at once: each worker takes the next one as soon as it is free, over a connection of its own. The
 * failure of one project never stops the others. The end of the run does, and the projects that were not begun say so.
 *
 * @returns a result for each project, ordered by id, so that the same projects in other jobs give the same order
 */
export async function runProjects(
  projects: readonly DesiredProject[],
  concurrency: number,
  work: ProjectWork,
  run: RunContext,
): Promise<ProjectResult[]> {
  const results: ProjectResult[] = []
  const reportProgress = progressReporter(projects.length, run)
  const queue = projects.values()

  async function worker(): Promise<void> {
    const connection = work.openConnection()
    for (const project of queue) {
      const context = projectContext(project, run)
      const result = run.signal.aborted
        ? work.notReached(project, notReachedError(run))
        : await work.handle(project, connection(context), context)
      results.push(result)
      reportProgress(results)
    }
  }

  await Promise.all(Array.from({ length: Math.min(concurrency, projects.length) }, worker))
  results.sort((a, b) => (a.projectId < b.projectId ? -1 : 1))
  warnAboutUnknownStates(results, run)
  return results
}

function notReachedError({ signal, secrets }: RunContext): ErrorResult['error'] {
  const { message, parts: _, ...error } = toReportedError(signal.reason)
  return { ...error, message: safe`Not reached: ${secrets.sanitize(message)}` }
}

/** @returns a function that takes all results so far and emits how many there are, at most every two seconds */
function progressReporter(of: number, { clock, emit }: RunContext): (results: readonly ProjectResult[]) => void {
  let reportedAt = clock.now()
  let failed = 0
  return (results) => {
    if (results.at(-1)?.result === 'failed') failed += 1
    const now = clock.now()
    if (now - reportedAt < PROGRESS_INTERVAL_MS || results.length === of) return
    reportedAt = now
    emit({ type: 'progress', done: results.length, of, failed })
  }
}

/** One warning for all projects, since a cancellation may interrupt a change of every worker. */
function warnAboutUnknownStates(results: readonly ProjectResult[], { emit, secrets }: RunContext): void {
  const labels = results.filter(({ stateUnknown }) => stateUnknown).map((result) => labelOf(result, secrets))
  if (labels.length === 0) return
  const more = labels.length > MAX_NAMED ? safe` and ${labels.length - MAX_NAMED} more` : safe``
  const named = joinSafe(labels.slice(0, MAX_NAMED), safe`, `)
  const text = safe`A change was in progress when the run ended, so the state is unknown: ${named}${more}. Atlas may or may not have carried it out. Check with \`mode: plan\`.`
  emit({ type: 'warning', text })
}

/** The context of one project: its events carry its name, as far as they are worth a line among hundreds of projects. */
function projectContext({ id, name }: DesiredProject, run: RunContext): RunContext {
  const emit = (event: RunEvent): void => {
    // The label takes time, and most projects have nothing to say.
    if (PER_PROJECT_EVENTS.has(event.type)) run.emit({ ...event, about: labelOf({ projectId: id, name }, run.secrets) })
  }
  return { ...run, emit }
}

function labelOf({ projectId, name }: Pick<ProjectResult, 'projectId' | 'name'>, secrets: Secrets): SafeText {
  const id = secrets.sanitize(projectId)
  return name === null || name === '' ? id : safe`${secrets.sanitize(name, MAX_NAME_LENGTH)} (${id})`
}
