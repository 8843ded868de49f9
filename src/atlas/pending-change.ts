import { ActionError } from '../domain/errors.ts'

/** The request was held back: nothing of it left this machine. */
export class RequestNotSentError extends ActionError {}

/** Whether a change may have been carried out without Atlas having said so. One for all attempts at the change. */
export class PendingChange {
  #inFlight = false
  #lost = false

  /** A request went out whose reply never came, or it is still awaited. */
  get isUnresolved(): boolean {
    return this.#inFlight || this.#lost
  }

  started(): void {
    this.#inFlight = true
  }

  /** A refusal after a lost request says nothing of that one, a success does: the same change was carried out. */
  settle(succeeded: boolean): void {
    this.#inFlight = false
    if (succeeded) this.#lost = false
  }

  /** @param mayHaveSent false if the connection was never made */
  connectionLost(mayHaveSent: boolean): void {
    this.#inFlight = false
    this.#lost ||= mayHaveSent
  }
}
