import { ActionError } from '../domain/errors.ts'

/** The request was held back: nothing of it left this machine. */
export class RequestNotSentError extends ActionError {}

/** Whether Atlas may have carried out a change without having said so. One object for all attempts at the change. */
export class PendingChange {
  #inFlight = false
  #lost = false

  /** A request was sent whose response never came, or is still awaited. */
  get isUnresolved(): boolean {
    return this.#inFlight || this.#lost
  }

  started(): void {
    this.#inFlight = true
  }

  /** A refusal after a lost request says nothing about that one; a success does, because the same change was carried out. */
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
