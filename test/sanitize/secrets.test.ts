import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Secrets } from '../../src/sanitize/secrets.ts'
import { findLeaks } from '../harness/leaks.ts'
import { anyText } from './any-text.ts'

function register(...texts: string[]): { secrets: Secrets; masks: string[] } {
  const masks: string[] = []
  const secrets = new Secrets((mask) => masks.push(mask))
  for (const text of texts) secrets.protect(text)
  return { secrets, masks }
}

describe('masks', () => {
  test.each([
    ['one line', 'hunter22', ['hunter22']],
    ['spaces around it', '  hunter22\n', ['hunter22']],
    ['too short', 'abc', []],
    ['nothing', '', []],
    ['blank', ' \n ', []],
    [
      'several lines: those that say something',
      '{\n"a": "long enough"\n}',
      ['"a": "long enough"', '{\\n\\"a\\": \\"long enough\\"\\n}'],
    ],
    [
      'a PEM block: neither its frame nor its short end',
      '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADAN\nAw==\n-----END PRIVATE KEY-----\n',
      ['MIIEvQIBADAN', '-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADAN\\nAw==\\n-----END PRIVATE KEY-----\\n'],
    ],
    [
      'a PEM block with escaped line breaks',
      '-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADAN\\n-----END PRIVATE KEY-----',
      [
        '-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADAN\\n-----END PRIVATE KEY-----',
        'MIIEvQIBADAN',
        '-----BEGIN PRIVATE KEY-----\\\\nMIIEvQIBADAN\\\\n-----END PRIVATE KEY-----',
      ],
    ],
    [
      'what stands before a PEM block',
      'password -----BEGIN KEY-----\nMIIEvQIBADAN',
      ['password -----BEGIN KEY-----', 'MIIEvQIBADAN', 'password -----BEGIN KEY-----\\nMIIEvQIBADAN'],
    ],
    ['a backslash before an n, but no PEM block', 'D:\\nothing\\new', ['D:\\nothing\\new']],
  ])('%s', (_, secret, expected) => expect(register(secret).masks).toEqual(expected))

  test('no mask holds a line break, which the runner would split at', () => {
    fc.assert(
      fc.property(anyText({ minLength: 4, maxLength: 80 }), (secret) => {
        for (const mask of register(secret).masks) {
          expect(mask).not.toMatch(/[\r\n]/)
          expect(mask.trim().length).toBeGreaterThanOrEqual(4)
        }
      }),
    )
  })
})

describe('what is remembered', () => {
  const redacted = (secret: string, text: string): string => register(secret).secrets.redact(text)

  test.each(['äb,', ' äb,', '\näb,\n', '  äb,  '])('is nothing under four characters: %j', (secret) => {
    expect(register(secret).masks).toEqual([])
    expect(redacted(secret, `<<${secret}>>`)).toBe(`<<${secret}>>`)
  })

  test('is a secret of one line once, so that twenty are not searched for like forty', () => {
    // Only for more than 32 short secrets bytes that are no text are read as a whole, as it takes to find so little of one in them.
    const short = (count: number): string[] => Array.from({ length: count }, (_, i) => `x-${10 + i}`)
    const bytes = Buffer.from('\x81abcdef\x82\x83', 'latin1').toString('hex')
    expect(register('abcdefgh', ...short(20)).secrets.redact(bytes)).toBe(bytes)
    expect(register('abcdefgh', ...short(40)).secrets.redact(bytes)).toContain('***')
  })

  test('are lines that are too short to be masked, all together', () => {
    expect(register('ä\nöü').masks).toEqual([])
    expect(redacted('ä\nöü', '<<ä\nöü>> ä, öü')).toBe('<<***>> ä, öü')
  })
})

