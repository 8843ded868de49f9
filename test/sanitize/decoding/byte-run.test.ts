import { describe, expect, test } from '@jest/globals'
import { HEX_VALUES, NO_DIGIT } from '../../../src/sanitize/decoding/ascii.ts'
import { Digits, END, PREFIX, separatorKinds } from '../../../src/sanitize/decoding/byte-run.ts'

/** Hexadecimal digits, `x` as the end of a prefix, and `|` as an end. */
const KINDS = separatorKinds().map((kind, byte) =>
  HEX_VALUES[byte] === NO_DIGIT ? kind : (HEX_VALUES[byte] as number),
)
KINDS['x'.charCodeAt(0)] = PREFIX
KINDS['|'.charCodeAt(0)] = END

/** The digits of a run, and where it ends. */
function read(text: string, first = 0, gapAt?: number): [digits: number[], end: number] {
  const bytes = Buffer.from(text)
  const gaps = new Uint8Array(bytes.length)
  if (gapAt !== undefined) gaps[gapAt] = 1
  const digits = new Digits()
  const end = digits.read({ bytes, gaps, start: 50 }, first, KINDS)
  return [[...digits.values.subarray(0, digits.length)], end]
}

describe('a run of digits', () => {
  test('goes to the end of its part, or to what ends a run', () => {
    expect(read('1 2:3')).toEqual([[1, 2, 3], 5])
    expect(read('12|34')).toEqual([[1, 2], 2])
    expect(read('12|34', 3)).toEqual([[3, 4], 5])
    expect(read('|12')).toEqual([[], 0])
  })

  test.each([
    ['is no digit of a prefix', '0x73, 0x65', [7, 3, 6, 5]],
    ['is one before a separator', '0, 1', [0, 1]],
    ['is one after another digit', '70x71', [7, 0, 7, 1]],
    ['is one apart from the prefix', '0 x73', [0, 7, 3]],
  ])('has zeros: a zero %s', (_, text, digits) => expect(read(text)[0]).toEqual(digits))

  test('keeps another digit before a prefix', () => expect(read('5x73')[0]).toEqual([5, 7, 3]))

  test('has a prefix whose zero begins a line', () => {
    expect(read('70x71', 0, 1)[0]).toEqual([7, 7, 1])
    expect(read('70x71', 0, 0)[0]).toEqual([7, 0, 7, 1])
  })
})
