import { getOctokit } from '@actions/github'
import * as z from 'zod/mini'
import type { Environment } from '../atlas/connect.ts'
import type { World } from '../world.ts'

const ATTEMPT_MS = 15_000
const ATTEMPTS = 3
const PAGE_SIZE = 100
/** A longer wait than this is left to the next run: the verdict on Atlas does not hang on GitHub. */
const LONGEST_WAIT_MS = 20_000

const text = z.nullish(z.string())

const entry = z.object({
  id: z.number(),
  number: z.nullish(z.int()),
  html_url: z.string().check(z.regex(/^https?:\/\/[\w.:/#-]+$/)),
  body: text,
  state: text,
  pull_request: z.optional(z.unknown()),
  user: z.nullish(z.object({ type: text })),
  author_association: text,
})

/** An issue or a comment as GitHub returns it, as far as it is used. */
export type Entry = z.infer<typeof entry>

/** GitHub's REST API for one repository. Every call is bounded in time; what cannot be done is a {@link GitHubTrouble}. */
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
}

/** GitHub could not be told. The message says what a person can do, in plain text. */
export class GitHubTrouble extends Error {
  readonly status: number

  constructor(message: string, status: number) {
    super(message)
    this.status = status
  }
}

const quiet = { debug() {}, info() {}, warn() {}, error() {} }

/**
 * @param permission what the token needs, for messages: `issues: write`
 * @throws GitHubTrouble without a token or outside of a repository
 */
export function openGitHub(token: string, permission: string, env: Environment, world: World): GitHub {
  const repository = env.GITHUB_REPOSITORY ?? ''
  if (token === '')
    throw new GitHubTrouble(`Input \`github-token\` is empty; it needs a token with \`${permission}\`.`, 0)
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
    throw new GitHubTrouble('GITHUB_REPOSITORY does not name a repository.', 0)
  const baseUrl = env.GITHUB_API_URL || 'https://api.github.com'
  // Octokit logs to stderr, which the runner reads for commands.
  const octokit = getOctokit(token, { baseUrl, log: quiet })

  async function request(method: 'GET' | 'POST' | 'PATCH', path: string, body: object = {}): Promise<Reply> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const signal = AbortSignal.any([world.signal, AbortSignal.timeout(ATTEMPT_MS)])
        const { data, headers } = await octokit.request(`${method} /repos/${repository}${path}`, {
          ...body,
          request: { signal },
        })
        return { data, link: headers.link ?? '' }
      } catch (error) {
        const { trouble, waitMs } = explain(error, permission, world)
        const waits = waitMs !== undefined && waitMs <= LONGEST_WAIT_MS && world.clock.now() + waitMs < world.deadline
        if (attempt >= ATTEMPTS || !waits || world.signal.aborted) throw trouble
        const reason = trouble.status === 0 ? 'no reply' : `HTTP ${trouble.status}`
        world.tell({ type: 'retry', request: `GitHub ${method}`, reason, waitMs })
        await world.clock.sleep(waitMs, world.signal)
      }
    }
  }

  const server = env.GITHUB_SERVER_URL || 'https://github.com'
  return {
    runUrl: env.GITHUB_RUN_ID ? `${server}/${repository}/actions/runs/${env.GITHUB_RUN_ID}` : '',

    async exists(path) {
      try {
        await request('GET', path)
        return true
      } catch (error) {
        if (error instanceof GitHubTrouble && error.status === 404) return false
        throw error
      }
    },

    async list(path) {
      const entries: Entry[] = []
      for (let page = 1; ; page += 1) {
        const query = `${path.includes('?') ? '&' : '?'}per_page=${PAGE_SIZE}&page=${page}`
        const { data, link } = await request('GET', `${path}${query}`)
        const found = understood(z.array(entry), data)
        entries.push(...found)
        // The next page is asked for by number: the URL of a link could point anywhere.
        const isLast = link === '' ? found.length < PAGE_SIZE : !/rel="next"/.test(link)
        if (isLast || found.length === 0) return entries
      }
    },

    create: async (path, body) => understood(entry, (await request('POST', path, body)).data),

    async send(path, body) {
      await request('POST', path, body)
    },

    async update(path, body) {
      await request('PATCH', path, body)
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
  throw new GitHubTrouble('GitHub answered with something that its documentation does not know.', 200)
}

interface Explained {
  readonly trouble: GitHubTrouble
  /** How long to wait before trying again; absent if that would not help. */
  readonly waitMs?: number
}

function explain(error: unknown, permission: string, world: World): Explained {
  const { status = 0, response } = error as {
    status?: number
    response?: { headers?: Record<string, string | undefined> }
  }
  const headers = response?.headers ?? {}
  const limited =
    status === 429 ||
    (status === 403 && (headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0'))
  if (limited) {
    const reset = Number(headers['x-ratelimit-reset']) * 1000 - world.clock.now()
    const seconds = Number(headers['retry-after'] ?? Math.ceil(reset / 1000))
    const waitMs = (Number.isFinite(seconds) && seconds >= 0 ? seconds : 60) * 1000
    return {
      trouble: new GitHubTrouble(`GitHub limits the rate of requests; it asks to wait ${waitMs / 1000} s.`, status),
      waitMs,
    }
  }
  if (status === 403 || status === 404 || status === 401) {
    const message = `GitHub answered ${status}: the token of \`github-token\` needs the permission \`${permission}\` (and the repository issues switched on).`
    return { trouble: new GitHubTrouble(message, status) }
  }
  if (status >= 500 || status === 0) {
    return {
      trouble: new GitHubTrouble(`GitHub is in trouble (${status === 0 ? 'no reply' : `HTTP ${status}`}).`, status),
      waitMs: 1000,
    }
  }
  return { trouble: new GitHubTrouble(`GitHub refused the request with HTTP ${status}.`, status) }
}
