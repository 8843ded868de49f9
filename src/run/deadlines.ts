import type { Clock, RunContext } from '../domain/context.ts'
import { RunEndError } from '../domain/errors.ts'
import { safe } from '../sanitize/safe-text.ts'
import type { Runtime } from './runtime.ts'

/** At the end, revoking the token may take this long; less once the run was cut short, since it must end soon. */
const CLEANUP_MS = { normally: 5000, cutShort: 1000 }

/** When a run ends, whether it is finished or not. */
export interface RunEnd {
  /** The end of its `timeout`, in the clock's milliseconds. */
  readonly deadline: number
  /** Aborted then or when the run is cancelled, with a `RunEndError` as its reason. */
  readonly signal: AbortSignal
}

/**
 * Starts the run's `timeout`, which counts from the beginning of the run: reading inputs and files is part of it.
 *
 * `AbortSignal.any` would join timeout and cancellation, too, but it checks all its signals whenever it is read, and every request
 * reads it several times.
 *
 * @param seconds of `timeout`
 * @param finished aborted when the run has ended
 */
export function startTimeout(
  seconds: number,
  { clock, startedAt, cancelled }: Pick<Runtime, 'clock' | 'startedAt' | 'cancelled'>,
  finished: AbortSignal,
): RunEnd {
  const controller = new AbortController()
  const deadline = startedAt + seconds * 1000
  const error = new RunEndError('TIMEOUT', {
    what: safe`The run timed out after ${seconds} s (\`timeout\`).`,
    advice: safe`Check the log to see what took so long, then run again or raise \`timeout\`.`,
  })
  const endAfter = aborter(controller, error, clock, finished)
  endAfter(Math.max(0, deadline - clock.now()))
  const cancel = (): void => controller.abort(cancelled.reason)
  if (cancelled.aborted) cancel()
  else cancelled.addEventListener('abort', cancel, { signal: finished })
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
    return await work(startTimeout(seconds, runtime, finished.signal).signal)
  } finally {
    finished.abort()
  }
}

/** Aborted when there is no more time for cleaning up, which no verdict depends on. */
export function cleanupSignal({ clock, signal }: RunContext, finished: AbortSignal): AbortSignal {
  const controller = new AbortController()
  const error = new RunEndError('TIMEOUT', safe`There is no more time for cleaning up.`)
  const endAfter = aborter(controller, error, clock, finished)
  endAfter(CLEANUP_MS.normally)
  if (signal.aborted) endAfter(CLEANUP_MS.cutShort)
  else signal.addEventListener('abort', () => endAfter(CLEANUP_MS.cutShort), { once: true })
  return controller.signal
}

/** @returns aborts the controller after so many milliseconds, unless `finished` is aborted before */
function aborter(
  controller: AbortController,
  error: RunEndError,
  clock: Clock,
  finished: AbortSignal,
): (ms: number) => void {
  return (ms) => {
    clock.sleep(ms, finished).then(
      () => controller.abort(error),
      () => undefined, // finished in time
    )
  }
}
