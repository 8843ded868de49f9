import * as z from 'zod/mini'
import { safe } from '../../sanitize/safe-text.ts'
import type { ProjectEvent } from '../atlas.ts'
import type { AtlasClient } from '../client.ts'
import { parsePage } from '../pagination.ts'
import { UnreadableResponseError } from '../response.ts'
import { parse, text } from '../schemas.ts'
import { nameOf } from './texts.ts'

const event = z.object({ eventTypeName: text, created: text, username: text, publicKey: text })

/** Atlas lists events newest first, so one item is enough. */
export async function getLatestEvent(
  client: AtlasClient,
  projectId: string,
  eventTypes: readonly string[],
  signal: AbortSignal,
): Promise<ProjectEvent | undefined> {
  const query = new URLSearchParams(eventTypes.map((type) => ['eventType', type] as [string, string]))
  query.set('itemsPerPage', '1')
  const resource = safe`events`
  const list = { resource, path: `/groups/${projectId}/events?${query.toString()}`, resourceVersion: '2023-01-01' }
  const { results, totalCount } = parsePage(
    client,
    list,
    await client.call({ ...list, method: 'GET', retries: 0, signal }),
  )
  const [latest] = results
  if (latest === undefined) {
    if (totalCount === 0) return undefined
    throw new UnreadableResponseError(safe`GET ${resource}: Atlas counts ${totalCount} items, but sent none.`)
  }
  return toEvent(client, parse({ client, resource, at: safe`results.0` }, event, latest))
}

function toEvent(
  client: AtlasClient,
  { eventTypeName, created, username, publicKey }: z.infer<typeof event>,
): ProjectEvent {
  const key = nameOf(client, publicKey)
  const who = username ? nameOf(client, username) : key === '' ? null : safe`API key ${key}`
  return { type: nameOf(client, eventTypeName), created: created ? nameOf(client, created) : null, who }
}
