import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { CONFIGURATIONS, PROJECT_ID, ROLE_ARN, ROLE_ID, WITH_API_KEY } from '../../harness/fixtures.ts'
import { read, settingsOf } from '../read.ts'

const { inputs: AWS, block } = CONFIGURATIONS.aws
const COMPLETE = { 'project-id': PROJECT_ID, ...WITH_API_KEY, ...AWS }
const BARE = { 'project-id': PROJECT_ID, ...WITH_API_KEY, provider: 'aws' }

async function providerOf(inputs: Record<string, string>) {
  const { target } = await settingsOf(inputs)
  return target.kind === 'project' ? target.projects[0].providers[0] : undefined
}

describe('fields', () => {
  test.each([
    ['YAML', `customerMasterKeyID: "${block.customerMasterKeyID}"\nregion: us-east-1\nroleId: ${ROLE_ID}\n`],
    ['JSON', JSON.stringify({ ...block, secretAccessKey: null, accessKeyID: '' })],
    ['nothings', `${JSON.stringify(block).slice(0, -1)}, accessKeyID: ~, secretAccessKey: }`],
    ['aliases', `customerMasterKeyID: ${block.customerMasterKeyID}\nroleId: &x ${ROLE_ID}\nregion: US_EAST_1`],
  ])('as %s', async (_, fields) => {
    expect(await providerOf({ ...BARE, fields })).toEqual({ provider: 'aws', enabled: true, fields: block })
  })

  test('an ARN of a role', async () => {
    expect(await providerOf({ ...BARE, fields: `roleArn: ${ROLE_ARN}` })).toEqual({
      provider: 'aws',
      enabled: true,
      fields: {},
      roleArn: ROLE_ARN,
    })
    for (const wrong of [`x${ROLE_ARN}`, `${ROLE_ARN} x`, 'arn:aws:iam::1:user/x', 'arn:aws:iam::1:role/'])
      expect((await read({ ...BARE, 'aws-role-arn': wrong })).message).toMatch(/must be the ARN of an IAM role/)
  })

  test('what is given both ways must mean the same', async () => {
    const fields = 'region: US_EAST_1\nroleId: 64B0C0FFEE0000000000F00D'
    expect(await providerOf({ ...COMPLETE, fields })).toMatchObject({ fields: block })
    const { message } = await read({
      ...COMPLETE,
      'aws-role-id': '',
      'aws-role-arn': ROLE_ARN,
      fields: `roleArn: ${ROLE_ARN}x`,
    })
    expect(message).toBe('Input `aws-role-arn` and `fields.roleArn` differ; give the value one way only.')
  })

  test.each([
    'roleId: 640000000000000000000012',
    'roleId: 64e000000000000000000012',
    'customerMasterKeyID: true',
    'customerMasterKeyID: 0x10',
    'customerMasterKeyID: 2026-11-24',
  ])('no type is guessed: %s', async (fields) => {
    const provider = await providerOf({ ...BARE, fields })
    expect(Object.entries(provider?.fields ?? {})).toEqual([fields.split(': ')])
  })

  test('as long as 32 KiB', async () => {
    const padded = (size: number): string => `roleId: ${ROLE_ID} #`.padEnd(size, 'x')
    expect((await read({ ...BARE, fields: padded(32_768) })).message).toBe('')
    expect((await read({ ...BARE, fields: padded(32_769) })).message).toMatchSnapshot()
  })

  test.each([
    'enabledForSearchNodes: true',
    'constructor: x',
    'roleArn: x',
    '"a value in the wrong place: s3cret": x',
    `${'k'.repeat(41)}: x`,
    '- roleId: x',
    'x: *nowhere',
    'x: &x [*x]',
    `a: &a [x]\nb: &b [${'*a,'.repeat(50)}]\nc: &c [${'*b,'.repeat(50)}]\nd: &d [${'*c,'.repeat(50)}]\nroleId: *d`,
    'roleId: !tag x',
    '\troleId: x',
  ])('refused: %j', async (fields) => {
    const { message } = await read({ ...BARE, 'project-id': PROJECT_ID, fields })
    expect(message).not.toBe('')
    expect(message).toMatchSnapshot()
  })

  test('roleArn belongs to AWS', async () => {
    const { message } = await read({ ...BARE, ...CONFIGURATIONS.gcp.inputs, fields: `roleArn: ${ROLE_ARN}` })
    expect(message).toContain('did you mean `roleId`?')
  })

  test('every secret in it is masked, of any provider and in broken YAML too', async () => {
    for (const fields of [
      'secretAccessKey: the-s3cret-key\nsecret: the-other-secret',
      '{"secretAccessKey": "the-s3cret-key", "secret": "the-other-secret"',
      'x: &x the-s3cret-key\nsecretAccessKey: *x\nsecret: [the-other-secret]',
    ]) {
      const { masks, message } = await read({ ...BARE, fields })
      expect(masks).toEqual(expect.arrayContaining(['the-s3cret-key', 'the-other-secret']))
      expect(message).not.toBe('')
    }
  })
})

