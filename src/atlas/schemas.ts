import * as z from 'zod/mini'
import type { ProviderField } from '../domain/providers.ts'
import { PROVIDER_LIST } from '../domain/providers.ts'
import type { Reported } from '../domain/reported.ts'

/** Of an access token; Atlas's have about a thousand characters. */
const MAX_TOKEN_LENGTH = 16_384

// zod compiles each object schema to a function of its own by default, which a schema that is used once never earns back.
z.config({ jitless: true })

// Atlas leaves out or nulls whatever does not apply, and adds fields without notice: everything is optional, what is not
// known is dropped, and only a known field of a wrong type is refused.
const flag = z.nullish(z.boolean())
const text = z.nullish(z.string())

/** The encryptionAtRest document, with the fields that the provider table says Atlas returns. */
export const encryptionAtRest: z.ZodMiniType<Reported> = z.object({
  ...Object.fromEntries(PROVIDER_LIST.map(({ atlasObject, fields }) => [atlasObject, providerBlock(fields)])),
  enabledForSearchNodes: flag,
})

function providerBlock(fields: readonly ProviderField[]): z.ZodMiniType {
  const returned = fields.filter(({ secret }) => !secret)
  const details = returned.map(({ name, format }) => [name, format === 'boolean' ? flag : text] as const)
  return z.nullish(z.object({ enabled: flag, valid: flag, ...Object.fromEntries(details) }))
}

/** A page of any list. `links` tells whether there is a next one; its URLs are not followed. */
const links = z.nullish(z.array(z.object({ rel: text })))

function pageOf<Item extends z.core.$ZodLooseShape>(item: Item) {
  return z.object({ links, results: z.nullish(z.array(z.object(item))) })
}

export const projectPage = pageOf({ id: text, name: text })

export const clusterPage = pageOf({ name: text, encryptionAtRestProvider: text, paused: flag })

export const alertConfigurationPage = pageOf({ eventTypeName: text, enabled: flag })

export const alertPage = pageOf({ eventTypeName: text, status: text, clusterName: text })

export const privateEndpointPage = pageOf({ regionName: text, status: text })

/** Newest first. */
export const eventPage = z.object({
  results: z.nullish(z.array(z.object({ created: text, username: text, publicKey: text }))),
})

/** Google's and Azure's roles stand beside, but are not looked up by us. */
export const cloudProviderAccess = z.object({
  awsIamRoles: z.nullish(z.array(z.object({ roleId: text, iamAssumedRoleArn: text, authorizedDate: text }))),
})

/** Atlas's ApiError; `parameters` holds scalars in fact, objects by the specification, or is null. */
export const apiError = z.object({
  errorCode: z.catch(text, undefined),
  detail: z.catch(text, undefined),
  reason: z.catch(text, undefined),
  parameters: z.catch(z.nullish(z.array(z.unknown())), undefined),
})

/** An error of the OAuth endpoints (RFC 6749, 5.2). */
export const oauthError = z.object({ error: z.string(), error_description: text })

export const accessToken = z.object({
  access_token: z.string().check(z.minLength(4), z.maxLength(MAX_TOKEN_LENGTH)),
  expires_in: z.nullish(z.number()),
})

/** The wrapping of `envelope=true`. */
export const envelope = z.object({ status: z.int(), content: z.unknown() })
