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
  test.each(SERVERS)('authenticates to servers like: %s', (_, options) =>
    withScenario(async ({ atlas, runStep }) => {
      const { outputs } = await runStep(inputs)
      expect(outputs.result).toBe('created')
      expect(atlas.requestLines).toEqual([`GET 401 ${RESOURCE}`, `GET 200 ${RESOURCE}`, `PATCH 200 ${RESOURCE}`])
    }, options),
  )

  test('sends neither body nor credentials before the challenge, and counts from 00000001', () =>
    withScenario(async ({ atlas, runStep }) => {
      await runStep(inputs)
      const [first, second, third] = atlas.requests
      expect(first).toMatchObject({ method: 'GET', rawBody: '' })
      expect(first?.headers.authorization).toBeUndefined()
      expect(second?.headers.authorization).toContain('nc=00000001')
      expect(third?.headers.authorization).toContain('nc=00000002')
    }))

  test('repeats a request with its body if the nonce has expired', () =>
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

  test('repeats a request if the nonce is refused, but not as stale (Jetty, after a lost count)', () =>
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
  ])('handles a challenge that repeats the nonce, %s', (_, stale, result, patches) =>
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

  test('fails if every nonce is refused', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({
        method: 'PATCH',
        times: 99,
        handler: (_request, response) => {
          response.writeHead(401, { 'www-authenticate': atlas.digest.challenges(true) }).end()
        },
      })
      const { errors } = await runStep(inputs)
      expect(errors[0]).toContain('HTTP 401')
      expect(atlas.requests.filter(({ method }) => method === 'PATCH')).toHaveLength(2)
    }))

  test.each([
    ['Basic', ['Basic realm="x"']],
    ['Bearer', ['Bearer error="invalid_token"']],
    ['no challenge', []],
    ['an unknown algorithm', ['Digest realm="x", nonce="n", algorithm=SHA-512-256, qop="auth"']],
    ['auth-int only', ['Digest realm="x", nonce="n", qop="auth-int"']],
  ])('never answers %s', (_, challenge) =>
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
  test('sends a request for a token, GET, PATCH and a revocation on one connection', () =>
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

  test('revokes the token after a failure too', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.role = 'GROUP_READ_ONLY'
      await runStep({ ...inputs, ...AS_SERVICE_ACCOUNT })
      expect(atlas.oauth.tokens.size).toBe(0)
    }))

  test('replaces a token that is refused during the run', () =>
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

  test('names `atlas-client-secret` if the secret is wrong', () =>
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

  test('explains the refusal of a token if there are 100 live ones', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.oauth.maxTokens = 0
      const { errors } = await runStep({ ...inputs, ...AS_SERVICE_ACCOUNT })
      expect(errors[0]).toContain('100 active tokens')
    }))

  test('repeats the request for a token after a transient error', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ path: /oauth\/token/, handler: respondWith(503, {}, { 'retry-after': '0' }) })
      expect((await runStep({ ...inputs, ...AS_SERVICE_ACCOUNT })).outputs.result).toBe('created')
    }))

  test('sends a secret with any characters unchanged', () =>
    withScenario(async ({ atlas, runStep }) => {
      const secret = 'q"u\'o\\te %2B + / = & ü 漢 : end'
      atlas.oauth.clients.set(SERVICE_ACCOUNT.clientId, secret)
      const given = { ...inputs, ...AS_SERVICE_ACCOUNT, 'atlas-client-secret': secret }
      expect((await runStep(given, { secrets: () => [secret] })).outputs.result).toBe('created')
    }))
})

