import { describe, expect, test } from '@jest/globals'
import type { FieldValue } from '../../src/domain/desired.ts'
import type { ProviderName } from '../../src/domain/providers.ts'
import { findContradictions, type Wording } from '../../src/input/contradictions.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'
import { CONFIGURATIONS } from '../harness/fixtures.ts'
import { COMPLETE_AZURE, KEY_ARN, COMPLETE as WITH_KEY_ID } from './given.ts'
import { read } from './read.ts'

const COMPLETE = { ...WITH_KEY_ID, 'aws-customer-master-key-id': KEY_ARN }

const secrets = new Secrets(() => undefined)
const wording: Wording = { label: (field) => safe`<${field}>`, quote: (value) => secrets.sanitize(value) }

function problemsOf(provider: ProviderName, fields: Readonly<Record<string, FieldValue>>): string[] {
  return findContradictions({ provider, enabled: true, fields }, wording).map(
    ({ field, problem }) => `${field}: ${problem}`,
  )
}

const arn = (region: string, partition = 'aws', resource = 'key/0a1b'): string =>
  `arn:${partition}:kms:${region}:111122223333:${resource}`

describe('AWS', () => {
  test.each([
    [arn('us-east-1'), 'US_EAST_1'],
    [arn('us-gov-west-1', 'aws-us-gov'), 'US_GOV_WEST_1'],
    [arn('cn-north-1', 'aws-cn'), 'CN_NORTH_1'],
    [arn('mars-north-1'), 'MARS_NORTH_1'],
    [arn('us-east-1'), 'GLOBAL'],
    ['0a1b', 'EU_WEST_1'],
    ['alias/eu-west-1', 'US_EAST_1'],
    ['arn:aws:iam::111122223333:role/x', 'US_EAST_1'],
    [arn(''), 'US_EAST_1'],
    [`x${arn('eu-west-1')}`, 'US_EAST_1'],
  ])('%s is fine with the region %s', (customerMasterKeyID, region) =>
    expect(problemsOf('aws', { customerMasterKeyID, region })).toEqual([]),
  )

  test.each([
    [arn('eu-west-1'), 'US_EAST_1'],
    [arn('us-east-2'), 'US_EAST_1'],
    [arn('us-gov-west-1', 'aws-us-gov'), 'US_WEST_1'],
    [arn('eu-west-1', 'aws', 'alias/x'), 'US_EAST_1'],
    [arn('mars-north-1'), 'US_EAST_1'],
  ])('%s is not of the region %s', (customerMasterKeyID, region) =>
    expect(problemsOf('aws', { customerMasterKeyID, region })).toEqual([
      expect.stringMatching(
        /^customerMasterKeyID: <customerMasterKeyID> is the ARN of a key in `[\w-]+`, but <region> is/,
      ),
    ]),
  )

  test('fields that are not given contradict nothing', () => {
    expect(problemsOf('aws', { customerMasterKeyID: arn('eu-west-1') })).toEqual([])
    expect(problemsOf('aws', { region: 'US_EAST_1' })).toEqual([])
    expect(problemsOf('aws', {})).toEqual([])
  })
})

