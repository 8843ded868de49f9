import { describe, expect, test } from '@jest/globals'
import type { DigestOptions } from '../fake-atlas/digest.ts'
import { answer, gzipped } from '../fake-atlas/faults.ts'
import { AS_SERVICE_ACCOUNT, PROJECT_ID, SERVICE_ACCOUNT, SETUPS } from '../harness/fixtures.ts'
import { RESOURCE, Scenario } from '../harness/scenario.ts'

const { inputs, block } = SETUPS.aws

describe('HTTP digest', () => {
  const SERVERS: readonly [name: string, options: Partial<DigestOptions>][] = [
    ['Atlas and Jetty', {}],
    ['Apache: opaque, strict counts', { opaque: 'a+b/c==', allowGaps: false, realm: 'private "area"' }],
    ['lighttpd: SHA-256 before MD5', { algorithms: ['SHA-256', 'MD5'] }],
    ['an unknown algorithm first', { algorithms: ['SHA-512-256', 'SHA-256'] }],
    ['MD5-sess', { algorithms: ['MD5-sess'] }],
    ['SHA-256-sess', { algorithms: ['SHA-256-sess'] }],
    ['no algorithm named', { algorithms: [''] }],
    ['no qop (RFC 2069)', { qop: '' }],
    ['qop with auth-int first', { qop: 'auth-int,auth' }],
  ]
  test.each(SERVERS)('%s', (_, options) =>
    Scenario.play(async ({ atlas, step }) => {
      const { outputs } = await step(inputs)
      expect(outputs.result).toBe('created')
      expect(atlas.story).toEqual([`GET 401 ${RESOURCE}`, `GET 200 ${RESOURCE}`, `PATCH 200 ${RESOURCE}`])
    }, options),
  )

  test('no body and no authorization on the unauthenticated leg; counts from 00000001', () =>
    Scenario.play(async ({ atlas, step }) => {
      await step(inputs)
      const [first, second, third] = atlas.requests
      expect(first).toMatchObject({ method: 'GET', rawBody: '' })
      expect(first?.headers.authorization).toBeUndefined()
      expect(second?.headers.authorization).toContain('nc=00000001')
      expect(third?.headers.authorization).toContain('nc=00000002')
    }))

  test('a nonce that has aged is renewed once, with the body again', () =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.faults.push({
        method: 'PATCH',
        strike: (_request, response) => {
          atlas.digest.forgetNonces()
          response.writeHead(401, { 'www-authenticate': atlas.digest.challenges(true) }).end()
        },
      })
      const { outputs } = await step(inputs)
      expect(outputs.result).toBe('created')
      expect(atlas.story.slice(2)).toEqual([`PATCH 401 ${RESOURCE}`, `PATCH 200 ${RESOURCE}`])
      expect(atlas.requests[3]?.headers.authorization).toContain('nc=00000001')
    }))

  test('a nonce that is refused without stale (Jetty, after a lost count) is renewed too', () =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.faults.push({
        method: 'PATCH',
        strike: (_request, response) => {
          response.writeHead(401, { 'www-authenticate': atlas.digest.challenges(false) }).end()
        },
      })
      expect((await step(inputs)).outputs.result).toBe('created')
    }))

  test.each([
    ['stale', 'true', 'created', ['PATCH 401', 'PATCH 200']],
    ['not stale', 'false', 'failed', ['PATCH 401']],
  ])('the same nonce again, %s', (_, stale, result, patches) =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.faults.push({
        method: 'PATCH',
        strike: (request, response) => {
          const nonce = /nonce="([^"]+)"/.exec(request.headers.authorization ?? '')?.[1]
          const challenge = `Digest realm="MMS Public API", nonce="${nonce}", algorithm=MD5, qop="auth", stale=${stale}`
          response.writeHead(401, { 'www-authenticate': challenge }).end()
        },
      })
      expect((await step(inputs)).outputs.result).toBe(result)
      expect(atlas.story.slice(2)).toEqual(patches.map((line) => `${line} ${RESOURCE}`))
    }),
  )

  test('a nonce refused again and again ends', () =>
    Scenario.play(async ({ atlas, step }) => {
      const strike = (
        _request: unknown,
        response: { writeHead: (...args: unknown[]) => { end: () => void } },
      ): void => {
        response.writeHead(401, { 'www-authenticate': atlas.digest.challenges(true) }).end()
      }
      atlas.faults.push({ method: 'PATCH', times: 99, strike: strike as never })
      const { errors } = await step(inputs)
      expect(errors[0]).toContain('HTTP 401')
      expect(atlas.requests.filter(({ method }) => method === 'PATCH')).toHaveLength(2)
    }))

  test.each([
    ['Basic', ['Basic realm="x"']],
    ['Bearer', ['Bearer error="invalid_token"']],
    ['none', []],
    ['an algorithm that is not ours', ['Digest realm="x", nonce="n", algorithm=SHA-512-256, qop="auth"']],
    ['auth-int alone', ['Digest realm="x", nonce="n", qop="auth-int"']],
  ])('a stranger is refused: %s', (_, challenge) =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.foreignChallenge = challenge
      const { errors, outputs } = await step(inputs)
      expect(errors[0]).toContain('digest challenge')
      expect(JSON.parse(outputs.report as string).projects[0].error.code).toBe('PROTOCOL')
      expect(atlas.requests).toHaveLength(1)
      expect(atlas.requests[0]?.headers.authorization).toBeUndefined()
    }),
  )
})

