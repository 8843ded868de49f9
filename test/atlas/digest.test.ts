import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Challenge, isStale, NonceSession, parseChallenges, selectChallenge } from '../../src/atlas/digest.ts'

const parametersOf = (header: string): Record<string, string>[] =>
  parseChallenges([header]).map(({ scheme, parameters }) => ({ scheme, ...parameters }))

describe('parsing challenges', () => {
  test.each<[string, string, Record<string, string>[]]>([
    [
      "Atlas's own",
      'Digest realm="MMS Public API", domain="", nonce="kWVA9Ciu7lNaN5QdjPe8kxPMReVjbt+B", algorithm=MD5, qop="auth", stale=false',
      [
        {
          scheme: 'digest',
          realm: 'MMS Public API',
          domain: '',
          nonce: 'kWVA9Ciu7lNaN5QdjPe8kxPMReVjbt+B',
          algorithm: 'MD5',
          qop: 'auth',
          stale: 'false',
        },
      ],
    ],
    [
      'a comma and an equals sign in quotes',
      'Digest realm="a, b=c", nonce="n"',
      [{ scheme: 'digest', realm: 'a, b=c', nonce: 'n' }],
    ],
    [
      'escaped quotes',
      'Digest realm="say \\"hi\\" \\\\ there", nonce="n"',
      [{ scheme: 'digest', realm: 'say "hi" \\ there', nonce: 'n' }],
    ],
    [
      'a parameter inside a realm',
      'Digest realm="nonce=x", nonce="n"',
      [{ scheme: 'digest', realm: 'nonce=x', nonce: 'n' }],
    ],
    [
      'bare values',
      'Digest realm=r, nonce=ab+/==, qop=auth',
      [{ scheme: 'digest', realm: 'r', nonce: 'ab+/==', qop: 'auth' }],
    ],
    [
      'spaces around the equals sign',
      'Digest realm = "r" , nonce= "n"',
      [{ scheme: 'digest', realm: 'r', nonce: 'n' }],
    ],
    ['names and scheme in any case', 'dIGEST Realm="r", NONCE="n"', [{ scheme: 'digest', realm: 'r', nonce: 'n' }]],
    [
      'Basic first',
      'Basic realm="b", Digest realm="r", nonce="n"',
      [
        { scheme: 'basic', realm: 'b' },
        { scheme: 'digest', realm: 'r', nonce: 'n' },
      ],
    ],
    [
      'a token68 first',
      'Negotiate abc/+==, Digest nonce="n"',
      [{ scheme: 'negotiate' }, { scheme: 'digest', nonce: 'n' }],
    ],
    [
      'a token68 at the end, after two spaces',
      'Digest nonce="n", Negotiate  abc==',
      [{ scheme: 'digest', nonce: 'n' }, { scheme: 'negotiate' }],
    ],
    ['an escaped line break', 'Digest realm="a\\\nb", nonce="n"', [{ scheme: 'digest', realm: 'a\nb', nonce: 'n' }]],
    ['a bare scheme first', 'NTLM, Digest nonce="n"', [{ scheme: 'ntlm' }, { scheme: 'digest', nonce: 'n' }]],
    [
      'two of digest',
      'Digest nonce="a", algorithm=SHA-256, Digest nonce="b"',
      [
        { scheme: 'digest', nonce: 'a', algorithm: 'SHA-256' },
        { scheme: 'digest', nonce: 'b' },
      ],
    ],
    ['a parameter twice: the first counts', 'Digest nonce="a", nonce="b"', [{ scheme: 'digest', nonce: 'a' }]],
    ['a quote that does not end', 'Digest nonce="a', [{ scheme: 'digest', nonce: '' }, { scheme: 'a' }]],
    ['an empty value', 'Digest realm="r", nonce=, x=y', [{ scheme: 'digest', nonce: '', realm: 'r', x: 'y' }]],
    ['a parameter without a scheme', 'nonce="n"', []],
    ['garbage in between', 'Digest realm="r", ((( , nonce="n"', [{ scheme: 'digest', realm: 'r', nonce: 'n' }]],
    [
      'the name of an inherited property',
      'Digest constructor="x", __proto__="y", nonce="n"',
      [
        Object.fromEntries([
          ['scheme', 'digest'],
          ['constructor', 'x'],
          ['__proto__', 'y'],
          ['nonce', 'n'],
        ]),
      ],
    ],
    ['nothing', '', []],
  ])('%s', (_, header, expected) => {
    expect(parametersOf(header).map((parameters) => ({ ...parameters }))).toEqual(expected)
  })

  test('several headers are one list', () => {
    expect(parseChallenges(['Basic realm="x"', 'Digest nonce="n"']).map(({ scheme }) => scheme)).toEqual([
      'basic',
      'digest',
    ])
  })

  test('arbitrary text is never thrown at, and takes linear time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseChallenges([text])))
    const bytes = 'Digest a="\\'.repeat(20_000)
    parseChallenges([bytes, '"'.repeat(200_000), `Digest ${'a=b,'.repeat(50_000)}`, `Digest ${' '.repeat(200_000)}x`])
  })

  test('what is quoted comes out as it went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (realm) => {
        const header = `Digest realm="${realm.replace(/["\\]/g, '\\$&')}", nonce="n"`
        expect(parametersOf(header)[0]).toMatchObject({ realm, nonce: 'n' })
      }),
    )
  })
})

