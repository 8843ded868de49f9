import { ActionError } from '../domain/errors.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'

/** A file is no report that can be merged. */
export class ReportFileError extends Error {
  /** The end of a sentence that begins with the name of the file. It quotes nothing of the file. */
  readonly problem: SafeText

  constructor(problem: SafeText) {
    super(problem)
    this.name = 'ReportFileError'
    this.problem = problem
  }
}

/**
 * The reports cannot be merged.
 *
 * @param problem a sentence without its period
 * @param advice what to do, if the problem does not say so
 */
export function mergeError(problem: SafeText, advice?: SafeText): ActionError {
  return new ActionError('INPUT', { what: safe`Nothing was merged: ${problem}.`, advice })
}
