import * as z from 'zod/mini'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import { GitHubError } from './errors.ts'

/** An issue or a comment as far as it is used. */
export interface Entry {
  readonly id: number
  /** Of an issue or pull request; null for a comment. */
  readonly number: number | null
  /** '' if it leads anywhere but to the server. */
  readonly url: SafeText
  readonly body: string
  readonly isOpen: boolean
  readonly isPullRequest: boolean
  /** null if the account was deleted. */
  readonly author: Author | null
}

export interface Author {
  readonly login: string
  /** A person's account, not one of an app or an organization. */
  readonly isPerson: boolean
}

/** Entries asked for on one page, the most that GitHub returns. */
export const PAGE_SIZE = 100

const text = z.nullish(z.string())

const entrySchema = z.object({
  id: z.number(),
  number: z.nullish(z.int()),
  html_url: z.string().check(z.regex(/^https?:\/\/[\w.:/#-]+$/)),
  body: text,
  state: text,
  pull_request: z.optional(z.unknown()),
  user: z.nullish(z.object({ type: text, login: text })),
})

/**
 * @param server of the pages, whose addresses alone are shown and passed on to other steps
 * @throws GitHubError if it is not an issue or comment
 */
export function parseEntry(value: unknown, server: string, secrets: Secrets): Entry {
  const { data, success } = entrySchema.safeParse(value)
  if (!success) throw unexpectedResponse()
  const { id, number = null, html_url: url, user } = data
  const login = user?.login ?? ''
  return {
    id,
    number,
    url: url.startsWith(`${server}/`) ? secrets.sanitize(url) : safe``,
    body: data.body ?? '',
    isOpen: data.state === 'open',
    isPullRequest: data.pull_request !== undefined,
    author: login === '' ? null : { login, isPerson: user?.type === 'User' },
  }
}

/**
 * Checks one page of a list before its entries are parsed, one by one: the first wrong entry ends it, since a schema of the
 * whole list would describe what is wrong with each of thousands.
 *
 * @throws GitHubError if it is not a list, or longer than a page
 */
export function parsePage(value: unknown, server: string, secrets: Secrets): Entry[] {
  if (!Array.isArray(value) || value.length > PAGE_SIZE) throw unexpectedResponse()
  return value.map((item) => parseEntry(item, server, secrets))
}

export function unexpectedResponse(): GitHubError {
  return new GitHubError(safe`GitHub's response does not have the documented format.`, 200)
}
