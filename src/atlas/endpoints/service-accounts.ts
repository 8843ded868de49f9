import * as z from 'zod/mini'
import { safe } from '../../sanitize/safe-text.ts'
import type { AtlasClient } from '../client.ts'
import type { ServiceAccountDetails } from '../endpoints.ts'
import { parse, parseItems, text } from '../schemas.ts'
import { nameOf, timeOf } from './texts.ts'

const RESOURCE = safe`service account`
/** An account has two at most, by Atlas's documentation. */
const MAX_SECRETS = 100

const account = z.object({ secrets: z.custom<readonly unknown[]>(Array.isArray) })
const secret = z.object({ expiresAt: text, lastUsedAt: text, maskedSecretValue: text })

/** A service account of the project, for when its secrets expire. */
export async function getServiceAccount(
  client: AtlasClient,
  projectId: string,
  clientId: string,
): Promise<ServiceAccountDetails> {
  const path = `/groups/${projectId}/serviceAccounts/${encodeURIComponent(clientId)}`
  const response = await client.call({ method: 'GET', resource: RESOURCE, path, resourceVersion: '2024-08-05' })
  const { secrets } = parse({ client, resource: RESOURCE }, account, response)
  const items = parseItems({ client, resource: RESOURCE, at: safe`secrets` }, secret, secrets, MAX_SECRETS)
  return {
    secrets: items.map(({ expiresAt, lastUsedAt, maskedSecretValue }) => ({
      expiresAt: timeOf(expiresAt),
      lastUsedAt: timeOf(lastUsedAt),
      maskedSecretValue: nameOf(client, maskedSecretValue),
    })),
  }
}
