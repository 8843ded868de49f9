import { describe, expect, test } from '@jest/globals'
import { readableParts } from '../../../src/sanitize/decoding/readable-parts.ts'

const NOISE = '\x01\xff\x02'

/** The readable parts of a byte string, as Latin-1. */
const partsOf = (bytes: string): string[] => {
  const buffer = Buffer.from(bytes, 'latin1')
  return readableParts(buffer).map(({ start, end }) => buffer.toString('latin1', start, end))
}
const utf8 = (text: string): string => Buffer.from(text).toString('latin1')

describe('readable parts', () => {
  test.each([
    ['eight letters', 'abcdefgh'],
    ['all that is printed, and breaks', '\t\n\r ~!abc'],
    ['two bytes each', utf8('äöüß')],
    ['three bytes each', utf8('漢字漢')],
    ['four bytes each', utf8('🎉🎉')],
    ['a mixture', utf8('a€ä🎉b')],
    ['a character at the end', utf8('abcdefghä')],
    ['Latin-1', 'ab\xe4cdefghij\xe4kl'],
  ])('are %s', (_, text) => {
    expect(partsOf(text)).toEqual([text])
    expect(partsOf(NOISE + text + NOISE)).toEqual([text])
  })

  test('take a byte of Latin-1 for a letter only between letters, or at an end', () => {
    expect(partsOf('\xe4abcdefgh\xe4')).toEqual(['\xe4abcdefgh\xe4'])
    expect(partsOf('abcdefgh\xe4x\xe4')).toEqual(['abcdefgh'])
    expect(partsOf('abcdefgh\xe4\xe4x')).toEqual(['abcdefgh'])
    expect(partsOf('\0\xe4abcdefgh')).toEqual(['abcdefgh'])
  })

  test.each([
    ['seven letters', 'abcdefg'],
    ['seven letters on each side of a byte that can only continue a character', 'abcdefg\xa3hijklmn'],
    ['seven letters on each side of a byte that no character has', 'abcdefg\xf8hijklmn'],
    ['letters with controls', 'abcd\0efg\x7fh'],
    ['noise', NOISE.repeat(10)],
    ['nothing', ''],
    ['seven letters and a byte that begins a character', 'abcdefg\xe4\x01'],
    ['the same after other bytes', `${NOISE}abcdefg\xe4\x01`],
    ['many continuations', '\x80'.repeat(40)],
    ['continuations alone', '\x80\x81\x82\x83\x84\x85\x86\x87\x88'],
    ['leads alone', '\xe4\xe4\xe4\xe4\xe4\xe4\xe4\xe4\xe4'],
  ])('are not %s', (_, bytes) => expect(partsOf(bytes)).toEqual([]))

  test('are several, each from its first letter to its last', () =>
    expect(partsOf(`${NOISE}abcdefgh${NOISE}short${NOISE}ijklmnopqrst${NOISE}`)).toEqual(['abcdefgh', 'ijklmnopqrst']))

  test('are apart by a single byte', () => expect(partsOf('abcdefgh\x01ijklmnop')).toEqual(['abcdefgh', 'ijklmnop']))

  test('end with the bytes', () => {
    expect(readableParts(Buffer.from('abcdefgh'))).toEqual([{ start: 0, end: 8 }])
    expect(readableParts(Buffer.from('\x01abcdefghä'))).toEqual([{ start: 1, end: 11 }])
  })

  test.each([
    ['after a character with a continuation too many', 'abcdefgh\xc3\xa4\x80', 'abcdefgh\xc3\xa4'],
    ['before a control character among letters', 'abcdefgh\x01ijkl', 'abcdefgh'],
    ['before a character whose second byte is no continuation', 'abcdefgh\xc3\xc0', 'abcdefgh'],
    ['after the first byte beyond ASCII among letters', 'ab\x80cdefghij', 'ab\x80cdefghij'],
  ])('end %s', (_, bytes, part) => expect(partsOf(bytes)).toEqual([part]))

  test('begin with letters of Latin-1 before them', () =>
    expect(partsOf(`${NOISE}ab\xe4cdefghij`)).toEqual(['ab\xe4cdefghij']))
})
