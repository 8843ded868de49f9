import { RunEndError } from '../domain/errors.ts'
import { safe } from '../sanitize/safe-text.ts'

const controller = new AbortController()

/**
 * Aborted, with a `RunEndError` as its reason, when the runner cancels the step: SIGINT, 7.5 s later SIGTERM, 2.5 s later
 * SIGKILL (actions/runner, ProcessInvoker.cs). Imported before all else, since without a listener these signals end Node.js.
 */
export const cancelled: AbortSignal = controller.signal

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => controller.abort(new RunEndError('CANCELLED', safe`The run was canceled (${signal}).`)))
}