describe('redact', () => {
  test('no encoding of a secret is left', () => {
    const secret = fc
      .string({ unit: 'grapheme', minLength: 6, maxLength: 40 })
      .filter((text) => text.trim().length >= 6)
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (text, before, after) => {
        const { secrets } = register(text)
        const quoted = [
          text,
          JSON.stringify(text),
          encodeURIComponent(text),
          Buffer.from(before + text + after).toString('base64'),
          Buffer.from(text).toString('hex'),
          new URLSearchParams({ a: text }).toString(),
        ].join(' | ')
        expect(findLeaks(secrets.redact(quoted), [text])).toEqual([])
      }),
    )
  })

  test('nor of one that looks like a code itself', () => {
    const piece = fc.constantFrom('%41', '&amp;', '\\n', '\\u0041', '+', ' ', '\n', '"', "'", 'a', 'Z', '/', '=', '<')
    const secret = fc
      .array(piece, { minLength: 5, maxLength: 15 })
      .map((pieces) => pieces.join(''))
      .filter((text) => text.trim().length >= 6 && text.replace(/[\s='"]/g, '').length >= 4)
    fc.assert(
      fc.property(secret, (text) => {
        const { secrets } = register(text)
        for (const quoted of [
          text,
          JSON.stringify(text).slice(1, -1),
          encodeURIComponent(text),
          text.replaceAll('%', '%25').replaceAll('\n', '%0A'),
          text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
        ]) {
          expect(secrets.redact(`<<${quoted}>>`)).not.toContain(`<<${quoted}>>`)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('what is not secret stays', () => expect(register('hunter22').secrets.redact('hunter2 2')).toBe('hunter2 2'))

  test('the longest form wins, so that no end of one is left', () => {
    expect(register('abcd', 'abcdefgh').secrets.redact('xabcdefghx')).toBe('x***x')
  })

  test('what serves one request only is removed, but not masked', () => {
    const { secrets, masks } = register('first-secret')
    secrets.redactOnly('0123456789abcdef0123456789abcdef')
    expect(masks).toEqual(['first-secret'])
    expect(secrets.redact('response="0123456789ABCDEF0123456789ABCDEF"')).toBe('response="***"')
  })

  test('a secret added later is known too', () => {
    const { secrets } = register('first-secret')
    expect(secrets.redact('second-secret')).toBe('second-secret')
    secrets.protect('second-secret')
    expect(secrets.redact('second-secret')).toBe('***')
  })

  test.each([
    [
      'apostrophes',
      "o'secret'x",
      ["o\\'secret\\'x", "o''secret''x", "o'\\''secret'\\''x", 'o&#39;secret&#39;x', 'o&apos;secret&apos;x'],
    ],
    ['slashes in JSON', 'aaa/bbb', ['aaa\\/bbb']],
    ['HTML-safe JSON', 'a<b>&c', ['a\\u003cb\\u003e\\u0026c', 'a&lt;b&gt;&amp;c']],
    ['ASCII JSON', 'pässwörd', ['p\\u00e4ssw\\u00f6rd']],
    ['percent signs', 'a%b:c,d', ['a%25b:c,d', 'a%25b%3Ac%2Cd', 'a%2525b%253Ac%252Cd', 'a%25b%3ac%2cd']],
    ['strict URI', "a(b)*c!'", ['a%28b%29%2Ac%21%27', 'a%28b%29*c%21%27']],
    ['numbered entities', `a"b'c<d&e`, ['a&#34;b&#39;c&lt;d&amp;e', 'a&#x22;b&#X27;c&#60;d&#38;e', `a"b'c&lt;d&amp;e`]],
    ['JSON of Gson, Jackson and .NET', 'a=b+cÄ<', ['a\\u003db+cÄ\\u003c', 'a=b\\u002Bc\\u00C4<', 'a=b\\x2bc\\xc4<']],
    ['JSON in JSON in a form', 'a"b\\c d', ['a%5C%5C%5C%22b%5C%5C%5C%5Cc+d', 'a\\\\\\"b\\\\\\\\c d']],
    ['forms of .NET', 'a/b+c d', ['a%2fb%2bc+d']],
    ['another case', '01234567-89ab-cdef', ['01234567-89AB-CDEF']],
    ['what cannot be seen in between', 'hunter22', ['hun\u200bter22', 'hunt\ner22', 'h\u00adunter2\u202e2']],
    ['a space that cannot be seen', 'hunter two', ['hunter\u200btwo', 'hunter \n two']],
    ['four characters', '4c&d', ['4c&amp;d', '4c%26d']],
    ['hexadecimal', 'secret', ['736563726574', '736563726574'.toUpperCase()]],
    [
      'line breaks',
      'first line\r\nsecond line',
      ['first line\nsecond line', 'first line second line', 'first line%0D%0Asecond line'],
    ],
  ])('%s', (_, secret, quotes) => {
    const { secrets } = register(secret)
    for (const quote of quotes) expect(secrets.redact(`<<${quote}>>`)).toBe('<<***>>')
  })
})

test('the base64 of four characters, wherever they stand in it', () => {
  const { secrets } = register('4c&d')
  for (const before of ['', 'x', 'xx']) {
    const redacted = secrets.redact(Buffer.from(`${before}4c&d${before}`).toString('base64'))
    expect(redacted).toContain('***')
  }
})

test('a short secret is not looked for in another case, and what is read another way is not changed', () => {
  const { secrets } = register('True', 'hunter22')
  expect(secrets.redact('true &amp; 100%25 a\\u0041 + b\u200bc  d')).toBe('true &amp; 100%25 a\\u0041 + b\u200bc  d')
  expect(secrets.redact('a &lt; hunter%322 &gt; b')).toBe('a &lt; *** &gt; b')
})

test('plain redacts before it cuts, so that no half of a secret is left', () => {
  const { secrets } = register('0123456789')
  expect(secrets.sanitize(`${'x'.repeat(95)}0123456789`, 100)).toBe(`${'x'.repeat(95)}***`)
})

describe('a long text', () => {
  test('is redacted like a short one, with pauses', async () => {
    const { secrets } = register('hunter22')
    const text = `${'x'.repeat(200_000)}hunter22${'y'.repeat(200_000)}`
    let pauses = 0
    const pause = async () => {
      pauses += 1
    }
    expect(await secrets.redactLong(text, pause)).toBe(text.replace('hunter22', '***'))
    expect(pauses).toBeGreaterThan(3)
  })

  test('is all there, in one piece if it is short', async () => {
    const { secrets } = register('hunter22')
    const pause = () => Promise.resolve()
    expect(await secrets.redactLong('', pause)).toBe('')
    expect(await secrets.redactLong('a hunter22 b', pause)).toBe('a *** b')
  })

  test('is given up if the pause is not over well', async () => {
    const { secrets } = register('hunter22')
    const work = secrets.redactLong('x'.repeat(100), () => Promise.reject(new Error('the run has ended')))
    await expect(work).rejects.toThrow('the run has ended')
  })
})

describe('an identifier', () => {
  test.each([
    ['AKIAIOSFODNN7EXAMPLE', '…MPLE'],
    ['0123456789abcdef', '…cdef'],
    [`${'x'.repeat(124)}abcd`, '…abcd'],
  ])('is shown by its last four characters: %s', (identifier, shown) => {
    const { secrets, masks } = register()
    secrets.abbreviate(identifier)
    expect(secrets.redact(`<<${identifier}>>`)).toBe(`<<${shown}>>`)
    expect(masks).toEqual([])
  })

  test.each(['0123456789abcde', `${'x'.repeat(125)}abcd`, 'a word and 0123456789abcdef', '0123456789abcdef and words'])(
    'is not %s',
    (text) => {
      const { secrets } = register()
      secrets.abbreviate(text)
      expect(secrets.redact(`<<${text}>>`)).toBe(`<<${text}>>`)
    },
  )
})

describe('what a first reading misses', () => {
  test.each([
    ['p%41ssword-Geheim', 'p%41ss\u200bword-Geheim'],
    ['Pa\\tssw0rd"Geheim', 'Pa\\tssw0rd&#34;Geheim'],
    ["Pa\\n'ss'word", 'Pa\\n&#x27;ss&#x27;word'],
    ['Pa&amp;ssw0rd-Geheim', 'Pa&amp;ssw0rd-\u200bGeheim'],
    ['Pa+ss%20w0rd', 'Pa+ss%20\nw0rd'],
    ['wJalrXUtnFEMI/K7MDENG+bPxRf', 'wJalrXUtnFEMI/K7MDENG bPxRf'],
    ['wJalrXUtnFEMI/K7MDENG+bPxRf', 'wJalrXUtnFEMI&sol;K7MDENG&plus;bPxRf'],
    ['S3cret<value>', '&#83&#51cret&#x0000003c;value\\u{3e}'],
    ['S3cret-value', 'S3c\u034fret\ufe0f-value'],
  ])('%s in %s', (secret, quoted) => expect(register(secret).secrets.sanitize(`<<${quoted}>>`)).toBe('<<***>>'))

  test('a secret within an identifier goes with it', () => {
    const { secrets } = register('wxyz', 'hunter2Secret')
    for (const identifier of ['AKIA0000000wxyz0', 'hunter2Secret000', '0000hunter2Secret']) {
      secrets.abbreviate(identifier)
      expect(secrets.redact(identifier)).toBe('***')
    }
  })
})

test('a secret that repeats itself goes to its end', () => {
  const unit = fc.string({ unit: fc.constantFrom(...Array.from('abcXYZ012')), minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(unit, fc.integer({ min: 12, max: 700 }), (text, length) => {
      const secret = text.repeat(length).slice(0, length)
      expect(register(secret).secrets.redact(`(${secret})`)).toBe('(***)')
    }),
    { numRuns: 300 },
  )
})

test('a text that is too short to be a secret is not looked for', () => {
  const secrets = new Secrets(() => undefined)
  secrets.protect('hunter22')
  for (const text of ['', 'abc', 'wxyz']) secrets.redactOnly(text)
  expect(secrets.redact('68656c6c6f20776f726c64 abc wxyz')).toBe('68656c6c6f20776f726c64 abc ***')
})

test.each([
  ['their ends', ['abcdefghijk', 'abcdefghijk=='], '<abcdefghijk==> <abcdefghijk>', '<***> <***>'],
  ['what divides them', ['ab cd', 'ab\ncd'], 'x abcd, ab cd, ab\ncd y', 'x ***, ***, *** y'],
])('secrets that differ in %s alone are removed whole, in whichever order they come', (_, both, text, redacted) => {
  for (const order of [both, both.toReversed()]) {
    const secrets = new Secrets(() => undefined)
    for (const secret of order) secrets.protect(secret)
    expect(secrets.redact(text)).toBe(redacted)
  }
})
