import { describe, expect, test } from '@jest/globals'
import { AtlasApiError, contentType, describeStatus, IntermediaryError, refusalError } from '../../src/atlas/errors.ts'
import type { RequestFacts } from '../../src/atlas/request-facts.ts'
import { readOAuthResponse } from '../../src/atlas/response.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'
import { apiResponse, http } from './scripted-client.ts'

const secrets = new Secrets(() => undefined)
secrets.protect('hunter22')
const GET: RequestFacts = { isChange: false }
const label = safe`GET thing`

async function errorFor(...args: Parameters<typeof http>) {
  return refusalError({ label, facts: GET }, await apiResponse(...args), secrets)
}

describe('a refusal of Atlas', () => {
  test('is one line: what failed, what Atlas says, what to do; without secrets', async () => {
    const error = await errorFor(404, { errorCode: 'GROUP_NOT_FOUND', detail: 'No group\nhunter22 ##[x] here.' })
    expect(error).toBeInstanceOf(AtlasApiError)
    expect(error).toMatchObject({ code: 'GROUP_NOT_FOUND', status: 404 })
    expect(error.message).toBe(
      'GET thing was refused with HTTP 404 GROUP_NOT_FOUND: No group *** # #[x] here. Check `project-id` (in a config file, `id`): there is no such project.',
    )
  })

  test.each([
    [{ error: 400, reason: 'Bad Request' }, 'GET thing was refused with HTTP 400: Bad Request.'],
    [{ error: 400, detail: 'Really?' }, 'GET thing was refused with HTTP 400: Really?'],
    [{ errorCode: 'NEW_CODE', detail: 'What it is.' }, 'GET thing was refused with HTTP 400 NEW_CODE: What it is.'],
    [{ errorCode: 'NEW_CODE' }, 'GET thing was refused with HTTP 400 NEW_CODE.'],
  ])('%j', async (body, message) => expect((await errorFor(400, body)).message).toBe(message))

  test('without a well-formed code has ours', async () => {
    expect(await errorFor(400, { error: 400, errorCode: '::error::x' })).toMatchObject({
      code: 'PROTOCOL',
      status: 400,
    })
  })

  test('ends with the note of the caller', async () => {
    const response = await apiResponse(429, { errorCode: 'NEW_CODE', detail: 'Slow' })
    const error = refusalError({ label, facts: GET }, response, secrets, safe`Given up.`)
    expect(error.message).toMatch(/NEW_CODE: Slow\. .* Given up\.$/)
  })

  test('whose code is a secret does not show it', async () => {
    const error = await errorFor(400, { errorCode: 'hunter22', detail: '' })
    expect(error.code).not.toContain('hunter22')
    expect(error.message).not.toContain('hunter22')
  })
})

describe('a refusal of something in between', () => {
  test.each([
    [401, '<html>Sign in</html>', /between the runner and Atlas.*`atlas-base-url`/],
    [403, 'Blocked', /between the runner and Atlas/],
    [404, {}, /between the runner and Atlas/],
    [302, '', /between.*edirects are not followed/],
    [407, '', /between.*user name and password/],
    [429, '<html>', /between/],
    [502, '<html>Bad Gateway</html>', /between.*status\.mongodb\.com/],
    [403, { error: 'invalid_client' }, /between/],
  ])('%i %j', async (status, body, message) => {
    const error = await errorFor(status, body, { 'content-type': 'text/html' })
    expect(error).toBeInstanceOf(IntermediaryError)
    expect(error).not.toBeInstanceOf(AtlasApiError)
    expect(error).toMatchObject({ code: 'PROTOCOL', status })
    expect(error.message).toMatch(message)
    expect(error.message).toContain(`HTTP ${status}`)
    expect(error.message).toContain('(text/html)')
    expect(error.message).not.toMatch(/role|project-id|Bad Gateway|Sign in|Blocked/)
  })

  test("is not what answers on the token endpoint in OAuth's form", async () => {
    const response = await readOAuthResponse(http(401, { error: 'invalid_client', error_description: 'Wrong.' }))
    const error = refusalError({ label, facts: GET }, response, secrets)
    expect(error).toMatchObject({ code: 'invalid_client', status: 401 })
    expect(error.message).toMatch(/invalid_client: Wrong\. Check `atlas-client-id`/)
  })

  test('has a type that is made safe', async () => {
    const response = await apiResponse(403, '', { 'content-type': 'text/html\r\n::error::hunter22' })
    expect(contentType(response, secrets)).toBe('text/html ::error::***')
    expect(contentType({ headers: {} }, secrets)).toBe('no content type')
  })
})

describe('an access token that is refused', () => {
  const FACTS: RequestFacts = { isChange: false, credentials: 'access-token' }
  const messageFor = async (...args: Parameters<typeof http>): Promise<string> =>
    refusalError({ label, facts: FACTS }, await apiResponse(...args), secrets).message
  const BEARER = { 'www-authenticate': 'Bearer error="invalid_token"' }

  test.each([
    ['with a code of Atlas', { error: 401, errorCode: 'UNEXPECTED_ERROR' }, {}],
    ['without a code', { error: 401 }, {}],
    ['with a challenge', '', BEARER],
    ['with a challenge and the code for a missing role', { errorCode: 'USER_UNAUTHORIZED' }, BEARER],
  ])('%s needs to be replaced', async (_, body, headers) => {
    expect(await messageFor(401, body, headers)).toMatch(/HTTP 401.*new one.*`atlas-access-token`/)
  })

  test.each([
    [401, { errorCode: 'NOT_IN_GROUP' }, /project-id/],
    [401, { errorCode: 'USER_UNAUTHORIZED' }, /Project Read Only/],
    [403, { errorCode: 'USER_UNAUTHORIZED' }, /Project Read Only/],
    [401, '<html>', /between the runner and Atlas/],
  ])('%i %j is about something else', async (status, body, message) => {
    const text = await messageFor(status, body)
    expect(text).toMatch(message)
    expect(text).not.toContain('new one')
  })

  test('is no matter of other credentials', async () => {
    expect((await errorFor(401, { error: 401 }, BEARER)).message).not.toContain('new one')
  })
})

test('a status in a few words', async () => {
  expect(describeStatus(await apiResponse(503), secrets)).toBe('HTTP 503')
  expect(describeStatus(await apiResponse(429, { errorCode: 'RATE_LIMITED' }), secrets)).toBe('HTTP 429 RATE_LIMITED')
})
