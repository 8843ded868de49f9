import { describe, expect, test } from '@jest/globals'
import type { DigestOptions } from '../fake-atlas/digest.ts'
import { gzipped, respondWith } from '../fake-atlas/faults.ts'
import { AS_SERVICE_ACCOUNT, CONFIGURATIONS, PROJECT_ID, SERVICE_ACCOUNT } from '../harness/fixtures.ts'
import { RESOURCE, withScenario } from '../harness/scenario.ts'

const { inputs, block } = CONFIGURATIONS.aws

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
    withScenario(async ({ atlas, runStep }) => {
      const { outputs } = await runStep(inputs)
      expect(outputs.result).toBe('created')
      expect(atlas.requestLines).toEqual([`GET 401 ${RESOURCE}`, `GET 200 ${RESOURCE}`, `PATCH 200 ${RESOURCE}`])
    }, options),
  )

  test('no body and no authorization on the unauthenticated leg; counts from 00000001', () =>
    withScenario(async ({ atlas, runStep }) => {
      await runStep(inputs)
      const [first, second, third] = atlas.requests
      expect(first).toMatchObject({ method: 'GET', rawBody: '' })
      expect(first?.headers.authorization).toBeUndefined()
      expect(second?.headers.authorization).toContain('nc=00000001')
      expect(third?.headers.authorization).toContain('nc=00000002')
    }))

  test('a nonce that has aged is renewed once, with the body again', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({
        method: 'PATCH',
        handler: (_request, response) => {
          atlas.digest.forgetNonces()
          response.writeHead(401, { 'www-authenticate': atlas.digest.challenges(true) }).end()
        },
      })
      const { outputs } = await runStep(inputs)
      expect(outputs.result).toBe('created')
      expect(atlas.requestLines.slice(2)).toEqual([`PATCH 401 ${RESOURCE}`, `PATCH 200 ${RESOURCE}`])
      expect(atlas.requests[3]?.headers.authorization).toContain('nc=00000001')
    }))

  test('a nonce that is refused without stale (Jetty, after a lost count) is renewed too', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({
        method: 'PATCH',
        handler: (_request, response) => {
          response.writeHead(401, { 'www-authenticate': atlas.digest.challenges(false) }).end()
        },
      })
      expect((await runStep(inputs)).outputs.result).toBe('created')
    }))

  test.each([
    ['stale', 'true', 'created', ['PATCH 401', 'PATCH 200']],
    ['not stale', 'false', 'failed', ['PATCH 401']],
  ])('the same nonce again, %s', (_, stale, result, patches) =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({
        method: 'PATCH',
        handler: (request, response) => {
          const nonce = /nonce="([^"]+)"/.exec(request.headers.authorization ?? '')?.[1]
          const challenge = `Digest realm="MMS Public API", nonce="${nonce}", algorithm=MD5, qop="auth", stale=${stale}`
          response.writeHead(401, { 'www-authenticate': challenge }).end()
        },
      })
      expect((await runStep(inputs)).outputs.result).toBe(result)
      expect(atlas.requestLines.slice(2)).toEqual(patches.map((line) => `${line} ${RESOURCE}`))
    }),
  )

  test('a nonce refused again and again ends', () =>
    withScenario(async ({ atlas, runStep }) => {
      const handler = (
        _request: unknown,
        response: { writeHead: (...args: unknown[]) => { end: () => void } },
      ): void => {
        response.writeHead(401, { 'www-authenticate': atlas.digest.challenges(true) }).end()
      }
      atlas.faults.push({ method: 'PATCH', times: 99, handler: handler as never })
      const { errors } = await runStep(inputs)
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
    withScenario(async ({ atlas, runStep }) => {
      atlas.challengeOverride = challenge
      const { errors, outputs } = await runStep(inputs)
      expect(errors[0]).toContain('digest challenge')
      expect(JSON.parse(outputs.report as string).projects[0].error.code).toBe('PROTOCOL')
      expect(atlas.requests).toHaveLength(1)
      expect(atlas.requests[0]?.headers.authorization).toBeUndefined()
    }),
  )
})

