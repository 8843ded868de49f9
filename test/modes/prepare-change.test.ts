import { describe, expect, test } from '@jest/globals'
import type { Atlas } from '../../src/atlas/atlas.ts'
import type { Cluster } from '../../src/domain/cluster.ts'
import type { DesiredProject, DesiredProvider } from '../../src/domain/desired.ts'
import type { Reported } from '../../src/domain/reported.ts'
import { prepareChange, stillUsing } from '../../src/modes/prepare-change.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { sanitized } from '../harness/context.ts'
import { DISABLE, ENABLE, ENABLED, type FakeModeContext, FIELDS, fakeModeContext, inTurn } from './fake-context.ts'

const cluster = (name: string, provider: Cluster['provider'], more: Partial<Cluster> = {}): Cluster => ({
  name: sanitized(name),
  provider,
  paused: false,
  state: safe`IDLE`,
  providerNames: new Set(['AWS']),
  isShared: false,
  ...more,
})
const contextWith = (reported: Reported, atlas: Partial<Atlas> = {}): FakeModeContext =>
  fakeModeContext({ getEncryptionAtRest: inTurn(reported), ...atlas })
const projectOf = (...providers: DesiredProvider[]): DesiredProject => ({ ...ENABLE, providers })
const [AWS_ON, AWS_OFF] = [ENABLE.providers[0] as DesiredProvider, DISABLE.providers[0] as DesiredProvider]
const GCP_ON: DesiredProvider = {
  provider: 'gcp',
  enabled: true,
  fields: { keyVersionResourceID: 'projects/p', roleId: 'b'.repeat(24) },
}

describe('a change', () => {
  test('is what differs, and no secret of it is shown', async () => {
    const context = contextWith({ awsKms: { ...FIELDS, region: 'X', enabled: true } })
    const fields = { ...FIELDS, secretAccessKey: 's3cret-s3cret' }
    const change = await prepareChange(context, projectOf({ ...AWS_ON, fields }))
    expect(change).toMatchObject({ patch: { awsKms: { region: 'US_EAST_1' } }, change: 'updated', last: {} })
    expect(change.patch.awsKms?.secretAccessKey).toBe('s3cret-s3cret')
    expect(change.first).toEqual(change.patch)
    expect(JSON.stringify(context.run.events)).not.toContain('s3cret-s3cret')
  })

  test.each<[string, DesiredProject, Reported, string]>([
    ['enables', ENABLE, {}, 'created'],
    ['disables', DISABLE, ENABLED, 'disabled'],
    ['changes nothing', ENABLE, ENABLED, 'unchanged'],
  ])('that %s has that name', async (_, desired, reported, name) => {
    expect((await prepareChange(contextWith(reported), desired)).change).toBe(name)
  })

  test('says what a switch of enabledForSearchNodes costs', async () => {
    const context = contextWith(ENABLED)
    await prepareChange(context, { ...ENABLE, enabledForSearchNodes: true })
    expect(context.state.notes).toEqual([expect.stringMatching(/rebuild their indexes/)])
  })
})

describe('a provider that is not enabled yet', () => {
  test('needs all its fields, which are named', async () => {
    const preparing = prepareChange(contextWith({}), projectOf({ ...AWS_ON, fields: { region: 'US_EAST_1' } }))
    await expect(preparing).rejects.toMatchObject({
      code: 'INPUT',
      message: expect.stringMatching(/^AWS KMS is not enabled.*`aws-customer-master-key-id`.*`aws-role-id`/),
    })
  })

  test('is named as in the config file, if it comes from one', async () => {
    const desired = { ...projectOf({ ...AWS_ON, fields: {} }), fromFile: true } as const
    await expect(prepareChange(contextWith({}), desired)).rejects.toThrow(/`awsKms\.region`/)
  })

  test('needs none if it stays off, nor one that is enabled', async () => {
    await prepareChange(contextWith({}), DISABLE)
    await prepareChange(contextWith(ENABLED), projectOf({ ...AWS_ON, fields: {} }))
  })
})

