import { describe, expect, test } from '@jest/globals'
import type { Cluster } from '../../src/domain/cluster.ts'
import { clustersEncrypted } from '../../src/domain/cluster-requirement.ts'
import { named } from '../../src/domain/named.ts'
import type { ProviderName } from '../../src/domain/providers.ts'
import type { Reported } from '../../src/domain/reported.ts'
import { noOpenAlerts, privateNetworking, roleBasedAuth, rotationAlert } from '../../src/domain/requirements.ts'
import { sanitized } from '../harness/context.ts'

const ALL_ON: Reported = {
  awsKms: { enabled: true, roleId: 'r', requirePrivateNetworking: true },
  azureKeyVault: { enabled: true, roleId: 'r', requirePrivateNetworking: true },
  googleCloudKms: { enabled: true, roleId: 'r' },
}

describe('clusters', () => {
  const cluster = (name: string, provider: Cluster['provider'], paused = false): Cluster => ({
    name: sanitized(name),
    provider,
    paused,
    state: sanitized('IDLE'),
    providerNames: new Set(['AWS']),
    isShared: false,
  })

  test.each([
    ['none', [], {}, true],
    ['the only one', [cluster('a', 'AWS')], {}, true],
    ['all encrypted', [cluster('a', 'AWS'), cluster('b', 'GCP', true)], { enabledForSearchNodes: true }, true],
    ['one is not', [cluster('a', 'AWS'), cluster('b', 'NONE'), cluster('c', 'NONE', true)], {}, false],
  ])('%s', (_, clusters, reported, held) => {
    const requirement = clustersEncrypted(clusters, reported)
    expect(requirement).toMatchObject({ condition: 'clusters', held })
    expect(requirement.detail).toMatchSnapshot()
  })
})

describe('rotation-alert', () => {
  const alert = (event: string, enabled = true) => ({ event: sanitized(event), enabled })
  const AWS = 'AWS_ENCRYPTION_KEY_NEEDS_ROTATION'
  const AZURE = 'AZURE_ENCRYPTION_KEY_NEEDS_ROTATION'
  const GCP = 'GCP_ENCRYPTION_KEY_NEEDS_ROTATION'

  test.each<[string, ReturnType<typeof alert>[], ProviderName[], Reported, boolean]>([
    ['for the named one', [alert(GCP), alert(AWS)], ['aws'], {}, true],
    ['only for another', [alert(GCP)], ['aws'], ALL_ON, false],
    ['switched off', [alert(AWS, false)], ['aws'], ALL_ON, false],
    ['for every enabled one', [alert(AWS), alert(AZURE), alert(GCP)], [], ALL_ON, true],
    ['for one of three', [alert(AZURE)], [], ALL_ON, false],
    ['none enabled', [alert(AWS)], [], { awsKms: { enabled: false } }, false],
  ])('%s', (_, alerts, providers, reported, held) => {
    const requirement = rotationAlert(alerts, providers, reported)
    expect(requirement).toMatchObject({ condition: 'rotation-alert', held })
    expect(requirement.detail).toMatchSnapshot()
  })
})

describe('no-open-alerts', () => {
  test.each([
    ['none', [], true],
    ['about something else', ['OUTSIDE_METRIC_THRESHOLD', 'X_AWS_ENCRYPTION_KEY_INVALID', 'AWS_ENCRYPTION'], true],
    [
      'about keys',
      ['AWS_ENCRYPTION_KEY_INVALID', 'AZURE_ENCRYPTION_KEY_NEEDS_ROTATION', 'GCP_ENCRYPTION_KEY_X'],
      false,
    ],
    ['about the configuration', ['ENCRYPTION_AT_REST_CONFIG_NO_LONGER_VALID'], false],
  ])('%s', (_, events, held) => {
    const requirement = noOpenAlerts(
      events.map((event, n) => ({ event: sanitized(event), cluster: sanitized(n === 0 ? 'main' : '') })),
    )
    expect(requirement).toMatchObject({ condition: 'no-open-alerts', held })
    expect(requirement.detail).toMatchSnapshot()
  })
})

describe('role-based-auth', () => {
  test.each<[string, Reported, boolean]>([
    ['roles everywhere', ALL_ON, true],
    ['nothing enabled', { awsKms: { enabled: false, accessKeyID: 'a' } }, true],
    ['an access key, even beside a role', { awsKms: { enabled: true, accessKeyID: 'a', roleId: 'r' } }, false],
    ['a client without a role', { azureKeyVault: { enabled: true, clientID: 'c' } }, false],
    ['a client and a role', { azureKeyVault: { enabled: true, clientID: 'c', roleId: 'r' } }, true],
    ['neither shown on Azure', { azureKeyVault: { enabled: true } }, true],
    [
      'neither shown on Google: a key',
      { googleCloudKms: { enabled: true }, awsKms: { enabled: true, accessKeyID: 'a' } },
      false,
    ],
  ])('%s', (_, reported, held) => {
    const requirement = roleBasedAuth(reported)
    expect(requirement).toMatchObject({ condition: 'role-based-auth', held })
    expect(requirement.detail).toMatchSnapshot()
  })
})

describe('private-networking', () => {
  test.each<[string, Reported, boolean]>([
    ['everywhere', ALL_ON, true],
    ['Google alone', { googleCloudKms: { enabled: true } }, true],
    [
      'not said',
      { awsKms: { enabled: true }, azureKeyVault: { enabled: true, requirePrivateNetworking: false } },
      false,
    ],
    ['off', { awsKms: { enabled: false } }, true],
  ])('%s', (_, reported, held) => {
    const requirement = privateNetworking(reported)
    expect(requirement).toMatchObject({ condition: 'private-networking', held })
    expect(requirement.detail).toMatchSnapshot()
  })
})

test('the first ten of many names are shown, and the rest counted', () => {
  const names = (count: number): string[] => Array.from({ length: count }, (_, n) => `n${n}`)
  expect(named(names(10))).toBe(names(10).join(', '))
  expect(named(names(12))).toBe(`${names(10).join(', ')} and 2 more`)
})
