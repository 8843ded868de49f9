import type { RunContext } from '../domain/context.ts'
import { ActionError } from '../domain/errors.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import { GitHubError } from './errors.ts'

/** Makes warnings of what cannot be done on GitHub: whatever happens there, the verdict on Atlas is known by now and stands. */
export class Warnings {
  readonly #run: RunContext
  readonly #given = new Set<SafeText>()

  constructor(run: RunContext) {
    this.#run = run
  }

  /**
   * @param what could not be done
   * @returns whether the warning is new; a reason that comes twice holds for everything that is left
   */
  add(what: SafeText, thrown: unknown): boolean {
    const text = safe`${what}: ${this.#reason(thrown)} This does not change the result of the run.`
    if (this.#given.has(text)) return false
    this.#given.add(text)
    this.#run.emit({ type: 'warning', text })
    return true
  }

  /** @returns what `act` does, undefined after a warning */
  async attempt<T>(what: SafeText, act: () => Promise<T>): Promise<T | undefined> {
    try {
      return await act()
    } catch (thrown) {
      this.add(what, thrown)
      return undefined
    }
  }

  #reason(thrown: unknown): SafeText {
    if (thrown instanceof GitHubError) return thrown.message
    if (thrown instanceof ActionError) return this.#run.secrets.sanitize(thrown.message)
    return safe`an unexpected error.`
  }
}
