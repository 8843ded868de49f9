import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { FaultHandler } from '../fake-atlas/faults.ts'
import { GITHUB_TOKEN as TOKEN } from '../harness/run-action.ts'

export const REPOSITORY = 'octo-org/octo-repo'

export interface FakeAccount {
  readonly login: string
  readonly type: 'Bot' | 'User' | 'Organization'
}

/** The account of the token that GitHub gives to each job. */
export const ACTIONS_BOT: FakeAccount = { login: 'github-actions[bot]', type: 'Bot' }

export interface FakeIssue {
  number: number
  title: string
  body: string
  state: 'open' | 'closed'
  state_reason: string | null
  labels: string[]
  assignees: string[]
  pull_request?: object
  comments: FakeComment[]
  /** null: the account was deleted. */
  user: FakeAccount | null
  author_association: string
}

export interface FakeComment {
  id: number
  body: string
  user: FakeAccount | null
  author_association: string
}

interface Call {
  readonly method: string
  readonly path: string
  readonly body: Record<string, unknown>
}

type ApiResponse = [status: number, body: unknown, headers?: Record<string, string>]

/**
 * A real HTTP server with the part of GitHub's API that issues, labels, comments and the question who wrote them take. It
 * can refuse each of them.
 */
export class FakeGitHub {
  readonly calls: Call[] = []
  readonly issues: FakeIssue[] = []
  readonly labels = new Set<string>()
  readonly assignable = new Set(['octocat'])
  /** Whose the token is: the author of what is created, and GraphQL's `viewer`. */
  viewer = ACTIONS_BOT
  /** What GraphQL responds with: the viewer, a list of errors with status 200, or 401. */
  graphql: 'viewer' | 'errors' | 'unauthorized' = 'viewer'
  /** Permissions on the repository by login; others have `none`, and with null the token may not ask. */
  permissions: Map<string, string> | null = new Map()
  /** Responds instead, where it returns something. */
  respond: ((call: Call) => ApiResponse | undefined) | undefined
  /** Whether labels that an issue is opened with are created on the way. */
  createsLabels = false
  /** GitHub has 100 at most. */
  maxPageSize = 100
  /** Happens instead of every response. */
  handler: FaultHandler | undefined
  /** Headers of every response. */
  extraHeaders: Record<string, string> = {}
  /** Runs before a comment is created: what another run does in between. */
  beforeComment: (() => void) | undefined
  /** Runs before an issue is created: what another run does in between. */
  beforeCreate: (() => void) | undefined
  readonly #server: Server
  #ids = 100

  private constructor() {
    this.#server = createServer((request, response) => void this.#handle(request, response))
  }

