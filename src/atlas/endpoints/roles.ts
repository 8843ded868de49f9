import * as z from 'zod/mini'
import { type SafeText, safe } from '../../sanitize/safe-text.ts'
import type { CloudProviderRole } from '../atlas.ts'
import type { AtlasClient } from '../client.ts'
import { UnreadableResponseError } from '../response.ts'
import { list, parse, parseItems, type Source, text } from '../schemas.ts'
import { nameOf } from './texts.ts'

const RESOURCE = safe`cloudProviderAccess`
const MAX_ROLES = 500
/** The ARN of a role with the longest path and name that AWS permits has about 640 characters. */
const MAX_ARN_LENGTH = 700

const access = z.object({ awsIamRoles: list, azureServicePrincipals: list, gcpServiceAccounts: list })
const awsRole = z.object({ roleId: text, iamAssumedRoleArn: text, authorizedDate: text })
const azurePrincipal = z.object({ _id: text, servicePrincipalId: text })
const googleAccount = z.object({ roleId: text, gcpServiceAccountForAtlas: text, status: text })

/** The list is not paginated. Roles without an id, which could not be used, are left out. */
export async function listRoles(client: AtlasClient, projectId: string): Promise<CloudProviderRole[]> {
  const path = `/groups/${projectId}/cloudProviderAccess`
  const response = await client.call({ method: 'GET', resource: RESOURCE, path, resourceVersion: '2023-01-01' })
  const lists = parse({ client, resource: RESOURCE }, access, response)
  const { awsIamRoles, azureServicePrincipals, gcpServiceAccounts } = lists
  if (!awsIamRoles && !azureServicePrincipals && !gcpServiceAccounts) {
    throw new UnreadableResponseError(safe`GET ${RESOURCE}: Atlas's response has no list of roles.`)
  }
  const source = (at: SafeText): Source => ({ client, resource: RESOURCE, at })
  const roles = [
    ...parseItems(source(safe`awsIamRoles`), awsRole, awsIamRoles, MAX_ROLES).map(awsRoleOf),
    ...parseItems(source(safe`azureServicePrincipals`), azurePrincipal, azureServicePrincipals, MAX_ROLES).map(
      azureRoleOf,
    ),
    ...parseItems(source(safe`gcpServiceAccounts`), googleAccount, gcpServiceAccounts, MAX_ROLES).map(googleRoleOf),
  ]
  return roles.flatMap(({ id, name, ...role }) =>
    id == null ? [] : [{ ...role, id: checkedId(id), name: name ? nameOf(client, name, MAX_ARN_LENGTH) : null }],
  )
}

/** A role before its texts are checked and sanitized. */
type RawRole = Pick<CloudProviderRole, 'provider' | 'isAuthorized'> & Record<'id' | 'name', string | null | undefined>

function awsRoleOf({ roleId, iamAssumedRoleArn, authorizedDate }: z.infer<typeof awsRole>): RawRole {
  return { provider: 'aws', id: roleId, name: iamAssumedRoleArn, isAuthorized: Boolean(authorizedDate) }
}

function azureRoleOf({ _id, servicePrincipalId }: z.infer<typeof azurePrincipal>): RawRole {
  return { provider: 'azure', id: _id, name: servicePrincipalId, isAuthorized: null }
}

function googleRoleOf({ roleId, gcpServiceAccountForAtlas, status }: z.infer<typeof googleAccount>): RawRole {
  return {
    provider: 'gcp',
    id: roleId,
    name: gcpServiceAccountForAtlas,
    isAuthorized: status ? status === 'COMPLETE' : null,
  }
}

/** @throws UnreadableResponseError if it is no id of Atlas's: it is sent back to Atlas as `roleId` */
function checkedId(id: string): string {
  if (/^[a-f0-9]{24}$/i.test(id)) return id.toLowerCase()
  throw new UnreadableResponseError(safe`GET ${RESOURCE}: Atlas's response has a role without a proper id.`)
}