describe('requests and responses', () => {
  test('name the media types of v2 and the version of the action', () =>
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
  ])('of the resource alone have the query for %j', (options, query) =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.project.clusters = [{ name: 'a', encryptionAtRestProvider: 'NONE' }]
      const { outputs } = await scenario.runStep({ provider: 'aws', enabled: 'false', ...options } as Record<
        string,
        string
      >)
      expect(outputs.result).toBe('disabled')
      const withQuery = scenario.atlas.requests
        .map(({ path }) => path)
        .filter((path) => path.includes('envelope') || path.includes('pretty'))
      expect(withQuery).toEqual(Array(3).fill(`${RESOURCE}${query}`))
    }),
  )

  test('have the status that is in the envelope', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.role = 'GROUP_READ_ONLY'
      const { errors, outputs } = await runStep({ ...inputs, envelope: 'true' })
      expect(errors[0]).toContain('HTTP 403 USER_UNAUTHORIZED')
      expect(outputs.changed).toBe('false')
    }))

  test('are repeated for 503 in an envelope of 200', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({
        method: 'GET',
        handler: respondWith(200, { status: 503, content: {} }, { 'retry-after': '0' }),
      })
      expect((await runStep({ ...inputs, envelope: 'true' })).outputs.result).toBe('created')
    }))

  test('fail the run without the envelope that was requested', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ method: 'GET', handler: respondWith(200, { awsKms: { enabled: true, valid: true } }) })
      const { outputs } = await runStep({ ...inputs, envelope: 'true' })
      expect(JSON.parse(outputs.report as string).projects[0].error.code).toBe('PROTOCOL')
    }))

  test('may be compressed, although no request accepts that', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.atlas.faults.push({ method: 'GET', afterwards: true, handler: gzipped })
      expect((await scenario.runStep({ mode: 'verify' })).outputs.result).toBe('passed')
    }))

  test('may have unknown fields, null and missing objects', () =>
    withScenario(async ({ atlas, runStep }) => {
      const document = {
        awsKms: { ...block, enabled: true, valid: true, newField: { a: [1] }, secretAccessKey: 'sent-back-by-mistake' },
        azureKeyVault: null,
        oracleVault: { enabled: true },
      }
      atlas.faults.push({ method: 'GET', handler: respondWith(200, document) })
      const { outputs } = await runStep({ mode: 'verify' }, { secrets: () => ['sent-back-by-mistake'] })
      expect(outputs.result).toBe('passed')
      expect(JSON.parse(outputs.configuration as string)).toEqual({
        awsKms: { ...block, enabled: true, valid: true },
        azureKeyVault: null,
      })
    }))

  test('fail the run with a known field of a wrong type', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ method: 'GET', handler: respondWith(200, { awsKms: { enabled: true, valid: 'true' } }) })
      const { errors, outputs } = await runStep({ mode: 'verify' })
      expect(errors[0]).toContain('awsKms.valid')
      expect(outputs.valid).toBe('false')
    }))

  test('lead to one warning about a sunset date, even if they are refusals', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.extraHeaders = { sunset: 'Thu, 01 Jul 2027 00:00:00 GMT' }
      atlas.onAccessList = false
      expect((await runStep(inputs)).warnings).toEqual([expect.stringContaining('2027-07-01')])
    }))

  test('lead to one warning about a sunset date', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.extraHeaders = { sunset: 'Thu, 01 Jul 2027 00:00:00 GMT' }
      const { warnings } = await runStep(inputs)
      expect(warnings).toEqual([expect.stringContaining('2027-07-01')])
    }))
})

test('a loopback host is reached without the proxy of the environment', () =>
  withScenario(async (scenario) => {
    scenario.enable('aws')
    const env = { https_proxy: 'http://127.0.0.1:9', http_proxy: 'http://127.0.0.1:9' }
    expect((await scenario.runStep({ mode: 'verify' }, { env })).outputs.result).toBe('passed')
  }))

test('the report in the output and the one in the file are the same, and the summary names the project', () =>
  withScenario(async (scenario) => {
    scenario.enable('aws')
    const { outputs, summary, reportFile } = await scenario.runStep({ mode: 'verify' })
    expect(JSON.parse(reportFile)).toEqual(JSON.parse(outputs.report as string))
    expect(JSON.parse(reportFile).projects[0].projectId).toBe(PROJECT_ID)
    expect(summary).toContain(PROJECT_ID)
  }))
