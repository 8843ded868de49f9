import type { Clock, RunContext } from '../domain/context.ts'
import { ActionError } from '../domain/errors.ts'
import type { Runtime } from './runtime.ts'

/** At the end, giving back the token may take this long; less once the run was cut short, since it must not linger. */
const CLEANUP_MS = { normally: 5000, cutShort: 1000 }

/** The end of a run's `timeout`. */
export interface RunTimeout {
  /** In the clock's milliseconds. */
  readonly deadline: number
  /** Aborted then, with a `ActionError` as its reason, unless the run is finished before. */
  readonly signal: AbortSignal
}

/**
 * The run's `timeout`, which counts from the beginning of the run: reading inputs and files is part of it.
 *
 * @param seconds of `timeout`
 */
export function startTimeout(
  seconds: number,
  { clock, startedAt }: { readonly clock: Clock; readonly startedAt: number },
  finished: AbortSignal,
): RunTimeout {
  const controller = new AbortController()
  const message = `The run was not done within its \`timeout\` of ${seconds} s and ends here.`
  const deadline = startedAt + seconds * 1000
  abortAfter(Math.max(0, deadline - clock.now()), new ActionError('TIMEOUT', message), controller, clock, finished)
  return { deadline, signal: controller.signal }
}

/**
 * Does work that ends with the run's `timeout` or its cancellation.
 *
 * @param seconds of `timeout`
 */
export async function withTimeout<T>(
  seconds: number,
  runtime: Runtime,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const finished = new AbortController()
  try {
    const { signal } = startTimeout(seconds, runtime, finished.signal)
    return await work(AbortSignal.any([runtime.cancelled, signal]))
  } finally {
    finished.abort()
  }
}

/** Aborted when there is no more time to wait for what the verdict does not hang on. */
export function cleanupSignal({ clock, signal }: RunContext, finished: AbortSignal): AbortSignal {
  const controller = new AbortController()
  const failure = new ActionError('TIMEOUT', 'There is no more time to wait.')
  const endAfter = (ms: number): void => abortAfter(ms, failure, controller, clock, finished)
  endAfter(CLEANUP_MS.normally)
  if (signal.aborted) endAfter(CLEANUP_MS.cutShort)
  else signal.addEventListener('abort', () => endAfter(CLEANUP_MS.cutShort), { once: true })
  return controller.signal
}

function abortAfter(
  ms: number,
  failure: ActionError,
  controller: AbortController,
  clock: Clock,
  finished: AbortSignal,
): void {
  clock.sleep(ms, finished).then(
    () => controller.abort(failure),
    () => undefined, // finished in time
  )
}
