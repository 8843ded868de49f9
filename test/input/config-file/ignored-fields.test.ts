import { describe, expect, test } from '@jest/globals'
import { PROVIDERS } from '../../../src/domain/providers.ts'
import { ignoredBesideDisabled, withoutIgnored } from '../../../src/input/config-file/ignored-fields.ts'
import type { ProviderBlock } from '../../../src/input/config-file/schema.ts'

/** An object with those keys, each with some value. */
const withKeys = (...keys: string[]) => Object.fromEntries(keys.map((key) => [key, 'x']))

describe('what verify ignores', () => {
  test('fields, the name of the role, clusters and regions go, while secrets, `enabled` and unknown keys stay', () => {
    const aws = withKeys(
      'customerMasterKeyID',
      'region',
      'roleId',
      'accessKeyID',
      'requirePrivateNetworking',
      'roleArn',
    )
    const resources = withKeys('clusters', 'privateEndpointRegions')
    const kept = withKeys(
      'secretAccessKey',
      'enabled',
      'servicePrincipalId',
      'key',
      '',
      'Stryker was here',
      'undefined',
    )
    expect(withoutIgnored({ awsKms: { ...aws, ...resources, ...kept } })).toEqual({ awsKms: kept })
  })

  test.each([
    ['azureKeyVault', ['keyIdentifier', 'clientID', 'servicePrincipalId', 'privateEndpointRegions'], ['secret']],
    ['googleCloudKms', ['keyVersionResourceID', 'serviceAccount', 'clusters'], ['serviceAccountKey']],
    // Google has no private endpoints, so that the key is a mistake there.
    ['googleCloudKms', [], ['privateEndpointRegions', 'Stryker was here']],
  ])('in `%s` %j go and %j stay', (atlasObject, ignored, kept) =>
    expect(withoutIgnored({ [atlasObject]: withKeys(...ignored, ...kept) })).toEqual({
      [atlasObject]: withKeys(...kept),
    }),
  )

  test('everything outside of the objects of providers stays, and the given data is not changed', () => {
    const given = { id: 'x', region: 'y', awsKms: { region: 'z' } }
    expect(withoutIgnored(given)).toEqual({ id: 'x', region: 'y', awsKms: {} })
    expect(given.awsKms).toEqual({ region: 'z' })
    expect(withoutIgnored({ id: 'x' })).toStrictEqual({ id: 'x' })
  })

  test.each([['text'], [''], [['region']], [null], [undefined]])('%j, which is no mapping, stays as it is', (part) => {
    expect(withoutIgnored(part)).toBe(part)
    expect(withoutIgnored({ awsKms: part })).toEqual({ awsKms: part })
  })
})

describe('what is warned of beside `enabled: false`', () => {
  const block = (...keys: string[]) => withKeys(...keys) as unknown as ProviderBlock

  test('all fields and the name of the role, in the order of the table', () => {
    const own = block('roleArn', 'roleId', 'region', 'secretAccessKey', 'enabled')
    expect(ignoredBesideDisabled(PROVIDERS.aws, own)).toEqual([
      '`enabled: false` only disables the provider; ignored in `awsKms`: `region`, `roleId`, `secretAccessKey`, `roleArn`.',
    ])
  })

  test('nothing if only `enabled` and clusters are given, which disabling looks at', () => {
    expect(ignoredBesideDisabled(PROVIDERS.azure, block('enabled', 'clusters', 'privateEndpointRegions'))).toEqual([])
    expect(ignoredBesideDisabled(PROVIDERS.gcp, block())).toEqual([])
  })
})
