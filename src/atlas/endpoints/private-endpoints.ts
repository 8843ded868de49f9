import * as z from 'zod/mini'
import type { Provider } from '../../domain/providers.ts'
import { safe } from '../../sanitize/safe-text.ts'
import type { AtlasClient } from '../client.ts'
import type { PrivateEndpoint } from '../endpoints.ts'
import { readList } from '../pagination.ts'
import { text } from '../schemas.ts'
import { nameOf } from './texts.ts'

const endpoint = z.object({ regionName: text, status: text })

export async function listPrivateEndpoints(
  client: AtlasClient,
  projectId: string,
  { clusterProvider, hasPrivateEndpoints }: Provider,
): Promise<PrivateEndpoint[]> {
  if (!hasPrivateEndpoints || client.apiVersion === 'v1.0') return []
  return await readList(client, {
    resource: safe`privateEndpoints`,
    path: `/groups/${projectId}/encryptionAtRest/${clusterProvider}/privateEndpoints`,
    resourceVersion: '2023-01-01',
    facts: { role: 'Project Owner' },
    item: endpoint,
    convert: ({ regionName, status }) => ({ region: nameOf(client, regionName), status: nameOf(client, status) }),
  })
}
