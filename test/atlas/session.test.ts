import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { openAtlasSession } from '../../src/atlas/session.ts'
import { RunEndError } from '../../src/domain/errors.ts'
import type { RunSettings } from '../../src/domain/settings.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { ATLAS_DIGEST } from '../fake-atlas/digest.ts'
import { refuseWith, respondWith } from '../fake-atlas/faults.ts'
import { fakeRunContext } from '../harness/context.ts'
import { API_KEY, PROJECT_ID } from '../harness/fixtures.ts'
import { WITH_API_KEY, WITH_SERVICE_ACCOUNT, withFakeAtlas } from './fake-session.ts'

const KEY_HASH = createHash('md5')
  .update([API_KEY.publicKey, ATLAS_DIGEST.realm, API_KEY.privateKey].join(':'))
  .digest('hex')

describe('an API key', () => {
  test('is challenged on the connection of each worker, and each has a nonce of its own', () =>
    withFakeAtlas(async ({ server, connect }) => {
      server.addProject()
      const workers = [connect(), connect()]
      for (const worker of [...workers, ...workers]) await worker.getEncryptionAtRest(PROJECT_ID)
      expect(server.requests.map(({ status }) => status)).toEqual([401, 200, 401, 200, 200, 200])
      expect(new Set(server.requests.map(({ connection }) => connection)).size).toBe(2)
      const nonces = server.requests.flatMap(
        ({ headers }) => /nonce="([^"]+)"/.exec(headers.authorization ?? '')?.[1] ?? [],
      )
      expect(new Set(nonces).size).toBe(2)
    }))

  test('that nothing checked makes every worker fail, also beside one that was challenged', () =>
    withFakeAtlas(async ({ server, connect }) => {
      server.addProject()
      const [first, second] = [connect(), connect()]
      await first.getEncryptionAtRest(PROJECT_ID)
      server.skipsAuthentication = true
      await expect(second.getEncryptionAtRest(PROJECT_ID)).rejects.toMatchObject({ code: 'PROTOCOL' })
      await expect(second.getEncryptionAtRest(PROJECT_ID)).rejects.toThrow(/without asking for credentials/)
    }))

  test('is also not taken for checked in an envelope', () =>
    withFakeAtlas(
      async ({ server, connect }) => {
        server.addProject()
        server.skipsAuthentication = true
        await expect(connect().getEncryptionAtRest(PROJECT_ID)).rejects.toThrow(/without asking for credentials/)
      },
      { envelope: true },
    ))

  test('has a hash that is as secret as it is: registered once, and cut out of errors', () =>
    withFakeAtlas(async ({ server, connect, run }) => {
      server.addProject()
      for (const worker of [connect(), connect()]) await worker.getEncryptionAtRest(PROJECT_ID)
      expect(run.masks.filter((mask) => mask === KEY_HASH)).toHaveLength(1)
      server.faults.push({ handler: refuseWith(400, 'ECHO', `Your key is ${KEY_HASH}, or ${KEY_HASH.toUpperCase()}.`) })
      await expect(connect().getEncryptionAtRest(PROJECT_ID)).rejects.toThrow('ECHO: Your key is ***, or ***.')
    }))
})

