import * as z from 'zod/mini'
import type { Patch } from '../../domain/patch.ts'
import { PROVIDER_LIST, type ProviderField } from '../../domain/providers.ts'
import type { Reported, ReportedProvider } from '../../domain/reported.ts'
import { safe } from '../../sanitize/safe-text.ts'
import type { AtlasClient, Resource } from '../client.ts'
import { CHECK_PROXY, sentences } from '../hints.ts'
import type { PendingChange } from '../pending-change.ts'
import { NoDocumentError } from '../response.ts'
import { flag, parse, text } from '../schemas.ts'

/** No field has more than 2048 characters by Atlas's specification. */
const MAX_VALUE_LENGTH = 4096
/** Longer than any secret, in any encoding: so much more is searched for secrets before a value is cut. */
const MARGIN = 32 * 1024

const fieldsOf = (fields: readonly ProviderField[]) =>
  fields.filter(({ secret }) => !secret).map(({ name, format }) => [name, format === 'boolean' ? flag : text] as const)

/** The document, with the fields that the provider table says Atlas returns. */
const document: z.ZodMiniType<Reported> = z.object({
  ...Object.fromEntries(
    PROVIDER_LIST.map(({ atlasObject, fields }) => [
      atlasObject,
      z.nullish(z.object({ enabled: flag, valid: flag, ...Object.fromEntries(fieldsOf(fields)) })),
    ]),
  ),
  enabledForSearchNodes: flag,
})

const MEMBERS = [...PROVIDER_LIST.map(({ atlasObject }) => atlasObject), 'enabledForSearchNodes']

/** How the resource is requested: by the inputs of the same names. */
export interface QueryOptions {
  readonly envelope: boolean
  readonly pretty: boolean
}

interface EncryptionAtRest extends Resource {
  readonly enveloped: boolean
}

const RESOURCE = safe`encryptionAtRest`

/** The encryptionAtRest resource of a project. */
export function encryptionAtRest(projectId: string, { envelope, pretty }: QueryOptions): EncryptionAtRest {
  const query = [envelope && 'envelope=true', pretty && 'pretty=true'].filter(Boolean).join('&')
  return {
    resource: RESOURCE,
    path: `/groups/${projectId}/encryptionAtRest${query && `?${query}`}`,
    resourceVersion: '2023-01-01',
    enveloped: envelope,
  }
}

export async function getEncryptionAtRest(client: AtlasClient, resource: EncryptionAtRest): Promise<Reported> {
  return readDocument(client, resource, await client.call({ ...resource, method: 'GET' }))
}

export async function patchEncryptionAtRest(
  client: AtlasClient,
  resource: EncryptionAtRest,
  patch: Patch,
  pendingChange: PendingChange,
): Promise<Reported> {
  const request = { ...resource, method: 'PATCH', body: patch } as const
  return readDocument(client, resource, await client.call(request, pendingChange))
}

/** @throws NoDocumentError if it is no encryptionAtRest document: any other object would read as "nothing is enabled" */
function readDocument(client: AtlasClient, { resource }: Resource, response: object): Reported {
  if (!MEMBERS.some((member) => Object.hasOwn(response, member))) {
    const problem = safe`${resource}: the response has none of the documented members.`
    throw new NoDocumentError(sentences(problem, CHECK_PROXY))
  }
  const reported = parse({ client, resource }, document, response)
  const shortened: Record<string, ReportedProvider> = {}
  for (const { atlasObject } of PROVIDER_LIST) {
    const block = reported[atlasObject]
    if (block && Object.values(block).some(isTooLong)) shortened[atlasObject] = shorten(client, block)
  }
  return { ...reported, ...shortened }
}

const isTooLong = (value: unknown): value is string => typeof value === 'string' && value.length > MAX_VALUE_LENGTH

/** The object with only the beginning of each text that is too long, without the secrets that this run knows. */
function shorten(client: AtlasClient, block: ReportedProvider): ReportedProvider {
  const cut = (value: string): string => {
    const head = client.redact(value.slice(0, MAX_VALUE_LENGTH + MARGIN))
    // A copy: V8 would keep all of the text that a slice was cut from.
    return Buffer.from(`${head.slice(0, MAX_VALUE_LENGTH - 1).toWellFormed()}…`).toString()
  }
  return Object.fromEntries(Object.entries(block).map(([name, value]) => [name, isTooLong(value) ? cut(value) : value]))
}
