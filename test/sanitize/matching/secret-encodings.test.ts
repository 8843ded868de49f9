import { describe, expect, test } from '@jest/globals'
import { byteStringsOf, encodingsOf, escapesOf, viewOfText } from '../../../src/sanitize/matching/secret-encodings.ts'

/** The bytes of each view, one per character. */
const bytesOf = (secret: string): string[] =>
  encodingsOf(secret).map(({ bytes, length }) => Buffer.from(bytes.subarray(0, length)).toString('latin1'))

const hexOf = (secret: string): string[] => byteStringsOf(secret).map((bytes) => bytes.toString('hex'))

const utf8 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')

describe('the views of a secret', () => {
  test.each([
    ['of ASCII: itself alone', 'abc', ['abc']],
    ['with the last character of ASCII, which is not shown', 'abc\x7f', ['abc']],
    [
      'that ends at the last of Latin-1: its two normal forms in each encoding, and each of these read as Latin-1 and as Windows-1252',
      'x\xff',
      [
        // As text.
        'x\xc3\xbf',
        'xy\xcc\x88',
        // As bytes: UTF-16 in either order, and Latin-1, for each normal form that can be written in it.
        'x\xff',
        'x\xff',
        'x\xff',
        'xy',
        'xy',
        // The bytes of UTF-8, read as Latin-1.
        utf8('x\xc3\xbf'),
        utf8('xy\xcc'),
        // The others, read as Latin-1.
        utf8('x\xff'),
        utf8('x\xff'),
        utf8('x\xff'),
        'xy',
        'xy',
        // The bytes of UTF-8, read as Windows-1252.
        utf8('x\xc3\xbf'),
        utf8('xy\xcc\u02c6'),
      ],
    ],
    [
      'beyond Latin-1, with one normal form',
      'u\u20ac',
      ['u\xe2\x82\xac', 'u\xac', 'u \xac', utf8('u\xe2\xac'), utf8('u\xac'), utf8('u \xac'), utf8('u\xe2\u201a\xac')],
    ],
  ])('%s', (_, secret, expected) => expect(bytesOf(secret)).toEqual(expected))

  test('have the same normal forms whichever the secret comes in', () => {
    expect(new Set(bytesOf('e\u0301x'))).toEqual(new Set(bytesOf('\xe9x')))
    expect(bytesOf('\xe9x').slice(0, 2)).toEqual([utf8('\xe9x'), utf8('e\u0301x')])
    expect(bytesOf('e\u0301x').slice(0, 2)).toEqual([utf8('e\u0301x'), utf8('\xe9x')])
  })

  test('have half a surrogate pair as it is and replaced', () => {
    expect(bytesOf('a\ud800').slice(0, 2)).toEqual(['a\xed\xa0\x80', utf8('a\ufffd')])
    expect(encodingsOf('a\ud800').length).toBeGreaterThan(2)
  })

  test('begin at the first character beyond ASCII to have other encodings', () => {
    expect(encodingsOf('ab\x7f')).toHaveLength(1)
    expect(encodingsOf('ab\x80')).toHaveLength(1 + 3 + 4 + 1)
    expect(encodingsOf('ab\u0100')).toHaveLength(2 + 4 + 6 + 2)
  })

  test('know which bytes they were read from', () => {
    const [, , utf16] = encodingsOf('x\xff')
    expect([...(utf16?.from.subarray(0, 2) ?? [])]).toEqual([0, 2])
    expect([...(utf16?.to.subarray(0, 2) ?? [])]).toEqual([1, 3])
  })

  test('are whole, however long the text', () => expect(viewOfText('ab\u20ac'.repeat(50_000))).toHaveLength(250_000))
})

describe('the byte strings of a secret', () => {
  test.each([
    ['that is too short to look like text', 'abcdefg', ['61626364656667']],
    ['that looks like text', 'abcdefgh', []],
    [
      'that is short, with a letter of Latin-1',
      '\xff!',
      ['c3bf21', 'ff002100', '00ff0021', 'ff21', '79cc8821', '790008032100', '007903080021'],
    ],
    ['that is short, with a letter beyond Latin-1', 'u\u20ac', ['75e282ac', '7500ac20', '007520ac']],
    ['of eight bytes in UTF-8', 'abcde\u20ac', ['61006200630064006500ac20', '0061006200630064006520ac']],
    ['with half a surrogate pair', 'a\ud800', ['61efbfbd', '610000d8', '0061d800', '61efbfbd', '6100fdff', '0061fffd']],
  ])('%s', (_, secret, expected) => expect(hexOf(secret)).toEqual(expected))
})

describe('a secret is escaped', () => {
  const [json, uri, command, html] = escapesOf('\'"<>&%\r\n \\ \'"<>&%\r\n')

  test('for JSON, without the quotes around it', () => expect(json).toBe('\'\\"<>&%\\r\\n \\\\ \'\\"<>&%\\r\\n'))

  test('for a URL', () => {
    expect(uri).toBe("'%22%3C%3E%26%25%0D%0A%20%5C%20'%22%3C%3E%26%25%0D%0A")
    expect(escapesOf('a\ud800')[1]).toBe('a%EF%BF%BD')
  })

  test('for a workflow command', () => expect(command).toBe('\'"<>&%25%0D%0A \\ \'"<>&%25%0D%0A'))

  test('for HTML', () => expect(html).toBe('&#39;&quot;&lt;&gt;&amp;%\r\n \\ &#39;&quot;&lt;&gt;&amp;%\r\n'))

  test('in no other way', () => expect(escapesOf('abc')).toEqual(Array(4).fill('abc')))
})
