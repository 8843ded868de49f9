import type { EntryFields, GitHub } from '../../src/github/client.ts'
import type { Author, Entry } from '../../src/github/entries.ts'
import { GitHubError } from '../../src/github/errors.ts'
import type { SafeText } from '../../src/sanitize/safe-text.ts'
import { safe } from '../../src/sanitize/safe-text.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

export const BOT: Author = { login: 'github-actions[bot]', isPerson: false }

/** The client's interface over lists in memory, for what is decided with it; `test/fake-github` is the one over HTTP. */
export class MemoryGitHub implements GitHub {
  readonly runUrl: SafeText | null = safe`https://github.test/o/r/actions/runs/1`
  /** Issues, or the comments of a pull request. */
  readonly entries: Mutable<Entry>[] = []
  /** What was asked and written, in order. */
  readonly calls: string[] = []
  readonly titles = new Map<number, string>()
  readonly closingComments: string[] = []
  readonly permissions = new Map<string, string>()
  account: Author = BOT
  viewerLogin: string | undefined = BOT.login
  /** Refuses the calls that match. */
  refused: RegExp | undefined
  /** Runs before an entry is created. */
  beforeCreate: (() => void) | undefined

  /** The calls that changed something. */
  get writes(): string[] {
    return this.calls.filter((call) => /^(create|update|send|remove) /.test(call))
  }

  add(entry: Partial<Entry>): Mutable<Entry> {
    const number = this.entries.length + 1
    const added = {
      id: 1000 + number,
      number,
      url: safe`https://github.test/o/r/issues/${number}`,
      body: '',
      isOpen: true,
      isPullRequest: false,
      author: this.account,
      ...entry,
    }
    this.entries.push(added)
    return added
  }

  exists(path: string): Promise<boolean> {
    return this.#call(`exists ${path}`, () => true)
  }

  list(path: string, matches: (entry: Entry) => boolean): Promise<Entry[]> {
    return this.#call(`list ${path}`, () => this.entries.filter(matches).map((entry) => ({ ...entry })))
  }

  create(path: string, fields: EntryFields): Promise<Entry> {
    return this.#call(`create ${path}`, () => {
      this.beforeCreate?.()
      const entry = this.add({ body: fields.body ?? '' })
      if (fields.title !== undefined) this.titles.set(entry.id, fields.title)
      return { ...entry }
    })
  }

  send(path: string, { body }: EntryFields): Promise<void> {
    return this.#call(`send ${path}`, () => void this.closingComments.push(body ?? ''))
  }

  update(path: string, { body, state }: EntryFields): Promise<void> {
    return this.#call(`update ${path}`, () => {
      const last = Number(/\d+$/.exec(path)?.[0])
      const entry = this.entries.find(({ id, number }) => (path.includes('/comments/') ? id : number) === last)
      if (entry === undefined) throw new GitHubError(safe`GitHub refused the request with HTTP 404.`, 404)
      if (body !== undefined) entry.body = body
      if (state !== undefined) entry.isOpen = state === 'open'
    })
  }

  remove(path: string): Promise<void> {
    return this.#call(`remove ${path}`, () => {
      const at = this.entries.findIndex(({ id }) => path.endsWith(`/${id}`))
      this.entries.splice(at, 1)
    })
  }

  viewer(): Promise<string | undefined> {
    return this.#call('viewer', () => this.viewerLogin)
  }

  permissionOf(login: string): Promise<string | undefined> {
    return this.#call(`permission ${login}`, () => this.permissions.get(login))
  }

  #call<T>(call: string, act: () => T): Promise<T> {
    this.calls.push(call)
    if (this.refused?.test(call)) return Promise.reject(new GitHubError(safe`GitHub refused ${call.length}.`, 403))
    return Promise.resolve().then(act)
  }
}
