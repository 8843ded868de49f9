import { getOctokit } from '@actions/github'
import * as z from 'zod/mini'
import type { Environment, RunContext } from '../domain/context.ts'
import { connector } from '../network/connect.ts'
import { boundedFetch } from './bounded-fetch.ts'
import { explain, GitHubError } from './errors.ts'

const ATTEMPT_MS = 15_000
const ATTEMPTS = 3
const PAGE_SIZE = 100
const MAX_PAGES = 100
/** A longer wait than this is left to the next run: the verdict on Atlas does not hang on GitHub. */
const MAX_WAIT_MS = 20_000

const text = z.nullish(z.string())

const entry = z.object({
  id: z.number(),
  number: z.nullish(z.int()),
  html_url: z.string().check(z.regex(/^https?:\/\/[\w.:/#-]+$/)),
  body: text,
  state: text,
  pull_request: z.optional(z.unknown()),
  user: z.nullish(z.object({ type: text, login: text })),
  author_association: text,
})

/** An issue or a comment as GitHub returns it, as far as it is used. */
export type Entry = z.infer<typeof entry>

/** GitHub's REST API for one repository. Every call is bounded in time; what cannot be done is a {@link GitHubError}. */
export interface GitHub {
  /** Link to the run, '' outside of one. */
  readonly runUrl: string
  /** Whether there is such a thing. */
  exists(path: string): Promise<boolean>
  /** All entries of a list, over all its pages. */
  list(path: string): Promise<Entry[]>
  create(path: string, body: object): Promise<Entry>
  /** For what is created but not looked at. */
  send(path: string, body: object): Promise<void>
  update(path: string, body: object): Promise<void>
  remove(path: string): Promise<void>
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

const quiet = { debug() {}, info() {}, warn() {}, error() {} }

/**
 * @param permission what the token needs, for messages: `issues: write`
 * @throws GitHubError without a token or outside of a repository
 */
export async function openGitHub(
  token: string,
  permission: string,
  env: Environment,
  run: RunContext,
): Promise<GitHub> {
  const repository = env.GITHUB_REPOSITORY ?? ''
  if (token === '')
    throw new GitHubError(`Input \`github-token\` is empty; it needs a token with \`${permission}\`.`, 0)
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) throw new GitHubError('GITHUB_REPOSITORY does not name a repository.', 0)
  const baseUrl = env.GITHUB_API_URL || 'https://api.github.com'
  if (!/^https?:\/\//.test(baseUrl) || !URL.canParse(baseUrl)) throw new GitHubError('GITHUB_API_URL is not a URL.', 0)
  const open = await connector(new URL(baseUrl).origin, env, run.secrets)
  // Octokit logs to stderr, which the runner reads for commands.
  const octokit = getOctokit(token, { baseUrl, log: quiet, request: { fetch: boundedFetch(open()) } })

  async function request(method: Method, path: string, body: object = {}): Promise<Reply> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const signal = AbortSignal.any([run.signal, AbortSignal.timeout(ATTEMPT_MS)])
        const { data, headers, status } = await octokit.request(`${method} /repos/${repository}${path}`, {
          ...body,
          // Octokit warns of deprecations on stderr, where the runner would take commands from a header of the reply.
          request: { signal, log: quiet },
        })
        // To Octokit a redirect is a success.
        if (Number(status) >= 300)
          throw new GitHubError(`GitHub answered ${status}, and a redirect is never followed.`, status)
        return { data, link: headers.link ?? '' }
      } catch (error) {
        if (error instanceof GitHubError) throw error
        if (run.signal.aborted) throw run.signal.reason
        const { trouble, waitMs } = explain(error, method, permission, run)
        const waits = waitMs !== undefined && waitMs <= MAX_WAIT_MS && run.clock.now() + waitMs < run.deadline
        if (attempt >= ATTEMPTS || !waits) throw trouble
        const reason = trouble.status === 0 ? 'no reply' : `HTTP ${trouble.status}`
        run.emit({ type: 'retry', request: `GitHub ${method}`, reason, waitMs })
        await run.clock.sleep(waitMs, run.signal)
      }
    }
  }

  const server = env.GITHUB_SERVER_URL || 'https://github.com'
  /** It is shown and handed on to other steps, so it leads to nowhere else, and holds no secret. */
  const withOwnUrl = (one: Entry): Entry => ({
    ...one,
    html_url: one.html_url.startsWith(`${server}/`) ? run.secrets.redact(one.html_url) : '',
  })
  return {
    runUrl: env.GITHUB_RUN_ID ? `${server}/${repository}/actions/runs/${env.GITHUB_RUN_ID}` : '',

    async exists(path) {
      try {
        await request('GET', path)
        return true
      } catch (error) {
        if (error instanceof GitHubError && error.status === 404) return false
        throw error
      }
    },

    async list(path) {
      const entries: Entry[] = []
      for (let page = 1; page <= MAX_PAGES; page += 1) {
        const query = `${path.includes('?') ? '&' : '?'}per_page=${PAGE_SIZE}&page=${page}`
        const { data, link } = await request('GET', `${path}${query}`)
        const found = understood(z.array(entry), data)
        for (const one of found) entries.push(withOwnUrl(one))
        // The next page is asked for by number: the URL of a link could point anywhere.
        const isLast = link === '' ? found.length < PAGE_SIZE : !/rel="next"/.test(link)
        if (isLast || found.length === 0) return entries
      }
      throw new GitHubError('GitHub gave a list without end.', 200)
    },

    create: async (path, body) => withOwnUrl(understood(entry, (await request('POST', path, body)).data)),

    async send(path, body) {
      await request('POST', path, body)
    },

    async update(path, body) {
      await request('PATCH', path, body)
    },

    async remove(path) {
      await request('DELETE', path)
    },
  }
}

interface Reply {
  readonly data: unknown
  /** The header that tells of further pages, '' without. */
  readonly link: string
}

function understood<T>(schema: z.ZodMiniType<T>, reply: unknown): T {
  const { data, success } = schema.safeParse(reply)
  if (success) return data
  throw new GitHubError('GitHub answered with something that its documentation does not know.', 200)
}
