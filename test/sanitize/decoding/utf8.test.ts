import { describe, expect, test } from '@jest/globals'
import {
  isHighSurrogate,
  isLowSurrogate,
  joinSurrogates,
  readCodePoint,
  sizeOfCharacter,
  sizeOfLastCharacter,
  utf8Bytes,
} from '../../../src/sanitize/decoding/utf8.ts'

describe('a character beyond ASCII', () => {
  test.each([0x80, 0xe4, 0x7ff, 0x800, 0x20ac, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x1f389, 0x10ffff])(
    'U+%i has the bytes that UTF-8 gives it',
    (point) => {
      const bytes = Buffer.from(String.fromCodePoint(point))
      expect(utf8Bytes(point)).toEqual([...bytes])
      expect(sizeOfCharacter(bytes[0] as number)).toBe(bytes.length)
      expect(readCodePoint(Buffer.from([0x61, ...bytes]), 1, bytes.length)).toBe(point)
      expect(sizeOfLastCharacter(bytes, bytes.length)).toBe(bytes.length)
      expect(sizeOfLastCharacter(Buffer.from([0x61, ...bytes, 0x61]), bytes.length + 1)).toBe(bytes.length)
    },
  )
})

test.each([
  [0x00, 1],
  [0x7f, 1],
  [0x80, 0],
  [0xbf, 0],
  [0xc1, 0],
  [0xc2, 2],
  [0xdf, 2],
  [0xe0, 3],
  [0xef, 3],
  [0xf0, 4],
  [0xf4, 4],
  [0xf5, 0],
  [0xff, 0],
])('a character that begins with the byte %i has %i bytes', (lead, size) => expect(sizeOfCharacter(lead)).toBe(size))

test.each([
  ['ASCII', [0x61, 0x62]],
  ['one byte alone', [0x80]],
  ['a continuation after ASCII', [0x61, 0x80]],
  ['too few bytes', [0xe2, 0x82]],
  ['too many bytes', [0xc3, 0xa4, 0x80]],
  ['five bytes', [0xf0, 0x80, 0x80, 0x80, 0x80]],
  ['ASCII between the bytes of one', [0xe2, 0x61, 0x80]],
  ['a byte that begins none between the bytes of one', [0xe2, 0xc0, 0x80]],
  ['nothing', []],
])('no character ends after %s', (_, bytes) => expect(sizeOfLastCharacter(Buffer.from(bytes), bytes.length)).toBe(0))

test('surrogates are the two halves of a character', () => {
  expect([0xd7ff, 0xd800, 0xdbff, 0xdc00].map(isHighSurrogate)).toEqual([false, true, true, false])
  expect([0xdbff, 0xdc00, 0xdfff, 0xe000].map(isLowSurrogate)).toEqual([false, true, true, false])
  for (const point of [0x10000, 0x1f389, 0x10ffff]) {
    const text = String.fromCodePoint(point)
    expect(joinSurrogates(text.charCodeAt(0), text.charCodeAt(1))).toBe(point)
  }
})
