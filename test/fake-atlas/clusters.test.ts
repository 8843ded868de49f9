import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { PROJECT_ID } from '../harness/fixtures.ts'
import { call } from './call.ts'
import { multiCloudCluster, sharedCluster } from './clusters.ts'
import type { FakeProject } from './project.ts'
import { FakeAtlas } from './server.ts'

let atlas: FakeAtlas
let project: FakeProject

beforeEach(async () => {
  atlas = await FakeAtlas.start()
  atlas.skipsAuthentication = true
  project = atlas.addProject()
  project.blocks.awsKms = { enabled: true, customerMasterKeyID: 'key' }
})
afterEach(() => atlas.stop())

const change = (name: string, body: unknown, version = '2024-10-23') =>
  call(atlas, `PATCH ${PROJECT_ID}/clusters/${name}`, { body, version })
const look = async (name: string) =>
  (await call(atlas, `GET ${PROJECT_ID}/clusters/${name}`, { version: '2024-08-05' })).body

test('a switch is under way for the number of GETs that the cluster says, then it is idle', async () => {
  project.clusters = [{ name: 'orders', encryptionAtRestProvider: 'NONE', switchLooks: 2 }]
  const response = await change('orders', { encryptionAtRestProvider: 'AWS' })
  expect(response).toMatchObject({ status: 200, body: { encryptionAtRestProvider: 'AWS', stateName: 'UPDATING' } })
  const states = [await look('orders'), await look('orders'), await look('orders')].map(({ stateName }) => stateName)
  expect(states).toEqual(['UPDATING', 'UPDATING', 'IDLE'])
  expect(project.clusterChanges).toMatchObject([{ name: 'orders', from: 'NONE', to: 'AWS', stateName: 'IDLE' }])
})

test('right after a switch a cluster may still be idle with its old provider', async () => {
  project.clusters = [{ name: 'orders', encryptionAtRestProvider: 'NONE', switchLooks: 1, staleLooks: 1 }]
  await change('orders', { encryptionAtRestProvider: 'AWS' })
  expect(await look('orders')).toMatchObject({ stateName: 'IDLE', encryptionAtRestProvider: 'NONE' })
  expect(await look('orders')).toMatchObject({ stateName: 'UPDATING', encryptionAtRestProvider: 'AWS' })
  expect(await look('orders')).toMatchObject({ stateName: 'IDLE', encryptionAtRestProvider: 'AWS' })
})

test('a cluster may report its old provider until the switch is done', async () => {
  project.clusters = [{ name: 'orders', switchLooks: 1, reportsOldProvider: true }]
  await change('orders', { encryptionAtRestProvider: 'AWS' })
  expect(await look('orders')).toMatchObject({ encryptionAtRestProvider: 'NONE', stateName: 'UPDATING' })
  expect(await look('orders')).toMatchObject({ encryptionAtRestProvider: 'AWS', stateName: 'IDLE' })
})

