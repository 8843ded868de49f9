import { describe, expect, test } from '@jest/globals'
import { originalRange, readText } from '../../../src/sanitize/decoding/text-view.ts'
import { BREAK, View } from '../../../src/sanitize/decoding/view.ts'

function viewOf(text: string): View {
  const view = new View()
  readText(view, text, 0, Number.POSITIVE_INFINITY)
  return view
}

const bytesOf = (view: View): string => Buffer.from(view.bytes.subarray(0, view.length)).toString('utf8')
const gapsOf = (view: View): number[] => [...view.gaps.subarray(0, view.length)]
const rangesOf = (view: View): [number, number][] =>
  Array.from({ length: view.length }, (_, i) => [view.from[i] as number, view.to[i] as number])

/** Puts bytes in one by one, each as one character of the source. */
function viewOfBytes(bytes: Iterable<number>): View {
  const view = new View()
  view.reserve(100)
  for (const [i, byte] of [...bytes].entries()) view.put(byte, i, i + 1)
  return view
}

describe('the view of a text', () => {
  test.each([
    ['visible ASCII', 'a~!b', 'a~!b', [0, 0, 0, 0]],
    ['a run of spaces', 'a \u00a0 b', 'a b', [0, 0, 0]],
    ['a line break', 'a\nb', 'ab', [0, 1]],
    ['a line break among spaces', 'a \r\n  b', 'ab', [0, 1]],
    ['a line that goes on', 'a=\r\nb', 'ab', [0, 0]],
    ['a line that goes on, and a space', 'a=\n b', 'ab', [0, 1]],
    ['an equals sign in a line', 'a= b', 'a= b', [0, 0, 0, 0]],
    ['a break at the start', '\nb', 'b', [1]],
    ['a break at the end', 'a\n', 'a', [0]],
    ['a space at the end', 'a ', 'a', [0]],
    ['what has no width', 'a\u200b\0b', 'ab', [0, 0]],
    ['what has no width beside a space', 'a\u200b b', 'a b', [0, 0, 0]],
    ['characters beyond ASCII', 'ä€🎉', 'ä€🎉', Array(9).fill(0)],
    ['invisible characters beyond ASCII', 'a\u{e0041}b', 'ab', [0, 0]],
  ])('%s', (_, text, bytes, gaps) => {
    const view = viewOf(text)
    expect(bytesOf(view)).toBe(bytes)
    expect(gapsOf(view)).toEqual(gaps)
  })

  test('knows where each byte comes from', () =>
    expect(rangesOf(viewOf('a \n ä🎉  b'))).toEqual([
      [0, 1],
      [4, 5],
      [4, 5],
      [5, 7],
      [5, 7],
      [5, 7],
      [5, 7],
      [7, 9],
      [9, 10],
    ]))

  test('ends at its limit, and says where', () => {
    const view = new View()
    expect(readText(view, 'abcdef', 2, 3)).toBe(5)
    expect(bytesOf(view)).toBe('cde')
    expect(readText(new View(), 'ab', 0, 10)).toBe(2)
  })
})

describe('bytes that are put in one by one', () => {
  test('are the same as their text', () => {
    for (const text of ['abc', 'a \n b', 'ä€🎉', 'a\u200bb', 'a\u{e0041}b', 'a\u00a0b', 'a\u2028b', '\u00adä']) {
      const view = viewOfBytes(Buffer.from(text))
      expect(bytesOf(view)).toBe(bytesOf(viewOf(text)))
      expect(gapsOf(view)).toEqual(gapsOf(viewOf(text)))
    }
  })

  test('keep the gap before a character that is taken back', () => {
    const view = viewOfBytes(Buffer.from('a\n\u200bb'))
    expect([bytesOf(view), gapsOf(view)]).toEqual(['ab', [0, 1]])
  })

  test('of a character beyond Unicode stay', () => expect(viewOfBytes([0xf4, 0x90, 0x80, 0x80]).length).toBe(4))

  test('of two halves of a surrogate pair are joined', () => {
    const view = viewOfBytes([0x61, 0xed, 0xa0, 0xbc, 0xed, 0xbe, 0x89])
    expect(bytesOf(view)).toBe('a🎉')
    expect(rangesOf(view).slice(1)).toEqual(Array(4).fill([1, 7]))
  })

  test('of letters are no high half of a pair, nor is another character a low one', () => {
    // The last bits of the letters are those of a high half.
    expect(viewOfBytes([...Buffer.from('mbc'), 0xed, 0xbe, 0x89]).length).toBe(6)
    expect(viewOfBytes([0xed, 0xa0, 0xbc, 0xe2, 0x82, 0xac]).length).toBe(6)
  })

  test('that each begin a character stay', () => {
    // With the last bits of the second one, the first one would be a control character.
    expect(viewOfBytes([0xc2, 0xc3, 0xa4]).length).toBe(3)
    expect(viewOfBytes([0xc2, 0xc0]).length).toBe(2)
  })

  test('of a half of one alone stay', () => {
    expect(viewOfBytes([0xed, 0xa0, 0xbc]).length).toBe(3)
    expect(viewOfBytes([0xe2, 0x82, 0xac, 0xed, 0xbe, 0x89]).length).toBe(6)
  })
})

