import * as z from 'zod/mini'
import type { ServiceAccountSecret } from '../../domain/service-account-secret.ts'
import { safe } from '../../sanitize/safe-text.ts'
import type { AtlasClient } from '../client.ts'
import { parse, parseItems, text } from '../schemas.ts'
import { nameOf, timeOf } from './texts.ts'

const RESOURCE = safe`service account`
/** An account has two at most, by Atlas's documentation. */
const MAX_SECRETS = 100

const account = z.object({ secrets: z.custom<readonly unknown[]>(Array.isArray) })
const secret = z.object({ expiresAt: text, lastUsedAt: text, maskedSecretValue: text })

/** The secrets of a service account of the project: when they expire, and their last characters. */
export async function listServiceAccountSecrets(
  client: AtlasClient,
  projectId: string,
  clientId: string,
): Promise<ServiceAccountSecret[]> {
  const path = `/groups/${projectId}/serviceAccounts/${encodeURIComponent(clientId)}`
  const response = await client.call({ method: 'GET', resource: RESOURCE, path, resourceVersion: '2024-08-05' })
  const { secrets } = parse({ client, resource: RESOURCE }, account, response)
  const items = parseItems({ client, resource: RESOURCE, at: safe`secrets` }, secret, secrets, MAX_SECRETS)
  return items.map(({ expiresAt, lastUsedAt, maskedSecretValue }) => ({
    expiresAt: timeOf(expiresAt),
    lastUsedAt: timeOf(lastUsedAt),
    lastFour: nameOf(client, maskedSecretValue?.slice(-4)),
  }))
}
