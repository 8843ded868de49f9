import { invalid } from './errors.ts'

/** A role of AWS in cloudProviderAccess. */
export interface AwsRole {
  roleId: string
  /** Atlas knows it only once the role is authorized. */
  arn?: string
  authorized: boolean
}

/** A service principal of Azure. The list says nothing about its authorization. */
export interface AzureServicePrincipal {
  /** What encryption at rest takes as `roleId`. */
  _id: string
  servicePrincipalId: string
  tenantId?: string
}

/** A service account of Google. */
export interface GoogleServiceAccount {
  roleId: string
  gcpServiceAccountForAtlas: string
  status: 'NOT_INITIATED' | 'IN_PROGRESS' | 'COMPLETE' | 'FAILED' | (string & {})
}

/** The roles of a project for all clouds. */
export interface Roles {
  readonly roles: readonly AwsRole[]
  readonly azureServicePrincipals: readonly AzureServicePrincipal[]
  readonly gcpServiceAccounts: readonly GoogleServiceAccount[]
}

/** The response to a GET of cloudProviderAccess. */
export function cloudProviderAccess({ roles, azureServicePrincipals, gcpServiceAccounts }: Roles): object {
  const awsIamRoles = roles.map(({ roleId, arn, authorized }) => ({
    providerName: 'AWS',
    roleId,
    atlasAWSAccountArn: 'arn:aws:iam::999900001111:root',
    atlasAssumedRoleExternalId: '00000000-0000-4000-8000-000000000000',
    createdDate: '2026-01-01T00:00:00Z',
    featureUsages: [],
    ...(arn !== undefined && { iamAssumedRoleArn: arn }),
    ...(authorized && { authorizedDate: '2026-01-01T00:00:00Z' }),
  }))
  return {
    awsIamRoles,
    azureServicePrincipals: azureServicePrincipals.map((principal) => ({ providerName: 'AZURE', ...principal })),
    gcpServiceAccounts: gcpServiceAccounts.map((account) => ({ providerName: 'GCP', ...account })),
  }
}

/** @throws ApiError if the project has no such role, or it is not authorized */
export function requireAuthorized({ roles, azureServicePrincipals, gcpServiceAccounts }: Roles, roleId: unknown): void {
  const role = [
    ...roles.map(({ roleId: id, authorized }) => ({ id, authorized })),
    ...azureServicePrincipals.map(({ _id }) => ({ id: _id, authorized: true })),
    ...gcpServiceAccounts.map(({ roleId: id, status }) => ({ id, authorized: status === 'COMPLETE' })),
  ].find(({ id }) => id === roleId)
  if (role === undefined) throw invalid('INVALID_ATTRIBUTE', 'Invalid attribute roleId specified.', ['roleId'])
  if (role.authorized) return
  const detail = `The specified Cloud Provider Access role (${role.id}) has not been authorized.`
  throw invalid('CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED', detail, [role.id])
}
