import { describe, expect, test } from '@jest/globals'
import { decodeBase64 } from '../../../src/sanitize/decoding/base64.ts'
import type { RunDecoder } from '../../../src/sanitize/decoding/byte-run.ts'
import { decodeHex } from '../../../src/sanitize/decoding/hex.ts'
import { decodeNumberLists } from '../../../src/sanitize/decoding/number-lists.ts'
import { rangesOf, runsOf } from './runs.ts'

const textsOf = (decode: RunDecoder, text: string): string[] => runsOf(decode, text).map((run) => run.text)

function rangesIn(decode: RunDecoder, text: string, index = 0): [number, number][] {
  const ranges: [number, number][][] = []
  const part = { bytes: Buffer.from(text, 'latin1'), gaps: new Uint8Array(text.length), start: 0 }
  decode(part, 4, (run) => ranges.push(rangesOf(run)))
  return ranges[index] as [number, number][]
}

describe('base64', () => {
  test('is read from each of four digits on, without the last one if it is not whole', () => {
    const [first, ...others] = runsOf(decodeBase64, 'c2VjcmV0LXRleHQ=')
    expect(first).toEqual({ text: 'secret-text', source: 'c2VjcmV0LXRleHQ' })
    expect(others).toHaveLength(3)
    for (const [i, { text }] of others.entries()) {
      expect(text).toBe(Buffer.from('c2VjcmV0LXRleHQ'.slice(i + 1), 'base64').toString('latin1'))
    }
  })

  test.each([
    ['wrapped', 'c2Vj\n  cmV0', 'secret'],
    ['quoted', '"c2Vj" "cmV0"', 'secret'],
    ['of URLs', '-_-_-_', Buffer.from('-_-_-_', 'base64url').toString('latin1')],
    ['with all signs', '+/+/+/', Buffer.from('+/+/+/', 'base64').toString('latin1')],
  ])('can be %s', (_, coded, text) => expect(textsOf(decodeBase64, coded)[0]).toBe(text))

  test('ends where an escape sequence begins', () => {
    expect(runsOf(decodeBase64, 'c2VjcmV0%c2VjcmV0').map(({ source }) => source)).toEqual(
      ['c2VjcmV0', '2VjcmV0', 'VjcmV0', 'jcmV0', 'c2VjcmV0', '2VjcmV0', 'VjcmV0', 'jcmV0'].map((digits) =>
        digits.slice(0, Math.ceil((Math.floor((6 * digits.length) / 8) * 8) / 6)),
      ),
    )
    for (const end of '%&\\\x80') expect(textsOf(decodeBase64, `c2Vj${end}cmV0`)).toEqual([])
  })

  test('is left out if it is too short', () => {
    expect(textsOf(decodeBase64, 'c2Vjc')).toEqual([])
    expect(textsOf(decodeBase64, 'c2Vjcm')[0]).toBe('secr')
    expect(runsOf(decodeBase64, 'c2Vj', 3)[0]).toEqual({ text: 'sec', source: 'c2Vj' })
    expect(runsOf(decodeBase64, 'c2V', 3)).toEqual([])
  })

  test('is put with the digits that hold a part of the byte', () =>
    expect(rangesIn(decodeBase64, 'c2Vj cmV0')).toEqual([
      [0, 2],
      [1, 3],
      [2, 4],
      [5, 7],
      [6, 8],
      [7, 9],
    ]))
})

describe('hexadecimal', () => {
  test.each([
    ['digits', '736563726574'],
    ['upper case', '4A4b4C4d4E', 'JKLMN'],
    ['with colons', '73:65:63:72:65:74'],
    ['in a list', '[0x73, 0x65, 0X63, 0x72, 0x65, 0x74]'],
    ['after other words', 'key: 736563726574'],
    ['between letters', 'xyz736563726574xyz'],
    ['in groups', '7365 6372 6574'],
  ])('can be %s', (_, coded, text = 'secret') => expect(textsOf(decodeHex, coded)).toContain(text))

  test('is read from its first and its second digit on', () =>
    expect(runsOf(decodeHex, '7365637265')).toEqual([
      { text: 'secre', source: '7365637265' },
      { text: '6V7&', source: '36563726' },
    ]))

  test('ends where a letter or an escape sequence stands', () => {
    for (const end of 'ghz%&\\\x80') expect(textsOf(decodeHex, `7365${end}6372`)).toEqual([])
    expect(textsOf(decodeHex, '736563')).toEqual([])
  })

  test('is left out if it is too short, however much stands between its digits', () => {
    expect(textsOf(decodeHex, '73, 65, 63')).toEqual([])
    expect(textsOf(decodeHex, '73656372')[0]).toBe('secr')
    expect(textsOf(decodeHex, 'key 73656372')[0]).toBe('secr')
  })

  test('of several runs in a text', () =>
    expect(textsOf(decodeHex, 'one 73656372 two g65747365 h')).toEqual(expect.arrayContaining(['secr', 'etse'])))

  test('keeps a zero that is a digit', () => {
    expect(textsOf(decodeHex, '70x71x72x73')).toEqual(expect.arrayContaining([expect.stringContaining('p')]))
    expect(textsOf(decodeHex, '0x70 0x71 0x72 0x73')[0]).toBe('pqrs')
  })

  test('is put with both digits of the byte', () =>
    expect(rangesIn(decodeHex, '73:65:63 72')).toEqual([
      [0, 2],
      [3, 5],
      [6, 8],
      [9, 11],
    ]))
})

