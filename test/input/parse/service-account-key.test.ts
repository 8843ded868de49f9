import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { InvalidValueError } from '../../../src/input/errors.ts'
import { minifiedServiceAccountKey, protectServiceAccountKey } from '../../../src/input/parse/service-account-key.ts'
import { Secrets } from '../../../src/sanitize/secrets.ts'
import { CONFIGURATIONS, PROJECT_ID, WITH_API_KEY } from '../../harness/fixtures.ts'
import { read, settingsOf } from '../read.ts'

const BARE = { 'project-id': PROJECT_ID, ...WITH_API_KEY, provider: 'aws' }

async function providerOf(inputs: Record<string, string>) {
  const { target } = await settingsOf(inputs)
  return target.kind === 'project' ? target.projects[0].providers[0] : undefined
}

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
    `${'['.repeat(16_000)}`,
    MINIFIED.slice(0, -1),
    Buffer.from('[1]').toString('base64'),
    `${base64}!`,
    `!${base64}`,
  ])('refused, and masked all the same: %#', async (text) => {
    const { message, masks } = await read({ ...GCP, 'gcp-service-account-key': text })
    expect(message).toBe(
      'Input `gcp-service-account-key` must be the JSON of a service account key (an object), plain or base64-encoded.',
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

  const masksAlone = (text: string): string[] => {
    const masks: string[] = []
    protectServiceAccountKey(text, new Secrets((mask) => masks.push(mask)))
    return masks
  }

  test('JSON in one line is masked as it was given, and in its shortest form', () => {
    expect(masksAlone('{ "token": "some-secret" }').toSorted()).toEqual([
      'some-secret',
      '{ "token": "some-secret" }',
      '{"token":"some-secret"}',
    ])
  })

  test('no more than a hundred texts of it are masked one by one', () => {
    const tokens = Array.from({ length: 101 }, (_, i) => `secret-number-${i + 1}`)
    const masks = masksAlone(JSON.stringify({ tokens }))
    expect(masks).toContain('secret-number-100')
    expect(masks).not.toContain('secret-number-101')
  })

  test('no text is masked that stands deeper than in a hundred lists', () => {
    const nested = (depth: number): string => `{"a":${'['.repeat(depth)}"some-secret"${']'.repeat(depth)}}`
    expect(masksAlone(nested(101))).toContain('some-secret')
    expect(masksAlone(nested(102))).not.toContain('some-secret')
  })

  test('of a broken key, lines of 32 characters are masked, without the space around them', () => {
    const masks = masksAlone(`{\n  "${'a'.repeat(31)}\n  "${'b'.repeat(30)}\n  x\n`)
    expect(masks).toEqual([`"${'a'.repeat(31)}`])
  })

  test('of a broken key, a hundred lines are masked, and empty ones do not count', () => {
    const lines = Array.from({ length: 101 }, (_, i) => `line-${i + 1}-of-a-key`.padEnd(40, 'x'))
    expect(masksAlone(lines.join('\r\n'))).toEqual(lines.slice(0, 100))
  })

  test('of a key that is broken the telling lines are masked', async () => {
    const broken = JSON.stringify(KEY, null, 2).slice(0, -1)
    const { masks } = await read({ ...GCP, 'gcp-service-account-key': broken })
    expect(masks.some((mask) => mask.includes('MIIEvQIBADAN'))).toBe(true)
    for (const mask of masks) expect(mask.length).toBeGreaterThanOrEqual(16)
    expect(masks).not.toContain('"type": "service_account",')
  })

  test('one that is nested beyond reason is refused', async () => {
    const nested = `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
    expect(() => minifiedServiceAccountKey(nested)).toThrow(InvalidValueError)
    protectServiceAccountKey(nested, new Secrets(() => undefined))
    const { message } = await read({ ...GCP, 'gcp-service-account-key': nested })
    expect(message).toBe('Input `gcp-service-account-key` must have at most 16384 characters.')
  })

  test.each([
    ['lines that were escaped twice', PEM.replaceAll('\n', '\\n')],
    ['lines that were joined', PEM.replaceAll('\n', ' ')],
    ['the first line alone', '-----BEGIN PRIVATE KEY-----'],
    ['a space before it', ` ${PEM}`],
    ['a line end before it', `\n${PEM}`],
    ['no first line', PEM.slice(PEM.indexOf('\n') + 1)],
    ['a certificate', PEM.replaceAll('PRIVATE KEY', 'CERTIFICATE')],
    ['a public key', PEM.replaceAll('PRIVATE', 'PUBLIC')],
    ['nothing', ''],
    ['a number', 1],
    ['null', null],
  ])('a private key with %s is refused', async (_, privateKey) => {
    const key = JSON.stringify({ ...KEY, private_key: privateKey })
    for (const text of [key, Buffer.from(key).toString('base64')]) {
      const { message } = await read({ ...GCP, 'gcp-service-account-key': text })
      expect(message).toMatch(
        /^Input `gcp-service-account-key` has a `private_key` (that does not begin with|without line ends)/,
      )
      expect(message).toMatchSnapshot()
      expect(message).not.toContain('MIIEvQIBADAN')
    }
  })

  test('a private key in a list is refused as what does not begin like one', () => {
    const key = JSON.stringify({ ...KEY, private_key: [PEM] })
    expect(() => minifiedServiceAccountKey(key)).toThrow(
      'has a `private_key` that does not begin with `-----BEGIN PRIVATE KEY-----`: use the key file exactly as Google created it',
    )
  })

  test.each(['RSA PRIVATE KEY', 'EC PRIVATE KEY', 'ENCRYPTED PRIVATE KEY'])(
    'a %s is fine, and so is Windows',
    async (kind) => {
      const pem = PEM.replaceAll('PRIVATE KEY', kind).replaceAll('\n', '\r\n')
      expect(
        (await read({ ...GCP, 'gcp-service-account-key': JSON.stringify({ ...KEY, private_key: pem }) })).message,
      ).toBe('')
    },
  )

  test('any other JSON object comes out as the same data', async () => {
    const names = fc.string({ minLength: 1 }).filter((name) => name !== 'private_key')
    await fc.assert(
      fc.asyncProperty(fc.dictionary(names, fc.jsonValue(), { minKeys: 1 }), async (key) => {
        const text = JSON.stringify(key, null, 1)
        const provider = await providerOf({ ...GCP, 'gcp-service-account-key': text })
        expect(provider?.fields.serviceAccountKey).toBe(JSON.stringify(JSON.parse(text)))
      }),
      { numRuns: 100 },
    )
  })
})
