import { describe, expect, test } from '@jest/globals'
import { type NetworkError, type Peer, toNetworkError } from '../../src/atlas/network-error.ts'
import { ActionError } from '../../src/domain/errors.ts'
import { ResponseTimeoutError } from '../../src/network/request.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'

const PEER: Peer = { host: safe`atlas.test`, proxyVariable: undefined, secrets: new Secrets(() => undefined) }
const BEHIND_PROXY: Peer = { ...PEER, proxyVariable: 'HTTPS_PROXY' }

const coded = (code: string, more: object = {}): Error =>
  Object.assign(new Error(`secret text about ${code}`), { code, ...more })
const explain = (error: unknown, peer: Peer = PEER): NetworkError => toNetworkError(error, peer) as NetworkError

describe('errors of Node.js and undici', () => {
  test.each([
    ['ENOTFOUND', false],
    ['ECONNREFUSED', false],
    ['UND_ERR_PRX_CONN', false],
    ['ECONNRESET', true],
    ['UND_ERR_SOCKET', true],
    ['HPE_INVALID_CONSTANT', true],
    ['SOMETHING_ELSE', true],
  ])('%s', (code, mayHaveSent) => {
    const error = explain(coded(code))
    expect(error).toMatchObject({ code: 'NETWORK', retryable: true, mayHaveSent })
    expect(error.message).toMatch(
      new RegExp(`^no response from atlas\\.test: .* \\(${code}\\)\\. Check \`atlas-base-url\``),
    )
    expect(error.message).not.toContain('secret text')
    expect(error.message).toContain('the proxy settings of the runner')
    expect(explain(coded(code), BEHIND_PROXY).message).toContain('the proxy in `HTTPS_PROXY`')
  })

  test.each([
    'SELF_SIGNED_CERT_IN_CHAIN',
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  ])('%s', (code) => {
    expect(explain(coded(code))).toMatchObject({ retryable: false, mayHaveSent: false })
    expect(explain(coded(code), BEHIND_PROXY).message).toMatch(/certificate of atlas\.test .*NODE_EXTRA_CA_CERTS/)
  })

  test('the certificate of a proxy', () => {
    const error = explain(coded('UND_ERR_PRX_TLS'), BEHIND_PROXY)
    expect(error.message).toMatch(/certificate of the proxy in `HTTPS_PROXY` is not trusted/)
    expect(error.retryable).toBe(false)
  })

  test('the code of an error within an error', () => {
    expect(explain(Object.assign(new Error('x'), { errors: [coded('ECONNREFUSED')] })).message).toContain(
      'ECONNREFUSED',
    )
    expect(explain(new Error('x', { cause: coded('ECONNRESET') })).message).toContain('ECONNRESET')
  })

  test('a parser that fails without a code', () => {
    const error = Object.assign(new Error('x'), { name: 'HTTPParserError' })
    expect(explain(error).message).toContain('the data that it sent is not HTTP (HPE_INVALID)')
  })

  test('an attempt that took too long', () => {
    expect(explain(new ResponseTimeoutError())).toMatchObject({ code: 'NETWORK', retryable: true, mayHaveSent: true })
  })

  test('what is no network error is passed on', () => {
    for (const other of [new TypeError('x'), new ActionError('INPUT', safe`x`), coded('not a code'), 'text']) {
      expect(toNetworkError(other, PEER)).toBe(other)
    }
  })
})

describe('a proxy that refuses', () => {
  /** As undici's ProxyAgent reports it. */
  const refusedTunnel = (status: number): Error =>
    Object.assign(new Error(`Proxy response (${status}) !== 200 when HTTP Tunneling`), { code: 'UND_ERR_ABORTED' })

  test.each([
    [407, /HTTP 407\. .*`HTTPS_PROXY` to `http:\/\/user:password@host:port`/, false],
    [403, /HTTP 403\. Allow atlas\.test in the proxy, or add it to `no_proxy`/, false],
    [400, /HTTP 400\. Allow/, false],
    [502, /HTTP 502\. Check that the proxy can reach atlas\.test/, true],
    [503, /HTTP 503/, true],
  ])('with %i', (status, message, retryable) => {
    const error = explain(refusedTunnel(status), BEHIND_PROXY)
    expect(error).toMatchObject({ code: 'NETWORK', retryable, mayHaveSent: false })
    expect(error.message).toMatch(message)
    expect(error.reason).toBe(`the proxy in \`HTTPS_PROXY\` refused the connection to atlas.test with HTTP ${status}`)
  })

  test('a plain request with 407', () => {
    const error = Object.assign(new Error('Proxy Authentication Required (407)'), { code: 'UND_ERR_INVALID_ARG' })
    expect(explain(error, { ...PEER, proxyVariable: 'http_proxy' }).message).toMatch(/in `http_proxy` .* HTTP 407/)
  })

  test('other errors with these codes are no matter of the proxy', () => {
    expect(explain(coded('UND_ERR_ABORTED')).message).toContain('the connection failed (UND_ERR_ABORTED)')
  })
})
