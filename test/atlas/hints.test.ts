import { describe, expect, test } from '@jest/globals'
import { hintFor } from '../../src/atlas/hints.ts'
import { holdsSecrets } from '../../src/atlas/request-facts.ts'
import { fieldOf, PROVIDERS, type ProviderName } from '../../src/domain/providers.ts'

type Refusal = Parameters<typeof hintFor>[0]

const refusal = (status: number, code?: string, facts: Partial<Refusal> = {}): Refusal => ({
  status,
  code,
  isChange: false,
  ...facts,
})
const CHANGE = { isChange: true }

describe('what to do next', () => {
  test.each<[string, Refusal, RegExp]>([
    ['access list', refusal(403, 'IP_ADDRESS_NOT_ON_ACCESS_LIST'), /access list/],
    ['wrong project', refusal(401, 'NOT_IN_GROUP'), /project-id/],
    ['wrong project, 404 without a code', refusal(404), /project-id/],
    ['clusters', refusal(409, 'CANNOT_DISABLE_ENCRYPTION_AT_REST', CHANGE), /`NONE`/],
    ['access keys', refusal(400, 'AWS_KMS_CREDENTIALS_AUTH_DEPRECATED', CHANGE), /aws-role-id/],
    ['old key first', refusal(400, 'ENCRYPTION_AT_REST_SETTINGS_INVALID', CHANGE), /restore access to the current key/],
    ['shared tiers', refusal(400, 'CANNOT_USE_ENCRYPTION_AT_REST_TENANT', CHANGE), /M10/],
    ['a body that Atlas does not accept', refusal(400, 'INVALID_ATTRIBUTE', CHANGE), /inputs/],
    [
      'no payment method',
      refusal(402, 'NO_PAYMENT_INFORMATION_FOUND', CHANGE),
      /payment method.*billing administrator/,
    ],
    ['a suspended account', refusal(402, 'ACCOUNT_SUSPENDED'), /billing administrator/],
    ['another 402', refusal(402, 'SOMETHING_NEW'), /billing/],
    ['a 402 without a code', refusal(402), /billing/],
    ['rate', refusal(429, 'RATE_LIMITED'), /rate/],
    ['sunset', refusal(410), /update this action/],
    ['server', refusal(502, 'UNEXPECTED_ERROR'), /status\.mongodb\.com/],
    ['wrong API key', refusal(401, 'UNEXPECTED_ERROR', { credentials: 'api-key' }), /`atlas-private-key`/],
    ['wrong account', refusal(401, 'UNEXPECTED_ERROR', { credentials: 'service-account' }), /accept the credentials/],
  ])('%s', (_, given, expected) => expect(hintFor(given)).toMatch(expected))

  test.each<[string, Refusal]>([
    ['an unknown code', refusal(400, 'SOMETHING_NEW', CHANGE)],
    ['an unknown code with 403', refusal(403, 'SOMETHING_NEW', CHANGE)],
    ['an unknown code with 404', refusal(404, 'CLUSTER_NOT_FOUND')],
    ['an unknown code of an organization', refusal(403, 'SOMETHING_NEW', { isAboutOrganization: true })],
    ['a 400 without a code', refusal(400)],
    ['an inherited name', refusal(400, 'constructor')],
  ])('no guess for %s', (_, given) => expect(hintFor(given)).toBe(''))
})

describe('roles', () => {
  const CODES = [
    'USER_UNAUTHORIZED',
    'USER_CANNOT_ACCESS_GROUP',
    'USER_CANNOT_ACCESS_ORG',
    'ACCESS_FORBIDDEN',
    undefined,
  ]

  test.each(CODES)('are named for %s', (code) => {
    for (const status of [401, 403]) {
      expect(hintFor(refusal(status, code, CHANGE))).toMatch(/role Project Owner .* change/)
      expect(hintFor(refusal(status, code))).toMatch(/Project Read Only/)
      expect(hintFor(refusal(status, code, { role: 'Project Owner' }))).toMatch(/role Project Owner .* read/)
      expect(hintFor(refusal(status, code, { isAboutOrganization: true }))).toMatch(/`org-id`.*Organization Read Only/)
    }
  })

  test('an organization that is not found is no project', () => {
    expect(hintFor(refusal(404, undefined, { isAboutOrganization: true }))).toMatch(/`org-id`/)
    expect(hintFor(refusal(404, 'ORG_NOT_FOUND', { isAboutOrganization: true }))).toMatch(/`org-id`/)
    expect(hintFor(refusal(403, 'IP_ADDRESS_NOT_ON_ACCESS_LIST', { isAboutOrganization: true }))).toMatch(/access list/)
  })
})

describe('secrets are named only if some were sent', () => {
  test.each([
    ['INVALID_AWS_CREDENTIALS', /access key/, /trust policy/],
    ['INVALID_AZURE_CREDENTIALS', /secret/, /service principal/],
    ['INVALID_GOOGLE_CLOUD_CREDENTIALS', /service account key/, /service account that Atlas displays/],
    ['NO_PERMISSION_TO_ENCRYPT_DECRYPT', /credentials/, /role or service account/],
  ])('%s', (code, withSecrets, withRole) => {
    const [sent, notSent] = [true, false].map((secretsSent) => hintFor(refusal(400, code, { ...CHANGE, secretsSent })))
    expect(sent).toMatch(withSecrets)
    expect(notSent).toMatch(withRole)
    expect(notSent).toMatch(/`propagation-timeout`/)
    expect(notSent).not.toMatch(/secret|service account key|access key|client ID/)
  })

  test.each(
    Object.values(PROVIDERS).flatMap(({ name, atlasObject, fields }) =>
      fields.map((field) => [name, atlasObject, field.name] as const),
    ),
  )('%s: %s.%s in a body', (provider: ProviderName, object, field) => {
    const isSecret = fieldOf(provider, field)?.secret === true
    expect(holdsSecrets({ [object]: { enabled: true, [field]: 'x' } })).toBe(isSecret)
    expect(holdsSecrets({ [object]: { enabled: true, [field]: '' } })).toBe(false)
  })

  test.each([[undefined], [{}], [{ awsKms: null }], [{ enabledForSearchNodes: true }]])('none in %j', (body) =>
    expect(holdsSecrets(body)).toBe(false),
  )
})
