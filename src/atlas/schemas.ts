import * as z from 'zod/mini'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import type { AtlasClient } from './client.ts'
import { UnreadableResponseError } from './response.ts'

// By default zod compiles each object schema to a function of its own, which never pays off for a schema that is used once.
z.config({ jitless: true })

// Atlas leaves out or nulls whatever does not apply, and adds fields without notice: everything is optional, unknown fields
// are dropped, and only a known field of a wrong type is refused.
export const flag = z.nullish(z.boolean())
export const text = z.nullish(z.string())
/** A list within a document, whose items are left to {@link parseItems}. */
export const list = z.nullish(z.custom<readonly unknown[]>(Array.isArray))

const MIN_TOKEN_LENGTH = 20
/** Atlas's access tokens have about a thousand characters. */
const MAX_TOKEN_LENGTH = 16_384

/** A short token could be a word of the action's own, which would then be masked everywhere. */
export const accessToken = z.object({
  access_token: z
    .string()
    .check(z.minLength(MIN_TOKEN_LENGTH), z.maxLength(MAX_TOKEN_LENGTH), z.regex(/^[\x21-\x7e]+$/)),
  expires_in: z.nullish(z.number()),
})

/** What is parsed, for messages. */
export interface Source {
  readonly client: Pick<AtlasClient, 'sanitize'>
  readonly resource: SafeText
  /** The path of the document within the response. */
  readonly at?: SafeText
}

/** @throws UnreadableResponseError if the document is not as the schema says */
export function parse<T>({ client, resource, at }: Source, schema: z.ZodMiniType<T>, document: unknown): T {
  const { data, error } = schema.safeParse(document)
  if (error === undefined) return data
  const { path } = error.issues[0] as z.core.$ZodIssue
  const place = client.sanitize([...(at === undefined ? [] : [at]), ...path].join('.'), 200)
  throw new UnreadableResponseError(
    safe`${resource}: Atlas's response is not as documented at \`${place}\`. Update this action. If that does not help, report the problem.`,
  )
}

/**
 * Checks the items of a list one by one, since a schema of the whole list would report every wrong item of millions.
 *
 * @param limit more items than Atlas ever sends
 * @throws UnreadableResponseError for the first wrong item, or for a list that is longer than the limit
 */
export function parseItems<T>(
  source: Source,
  schema: z.ZodMiniType<T>,
  items: readonly unknown[] | null | undefined,
  limit: number,
): T[] {
  if (items == null) return []
  if (items.length > limit) throw tooLongError(source)
  return items.map((item, index) => parse({ ...source, at: safe`${source.at ?? safe`list`}.${index}` }, schema, item))
}

/** For a list that is longer than any of Atlas's. */
export function tooLongError({ resource }: Pick<Source, 'resource'>): UnreadableResponseError {
  return new UnreadableResponseError(safe`GET ${resource}: the list is longer than any of Atlas's.`)
}
