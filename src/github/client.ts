import { getOctokit } from '@actions/github'
import * as z from 'zod/mini'
import type { Environment, RunContext } from '../domain/context.ts'
import { connector } from '../network/connect.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import { boundedFetch } from './bounded-fetch.ts'
import { type Entry, PAGE_SIZE, parseEntry, parsePage } from './entries.ts'
import type { EntryBody } from './entry-body.ts'
import { GitHubError } from './errors.ts'
import { type GitHubRequest, type GitHubResponse, Requests, SILENT_LOG } from './requests.ts'
import { readServerUrls, type ServerUrls } from './server-urls.ts'

const MAX_PAGES = 100
/** Characters of the entries that a list may have in memory. */
const MAX_LIST_LENGTH = 64 * 1024 * 1024

/** The fields of an issue, comment or label that are written. */
export interface EntryFields {
  readonly title?: SafeText
  readonly body?: EntryBody
  readonly state?: 'open' | 'closed'
  readonly state_reason?: 'completed' | 'duplicate' | 'not_planned'
  readonly labels?: readonly SafeText[]
  readonly assignees?: readonly SafeText[]
  readonly name?: SafeText
  readonly color?: SafeText
}

/**
 * GitHub's API for one repository. Paths are those below `/repos/{owner}/{repo}`. Every call is bounded in time; what GitHub
 * does not do is a {@link GitHubError}.
 */
export interface GitHub {
  /** The page of the run; null outside of one. */
  readonly runUrl: SafeText | null
  /** Whether there is a resource at the path. */
  exists(path: string): Promise<boolean>
  /** The entries of a list, over all its pages, that `matches` returns true for. */
  list(path: string, matches: (entry: Entry) => boolean): Promise<Entry[]>
  create(path: string, fields: EntryFields): Promise<Entry>
  /** Creates something whose response is not used. */
  send(path: string, fields: EntryFields): Promise<void>
  update(path: string, fields: EntryFields): Promise<void>
  remove(path: string): Promise<void>
  /** The login of the account that the token acts as; undefined if GitHub does not say. */
  viewer(): Promise<string | undefined>
  /** The permission that a person has on the repository; undefined if GitHub does not say. */
  permissionOf(login: string): Promise<string | undefined>
}

/**
 * @param permission what the token needs, for messages: `issues: write`
 * @throws GitHubError without a token, outside of a repository, or if the token would be sent where others can read it
 */
export async function openGitHub(
  token: string,
  permission: SafeText,
  env: Environment,
  run: RunContext,
): Promise<GitHub> {
  if (token === '') throw new GitHubError(safe`Input \`github-token\` is empty. Set a token with \`${permission}\`.`, 0)
  const urls = readServerUrls(env, (text) => run.secrets.sanitize(text))
  const open = await connector(new URL(urls.api).origin, env, run.secrets)
  const request = { fetch: boundedFetch(open()) }
  const octokit = getOctokit(token, { baseUrl: urls.api, log: SILENT_LOG, request })
  return new RestClient(urls, new Requests(octokit, permission, run), run.secrets)
}

const viewerSchema = z.object({ data: z.object({ viewer: z.object({ login: z.string() }) }) })
const permissionSchema = z.object({ permission: z.string() })

class RestClient implements GitHub {
  readonly runUrl: SafeText | null
  readonly #urls: ServerUrls
  readonly #requests: Requests
  readonly #secrets: Secrets

  constructor(urls: ServerUrls, requests: Requests, secrets: Secrets) {
    this.runUrl = urls.run
    this.#urls = urls
    this.#requests = requests
    this.#secrets = secrets
  }

  async exists(path: string): Promise<boolean> {
    try {
      await this.#send('GET', path)
      return true
    } catch (error) {
      if (error instanceof GitHubError && error.status === 404) return false
      throw error
    }
  }

  async list(path: string, matches: (entry: Entry) => boolean): Promise<Entry[]> {
    // By id: while a list is read, a new entry moves others to the next page, where they come a second time.
    const matching = new Map<number, Entry>()
    let length = 0
    let isAnnounced = false
    for (let page = 1; page <= MAX_PAGES && length <= MAX_LIST_LENGTH; page += 1) {
      const { entries, hasNext } = await this.#page(path, page)
      // Half a list proves nothing, neither that there is an issue nor that there is none.
      if (entries.length === 0 && (isAnnounced || hasNext)) {
        throw new GitHubError(safe`GitHub returned an incomplete list, so it was not used.`, 200)
      }
      for (const entry of entries.filter(matches)) {
        matching.set(entry.id, entry)
        length += entry.body.length
      }
      if (!hasNext && entries.length < PAGE_SIZE) return [...matching.values()]
      isAnnounced = hasNext
    }
    throw new GitHubError(safe`GitHub returned a list that is too long to be read.`, 200)
  }

  async #page(path: string, page: number): Promise<{ entries: Entry[]; hasNext: boolean }> {
    // The next page is asked for by its number: the URL in the header could lead anywhere.
    const query = `${path.includes('?') ? '&' : '?'}per_page=${PAGE_SIZE}&page=${page}`
    const { data, link } = await this.#send('GET', `${path}${query}`)
    return { entries: parsePage(data, this.#urls.server, this.#secrets), hasNext: /rel="next"/.test(link) }
  }

  async create(path: string, fields: EntryFields): Promise<Entry> {
    const { data } = await this.#send('POST', path, fields)
    return parseEntry(data, this.#urls.server, this.#secrets)
  }

  async send(path: string, fields: EntryFields): Promise<void> {
    await this.#send('POST', path, fields)
  }

  async update(path: string, fields: EntryFields): Promise<void> {
    await this.#send('PATCH', path, fields)
  }

  async remove(path: string): Promise<void> {
    await this.#send('DELETE', path)
  }

  async viewer(): Promise<string | undefined> {
    const url = this.#urls.graphql
    if (url === null) return undefined
    const request = { method: 'POST', url, body: { query: 'query { viewer { login } }' }, isQuery: true } as const
    const response = await this.#ask(request)
    return viewerSchema.safeParse(response).data?.data.viewer.login
  }

  async permissionOf(login: string): Promise<string | undefined> {
    const path = `/collaborators/${encodeURIComponent(login)}/permission`
    const response = await this.#ask({ method: 'GET', url: this.#url(path) })
    return permissionSchema.safeParse(response).data?.permission
  }

  /** @returns undefined if GitHub refuses to answer or cannot be reached, which is no reason to fail */
  async #ask(request: GitHubRequest): Promise<unknown> {
    try {
      return (await this.#requests.send(request)).data
    } catch (error) {
      if (error instanceof GitHubError) return undefined
      throw error
    }
  }

  #send(method: GitHubRequest['method'], path: string, fields: EntryFields = {}): Promise<GitHubResponse> {
    return this.#requests.send({ method, url: this.#url(path), body: fields })
  }

  #url(path: string): string {
    return `/repos/${this.#urls.repository}${path}`
  }
}
