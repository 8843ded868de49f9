import { Failure } from './failure.ts'
import type { Clock, World } from './world.ts'

/** At the end, giving back the token may take this long; less once the run was cut short, since it must not linger. */
const PATIENCE_MS = { normally: 5000, cutShort: 1000 }

/** The run's `timeout`: aborted, with a `Failure` as its reason, after `ms`, unless the run is finished before. */
export function timeoutAfter(ms: number, clock: Clock, finished: AbortSignal): AbortSignal {
  const controller = new AbortController()
  const message = `The run was not done within its \`timeout\` of ${ms / 1000} s and ends here.`
  abortAfter(ms, new Failure('TIMEOUT', message), controller, clock, finished)
  return controller.signal
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
