import { printable } from '../sanitize/printable.ts'
import type { SafeText } from '../sanitize/safe-text.ts'
import { asSentence } from '../sanitize/sentences.ts'

/** The part of @actions/core that the action uses. */
export type Core = Pick<
  typeof import('@actions/core'),
  'getInput' | 'setSecret' | 'setOutput' | 'info' | 'notice' | 'warning' | 'setFailed' | 'summary'
>

/** The runner cuts annotations at 4096 characters (ExecutionContext.cs). */
const MAX_LINE_LENGTH = 4000

/**
 * The only way into the log. Lines are safe already; annotations are made whole sentences, and all are cut to what the runner shows, and two safe texts that together
 * would be a workflow command are broken up.
 */
export class Log {
  /** All warnings so far, for the summary. */
  readonly warnings: SafeText[] = []
  readonly #core: Core

  constructor(core: Core) {
    this.#core = core
  }

  info(line: SafeText): void {
    this.#core.info(printable(line, MAX_LINE_LENGTH))
  }

  notice(text: SafeText): void {
    this.#core.notice(printable(asSentence(text), MAX_LINE_LENGTH))
  }

  warning(text: SafeText): void {
    const warning = printable(asSentence(text), MAX_LINE_LENGTH)
    this.warnings.push(warning)
    this.#core.warning(warning)
  }

  /** Fails the step, with one error annotation. */
  fail(text: SafeText): void {
    this.#core.setFailed(printable(asSentence(text), MAX_LINE_LENGTH))
  }
}
