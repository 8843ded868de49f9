import * as z from 'zod/mini'
import type { PrivateEndpoint } from '../../domain/private-endpoints.ts'
import type { Provider } from '../../domain/providers.ts'
import { type SafeText, safe } from '../../sanitize/safe-text.ts'
import type { LookOptions } from '../atlas.ts'
import type { AtlasClient, Resource } from '../client.ts'
import { readList } from '../pagination.ts'
import type { PendingChange } from '../pending-change.ts'
import { UnreadableResponseError } from '../response.ts'
import { parse, text } from '../schemas.ts'
import { nameOf } from './texts.ts'

const RESOURCE = safe`privateEndpoints`
/** Atlas's own explanation of a failure. */
const MAX_MESSAGE_LENGTH = 1000

const endpoint = z.object({
  id: text,
  regionName: text,
  status: text,
  privateEndpointConnectionName: text,
  errorMessage: text,
})

/** None where neither the provider nor the version of the API has any. */
export async function listPrivateEndpoints(
  client: AtlasClient,
  projectId: string,
  provider: Provider,
): Promise<PrivateEndpoint[]> {
  if (!provider.hasPrivateEndpoints || client.apiVersion === 'v1.0') return []
  return await readList(client, {
    ...endpointResource(projectId, provider),
    item: endpoint,
    convert: (item) => toEndpoint(client, item),
  })
}

export async function getPrivateEndpoint(
  client: AtlasClient,
  { projectId, provider, endpointId }: { projectId: string; provider: Provider; endpointId: SafeText },
  options?: LookOptions,
): Promise<PrivateEndpoint> {
  const resource = endpointResource(projectId, provider, endpointId)
  const read = readEndpoint(client, await client.call({ ...resource, method: 'GET', ...options }))
  if (read.id === endpointId) return read
  throw new UnreadableResponseError(safe`${RESOURCE}: Atlas's response is not about the endpoint ${endpointId}.`)
}

export async function createPrivateEndpoint(
  client: AtlasClient,
  { projectId, provider, region }: { projectId: string; provider: Provider; region: SafeText },
  pendingChange: PendingChange,
): Promise<PrivateEndpoint> {
  const resource = endpointResource(projectId, provider)
  const request = { ...resource, method: 'POST', body: { regionName: region }, onlyOnce: true } as const
  const created = readEndpoint(client, await client.call(request, pendingChange))
  // Atlas may leave the region out of this response.
  return created.region === '' ? { ...created, region } : created
}

export async function deletePrivateEndpoint(
  client: AtlasClient,
  { projectId, provider, endpointId }: { projectId: string; provider: Provider; endpointId: SafeText },
  pendingChange: PendingChange,
): Promise<void> {
  await client.command({ ...endpointResource(projectId, provider, endpointId), method: 'DELETE' }, pendingChange)
}

function endpointResource(projectId: string, { clusterProvider }: Provider, endpointId?: SafeText): Resource {
  const list = `/groups/${projectId}/encryptionAtRest/${clusterProvider}/privateEndpoints`
  const path = endpointId === undefined ? list : `${list}/${encodeURIComponent(endpointId)}`
  return { resource: RESOURCE, path, resourceVersion: '2023-01-01', facts: { role: 'Project Owner' } }
}

/** @throws UnreadableResponseError if it has no id or status: an endpoint without one cannot be waited for */
function readEndpoint(client: AtlasClient, response: object): PrivateEndpoint {
  const read = toEndpoint(client, parse({ client, resource: RESOURCE }, endpoint, response))
  if (read.id !== '' && read.status !== '') return read
  throw new UnreadableResponseError(safe`${RESOURCE}: Atlas's response has no id or no status.`)
}

function toEndpoint(client: AtlasClient, item: z.infer<typeof endpoint>): PrivateEndpoint {
  return {
    id: nameOf(client, item.id),
    region: nameOf(client, item.regionName),
    status: nameOf(client, item.status),
    connectionName: nameOf(client, item.privateEndpointConnectionName),
    errorMessage: item.errorMessage ? client.sanitize(item.errorMessage, MAX_MESSAGE_LENGTH) : safe``,
  }
}
