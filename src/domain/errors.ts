import { printable } from '../sanitize/printable.ts'
import { joinSafe, type RedactedText, type SafeText, safe } from '../sanitize/safe-text.ts'
import { asSentence, withoutFullStop } from '../sanitize/sentences.ts'

/**
 * Codes of our own: `INPUT` (the workflow must be changed), `NETWORK` (no response), `PROTOCOL` (a response that proves
 * nothing), `TIMEOUT`, `CANCELLED`, `NOT_APPLIED` (Atlas accepted a change but does not show it), and those of clusters and private
 * endpoints that are not ready.
 */
type OwnErrorCode =
  | 'INPUT'
  | 'NETWORK'
  | 'PROTOCOL'
  | 'TIMEOUT'
  | 'CANCELLED'
  | 'NOT_APPLIED'
  | 'CLUSTER_PAUSED'
  | 'CLUSTER_NOT_READY'
  | 'PRIVATE_ENDPOINT_FAILED'
  | 'PRIVATE_ENDPOINT_PENDING_ACCEPTANCE'
  | 'PRIVATE_ENDPOINT_NOT_READY'

/** Why a run or a project ended with an error: one of our own codes, or Atlas's `errorCode` (`GROUP_NOT_FOUND`, …). */
export type ErrorCode = OwnErrorCode | SafeText

/** An error in the pieces that the summary and an issue show apart. */
export interface ErrorParts {
  /** What failed. */
  readonly what: SafeText
  /** What Atlas says about it, in its own words. */
  readonly detail?: SafeText | undefined
  /** Several problems that are listed one by one: invalid inputs. */
  readonly items?: readonly SafeText[] | undefined
  /** What to do next: one sentence or several. */
  readonly advice?: SafeText | undefined
}

/** An expected error that ends a run or a project. Anything else that is thrown is a defect: see {@link toReportedError}. */
export class ActionError extends Error {
  override readonly name: string = 'ActionError'
  readonly code: ErrorCode
  readonly parts: ErrorParts
  /** The parts as one line. */
  declare readonly message: SafeText

  /** @param parts sentences that say what failed and what to do next, or the same in pieces */
  constructor(code: ErrorCode, parts: SafeText | ErrorParts) {
    const pieces = typeof parts === 'string' ? { what: parts } : parts
    super(messageOf(pieces))
    this.code = code
    this.parts = pieces
  }

  /** The same error with a sentence added to its advice. */
  withAdvice(sentence: SafeText): ActionError {
    return new ActionError(this.code, withSentence(this.parts, sentence))
  }
}

/**
 * The end of the whole run wherever it stands: by its `timeout`, or by a cancellation. A class of its own, since Atlas's
 * `errorCode` may be the same word.
 */
export class RunEndError extends ActionError {
  constructor(code: 'TIMEOUT' | 'CANCELLED', parts: SafeText | ErrorParts) {
    super(code, parts)
  }

  override withAdvice(sentence: SafeText): RunEndError {
    return new RunEndError(this.code as 'TIMEOUT' | 'CANCELLED', withSentence(this.parts, sentence))
  }
}

/** An error as results and reports hold it. */
export interface ReportedError {
  readonly code: ErrorCode
  readonly message: SafeText
  /** Whether it was a {@link RunEndError}. Absent otherwise, and in the report of another run. */
  readonly endsRun?: true
  /** Absent in the report of another run. */
  readonly parts?: ErrorParts
}

/** Whatever was thrown, for a result. The text of a defect may hold anything, so only its name and place are shown. */
export function toReportedError(thrown: unknown): ReportedError {
  if (thrown instanceof ActionError) {
    const { code, message, parts } = thrown
    return { code, message, parts, ...(thrown instanceof RunEndError && { endsRun: true }) }
  }
  const place = thrown instanceof Error ? /\bat .*?([\w.-]+:\d+:\d+)\)?$/m.exec(thrown.stack ?? '')?.[1] : undefined
  const name = thrown instanceof Error ? thrown.name : typeof thrown
  // The class of an error and a file of the bundle are names from source code, so no secret can be in them.
  const defect = printable(`${name}${place ? ` at ${place}` : ''}` as RedactedText, 200)
  const message = safe`A defect in this action stopped the run (${defect}). Please report it.`
  return { code: 'PROTOCOL', message }
}

function withSentence({ advice, ...parts }: ErrorParts, sentence: SafeText): ErrorParts {
  return { ...parts, advice: advice === undefined ? sentence : safe`${asSentence(advice)} ${sentence}` }
}

/** `what: detail. (1) item (2) item advice` */
function messageOf({ what, detail, items = [], advice }: ErrorParts): SafeText {
  const head = detail === undefined ? what : safe`${withoutFullStop(what)}: ${asSentence(detail)}`
  const listed = items.map((item, i) => safe`(${i + 1}) ${item}`)
  return joinSafe([head, ...listed, ...(advice === undefined ? [] : [advice])], safe` `)
}