describe('code points that are put in', () => {
  test('are joined if they are the halves of a pair', () => {
    const view = new View()
    view.reserve(20)
    for (const [i, unit] of [0xd83c, 0xdf89].entries()) view.putCodePoint(unit, 6 * i, 6 * i + 6)
    expect(bytesOf(view)).toBe('🎉')
    expect(rangesOf(view)).toEqual(Array(4).fill([0, 12]))
  })

  test('are left out if they are control characters beyond ASCII', () => {
    const view = new View()
    view.reserve(20)
    for (const [i, point] of [0x61, 0x80, 0x62, 0x9f, 0x63].entries()) view.putCodePoint(point, i, i + 1)
    expect([bytesOf(view), gapsOf(view)]).toEqual(['abc', [0, 1, 1]])
  })

  test('join to what cannot be seen, which is left out', () => {
    const view = new View()
    view.reserve(20)
    // U+E0041, a tag, between two letters.
    for (const [i, unit] of [0x61, 0xdb40, 0xdc41, 0x62].entries()) view.putCodePoint(unit, i, i + 1)
    expect(bytesOf(view)).toBe('ab')
  })
})

describe('visible ASCII that is put in at once', () => {
  test.each([
    ['the end that is given', 'abcd', 1, 3, 3, 'bc'],
    ['a character beyond ASCII', 'abä', 0, 3, 2, 'ab'],
    ['a blank', 'ab c', 0, 4, 2, 'ab'],
    ['its start, if there is nothing', 'abcd', 2, 2, 2, ''],
  ])('goes up to %s', (_, text, start, end, stop, bytes) => {
    const view = new View()
    view.reserve(10)
    expect(view.putAscii(text, start, end)).toBe(stop)
    expect(bytesOf(view)).toBe(bytes)
  })

  test('is not put in after a gap', () => {
    const view = new View()
    view.reserve(10)
    view.leaveGap(0)
    expect(view.putAscii('abc', 1, 3)).toBe(1)
    expect(view.length).toBe(0)
  })
})

describe('a view', () => {
  test('has a break between two parts, where a gap ends', () => {
    const view = viewOf('ab\n')
    view.reserve(10)
    view.break()
    view.put(0x63, 5, 6)
    expect([...view.bytes.subarray(0, view.length)]).toEqual([0x61, 0x62, BREAK, 0x63])
    expect(gapsOf(view)).toEqual([0, 0, 0, 0])
    expect(rangesOf(view)[2]).toEqual([2, 2])
  })

  test('begins with a break where it began', () => {
    const view = new View()
    view.reserve(1)
    view.break()
    expect(rangesOf(view)).toEqual([[0, 0]])
  })

  test('keeps what it has when it makes room', () => {
    const view = viewOf('a\nb')
    view.reserve(1000)
    expect([bytesOf(view), gapsOf(view), rangesOf(view)]).toEqual([
      'ab',
      [0, 1],
      [
        [0, 1],
        [2, 3],
      ],
    ])
    expect(view.bytes.length).toBeGreaterThanOrEqual(1002)
  })

  test('is empty once it is used again', () => {
    const parent = viewOf('x')
    const view = viewOf('a\n').reset(parent, 1)
    view.reserve(1)
    view.put(0x62, 0, 1)
    expect([bytesOf(view), gapsOf(view), view.parent, view.byteDepth]).toEqual(['b', [0], parent, 1])
  })

  test('holds nothing of its last use', () => {
    const view = viewOf('a\nb').reset(undefined, 0)
    readText(view, 'cdef', 2, 10)
    expect([bytesOf(view), gapsOf(view)]).toEqual(['ef', [0, 0]])
    // Neither does a byte that ends no character look at what was behind it.
    const other = viewOf('a b').reset(undefined, 0)
    for (const [i, byte] of [0x80, 0x63].entries()) other.put(byte, i, i + 1)
    expect([...other.bytes.subarray(0, other.length)]).toEqual([0x80, 0x63])
  })

  test('keeps its buffers while there is room in them', () => {
    const view = new View()
    view.reserve(10)
    const { bytes, from, to, gaps } = view
    view.reserve(10)
    expect([view.bytes === bytes, view.from === from, view.to === to, view.gaps === gaps]).toEqual(Array(4).fill(true))
  })

  test('has a gap where one is left', () => {
    const view = viewOf('a')
    view.reserve(1)
    view.leaveGap(1)
    view.put(0x62, 1, 2)
    expect(gapsOf(view)).toEqual([0, 1])
  })

  test('leads back to the text, through all that it was decoded from', () => {
    const text = viewOf('x&#65;&#66;')
    const decoded = new View().reset(text, 0)
    decoded.reserve(3)
    decoded.put(0x78, 0, 1)
    decoded.put(0x41, 1, 6)
    decoded.put(0x42, 6, 11)
    const twice = new View().reset(decoded, 0)
    twice.reserve(1)
    twice.put(0x43, 1, 3)
    expect(originalRange(decoded, 1, 2)).toEqual({ from: 1, to: 11 })
    expect(originalRange(twice, 0, 0)).toEqual({ from: 1, to: 11 })
    expect(originalRange(text, 0, 1)).toEqual({ from: 0, to: 2 })
  })
})
