import { ApiError } from './errors.ts'
import { checkMediaTypes, type FakeResponse, json, page, parseBody, type RecordedRequest } from './http.ts'
import { forbidden, type Role, requireRole } from './permissions.ts'
import type { EndpointProvider } from './private-endpoints.ts'
import type { FakeProject } from './project.ts'
import { cloudProviderAccess } from './roles.ts'

/** A project in the list of an organization. */
export interface ListedProject {
  id: string
  name: string
  tags?: { key: string; value: string }[]
}

/** What the API knows of its caller and of what there is. */
export interface ApiState {
  readonly projects: ReadonlyMap<string, FakeProject>
  readonly organizations: ReadonlyMap<string, readonly ListedProject[]>
  readonly role: Role
  readonly onAccessList: boolean
  readonly forbidden: RegExp | undefined
  readonly maxPageSize: number
}

/** A request to a resource of a project that the caller may see. */
interface ProjectRequest {
  readonly state: ApiState
  readonly project: FakeProject
  readonly url: URL
  readonly rawBody: string
}

type Handler = (request: ProjectRequest, ...parts: string[]) => { status?: number; body?: object }

interface Route {
  readonly method: string
  /** Of the path below the project. Its groups are passed to the handler. */
  readonly path: RegExp
  /** The only version of the resource that v2 serves here. Source: MongoDB's OpenAPI document. */
  readonly version?: string
  /** v1.0 does not have it. */
  readonly v2Only?: true
  readonly handler: Handler
}

const list =
  (itemsOf: (project: FakeProject, query: URLSearchParams) => readonly unknown[]): Handler =>
  ({ state, project, url }) => ({ body: page(url, itemsOf(project, url.searchParams), state.maxPageSize) })

const ENDPOINTS = `^encryptionAtRest/(AWS|AZURE)/privateEndpoints`

const ROUTES: readonly Route[] = [
  { method: 'GET', path: /^$/, handler: ({ state, project }) => ({ body: group(state, project) }) },
  { method: 'GET', path: /^encryptionAtRest$/, handler: ({ project }) => ({ body: project.document() }) },
  {
    method: 'PATCH',
    path: /^encryptionAtRest$/,
    handler: ({ project, rawBody }) => {
      project.patch(parseBody(rawBody))
      return { body: project.document() }
    },
  },
  {
    method: 'GET',
    path: new RegExp(`${ENDPOINTS}$`),
    v2Only: true,
    handler: ({ state, project, url }, provider) => ({
      body: page(url, project.endpoints.of(provider as EndpointProvider), state.maxPageSize),
    }),
  },
  {
    method: 'POST',
    path: new RegExp(`${ENDPOINTS}$`),
    v2Only: true,
    handler: ({ project, rawBody }, provider) => ({
      status: 202,
      body: project.createPrivateEndpoint(provider as EndpointProvider, parseBody(rawBody)),
    }),
  },
  {
    method: 'GET',
    path: new RegExp(`${ENDPOINTS}/([^/]+)$`),
    v2Only: true,
    handler: ({ project }, provider, id = '') => ({ body: project.endpoints.lookAt(provider as EndpointProvider, id) }),
  },
  {
    method: 'DELETE',
    path: new RegExp(`${ENDPOINTS}/([^/]+)$`),
    v2Only: true,
    handler: ({ project }, provider, id = '') => {
      project.endpoints.delete(provider as EndpointProvider, id)
      return { status: 204 }
    },
  },
  {
    method: 'GET',
    path: /^cloudProviderAccess$/,
    handler: ({ project }) => ({ body: cloudProviderAccess(project) }),
  },
  { method: 'GET', path: /^clusters$/, version: '2024-08-05', handler: list((project) => project.listClusters()) },
  {
    method: 'GET',
    path: /^clusters\/([^/]+)$/,
    version: '2024-08-05',
    handler: ({ project }, name = '') => ({ body: project.getCluster(decodeURIComponent(name)) }),
  },
  {
    method: 'PATCH',
    path: /^clusters\/([^/]+)$/,
    version: '2024-10-23',
    v2Only: true,
    handler: ({ project, rawBody }, name = '') => ({
      body: project.patchCluster(decodeURIComponent(name), parseBody(rawBody)),
    }),
  },
  {
    method: 'GET',
    path: /^serviceAccounts\/([^/]+)$/,
    version: '2024-08-05',
    v2Only: true,
    handler: ({ project }, clientId = '') => ({ body: serviceAccount(project, decodeURIComponent(clientId)) }),
  },
  { method: 'GET', path: /^alertConfigs$/, handler: list(({ alertConfigurations }) => alertConfigurations) },
  {
    method: 'GET',
    path: /^alerts$/,
    handler: list(({ alerts }, query) => {
      const wanted = query.get('status')
      return alerts.filter(({ status }) => wanted === null || status === wanted)
    }),
  },
  {
    method: 'GET',
    path: /^events$/,
    handler: list(({ events }, query) => {
      const types = query.getAll('eventType')
      return events.filter(({ eventTypeName }) => types.length === 0 || types.includes(eventTypeName))
    }),
  },
]

