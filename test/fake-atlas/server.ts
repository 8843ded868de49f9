import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { API_KEY, PROJECT_ID, SERVICE_ACCOUNT } from '../harness/fixtures.ts'
import { type ApiState, callApi, type ListedProject } from './api.ts'
import type { DigestOptions } from './digest.ts'
import { ATLAS_DIGEST, DigestServer } from './digest.ts'
import { ApiError } from './errors.ts'
import type { Fault, FaultHandler } from './faults.ts'
import { type FakeResponse, json, type RecordedRequest, wrapped } from './http.ts'
import { OAuthServer } from './oauth.ts'
import type { Role } from './permissions.ts'
import { FakeProject } from './project.ts'

export type { RecordedRequest } from './http.ts'

/**
 * An HTTP server that behaves as Atlas does: digest and service accounts, versioned media types, the state of encryption at
 * rest and errors in Atlas's own form. Tests add faults. It follows MongoDB's documentation and not what the action sends.
 */
export class FakeAtlas implements ApiState {
  readonly requests: RecordedRequest[] = []
  readonly projects = new Map<string, FakeProject>()
  readonly oauth = new OAuthServer()
  readonly digest: DigestServer
  readonly faults: Fault[] = []
  /** Called for every request with credentials; what it returns handles the request. */
  randomFault: (() => FaultHandler | undefined) | undefined
  /** Headers of every response of the API. */
  extraHeaders: Record<string, string> = {}
  /** Whether the caller's address is on the access list. */
  onAccessList = true
  role: Role = 'GROUP_OWNER'
  /** Paths that are forbidden to the caller. */
  forbidden: RegExp | undefined
  /** Whether it asks for no credentials, as a server does that is not Atlas. */
  skipsAuthentication = false
  /** How long every response takes. */
  delayMs = 0
  /** Id of an organization → its projects in the order of the list. */
  readonly organizations = new Map<string, ListedProject[]>()
  /** The most items of a page, whatever the request asks for. */
  maxPageSize = 500
  /** The token bucket from which each request takes one. An empty one is refilled `seconds` later. */
  rateLimit: { remaining: number; refill: number; seconds: number; reportsRemaining: boolean } | undefined
  /** Replaces the challenges, as a server sends them that is not Atlas. */
  challengeOverride: string[] | undefined
  readonly #server: Server
  #connections = 0
  #refillAt = Number.POSITIVE_INFINITY

  private constructor(digest: Partial<DigestOptions>) {
    this.digest = new DigestServer({ ...ATLAS_DIGEST, ...digest }, new Map([[API_KEY.publicKey, API_KEY.privateKey]]))
    this.oauth.clients.set(SERVICE_ACCOUNT.clientId, SERVICE_ACCOUNT.clientSecret)
    this.#server = createServer((request, response) => void this.#handle(request, response))
    this.#server.on('connection', (socket) => {
      this.#connections += 1
      Object.assign(socket, { number: this.#connections })
    })
  }

