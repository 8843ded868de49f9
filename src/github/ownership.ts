import type { Entry } from './entries.ts'

/** The part of the GitHub client that the decision takes. */
export interface AccountLookup {
  viewer(): Promise<string | undefined>
  permissionOf(login: string): Promise<string | undefined>
}

/** The account of the token that GitHub gives to each job, for when GitHub does not say whose the token is. */
const DEFAULT_ACCOUNT = 'github-actions[bot]'

/** Persons whose permission is asked for in a run. More than that are entries prepared to slow a run down. */
const MAX_PERSONS = 20

/** Of persons; a dot would lead the request to another path. */
const LOGIN = /^[A-Za-z0-9_-]{1,100}$/

/** What a person needs to be able to edit any issue, so that an issue of theirs is no less reliable than one of the token's. */
const TRUSTED_PERMISSIONS: ReadonlySet<string> = new Set(['admin', 'write'])

/**
 * Decides whose an issue or comment is. Anybody may open an issue with a marker of this action in it: if it were taken for
 * one of its own, it could keep a finding from being reported.
 *
 * An entry is trusted if the account of the token wrote it, or a person who has write permission on the repository. Nothing is
 * concluded from what an entry says of its author, like `author_association`. Each question is asked once a run at most, and
 * only when an entry has a marker that is looked for.
 */
export class Ownership {
  readonly #lookup: AccountLookup
  readonly #permissions = new Map<string, boolean>()
  #account: string | undefined

  constructor(lookup: AccountLookup) {
    this.#lookup = lookup
  }

  /** What the token has just created shows which account it acts as, without a question. */
  learnFrom({ author }: Entry): void {
    if (author !== null) this.#account = author.login
  }

  /** @throws the reason of the run's signal, when the run ends */
  async isTrusted({ author }: Entry): Promise<boolean> {
    if (author === null) return false
    this.#account ??= (await this.#lookup.viewer()) || DEFAULT_ACCOUNT
    if (isSameLogin(author.login, this.#account)) return true
    return author.isPerson && LOGIN.test(author.login) && (await this.#mayWrite(author.login))
  }

  async #mayWrite(login: string): Promise<boolean> {
    const key = login.toLowerCase()
    const known = this.#permissions.get(key)
    if (known !== undefined || this.#permissions.size >= MAX_PERSONS) return known ?? false
    const mayWrite = TRUSTED_PERMISSIONS.has((await this.#lookup.permissionOf(login)) ?? '')
    this.#permissions.set(key, mayWrite)
    return mayWrite
  }
}

/** GitHub's logins are the same in any case. */
function isSameLogin(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