/**
 * Responds to a request of a caller whose credentials were checked.
 *
 * @throws ApiError for what Atlas refuses
 */
export function callApi(state: ApiState, request: RecordedRequest, url: URL): FakeResponse {
  const organization = /^\/api\/atlas\/(v2|v1\.0)\/orgs\/([^/]+)\/groups$/.exec(url.pathname)
  if (organization !== null) {
    const [, version, id] = organization as unknown as [string, string, string]
    checkMediaTypes(request, version, '2023-01-01')
    return json(200, page(url, projectsOf(state, id), state.maxPageSize))
  }
  const [, version, groupId, resource = ''] =
    /^\/api\/atlas\/(v2|v1\.0)\/groups\/([^/]+)(?:\/(.+))?$/.exec(url.pathname) ?? []
  if (version === undefined || groupId === undefined) throw notFound(url)
  const route = ROUTES.find(({ method, path }) => method === request.method && path.test(resource))
  checkMediaTypes(request, version, route?.version ?? '2023-01-01')
  const project = visibleProject(state, groupId)
  requireRole({ method: request.method, version, resource, role: state.role })
  if (state.forbidden?.test(url.pathname)) throw forbidden()
  if (route === undefined || (route.v2Only && version === 'v1.0')) throw notFound(url)
  const parts = (route.path.exec(resource) as RegExpExecArray).slice(1)
  const { status = 200, body } = route.handler({ state, project, url, rawBody: request.rawBody }, ...parts)
  if (body === undefined) return { status, headers: {}, body: '' }
  const resourceVersion = route.version ?? '2023-01-01'
  const mediaType =
    version === 'v2' ? `application/vnd.atlas.${resourceVersion}+json;charset=utf-8` : 'application/json'
  return json(status, body, { 'content-type': mediaType })
}

function visibleProject({ onAccessList, projects, role }: ApiState, id: string): FakeProject {
  if (!onAccessList) {
    const detail = 'IP address 203.0.113.7 is not allowed to access this resource.'
    throw new ApiError(403, 'IP_ADDRESS_NOT_ON_ACCESS_LIST', detail, ['203.0.113.7'])
  }
  const project = projects.get(id)
  if (project !== undefined && role !== 'NONE') return project
  const detail = 'The current user is not in the group, or the group does not exist.'
  throw new ApiError(401, 'NOT_IN_GROUP', detail, [id])
}

function projectsOf({ organizations, role }: ApiState, id: string): readonly ListedProject[] {
  const projects = organizations.get(id)
  if (projects !== undefined && role !== 'NONE') return projects
  throw new ApiError(401, 'USER_CANNOT_ACCESS_ORG', 'The current user cannot access the organization.', [id])
}

function group({ organizations }: ApiState, { id, name, tags, clusters }: FakeProject): object {
  const [orgId, listed] = [...organizations]
    .map(([organization, projects]) => [organization, projects.find((project) => project.id === id)] as const)
    .find(([, project]) => project !== undefined) ?? ['5f0c0ffee00000000000abcd', undefined]
  return {
    id,
    orgId,
    name: name ?? listed?.name ?? 'Project 0',
    clusterCount: clusters.length,
    created: '2026-01-01T00:00:00Z',
    tags: tags ?? listed?.tags ?? [],
  }
}

function serviceAccount({ serviceAccounts }: FakeProject, clientId: string): object {
  const account = serviceAccounts.get(clientId)
  if (account !== undefined) return { clientId, ...account }
  throw new ApiError(404, 'SERVICE_ACCOUNT_NOT_FOUND', `No service account ${clientId} exists.`)
}

function notFound(url: URL): ApiError {
  return new ApiError(404, 'RESOURCE_NOT_FOUND', `Cannot find resource ${url.pathname}.`)
}
