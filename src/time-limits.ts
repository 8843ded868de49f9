import { Failure } from './failure.ts'
import type { Clock, World } from './world.ts'

/** At the end, giving back the token may take this long; less once the run was cut short, since it must not linger. */
const PATIENCE_MS = { normally: 5000, cutShort: 1000 }

/** The end of a run's `timeout`. */
export interface TimeLimit {
  /** In the clock's milliseconds. */
  readonly deadline: number
  /** Aborted then, with a `Failure` as its reason, unless the run is finished before. */
  readonly signal: AbortSignal
}

/**
 * The run's `timeout`, which counts from the beginning of the run: reading inputs and files is part of it.
 *
 * @param seconds of `timeout`
 */
export function timeLimit(
  seconds: number,
  { clock, startedAt }: { readonly clock: Clock; readonly startedAt: number },
  finished: AbortSignal,
): TimeLimit {
  const controller = new AbortController()
  const message = `The run was not done within its \`timeout\` of ${seconds} s and ends here.`
  const deadline = startedAt + seconds * 1000
  abortAfter(Math.max(0, deadline - clock.now()), new Failure('TIMEOUT', message), controller, clock, finished)
  return { deadline, signal: controller.signal }
}

/** Aborted when there is no more time to wait for what the verdict does not hang on. */
export function patience({ clock, signal }: World, finished: AbortSignal): AbortSignal {
  const controller = new AbortController()
  const failure = new Failure('TIMEOUT', 'There is no more time to wait.')
  const endAfter = (ms: number): void => abortAfter(ms, failure, controller, clock, finished)
  endAfter(PATIENCE_MS.normally)
  if (signal.aborted) endAfter(PATIENCE_MS.cutShort)
  else signal.addEventListener('abort', () => endAfter(PATIENCE_MS.cutShort), { once: true })
  return controller.signal
}

function abortAfter(
  ms: number,
  failure: Failure,
  controller: AbortController,
  clock: Clock,
  finished: AbortSignal,
): void {
  clock.sleep(ms, finished).then(
    () => controller.abort(failure),
    () => undefined, // finished in time
  )
}
