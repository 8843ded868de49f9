import { ActionError } from '../domain/errors.ts'

const controller = new AbortController()

/**
 * Aborted, with a `ActionError` as its reason, when the runner cancels the step: SIGINT, 7.5 s later SIGTERM, 2.5 s later
 * SIGKILL (actions/runner, ProcessInvoker.cs). Imported first of all, since Node.js dies of them without a listener.
 */
export const cancelled: AbortSignal = controller.signal

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () =>
    controller.abort(new ActionError('CANCELLED', `The run was cancelled (${signal}) and ends here.`)),
  )
}
