import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { FakeAtlas } from '../fake-atlas/server.ts'
import { CONFIGURATIONS } from '../harness/fixtures.ts'
import { type Scenario, withScenario } from '../harness/scenario.ts'

const TLS = join(import.meta.dirname, '../harness/tls')
const portOf = (server: { address(): unknown }): number => (server.address() as AddressInfo).port

describe('TLS through a proxy', () => {
  let atlas: FakeAtlas | undefined
  const key = readFileSync(join(TLS, 'server.key'))
  const cert = readFileSync(join(TLS, 'server.pem'))
  /** Terminates TLS for atlas.test and forwards requests to the fake Atlas. */
  const tlsServer = createTlsServer({ key, cert }, (request, response) => {
    const to = new URL(request.url as string, atlas?.url)
    void (async () => {
      const headers = Object.entries(request.headers).filter(([name]) => name !== 'host' && name !== 'connection')
      const upstream = await fetch(to, { method: request.method as string, headers: headers as [string, string][] })
      response.writeHead(upstream.status, Object.fromEntries(upstream.headers)).end(await upstream.text())
    })()
  })
  const tunnels: { target: string; authorization: string | undefined }[] = []
  /** Connects to the server above, whatever host is asked for. Without the proxy that host cannot be found. */
  const proxy: Server = createServer().on('connect', (request, socket) => {
    tunnels.push({ target: request.url as string, authorization: request.headers['proxy-authorization'] })
    const upstream = connect(portOf(tlsServer), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      upstream.pipe(socket).pipe(upstream)
    })
    socket.on('error', () => upstream.destroy())
    upstream.on('error', () => socket.destroy())
  })

  beforeAll(async () => {
    for (const server of [tlsServer, proxy]) {
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
    }
  })
  afterAll(() => {
    for (const server of [tlsServer, proxy]) {
      server.closeAllConnections()
      server.close()
    }
  })

  const through = (scenario: Scenario, env: Record<string, string>) => {
    atlas = scenario.atlas
    scenario.enable('aws')
    tunnels.length = 0
    return scenario.runStep(
      { mode: 'verify', 'atlas-base-url': 'https://atlas.test', retries: '0' },
      { env, secrets: () => ['pr0xy-p%40ss', 'pr0xy-p@ss'] },
    )
  }
  const proxyUrl = (): string => `http://user:pr0xy-p%40ss@127.0.0.1:${portOf(proxy)}`
  const TRUST = { NODE_EXTRA_CA_CERTS: join(TLS, 'ca.pem') }

  test.each(['https_proxy', 'HTTPS_PROXY'])('uses the proxy of %s and a private CA from the environment', (variable) =>
    withScenario(async (scenario) => {
      const { outputs, log, masks } = await through(scenario, { ...TRUST, [variable]: proxyUrl() })
      expect(outputs.result).toBe('passed')
      expect(tunnels).toEqual([
        { target: 'atlas.test:443', authorization: `Basic ${Buffer.from('user:pr0xy-p@ss').toString('base64')}` },
      ])
      expect(masks).toContain('pr0xy-p@ss')
      expect(log.join('\n')).toContain('atlas.test is not a MongoDB host')
    }),
  )

  test('does not use the proxy for a host in no_proxy', () =>
    withScenario(async (scenario) => {
      const { outputs } = await through(scenario, { ...TRUST, https_proxy: proxyUrl(), no_proxy: 'atlas.test' })
      expect(tunnels).toEqual([])
      expect(outputs.result).toBe('failed') // Without the proxy, the host cannot be found.
    }))

  test('refuses an untrusted certificate, even with NODE_TLS_REJECT_UNAUTHORIZED=0', () =>
    withScenario(async (scenario) => {
      const { errors, outputs } = await through(scenario, {
        https_proxy: proxyUrl(),
        NODE_TLS_REJECT_UNAUTHORIZED: '0',
      })
      expect(errors[0]).toContain('NODE_EXTRA_CA_CERTS')
      expect(JSON.parse(outputs.report as string).projects[0].error.code).toBe('NETWORK')
      expect(scenario.atlas.requests).toEqual([])
    }))

  test('reaches GitHub in the same way and checks its certificate too', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws', { region: 'EU_WEST_1' })
      const env = { https_proxy: proxyUrl(), NODE_TLS_REJECT_UNAUTHORIZED: '0', GITHUB_API_URL: 'https://atlas.test' }
      const { warnings } = await scenario.runStep(
        { ...CONFIGURATIONS.aws.inputs, mode: 'drift', issue: 'true' },
        { env: { ...env, GITHUB_REPOSITORY: 'octo/app' } },
      )
      expect(warnings).toEqual([expect.stringContaining('no response')])
      expect(tunnels[0]?.target).toBe('atlas.test:443')
      expect(scenario.atlas.requests.filter(({ path }) => path.startsWith('/repos'))).toEqual([])
    }))

  test.each([
    'ftp://127.0.0.1',
    'socks5://127.0.0.1:1',
    'user:pr0xy-p%ss@host:1',
    'http://user:pr0xy-p#ss@127.0.0.1:1',
  ])('refuses the proxy %s with an error about the variable', (https_proxy) =>
    withScenario(async (scenario) => {
      const { errors, outputs } = await through(scenario, { https_proxy })
      expect(errors[0]).toContain('`https_proxy`')
      expect(JSON.parse(outputs.report as string).error.code).toBe('INPUT')
    }),
  )

  test('refuses a proxy that is no URL without showing it', () =>
    withScenario(async (scenario) => {
      const { errors } = await through(scenario, { https_proxy: 'http://user:pr0xy-p@ss@:x' })
      expect(errors[0]).toContain('https_proxy')
    }))
})
