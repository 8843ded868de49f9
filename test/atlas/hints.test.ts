import { describe, expect, test } from '@jest/globals'
import { errorCodeOf, toAtlasApiError, waitSecondsOf } from '../../src/atlas/errors.ts'
import { hintFor } from '../../src/atlas/hints.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'

const refusal = (status: number, code?: string, detail = '', patch = false) => ({ status, code, detail, patch })

describe('every refusal says what to do next', () => {
  test.each<[string, ReturnType<typeof refusal>, RegExp]>([
    ['access list', refusal(403, 'IP_ADDRESS_NOT_ON_ACCESS_LIST'), /access list/],
    ['wrong project', refusal(401, 'NOT_IN_GROUP'), /project-id/],
    ['wrong project, 404', refusal(404), /project-id/],
    ['role for a change', refusal(403, 'USER_UNAUTHORIZED', '', true), /Project Owner/],
    ['role for a change, 401', refusal(401, undefined, '', true), /Project Owner/],
    ['role for reading', refusal(403), /Project Read Only/],
    ['clusters', refusal(409, 'CANNOT_DISABLE_ENCRYPTION_AT_REST', '', true), /`NONE`/],
    ['access keys', refusal(400, 'AWS_KMS_CREDENTIALS_AUTH_DEPRECATED', '', true), /aws-role-id/],
    ['old key first', refusal(400, 'ENCRYPTION_AT_REST_SETTINGS_INVALID', '', true), /restore the old key/],
    ['shared tiers by their code', refusal(400, 'CANNOT_USE_ENCRYPTION_AT_REST_TENANT', '', true), /M10/],
    ['shared tiers by the text', refusal(400, 'VALIDATION_ERROR', 'Not for M5 clusters.', true), /M10/],
    ['that text on a GET means nothing', refusal(400, 'VALIDATION_ERROR', 'Not for M5 clusters.'), /inputs/],
    ['rate', refusal(429), /rate/],
    ['sunset', refusal(410), /update this action/],
    ['redirect', refusal(307), /never followed/],
    ['server', refusal(502), /status\.mongodb\.com/],
    ['anything else', refusal(418), /atlas-base-url/],
    ['an inherited name is no code', refusal(400, 'constructor'), /inputs/],
  ])('%s', (_, given, expected) => expect(hintFor(given)).toMatch(expected))
})

describe('reading a refusal', () => {
  const answer = (document: unknown, status = 400) => ({ status, headers: {}, document })

  test.each<[unknown, string | undefined]>([
    [{ errorCode: 'GROUP_NOT_FOUND' }, 'GROUP_NOT_FOUND'],
    [{ error: 'invalid_client' }, 'invalid_client'],
    [{ error: 400, errorCode: 'X', parameters: null }, 'X'],
    [{ errorCode: 'X', detail: { odd: 1 }, parameters: 'odd' }, 'X'],
    [{ errorCode: '::error::' }, undefined],
    [{ errorCode: 'X'.repeat(101) }, undefined],
    [{ errorCode: 5 }, undefined],
    ['text', undefined],
    [undefined, undefined],
  ])('code of %j', (document, code) => expect(errorCodeOf(answer(document))).toBe(code))

  test.each<[unknown, number | undefined]>([
    [['p', 55], 55],
    [['p', 0], 0],
    [['p', -1], undefined],
    [['p', '5'], undefined],
    [[], undefined],
    [null, undefined],
  ])('wait of %j', (parameters, seconds) => expect(waitSecondsOf(answer({ parameters }))).toBe(seconds))

  test('one line: what failed, what Atlas says, what to do; without secrets', () => {
    const secrets = new Secrets(() => undefined)
    secrets.protect('hunter22')
    const document = { errorCode: 'GROUP_NOT_FOUND', detail: 'No group\nhunter22 ##[x] here.' }
    const failure = toAtlasApiError('GET thing', answer(document, 404), secrets)
    expect(failure).toMatchObject({ code: 'GROUP_NOT_FOUND', status: 404 })
    expect(failure.message).toBe(
      'GET thing was refused with HTTP 404 GROUP_NOT_FOUND: No group *** # #[x] here. Check `project-id` (in a config file, `id`): there is no such project.',
    )
  })

  test('without a body there is still a sentence', () => {
    const failure = toAtlasApiError('PATCH thing', answer(undefined, 503), new Secrets(() => undefined))
    expect(failure.code).toBe('PROTOCOL')
    expect(failure.message).toMatch(/^PATCH thing was refused with HTTP 503\. Atlas or a proxy/)
  })

  test('`reason` and `error_description` stand in for a missing detail', () => {
    const message = (document: unknown): string =>
      toAtlasApiError('GET x', answer(document), new Secrets(() => undefined)).message
    expect(message({ reason: 'Bad Request' })).toContain(': Bad Request.')
    expect(message({ error: 'x', error_description: 'because' })).toContain(': because.')
  })
})
