import { describe, expect, test } from '@jest/globals'
import type { Dispatcher } from 'undici'
import { digestInterceptor } from '../../src/atlas/digest-interceptor.ts'
import { RequestNotSentError } from '../../src/atlas/pending-change.ts'
import { ActionError } from '../../src/domain/errors.ts'
import { ATLAS_DIGEST, type DigestOptions, DigestServer } from '../fake-atlas/digest.ts'
import { API_KEY } from '../harness/fixtures.ts'

interface Reply {
  readonly status: number
  readonly headers?: Record<string, string | string[]>
  readonly chunks?: readonly Buffer[]
}

type Options = Dispatcher.DispatchOptions & { readonly headers: Readonly<Record<string, string>> }

/** A peer at the other end of undici's `dispatch`: asks for digest, strictly, unless a reply is laid out for it. */
class Peer {
  readonly digest: DigestServer
  /** Taken before the peer answers of its own accord. */
  readonly replies: (Reply | Error)[] = []
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
    const reply = this.replies.shift() ?? this.#answer(options as Options)
    if (reply instanceof Error) {
      handler.onResponseError?.(controller, reply)
      return true
    }
    handler.onResponseStart?.(controller, reply.status, reply.headers ?? {}, 'text')
    for (const chunk of reply.chunks ?? []) handler.onResponseData?.(controller, chunk)
    handler.onResponseEnd?.(controller, {})
    return true
  }

  #answer({ headers, method, path }: Options): Reply {
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

/** What the one behind the interceptor is told. */
class Listener implements Dispatcher.DispatchHandler {
  readonly told: string[] = []

  onRequestStart(): void {
    this.told.push('request')
  }
  onResponseStart(_: Dispatcher.DispatchController, status: number): void {
    this.told.push(`start ${status}`)
  }
  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.told.push(`data ${chunk.toString()}`)
  }
  onResponseEnd(): void {
    this.told.push('end')
  }
  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.told.push(`error ${error.message}`)
  }
}

function connect(peer: Peer, password = API_KEY.privateKey) {
  const masks: string[] = []
  const credentials = { username: API_KEY.publicKey, password }
  const dispatch = digestInterceptor(credentials, (secret) => masks.push(secret))(peer.dispatch)
  const ask = (method: 'GET' | 'PATCH', body?: string): string[] => {
    const listener = new Listener()
    dispatch({ method, path: '/api?x=1', headers: { accept: 'x' }, origin: 'http://a', body: body ?? null }, listener)
    return listener.told
  }
  return { ask, masks }
}

const FINE = ['start 200', 'data fine', 'end']
const challenged = (value: string | string[]): Reply => ({ status: 401, headers: { 'www-authenticate': value } })
const nonceOf = ({ headers }: Options): string | undefined => /nonce="([^"]+)"/.exec(headers.authorization ?? '')?.[1]

describe('a conversation', () => {
  test('is challenged once; the nonce then serves all requests, each counted', () => {
    const peer = new Peer()
    const { ask } = connect(peer)
    expect(ask('GET')).toEqual(['request', 'request', ...FINE])
    expect(ask('PATCH', '{}')).toEqual(['request', ...FINE])
    expect(ask('GET')).toEqual(['request', ...FINE])
    expect(peer.counts).toEqual([undefined, '00000001', '00000002', '00000003'])
    expect(peer.requests.map(({ body }) => body)).toEqual([null, null, '{}', null])
    for (const { headers } of peer.requests) expect(headers.accept).toBe('x')
  })

  test('every response hash is handed over to be masked before it is sent', () => {
    const peer = new Peer()
    const { ask, masks } = connect(peer)
    ask('GET')
    ask('PATCH', '{}')
    const sent = peer.requests.flatMap(({ headers }) => /response="(\w+)"/.exec(headers.authorization ?? '')?.[1] ?? [])
    expect(sent).toHaveLength(2)
    expect(masks).toEqual(sent)
  })

  test('a body is never the first thing that is sent', () => {
    const peer = new Peer()
    expect(() => connect(peer).ask('PATCH', '{"secret": 1}')).toThrow(RequestNotSentError)
    expect(() => connect(peer).ask('PATCH', '{}')).toThrow(expect.objectContaining({ code: 'PROTOCOL' }))
    expect(() => connect(peer).ask('PATCH', '{"secret": 1}')).toThrow(
      /without asking for credentials, so the change was not sent.* Check `atlas-base-url`, and that no proxy/,
    )
    expect(peer.requests).toEqual([])
  })

  test('nor after a reply that asked for nothing', () => {
    const peer = new Peer()
    peer.replies.push({ status: 200 })
    const { ask } = connect(peer)
    expect(ask('GET')).toEqual(['request', 'start 200', 'end'])
    expect(() => ask('PATCH', '{}')).toThrow(RequestNotSentError)
  })

  test('an error of the connection is handed on', () => {
    const peer = new Peer()
    peer.replies.push(new Error('broken'))
    expect(connect(peer).ask('GET')).toEqual(['request', 'error broken'])
  })

  test('a refusal that is no 401 is handed on', () => {
    const peer = new Peer()
    const { ask } = connect(peer)
    ask('GET')
    const [challenge] = peer.digest.challenges(true)
    peer.replies.push({ status: 403, headers: { 'www-authenticate': challenge as string }, chunks: [Buffer.from('x')] })
    expect(ask('GET')).toEqual(['request', 'start 403', 'data x', 'end'])
    expect(peer.requests).toHaveLength(3)
  })
})

