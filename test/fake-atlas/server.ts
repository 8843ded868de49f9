import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { API_KEY, PROJECT_ID, SERVICE_ACCOUNT } from '../harness/fixtures.ts'
import type { DigestOptions } from './digest.ts'
import { ATLAS_DIGEST, DigestServer } from './digest.ts'
import { ApiError } from './errors.ts'
import type { Fault, FaultHandler } from './faults.ts'
import { OAuthServer } from './oauth.ts'
import { FakeProject } from './project.ts'

/** A request that the server received. */
export interface RecordedRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly rawBody: string
  /** The number of its connection, from 1. */
  readonly connection: number
  /** The status of the response; 0 without one. */
  status: number
}

type Role = 'GROUP_OWNER' | 'GROUP_READ_ONLY' | 'NONE'

/**
 * An HTTP server that behaves as Atlas does: digest and service accounts, versioned media types, the state of encryption at
 * rest and errors in Atlas's own form. Tests add faults. It follows MongoDB's documentation and not what the action sends.
 */
export class FakeAtlas {
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
  readonly organizations = new Map<string, { id: string; name: string }[]>()
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
      return this.#wrapped(json(error.status, error.body()), url)
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
    const organization = /^\/api\/atlas\/(?:v2|v1\.0)\/orgs\/([^/]+)\/groups$/.exec(url.pathname)?.[1]
    if (organization !== undefined) return this.#listProjects(request, url, organization)
    const [, version, groupId, resource] =
      /^\/api\/atlas\/(v2|v1\.0)\/groups\/([^/]+)(?:\/(.+))?$/.exec(url.pathname) ?? []
    if (version === undefined) throw new ApiError(404, 'RESOURCE_NOT_FOUND', `Cannot find resource ${url.pathname}.`)
    checkMediaTypes(request, version, NEWER_RESOURCES.test(resource ?? '') ? '2024-08-05' : '2023-01-01')
    if (!this.onAccessList) {
      const detail = 'IP address 203.0.113.7 is not allowed to access this resource.'
      throw new ApiError(403, 'IP_ADDRESS_NOT_ON_ACCESS_LIST', detail, ['203.0.113.7'])
    }
    const project = this.projects.get(groupId ?? '')
    if (project === undefined || this.role === 'NONE') {
      throw new ApiError(401, 'NOT_IN_GROUP', `The current user is not in the group, or the group does not exist.`, [
        groupId,
      ])
    }
    const needsOwner = request.method !== 'GET' || version === 'v1.0' || /privateEndpoints/.test(resource ?? '')
    if ((needsOwner && this.role !== 'GROUP_OWNER') || this.forbidden?.test(url.pathname)) {
      throw new ApiError(403, 'USER_UNAUTHORIZED', 'Current user is not authorized to perform this action.')
    }
    return this.#wrapped(this.#resource(request, url, project, version, resource ?? ''), url)
  }

  #listProjects(request: RecordedRequest, url: URL, id: string): FakeResponse {
    const version = url.pathname.startsWith('/api/atlas/v2') ? 'v2' : 'v1.0'
    checkMediaTypes(request, version, '2023-01-01')
    const projects = this.organizations.get(id)
    if (projects === undefined || this.role === 'NONE') {
      throw new ApiError(401, 'USER_CANNOT_ACCESS_ORG', 'The current user cannot access the organization.', [id])
    }
    const size = Math.min(Number(url.searchParams.get('itemsPerPage') ?? 100), this.maxPageSize)
    url.searchParams.set('itemsPerPage', String(size))
    return json(200, page(url, projects))
  }

  #resource(request: RecordedRequest, url: URL, project: FakeProject, version: string, resource: string): FakeResponse {
    const route = `${request.method} ${resource}`
    const mediaType = version === 'v2' ? 'application/vnd.atlas.2023-01-01+json;charset=utf-8' : 'application/json'
    const send = (body: unknown): FakeResponse =>
      json(200, body, {
        'content-type': mediaType,
        'ratelimit-remaining': String(
          this.rateLimit?.reportsRemaining === false ? 99 : (this.rateLimit?.remaining ?? 99),
        ),
      })
    if (route === 'GET ') return send({ id: project.id, name: project.name })
    if (route === 'GET encryptionAtRest') return send(project.document())
    if (route === 'PATCH encryptionAtRest') {
      project.patch(parseBody(request.rawBody))
      return send(project.document())
    }
    if (route === 'GET cloudProviderAccess') {
      const awsIamRoles = project.roles.map(({ roleId, arn = null, authorized }) => ({
        providerName: 'AWS',
        roleId,
        iamAssumedRoleArn: arn,
        authorizedDate: authorized ? '2026-01-01T00:00:00Z' : null,
        featureUsages: [],
      }))
      const { azureServicePrincipals, gcpServiceAccounts } = project
      return send({ awsIamRoles, azureServicePrincipals, gcpServiceAccounts })
    }
    if (route === 'GET clusters') return send(page(url, project.clusters))
    if (route === 'GET alertConfigs') return send(page(url, project.alertConfigurations))
    if (route === 'GET alerts') {
      const status = url.searchParams.get('status')
      return send(
        page(
          url,
          project.alerts.filter((alert) => status === null || alert.status === status),
        ),
      )
    }
    if (route === 'GET events') {
      const types = url.searchParams.getAll('eventType')
      return send(
        page(
          url,
          project.events.filter(({ eventTypeName }) => types.length === 0 || types.includes(eventTypeName)),
        ),
      )
    }
    const clientId = /^serviceAccounts\/([^/]+)$/.exec(resource)?.[1]
    if (request.method === 'GET' && clientId !== undefined && version === 'v2') {
      const account = project.serviceAccounts.get(decodeURIComponent(clientId))
      if (account !== undefined) return send({ clientId, ...account })
      throw new ApiError(404, 'SERVICE_ACCOUNT_NOT_FOUND', `No service account ${clientId} exists.`)
    }
    const provider = /^encryptionAtRest\/(AWS|AZURE)\/privateEndpoints$/.exec(resource)?.[1]
    if (request.method === 'GET' && provider !== undefined && version === 'v2') {
      return send(
        page(
          url,
          project.privateEndpoints.filter((endpoint) => endpoint.provider === provider),
        ),
      )
    }
    throw new ApiError(404, 'RESOURCE_NOT_FOUND', `Cannot find resource ${url.pathname}.`)
  }

  #wrapped(response: FakeResponse, url: URL): FakeResponse {
    const content = JSON.parse(response.body) as unknown
    const indent = url.searchParams.get('pretty') === 'true' ? 2 : undefined
    const enveloped = url.searchParams.get('envelope') === 'true'
    const body = JSON.stringify(enveloped ? { status: response.status, content } : content, null, indent)
    return { ...response, status: enveloped ? 200 : response.status, body }
  }
}

