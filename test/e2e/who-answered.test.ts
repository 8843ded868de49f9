import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ATLAS_DIGEST } from '../fake-atlas/digest.ts'
import { type FaultHandler, refuseWith, respondWith } from '../fake-atlas/faults.ts'
import { API_KEY, AS_SERVICE_ACCOUNT, CONFIGURATIONS } from '../harness/fixtures.ts'
import { findLeaks } from '../harness/leaks.ts'
import { type Scenario, withScenario } from '../harness/scenario.ts'

const { inputs } = CONFIGURATIONS.aws

describe('what Atlas refuses', () => {
  const CASES: readonly [
    name: string,
    method: string,
    handler: FaultHandler,
    says: RegExp,
    more?: Record<string, string>,
  ][] = [
    ['no payment method', 'PATCH', refuseWith(402, 'NO_PAYMENT_INFORMATION_FOUND', 'None.'), /payment method.*billing/],
    ['a suspended account', 'PATCH', refuseWith(402, 'ACCOUNT_SUSPENDED', 'Suspended.'), /billing/],
    ['another 402', 'PATCH', refuseWith(402, 'SOMETHING_NEW', 'Pay.'), /billing/],
    [
      'an unknown code',
      'PATCH',
      refuseWith(400, 'SOMETHING_NEW', 'What it is.'),
      /HTTP 400 SOMETHING_NEW: What it is\.$/,
    ],
    ['an unknown code with 403', 'GET', refuseWith(403, 'SOMETHING_NEW', 'No.'), /HTTP 403 SOMETHING_NEW: No\.$/],
    ['a missing role', 'PATCH', refuseWith(403, 'USER_UNAUTHORIZED', 'No.'), /Project Owner/],
    ['a 403 without a code', 'PATCH', respondWith(403, { error: 403, detail: 'No.' }), /: No\. .*Project Owner/],
    [
      'credentials of a role',
      'PATCH',
      refuseWith(400, 'INVALID_AWS_CREDENTIALS', 'No.'),
      /trust policy/,
      { 'propagation-timeout': '0' },
    ],
    [
      'credentials that are keys',
      'PATCH',
      refuseWith(400, 'INVALID_AWS_CREDENTIALS', 'No.'),
      /access key/,
      {
        'propagation-timeout': '0',
        'aws-role-id': '',
        'aws-access-key-id': 'AKIAIOSFODNN7EXAMPLE',
        'aws-secret-access-key': 'a-secret-access-key',
      },
    ],
  ]
  test.each(CASES)('%s', (_, method, handler, says, more = {}) =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ method, handler })
      const { errors } = await runStep({ ...inputs, ...more })
      expect(errors).toEqual([expect.stringMatching(says)])
      expect(errors[0]).not.toMatch(/between the runner and Atlas/)
    }),
  )
})

describe('what something in between refuses', () => {
  const HTML = respondWith(403, '<html>Blocked by policy</html>', { 'content-type': 'text/html' })

  test.each<[string, FaultHandler]>([
    ['403 with HTML', HTML],
    ['401 with text', respondWith(401, 'Sign in first.')],
    ['404 with HTML', respondWith(404, '<html>Not here</html>')],
    ['418 with JSON of its own', respondWith(418, { reason: 'teapot' })],
  ])('%s is no matter of roles or of the project', (_, handler) =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ method: 'GET', handler })
      const { errors, outputs } = await runStep(inputs)
      expect(errors).toEqual([expect.stringMatching(/between the runner and Atlas/)])
      expect(errors[0]).not.toMatch(/Project (Owner|Read Only)|project-id|Blocked|Sign in/)
      expect(JSON.parse(outputs.report as string).projects[0].error.code).toBe('PROTOCOL')
    }),
  )

  test('before a provider is disabled does not count as a list that may not be read', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.atlas.faults.push({ path: /\/clusters\?/, handler: HTML })
      const { errors } = await scenario.runStep({ provider: 'aws', enabled: 'false' })
      expect(errors[0]).toMatch(/between the runner and Atlas/)
      expect(scenario.atlas.patches).toEqual([])
    }))

  test('instead of the token endpoint is not taken for Atlas, unlike an error of OAuth', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ path: /oauth\/token/, handler: HTML })
      expect((await runStep({ ...inputs, ...AS_SERVICE_ACCOUNT })).errors[0]).toMatch(/between the runner and Atlas/)
      atlas.faults.push({
        path: /oauth\/token/,
        handler: respondWith(400, { error: 'invalid_scope', error_description: 'Odd.' }),
      })
      expect((await runStep({ ...inputs, ...AS_SERVICE_ACCOUNT })).errors[0]).toMatch(/400 invalid_scope: Odd\.$/)
    }))
})