describe('a 401', () => {
  test('on a nonce of its own is final', () => {
    const peer = new Peer()
    expect(connect(peer, 'wrong').ask('GET')).toEqual(['request', 'request', 'start 401', 'data no', 'end'])
    expect(peer.requests).toHaveLength(2)
  })

  test.each([
    ['stale', true],
    ['that is not called stale', false],
  ])('with a new nonce %s is answered once, counted anew', (_, stale) => {
    const peer = new Peer()
    const { ask } = connect(peer)
    ask('GET')
    const [challenge] = peer.digest.challenges(stale)
    peer.replies.push(challenged(challenge as string))
    expect(ask('PATCH', '{}')).toEqual(['request', 'request', ...FINE])
    expect(peer.counts).toEqual([undefined, '00000001', '00000002', '00000001'])
    const [, first, second, third] = peer.requests.map(nonceOf)
    expect(second).toBe(first)
    expect(third).not.toBe(first)
    expect(ask('GET')).toEqual(['request', ...FINE])
    expect(peer.counts.at(-1)).toBe('00000002')
  })

  test('on the renewed nonce is final', () => {
    const peer = new Peer()
    const { ask } = connect(peer)
    ask('GET')
    const [first, second] = [...peer.digest.challenges(true), ...peer.digest.challenges(true)]
    peer.replies.push(challenged(first as string), challenged(second as string))
    expect(ask('GET')).toEqual(['request', 'request', 'start 401', 'end'])
    expect(peer.requests).toHaveLength(4)
  })

  test.each([
    ['stale=true', ['request', 'request', 'start 200', 'end']],
    ['stale=false', ['request', 'start 401', 'end']],
  ])('with the same nonce and %s', (stale, told) => {
    const peer = new Peer()
    const challenge = 'Digest realm="r", nonce="same", qop="auth"'
    peer.replies.push(challenged(challenge), { status: 200 }, challenged(`${challenge}, ${stale}`), { status: 200 })
    const { ask } = connect(peer)
    ask('GET')
    expect(ask('GET')).toEqual(told)
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
    peer.replies.push(challenged(value))
    const { ask } = connect(peer)
    const asking = (): unknown => ask('GET')
    expect(asking).toThrow(ActionError)
    peer.replies.push(challenged(value))
    expect(asking).toThrow(
      /without a digest challenge that can be answered safely .*nothing else is ever answered\. Check `atlas-base-url`, and/,
    )
    peer.replies.push({ status: 401 })
    expect(asking).toThrow(expect.objectContaining({ code: 'PROTOCOL' }))
    for (const { headers } of peer.requests) expect(headers).not.toHaveProperty('authorization')
  })

  test('without a challenge on a nonce that served before is handed on', () => {
    const peer = new Peer()
    const { ask } = connect(peer)
    ask('GET')
    peer.replies.push(challenged('Bearer error="x"'))
    expect(ask('GET')).toEqual(['request', 'start 401', 'end'])
  })

  test('is swallowed up to the size of any reply', () => {
    const peer = new Peer()
    const [challenge] = peer.digest.challenges(false)
    const headers = { 'www-authenticate': challenge as string }
    const megabytes = (count: number): Buffer[] => Array.from({ length: count }, () => Buffer.alloc(1024 * 1024))
    peer.replies.push({ status: 401, headers, chunks: megabytes(10) })
    expect(connect(peer).ask('GET')).toEqual(['request', 'request', ...FINE])
    expect(peer.aborted).toBeUndefined()
    peer.replies.push({ status: 401, headers, chunks: [...megabytes(10), Buffer.alloc(1)] })
    connect(peer).ask('GET')
    expect(peer.aborted?.message).toContain('more than 10 MiB')
  })

  test('a reply that is handed on is for the reader to bound', () => {
    const peer = new Peer()
    peer.replies.push({ status: 200, chunks: [Buffer.alloc(10 * 1024 * 1024 + 1)] })
    connect(peer).ask('GET')
    expect(peer.aborted).toBeUndefined()
  })
})