describe('service account', () => {
  test('token, GET, PATCH, revoke, on one connection', () =>
    Scenario.play(async ({ atlas, step }) => {
      const { outputs, masks } = await step({ ...inputs, ...AS_SERVICE_ACCOUNT })
      expect(outputs.result).toBe('created')
      expect(atlas.story).toEqual([
        'POST 200 /api/oauth/token',
        `GET 200 ${RESOURCE}`,
        `PATCH 200 ${RESOURCE}`,
        'POST 200 /api/oauth/revoke',
      ])
      expect(new Set(atlas.requests.map(({ connection }) => connection)).size).toBe(1)
      expect(atlas.oauth.tokens.size).toBe(0)
      expect(masks).toContain(atlas.oauth.issued[0])
      expect(masks).toContain(atlas.requests[0]?.headers.authorization?.slice('Basic '.length))
      expect(atlas.requests[0]?.rawBody).toBe('grant_type=client_credentials')
      expect(atlas.requests[3]?.rawBody).toContain('token_type_hint=access_token')
    }))

  test('revokes after a failure too', () =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.role = 'GROUP_READ_ONLY'
      await step({ ...inputs, ...AS_SERVICE_ACCOUNT })
      expect(atlas.oauth.tokens.size).toBe(0)
    }))

  test('a token that is refused in the middle is replaced once', () =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.faults.push({
        method: 'PATCH',
        strike: answer(401, {}, { 'www-authenticate': 'Bearer error="invalid_token"' }),
      })
      const { outputs } = await step({ ...inputs, ...AS_SERVICE_ACCOUNT })
      expect(outputs.result).toBe('created')
      expect(atlas.oauth.issued).toHaveLength(2)
      expect(atlas.oauth.tokens.size).toBe(0)
    }))

  test('wrong secret', () =>
    Scenario.play(async ({ atlas, step }) => {
      const { errors, outputs } = await step({
        ...inputs,
        ...AS_SERVICE_ACCOUNT,
        'atlas-client-secret': 'wrong-secret',
      })
      expect(errors[0]).toContain('invalid_client')
      expect(errors[0]).toContain('atlas-client-secret')
      expect(JSON.parse(outputs.report as string).projects[0].error.code).toBe('invalid_client')
      expect(atlas.requests).toHaveLength(1)
    }))

  test('too many live tokens', () =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.oauth.mostTokens = 0
      const { errors } = await step({ ...inputs, ...AS_SERVICE_ACCOUNT })
      expect(errors[0]).toContain('100 live tokens')
    }))

  test('a token request that can heal is repeated', () =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.faults.push({ path: /oauth\/token/, strike: answer(503, {}, { 'retry-after': '0' }) })
      expect((await step({ ...inputs, ...AS_SERVICE_ACCOUNT })).outputs.result).toBe('created')
    }))

  test('the secret survives every sign it may hold', () =>
    Scenario.play(async ({ atlas, step }) => {
      const secret = 'q"u\'o\\te %2B + / = & ü 漢 : end'
      atlas.oauth.clients.set(SERVICE_ACCOUNT.clientId, secret)
      const given = { ...inputs, ...AS_SERVICE_ACCOUNT, 'atlas-client-secret': secret }
      expect((await step(given, { secrets: () => [secret] })).outputs.result).toBe('created')
    }))
})

