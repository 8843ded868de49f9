import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { compare } from '../../src/domain/compare.ts'
import type { DesiredProject } from '../../src/domain/desired.ts'
import { isEquivalent, normalize, parseKeyArn, parseKeyIdentifier } from '../../src/domain/equivalence.ts'
import { fieldOf, type ProviderField, type ProviderName } from '../../src/domain/providers.ts'
import { safe } from '../../src/sanitize/safe-text.ts'

const field = (provider: ProviderName, name: string): ProviderField => fieldOf(provider, name) as ProviderField

const KEY = field('aws', 'customerMasterKeyID')
const IDENTIFIER = field('azure', 'keyIdentifier')
const VAULT = field('azure', 'keyVaultName')
const GROUP = field('azure', 'resourceGroupName')

const keyId = fc.uuid()
const region = fc.constantFrom('us-east-1', 'eu-west-1', 'us-gov-west-1', 'cn-north-1')
const atlas = (name: string): string => name.toUpperCase().replaceAll('-', '_')
const partition = fc.constantFrom('aws', 'aws-cn', 'aws-us-gov')
const arn = (part: string, where: string, id: string): string => `arn:${part}:kms:${where}:111122223333:key/${id}`

describe('an AWS key', () => {
  test('is the same by its ARN and by its id, in both directions, if the ARN has the reported region', () =>
    fc.assert(
      fc.property(partition, region, keyId, (part, where, id) => {
        const block = { region: atlas(where) }
        expect(isEquivalent(KEY, arn(part, where, id), id, block)).toBe(true)
        expect(isEquivalent(KEY, id, arn(part, where, id), block)).toBe(true)
      }),
    ))

  test('is another one if the id or the region differs', () =>
    fc.assert(
      fc.property(region, region, keyId, keyId, (where, reported, id, other) => {
        const isSame = id === other && where === reported
        expect(isEquivalent(KEY, arn('aws', where, id), other, { region: atlas(reported) })).toBe(isSame)
      }),
    ))

  test.each([
    ['two ARNs', arn('aws', 'us-east-1', 'a'), arn('aws', 'us-east-1', 'b')],
    ['two ARNs of other accounts', arn('aws', 'us-east-1', 'a'), 'arn:aws:kms:us-east-1:999922223333:key/a'],
    ['two ids', 'a', 'A'],
    ['an alias and a key', 'arn:aws:kms:us-east-1:111122223333:alias/a', 'a'],
    ['an ARN of something else', 'arn:aws:s3:us-east-1:111122223333:key/a', 'a'],
  ])('%s are different', (_, expected, actual) =>
    expect(isEquivalent(KEY, expected, actual, { region: 'US_EAST_1' })).toBe(false),
  )

  test('is another one if the region alone differs', () =>
    expect(isEquivalent(KEY, arn('aws', 'us-east-1', 'a'), 'a', { region: 'EU_WEST_1' })).toBe(false))

  test.each([null, undefined, true])('is not known to be the same with the region %j', (reported) =>
    expect(isEquivalent(KEY, arn('aws', 'us-east-1', 'a'), 'a', { region: reported })).toBe(false),
  )

  test('a multi-Region key has an id of its own form', () =>
    expect(parseKeyArn(arn('aws', 'us-east-1', 'mrk-0a1b'))).toEqual({ region: 'us-east-1', id: 'mrk-0a1b' }))

  test.each([`x${arn('aws', 'us-east-1', 'a')}`, `${arn('aws', 'us-east-1', 'a')}/b`])(
    '%s is no ARN of a key',
    (text) => expect(parseKeyArn(text)).toBeUndefined(),
  )
})

const name = fc.stringMatching(/^[A-Za-z0-9-]{1,20}$/)
const version = fc.stringMatching(/^[0-9a-f]{32}$/)
const identifier = (host: string, ...path: string[]): string => `https://${host}/keys/${path.join('/')}`

