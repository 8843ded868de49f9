import { describe, expect, test } from '@jest/globals'
import { CONFIGURATIONS, PROJECT_ID, ROLE_ARN, WITH_API_KEY } from '../../harness/fixtures.ts'
import { read } from '../read.ts'

const BARE = { 'project-id': PROJECT_ID, ...WITH_API_KEY, provider: 'aws' }

describe('formats', () => {
  const AZURE = { ...BARE, ...CONFIGURATIONS.azure.inputs, 'azure-environment': '', 'azure-key-vault-name': '' }
  const GCP = { ...BARE, ...CONFIGURATIONS.gcp.inputs }
  const URL_OF_KEY = 'https://v.vault.azure.cn/keys/a/b'
  const KEY = 'projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1'

  test.each([
    [BARE, 'aws-access-key-id', 'A'.repeat(16), 'A'.repeat(15)],
    [BARE, 'aws-access-key-id', 'A'.repeat(128), 'A'.repeat(129)],
    [BARE, 'aws-access-key-id', 'AKIAIOSFODNN7EXAMPLE', 'AKIAIOSFODNN7-EXAMPLE'],
    [BARE, 'aws-secret-access-key', 'abcd', 'abc'],
    [BARE, 'aws-region', 'a1', 'a'],
    [BARE, 'aws-region', 'a'.repeat(64), 'a'.repeat(65)],
    [BARE, 'aws-region', 'us-east-1', 'us.east.1'],
    [BARE, 'aws-customer-master-key-id', 'any text – of one line', 'with a\u0085control'],
    [AZURE, 'azure-key-identifier', URL_OF_KEY, 'https://me@v.vault.azure.net/keys/a/b'],
    [AZURE, 'azure-key-identifier', URL_OF_KEY.replace('https', 'HTTPS'), `x${URL_OF_KEY}`],
    [AZURE, 'azure-key-identifier', URL_OF_KEY, URL_OF_KEY.replace('https', 'http')],
    [AZURE, 'azure-key-identifier', URL_OF_KEY, 'https://'],
    [AZURE, 'azure-key-identifier', URL_OF_KEY, `${URL_OF_KEY} y`],
    [AZURE, 'azure-key-identifier', URL_OF_KEY, 'https://v.vault.azure.net\\keys'],
    [AZURE, 'azure-key-identifier', URL_OF_KEY, 'https://[::1'],
    [AZURE, 'azure-key-identifier', URL_OF_KEY.padEnd(2048, 'x'), URL_OF_KEY.padEnd(2049, 'x')],
    [{ ...AZURE, 'azure-key-identifier': '' }, 'azure-environment', 'AZURE_China', 'AZURE_GERMANY'],
    [AZURE, 'azure-resource-group-name', 'x'.repeat(2048), 'x'.repeat(2049)],
    [AZURE, 'azure-subscription-id', '0EC944E8-1111-2222-3333-444455556666', '0ec944e8-1111-2222-3333-44445555666'],
    [AZURE, 'azure-subscription-id', '0ec944e8-1111-2222-3333-444455556666', 'x0ec944e8-1111-2222-3333-444455556666'],
    [AZURE, 'azure-subscription-id', '0ec944e8-1111-2222-3333-444455556666', '0ec944e8-1111-2222-3333-444455556666x'],
    [GCP, 'gcp-key-version-resource-id', KEY, `/${KEY}`],
    [GCP, 'gcp-key-version-resource-id', KEY.replace('/1', '/123'), `${KEY}x`],
    [GCP, 'gcp-key-version-resource-id', KEY, KEY.replace('/p/', '/p/p/')],
    [GCP, 'gcp-key-version-resource-id', KEY, KEY.replace('/l/', '/l/l/')],
    [GCP, 'gcp-key-version-resource-id', KEY, KEY.replace('/r/', '/r r/')],
    [GCP, 'gcp-key-version-resource-id', KEY, KEY.replace('/k/', '//')],
  ])('%#', async (inputs, name, good, bad) => {
    expect((await read({ ...inputs, [name]: good })).message).toBe('')
    const { message } = await read({ ...inputs, [name]: bad })
    expect(message).toMatch(new RegExp(`^Input \`${name}\` must `))
    if (bad.length > 10) expect(message).not.toContain(bad)
  })
})

describe('a role id that is none', () => {
  test.each([
    ['an ARN', 'aws-role-id', ROLE_ARN],
    ['an ARN', 'gcp-role-id', ROLE_ARN],
    ['quotes', 'aws-role-id', '"64b0c0ffee0000000000f00d"'],
    ['quotes', 'aws-role-id', "'64b0c0ffee0000000000f00d'"],
    ['several lines', 'aws-role-id', '64b0c0ffee0000000000f00d\n64b0c0ffee0000000000f00d'],
    ['a number', 'aws-role-id', '6.4E+22'],
    ['a UUID', 'azure-role-id', '0ec944e8-1111-2222-3333-444455556666'],
    ['an e-mail address', 'gcp-role-id', 'mongodb-atlas-x@p-atlas.iam.gserviceaccount.com'],
    ['something else', 'aws-role-id', 'zzz'],
  ])('says that it looks like %s: %s', async (_, name, value) => {
    const provider = name.replace('-role-id', '')
    const { message } = await read({ ...BARE, provider, [name]: value })
    expect(message).toMatch(new RegExp(`^Input \`${name}\` must be 24 hexadecimal digits`))
    expect(message).toMatchSnapshot()
    expect(message).not.toContain(value)
  })
})