  static async start(): Promise<FakeGitHub> {
    const github = new FakeGitHub()
    await new Promise<void>((resolve) => void github.#server.listen(0, '127.0.0.1', resolve))
    return github
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Method and path of each request so far, without the repository. */
  get requests(): string[] {
    return this.calls.map(({ method, path }) => `${method} ${path.replace(`/repos/${REPOSITORY}`, '')}`)
  }

  /** The requests that changed something. */
  get writes(): string[] {
    return this.requests.filter((line) => !line.startsWith('GET ') && line !== 'POST /graphql')
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => void this.#server.close(resolve))
  }

  /** Adds an issue, by the account of the token unless another one is given. */
  addIssue(issue: Partial<FakeIssue>): FakeIssue {
    const added: FakeIssue = {
      number: this.issues.length + 1,
      title: 'A title',
      body: '',
      state: 'open',
      state_reason: null,
      labels: [],
      assignees: [],
      comments: [],
      user: this.viewer,
      author_association: 'NONE',
      ...issue,
    }
    this.issues.push(added)
    return added
  }

  /** Adds a comment, by the account of the token unless another one is given. */
  addComment(issue: number, body: string, more: Partial<FakeComment> = {}): FakeComment {
    this.#ids += 1
    const comment = { id: this.#ids, body, user: this.viewer, author_association: 'NONE', ...more }
    this.issues.find(({ number }) => number === issue)?.comments.push(comment)
    return comment
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString('utf8')
    const call = {
      method: request.method ?? '',
      path: request.url ?? '',
      body: (text ? JSON.parse(text) : {}) as Record<string, unknown>,
    }
    this.calls.push(call)
    if (this.handler !== undefined) {
      this.handler(request, response, '')
      return
    }
    const isKnown = request.headers.authorization === `token ${TOKEN}`
    const [status, body, headers = {}] =
      this.respond?.(call) ?? (isKnown ? this.#route(call) : [401, { message: 'Bad credentials' }])
    response.writeHead(status, { 'content-type': 'application/json', ...this.extraHeaders, ...headers })
    response.end(status === 204 ? undefined : JSON.stringify(body))
  }

  #route({ method, path, body }: Call): ApiResponse {
    const url = new URL(path, this.url)
    if (/^(\/api)?\/graphql$/.test(url.pathname)) return this.#answerGraphql(body)
    const resource = url.pathname.replace(`/repos/${REPOSITORY}`, '')
    const [, login] = /^\/collaborators\/([^/]+)\/permission$/.exec(resource) ?? []
    if (login !== undefined) return this.#permissionOf(decodeURIComponent(login))
    const route = `${method} ${resource.replace(/\d+/g, ':n').replace(/^\/labels\/.+/, '/labels/:name')}`
    const number = Number(/\d+/.exec(resource)?.[0])
    const issue = this.issues.find((candidate) => candidate.number === number)
    switch (route) {
      case 'GET /issues':
        return this.#page(
          url,
          this.#listed(url).map((listed) => this.#shown(listed)),
        )
      case 'POST /issues':
        return this.#create(body)
      case 'GET /labels/:name':
        return this.labels.has(decodeURIComponent(resource.slice('/labels/'.length)))
          ? [200, {}]
          : [404, { message: 'Not Found' }]
      case 'POST /labels':
        this.labels.add(String(body.name))
        return [201, { id: 1, name: body.name }]
      case 'PATCH /issues/:n':
        if (issue === undefined) return [404, {}]
        Object.assign(issue, body)
        return [200, this.#shown(issue)]
      case 'GET /issues/:n/comments':
        return this.#page(
          url,
          (issue?.comments ?? []).map((comment) => this.#shownComment(number, comment)),
        )
      case 'POST /issues/:n/comments': {
        this.beforeComment?.()
        const comment = this.addComment(number, String(body.body))
        return [201, this.#shownComment(number, comment)]
      }
      case 'PATCH /issues/comments/:n': {
        const comment = this.issues.flatMap(({ comments }) => comments).find(({ id }) => id === number)
        if (comment === undefined) return [404, {}]
        comment.body = String(body.body)
        return [200, this.#shownComment(0, comment)]
      }
      case 'DELETE /issues/comments/:n':
        for (const { comments } of this.issues) {
          const at = comments.findIndex(({ id }) => id === number)
          if (at !== -1) comments.splice(at, 1)
        }
        return [204, null]
      default:
        return [404, { message: `no route ${route}` }]
    }
  }

  /** GraphQL reports its errors with status 200. */
  #answerGraphql({ query }: Record<string, unknown>): ApiResponse {
    if (this.graphql === 'unauthorized') return [401, { message: 'Bad credentials' }]
    if (this.graphql === 'errors' || !/viewer\s*\{\s*login\s*\}/.test(String(query)))
      return [200, { data: null, errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }] }]
    return [200, { data: { viewer: { login: this.viewer.login } } }]
  }

  #permissionOf(login: string): ApiResponse {
    if (this.permissions === null) return [403, { message: 'Resource not accessible by integration' }]
    return [200, { permission: this.permissions.get(login) ?? 'none', user: { login } }]
  }

  #create(body: Record<string, unknown>): ApiResponse {
    this.beforeCreate?.()
    const labels = body.labels as string[]
    const assignees = body.assignees as string[]
    if (!this.createsLabels && labels.some((label) => !this.labels.has(label)))
      return [422, { message: 'Validation Failed' }]
    if (assignees.some((name) => !this.assignable.has(name))) return [422, { message: 'Validation Failed' }]
    const issue = this.addIssue({ title: String(body.title), body: String(body.body), labels, assignees })
    return [201, this.#shown(issue)]
  }

  #listed(url: URL): FakeIssue[] {
    const state = url.searchParams.get('state') ?? 'open'
    const labels = (url.searchParams.get('labels') ?? '').split(',').filter(Boolean)
    return this.issues
      .filter((issue) => state === 'all' || issue.state === state)
      .filter((issue) => labels.every((label) => issue.labels.includes(label)))
      .toReversed()
  }

  /** As GitHub does it: a page, and a header that says whether there is another. */
  #page(url: URL, items: object[]): ApiResponse {
    const size = Math.min(Number(url.searchParams.get('per_page') ?? 30), this.maxPageSize)
    const page = Number(url.searchParams.get('page') ?? 1)
    const hasNext = page * size < items.length
    const link = hasNext
      ? `<https://elsewhere.invalid/?page=${page + 1}>; rel="next"`
      : '<https://elsewhere.invalid/>; rel="first"'
    return [200, items.slice((page - 1) * size, page * size), items.length > size ? { link } : {}]
  }

  #shown({ comments, ...issue }: FakeIssue): object {
    return {
      ...issue,
      comments: comments.length,
      id: 1000 + issue.number,
      html_url: `https://github.test/${REPOSITORY}/issues/${issue.number}`,
    }
  }

  #shownComment(issue: number, comment: FakeComment): object {
    return { ...comment, html_url: `https://github.test/${REPOSITORY}/pull/${issue}#issuecomment-${comment.id}` }
  }
}