describe('an Azure key identifier', () => {
  test('means the same with another case of the host, the default port, or a slash at the end', () =>
    fc.assert(
      fc.property(name, name, version, (vault, key, v) => {
        const host = `${vault}.vault.azure.net`
        const reported = identifier(host, key, v)
        for (const same of [host.toUpperCase(), host.toLowerCase(), `${host}:443`]) {
          expect(isEquivalent(IDENTIFIER, identifier(same, key, v), reported, {})).toBe(true)
          expect(isEquivalent(IDENTIFIER, `${identifier(same, key, v)}/`, reported, {})).toBe(true)
        }
      }),
    ))

  test('counts the name and the version of the key to the letter', () =>
    fc.assert(
      fc.property(name, name, name, version, version, (vault, key, otherKey, v, otherVersion) => {
        const host = `${vault}.vault.azure.net`
        const isSame = key === otherKey && v === otherVersion
        expect(isEquivalent(IDENTIFIER, identifier(host, key, v), identifier(host, otherKey, otherVersion), {})).toBe(
          isSame,
        )
      }),
    ))

  test('without a version stands for any version of the key, but a version does not stand for none', () =>
    fc.assert(
      fc.property(name, name, version, (vault, key, v) => {
        const host = `${vault}.vault.azure.net`
        const [versionless, versioned] = [identifier(host, key), identifier(host, key, v)]
        expect(isEquivalent(IDENTIFIER, versionless, versioned, {})).toBe(true)
        expect(isEquivalent(IDENTIFIER, versioned, versionless, {})).toBe(false)
        expect(isEquivalent(IDENTIFIER, versionless, identifier(`other-${host}`, key, v), {})).toBe(false)
      }),
    ))

  test.each([
    'https://v.vault.azure.net/secrets/n/0',
    'https://v.vault.azure.net/keys',
    'https://v.vault.azure.net/keys/n/0/1',
    'https://v.vault.azure.net/KEYS/n/0',
    'https://v.vault.azure.net/keys/n?x',
    'http://v.vault.azure.net/keys/n/0',
    'https://v.vault.azure.net/x/keys/n/0',
    'https://',
    'xhttps://v.vault.azure.net/keys/n/0',
    'not a URL',
  ])('%s is none', (text) => {
    expect(parseKeyIdentifier(text)).toBeUndefined()
    // What is none is the same as no other text, whichever of them is wrong.
    const right = identifier('v.vault.azure.net', 'n', '0')
    expect(isEquivalent(IDENTIFIER, text, right, {})).toBe(false)
    expect(isEquivalent(IDENTIFIER, right, text, {})).toBe(false)
    expect(isEquivalent(IDENTIFIER, text, `${text}?`, {})).toBe(false)
  })

  test.each([
    ['HTTPS://V.Vault.Azure.Net:443/keys/N/0', { host: 'v.vault.azure.net', key: 'N', version: '0' }],
    ['https://v.vault.azure.net:4430/keys/n', { host: 'v.vault.azure.net:4430', key: 'n', version: '' }],
  ])('%s has parts', (text, parts) => expect(parseKeyIdentifier(text)).toEqual(parts))

  test('with another key of the same version is another one', () =>
    expect(isEquivalent(IDENTIFIER, identifier('v', 'a', '0'), identifier('v', 'b', '0'), {})).toBe(false))
})

describe('a switch', () => {
  test('has one form, whatever the format', () => {
    for (const { format } of [KEY, IDENTIFIER, VAULT, field('aws', 'region'), field('azure', 'tenantID')])
      expect([normalize(format, true), normalize(format, false)]).toEqual([true, false])
  })

  test.each([KEY, IDENTIFIER, VAULT])('is the same as itself alone: $name', (row) => {
    expect(isEquivalent(row, true, true, {})).toBe(true)
    expect(isEquivalent(row, true, false, {})).toBe(false)
    expect(isEquivalent(row, true, 'true', {})).toBe(false)
    expect(isEquivalent(row, 'true', true, {})).toBe(false)
  })
})

describe("Azure's names", () => {
  test.each([VAULT, GROUP])('$name means the same in any case', (row) => {
    expect(isEquivalent(row, 'Keys-Prod', 'keys-PROD', {})).toBe(true)
    expect(isEquivalent(row, 'keys-prod', 'keys-prod-2', {})).toBe(false)
  })

  test('a UUID too, but a name of another provider does not', () => {
    const desired: DesiredProject = {
      id: safe`64b0c0ffee0000000000beef`,
      name: null,
      require: [],
      providers: [
        { provider: 'azure', enabled: true, fields: { tenantID: '0EC944E8-1111-2222-3333-444455556666' } },
        { provider: 'gcp', enabled: true, fields: { keyVersionResourceID: 'projects/P' } },
      ],
    }
    const reported = {
      azureKeyVault: { enabled: true, tenantID: '0ec944e8-1111-2222-3333-444455556666' },
      googleCloudKms: { enabled: true, keyVersionResourceID: 'projects/p' },
    }
    const verdicts = compare(desired, reported).map(({ field: compared, verdict }) => [compared, verdict])
    expect(verdicts).toEqual([
      ['enabled', 'same'],
      ['tenantID', 'same'],
      ['enabled', 'same'],
      ['keyVersionResourceID', 'differs'],
    ])
  })
})