  static async start(digest: Partial<DigestOptions> = {}, port = 0): Promise<FakeAtlas> {
    const atlas = new FakeAtlas(digest)
    await new Promise<void>((resolve) => void atlas.#server.listen(port, '127.0.0.1', resolve))
    return atlas
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** The requests and the status of their responses as text, such as `GET 200 /api/…`. */
  get requestLines(): string[] {
    return this.requests.map(({ method, path, status }) => `${method} ${status} ${path}`)
  }

  addProject(id: string = PROJECT_ID): FakeProject {
    const project = new FakeProject(id)
    this.projects.set(id, project)
    return project
  }

  /** Parsed bodies of the PATCH requests that carried one, in order. */
  get patches(): unknown[] {
    return this.requests
      .filter(({ method, rawBody }) => method === 'PATCH' && rawBody)
      .map(({ rawBody }) => JSON.parse(rawBody))
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => void this.#server.close(resolve))
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer)
    } catch {
      return // The client closed the connection.
    }
    const rawBody = Buffer.concat(chunks).toString('utf8')
    const { method = '', url = '', headers, socket } = request
    const { number: connection } = socket as typeof socket & { number: number }
    const recorded: RecordedRequest = { method, path: url, headers, rawBody, connection, status: 0 }
    this.requests.push(recorded)
    response.on('finish', () => {
      recorded.status = response.statusCode
    })
    if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs))
    const randomFault = recorded.headers.authorization === undefined ? undefined : this.randomFault?.()
    const fault = randomFault === undefined ? this.#nextFault(recorded) : { handler: randomFault }
    if (fault !== undefined && !fault.afterwards) {
      fault.handler(request, response, '')
      return
    }
    const real = this.#respond(recorded)
    if (fault !== undefined) {
      fault.handler(request, response, real.body)
      return
    }
    response.writeHead(real.status, { ...real.headers, ...this.extraHeaders })
    response.end(real.body)
  }

  #nextFault({ method, path, headers }: RecordedRequest): Fault | undefined {
    const at = this.faults.findIndex((fault) => {
      if (fault.method !== undefined && fault.method !== method) return false
      if (fault.path !== undefined && !fault.path.test(path)) return false
      return !(fault.authenticatedOnly ?? true) || headers.authorization !== undefined
    })
    const fault = this.faults[at]
    if (fault === undefined) return undefined
    if ((fault.skip ?? 0) > 0) {
      fault.skip = (fault.skip ?? 0) - 1
      return undefined
    }
    fault.times = (fault.times ?? 1) - 1
    if (fault.times <= 0) this.faults.splice(at, 1)
    return fault
  }

  #respond(request: RecordedRequest): FakeResponse {
    const url = new URL(request.path, 'http://atlas')
    const oauth = /^\/api\/oauth\/(token|revoke)$/.exec(url.pathname)?.[1]
    if (oauth !== undefined && request.method === 'POST') {
      const form = new URLSearchParams(request.rawBody)
      const { status, body } = this.oauth.handle(oauth, request.headers.authorization, form)
      return json(status, body)
    }
    const challenges = this.#unauthenticated(request)
    if (challenges !== undefined) return json(401, UNAUTHORIZED, { 'www-authenticate': challenges })
    try {
      return this.#api(request, url)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      return wrapped(json(error.status, error.body()), url)
    }
  }

  #unauthenticated({ method, path, headers }: RecordedRequest): string[] | undefined {
    if (this.skipsAuthentication) return undefined
    if (this.challengeOverride !== undefined) return this.challengeOverride
    const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]
    if (bearer !== undefined) return this.oauth.accepts(bearer) ? undefined : ['Bearer error="invalid_token"']
    const checked = this.digest.check(headers.authorization, method, path)
    return 'user' in checked ? undefined : checked.challenges
  }

  /** @returns a refusal if the token bucket is empty */
  #limited(url: URL): FakeResponse | undefined {
    const limit = this.rateLimit
    if (limit === undefined) return undefined
    const headers = (): Record<string, string> =>
      limit.reportsRemaining
        ? { 'ratelimit-limit': String(limit.refill), 'ratelimit-remaining': String(limit.remaining) }
        : {}
    const now = performance.now()
    if (now >= this.#refillAt) {
      limit.remaining = limit.refill
      this.#refillAt = Number.POSITIVE_INFINITY
    }
    if (limit.remaining > 0) {
      limit.remaining -= 1
      return undefined
    }
    this.#refillAt = Math.min(this.#refillAt, now + limit.seconds * 1000)
    const endpoint = url.pathname.slice(1)
    const detail = `Rate limit exceeded for ${endpoint}. Please retry after ${limit.seconds} seconds.`
    const refusal = new ApiError(429, 'RATE_LIMITED_TOKEN_BUCKET', detail, [
      endpoint,
      limit.seconds,
      limit.refill,
      limit.refill,
      limit.seconds,
    ])
    return json(429, refusal.body(), { ...headers(), 'retry-after': String(limit.seconds) })
  }

  #api(request: RecordedRequest, url: URL): FakeResponse {
    const limited = this.#limited(url)
    if (limited !== undefined) return limited
    const { headers, ...response } = callApi(this, request, url)
    const { reportsRemaining, remaining = 99 } = this.rateLimit ?? {}
    const shown = reportsRemaining === false ? 99 : remaining
    return wrapped({ ...response, headers: { ...headers, 'ratelimit-remaining': String(shown) } }, url)
  }
}

/** The body of every 401 response with a challenge, as recorded from the real Atlas. */
const UNAUTHORIZED = {
  error: 401,
  reason: 'Unauthorized',
  detail: 'You are not authorized for this resource.',
  errorCode: 'UNEXPECTED_ERROR',
}
