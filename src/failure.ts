/**
 * Why a run or a project ended with an error. Either Atlas's own `errorCode` (`GROUP_NOT_FOUND`, …) or one of ours:
 * `INPUT` (the workflow must be changed), `NETWORK` (no reply), `PROTOCOL` (a reply that makes no sense),
 * `TIMEOUT` and `CANCELLED`.
 */
export type FailureCode = string

/**
 * An end with an error that is expected and explained. `message` is one plain line, safe to print, that says what
 * failed and what to do next. Anything else that is thrown is a defect and is caught in `run`.
 */
export class Failure extends Error {
  readonly code: FailureCode

  constructor(code: FailureCode, message: string) {
    super(message)
    this.name = 'Failure'
    this.code = code
  }
}

/** True for the two failures that end the whole run wherever it stands: its `timeout`, or a cancellation. */
export function endsTheRun(error: unknown): error is Failure {
  return error instanceof Failure && (error.code === 'TIMEOUT' || error.code === 'CANCELLED')
}
