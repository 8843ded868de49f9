import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, connect, createServer as createTcpServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { FakeAtlas } from '../fake-atlas/server.ts'
import { SETUPS } from '../harness/fixtures.ts'
import { Scenario } from '../harness/scenario.ts'

const TLS = join(import.meta.dirname, '../harness/tls')
const portOf = (server: { address(): unknown }): number => (server.address() as AddressInfo).port

describe('TLS through a proxy', () => {
  let atlas: FakeAtlas | undefined
  const key = readFileSync(join(TLS, 'server.key'))
  const cert = readFileSync(join(TLS, 'server.pem'))
  /** Ends TLS for atlas.test and hands on to the fake Atlas. */
  const front = createTlsServer({ key, cert }, (request, response) => {
    const to = new URL(request.url as string, atlas?.url)
    void (async () => {
      const headers = Object.entries(request.headers).filter(([name]) => name !== 'host' && name !== 'connection')
      const reply = await fetch(to, { method: request.method as string, headers: headers as [string, string][] })
      response.writeHead(reply.status, Object.fromEntries(reply.headers)).end(await reply.text())
    })()
  })
  const asked: { target: string; authorization: string | undefined }[] = []
  /** Knows only one host: that is how a proxy is told from a direct connection. */
  const proxy: Server = createServer().on('connect', (request, socket) => {
    asked.push({ target: request.url as string, authorization: request.headers['proxy-authorization'] })
    const upstream = connect(portOf(front), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      upstream.pipe(socket).pipe(upstream)
    })
    socket.on('error', () => upstream.destroy())
    upstream.on('error', () => socket.destroy())
  })

  beforeAll(async () => {
    for (const server of [front, proxy]) {
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
    }
  })
  afterAll(() => {
    for (const server of [front, proxy]) {
      server.closeAllConnections()
      server.close()
    }
  })

  const through = (scenario: Scenario, env: Record<string, string>) => {
    atlas = scenario.atlas
    scenario.enable('aws')
    asked.length = 0
    return scenario.step(
      { mode: 'verify', 'atlas-base-url': 'https://atlas.test', retries: '0' },
      { env, secrets: () => ['pr0xy-p%40ss', 'pr0xy-p@ss'] },
    )
  }
  const proxyUrl = (): string => `http://user:pr0xy-p%40ss@127.0.0.1:${portOf(proxy)}`
  const TRUST = { NODE_EXTRA_CA_CERTS: join(TLS, 'ca.pem') }

  test.each(['https_proxy', 'HTTPS_PROXY'])('%s and a private CA from the environment', (variable) =>
    Scenario.play(async (scenario) => {
      const { outputs, log, masks } = await through(scenario, { ...TRUST, [variable]: proxyUrl() })
      expect(outputs.result).toBe('passed')
      expect(asked).toEqual([
        { target: 'atlas.test:443', authorization: `Basic ${Buffer.from('user:pr0xy-p@ss').toString('base64')}` },
      ])
      expect(masks).toContain('pr0xy-p@ss')
      expect(log.join('\n')).toContain('atlas.test is not a host of MongoDB')
    }),
  )

  test('no_proxy goes past it', () =>
    Scenario.play(async (scenario) => {
      const { outputs } = await through(scenario, { ...TRUST, https_proxy: proxyUrl(), no_proxy: 'atlas.test' })
      expect(asked).toEqual([])
      expect(outputs.result).toBe('failed') // nobody knows that host
    }))

  test('a certificate that is not trusted is refused, even if the environment says to look away', () =>
    Scenario.play(async (scenario) => {
      const { errors, outputs } = await through(scenario, {
        https_proxy: proxyUrl(),
        NODE_TLS_REJECT_UNAUTHORIZED: '0',
      })
      expect(errors[0]).toContain('NODE_EXTRA_CA_CERTS')
      expect(JSON.parse(outputs.report as string).projects[0].error.code).toBe('NETWORK')
      expect(scenario.atlas.requests).toEqual([])
    }))

  test('GitHub is reached the same way, and its certificate is looked at too', () =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws', { region: 'EU_WEST_1' })
      const env = { https_proxy: proxyUrl(), NODE_TLS_REJECT_UNAUTHORIZED: '0', GITHUB_API_URL: 'https://atlas.test' }
      const { warnings } = await scenario.step(
        { ...SETUPS.aws.inputs, mode: 'drift', issue: 'true' },
        { env: { ...env, GITHUB_REPOSITORY: 'octo/app' } },
      )
      expect(warnings).toEqual([expect.stringContaining('no reply')])
      expect(asked[0]?.target).toBe('atlas.test:443')
      expect(scenario.atlas.requests.filter(({ path }) => path.startsWith('/repos'))).toEqual([])
    }))

  test.each([
    ['a proxy that does not answer', { https_proxy: 'http://HOST' }, 'https://atlas.test'],
    ['a server that does not speak TLS', {}, 'https://HOST'],
  ])('%s does not outlive the timeout', (_, env, url) =>
    Scenario.play(async (scenario) => {
      const silent = createTcpServer(() => undefined).listen(0, '127.0.0.1')
      await once(silent, 'listening')
      const here = (text: string): string => text.replace('HOST', `127.0.0.1:${portOf(silent)}`)
      const variables = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, here(value)]))
      const inputs = { mode: 'verify', 'atlas-base-url': here(url), timeout: '1' }
      const { outputs, durationMs } = await scenario.step(inputs, { env: variables })
      silent.close()
      expect(JSON.parse(outputs.report as string).error.code).toBe('TIMEOUT')
      expect(durationMs).toBeLessThan(3000)
    }),
  )

  test.each([
    'ftp://127.0.0.1',
    'socks5://127.0.0.1:1',
    'user:pr0xy-p%ss@host:1',
    'http://user:pr0xy-p#ss@127.0.0.1:1',
  ])('a proxy like %s', (https_proxy) =>
    Scenario.play(async (scenario) => {
      const { errors, outputs } = await through(scenario, { https_proxy })
      expect(errors[0]).toContain('`https_proxy`')
      expect(JSON.parse(outputs.report as string).error.code).toBe('INPUT')
    }),
  )

  test('a proxy that is no URL is an error that does not quote it', () =>
    Scenario.play(async (scenario) => {
      const { errors } = await through(scenario, { https_proxy: 'http://user:pr0xy-p@ss@:x' })
      expect(errors[0]).toContain('https_proxy')
    }))
})
