import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Dispatcher } from 'undici'
import type { Environment } from '../../src/domain/context.ts'
import { Connection, connector } from '../../src/network/connect.ts'
import { request } from '../../src/network/request.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'

const secrets = new Secrets(() => undefined)

/** Requests that a server saw, as `METHOD target`. */
const seen: string[] = []
let proxyStatus = 200

const server = createServer((incoming, response) => {
  seen.push(`${incoming.method} ${incoming.url}`)
  response.end('fine')
})
const proxy = createServer((incoming, response) => {
  seen.push(`${incoming.method} ${incoming.url}`)
  response.end('forwarded')
}).on('connect', (incoming, socket) => {
  seen.push(`CONNECT ${incoming.url}`)
  socket.end(`HTTP/1.1 ${proxyStatus} Test\r\n\r\n`)
})

const urlOf = (of: Server): string => `http://127.0.0.1:${(of.address() as AddressInfo).port}`

beforeAll(async () => {
  for (const each of [server, proxy]) {
    each.listen(0, '127.0.0.1')
    await once(each, 'listening')
  }
})
afterAll(() => {
  for (const each of [server, proxy]) {
    each.closeAllConnections()
    each.close()
  }
})

async function send(connection: Connection, origin: string): Promise<string> {
  const options = { method: 'GET', path: '/', origin } as const
  const { bytes } = await request(connection.dispatcher, options, {
    signal: new AbortController().signal,
    timeoutMs: 60_000,
    tooLarge: () => new Error(),
  })
  return bytes.toString()
}

/** Sends one GET to the origin, over a connection of its own. */
async function get(origin: string, env: Environment): Promise<string> {
  seen.length = 0
  const connection = new Connection(await connector(origin, env, secrets), [])
  try {
    return await send(connection, origin)
  } finally {
    await connection.drop()
  }
}

describe('the way to an origin', () => {
  test('is direct for a loopback host, whatever the environment says', async () => {
    const env = { http_proxy: 'socks5://nonsense', HTTPS_PROXY: urlOf(proxy) }
    expect(await get(urlOf(server), env)).toBe('fine')
    expect(seen).toEqual(['GET /'])
  })

  test('leads through http_proxy for http', async () => {
    expect(await get('http://atlas.test', { HTTP_PROXY: urlOf(proxy) })).toBe('forwarded')
    expect(seen).toEqual(['GET http://atlas.test/'])
  })

  test('leads through a tunnel of https_proxy for https', async () => {
    proxyStatus = 502
    await expect(get('https://atlas.test', { https_proxy: urlOf(proxy).replace('http://', '') })).rejects.toThrow()
    expect(seen).toEqual(['CONNECT atlas.test:443'])
  })

  test.each([
    ['http_proxy serves no https', { http_proxy: 'PROXY' }],
    ['no_proxy names the host', { https_proxy: 'PROXY', no_proxy: 'atlas.test' }],
    ['NO_PROXY names the host, beside an empty no_proxy', { https_proxy: 'PROXY', no_proxy: '', NO_PROXY: '.test' }],
  ])('does not lead through the proxy: %s', async (_, env: Environment) => {
    const here = Object.entries(env).map(([name, value]) => [name, value?.replace('PROXY', urlOf(proxy))])
    await expect(get('https://atlas.test', Object.fromEntries(here))).rejects.toThrow() // there is no such host
    expect(seen).toEqual([])
  })

  test.each([407, 403])('a refusal of the proxy with %i is reported with its status', async (status) => {
    proxyStatus = status
    await expect(get('https://atlas.test', { https_proxy: urlOf(proxy) })).rejects.toMatchObject({
      code: 'UND_ERR_ABORTED',
      message: expect.stringContaining(`(${status})`),
    })
  })
})

describe('a connection', () => {
  const fakeDispatcher = () => {
    const dispatcher = {
      compose: () => dispatcher,
      destroy: async () => {
        dispatcher.isDestroyed = true
      },
      isDestroyed: false,
    }
    return dispatcher
  }

  test('is opened when it is first used, kept, and replaced after it was dropped', async () => {
    const opened: ReturnType<typeof fakeDispatcher>[] = []
    const connection = new Connection(() => {
      const dispatcher = fakeDispatcher()
      opened.push(dispatcher)
      return dispatcher as unknown as Dispatcher
    }, [])
    await connection.drop()
    expect(opened).toHaveLength(0)
    expect(connection.dispatcher).toBe(connection.dispatcher)
    expect(opened).toHaveLength(1)
    await connection.drop()
    expect(opened[0]?.isDestroyed).toBe(true)
    expect(connection.dispatcher).toBe(opened[1])
    expect(opened[1]?.isDestroyed).toBe(false)
  })

  test('sends everything through its interceptors', async () => {
    const opened = await connector(urlOf(server), {}, secrets)
    const methods: string[] = []
    const connection = new Connection(opened, [
      (dispatch) => (options, handler) => {
        methods.push(options.method)
        return dispatch(options, handler)
      },
    ])
    expect(await send(connection, urlOf(server))).toBe('fine')
    await connection.drop()
    expect(methods).toEqual(['GET'])
  })
})
