import { ActionError } from '../domain/errors.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'

/**
 * An input or a file that cannot be used. The message is a sentence that names it and says what is accepted; it never quotes a
 * secret.
 */
export class InputError extends Error {
  override readonly message: SafeText

  constructor(message: SafeText) {
    super(message)
    this.message = message
  }
}

/**
 * A value that cannot be used. The message is a predicate without a full stop, such as `must be 1`: what the value is called is
 * known where it was read, and {@link parseNamed} puts it before.
 */
export class InvalidValueError extends Error {
  override readonly message: SafeText

  constructor(message: SafeText) {
    super(message)
    this.message = message
  }
}

/**
 * Parses a value that messages call `label`.
 *
 * @throws InputError in place of the {@link InvalidValueError} that `parse` throws
 */
export function parseNamed<Value>(label: SafeText, parse: () => Value): Value {
  try {
    return parse()
  } catch (error) {
    throw error instanceof InvalidValueError ? new InputError(safe`${label} ${error.message}.`) : error
  }
}

/** So many are listed: one is too few to correct a file by, and a line of the log holds no more. */
export const MAX_LISTED = 20

/** Collects what is wrong with the inputs, so that a workflow author learns of all of it in one run. */
export class InputErrors {
  readonly #messages = new Set<SafeText>()

  /** The result of `read`, or undefined if it threw an {@link InputError}, which is collected. */
  attempt<Value>(read: () => Value): Value | undefined {
    try {
      return read()
    } catch (error) {
      this.#collect(error)
      return undefined
    }
  }

  /** As {@link attempt}, for a `read` that takes its time. */
  async attemptAsync<Value>(read: () => Promise<Value>): Promise<Value | undefined> {
    try {
      return await read()
    } catch (error) {
      this.#collect(error)
      return undefined
    }
  }

  add(message: SafeText): void {
    this.#messages.add(message)
  }

  /** @throws ActionError `INPUT` with everything that is wrong, if anything is */
  throwIfAny(): void {
    const [first, ...others] = this.#messages
    if (first === undefined) return
    if (others.length === 0) throw new ActionError('INPUT', first)
    const { size } = this.#messages
    const isCut = size > MAX_LISTED
    const items = [...this.#messages]
      .slice(0, MAX_LISTED)
      .map((message, i) => (isCut && i === MAX_LISTED - 1 ? safe`${message} …` : message))
    const count = isCut ? safe`More than ${MAX_LISTED}` : safe`${size}`
    throw new ActionError('INPUT', { what: safe`${count} invalid inputs:`, items })
  }

  #collect(error: unknown): void {
    if (!(error instanceof InputError)) throw error
    this.add(error.message)
  }
}
