/** Longer than any machine takes to reach a point of a run. */
const MAX_SECONDS = 128

/**
 * Lets a run end by its `timeout` at a certain point. How long a machine takes to get there is not known, so a run that gets there
 * only in the last quarter of its time, or not at all, is repeated with twice the time.
 *
 * @param run runs the step with this `timeout`, calls `reached` when it is at that point and returns the result
 * @throws Error if the point is never reached
 */
export async function timeOutAt<T>(run: (seconds: number, reached: () => void) => Promise<T>): Promise<T> {
  for (let seconds = 1; seconds <= MAX_SECONDS; seconds *= 2) {
    const started = performance.now()
    let reachedAfterMs = Number.POSITIVE_INFINITY
    const result = await run(seconds, () => {
      reachedAfterMs = Math.min(reachedAfterMs, performance.now() - started)
    })
    if (reachedAfterMs < seconds * 750) return result
  }
  throw new Error(`the run did not reach the point in ${MAX_SECONDS} s`)
}
