import { describe, expect, test } from '@jest/globals'
import type { DesiredProvider } from '../../src/domain/desired.ts'
import type { ProviderName } from '../../src/domain/providers.ts'
import { readResources, withPrivateNetworking } from '../../src/input/provider-resources.ts'
import { sanitized } from '../harness/context.ts'
import { contextOf, messageOf } from './context.ts'
import { COMPLETE, COMPLETE_AZURE } from './given.ts'
import { read, settingsOf } from './read.ts'

function resourcesOf(inputs: Readonly<Record<string, string>>, provider: ProviderName = 'aws') {
  const context = contextOf(inputs)
  const resources = readResources(provider, context)
  return { resources, message: messageOf(context) }
}

describe('clusters and regions', () => {
  test.each([
    [{}, {}],
    [{ clusters: 'all' }, { clusters: 'all' }],
    [{ clusters: 'orders, users\nlogs' }, { clusters: ['orders', 'users', 'logs'] }],
    [{ 'private-endpoint-regions': 'us-east-1, US_EAST_1' }, { privateEndpointRegions: ['US_EAST_1'] }],
    [
      { clusters: 'orders', 'private-endpoint-regions': 'eu-west-1', 'api-version': 'v2' },
      { clusters: ['orders'], privateEndpointRegions: ['EU_WEST_1'] },
    ],
  ])('of %j are %j', (inputs, resources) => expect(resourcesOf(inputs)).toStrictEqual({ resources, message: '' }))

  test.each([
    [{ clusters: ',' }, 'Input `clusters` must be `all`, or name at least one cluster.'],
    [{ 'private-endpoint-regions': ',' }, 'Input `private-endpoint-regions` must name at least one region.'],
    [{ clusters: 'all', 'api-version': 'v1.0' }, 'Input `clusters` needs `api-version: v2`.'],
    [
      { 'private-endpoint-regions': 'us-east-1', 'api-version': 'v1.0' },
      'Input `private-endpoint-regions` needs `api-version: v2`.',
    ],
  ])('of %j are refused', (inputs, message) => expect(resourcesOf(inputs).message).toBe(message))

  test('that are not given need no version of the API', () =>
    expect(resourcesOf({ 'api-version': 'v1.0' })).toStrictEqual({ resources: {}, message: '' }))

  test('private endpoints are refused where a provider has none', () => {
    const inputs = { 'private-endpoint-regions': 'us-east4' }
    expect(resourcesOf(inputs, 'gcp').message).toBe(
      'Input `private-endpoint-regions`: Google Cloud KMS has no private endpoints. Remove it.',
    )
    expect(resourcesOf({ 'private-endpoint-regions': 'us-east' }, 'azure').message).toBe('')
    expect(resourcesOf({ clusters: 'all' }, 'gcp').message).toBe('')
  })
})

describe('private networking', () => {
  const WITHOUT: DesiredProvider = { provider: 'aws', enabled: true, fields: { region: 'US_EAST_1' } }
  const WITH: DesiredProvider = { ...WITHOUT, privateEndpointRegions: [sanitized('US_EAST_1')] }

  function networkingOf(desired: DesiredProvider) {
    let refused = 0
    const result = withPrivateNetworking(desired, () => {
      refused += 1
    })
    return { result, refused }
  }

  test.each([
    ['without regions', WITHOUT],
    ['without regions, and with private networking off', { ...WITHOUT, fields: { requirePrivateNetworking: false } }],
    ['that is disabled', { ...WITH, enabled: false, fields: { requirePrivateNetworking: false } }],
  ])('is not touched for a provider %s', (_, desired) =>
    expect(networkingOf(desired)).toStrictEqual({ result: desired, refused: 0 }),
  )

  test('is switched on by naming regions, beside the other fields', () => {
    const result = { ...WITH, fields: { region: 'US_EAST_1', requirePrivateNetworking: true } }
    expect(networkingOf(WITH)).toStrictEqual({ result, refused: 0 })
    expect(networkingOf(result)).toStrictEqual({ result, refused: 0 })
  })

  test('cannot be off at the same time', () => {
    const { refused } = networkingOf({ ...WITH, fields: { requirePrivateNetworking: false } })
    expect(refused).toBe(1)
  })

  test.each([
    ['aws', COMPLETE, 'us-east-1'],
    ['azure', COMPLETE_AZURE, 'US_EAST'],
  ])('of the inputs of %s', async (name, inputs, region) => {
    const given = { ...inputs, 'private-endpoint-regions': region }
    const { target } = await settingsOf(given)
    expect(target).toMatchObject({ projects: [{ providers: [{ fields: { requirePrivateNetworking: true } }] }] })
    const { message } = await read({ ...given, [`${name}-require-private-networking`]: 'false' })
    expect(message).toBe(
      `\`${name}-require-private-networking: false\` contradicts \`private-endpoint-regions\`, which needs private networking.`,
    )
  })
})