describe('a change of a cluster is refused', () => {
  beforeEach(() => {
    project.clusters = [
      { name: 'orders', encryptionAtRestProvider: 'NONE' },
      { name: 'asleep', paused: true },
      { name: 'moved', encryptionAtRestProvider: 'AZURE', refusesDirectChange: true },
      sharedCluster('shared'),
    ]
  })

  test.each<[string, string, unknown, number, string]>([
    ['that does not exist', 'nowhere', { encryptionAtRestProvider: 'AWS' }, 404, 'CLUSTER_NOT_FOUND'],
    ['that is paused', 'asleep', { encryptionAtRestProvider: 'AWS' }, 409, 'CANNOT_UPDATE_PAUSED_CLUSTER'],
    [
      'that is resumed and switched at once',
      'asleep',
      { paused: false, encryptionAtRestProvider: 'AWS' },
      409,
      'CANNOT_UPDATE_PAUSED_CLUSTER',
    ],
    ['that is shared', 'shared', { encryptionAtRestProvider: 'AWS' }, 400, 'CANNOT_USE_ENCRYPTION_AT_REST_TENANT'],
    [
      'that goes straight to another provider',
      'moved',
      { encryptionAtRestProvider: 'AWS' },
      409,
      'CANNOT_CHANGE_ENCRYPTION_AT_REST_PROVIDER',
    ],
    [
      'to a provider that is not enabled',
      'orders',
      { encryptionAtRestProvider: 'GCP' },
      400,
      'ENCRYPTION_AT_REST_NOT_ENABLED',
    ],
    [
      'to a provider that does not exist',
      'orders',
      { encryptionAtRestProvider: 'aws' },
      400,
      'INVALID_ENCRYPTION_AT_REST_PROVIDER',
    ],
    ['with a field that it does not have', 'orders', { encryption: 'AWS' }, 400, 'INVALID_ATTRIBUTE'],
    ['with a list', 'orders', [], 400, 'INVALID_JSON'],
  ])('%s', async (_, name, body, status, errorCode) => {
    expect(await change(name, body)).toMatchObject({ status, body: { errorCode } })
    expect(project.clusterChanges).toEqual([])
  })

  test('if the key is not valid, unless the cluster is to have none', async () => {
    project.brokenKeys.add('key')
    const refused = await change('orders', { encryptionAtRestProvider: 'AWS' })
    expect(refused).toMatchObject({ status: 400, body: { errorCode: 'ENCRYPTION_AT_REST_SETTINGS_INVALID' } })
    expect(await change('moved', { encryptionAtRestProvider: 'NONE' })).toMatchObject({ status: 200 })
  })

  test.each(['2023-01-01', '2024-08-05', '2025-03-12'])('in version %s', async (version) => {
    const response = await change('orders', { encryptionAtRestProvider: 'AWS' }, version)
    expect(response).toMatchObject({ status: 406, body: { errorCode: 'INVALID_VERSION_DATE' } })
  })

  test.each<['GROUP_OWNER' | 'GROUP_CLUSTER_MANAGER' | 'GROUP_READ_ONLY', number]>([
    ['GROUP_OWNER', 200],
    ['GROUP_CLUSTER_MANAGER', 200],
    ['GROUP_READ_ONLY', 403],
  ])('or not, depending on the role: %s', async (role, status) => {
    atlas.role = role
    expect(await change('orders', { encryptionAtRestProvider: 'AWS' })).toMatchObject({ status })
  })
})

test('a provider cannot be disabled while a cluster is still being switched from it', async () => {
  project.clusters = [{ name: 'orders', encryptionAtRestProvider: 'AWS', switchLooks: 1 }]
  await change('orders', { encryptionAtRestProvider: 'NONE' })
  const disable = () => call(atlas, `PATCH ${PROJECT_ID}/encryptionAtRest`, { body: { awsKms: { enabled: false } } })
  expect(await disable()).toMatchObject({ status: 409, body: { errorCode: 'CANNOT_DISABLE_ENCRYPTION_AT_REST' } })
  await look('orders')
  expect(await disable()).toMatchObject({ status: 200 })
})

test('the list shows what kind of cluster each is, page by page', async () => {
  project.clusters = [{ name: 'plain' }, sharedCluster('shared', 'M2'), multiCloudCluster('wide', 'AWS', 'AZURE')]
  atlas.maxPageSize = 2
  const list = (pageNum: number) =>
    call(atlas, `GET ${PROJECT_ID}/clusters?pageNum=${pageNum}`, { version: '2024-08-05' })
  const pages = [await list(1), await list(2)].map(({ body }) => body)
  expect(pages[0]).toMatchObject({
    totalCount: 3,
    links: [{ rel: 'self' }, { rel: 'next' }],
    results: [
      { name: 'plain', paused: false, stateName: 'IDLE' },
      { name: 'shared', replicationSpecs: [{ regionConfigs: [{ providerName: 'TENANT' }] }] },
    ],
  })
  expect(pages[1]).toMatchObject({
    links: [{ rel: 'self' }],
    results: [{ replicationSpecs: [{ regionConfigs: [{ providerName: 'AWS' }, { providerName: 'AZURE' }] }] }],
  })
})
