/**
 * Why a run or a project ended with an error. Either Atlas's own `errorCode` (`GROUP_NOT_FOUND`, …) or one of ours:
 * `INPUT` (the workflow must be changed), `NETWORK` (no reply), `PROTOCOL` (a reply that makes no sense),
 * `TIMEOUT` and `CANCELLED`.
 */
export type ErrorCode = string

/**
 * An end with an error that is expected and explained. `message` is one plain line, safe to print, that says what
 * failed and what to do next. Anything else that is thrown is a defect: see `toReportedError`.
 */
export class ActionError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string) {
    super(message)
    this.name = 'Failure'
    this.code = code
  }
}

/** True for the two failures that end the whole run wherever it stands: its `timeout`, or a cancellation. */
export function endsRun({ code }: { readonly code: ErrorCode }): boolean {
  return code === 'TIMEOUT' || code === 'CANCELLED'
}

/** The code and message of whatever was thrown. The text of a defect may hold anything, so only its place is told. */
export function toReportedError(thrown: unknown): { code: ErrorCode; message: string } {
  if (thrown instanceof ActionError) return { code: thrown.code, message: thrown.message }
  const place = thrown instanceof Error ? /\bat .*?([\w.-]+:\d+:\d+)\)?$/m.exec(thrown.stack ?? '')?.[1] : undefined
  const name = thrown instanceof Error ? thrown.name : typeof thrown
  const message = `A defect of this action stopped the run (${name}${place ? ` at ${place}` : ''}). Please report it.`
  return { code: 'PROTOCOL', message }
}