describe('formats', () => {
  const AZURE = { ...BARE, ...CONFIGURATIONS.azure.inputs }
  const GCP = { ...BARE, ...CONFIGURATIONS.gcp.inputs }
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
    [AZURE, 'azure-key-identifier', 'https://v.vault.azure.net/keys/a/b', 'https://me@v.vault.azure.net/keys/a/b'],
    [AZURE, 'azure-key-identifier', 'HTTPS://v.vault.azure.net', 'xhttps://v.vault.azure.net'],
    [AZURE, 'azure-key-identifier', 'https://v', 'https://'],
    [AZURE, 'azure-key-identifier', 'https://v/x', 'https://v/x y'],
    [AZURE, 'azure-key-identifier', 'https://v/x/y', 'https://v\\x'],
    [AZURE, 'azure-key-identifier', 'https://[::1]', 'https://[::1'],
    [AZURE, 'azure-key-identifier', `https://v/${'x'.repeat(2038)}`, `https://v/${'x'.repeat(2039)}`],
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

describe('the key of a Google service account', () => {
  const PEM = '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\nshort\n-----END PRIVATE KEY-----\n'
  const KEY = {
    type: 'service_account',
    project_id: 'my-project',
    private_key_id: 'abcdef0123456789',
    private_key: PEM,
    client_email: 'kms@my-project.iam.gserviceaccount.com',
    client_id: '123456789012345678901',
    auth_uri: 'https://accounts.google.com/o/oauth2/auth',
    token_uri: 'https://oauth2.googleapis.com/token',
    auth_provider_x509_cert_url: 'https://www.googleapis.com/oauth2/v1/certs',
    client_x509_cert_url: 'https://www.googleapis.com/robot/v1/metadata/x509/kms',
    universe_domain: 'googleapis.com',
  }
  const GCP = { ...BARE, ...CONFIGURATIONS.gcp.inputs, 'gcp-role-id': '' }
  const MINIFIED = JSON.stringify(KEY)
  const base64 = Buffer.from(JSON.stringify(KEY, null, 2)).toString('base64')

  test.each([
    ['plain', MINIFIED],
    ['over several lines', JSON.stringify(KEY, null, 2)],
    ['base64', base64],
    ['base64 in lines', base64.replace(/.{76}/g, '$&\n')],
    ['base64url without padding', base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')],
  ])('%s is sent as JSON in one line; what is secret in it is masked, and nothing else', async (_, text) => {
    const given = { ...GCP, 'gcp-service-account-key': text }
    expect(await providerOf(given)).toMatchObject({ fields: { serviceAccountKey: MINIFIED } })
    const { masks } = await read(given)
    expect(masks).toEqual(expect.arrayContaining([MINIFIED, 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC']))
    expect(masks).toContain(JSON.stringify(PEM).slice(1, -1))
    for (const mask of masks) expect(mask).not.toMatch(/^(\{|\}|short|-----(BEGIN|END) [A-Z ]+-----|)$/)
    const { private_key: _secret, ...identifiers } = KEY
    for (const identifier of Object.values(identifiers)) expect(masks).not.toContain(identifier)
  })

  test('what stands under an unknown name, or is odd for an identifier, is masked', async () => {
    const odd = {
      ...KEY,
      token: 'unknown-token',
      more: { deep: ['deep-secret'] },
      token_uri: 'https://x/?k=v',
      type: PEM,
    }
    const { masks } = await read({ ...GCP, 'gcp-service-account-key': JSON.stringify(odd) })
    expect(masks).toEqual(expect.arrayContaining(['unknown-token', 'deep-secret', 'https://x/?k=v']))
    const numbers = await read({
      ...GCP,
      'gcp-service-account-key': '{"private_key": 1, "client_id": {"a": "inner-secret"}}',
    })
    expect(numbers.masks).toContain('inner-secret')
  })

  test.each([
    '[1, 2]',
    '"text"',
    'null',
    `${'['.repeat(20_000)}`,
    `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
    MINIFIED.slice(0, -1),
    Buffer.from('[1]').toString('base64'),
    `${base64}!`,
  ])('refused, and masked all the same: %#', async (text) => {
    const { message, masks } = await read({ ...GCP, 'gcp-service-account-key': text })
    expect(message).toBe(
      'Input `gcp-service-account-key` must be the JSON of a service account key (an object), plain or in base64.',
    )
    expect(masks).toContain(text)
  })

  test('what was given is masked as it was given, but for the lines of JSON, which say nothing', async () => {
    const masksOf = async (text: string) => (await read({ ...GCP, 'gcp-service-account-key': text })).masks
    expect(await masksOf(base64)).toContain(base64)
    expect(await masksOf(base64.replace(/.{76}/g, '$&\n'))).toContain(base64.slice(0, 76))
    for (const line of JSON.stringify(KEY, null, 2).split('\n'))
      expect(await masksOf(JSON.stringify(KEY, null, 2))).not.toContain(line.trim())
  })

  test('of a key that is broken the telling lines are masked', async () => {
    const broken = JSON.stringify(KEY, null, 2).slice(0, -1)
    const { masks } = await read({ ...GCP, 'gcp-service-account-key': broken })
    expect(masks.some((mask) => mask.includes('MIIEvQIBADAN'))).toBe(true)
    for (const mask of masks) expect(mask.length).toBeGreaterThanOrEqual(16)
    expect(masks).not.toContain('"type": "service_account",')
  })

  test('any JSON object comes out as the same data', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { minKeys: 1 }), async (key) => {
        const text = JSON.stringify(key, null, 1)
        const provider = await providerOf({ ...GCP, 'gcp-service-account-key': text })
        expect(provider?.fields.serviceAccountKey).toBe(JSON.stringify(JSON.parse(text)))
      }),
      { numRuns: 100 },
    )
  })
})
