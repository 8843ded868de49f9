import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { PROJECT_ID } from '../harness/fixtures.ts'
import { call } from './call.ts'
import type { FakeProject } from './project.ts'
import { FakeAtlas } from './server.ts'

let atlas: FakeAtlas
let project: FakeProject

beforeEach(async () => {
  atlas = await FakeAtlas.start()
  atlas.skipsAuthentication = true
  project = atlas.addProject()
  project.blocks = {
    awsKms: { enabled: true, requirePrivateNetworking: true },
    azureKeyVault: { enabled: true, requirePrivateNetworking: true },
  }
})
afterEach(() => atlas.stop())

const path = (provider: string, id = ''): string =>
  `${PROJECT_ID}/encryptionAtRest/${provider}/privateEndpoints${id === '' ? '' : `/${id}`}`
const create = (provider: string, regionName: unknown) =>
  call(atlas, `POST ${path(provider)}`, { body: { regionName } })
const look = (provider: string, id: unknown) => call(atlas, `GET ${path(provider, id as string)}`)
const remove = (provider: string, id: unknown) => call(atlas, `DELETE ${path(provider, id as string)}`)
const BLOCKED = 'ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_DELETE_BLOCKED_DURING_PROVISIONING'

test('an endpoint of AWS is created and becomes active by itself', async () => {
  project.endpoints.scripts.set('US_EAST_1', { looks: 1 })
  const { status, body } = await create('AWS', 'US_EAST_1')
  expect(status).toBe(202)
  expect(body).toMatchObject({ cloudProvider: 'AWS', regionName: 'US_EAST_1', status: 'INITIATING' })
  const statuses = [await look('AWS', body.id), await look('AWS', body.id)].map((response) => response.body.status)
  expect(statuses).toEqual(['INITIATING', 'ACTIVE'])
})

test('an endpoint of Azure waits for the owner of the vault', async () => {
  const { body } = await create('AZURE', 'EUROPE_NORTH')
  const pending = await look('AZURE', body.id)
  expect(pending.body).toMatchObject({
    status: 'PENDING_ACCEPTANCE',
    privateEndpointConnectionName: expect.stringContaining('vault-prod'),
  })
  project.endpoints.approve(pending.body.privateEndpointConnectionName as string)
  expect((await look('AZURE', body.id)).body.status).toBe('ACTIVE')
})

test('an endpoint that the owner of the vault rejects is to be created anew', async () => {
  const { body } = await create('AZURE', 'US_EAST_2')
  const { privateEndpointConnectionName } = (await look('AZURE', body.id)).body
  project.endpoints.reject(privateEndpointConnectionName as string)
  expect((await look('AZURE', body.id)).body).toMatchObject({
    status: 'PENDING_RECREATION',
    errorMessage: expect.stringContaining('rejected'),
  })
  expect(() => project.endpoints.approve(privateEndpointConnectionName as string)).toThrow('no connection')
})

test('an endpoint fails with a message', async () => {
  project.endpoints.scripts.set('US_EAST_1', { becomes: 'FAILED', errorMessage: 'No capacity.' })
  const { body } = await create('AWS', 'US_EAST_1')
  expect((await look('AWS', body.id)).body).toMatchObject({ status: 'FAILED', errorMessage: 'No capacity.' })
})

test('an endpoint is deleted in the end, but not while it is provisioned', async () => {
  project.endpoints.scripts.set('US_EAST_1', { looks: 1, deleteLooks: 1 })
  const { id } = (await create('AWS', 'US_EAST_1')).body
  expect(await remove('AWS', id)).toMatchObject({ status: 400, body: { errorCode: BLOCKED } })
  await look('AWS', id)
  expect(await remove('AWS', id)).toEqual({ status: 204, body: {} })
  expect((await look('AWS', id)).body.status).toBe('DELETING')
  expect(await look('AWS', id)).toMatchObject({ status: 404 })
  expect((await call(atlas, `GET ${path('AWS')}`)).body.results).toEqual([])
})

describe('the creation of an endpoint is refused', () => {
  test.each<[string, string, unknown, string]>([
    ['in a region of another form', 'AWS', 'us-east-1', 'INVALID_REGION'],
    ['without a region', 'AZURE', undefined, 'MISSING_ATTRIBUTE'],
    ['in a region that has one', 'AWS', 'EU_WEST_1', 'VALIDATION_ERROR'],
  ])('%s', async (_, provider, region, errorCode) => {
    project.privateEndpoints = [{ provider: 'AWS', regionName: 'EU_WEST_1', status: 'ACTIVE' }]
    expect(await create(provider, region)).toMatchObject({ status: 400, body: { errorCode } })
  })

  test('before private networking is required', async () => {
    project.blocks.awsKms = { enabled: true }
    expect(await create('AWS', 'US_EAST_1')).toMatchObject({ status: 400 })
  })

  test('for Google', async () => {
    expect(await create('GCP', 'US_EAST_1')).toMatchObject({ status: 404 })
  })
})

test('private networking stays required, and the provider enabled, while there are endpoints', async () => {
  await create('AWS', 'US_EAST_1')
  const patch = (awsKms: object) => call(atlas, `PATCH ${PROJECT_ID}/encryptionAtRest`, { body: { awsKms } })
  expect((await patch({ enabled: false })).body.errorCode).toBe(
    'CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS',
  )
  expect((await patch({ requirePrivateNetworking: false })).body).toMatchObject({
    errorCode: 'CANNOT_DISABLE_ENCRYPTION_AT_REST_REQUIRE_PRIVATE_NETWORKING_WHILE_PRIVATE_ENDPOINTS_EXIST',
    parameters: ['US_EAST_1'],
  })
})

test.each(['GROUP_READ_ONLY', 'GROUP_CLUSTER_MANAGER'] as const)('%s may not even read endpoints', async (role) => {
  atlas.role = role
  expect(await call(atlas, `GET ${path('AWS')}`)).toMatchObject({ status: 403 })
})
