import { describe, expect, test } from '@jest/globals'
import type { Cluster } from '../../src/domain/cluster.ts'
import { clustersEncrypted } from '../../src/domain/cluster-requirement.ts'
import type { Reported } from '../../src/domain/reported.ts'
import { sanitized } from '../harness/context.ts'

const VALID = { enabled: true, valid: true }
const REPORTED: Reported = { awsKms: VALID, azureKeyVault: VALID, googleCloudKms: VALID }

const cluster = (name: string, provider: Cluster['provider'], more: Partial<Cluster> = {}): Cluster => ({
  name: sanitized(name),
  provider,
  paused: false,
  state: sanitized('IDLE'),
  providerNames: new Set(['AWS']),
  isShared: false,
  ...more,
})
const [aws, azure] = [cluster('a', 'AWS'), cluster('b', 'AZURE')]

describe('`clusters` holds', () => {
  test.each<[string, Cluster[], Reported, RegExp]>([
    ['without a cluster', [], {}, /^The project has no cluster to check\./],
    ['for the only cluster', [aws], { awsKms: VALID }, /^The only cluster uses .* \(AWS KMS\)/],
    [
      'for two with keys of different providers',
      [aws, azure],
      REPORTED,
      /^All 2 clusters use .*\(AWS KMS, Azure Key Vault\)/,
    ],
    ['for two with the same key', [aws, cluster('c', 'AWS')], REPORTED, /^All 2 clusters .*\(AWS KMS\)/],
    ['for a paused one', [cluster('p', 'GCP', { paused: true })], REPORTED, /\(Google Cloud KMS\)/],
    ['while a cluster is changed', [cluster('u', 'AWS', { state: sanitized('UPDATING') })], REPORTED, /only cluster/],
    [
      'whatever runs where',
      [cluster('m', 'AWS', { providerNames: new Set(['AWS', 'GCP']) })],
      REPORTED,
      /only cluster/,
    ],
  ])('%s', (_, clusters, reported, words) => {
    const requirement = clustersEncrypted(clusters, reported)
    expect(requirement).toMatchObject({ condition: 'clusters', held: true })
    expect(requirement.detail).toMatch(words)
  })
})

describe('`clusters` does not hold', () => {
  test.each<[string, Cluster[], Reported, RegExp]>([
    [
      'for one without a key',
      [cluster('x', 'NONE')],
      REPORTED,
      /^1 of 1 clusters has no valid key: x \(no customer-managed key\)\./,
    ],
    ['for one of two', [aws, cluster('x', 'NONE')], REPORTED, /^1 of 2 clusters has no valid key: x \(no customer/],
    [
      'for two, each with its reason',
      [cluster('x', 'NONE'), aws, azure],
      { awsKms: VALID },
      /x \(no .*\); b \(encrypted with AZURE/,
    ],
    ['for a paused one', [cluster('p', 'NONE', { paused: true })], REPORTED, /p \(paused, no customer/],
    [
      'for a shared one',
      [cluster('free', 'NONE', { isShared: true })],
      REPORTED,
      /free \(a shared cluster: M0, M2 and M5 /,
    ],
    [
      'for a provider that is not enabled',
      [azure],
      { awsKms: VALID },
      /b \(encrypted with AZURE, which is not enabled/,
    ],
    [
      'for a provider that was disabled',
      [aws],
      { awsKms: { enabled: false, valid: true } },
      /AWS, which is not enabled/,
    ],
    [
      'for a key that is not valid',
      [aws],
      { awsKms: { enabled: true, valid: false } },
      /a \(encrypted with AWS, whose key is not valid/,
    ],
    ['for a key of which Atlas does not say that it is valid', [aws], { awsKms: { enabled: true } }, /not valid/],
    [
      'for an invalid key of another provider than the others',
      [aws, azure],
      { ...REPORTED, azureKeyVault: { enabled: true } },
      /^1 of 2 clusters has no valid key: b \(/,
    ],
  ])('%s', (_, clusters, reported, words) => {
    const requirement = clustersEncrypted(clusters, reported)
    expect(requirement).toMatchObject({ condition: 'clusters', held: false })
    expect(requirement.detail).toMatch(words)
  })

  test('and names the first ten clusters of many', () => {
    const many = Array.from({ length: 12 }, (_, n) => cluster(`c${n}`, 'NONE'))
    expect(clustersEncrypted(many, REPORTED).detail).toMatch(
      /^12 of 12 clusters have no valid key: c0 .*; c9 [^;]* and 2 more\./,
    )
  })
})

test('the row says which clusters are not counted', () => {
  for (const clusters of [[], [aws], [cluster('x', 'NONE')]])
    expect(clustersEncrypted(clusters, REPORTED).detail).toContain('Flex and serverless clusters')
})
