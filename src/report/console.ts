import type { Secrets } from '../text/secrets.ts'

/** The part of @actions/core that the action uses. */
export type Core = Pick<
  typeof import('@actions/core'),
  'getInput' | 'setSecret' | 'setOutput' | 'info' | 'notice' | 'warning' | 'setFailed' | 'summary'
>

/** The runner cuts annotations at 4096 characters (ExecutionContext.cs). */
const LONGEST_LINE = 4000

/**
 * The only way into the log. Every line is made plain and has known secrets cut out, whoever wrote it: the runner takes
 * commands from anything that is printed.
 */
export class Console {
  /** All warnings so far, plain, for the summary. */
  readonly warnings: string[] = []
  readonly #core: Core
  readonly #secrets: Secrets

  constructor(core: Core, secrets: Secrets) {
    this.#core = core
    this.#secrets = secrets
  }

  info(line: string): void {
    this.#core.info(this.#secrets.plain(line, LONGEST_LINE))
  }

  notice(text: string): void {
    this.#core.notice(this.#secrets.plain(text, LONGEST_LINE))
  }

  warning(text: string): void {
    const warning = this.#secrets.plain(text, LONGEST_LINE)
    this.warnings.push(warning)
    this.#core.warning(warning)
  }

  /** Fails the step, with one error annotation. */
  fail(text: string): void {
    this.#core.setFailed(this.#secrets.plain(text, LONGEST_LINE))
  }
}