describe('dialects', () => {
  test('v2 media types and user agent', () =>
    Scenario.play(async ({ atlas, step }) => {
      await step(inputs)
      expect(atlas.requests[2]?.headers).toMatchObject({
        accept: 'application/vnd.atlas.2023-01-01+json',
        'content-type': 'application/vnd.atlas.2023-01-01+json',
        'user-agent': expect.stringMatching(/^atlas-encryption-at-rest\/\d+\.\d+\.\d+ \(\w+;\w+\)$/),
      })
    }))

  test.each([
    [{ envelope: 'true' }, '?envelope=true'],
    [{ pretty: 'true' }, '?pretty=true'],
    [{ envelope: 'TRUE', pretty: 'true' }, '?envelope=true&pretty=true'],
  ])('%j', (options, query) =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws')
      scenario.project.clusters = [{ name: 'a', encryptionAtRestProvider: 'NONE' }]
      const { outputs } = await scenario.step({ provider: 'aws', enabled: 'false', ...options } as Record<
        string,
        string
      >)
      expect(outputs.result).toBe('disabled')
      const asked = scenario.atlas.requests
        .map(({ path }) => path)
        .filter((path) => path.includes('envelope') || path.includes('pretty'))
      expect(asked).toEqual(Array(3).fill(`${RESOURCE}${query}`))
    }),
  )

  test('the status in the envelope decides', () =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.role = 'GROUP_READ_ONLY'
      const { errors, outputs } = await step({ ...inputs, envelope: 'true' })
      expect(errors[0]).toContain('HTTP 403 USER_UNAUTHORIZED')
      expect(outputs.changed).toBe('false')
    }))

  test('200 with 503 in the envelope is repeated', () =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.faults.push({ method: 'GET', strike: answer(200, { status: 503, content: {} }, { 'retry-after': '0' }) })
      expect((await step({ ...inputs, envelope: 'true' })).outputs.result).toBe('created')
    }))

  test('a reply without the envelope that was asked for is no reply', () =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.faults.push({ method: 'GET', strike: answer(200, { awsKms: { enabled: true, valid: true } }) })
      const { outputs } = await step({ ...inputs, envelope: 'true' })
      expect(JSON.parse(outputs.report as string).projects[0].error.code).toBe('PROTOCOL')
    }))

  test('a reply that is compressed though nobody asked', () =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws')
      scenario.atlas.faults.push({ method: 'GET', afterwards: true, strike: gzipped })
      expect((await scenario.step({ mode: 'verify' })).outputs.result).toBe('passed')
    }))

  test('what Atlas adds, nulls and leaves out is borne', () =>
    Scenario.play(async ({ atlas, step }) => {
      const reply = {
        awsKms: { ...block, enabled: true, valid: true, newField: { a: [1] }, secretAccessKey: 'sent-back-by-mistake' },
        azureKeyVault: null,
        oracleVault: { enabled: true },
      }
      atlas.faults.push({ method: 'GET', strike: answer(200, reply) })
      const { outputs } = await step({ mode: 'verify' }, { secrets: () => ['sent-back-by-mistake'] })
      expect(outputs.result).toBe('passed')
      expect(JSON.parse(outputs.configuration as string)).toEqual({
        awsKms: { ...block, enabled: true, valid: true },
        azureKeyVault: null,
      })
    }))

  test('a known field of a wrong type is no reply', () =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.faults.push({ method: 'GET', strike: answer(200, { awsKms: { enabled: true, valid: 'true' } }) })
      const { errors, outputs } = await step({ mode: 'verify' })
      expect(errors[0]).toContain('awsKms.valid')
      expect(outputs.valid).toBe('false')
    }))

  test('a sunset date of a refusal, too', () =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.extraHeaders = { sunset: 'Thu, 01 Jul 2027 00:00:00 GMT' }
      atlas.onAccessList = false
      expect((await step(inputs)).warnings).toEqual([expect.stringContaining('2027-07-01')])
    }))

  test('a sunset date gives one warning', () =>
    Scenario.play(async ({ atlas, step }) => {
      atlas.extraHeaders = { sunset: 'Thu, 01 Jul 2027 00:00:00 GMT' }
      const { warnings } = await step(inputs)
      expect(warnings).toEqual([expect.stringContaining('2027-07-01')])
    }))
})

test('a proxy in the environment is not used for loopback', () =>
  Scenario.play(async (scenario) => {
    scenario.enable('aws')
    const env = { https_proxy: 'http://127.0.0.1:9', http_proxy: 'http://127.0.0.1:9' }
    expect((await scenario.step({ mode: 'verify' }, { env })).outputs.result).toBe('passed')
  }))

test('the identity of the project is the same in every place', () =>
  Scenario.play(async (scenario) => {
    scenario.enable('aws')
    const { outputs, summary, reportFile } = await scenario.step({ mode: 'verify' })
    expect(JSON.parse(reportFile)).toEqual(JSON.parse(outputs.report as string))
    expect(JSON.parse(reportFile).projects[0].projectId).toBe(PROJECT_ID)
    expect(summary).toContain(PROJECT_ID)
  }))