describe('which challenge is answered', () => {
  const choose = (header: string) => selectChallenge(parseChallenges([header]))?.parameters.nonce
  test.each([
    ['MD5', 'Digest nonce="1", algorithm=MD5', '1'],
    ['no algorithm', 'Digest nonce="1"', '1'],
    ['quoted, in lower case', 'Digest nonce="1", algorithm="sha-256"', '1'],
    ['MD5-sess', 'Digest nonce="1", algorithm=MD5-sess', '1'],
    ['SHA-256-sess', 'Digest nonce="1", algorithm=sha-256-SESS', '1'],
    [
      'the first that will do',
      'Digest nonce="1", algorithm=SHA-512-256, Digest nonce="2", algorithm=SHA-256, Digest nonce="3"',
      '2',
    ],
    ['qop with auth', 'Digest nonce="1", qop="auth-int, AUTH"', '1'],
    ['an empty qop', 'Digest nonce="1", qop=""', '1'],
    ['auth-int alone', 'Digest nonce="1", qop="auth-int"', undefined],
    ['a blank qop', 'Digest nonce="1", qop=" "', '1'],
    ['an unknown algorithm', 'Digest nonce="1", algorithm=TOKEN', undefined],
    ['one that only begins like a known one', 'Digest nonce="1", algorithm=MD5-session', undefined],
    ['one with a known one in the middle', 'Digest nonce="1", algorithm=MD5-sess-2', undefined],
    ['one with a known one behind', 'Digest nonce="1", algorithm=-sessMD5', undefined],
    ['Basic', 'Basic realm="r", nonce="1"', undefined],
  ])('%s', (_, header, nonce) => expect(choose(header)).toBe(nonce))

  test('none without a nonce', () => expect(selectChallenge(parseChallenges(['Digest realm="r"']))).toBeUndefined())

  test.each([
    ['Digest nonce="n", stale=true', true],
    ['Digest nonce="n", stale="TRUE"', true],
    ['Digest nonce="n", stale=false', false],
    ['Digest nonce="n"', false],
  ])('stale: %s', (header, stale) => expect(isStale(parseChallenges([header])[0] as Challenge)).toBe(stale))
})

