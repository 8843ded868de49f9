import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import type { Dispatcher } from 'undici'
import { digestInterceptor } from '../../src/atlas/digest-interceptor.ts'
import { RequestNotSentError } from '../../src/atlas/pending-change.ts'
import { ActionError } from '../../src/domain/errors.ts'
import { ATLAS_DIGEST, type DigestOptions, DigestServer } from '../fake-atlas/digest.ts'
import { API_KEY } from '../harness/fixtures.ts'

interface Response {
  readonly status: number
  readonly headers?: Record<string, string | string[]>
  readonly chunks?: readonly Buffer[]
}

type Options = Dispatcher.DispatchOptions & { readonly headers: Readonly<Record<string, string>> }

/** A server at the other end of undici's `dispatch`: requires digest, strictly, unless a response was prepared for it. */
class Peer {
  readonly digest: DigestServer
  /** Sent first, one for each request, before the server answers on its own. */
  readonly prepared: (Response | Error)[] = []
  readonly requests: Options[] = []
  aborted: Error | undefined

  constructor(options: Partial<DigestOptions> = {}) {
    this.digest = new DigestServer({ ...ATLAS_DIGEST, ...options }, new Map([[API_KEY.publicKey, API_KEY.privateKey]]))
  }

  readonly dispatch = (options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean => {
    this.requests.push(options as Options)
    const controller = {
      abort: (reason: Error) => {
        this.aborted = reason
      },
    } as Dispatcher.DispatchController
    handler.onRequestStart?.(controller, {})
    const response = this.prepared.shift() ?? this.#answer(options as Options)
    if (response instanceof Error) {
      handler.onResponseError?.(controller, response)
      return true
    }
    handler.onResponseStart?.(controller, response.status, response.headers ?? {}, 'text')
    for (const chunk of response.chunks ?? []) handler.onResponseData?.(controller, chunk)
    handler.onResponseEnd?.(controller, {})
    return true
  }

  #answer({ headers, method, path }: Options): Response {
    const checked = this.digest.check(headers.authorization, method, path)
    return 'user' in checked
      ? { status: 200, chunks: [Buffer.from('fine')] }
      : { status: 401, headers: { 'www-authenticate': checked.challenges }, chunks: [Buffer.from('no')] }
  }

  /** The `nc` of every request so far; undefined where there were no credentials. */
  get counts(): (string | undefined)[] {
    return this.requests.map(({ headers }) => /nc=(\w+)/.exec(headers.authorization ?? '')?.[1])
  }
}

/** The next handler after the interceptor. It records what it receives. */
class Recorder implements Dispatcher.DispatchHandler {
  readonly received: string[] = []

  onRequestStart(): void {
    this.received.push('request')
  }
  onResponseStart(_: Dispatcher.DispatchController, status: number): void {
    this.received.push(`start ${status}`)
  }
  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.received.push(`data ${chunk.toString()}`)
  }
  onResponseEnd(): void {
    this.received.push('end')
  }
  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.received.push(`error ${error.message}`)
  }
}

function connect(peer: Peer, password = API_KEY.privateKey) {
  const masks: string[] = []
  const redacted: string[] = []
  const secrets = {
    protect: (secret: string) => void masks.push(secret),
    redactOnly: (secret: string) => void redacted.push(secret),
  }
  const credentials = { username: API_KEY.publicKey, password }
  const dispatch = digestInterceptor(credentials, secrets)(peer.dispatch)
  const send = (method: 'GET' | 'PATCH', body?: string): string[] => {
    const recorder = new Recorder()
    dispatch({ method, path: '/api?x=1', headers: { accept: 'x' }, origin: 'http://a', body: body ?? null }, recorder)
    return recorder.received
  }
  return { send, masks, redacted }
}

const md5 = (...parts: string[]): string => createHash('md5').update(parts.join(':')).digest('hex')

const FINE = ['start 200', 'data fine', 'end']
const challenged = (value: string | string[]): Response => ({ status: 401, headers: { 'www-authenticate': value } })
const nonceOf = ({ headers }: Options): string | undefined => /nonce="([^"]+)"/.exec(headers.authorization ?? '')?.[1]

