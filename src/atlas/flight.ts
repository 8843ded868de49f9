import { Failure } from '../failure.ts'

/** The request was held back: nothing of it left this machine. */
export class HeldBack extends Failure {}

/** Whether a change may have been carried out without Atlas having said so. One for all attempts at the change. */
export class Flight {
  #underWay = false
  #lost = false

  /** A request went out whose reply never came, or it is still awaited. */
  get unanswered(): boolean {
    return this.#underWay || this.#lost
  }

  sent(): void {
    this.#underWay = true
  }

  /** A refusal after a lost request says nothing of that one, a success does: the same change was carried out. */
  answered(succeeded: boolean): void {
    this.#underWay = false
    if (succeeded) this.#lost = false
  }

  /** @param mayHaveSent false if the connection was never made */
  broke(mayHaveSent: boolean): void {
    this.#underWay = false
    this.#lost ||= mayHaveSent
  }
}
