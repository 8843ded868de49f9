import { describe, expect, test } from '@jest/globals'
import type { Cluster, ClusterProvider } from '../../src/domain/cluster.ts'
import { type ExportedProvider, exportedProviders } from '../../src/domain/exported.ts'
import type { PrivateEndpoint } from '../../src/domain/private-endpoints.ts'
import type { Reported } from '../../src/domain/reported.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { sanitized } from '../harness/context.ts'

const clusterOf = (name: string, provider: ClusterProvider, isShared = false): Cluster => ({
  name: sanitized(name),
  provider,
  isShared,
  paused: false,
  state: safe`IDLE`,
  providerNames: new Set(),
})

const endpointIn = (region: string, status: string): PrivateEndpoint => ({
  id: safe`1`,
  region: sanitized(region),
  status: sanitized(status),
  connectionName: safe``,
  errorMessage: safe``,
})

function exported(
  reported: Reported,
  { clusters = [], endpoints = [] }: { clusters?: Cluster[]; endpoints?: PrivateEndpoint[] } = {},
): ExportedProvider[] {
  return exportedProviders({ reported, clusters, endpoints: new Map([['aws', endpoints]]) })
}

const ROLE = '64b0c0ffee0000000000f00d'
const STATIC_IDS = { clientID: 'c', tenantID: 't' }

describe('an exported provider', () => {
  test('is every enabled one, in the order of the table', () => {
    const reported = { googleCloudKms: { enabled: true }, awsKms: { enabled: true }, azureKeyVault: { enabled: false } }
    expect(exported(reported).map(({ provider }) => provider)).toEqual(['aws', 'gcp'])
    expect(exported({ awsKms: null })).toEqual([])
  })

  test('has the fields with a value, without what Atlas does not take back', () => {
    const awsKms = { enabled: true, valid: true, region: 'US_EAST_1', customerMasterKeyID: null, roleId: '' }
    expect(exported({ awsKms: { ...awsKms, requirePrivateNetworking: false } })[0]?.fields).toEqual({
      region: 'US_EAST_1',
      requirePrivateNetworking: false,
    })
  })

  test('has the ids of static credentials only without a role, and says that they are in use', () => {
    const [withRole] = exported({ azureKeyVault: { enabled: true, roleId: ROLE, ...STATIC_IDS } })
    expect([withRole?.fields, withRole?.remarks]).toEqual([{ roleId: ROLE }, []])
    const [without] = exported({ azureKeyVault: { enabled: true, ...STATIC_IDS } })
    expect(without?.fields).toEqual(STATIC_IDS)
    const inUse = 'Uses static credentials: clientID, tenantID, secret. Atlas never returns secret.'
    expect(without?.remarks).toEqual([inUse])
    const [withOneId] = exported({ azureKeyVault: { enabled: true, tenantID: 't' } })
    expect(withOneId?.remarks).toEqual([inUse])
  })

  test('says nothing of credentials if Atlas shows neither a role nor an id, but for Google', () => {
    expect(exported({ awsKms: { enabled: true } })[0]?.remarks).toEqual([])
    expect(exported({ googleCloudKms: { enabled: true } })[0]?.remarks).toEqual([
      'Uses static credentials: serviceAccountKey. Atlas never returns serviceAccountKey.',
    ])
    expect(exported({ googleCloudKms: { enabled: true, roleId: ROLE } })[0]?.remarks).toEqual([])
  })

  test('has the clusters that use it and can have a key, by name', () => {
    const clusters = [
      clusterOf('b', 'AWS'),
      clusterOf('c', 'AWS'),
      clusterOf('a', 'AWS'),
      clusterOf('shared', 'AWS', true),
      clusterOf('other', 'GCP'),
      clusterOf('none', 'NONE'),
    ]
    expect(exported({ awsKms: { enabled: true } }, { clusters })[0]?.clusters).toEqual(['a', 'b', 'c'])
  })
})

describe('private endpoints of an exported provider', () => {
  const PRIVATE = { awsKms: { enabled: true, requirePrivateNetworking: true } }

  test('are its regions with an active one, each once; the others are a remark', () => {
    const endpoints = [
      endpointIn('US_WEST_2', 'ACTIVE'),
      endpointIn('EU_CENTRAL_1', 'ACTIVE'),
      endpointIn('US_EAST_1', 'FAILED'),
      endpointIn('US_EAST_1', 'ACTIVE'),
      endpointIn('US_EAST_1', 'ACTIVE'),
      endpointIn('EU_WEST_1', 'PENDING_ACCEPTANCE'),
      endpointIn('AP_EAST_1', 'FAILED'),
    ]
    const [provider] = exported(PRIVATE, { endpoints })
    expect(provider?.privateEndpointRegions).toEqual(['EU_CENTRAL_1', 'US_EAST_1', 'US_WEST_2'])
    expect(provider?.remarks).toEqual([
      'Not in privateEndpointRegions, because the private endpoints are not active: EU_WEST_1 (PENDING_ACCEPTANCE), AP_EAST_1 (FAILED)',
    ])
  })

  test('are no regions while private networking is off, since regions switch it on', () => {
    for (const requirePrivateNetworking of [false, null, undefined]) {
      const awsKms = { enabled: true, requirePrivateNetworking }
      const [provider] = exported({ awsKms }, { endpoints: [endpointIn('US_EAST_1', 'ACTIVE')] })
      expect(provider?.privateEndpointRegions).toEqual([])
      expect(provider?.remarks).toEqual([
        'Not in privateEndpointRegions, because requirePrivateNetworking is not on: US_EAST_1 (ACTIVE)',
      ])
    }
  })
})