describe('a connection', () => {
  test('is challenged once; the nonce then serves all requests, each counted', () => {
    const peer = new Peer()
    const { send } = connect(peer)
    expect(send('GET')).toEqual(['request', 'request', ...FINE])
    expect(send('PATCH', '{}')).toEqual(['request', ...FINE])
    expect(send('GET')).toEqual(['request', ...FINE])
    expect(peer.counts).toEqual([undefined, '00000001', '00000002', '00000003'])
    expect(peer.requests.map(({ body }) => body)).toEqual([null, null, '{}', null])
    for (const { headers } of peer.requests) expect(headers.accept).toBe('x')
  })

  test('the hash of the password is masked, and every response hash removed from texts, before they are sent', () => {
    const peer = new Peer()
    const { send, masks, redacted } = connect(peer)
    send('GET')
    send('PATCH', '{}')
    const sent = peer.requests.flatMap(({ headers }) => /response="(\w+)"/.exec(headers.authorization ?? '')?.[1] ?? [])
    expect(sent).toHaveLength(2)
    expect(masks).toEqual([md5(API_KEY.publicKey, ATLAS_DIGEST.realm, API_KEY.privateKey)])
    expect(redacted).toEqual(sent)
  })

  test('so is the key of a session', () => {
    const peer = new Peer({ algorithms: ['MD5-sess'] })
    const { send, masks } = connect(peer)
    send('GET')
    const [, nonce, cnonce] =
      /nonce="([^"]+)".*cnonce="([^"]+)"/.exec(peer.requests[1]?.headers.authorization ?? '') ?? []
    const key = md5(API_KEY.publicKey, ATLAS_DIGEST.realm, API_KEY.privateKey)
    expect(masks.slice(0, 2)).toEqual([key, md5(key, nonce as string, cnonce as string)])
  })

  test('a body is never the first thing that is sent', () => {
    const peer = new Peer()
    expect(() => connect(peer).send('PATCH', '{"secret": 1}')).toThrow(RequestNotSentError)
    expect(() => connect(peer).send('PATCH', '{}')).toThrow(expect.objectContaining({ code: 'PROTOCOL' }))
    expect(() => connect(peer).send('PATCH', '{"secret": 1}')).toThrow(
      /did not ask for credentials, so it has not checked the API key.* Check `atlas-base-url`, and whether a proxy/,
    )
    expect(peer.requests).toEqual([])
  })

  test.each([200, 204, 206])('a success with %i before any challenge is an error, and is not passed on', (status) => {
    const peer = new Peer()
    const { send } = connect(peer)
    for (let n = 0; n < 2; n += 1) {
      peer.prepared.push({ status, chunks: [Buffer.from('trust me')] })
      expect(() => send('GET')).toThrow(expect.objectContaining({ code: 'PROTOCOL' }))
    }
    peer.prepared.push({ status })
    expect(() => send('GET')).toThrow(/without asking for credentials/)
    expect(() => send('PATCH', '{}')).toThrow(RequestNotSentError)
    expect(peer.counts).toEqual([undefined, undefined, undefined])
  })

  test('needs a challenge of its own, and keeps its nonce when it is made anew', () => {
    const [first, second] = [new Peer(), new Peer()]
    const credentials = { username: API_KEY.publicKey, password: API_KEY.privateKey }
    const interceptor = digestInterceptor(credentials, { protect: () => undefined, redactOnly: () => undefined })
    const send = (to: Peer): string[] => {
      const recorder = new Recorder()
      const options = { method: 'GET', path: '/', headers: {}, origin: 'http://a' } as const
      interceptor(to.dispatch)(options, recorder)
      return recorder.received
    }
    expect(send(first).at(-1)).toBe('end')
    // Another worker has an interceptor of its own.
    second.prepared.push({ status: 200 })
    expect(() => connect(second).send('GET')).toThrow(/without asking for credentials/)
    second.prepared.push({ status: 200 })
    expect(send(second)).toEqual(['request', 'start 200', 'end'])
    expect(second.counts).toEqual([undefined, '00000002'])
  })

  test.each([429, 503, 302])('a refusal with %i before any challenge is passed on', (status) => {
    const peer = new Peer()
    peer.prepared.push({ status })
    expect(connect(peer).send('GET')).toEqual(['request', `start ${status}`, 'end'])
  })

  test('an error of the connection is passed on', () => {
    const peer = new Peer()
    peer.prepared.push(new Error('broken'))
    expect(connect(peer).send('GET')).toEqual(['request', 'error broken'])
  })

  test('a refusal that is no 401 is passed on', () => {
    const peer = new Peer()
    const { send } = connect(peer)
    send('GET')
    const [challenge] = peer.digest.challenges(true)
    peer.prepared.push({
      status: 403,
      headers: { 'www-authenticate': challenge as string },
      chunks: [Buffer.from('x')],
    })
    expect(send('GET')).toEqual(['request', 'start 403', 'data x', 'end'])
    expect(peer.requests).toHaveLength(3)
  })
})