describe('a list of numbers', () => {
  test.each([
    ['JSON', '[115, 101, 99, 114, 101, 116]'],
    ['an object of JSON', '{"0":115,"1":101,"2":99,"3":114,"4":101,"5":116}'],
    ['lines', '115\n101\n99\n114\n101\n116'],
    ['strings of JSON', '["115", "101", "99", "114", "101", "116"]'],
    ['numbers with colons', '115:101:99:114:101:116'],
    ['numbers with blanks and colons', '115 :101 :99 :114 :101 :116'],
    ['octal numbers', '163 145 143 162 145 164'],
    // The zeros of the prefixes are numbers of their own, which no view shows.
    ['octal numbers with a prefix', '0o163 0o145 0o143 0o162 0o145 0o164', '\0s\0e\0c\0r\0e\0t'],
    ['with zeros', '0115 0101 0099 0114 0101 0116'],
  ])('can be %s', (_, coded, text = 'secret') => expect(textsOf(decodeNumberLists, coded)).toContain(text))

  test('holds characters beyond a byte in UTF-8', () =>
    expect(textsOf(decodeNumberLists, '[97, 8364, 128137, 98]')).toEqual([Buffer.from('a€💉b').toString('latin1')]))

  test.each([
    ['a letter', '115, 101, x, 99, 114'],
    ['a letter of octal numbers', '115, 101, o99, 114'],
    ['a number that is no character', '115, 101, 1114112, 99, 114'],
    ['a long number', '115, 101, 00000099, 99, 114'],
    ['an escape sequence', '115, 101 % 99, 114'],
    ['too few', '115, 101, 99'],
  ])('ends at %s', (_, coded) =>
    expect(textsOf(decodeNumberLists, coded)).not.toContainEqual(expect.stringMatching(/^se/)),
  )

  test('goes up to the last character of Unicode', () =>
    expect(textsOf(decodeNumberLists, '1114111 0 0 0')).toEqual([
      `${Buffer.from('\u{10ffff}').toString('latin1')}\0\0\0`,
    ]))

  test('of octal numbers ends at what is no byte or has another digit', () => {
    expect(textsOf(decodeNumberLists, '163 145 400 143 162')).toEqual([expect.not.stringContaining('s')])
    expect(textsOf(decodeNumberLists, '163, 145, x143, 162')).toEqual([])
    expect(textsOf(decodeNumberLists, '377 0 0 0')).toContain('\xff\0\0\0')
  })

  test.each([
    ['three', '[115101 99 114', 'secr'],
    ['one', '[1159 99 114', 's\tcr'],
  ])('has two numbers where a line ends between digits, %s of them in the next line', (_, coded, text) => {
    const bytes = Buffer.from(coded)
    const gaps = new Uint8Array(bytes.length).fill(1, 4, 5)
    const texts: string[] = []
    decodeNumberLists({ bytes, gaps, start: 0 }, 4, (run) => texts.push(Buffer.from(run.bytes).toString('latin1')))
    expect(texts).toEqual([text])
  })

  test('says where a number of several bytes stands', () => {
    const ranges: [number, number][][] = []
    const bytes = Buffer.from('[97, 8364, 98]')
    decodeNumberLists({ bytes, gaps: new Uint8Array(bytes.length), start: 30 }, 4, (run) => ranges.push(rangesOf(run)))
    expect(ranges).toEqual([
      [
        [31, 33],
        [35, 39],
        [35, 39],
        [35, 39],
        [41, 43],
      ],
    ])
  })

  test('says where its numbers stand, however many they are', () => {
    const ranges = rangesIn(decodeNumberLists, '115 '.repeat(5000))
    expect(ranges).toHaveLength(5000)
    expect(ranges.at(-1)).toEqual([19996, 19999])
  })

  test('says where its numbers stand', () => {
    expect(runsOf(decodeNumberLists, '[115, 101, 99, 114]')).toEqual([{ text: 'secr', source: '115, 101, 99, 114' }])
    expect(rangesIn(decodeNumberLists, '[115, 101, 99, 114]')).toEqual([
      [1, 4],
      [6, 9],
      [11, 13],
      [15, 18],
    ])
  })
})
