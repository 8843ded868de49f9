import type * as z from 'zod/mini'
import { ActionError } from '../domain/errors.ts'
import type { Patch } from '../domain/patch.ts'
import type { Provider } from '../domain/providers.ts'
import type { Reported } from '../domain/reported.ts'
import type { AlertConfiguration, Cluster, OpenAlert } from '../domain/requirements.ts'
import type { AtlasClient, ResourceOptions } from './client.ts'
import type { PendingChange } from './pending-change.ts'
import { UnreadableResponseError } from './response.ts'
import {
  alertConfigurationPage,
  alertPage,
  cloudProviderAccess,
  clusterPage,
  encryptionAtRest,
  eventPage,
  privateEndpointPage,
  projectPage,
} from './schemas.ts'

const PAGE_SIZE = 500
/** More than Atlas ever gives; a stranger's page could hold millions. */
const MAX_ITEMS = 10_000
const MAX_PAGES = 40
/** Of a name in a list; Atlas's have 64 characters. */
const MAX_TEXT_LENGTH = 2000

/** A private endpoint through which Atlas reaches a provider's key. */
interface PrivateEndpoint {
  readonly region: string
  readonly status: string
}

/** A project of an organization. */
interface ListedProject {
  /** 24 hexadecimal digits, lower case. */
  readonly id: string
  /** As Atlas has it: to be made plain where it is shown. */
  readonly name: string
}

/** The endpoints that the modes need, with typed replies. All throw `ActionError`. */
export interface Atlas {
  /** All projects of an organization that the caller may see, each once. */
  listProjects(organizationId: string): Promise<ListedProject[]>
  getEncryptionAtRest(projectId: string): Promise<Reported>
  patchEncryptionAtRest(projectId: string, patch: Patch, pendingChange: PendingChange): Promise<Reported>
  /** The role ids that stand for an AWS role's ARN; authorized ones first. */
  listAwsRoleIds(projectId: string, arn: string): Promise<string[]>
  /** Dedicated and shared clusters; Flex and serverless ones are listed elsewhere and cannot have a customer's key. */
  listClusters(projectId: string): Promise<Cluster[]>
  listAlertConfigurations(projectId: string): Promise<AlertConfiguration[]>
  listOpenAlerts(projectId: string): Promise<OpenAlert[]>
  /** The last change of the configuration by anybody, one attempt, until `signal`; undefined if Atlas knows of none. */
  getLastChange(projectId: string, signal: AbortSignal): Promise<{ when: string; who: string } | undefined>
  /** The provider's private endpoints; none where neither the provider nor the API's version has any. */
  listPrivateEndpoints(projectId: string, provider: Provider): Promise<PrivateEndpoint[]>
}

