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

/** The reports cannot be merged. @param problem a sentence without its period */
export function mergeError(problem: SafeText): ActionError {
  return new ActionError('INPUT', safe`Nothing was merged: ${problem}.`)
}
