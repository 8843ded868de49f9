import * as z from 'zod/mini'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import type { LookOptions } from './atlas.ts'
import type { AtlasClient, Resource } from './client.ts'
import { AtlasApiError } from './errors.ts'
import { UnreadableResponseError } from './response.ts'
import { list as listSchema, parse, parseItems, text, tooLongError } from './schemas.ts'

const PAGE_SIZE = 500
/** More than Atlas ever has of anything; a page of nonsense could hold millions. */
const MAX_ITEMS = 10_000
const MAX_PAGES = 40
const MAX_LINKS = 100
/** Not permitted to be listed, or not there. */
const NOT_PERMITTED = new Set([401, 403, 404])
/** Items that are checked before the event loop gets a turn. */
const ITEMS_PER_TURN = 50

const page = z.object({
  links: listSchema,
  results: z.custom<readonly unknown[]>(Array.isArray),
  totalCount: z.nullish(z.number()),
})
/** Whether there is a next page. The URL is not followed: it could point anywhere. */
const link = z.object({ rel: text })

/** A paginated list, and how each of its items is read. */
export interface List<Item, Result> extends Resource {
  readonly item: z.ZodMiniType<Item>
  /** Takes what is needed from an item. */
  readonly convert: (item: Item) => Result
  readonly options?: LookOptions | undefined
}

interface Page {
  readonly results: readonly unknown[]
  readonly hasNext: boolean
  readonly totalCount: number
}

/**
 * Reads a paginated list whole or not at all. If Atlas counts more items than it sent, for example since an item was added
 * meanwhile, the list is read once more from the start.
 *
 * @throws ActionError if a page cannot be read, or the list stays incomplete
 */
export async function readList<Item, Result>(client: AtlasClient, list: List<Item, Result>): Promise<Result[]> {
  const first = await readPages(client, list)
  if (first.items.length >= first.totalCount) return first.items
  const { items, totalCount } = await readPages(client, list)
  if (items.length >= totalCount) return items
  throw incompleteError(list, safe`Atlas counts ${totalCount} items, but sent ${items.length}`)
}

/** Reads a page and checks that it is one: a document without an array of results proves nothing. */
export function parsePage(client: AtlasClient, { resource }: Resource, document: object): Page {
  const { links, results, totalCount } = parse({ client, resource }, page, document)
  const relations = parseItems({ client, resource, at: safe`links` }, link, links, MAX_LINKS)
  return { results, hasNext: relations.some(({ rel }) => rel === 'next'), totalCount: totalCount ?? 0 }
}

async function readPages<Item, Result>(
  client: AtlasClient,
  list: List<Item, Result>,
): Promise<{ readonly items: Result[]; readonly totalCount: number }> {
  const items: Result[] = []
  let totalCount = 0
  let isAnnounced = false
  for (let number = 1; number <= MAX_PAGES; number += 1) {
    const { results, hasNext, ...counted } = await readPage(client, list, number)
    if (isAnnounced && results.length === 0)
      throw incompleteError(list, safe`page ${number} was announced, but is empty`)
    if (items.length + results.length > MAX_ITEMS) throw tooLongError(list)
    await convertItems(client, list, results, items)
    totalCount = Math.max(totalCount, counted.totalCount)
    // A full page may have a successor even if Atlas does not say so.
    if (!hasNext && results.length < PAGE_SIZE) return { items, totalCount }
    isAnnounced = hasNext
  }
  throw tooLongError(list)
}

async function readPage(
  client: AtlasClient,
  list: Resource & { readonly options?: LookOptions | undefined },
  number: number,
): Promise<Page> {
  const { resource, resourceVersion, facts, options } = list
  const path = `${list.path}${list.path.includes('?') ? '&' : '?'}itemsPerPage=${PAGE_SIZE}&pageNum=${number}`
  try {
    const request = { method: 'GET', resource, path, resourceVersion, ...(facts && { facts }), ...options } as const
    return parsePage(client, list, await client.call(request))
  } catch (error) {
    // Callers go on without a list that they may not read. But this list may be read: its first page was.
    if (number > 1 && error instanceof AtlasApiError && NOT_PERMITTED.has(error.status)) {
      throw incompleteError(list, safe`page ${number} was refused with HTTP ${error.status}`)
    }
    throw error
  }
}

async function convertItems<Item, Result>(
  client: AtlasClient,
  { resource, item, convert }: List<Item, Result>,
  results: readonly unknown[],
  converted: Result[],
): Promise<void> {
  for (const [index, result] of results.entries()) {
    if (index % ITEMS_PER_TURN === ITEMS_PER_TURN - 1) await client.pause()
    converted.push(convert(parse({ client, resource, at: safe`results.${index}` }, item, result)))
  }
}

function incompleteError({ resource }: Resource, problem: SafeText): UnreadableResponseError {
  return new UnreadableResponseError(
    safe`GET ${resource}: the list is incomplete: ${problem}. An incomplete list proves nothing.`,
  )
}