describe('a service account', () => {
  const options = { credentials: WITH_SERVICE_ACCOUNT }

  test('has one token for all workers, which is given back at the end', () =>
    withFakeAtlas(async ({ server, session, connect, run }) => {
      server.addProject()
      await Promise.all([connect(), connect(), connect()].map((worker) => worker.getEncryptionAtRest(PROJECT_ID)))
      expect(server.oauth.issued).toHaveLength(1)
      expect(run.masks).toContain(server.oauth.issued[0])
      await session.close(new AbortController().signal)
      expect(server.oauth.tokens.size).toBe(0)
    }, options))

  test.each([
    ['too short to be masked without harm', 'failed'],
    ['one character too short', 'x'.repeat(19)],
    ['too long', 'x'.repeat(16_385)],
    ['not a token', `${'x'.repeat(30)}\r\nevil: header`],
    ['no text', 1e30],
  ])('is not served by a token that is %s', (_, access_token) =>
    withFakeAtlas(async ({ server, connect, run }) => {
      server.faults.push({ path: /oauth\/token/, handler: respondWith(200, { access_token, expires_in: 3600 }) })
      await expect(connect().getEncryptionAtRest(PROJECT_ID)).rejects.toMatchObject({ code: 'PROTOCOL' })
      expect(run.masks).not.toContain(access_token)
      expect(server.requests).toHaveLength(1)
    }, options),
  )

  test('is served by a token of 20 characters', () =>
    withFakeAtlas(async ({ server, connect, run }) => {
      server.addProject()
      const access_token = 'x'.repeat(20)
      server.oauth.tokens.add(access_token)
      server.faults.push({ path: /oauth\/token/, handler: respondWith(200, { access_token }) })
      await connect().getEncryptionAtRest(PROJECT_ID)
      expect(run.masks).toContain(access_token)
    }, options))

  test.each([
    ["Atlas's form", { error: 429, errorCode: 'RATE_LIMITED', parameters: ['/api/oauth/token', 50, 1] }],
    ["OAuth's form", { error: 'slow_down', error_description: 'Not so fast.' }],
  ])('waits as ever if the token is refused with 429 in %s', (_, body) =>
    withFakeAtlas(
      async ({ server, connect, run }) => {
        server.addProject()
        server.faults.push({ path: /oauth\/token/, handler: respondWith(429, body) })
        await connect().getEncryptionAtRest(PROJECT_ID)
        expect(run.waits).toEqual([500])
      },
      { ...options, retries: 1 },
    ),
  )

  test('keeps what failed, what Atlas says and what to do apart', () =>
    withFakeAtlas(async ({ server, connect }) => {
      const body = { error: 'invalid_client', error_description: 'Unknown.' }
      server.faults.push({ path: /oauth\/token/, handler: respondWith(401, body) })
      await expect(connect().getEncryptionAtRest(PROJECT_ID)).rejects.toMatchObject({
        parts: { what: expect.stringMatching(/invalid_client\.$/), detail: 'Unknown.', advice: expect.any(String) },
      })
    }, options))

  test('does not turn the end of the run into an error of the project', () => {
    const end = new AbortController()
    const reason = new RunEndError('CANCELLED', safe`The run was canceled.`)
    const run = fakeRunContext({ signal: end.signal })
    return withFakeAtlas(
      async ({ server, connect }) => {
        server.faults.push({ path: /oauth\/token/, handler: () => end.abort(reason) })
        await expect(connect().getEncryptionAtRest(PROJECT_ID)).rejects.toBe(reason)
      },
      options,
      run,
    )
  })

  test('does not blame Atlas for something in between that refuses the request', () =>
    withFakeAtlas(async ({ server, connect }) => {
      server.faults.push({ path: /oauth\/token/, handler: respondWith(403, '<html>Blocked</html>') })
      await expect(connect().getEncryptionAtRest(PROJECT_ID)).rejects.toThrow(
        /^POST oauth\/token .*between the runner and/,
      )
    }, options))
})

describe('an access token', () => {
  const TOKEN = 'a-token-from-elsewhere-0123456789'
  const options = { credentials: { kind: 'access-token', token: TOKEN } } as const

  test('is used as it is, and neither fetched nor given back', () =>
    withFakeAtlas(async ({ server, session, connect }) => {
      server.addProject()
      server.oauth.tokens.add(TOKEN)
      await Promise.all([connect(), connect()].map((worker) => worker.getEncryptionAtRest(PROJECT_ID)))
      await session.close(new AbortController().signal)
      expect(server.requests.map(({ method, headers }) => `${method} ${headers.authorization}`)).toEqual([
        `GET Bearer ${TOKEN}`,
        `GET Bearer ${TOKEN}`,
      ])
      expect(server.oauth.tokens.has(TOKEN)).toBe(true)
    }, options))

  test('that has expired is not renewed: the error says that a new one is needed', () =>
    withFakeAtlas(async ({ server, connect }) => {
      server.addProject()
      const reading = connect().getEncryptionAtRest(PROJECT_ID)
      await expect(reading).rejects.toThrow(/HTTP 401 .* new one.*`atlas-access-token`/)
      expect(server.requests).toHaveLength(1)
    }, options))

  test('that is valid, but not for the project, is not called wrong', () =>
    withFakeAtlas(async ({ server, connect }) => {
      server.oauth.tokens.add(TOKEN)
      await expect(connect().getEncryptionAtRest(PROJECT_ID)).rejects.toThrow(/NOT_IN_GROUP.*`project-id`/)
    }, options))
})

test('a proxy variable that makes no sense is an input error', async () => {
  const settings = {
    baseUrl: { origin: 'https://atlas.test', isMongoDb: false },
    credentials: WITH_API_KEY,
  } as RunSettings
  const opening = openAtlasSession(settings, { https_proxy: 'socks5://127.0.0.1:9' }, fakeRunContext())
  await expect(opening).rejects.toMatchObject({ code: 'INPUT' })
})
