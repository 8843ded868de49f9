import { describe, expect, test } from '@jest/globals'
import type { Cluster } from '../../src/domain/cluster.ts'
import type { DesiredProject } from '../../src/domain/desired.ts'
import type { PrivateEndpoint } from '../../src/domain/private-endpoints.ts'
import type { Reported } from '../../src/domain/reported.ts'
import { compareWithAtlas, currentReported, readReported, recordReported } from '../../src/modes/read-project.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { ENABLE, ENABLED, FIELDS, fakeModeContext, inTurn, refused, textsOf } from './fake-context.ts'

const ACCESS_KEY = 'AKIAIOSFODNN7EXAMPLE'
const CLUSTER: Cluster = {
  name: safe`orders`,
  provider: 'NONE',
  paused: false,
  state: safe`IDLE`,
  providerNames: new Set(['AWS']),
  isShared: false,
}
const endpoint = (region: 'US_EAST_1' | 'EU_WEST_1'): PrivateEndpoint => ({
  id: safe`e`,
  region: safe`${region}`,
  status: safe`ACTIVE`,
  connectionName: safe``,
  errorMessage: safe``,
})

describe('what Atlas reports', () => {
  test('is kept, and logged provider by provider', async () => {
    const context = fakeModeContext({ getEncryptionAtRest: inTurn(ENABLED) })
    expect(await readReported(context, ENABLE)).toBe(ENABLED)
    expect(context.state).toMatchObject({ reported: ENABLED, reportedAt: context.run.clock.now() })
    expect(context.run.events).toEqual([
      {
        type: 'reported',
        providers: [
          { provider: 'aws', enabled: true, valid: true },
          { provider: 'azure', enabled: false, valid: false },
          { provider: 'gcp', enabled: false, valid: false },
        ],
      },
    ])
  })

  test('shows ids of access keys by their last four characters from then on', () => {
    const context = fakeModeContext({})
    recordReported(context, { awsKms: { enabled: true, accessKeyID: ACCESS_KEY, region: null } })
    expect(context.run.secrets.sanitize(`of ${ACCESS_KEY}`)).toBe('of …MPLE')
    expect(context.run.masks).toEqual([])
  })

  test('is read again only if it is older than 5 s', async () => {
    const other: Reported = { awsKms: { enabled: false } }
    const context = fakeModeContext({ getEncryptionAtRest: inTurn(ENABLED, other) })
    await readReported(context, ENABLE)
    await context.run.clock.sleep(4999, context.run.signal)
    expect(await currentReported(context, ENABLE)).toBe(ENABLED)
    await context.run.clock.sleep(1, context.run.signal)
    expect(await currentReported(context, ENABLE)).toBe(other)
  })
})

describe('a project that is compared', () => {
  test('takes one request if it names neither roles, clusters nor regions', async () => {
    const context = fakeModeContext({ getEncryptionAtRest: inTurn(ENABLED) })
    const compared = await compareWithAtlas(context, ENABLE)
    expect(compared.comparisons.map(({ field, verdict }) => [field, verdict])).toEqual([
      ['enabled', 'same'],
      ['customerMasterKeyID', 'same'],
      ['region', 'same'],
      ['roleId', 'same'],
    ])
    expect(compared).toMatchObject({ desired: ENABLE, reported: ENABLED, targets: [] })
  })

  test('has secrets for the change, but not where it is shown', async () => {
    const fields = { ...FIELDS, secretAccessKey: 's3cret-s3cret', accessKeyID: ACCESS_KEY }
    const desired: DesiredProject = { ...ENABLE, providers: [{ provider: 'aws', enabled: true, fields }] }
    const context = fakeModeContext({ getEncryptionAtRest: inTurn(ENABLED) })
    const { comparisons } = await compareWithAtlas(context, desired)
    expect(comparisons.find(({ field }) => field === 'secretAccessKey')?.expected).toBe('s3cret-s3cret')
    const shown = JSON.stringify([context.state.comparisons, context.run.events])
    expect(shown).not.toMatch(/s3cret-s3cret|AKIAIOS/)
    expect(context.run.events).toContainEqual({ type: 'compared', comparisons: context.state.comparisons })
  })

  test('is compared with its clusters and private endpoints, the others named in the log', async () => {
    const desired: DesiredProject = {
      ...ENABLE,
      providers: [
        {
          provider: 'aws',
          enabled: true,
          fields: FIELDS,
          clusters: 'all',
          privateEndpointRegions: [safe`US_EAST_1`, safe`US_WEST_2`],
        },
      ],
    }
    const context = fakeModeContext({
      getEncryptionAtRest: inTurn(ENABLED),
      listClusters: inTurn([CLUSTER, { ...CLUSTER, name: safe`free`, isShared: true }]),
      listPrivateEndpoints: inTurn([endpoint('US_EAST_1'), endpoint('EU_WEST_1')]),
    })
    const { comparisons, targets } = await compareWithAtlas(context, desired)
    expect(comparisons.slice(-3)).toMatchObject([
      { field: 'privateEndpoints.US_EAST_1', actual: 'ACTIVE', verdict: 'same' },
      { field: 'privateEndpoints.US_WEST_2', actual: null, verdict: 'differs' },
      { field: 'clusters.orders', expected: 'AWS', actual: 'NONE', verdict: 'differs' },
    ])
    expect(targets.map(({ name }) => name)).toEqual(['orders'])
    expect(context.state.clusters).toEqual([{ name: 'orders', expected: 'AWS', actual: 'NONE', state: 'IDLE' }])
    expect(context.state.privateEndpoints.map(({ region, status }) => [region, status])).toEqual([
      ['US_EAST_1', 'ACTIVE'],
      ['US_WEST_2', null],
    ])
    expect(textsOf(context.run, 'note')).toEqual([
      expect.stringMatching(/other regions are left unchanged: EU_WEST_1/),
      expect.stringMatching(/Shared clusters .* left out: free/),
    ])
  })

  test('has what the workflow does not name as notes, in log and summary', async () => {
    const reported = { ...ENABLED, googleCloudKms: { enabled: true }, enabledForSearchNodes: true }
    const context = fakeModeContext({ getEncryptionAtRest: inTurn(reported) })
    await compareWithAtlas(context, ENABLE)
    expect(context.state.notes).toEqual([
      expect.stringMatching(/^Google Cloud KMS .*not managed by this workflow/),
      expect.stringMatching(/enabledForSearchNodes.*not managed by this workflow/),
    ])
    expect(textsOf(context.run, 'note')).toEqual(context.state.notes)
  })

  test('is not, if a list of what it names cannot be read', async () => {
    const provider = { provider: 'aws', enabled: true, fields: FIELDS, clusters: 'all' } as const
    const context = fakeModeContext({
      getEncryptionAtRest: inTurn(ENABLED),
      listClusters: inTurn<Cluster[]>(refused('USER_UNAUTHORIZED', 403)),
    })
    const comparing = compareWithAtlas(context, { ...ENABLE, providers: [provider] })
    await expect(comparing).rejects.toMatchObject({ code: 'USER_UNAUTHORIZED' })
    expect(context.state.reported).toBe(ENABLED)
  })
})