describe('a 401', () => {
  test('on a nonce of its own is final', () => {
    const peer = new Peer()
    expect(connect(peer, 'wrong').send('GET')).toEqual(['request', 'request', 'start 401', 'data no', 'end'])
    expect(peer.requests).toHaveLength(2)
  })

  test.each([
    ['stale', true],
    ['that is not called stale', false],
  ])('with a new nonce %s is answered once, counted anew', (_, stale) => {
    const peer = new Peer()
    const { send } = connect(peer)
    send('GET')
    const [challenge] = peer.digest.challenges(stale)
    peer.prepared.push(challenged(challenge as string))
    expect(send('PATCH', '{}')).toEqual(['request', 'request', ...FINE])
    expect(peer.counts).toEqual([undefined, '00000001', '00000002', '00000001'])
    const [, first, second, third] = peer.requests.map(nonceOf)
    expect(second).toBe(first)
    expect(third).not.toBe(first)
    expect(send('GET')).toEqual(['request', ...FINE])
    expect(peer.counts.at(-1)).toBe('00000002')
  })

  test('on the renewed nonce is final', () => {
    const peer = new Peer()
    const { send } = connect(peer)
    send('GET')
    const [first, second] = [...peer.digest.challenges(true), ...peer.digest.challenges(true)]
    peer.prepared.push(challenged(first as string), challenged(second as string))
    expect(send('GET')).toEqual(['request', 'request', 'start 401', 'end'])
    expect(peer.requests).toHaveLength(4)
  })

  test.each([
    ['stale=true', ['request', 'request', 'start 200', 'end']],
    ['stale=false', ['request', 'start 401', 'end']],
  ])('with the same nonce and %s', (stale, received) => {
    const peer = new Peer()
    const challenge = 'Digest realm="r", nonce="same", qop="auth"'
    peer.prepared.push(challenged(challenge), { status: 200 }, challenged(`${challenge}, ${stale}`), { status: 200 })
    const { send } = connect(peer)
    send('GET')
    expect(send('GET')).toEqual(received)
    if (stale === 'stale=true') expect(peer.counts.at(-1)).toBe('00000003')
  })

  test.each([
    ['Basic realm="x"'],
    ['Digest nonce="n", algorithm=SHA-512-256'],
    ['Digest nonce="n", qop="auth-int"'],
    ['Negotiate'],
    [[]],
  ])('with %j is never answered', (value) => {
    const peer = new Peer()
    peer.prepared.push(challenged(value))
    const { send } = connect(peer)
    const sending = (): unknown => send('GET')
    expect(sending).toThrow(ActionError)
    peer.prepared.push(challenged(value))
    expect(sending).toThrow(/without a digest challenge that this action accepts .*\. Check `atlas-base-url`, and/)
    peer.prepared.push({ status: 401 })
    expect(sending).toThrow(expect.objectContaining({ code: 'PROTOCOL' }))
    for (const { headers } of peer.requests) expect(headers).not.toHaveProperty('authorization')
  })

  test('without a challenge on a nonce that served before is passed on', () => {
    const peer = new Peer()
    const { send } = connect(peer)
    send('GET')
    peer.prepared.push(challenged('Bearer error="x"'))
    expect(send('GET')).toEqual(['request', 'start 401', 'end'])
  })

  test('is discarded up to the size of any response', () => {
    const peer = new Peer()
    const [challenge] = peer.digest.challenges(false)
    const headers = { 'www-authenticate': challenge as string }
    const megabytes = (count: number): Buffer[] => Array.from({ length: count }, () => Buffer.alloc(1024 * 1024))
    peer.prepared.push({ status: 401, headers, chunks: megabytes(10) })
    expect(connect(peer).send('GET')).toEqual(['request', 'request', ...FINE])
    expect(peer.aborted).toBeUndefined()
    peer.prepared.push({ status: 401, headers, chunks: [...megabytes(10), Buffer.alloc(1)] })
    connect(peer).send('GET')
    expect(peer.aborted?.message).toContain('more than 10 MiB')
  })

  test('a response that is passed on is for the reader to bound', () => {
    const peer = new Peer()
    peer.prepared.push({ status: 500, chunks: [Buffer.alloc(10 * 1024 * 1024 + 1)] })
    connect(peer).send('GET')
    expect(peer.aborted).toBeUndefined()
  })
})