describe('Azure', () => {
  const identifier = (host: string, path = '/keys/atlas/0000821e3d364e9eb88fbd3d11807b86'): string =>
    `https://${host}${path}`

  test.each([
    ['AZURE', 'v.vault.azure.net'],
    ['AZURE', 'v.managedhsm.azure.net'],
    ['AZURE_CHINA', 'v.vault.azure.cn'],
    ['AZURE_CHINA', 'v.managedhsm.azure.cn'],
    ['AZURE_US_GOVERNMENT', 'v.vault.usgovcloudapi.net'],
    ['AZURE_US_GOVERNMENT', 'v.managedhsm.usgovcloudapi.net'],
    ['AZURE', 'V.VAULT.azure.NET'],
    ['AZURE', 'v.vault.azure.net:443'],
  ])('in %s a key can be in %s, and in the other clouds it cannot', (azureEnvironment, host) => {
    const fields = { azureEnvironment, keyIdentifier: identifier(host), keyVaultName: 'v' }
    expect(problemsOf('azure', fields)).toEqual([])
    for (const other of ['AZURE', 'AZURE_CHINA', 'AZURE_US_GOVERNMENT'])
      expect(problemsOf('azure', { ...fields, azureEnvironment: other })).toHaveLength(
        other === azureEnvironment ? 0 : 1,
      )
    expect(problemsOf('azure', { keyIdentifier: fields.keyIdentifier })).toEqual([])
  })

  test.each([
    'example.com',
    'vault.azure.net',
    'a.b.vault.azure.net',
    '.v.vault.azure.net',
    'v.vault.azure.net.example.com',
    'v.vault.azure.net:8443',
    'v.vault.azure.net.',
    'v.privatelink.vaultcore.azure.net',
    '127.0.0.1',
    '[::1]',
  ])('no key is in %s, in whatever cloud', (host) => {
    const said = /^keyIdentifier: <keyIdentifier> must have the host of a vault/
    expect(problemsOf('azure', { keyIdentifier: identifier(host) })).toEqual([expect.stringMatching(said)])
    expect(problemsOf('azure', { keyIdentifier: identifier(host), azureEnvironment: 'AZURE' })).toEqual([
      expect.stringMatching(said),
    ])
  })

  test.each([
    ['AZURE', '`.vault.azure.net` or `.managedhsm.azure.net`'],
    ['AZURE_CHINA', '`.vault.azure.cn` or `.managedhsm.azure.cn`'],
    ['AZURE_US_GOVERNMENT', '`.vault.usgovcloudapi.net` or `.managedhsm.usgovcloudapi.net`'],
  ])('the hosts of vaults in %s are named', (azureEnvironment, endings) =>
    expect(problemsOf('azure', { azureEnvironment, keyIdentifier: identifier('example.com') })).toEqual([
      `keyIdentifier: <keyIdentifier> must have the host of a vault of \`${azureEnvironment}\` (<azureEnvironment>), which ends in ${endings}`,
    ]),
  )

  test.each([undefined, 'AZURE_GERMANY', 'constructor'])(
    'the hosts of vaults in all clouds are named if the cloud is %s',
    (cloud) => {
      const environment = cloud === undefined ? {} : { azureEnvironment: cloud }
      expect(problemsOf('azure', { ...environment, keyIdentifier: identifier('example.com') })).toEqual([
        'keyIdentifier: <keyIdentifier> must have the host of a vault, which ends in `.vault.azure.net` or `.managedhsm.azure.net` or `.vault.azure.cn` or `.managedhsm.azure.cn` or `.vault.usgovcloudapi.net` or `.managedhsm.usgovcloudapi.net`',
      ])
      expect(problemsOf('azure', { ...environment, keyIdentifier: identifier('v.vault.azure.cn') })).toEqual([])
    },
  )

  test.each(['/keys/a', '/keys/a/', '/keys/a/b', '/keys/a/b/'])('the path %s is that of a key', (path) =>
    expect(problemsOf('azure', { keyIdentifier: identifier('v.vault.azure.net', path) })).toEqual([]),
  )

  test.each([
    '',
    '/',
    '/keys',
    '/keys/',
    '/keys//b',
    '/keys/a/b/c',
    '/Keys/a/b',
    '/secrets/a/b',
    '/certificates/a/b',
    '/x/keys/a/b',
    '/keys/../secrets/a',
    '/keys/a/b?api-version=7.4',
    '/keys/a/b#x',
  ])('the path %s is not', (path) =>
    expect(problemsOf('azure', { keyIdentifier: identifier('v.vault.azure.net', path) })).toEqual([
      'keyIdentifier: <keyIdentifier> must have the path `/keys/NAME` or `/keys/NAME/VERSION` of a key',
    ]),
  )

  test('the vault is that of the identifier, in any case', () => {
    const fields = { keyIdentifier: identifier('Vault-1.vault.azure.net') }
    expect(problemsOf('azure', { ...fields, keyVaultName: 'vAULT-1' })).toEqual([])
    expect(problemsOf('azure', { ...fields, keyVaultName: 'vault-2' })).toEqual([
      'keyIdentifier: <keyIdentifier> is in the vault `vault-1`, but <keyVaultName> is `vault-2`; correct the one that is wrong',
    ])
  })

  test.each(['https://v.vault.azure.net', 'v.vault.azure.net', 'https://v.vault.azure.net/', 'v/', 'v:443'])(
    'the vault name %s is a URL',
    (keyVaultName) => {
      const fields = { keyVaultName, keyIdentifier: identifier('other.vault.azure.net') }
      expect(problemsOf('azure', fields)).toEqual([
        'keyVaultName: <keyVaultName> must be the name of the vault only, not its URL',
      ])
    },
  )

  test('the resource group is no resource id', () => {
    const group = (resourceGroupName: string) => problemsOf('azure', { resourceGroupName })
    expect(group('/subscriptions/0ec944e8-1111-2222-3333-444455556666/resourceGroups/keys')).toEqual([
      'resourceGroupName: <resourceGroupName> must be the name of the resource group only, not its resource ID',
    ])
    expect(group('a/b')).toHaveLength(1)
    expect(group('keys-prod_(1).x')).toEqual([])
  })

  test('a value that is no text contradicts nothing', () =>
    expect(problemsOf('azure', { resourceGroupName: true, keyVaultName: true, keyIdentifier: false })).toEqual([]))

  test('all of it at once', () =>
    expect(
      problemsOf('azure', {
        resourceGroupName: '/x',
        keyVaultName: 'https://x',
        keyIdentifier: 'https://example.com/',
        azureEnvironment: 'AZURE',
      }),
    ).toHaveLength(4))
})

test('the set-ups that tests share contradict nothing', () => {
  for (const name of ['aws', 'azure', 'gcp'] as const) expect(problemsOf(name, CONFIGURATIONS[name].block)).toEqual([])
})

describe('in the inputs', () => {
  test.each(['apply', 'plan', 'drift'])('a contradiction is an error in %s', async (mode) => {
    const aws = await read({ ...COMPLETE, mode, 'aws-region': 'eu-west-1' })
    expect(aws.message).toMatchSnapshot()
    const azure = await read({ ...COMPLETE_AZURE, mode, 'azure-key-vault-name': 'other' })
    expect(azure.message).toMatchSnapshot()
  })

  test('fields are called by where they were given', async () => {
    const { message } = await read({ ...COMPLETE, 'aws-region': '', fields: 'region: eu-west-1' })
    expect(message).toBe(
      '`aws-customer-master-key-id` is the ARN of a key in `us-east-1`, but `fields.region` is `EU_WEST_1`; correct the one that is wrong.',
    )
  })

  test('a value that is wrong in itself is compared with nothing', async () => {
    const { message } = await read({ ...COMPLETE, 'aws-region': 'x y' })
    expect(message).toBe('Input `aws-region` must be an AWS region, such as `us-east-1` or `US_EAST_1`.')
  })
})