describe('the clusters that are named', () => {
  test('must be there and can have a key, or nothing is sent', async () => {
    const listClusters = inTurn([cluster('free', 'NONE', { isShared: true }), cluster('fine', 'NONE')])
    const clusters = [safe`gone`, safe`fine`, safe`free`]
    const preparing = prepareChange(contextWith(ENABLED, { listClusters }), projectOf({ ...AWS_ON, clusters }))
    await expect(preparing).rejects.toMatchObject({
      code: 'INPUT',
      parts: { what: expect.stringMatching(/ gone: .*no such cluster.*; free: a shared cluster/) },
    })
    await expect(preparing).rejects.not.toThrow('fine')
  })
})

describe('private networking', () => {
  test('is not switched on with a multi-cloud cluster', async () => {
    const listClusters = inTurn([cluster('wide', 'NONE', { providerNames: new Set(['AWS', 'GCP']) })])
    const fields = { ...FIELDS, requirePrivateNetworking: true }
    const context = contextWith(ENABLED, { listClusters })
    await expect(prepareChange(context, projectOf({ ...AWS_ON, fields }))).rejects.toMatchObject({ code: 'INPUT' })
  })
})

describe('a provider that is disabled', () => {
  const staged = async (desired: DesiredProject, reported: Reported, atlas: Partial<Atlas> = {}) => {
    const { first, last } = await prepareChange(contextWith(reported, atlas), desired)
    return [Object.keys(first), Object.keys(last)]
  }

  test('at once, if this change removes nothing that uses it', async () =>
    expect(await staged(DISABLE, ENABLED)).toEqual([['awsKms'], []]))

  test('last, if this change first switches clusters away from it', async () => {
    const listClusters = inTurn([cluster('orders', 'AWS')])
    expect(await staged(projectOf({ ...AWS_OFF, clusters: 'all' }), ENABLED, { listClusters })).toEqual([
      [],
      ['awsKms'],
    ])
  })

  test('last, when its clusters move to another provider, which is enabled first', async () => {
    const listClusters = inTurn([cluster('orders', 'AWS')])
    const desired = projectOf(AWS_OFF, { ...GCP_ON, clusters: 'all' })
    expect(await staged(desired, ENABLED, { listClusters })).toEqual([['googleCloudKms'], ['awsKms']])
  })

  test('last, while a cluster is still on its way', async () => {
    const listClusters = inTurn([cluster('orders', 'NONE', { state: safe`UPDATING` })])
    expect(await staged(projectOf({ ...AWS_OFF, clusters: 'all' }), ENABLED, { listClusters })).toEqual([
      [],
      ['awsKms'],
    ])
  })

  test('last, if its private endpoints are deleted first', async () => {
    const listPrivateEndpoints: Atlas['listPrivateEndpoints'] = async () => [
      { id: safe`e`, region: safe`R`, status: safe`ACTIVE`, connectionName: safe``, errorMessage: safe`` },
    ]
    const desired = projectOf({ ...AWS_OFF, privateEndpointRegions: [safe`R`] })
    expect(await staged(desired, ENABLED, { listPrivateEndpoints })).toEqual([[], ['awsKms']])
    expect(await staged(desired, ENABLED, { listPrivateEndpoints: async () => [] })).toEqual([['awsKms'], []])
  })
})

test('clusters that are switched away no longer use a provider', () => {
  const clusters = [cluster('a', 'AWS'), cluster('b', 'AWS'), cluster('c', 'GCP')]
  const target = { provider: 'gcp', name: safe`a`, expected: 'GCP', cluster: clusters[0] } as const
  expect(stillUsing('aws', clusters, [target]).map(({ name }) => name)).toEqual(['b'])
  expect(stillUsing('azure', clusters, [])).toEqual([])
})