/** Resources whose current version is not that of the others. */
const NEWER_RESOURCES = /^(clusters|serviceAccounts\/[^/]+)$/

/** As recorded from the real Atlas: a 401 with a challenge has this body, whatever the reason. */
const UNAUTHORIZED = {
  error: 401,
  reason: 'Unauthorized',
  detail: 'You are not authorized for this resource.',
  errorCode: 'UNEXPECTED_ERROR',
}

interface FakeResponse {
  readonly status: number
  readonly headers: Record<string, string | string[]>
  readonly body: string
}

function json(status: number, body: unknown, headers: Record<string, string | string[]> = {}): FakeResponse {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }
}

function page(url: URL, items: readonly unknown[]): object {
  const size = Number(url.searchParams.get('itemsPerPage') ?? 100)
  const number = Number(url.searchParams.get('pageNum') ?? 1)
  const results = items.slice((number - 1) * size, number * size)
  const next = number * size < items.length ? [{ rel: 'next', href: 'https://elsewhere.invalid/next' }] : []
  return { links: [{ rel: 'self', href: url.href }, ...next], results, totalCount: items.length }
}

/** v2 serves a resource only in the versions that it has, v1.0 only plain JSON. */
function checkMediaTypes({ method, headers }: RecordedRequest, version: string, resourceVersion: string): void {
  const expected = version === 'v2' ? `application/vnd.atlas.${resourceVersion}+json` : 'application/json'
  if (headers.accept !== expected) throw new ApiError(406, 'INVALID_VERSION_DATE', `Not acceptable: ${headers.accept}`)
  if (method === 'PATCH' && headers['content-type'] !== expected)
    throw new ApiError(415, 'UNSUPPORTED_MEDIA_TYPE', 'Unsupported.')
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiError(400, 'INVALID_JSON', 'Received JSON is malformed.')
  }
}
