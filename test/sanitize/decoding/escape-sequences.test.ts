import { describe, expect, test } from '@jest/globals'
import { readEscape } from '../../../src/sanitize/decoding/escape-sequences.ts'

/** What is read at the start of a text, and how much of the text it takes. */
const read = (text: string) => readEscape(Buffer.from(text), 0)
const byte = (value: number, end: number) => ({ value, end, isByte: true })
const point = (value: number, end: number) => ({ value, end, isByte: false })

describe('an escape sequence of HTML', () => {
  test.each([
    ['&#65;', point(65, 5)],
    ['&#65x', point(65, 4)],
    ['&#x41;', point(65, 6)],
    ['&#X4a', point(74, 5)],
    ['&#0000000065;', point(65, 13)],
    ['&#1114111;', point(0x10ffff, 10)],
    ['&#1114112;', point(0xfffd, 10)],
    ['&amp;', point(38, 5)],
    ['&AMP;', point(38, 5)],
    ['&amp', point(38, 4)],
    ['&ampx', point(38, 4)],
    ['&lt1;', point(60, 3)],
    ['&GTa', point(62, 3)],
    ['&quot.', point(34, 5)],
    ['&Auml;', point(0xc4, 6)],
    ['&auml;', point(0xe4, 6)],
    ['&yuml;', point(0xff, 6)],
    ['&sup2;', point(0xb2, 6)],
    ['&verbar;', point(124, 8)],
    ['&NewLine;', point(10, 9)],
    ['&NegativeVeryThinSpace;', point(0x200b, 23)],
    ['&zerowidthspace;', point(0x200b, 16)],
  ])('%s is read', (text, expected) => expect(read(text)).toEqual(expected))

  test.each(['&', '&;', '&#', '&#;', '&#x', '&#xg', '&#a', '&auml', '&nothing;', '&NegativeVeryThinSpacex;', '&xamp;'])(
    '%s is none',
    (text) => expect(read(text)).toBeUndefined(),
  )
})

describe('an escape sequence with a backslash', () => {
  test.each([
    ['\\x41', byte(0x41, 4)],
    ['\\xff1', byte(0xff, 4)],
    ['\\u0041', point(0x41, 6)],
    ['\\ud83c', point(0xd83c, 6)],
    ['\\U0001F389', point(0x1f389, 10)],
    ['\\U0010ffff', point(0x10ffff, 10)],
    ['\\x{41}', point(0x41, 6)],
    ['\\u{1f389}', point(0x1f389, 9)],
    ['\\u{10ffff}', point(0x10ffff, 10)],
    ['\\0', byte(0, 2)],
    ['\\18', byte(1, 2)],
    ['\\1011', byte(0x41, 4)],
    ['\\377', byte(0xff, 4)],
    ['\\a', byte(7, 2)],
    ['\\b', byte(8, 2)],
    ['\\t', byte(9, 2)],
    ['\\n', byte(10, 2)],
    ['\\v', byte(11, 2)],
    ['\\f', byte(12, 2)],
    ['\\r', byte(13, 2)],
    ['\\e', byte(27, 2)],
    ['\\"', byte(34, 2)],
    ['\\/', byte(47, 2)],
    ['\\\\', byte(92, 2)],
  ])('%s is read', (text, expected) => expect(read(text)).toEqual(expected))

  test.each([
    '\\',
    '\\x4',
    '\\x4g',
    '\\u004',
    '\\u{41',
    '\\u{110000}',
    '\\U00110000',
    '\\400',
    '\\q',
    '\\Z',
    '\\8',
    '\\é',
    // These begin with a backslash that was not escaped, before an escape sequence of another family.
    '\\%41',
    '\\&amp;',
    '\\=3D',
  ])('%s is none', (text) => expect(read(text)).toBeUndefined())
})

describe('an escape sequence of URLs and of quoted-printable', () => {
  test.each([
    ['%41', byte(0x41, 3)],
    ['%fFa', byte(0xff, 3)],
    ['%u00411', point(0x41, 6)],
    ['=3D', byte(0x3d, 3)],
    ['=0a', byte(10, 3)],
    ['=C3', byte(0xc3, 3)],
  ])('%s is read', (text, expected) => expect(read(text)).toEqual(expected))

  // Ordinary texts are full of `name=ab12`.
  test.each(['%', '%4', '%4g', '%u004', '=', '=3', '=41', '=7a', '=30', 'a', ''])('%s is none', (text) =>
    expect(read(text)).toBeUndefined(),
  )
})

test('is read wherever it stands', () => {
  expect(readEscape(Buffer.from('ab%41c'), 2)).toEqual(byte(0x41, 5))
  expect(readEscape(Buffer.from('ab&#65;c'), 2)).toEqual(point(65, 7))
  expect(readEscape(Buffer.from('ab&ampc'), 2)).toEqual(point(38, 6))
})