describe('a rate limit of the older limiter', () => {
  const body = { error: 429, errorCode: 'RATE_LIMITED', detail: 'X is limited.', reason: 'Too Many Requests' }

  test.each([
    ['GET', {}, /encryptionAtRest/],
    ['POST', AS_SERVICE_ACCOUNT, /oauth\/token/],
  ])('does not name a wait in its body: %s', (method, more, path) =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.atlas.faults.push({ method, path, handler: respondWith(429, { ...body, parameters: ['X', 2000, 1] }) })
      const { outputs, log } = await scenario.runStep({ mode: 'verify', provider: 'aws', ...more })
      expect(outputs.result).toBe('passed')
      expect(log).toContainEqual(expect.stringMatching(/HTTP 429 RATE_LIMITED; trying again in [01]\.\d s/))
    }),
  )

  test('a date in Retry-After is held against the clock of the server', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      const headers = { date: 'Wed, 21 Oct 2099 07:28:00 GMT', 'retry-after': 'Wed, 21 Oct 2099 07:28:01 GMT' }
      scenario.atlas.faults.push({ method: 'GET', handler: respondWith(503, '', headers) })
      const { outputs, log } = await scenario.runStep({ mode: 'verify' })
      expect(outputs.result).toBe('passed')
      expect(log).toContainEqual(expect.stringMatching(/trying again in 1\.0 s/))
    }))
})

test('the hash of the API key is as secret as the key', () =>
  withScenario(async ({ atlas, runStep }) => {
    const parts = [API_KEY.publicKey, ATLAS_DIGEST.realm, API_KEY.privateKey]
    const hash = createHash('md5').update(parts.join(':')).digest('hex')
    const detail = `${hash} ${hash.toUpperCase()} ${Buffer.from(hash).toString('base64')}`
    atlas.faults.push({ method: 'GET', handler: refuseWith(400, 'ECHO', detail) })
    const { errors, masks, stdout } = await runStep(inputs, { secrets: () => [hash] })
    expect(errors[0]).toContain('ECHO: *** *** ***')
    expect(masks.filter((mask) => mask === hash)).toHaveLength(1)
    expect(findLeaks(stdout.replace(/^::add-mask::.*$/gm, ''), [hash])).toEqual([])
  }))

describe('a proxy', () => {
  let status = 407
  let connects = 0
  const proxy = createServer().on('connect', (_request, socket) => {
    connects += 1
    socket.end(`HTTP/1.1 ${status} Test\r\nContent-Length: 0\r\n\r\n`)
  })
  beforeAll(async () => {
    proxy.listen(0, '127.0.0.1')
    await once(proxy, 'listening')
  })
  afterAll(() => void proxy.close())

  const host = (): string => `127.0.0.1:${(proxy.address() as AddressInfo).port}`
  const through = (scenario: Scenario, env: Record<string, string>, retries = '0') => {
    connects = 0
    return scenario.runStep({ mode: 'verify', 'atlas-base-url': 'https://atlas.test', retries }, { env })
  }

  test.each([
    [407, /`HTTPS_PROXY` refused .* HTTP 407\. The proxy requires a user name and password/],
    [403, /`HTTPS_PROXY` refused .* HTTP 403\. Allow atlas\.test in the proxy/],
  ])('that refuses with %i is named, and not asked again', (code, says) =>
    withScenario(async (scenario) => {
      status = code
      // Without a scheme, as curl takes it.
      const { errors, outputs, log } = await through(scenario, { HTTPS_PROXY: host(), https_proxy: '' }, '3')
      expect(errors).toEqual([expect.stringMatching(says)])
      expect(connects).toBe(1)
      expect(log.filter((line) => line.includes('trying again'))).toEqual([])
      expect(JSON.parse(outputs.report as string).projects[0].error.code).toBe('NETWORK')
    }),
  )

  test('that is for http alone is not used for https', () =>
    withScenario(async (scenario) => {
      const { outputs } = await through(scenario, { http_proxy: `http://${host()}`, HTTP_PROXY: `http://${host()}` })
      expect(outputs.result).toBe('failed') // there is no such host
      expect(connects).toBe(0)
    }))

  test('is passed by NO_PROXY, also beside an empty no_proxy', () =>
    withScenario(async (scenario) => {
      await through(scenario, { https_proxy: `http://${host()}`, no_proxy: '', NO_PROXY: 'atlas.test' })
      expect(connects).toBe(0)
    }))

  test('that is no proxy for HTTP is named by the variable that was read', () =>
    withScenario(async (scenario) => {
      const { errors } = await through(scenario, { HTTPS_PROXY: 'socks5://127.0.0.1:1', http_proxy: 'nonsense' })
      expect(errors[0]).toContain('`HTTPS_PROXY`')
      expect(errors[0]).not.toContain('http_proxy`')
    }))
})
