import { describe, expect, test } from '@jest/globals'
import {
  decodeEscapes,
  decodeFormData,
  type EscapeDecoder,
  escapeDecoder,
} from '../../../src/sanitize/decoding/escapes.ts'
import { View } from '../../../src/sanitize/decoding/view.ts'

/** The part begins later in its view, so that positions count from there. */
const START = 100

/** What a decoder makes of a part, with gaps before the given bytes of it. */
function decoded(decode: EscapeDecoder, text: string, gapsAt: readonly number[] = []): View {
  const bytes = Buffer.from(text, 'latin1')
  const gaps = new Uint8Array(bytes.length)
  for (const i of gapsAt) gaps[i] = 1
  const out = new View()
  decode({ bytes, gaps, start: START }, out)
  return out
}

const textOf = (view: View): string => Buffer.from(view.bytes.subarray(0, view.length)).toString('latin1')
const textFrom = (decode: EscapeDecoder, text: string): string => textOf(decoded(decode, text))
const rangesOf = (view: View): [number, number][] =>
  Array.from({ length: view.length }, (_, i) => [(view.from[i] as number) - START, (view.to[i] as number) - START])

describe('escape sequences', () => {
  test.each([
    ['of all families', 'a%41\\x42&#67;=3Dd', 'aABC=d'],
    ['at the end', 'abc%41', 'abcA'],
    ['for one level', '%2541&amp;amp;', '%41&amp;'],
    ['of bytes, as bytes', '%E4\\xe4', '\xe4\xe4'],
    ['of code points, as UTF-8', '&#228;\\u00e4', '\xc3\xa4\xc3\xa4'],
    ['beside characters that only look like them', '%zz & = %41', '%zz & = A'],
    ['and not a plus', 'a+b%41', 'a+bA'],
  ])('are decoded %s', (_, text, expected) => expect(textFrom(decodeEscapes, text)).toBe(`${expected}\xff`))

  test.each([
    ['no character that begins one', 'plain text + more'],
    ['only characters that begin one', '100% & = \\'],
    ['nothing', ''],
  ])('are not in a part with %s, which is left out', (_, text) => expect(textFrom(decodeEscapes, text)).toBe(''))

  test('know where they stood', () =>
    expect(rangesOf(decoded(decodeEscapes, 'a%41&#228;b'))).toEqual([
      [0, 1],
      [1, 4],
      [4, 10],
      [4, 10],
      [10, 11],
      [11, 11],
    ]))

  test('keep the gaps between them', () => {
    const view = decoded(decodeEscapes, 'a%41b%42', [4, 5])
    expect(textOf(view)).toBe('aAbB\xff')
    expect([...view.gaps.subarray(0, view.length)]).toEqual([0, 0, 1, 1, 0])
  })

  test('of two parts are kept apart', () => {
    const out = new View()
    for (const text of ['%41', '%42'])
      decodeEscapes({ bytes: Buffer.from(text), gaps: new Uint8Array(3), start: START }, out)
    expect(textOf(out)).toBe('A\xffB\xff')
  })

  test('are decoded only of the families that are asked for', () => {
    const decode = escapeDecoder([0x25])
    expect(textFrom(decode, '%41&amp;')).toBe('A&amp;\xff')
    expect(textFrom(decode, '&amp;')).toBe('')
  })
})

describe('form data', () => {
  const LONG = 'x'.repeat(2000)

  test.each([
    ['blanks', 'a+b', 'a b'],
    ['blanks and escape sequences', 'a+b%2Bc&amp;d', 'a b+c&d'],
    ['the longest short text', `${LONG.slice(2)}+y`, `${LONG.slice(2)} y`],
    ['a long text with an escape sequence', `${LONG}+y%41`, `${LONG} yA`],
  ])('is %s', (_, text, expected) => expect(textFrom(decodeFormData, text)).toBe(`${expected}\xff`))

  test.each([
    ['without a plus', 'a%41'],
    ['that is long, with nothing escaped', `${LONG}+`],
    ['that is long, with a percent sign alone', `${LONG}+100% y`],
    ['that is long, with escape sequences of other families only', `${LONG}+&amp;\\x41=3D`],
  ])('is no text %s', (_, text) => expect(textFrom(decodeFormData, text)).toBe(''))

  test('knows where its blanks stood', () =>
    expect(rangesOf(decoded(decodeFormData, 'a++b'))).toEqual([
      [0, 1],
      [1, 3],
      [3, 4],
      [4, 4],
    ]))
})