describe('service account', () => {
  test('token, GET, PATCH, revoke, on one connection', () =>
    withScenario(async ({ atlas, runStep }) => {
      const { outputs, masks } = await runStep({ ...inputs, ...AS_SERVICE_ACCOUNT })
      expect(outputs.result).toBe('created')
      expect(atlas.requestLines).toEqual([
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
    withScenario(async ({ atlas, runStep }) => {
      atlas.role = 'GROUP_READ_ONLY'
      await runStep({ ...inputs, ...AS_SERVICE_ACCOUNT })
      expect(atlas.oauth.tokens.size).toBe(0)
    }))

  test('a token that is refused in the middle is replaced once', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({
        method: 'PATCH',
        handler: respondWith(401, {}, { 'www-authenticate': 'Bearer error="invalid_token"' }),
      })
      const { outputs } = await runStep({ ...inputs, ...AS_SERVICE_ACCOUNT })
      expect(outputs.result).toBe('created')
      expect(atlas.oauth.issued).toHaveLength(2)
      expect(atlas.oauth.tokens.size).toBe(0)
    }))

  test('wrong secret', () =>
    withScenario(async ({ atlas, runStep }) => {
      const { errors, outputs } = await runStep({
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
    withScenario(async ({ atlas, runStep }) => {
      atlas.oauth.maxTokens = 0
      const { errors } = await runStep({ ...inputs, ...AS_SERVICE_ACCOUNT })
      expect(errors[0]).toContain('100 live tokens')
    }))

  test('a token request that can heal is repeated', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ path: /oauth\/token/, handler: respondWith(503, {}, { 'retry-after': '0' }) })
      expect((await runStep({ ...inputs, ...AS_SERVICE_ACCOUNT })).outputs.result).toBe('created')
    }))

  test('the secret survives every sign it may hold', () =>
    withScenario(async ({ atlas, runStep }) => {
      const secret = 'q"u\'o\\te %2B + / = & ü 漢 : end'
      atlas.oauth.clients.set(SERVICE_ACCOUNT.clientId, secret)
      const given = { ...inputs, ...AS_SERVICE_ACCOUNT, 'atlas-client-secret': secret }
      expect((await runStep(given, { secrets: () => [secret] })).outputs.result).toBe('created')
    }))
})

describe('dialects', () => {
  test('v2 media types and user agent', () =>
    withScenario(async ({ atlas, runStep }) => {
      await runStep(inputs)
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
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.project.clusters = [{ name: 'a', encryptionAtRestProvider: 'NONE' }]
      const { outputs } = await scenario.runStep({ provider: 'aws', enabled: 'false', ...options } as Record<
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
    withScenario(async ({ atlas, runStep }) => {
      atlas.role = 'GROUP_READ_ONLY'
      const { errors, outputs } = await runStep({ ...inputs, envelope: 'true' })
      expect(errors[0]).toContain('HTTP 403 USER_UNAUTHORIZED')
      expect(outputs.changed).toBe('false')
    }))

  test('200 with 503 in the envelope is repeated', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({
        method: 'GET',
        handler: respondWith(200, { status: 503, content: {} }, { 'retry-after': '0' }),
      })
      expect((await runStep({ ...inputs, envelope: 'true' })).outputs.result).toBe('created')
    }))

  test('a reply without the envelope that was asked for is no reply', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ method: 'GET', handler: respondWith(200, { awsKms: { enabled: true, valid: true } }) })
      const { outputs } = await runStep({ ...inputs, envelope: 'true' })
      expect(JSON.parse(outputs.report as string).projects[0].error.code).toBe('PROTOCOL')
    }))

  test('a reply that is compressed though nobody asked', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.atlas.faults.push({ method: 'GET', afterwards: true, handler: gzipped })
      expect((await scenario.runStep({ mode: 'verify' })).outputs.result).toBe('passed')
    }))

  test('what Atlas adds, nulls and leaves out is borne', () =>
    withScenario(async ({ atlas, runStep }) => {
      const reply = {
        awsKms: { ...block, enabled: true, valid: true, newField: { a: [1] }, secretAccessKey: 'sent-back-by-mistake' },
        azureKeyVault: null,
        oracleVault: { enabled: true },
      }
      atlas.faults.push({ method: 'GET', handler: respondWith(200, reply) })
      const { outputs } = await runStep({ mode: 'verify' }, { secrets: () => ['sent-back-by-mistake'] })
      expect(outputs.result).toBe('passed')
      expect(JSON.parse(outputs.configuration as string)).toEqual({
        awsKms: { ...block, enabled: true, valid: true },
        azureKeyVault: null,
      })
    }))

  test('a known field of a wrong type is no reply', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ method: 'GET', handler: respondWith(200, { awsKms: { enabled: true, valid: 'true' } }) })
      const { errors, outputs } = await runStep({ mode: 'verify' })
      expect(errors[0]).toContain('awsKms.valid')
      expect(outputs.valid).toBe('false')
    }))

  test('a sunset date of a refusal, too', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.extraHeaders = { sunset: 'Thu, 01 Jul 2027 00:00:00 GMT' }
      atlas.onAccessList = false
      expect((await runStep(inputs)).warnings).toEqual([expect.stringContaining('2027-07-01')])
    }))

  test('a sunset date gives one warning', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.extraHeaders = { sunset: 'Thu, 01 Jul 2027 00:00:00 GMT' }
      const { warnings } = await runStep(inputs)
      expect(warnings).toEqual([expect.stringContaining('2027-07-01')])
    }))
})

test('a proxy in the environment is not used for loopback', () =>
  withScenario(async (scenario) => {
    scenario.enable('aws')
    const env = { https_proxy: 'http://127.0.0.1:9', http_proxy: 'http://127.0.0.1:9' }
    expect((await scenario.runStep({ mode: 'verify' }, { env })).outputs.result).toBe('passed')
  }))

test('the identity of the project is the same in every place', () =>
  withScenario(async (scenario) => {
    scenario.enable('aws')
    const { outputs, summary, reportFile } = await scenario.runStep({ mode: 'verify' })
    expect(JSON.parse(reportFile)).toEqual(JSON.parse(outputs.report as string))
    expect(JSON.parse(reportFile).projects[0].projectId).toBe(PROJECT_ID)
    expect(summary).toContain(PROJECT_ID)
  }))
