import type { Secrets } from '../sanitize/secrets.ts'

/** The part of @actions/core that the action uses. */
export type Core = Pick<
  typeof import('@actions/core'),
  'getInput' | 'setSecret' | 'setOutput' | 'info' | 'notice' | 'warning' | 'setFailed' | 'summary'
>

/** The runner cuts annotations at 4096 characters (ExecutionContext.cs). */
const MAX_LINE_LENGTH = 4000

/**
 * The only way into the log. Every line is made plain and has known secrets cut out, whoever wrote it: the runner takes
 * commands from anything that is printed.
 */
export class Log {
  /** All warnings so far, plain, for the summary. */
  readonly warnings: string[] = []
  readonly #core: Core
  readonly #secrets: Secrets

  constructor(core: Core, secrets: Secrets) {
    this.#core = core
    this.#secrets = secrets
  }

  info(line: string): void {
    this.#core.info(this.#secrets.sanitize(line, MAX_LINE_LENGTH))
  }

  notice(text: string): void {
    this.#core.notice(this.#secrets.sanitize(text, MAX_LINE_LENGTH))
  }

  warning(text: string): void {
    const warning = this.#secrets.sanitize(text, MAX_LINE_LENGTH)
    this.warnings.push(warning)
    this.#core.warning(warning)
  }

  /** Fails the step, with one error annotation. */
  fail(text: string): void {
    this.#core.setFailed(this.#secrets.sanitize(text, MAX_LINE_LENGTH))
  }
}
