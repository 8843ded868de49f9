import { once } from 'node:events'
import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { Dispatcher } from 'undici'
import { Connection, connector } from '../../src/network/connect.ts'
import { MAX_RESPONSE_BYTES } from '../../src/network/read-bounded.ts'
import { type RawResponse, type RequestLimits, ResponseTimeoutError, request } from '../../src/network/request.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'

const never = new AbortController().signal
const limits: RequestLimits = { signal: never, timeoutMs: 60_000, tooLarge: () => new Error('too large') }
const closing: (() => unknown)[] = []

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** Starts a server, and returns a function that sends it a GET. */
async function serve(listener: RequestListener): Promise<(own?: Partial<RequestLimits>) => Promise<RawResponse>> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const connection = new Connection(await connector(origin, {}, new Secrets(() => undefined)), [])
  closing.push(
    () => connection.drop(),
    () => server.closeAllConnections(),
    () => server.close(),
  )
  return (own) => request(connection.dispatcher, { origin, path: '/', method: 'GET' }, { ...limits, ...own })
}

/** Resolves when the server has the request, or when it lost the connection. */
function eventOf(): { readonly happened: Promise<void>; readonly happen: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { happened: promise, happen: resolve }
}

describe('a request', () => {
  test('has the status, headers and body of its response', async () => {
    const get = await serve((_, response) => {
      response.writeHead(404, { 'X-Some': 'thing', 'Set-Cookie': ['a', 'b'] })
      response.write('not ')
      response.end('here')
    })
    const { status, headers, bytes } = await get()
    expect({ status, text: bytes.toString(), some: headers['x-some'], cookies: headers['set-cookie'] }).toEqual({
      status: 404,
      text: 'not here',
      some: 'thing',
      cookies: ['a', 'b'],
    })
  })

  test('takes no announcement for its response', async () => {
    const get = await serve((_, response) => {
      response.writeProcessing()
      response.writeEarlyHints({ link: '</a>; rel=preload' })
      response.end('fine')
    })
    const { status, headers, bytes } = await get()
    expect([status, headers.link, bytes.toString()]).toEqual([200, undefined, 'fine'])
  })

  test('leaves a body that is too large, and its connection', async () => {
    const closed = eventOf()
    const get = await serve((_, response) => {
      response.on('close', closed.happen)
      const write = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(MAX_RESPONSE_BYTES / 5)));
      }
      response.on('drain', write)
      write()
    })
    await expect(get()).rejects.toThrow('too large')
    await closed.happened
  })

  test('fails with what happened to its connection', async () => {
    const get = await serve((incoming) => incoming.socket.destroy())
    await expect(get()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' })
  })

  test('fails with what an interceptor throws', async () => {
    const refuse = (): never => {
      throw new Error('not sent')
    }
    const dispatcher = { dispatch: refuse } as unknown as Dispatcher
    await expect(request(dispatcher, { path: '/', method: 'GET' }, limits)).rejects.toThrow('not sent')
  })
})

describe('an aborted request', () => {
  const reason = new Error('enough')

  test('is not sent', async () => {
    let count = 0
    const get = await serve((_, response) => {
      count += 1
      response.end()
    })
    await expect(get({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    await get()
    expect(count).toBe(1)
  })

  test.each([
    ['before a response', () => undefined],
    ['in the middle of a body', (response: ServerResponse) => void response.write('some')],
  ])('ends %s, and so does its connection', async (_, begin) => {
    const began = eventOf()
    const closed = eventOf()
    const get = await serve((_incoming, response) => {
      response.on('close', closed.happen)
      begin(response)
      began.happen()
    })
    const controller = new AbortController()
    const response = get({ signal: controller.signal })
    await began.happened
    controller.abort(reason)
    await expect(response).rejects.toBe(reason)
    await closed.happened
  })

  test('ends while it waits for a connection that is never made', async () => {
    const dispatcher = { dispatch: () => true } as unknown as Dispatcher
    const controller = new AbortController()
    const response = request(dispatcher, { path: '/', method: 'GET' }, { ...limits, signal: controller.signal })
    controller.abort(reason)
    await expect(response).rejects.toBe(reason)
  })

  test('is one whose time is over', async () => {
    const aborted: unknown[] = []
    const undici = { abort: (why: unknown) => aborted.push(why) } as unknown as Dispatcher.DispatchController
    const dispatch = (_: unknown, handler: Dispatcher.DispatchHandler): true => {
      handler.onRequestStart?.(undici, {})
      return true
    }
    const dispatcher = { dispatch } as unknown as Dispatcher
    const response = request(dispatcher, { path: '/', method: 'GET' }, { ...limits, timeoutMs: 1 })
    await expect(response).rejects.toThrow(ResponseTimeoutError)
    expect(aborted).toEqual([expect.any(ResponseTimeoutError)])
  })

  test('is aborted as soon as it begins after all', async () => {
    const aborted: unknown[] = []
    const handlers: Dispatcher.DispatchHandler[] = []
    const dispatcher = { dispatch: (_: unknown, handler: Dispatcher.DispatchHandler) => handlers.push(handler) }
    const controller = new AbortController()
    const options = { path: '/', method: 'GET' } as const
    const response = request(dispatcher as unknown as Dispatcher, options, { ...limits, signal: controller.signal })
    controller.abort(reason)
    await expect(response).rejects.toBe(reason)
    const undici = { abort: (why: unknown) => aborted.push(why) } as unknown as Dispatcher.DispatchController
    handlers[0]?.onRequestStart?.(undici, {})
    expect(aborted).toEqual([reason])
  })
})