export function createAtlas(client: AtlasClient, { apiVersion, envelope, pretty }: ResourceOptions): Atlas {
  const query = new URLSearchParams({
    ...(envelope && { envelope: 'true' }),
    ...(pretty && { pretty: 'true' }),
  }).toString()
  const encryptionResource = (projectId: string) => ({
    resource: 'encryptionAtRest',
    path: `/groups/${projectId}/encryptionAtRest${query && `?${query}`}`,
    resourceVersion: '2023-01-01',
    enveloped: envelope,
  })

  /** All items of a paginated list. The next page is asked for by number: a link's URL could point anywhere. */
  async function listAll<Item, Kept>(
    list: { resource: string; path: string; resourceVersion: string },
    schema: z.ZodMiniType<{
      links?: { rel?: string | null | undefined }[] | null | undefined
      results?: Item[] | null | undefined
    }>,
    /** What is needed of an item, with texts cut: so many lanes keep so many lists. */
    keep: (item: Item) => Kept,
  ): Promise<Kept[]> {
    const items: Kept[] = []
    for (let page = 1; page <= MAX_PAGES; page += 1) {
      const path = `${list.path}${list.path.includes('?') ? '&' : '?'}itemsPerPage=${PAGE_SIZE}&pageNum=${page}`
      const reply: { results?: unknown } = await client.call({ ...list, method: 'GET', path })
      if (Array.isArray(reply.results) && items.length + reply.results.length > MAX_ITEMS) break
      const { links, results } = parse(list.resource, schema, reply)
      for (const item of results ?? []) items.push(keep(item))
      const linked = links ? links.some(({ rel }) => rel === 'next') : (results?.length ?? 0) >= PAGE_SIZE
      if (!linked || !results?.length) return items
    }
    throw new ActionError('PROTOCOL', `GET ${list.resource}: the list is longer than any of Atlas's.`)
  }

  return {
    async listProjects(organizationId) {
      const path = `/orgs/${organizationId}/groups`
      const list = { resource: 'projects of the organization', path, resourceVersion: '2023-01-01' }
      const projects = new Map<string, ListedProject>()
      const listed = await listAll(list, projectPage, ({ id, name }) => ({ id: id && cut(id), name: cut(name) }))
      for (const { id, name } of listed) {
        // It becomes part of a path.
        if (id == null || !/^[0-9a-f]{24}$/i.test(id)) {
          throw new UnreadableResponseError(`GET ${list.resource}: Atlas's reply holds a project without a proper id.`)
        }
        // A project that was made meanwhile shifts others to the next page.
        projects.set(id.toLowerCase(), { id: id.toLowerCase(), name })
      }
      return [...projects.values()]
    },

    async getEncryptionAtRest(projectId) {
      const request = { ...encryptionResource(projectId), method: 'GET' as const }
      return parse(request.resource, encryptionAtRest, await client.call(request))
    },

    async patchEncryptionAtRest(projectId, patch, pendingChange) {
      const request = { ...encryptionResource(projectId), method: 'PATCH' as const, body: patch }
      return parse(request.resource, encryptionAtRest, await client.call(request, pendingChange))
    },

    async listAwsRoleIds(projectId, arn) {
      const resource = 'cloudProviderAccess'
      const path = `/groups/${projectId}/${resource}`
      const reply = await client.call({ method: 'GET', resource, path, resourceVersion: '2023-01-01' })
      const { awsIamRoles } = parse(resource, cloudProviderAccess, reply)
      return (awsIamRoles ?? [])
        .filter(({ iamAssumedRoleArn, roleId }) => iamAssumedRoleArn === arn && /^[a-f0-9]{24}$/i.test(roleId ?? ''))
        .sort((a, b) => Number(Boolean(b.authorizedDate)) - Number(Boolean(a.authorizedDate)))
        .map(({ roleId }) => (roleId as string).toLowerCase())
    },

    async listClusters(projectId) {
      const list = { resource: 'clusters', path: `/groups/${projectId}/clusters`, resourceVersion: '2024-08-05' }
      return await listAll(list, clusterPage, ({ name, encryptionAtRestProvider, paused }) => ({
        name: cut(name),
        provider: cut(encryptionAtRestProvider),
        paused: paused === true,
      }))
    },

    async listAlertConfigurations(projectId) {
      const list = {
        resource: 'alertConfigs',
        path: `/groups/${projectId}/alertConfigs`,
        resourceVersion: '2023-01-01',
      }
      return await listAll(list, alertConfigurationPage, ({ eventTypeName, enabled }) => ({
        event: cut(eventTypeName),
        enabled: enabled === true,
      }))
    },

    async listOpenAlerts(projectId) {
      const path = `/groups/${projectId}/alerts?status=OPEN`
      const list = { resource: 'alerts', path, resourceVersion: '2023-01-01' }
      const alerts = await listAll(list, alertPage, ({ status, eventTypeName, clusterName }) => ({
        isOpen: (status ?? 'OPEN') === 'OPEN',
        event: cut(eventTypeName),
        cluster: cut(clusterName),
      }))
      return alerts.filter(({ isOpen }) => isOpen).map(({ event, cluster }) => ({ event, cluster }))
    },

    async getLastChange(projectId, signal) {
      const query = 'eventType=ENCRYPTION_AT_REST_CONFIGURATION_UPDATED&itemsPerPage=1'
      const list = { resource: 'events', path: `/groups/${projectId}/events?${query}`, resourceVersion: '2023-01-01' }
      const reply = await client.call({ ...list, method: 'GET', retries: 0, signal })
      const event = parse(list.resource, eventPage, reply).results?.[0]
      const who = event?.username || (event?.publicKey && `API key ${event.publicKey}`) || 'an unknown caller'
      return event && { when: event.created ?? 'at an unknown time', who }
    },

    async listPrivateEndpoints(projectId, { clusterProvider, hasPrivateEndpoints }) {
      if (!hasPrivateEndpoints || apiVersion === 'v1.0') return []
      const path = `/groups/${projectId}/encryptionAtRest/${clusterProvider}/privateEndpoints`
      const list = { resource: 'privateEndpoints', path, resourceVersion: '2023-01-01' }
      return await listAll(list, privateEndpointPage, ({ regionName, status }) => ({
        region: cut(regionName),
        status: cut(status),
      }))
    },
  }
}

/** A text of a list, in a copy that does not keep the rest of it in memory. */
function cut(text: string | null | undefined): string {
  if (text == null || text.length <= MAX_TEXT_LENGTH) return text ?? ''
  return Buffer.from(text.slice(0, MAX_TEXT_LENGTH), 'utf16le').toString('utf16le')
}

function parse<T>(resource: string, schema: z.ZodMiniType<T>, document: object): T {
  const { data, error } = schema.safeParse(document)
  if (error === undefined) return data
  // A path of known fields and numbers only.
  const { path } = error.issues[0] as z.core.$ZodIssue
  throw new UnreadableResponseError(
    `${resource}: Atlas's reply is not as documented at \`${path.join('.')}\`. Update this action, or report it.`,
  )
}
