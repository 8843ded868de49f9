import { describe, expect, test } from '@jest/globals'
import { PendingChange } from '../../src/atlas/pending-change.ts'
import { UnreadableResponseError } from '../../src/atlas/response.ts'
import { respondWith } from '../fake-atlas/faults.ts'
import { CONFIGURATIONS, PROJECT_ID } from '../harness/fixtures.ts'
import { withFakeAtlas } from './fake-session.ts'

const { block } = CONFIGURATIONS.aws
const ENABLED = { awsKms: { ...block, enabled: true } }

describe('the document', () => {
  test('is read and changed', () =>
    withFakeAtlas(async ({ server, connect }) => {
      server.addProject().roles = [{ roleId: block.roleId, authorized: true }]
      const atlas = connect()
      expect((await atlas.getEncryptionAtRest(PROJECT_ID)).awsKms).toMatchObject({ enabled: false })
      const changed = await atlas.patchEncryptionAtRest(PROJECT_ID, ENABLED, new PendingChange())
      expect(changed.awsKms).toMatchObject({ ...block, enabled: true, valid: true })
      expect(server.patches).toEqual([ENABLED])
    }))

  test.each([
    [{}],
    [{ awsKMS: {} }],
    [{ status: 'ok' }],
    [{ id: 1, results: [] }],
    [{ error: 503, awsKms: {} }],
    [{ errorCode: 'MAINTENANCE', ...ENABLED }],
    [{ message: 'Down for maintenance', awsKms: null }],
    [[]],
    ['<html>'],
  ])('%j is none, neither for a GET nor for a PATCH', (body) =>
    withFakeAtlas(async ({ server, connect }) => {
      const atlas = connect()
      server.faults.push({ handler: respondWith(200, body), times: 2 })
      const reading = atlas.getEncryptionAtRest(PROJECT_ID)
      await expect(reading).rejects.toMatchObject({ code: 'PROTOCOL' })
      const writing = atlas.patchEncryptionAtRest(PROJECT_ID, ENABLED, new PendingChange())
      await expect(writing).rejects.toThrow(UnreadableResponseError)
    }),
  )

  test.each([
    [{ awsKms: null }],
    [{ azureKeyVault: {} }],
    [{ googleCloudKms: { enabled: false, error: null } }],
    [{ enabledForSearchNodes: null, error: null, message: null }],
  ])('%j is one', (body) =>
    withFakeAtlas(async ({ server, connect }) => {
      server.faults.push({ handler: respondWith(200, body) })
      expect(await connect().getEncryptionAtRest(PROJECT_ID)).toBeDefined()
    }),
  )

  test('with a known field of a wrong type is none, and the field is named', () =>
    withFakeAtlas(async ({ server, connect }) => {
      server.faults.push({ handler: respondWith(200, { azureKeyVault: { valid: 'true' } }) })
      await expect(connect().getEncryptionAtRest(PROJECT_ID)).rejects.toThrow('`azureKeyVault.valid`')
    }))
})

describe('values', () => {
  const read = async (value: string, secret = 'correct-horse-battery'): Promise<string> => {
    let read = ''
    await withFakeAtlas(async ({ server, connect, run }) => {
      run.secrets.protect(secret)
      server.addProject().blocks.awsKms = { ...block, enabled: true, customerMasterKeyID: value }
      read = (await connect().getEncryptionAtRest(PROJECT_ID)).awsKms?.customerMasterKeyID as string
    })
    return read
  }

  test('stay as they are, whatever they hold', async () => {
    for (const value of ['a\n::error::b \u202e ##[x]', 'correct-horse-battery', 'x'.repeat(4096)]) {
      expect(await read(value)).toBe(value)
    }
  })

  test('are cut to 4 kB, also in the middle of a character', async () => {
    expect(await read('x'.repeat(4097))).toBe(`${'x'.repeat(4095)}…`)
    expect(await read('😀'.repeat(3000))).toBe(`${'😀'.repeat(2047)}\ufffd…`)
    expect(await read('x'.repeat(1_000_000))).toHaveLength(4096)
  })

  test('that are cut do not show a part of a secret', async () => {
    for (const length of [1, 10, 20]) {
      const cut = await read(`${'x'.repeat(4096 - length)}correct-horse-battery and more`)
      expect(cut).not.toMatch(/xco|orr/)
    }
    const secret = Array.from({ length: 2000 }, (_, n) => (n * 7919).toString(36)).join('')
    expect(await read('x'.repeat(4000) + secret, secret)).toBe(`${'x'.repeat(4000)}***…`)
  })
})

describe('the query', () => {
  test.each([
    [{}, ''],
    [{ envelope: true }, '?envelope=true'],
    [{ pretty: true }, '?pretty=true'],
    [{ envelope: true, pretty: true }, '?envelope=true&pretty=true'],
  ])('%j', (options, query) =>
    withFakeAtlas(async ({ server, connect }) => {
      server.addProject().clusters = []
      const atlas = connect()
      await atlas.getEncryptionAtRest(PROJECT_ID)
      expect(server.requests.at(-1)?.path).toBe(`/api/atlas/v2/groups/${PROJECT_ID}/encryptionAtRest${query}`)
      await atlas.listClusters(PROJECT_ID)
      expect(server.requests.at(-1)?.path).not.toMatch(/envelope|pretty/)
    }, options),
  )
})
