/**
 * Why a run or a project ended with an error. Either Atlas's own `errorCode` (`GROUP_NOT_FOUND`, …) or one of ours:
 * `INPUT` (the workflow must be changed), `NETWORK` (no reply), `PROTOCOL` (a reply that makes no sense),
 * `TIMEOUT` and `CANCELLED`.
 */
export type FailureCode = string

/**
 * An end with an error that is expected and explained. `message` is one plain line, safe to print, that says what
 * failed and what to do next. Anything else that is thrown is a defect: see `explained`.
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
export function endsTheRun({ code }: { readonly code: FailureCode }): boolean {
  return code === 'TIMEOUT' || code === 'CANCELLED'
}

/** The code and message of whatever was thrown. The text of a defect may hold anything, so only its place is told. */
export function explained(thrown: unknown): { code: FailureCode; message: string } {
  if (thrown instanceof Failure) return { code: thrown.code, message: thrown.message }
  const place = thrown instanceof Error ? /\bat .*?([\w.-]+:\d+:\d+)\)?$/m.exec(thrown.stack ?? '')?.[1] : undefined
  const name = thrown instanceof Error ? thrown.name : typeof thrown
  const message = `A defect of this action stopped the run (${name}${place ? ` at ${place}` : ''}). Please report it.`
  return { code: 'PROTOCOL', message }
}