describe('signing', () => {
  const MUFASA = { username: 'Mufasa', password: 'Circle Of Life' }
  const challenge = (parameters: Record<string, string>): Challenge => ({
    scheme: 'digest',
    parameters: { realm: 'testrealm@host.com', nonce: 'dcd98b7102dd2f0e8b11d0f600bfb0c093', ...parameters },
  })
  const sign = (parameters: Record<string, string>, credentials = MUFASA, uri = '/dir/index.html') =>
    new NonceSession(challenge(parameters), credentials, '0a4f113b').authorize('GET', uri)

  test.each<[string, Record<string, string>, string]>([
    ['MD5, RFC 2617 3.5', { qop: 'auth' }, '6629fae49393a05397450978507c4ef1'],
    [
      'SHA-256',
      { qop: 'auth', algorithm: 'SHA-256' },
      '5abdd07184ba512a22c53f41470e5eea7dcaa3a93a59b630c13dfe0a5dc6e38b',
    ],
    ['without qop, RFC 2069', {}, '670fd8c2df070c60b045671b8b24ff02'],
  ])('test vector: %s', (_, parameters, response) => expect(sign(parameters).response).toBe(response))

  test('test vectors of RFC 7616, 3.9.1', () => {
    const parameters = {
      realm: 'http-auth@example.org',
      nonce: '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v',
      qop: 'auth, auth-int',
    }
    const at = (algorithm: string): string =>
      new NonceSession(
        challenge({ ...parameters, algorithm }),
        MUFASA,
        'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
      ).authorize('GET', '/dir/index.html').response
    const withLife = (algorithm: string): string =>
      new NonceSession(
        challenge({ ...parameters, algorithm }),
        { username: 'Mufasa', password: 'Circle of Life' },
        'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
      ).authorize('GET', '/dir/index.html').response
    expect(withLife('MD5')).toBe('8ca523f5e9506fed4657c9700eebdbec')
    expect(withLife('SHA-256')).toBe('753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1')
    expect(at('MD5')).not.toBe(withLife('MD5'))
  })

  test.each(['MD5-sess', 'SHA-256-sess'])('%s: the key is made of nonce and client nonce', (algorithm) => {
    const hash = (...parts: string[]): string =>
      createHash(algorithm.startsWith('MD5') ? 'md5' : 'sha256')
        .update(parts.join(':'))
        .digest('hex')
    const nonce = 'dcd98b7102dd2f0e8b11d0f600bfb0c093'
    const key = hash(hash('Mufasa', 'testrealm@host.com', 'Circle Of Life'), nonce, '0a4f113b')
    const expected = hash(key, nonce, '00000001', '0a4f113b', 'auth', hash('GET', '/dir/index.html'))
    expect(sign({ algorithm, qop: 'auth' }).response).toBe(expected)
    // Without qop the client nonce is sent all the same, because the server needs it for the key.
    expect(sign({ algorithm }).header).toContain('cnonce="0a4f113b"')
  })

  test('the header, in the form that all servers take', () => {
    expect(sign({ qop: 'auth', algorithm: 'MD5', opaque: '5ccc/+==' }).header).toBe(
      'Digest username="Mufasa", realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", uri="/dir/index.html", ' +
        'algorithm=MD5, qop=auth, nc=00000001, cnonce="0a4f113b", response="6629fae49393a05397450978507c4ef1", opaque="5ccc/+=="',
    )
  })

  test.each([{}, { qop: ' ' }])('without qop there is neither count nor client nonce: %j', (parameters) => {
    const { header, response } = sign(parameters)
    expect(header).toBe(
      'Digest username="Mufasa", realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", uri="/dir/index.html", ' +
        `response="${response}"`,
    )
  })

  test('without a realm it is empty', () => {
    const { header } = new NonceSession({ scheme: 'digest', parameters: { nonce: 'n' } }, MUFASA).authorize('GET', '/')
    expect(header).toContain('realm="", nonce="n"')
  })

  test('counts are hexadecimal, eight digits, from 1, with one client nonce for all', () => {
    const session = new NonceSession(challenge({ qop: 'auth' }), MUFASA)
    const headers = Array.from({ length: 17 }, () => session.authorize('GET', '/').header)
    const counts = headers.map((header) => /nc=(\w+)/.exec(header)?.[1])
    expect(counts[0]).toBe('00000001')
    expect(counts[9]).toBe('0000000a')
    expect(counts[16]).toBe('00000011')
    expect(new Set(headers.map((header) => /cnonce="(\w{32})"/.exec(header)?.[1])).size).toBe(1)
  })

  test('every session has a client nonce of its own', () => {
    const cnonce = (): string | undefined =>
      /cnonce="(\w+)"/.exec(new NonceSession(challenge({ qop: 'auth' }), MUFASA).authorize('GET', '/').header)?.[1]
    expect(cnonce()).not.toBe(cnonce())
  })

  test('quotes are escaped', () => {
    expect(sign({ realm: 'a"b\\c', qop: 'auth' }, { username: 'x"y', password: 'p:q' }).header).toContain(
      'username="x\\"y", realm="a\\"b\\\\c"',
    )
  })
})
