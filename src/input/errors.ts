import { ActionError } from '../domain/errors.ts'

/** A value that cannot be used. The message names the input and says what is accepted; it never quotes a secret. */
export class InputError extends Error {}

/** A line of the log holds no more. */
const MAX_LISTED = 20

/** Collects what is wrong with the inputs, so that a workflow author learns of all of it in one run. */
export class InputErrors {
  readonly #messages = new Set<string>()

  /** The result of `read`, or undefined if it threw an {@link InputError}, which is kept. */
  attempt<T>(read: () => T): T | undefined {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      this.add(error.message)
      return undefined
    }
  }

  add(message: string): void {
    this.#messages.add(message)
  }

  /** @throws ActionError `INPUT` with everything that was wrong, if anything was */
  throwIfAny(): void {
    const [first, ...others] = this.#messages
    if (first === undefined) return
    if (others.length === 0) throw new ActionError('INPUT', first)
    const listed = [...this.#messages].slice(0, MAX_LISTED).map((message, i) => `(${i + 1}) ${message}`)
    const more = this.#messages.size > MAX_LISTED ? ' …' : ''
    throw new ActionError(
      'INPUT',
      `${this.#messages.size} things are wrong with the inputs: ${listed.join(' ')}${more}`,
    )
  }
}
