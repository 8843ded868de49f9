import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { ORGANIZATION, PROJECT_ID, ROLE_ID, SERVICE_ACCOUNT } from '../harness/fixtures.ts'
import { call } from './call.ts'
import type { FakeProject } from './project.ts'
import { FakeAtlas } from './server.ts'

let atlas: FakeAtlas
let project: FakeProject

beforeEach(async () => {
  atlas = await FakeAtlas.start()
  atlas.skipsAuthentication = true
  project = atlas.addProject()
})
afterEach(() => atlas.stop())

test('an AWS role has neither a date nor an ARN before it is authorized', async () => {
  project.roles = [
    { roleId: ROLE_ID, arn: 'arn:aws:iam::1:role/a', authorized: true },
    { roleId: ROLE_ID, authorized: false },
  ]
  project.azureServicePrincipals = [{ _id: ROLE_ID, servicePrincipalId: 'principal', tenantId: 'tenant' }]
  project.gcpServiceAccounts = [{ roleId: ROLE_ID, gcpServiceAccountForAtlas: 'a@b.example', status: 'IN_PROGRESS' }]
  const { body } = await call(atlas, `GET ${PROJECT_ID}/cloudProviderAccess`)
  const { awsIamRoles, azureServicePrincipals, gcpServiceAccounts } = body as Record<string, object[]>
  expect(awsIamRoles?.[0]).toMatchObject({
    iamAssumedRoleArn: 'arn:aws:iam::1:role/a',
    authorizedDate: expect.any(String),
  })
  expect(awsIamRoles?.[1]).not.toHaveProperty('iamAssumedRoleArn')
  expect(awsIamRoles?.[1]).not.toHaveProperty('authorizedDate')
  expect(azureServicePrincipals).toMatchObject([{ _id: ROLE_ID, servicePrincipalId: 'principal', tenantId: 'tenant' }])
  expect(gcpServiceAccounts).toMatchObject([{ roleId: ROLE_ID, status: 'IN_PROGRESS' }])
})

test('a Google role that is not complete cannot be used', async () => {
  project.gcpServiceAccounts = [{ roleId: ROLE_ID, gcpServiceAccountForAtlas: 'a@b.example', status: 'IN_PROGRESS' }]
  const googleCloudKms = { enabled: true, keyVersionResourceID: 'k', roleId: ROLE_ID }
  const enable = () => call(atlas, `PATCH ${PROJECT_ID}/encryptionAtRest`, { body: { googleCloudKms } })
  expect((await enable()).body.errorCode).toBe('CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED')
  Object.assign(project.gcpServiceAccounts[0] as object, { status: 'COMPLETE' })
  expect((await enable()).status).toBe(200)
})

test('a service account shows the ends of its secrets, in its own version', async () => {
  const secrets = [{ id: '1', expiresAt: '2027-01-01T00:00:00Z', maskedSecretValue: 'mdb_sa_sk_***4Z' }]
  project.serviceAccounts.set(SERVICE_ACCOUNT.clientId, { secrets })
  const path = `GET ${PROJECT_ID}/serviceAccounts/${SERVICE_ACCOUNT.clientId}`
  expect((await call(atlas, path, { version: '2024-08-05' })).body).toMatchObject({ secrets })
  expect((await call(atlas, path)).status).toBe(406)
  expect((await call(atlas, `${path}x`, { version: '2024-08-05' })).status).toBe(404)
})

test('events are filtered by every type that the request names', async () => {
  project.events = ['A', 'B', 'C'].map((eventTypeName) => ({ eventTypeName, created: '2026-11-01T10:00:00Z' }))
  const { body } = await call(atlas, `GET ${PROJECT_ID}/events?eventType=A&eventType=C`)
  expect((body.results as { eventTypeName: string }[]).map(({ eventTypeName }) => eventTypeName)).toEqual(['A', 'C'])
})

test('a project has the name and the tags of the list of its organization', async () => {
  const tags = [{ key: 'team', value: 'payments' }]
  atlas.organizations.set(ORGANIZATION, [{ id: PROJECT_ID, name: 'payments-prod', tags }])
  const { body } = await call(atlas, `GET ${PROJECT_ID}`)
  expect(body).toMatchObject({ id: PROJECT_ID, orgId: ORGANIZATION, name: 'payments-prod', tags })
  project.tags = []
  expect((await call(atlas, `GET ${PROJECT_ID}`)).body.tags).toEqual([])
})
