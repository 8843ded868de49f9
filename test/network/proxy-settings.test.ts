import { describe, expect, test } from '@jest/globals'
import type { Environment } from '../../src/domain/context.ts'
import { ActionError } from '../../src/domain/errors.ts'
import { protectProxyPasswords, proxyVariable, readProxySettings } from '../../src/network/proxy-settings.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'

const HTTPS = 'https://cloud.mongodb.com'
const HTTP = 'http://atlas.test'

describe('which variable counts', () => {
  test.each<[string, string, Environment, string | undefined]>([
    ['none', HTTPS, {}, undefined],
    ['lower case', HTTPS, { https_proxy: 'p', HTTPS_PROXY: 'q' }, 'https_proxy'],
    ['upper case', HTTPS, { HTTPS_PROXY: 'q' }, 'HTTPS_PROXY'],
    ['upper case where lower case is empty', HTTPS, { https_proxy: '', HTTPS_PROXY: 'q' }, 'HTTPS_PROXY'],
    ['upper case where lower case is blank', HTTPS, { https_proxy: ' ', HTTPS_PROXY: 'q' }, 'HTTPS_PROXY'],
    ['both empty', HTTPS, { https_proxy: '', HTTPS_PROXY: '' }, undefined],
    ['http_proxy does not serve https', HTTPS, { http_proxy: 'p', HTTP_PROXY: 'q' }, undefined],
    ['https_proxy does not serve http', HTTP, { https_proxy: 'p', HTTPS_PROXY: 'q' }, undefined],
    ['http', HTTP, { http_proxy: 'p' }, 'http_proxy'],
    ['HTTP', HTTP, { http_proxy: '', HTTP_PROXY: 'q' }, 'HTTP_PROXY'],
    ['another scheme', 'ftp://a.test', { http_proxy: 'p', https_proxy: 'p' }, undefined],
  ])('%s', (_, origin, env, expected) => expect(proxyVariable(origin, env)).toBe(expected))
})

describe('the URL of the proxy', () => {
  test.each([
    ['http://proxy.test:3128', 'http://proxy.test:3128/'],
    [' http://proxy.test:3128/ ', 'http://proxy.test:3128/'],
    ['https://proxy.test', 'https://proxy.test/'],
    ['proxy.corp.example:3128', 'http://proxy.corp.example:3128/'],
    ['proxy', 'http://proxy/'],
    ['10.0.0.1:8080', 'http://10.0.0.1:8080/'],
    ['[::1]:3128', 'http://[::1]:3128/'],
    ['user:pa%40ss@proxy.test:3128', 'http://user:pa%40ss@proxy.test:3128/'],
    ['http://user@proxy.test', 'http://user@proxy.test/'],
  ])('%s', (text, url) => {
    expect(readProxySettings(HTTPS, { HTTPS_PROXY: text })).toEqual({ variable: 'HTTPS_PROXY', url, noProxy: '' })
  })

  test.each([
    'socks5://proxy.test:1080',
    'ftp://proxy.test',
    'http:proxy.test:3128',
    'http://user:pass#word@proxy.test:3128',
    'http://user:12#word@proxy.test:3128',
    'http://user:12?word@proxy.test:3128',
    'http://user:12/word@proxy.test:3128',
    'http://user:p%ss@proxy.test:3128',
    'http://us%er:pass@proxy.test:3128',
    'http://proxy.test:port',
    'http://',
    'two words',
  ])('%s is refused, with the name of the variable and without its value', (text) => {
    const reading = (): unknown => readProxySettings(HTTPS, { HTTPS_PROXY: text })
    expect(reading).toThrow(ActionError)
    expect(reading).toThrow(expect.objectContaining({ code: 'INPUT' }))
    expect(reading).toThrow(/`HTTPS_PROXY`/)
    for (const part of text.split(/[:/@#?]/).filter((piece) => piece.length > 4)) {
      if (!'http://host:port'.includes(part)) expect(reading).not.toThrow(new RegExp(part))
    }
  })

  test('a variable that is not read is not checked', () => {
    expect(readProxySettings(HTTPS, { http_proxy: 'socks5://x' })).toBeUndefined()
    expect(readProxySettings(HTTPS, { https_proxy: 'p', HTTPS_PROXY: 'socks5://x' })?.url).toBe('http://p/')
  })
})

test.each<[Environment, string]>([
  [{}, ''],
  [{ no_proxy: 'a.test', NO_PROXY: 'b.test' }, 'a.test'],
  [{ no_proxy: '', NO_PROXY: 'b.test' }, 'b.test'],
  [{ no_proxy: ' ', NO_PROXY: 'b.test' }, 'b.test'],
  [{ NO_PROXY: '*' }, '*'],
])('hosts without a proxy: %j', (env, noProxy) => {
  expect(readProxySettings(HTTPS, { ...env, https_proxy: 'p' })?.noProxy).toBe(noProxy)
})

test('passwords of all variables are secrets, as they are and decoded', () => {
  const masks: string[] = []
  const env = {
    https_proxy: 'http://user:first%40pass@p.test',
    HTTP_PROXY: 'user:second-pass@p.test',
    HTTPS_PROXY: 'socks5://user:not-read@p.test',
    http_proxy: '',
  }
  protectProxyPasswords(env, new Secrets((mask) => masks.push(mask)))
  expect(masks).toEqual(['first%40pass', 'first@pass', 'second-pass'])
})
