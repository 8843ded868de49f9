import { describe, expect, test } from '@jest/globals'
import { View } from '../../../src/sanitize/decoding/view.ts'
import { locate } from '../../../src/sanitize/matching/match-range.ts'
import { viewOfText } from '../../../src/sanitize/matching/secret-encodings.ts'
import type { SecretForm } from '../../../src/sanitize/matching/secret-forms.ts'
import { formOf } from './forms.ts'

/** Bytes read one by one, or one byte (or none) and how many bytes of the parent it was decoded from. */
type Piece = string | readonly [string, number]

const SIXTEEN = 'abcdefghijklmnop'

/** A view of the pieces of another one, from its start on. */
function decoded(parent: View, pieces: readonly Piece[], byteDepth = 0): View {
  const view = new View().reset(parent, byteDepth)
  view.reserve(200)
  let at = 0
  for (const piece of pieces) {
    const [bytes, width] = typeof piece === 'string' ? [piece, 1] : piece
    if (bytes === '') at += width
    for (const byte of Buffer.from(bytes, 'latin1')) {
      view.put(byte, at, at + width)
      at += width
    }
  }
  return view
}

/** Drops all bytes of a view but the first ones: the others stay where they were, as in a view that is used again. */
function cut(view: View, length: number): View {
  view.truncate(length)
  return view
}

/** The range of a form, from the place of the first byte in the view that is the given one of the form. */
function rangeIn(view: View, form: SecretForm, at: number, seedLength = 1): readonly [number, number] | undefined {
  const index = view.bytes.indexOf(form.text.charCodeAt(at))
  const range = locate(view, form, { index, at }, seedLength)
  return range && [range.from, range.to]
}

/** The part of a text that a form is found in, from its first byte as from its last one. */
function partOf(text: string, form: SecretForm): string | undefined {
  const view = viewOfText(text)
  const [fromFirst, fromLast] = [0, form.text.length - 1].map((at) => rangeIn(view, form, at))
  expect(fromLast).toEqual(fromFirst)
  return fromFirst && text.slice(...fromFirst)
}

describe('in the text itself', () => {
  test.each([0, 1, 3, 5])('a form is found from its byte %i', (at) => {
    expect(rangeIn(viewOfText('<abcdef>'), formOf('abcdef'), at)).toEqual([1, 7])
  })

  test.each([
    ['another byte', { index: 1, at: 0 }],
    ['before the view', { index: -1, at: 0 }],
    ['behind the view', { index: 6, at: 5 }],
    ['before the form', { index: 0, at: -1 }],
    ['behind the form', { index: 5, at: 6 }],
  ])('nothing is found from %s', (_, place) => {
    expect(locate(viewOfText('abcdef'), formOf('abcdef'), place, 1)).toBeUndefined()
  })

  test('nothing is found from the one byte that differs', () => {
    expect(locate(viewOfText('abcXef'), formOf('abcdef'), { index: 3, at: 3 }, 1)).toBeUndefined()
  })

  test.each([
    ['nothing around it', 'abcdef', [0, 6]],
    ['other bytes around it', 'xabcdefx', [1, 7]],
    ['itself beside it', 'abcdefabcdef', [0, 6]],
    ['capitals', 'xABCdEF', [1, 7]],
  ])('a form is found with %s', (_, text, range) => {
    expect(rangeIn(viewOfText(text), formOf('abcdef'), 3, 4)).toEqual(range)
  })

  test.each([
    ['the first byte', 'xbcdefghijklmnop'],
    ['the last byte', 'abcdefghijklmnox'],
    ['the first byte, at the start of the text', 'bcdefghijklmnop'],
    ['the last byte, at the end of the text', 'abcdefghijklmno'],
    ['the first byte, beside a character of two units', '\u{1f511}bcdefghijklmnop'],
    ['the last byte, beside a character of two units', 'abcdefghijklmno\u{1f511}'],
  ])('nothing can be missing: not %s', (_, text) => {
    expect(rangeIn(viewOfText(text), formOf(SIXTEEN), 7)).toBeUndefined()
  })

  test.each([
    ['the same', 'abCd', 'abCd'],
    ['another', 'abcd', undefined],
    ['another elsewhere', 'AbCd', undefined],
  ])('a form with a case of its own is compared with %s', (_, text, part) => {
    const range = locate(viewOfText(text), formOf('abcd', { exact: 'abCd' }), { index: 3, at: 3 }, 1)
    expect(range && text.slice(range.from, range.to)).toBe(part)
  })

  test.each([
    ['all but one', 7, 0],
    ['some', 5, 2],
    ['the first one compared', 2, 3],
  ])('bytes that the view had before are not read: %s are left', (_, length, at) => {
    expect(rangeIn(cut(viewOfText('abcdefgh'), length), formOf('abcdefgh'), at)).toBeUndefined()
  })
})

describe('what is left out between two bytes', () => {
  const gaps = (isRequired: boolean): Partial<SecretForm> => ({ gaps: new Map([[1, isRequired]]) })

  test.each([
    ['a line break', 'ab\ncd', {}, true],
    ['a line break after a quote', 'ab"\ncd', {}, true],
    ['a line break before a quote', 'ab\n"cd', {}, true],
    ['a line break between quotes', 'ab"\n"cd', {}, true],
    ['a blank', 'ab cd', {}, false],
    ['a quote', 'ab"cd', {}, false],
    ['quotes', 'ab""cd', {}, false],
    ['a quote, with a line break only before the byte before it', 'a\nb"cd', {}, false],
    ['a quote, with a line break only after the byte after it', 'ab"c\nd', {}, false],
    ['a blank that can be there', 'ab cd', gaps(false), true],
    ['several that can be there', 'ab "\' cd', gaps(false), true],
    ['nothing where a blank can be', 'abcd', gaps(false), true],
    ['a blank elsewhere', 'abc d', gaps(false), false],
    ['a blank that must be there', 'ab cd', gaps(true), true],
    ['a line break where a blank must be', 'ab\ncd', gaps(true), true],
    ['nothing where a blank must be', 'abcd', gaps(true), false],
    ['a line break only before the byte before', 'a\nbcd', gaps(true), false],
    ['a line break only after the byte after', 'abc\nd', gaps(true), false],
    ['a blank that must be there, and one elsewhere', 'ab c d', gaps(true), false],
  ])('%s', (_, text, more, isFound) => {
    expect(partOf(text, formOf('abcd', more))).toBe(isFound ? text : undefined)
  })
})

describe('what is left out at the ends', () => {
  test.each([
    ['is no part of what is found by default', '"abcd"', 0, 0, 'abcd'],
    ['belongs to it at the start', '""abcd""', 1, 0, '"abcd'],
    ['belongs to it at the end', '""abcd""', 0, 1, 'abcd"'],
    ['belongs to it as often as the secret has it', '\'"abcd+ =', 2, 3, '\'"abcd+ ='],
    ['ends at a byte that is never left out', '"x"abcd=y=', 3, 3, '"abcd='],
    ['ends with the text', '"abcd=', 5, 5, '"abcd='],
    ['can be missing', 'abcd', 5, 5, 'abcd'],
  ])('%s', (_, text, leading, trailing, part) => {
    expect(partOf(text, formOf('abcd', { leading, trailing }))).toBe(part)
  })

  test('is not read from what the view had before', () => {
    const view = cut(viewOfText('abcd""'), 4)
    expect(rangeIn(view, formOf('abcd', { trailing: 2 }), 0)).toEqual([0, 4])
    view.to.fill(100, 4)
    expect(rangeIn(view, formOf('abcd', { trailing: 2 }), 0)).toEqual([0, 4])
  })
})

describe('in a view that was decoded', () => {
  const escaped = (count: number): string => '%41'.repeat(count)

  test('a range is one of the text', () => {
    const text = viewOfText('<%61bc%64>')
    const view = decoded(text, ['<', ['a', 3], 'bc', ['d', 3], '>'])
    expect(rangeIn(view, formOf('abcd'), 1)).toEqual([1, 9])
    expect(rangeIn(decoded(view, [['', 1], 'abcd']), formOf('abcd'), 1)).toEqual([1, 9])
  })

  test.each([
    ['as many', 4, true],
    ['fewer', 5, false],
  ])('the bytes up to the end of the seed must be in this view, not %s', (_, seedLength, isFound) => {
    const view = decoded(viewOfText(`\\${SIXTEEN}`), [['', 5], 'efghijklmnop'])
    expect(rangeIn(view, formOf(SIXTEEN), 7, seedLength)).toEqual(isFound ? [1, 17] : undefined)
  })

  test.each<[string, string, Piece[]]>([
    ['the first bytes', `\\${SIXTEEN}`, [['', 3], SIXTEEN.slice(2)]],
    ['most bytes', SIXTEEN, [['', 5], 'fgh', ['X', 8]]],
    ['the last bytes', SIXTEEN, ['abcdefghijklmn', ['X', 2]]],
    ['the bytes before a decoded one', 'abcde%66ghijklmnop', [['X', 5], ['f', 3], SIXTEEN.slice(6)]],
    ['the bytes after a decoded one', 'abcdefghi%6Aklmnop', [SIXTEEN.slice(0, 9), ['j', 3], ['X', 6]]],
  ])('%s are looked for in the one before it', (_, text, pieces) => {
    const parent = viewOfText(text)
    const range = [text.indexOf('a'), text.length]
    expect(rangeIn(decoded(parent, pieces), formOf(SIXTEEN), 6)).toEqual(range)
    const between = decoded(parent, pieces)
    const one = decoded(between, [Buffer.from(between.bytes.subarray(0, between.length)).toString('latin1')])
    expect(rangeIn(one, formOf(SIXTEEN), 6)).toEqual(range)
  })

  test('what is left out at the ends is looked for in the one before it, too', () => {
    const view = decoded(viewOfText(`"${SIXTEEN}"`), [['', 3], 'cdefghijklmn', ['', 3]])
    expect(rangeIn(view, formOf(SIXTEEN, { leading: 1, trailing: 1 }), 6)).toEqual([0, 18])
  })

  describe('bytes can be missing from all views', () => {
    /** A form of which the given number of bytes can't be read at the ends, beside escape sequences. */
    function found(length: number, atStart: number, atEnd: number, byteDepth: number): boolean {
      const text = 'abcdefghijklmnopqrstuvwxyz'.slice(0, length)
      const shared = text.slice(atStart, length - atEnd)
      const parent = viewOfText(escaped(9) + shared + escaped(9))
      const escapes = Array<Piece>(9).fill(['!', 3])
      const view = decoded(parent, [...escapes, shared, ...escapes], byteDepth)
      return rangeIn(view, formOf(text), atStart) !== undefined
    }

    test.each([
      [20, 5, 0, 0, true],
      [20, 0, 5, 0, true],
      [20, 2, 3, 0, true],
      [20, 6, 0, 0, false],
      [20, 0, 6, 0, false],
      [20, 3, 3, 0, false],
      [20, 5, 0, 1, true],
      [20, 6, 0, 1, false],
      [12, 2, 0, 0, true],
      [12, 3, 0, 0, false],
      [12, 3, 0, 1, true],
      [8, 1, 1, 0, false],
      [8, 1, 1, 1, true],
      [8, 2, 1, 1, false],
      [7, 0, 1, 2, true],
      [6, 0, 1, 1, false],
      [6, 0, 0, 0, true],
    ])(
      'of %i bytes %i at the start and %i at the end, with bytes decoded %i times: %s',
      (length, start, end, depth, isFound) => {
        expect(found(length, start, end, depth)).toBe(isFound)
      },
    )
  })

  describe('a range has as many bytes more as are missing', () => {
    const shared = 'defghijklmno'
    const atStart = formOf(`abc${shared}`)
    const atEnd = formOf(`${shared}pqr`)
    const escapes = Array<Piece>(4).fill(['!', 3])

    test.each<[string, SecretForm, string, Piece[], [number, number]]>([
      ['at the start', atStart, `${escaped(4)}${shared}`, [...escapes, shared], [3, 24]],
      ['at the end', atEnd, `${shared}${escaped(4)}`, [shared, ...escapes], [0, 21]],
      ['up to the start of the view', atStart, `%41${shared}`, [['!', 3], shared], [0, 15]],
      ['up to the end of the view', atEnd, `${shared}%41`, [shared, ['!', 3]], [0, 15]],
      ['up to the start of a part', atStart, `xx%41${shared}`, ['xx', ['\xff', 0], ['!', 3], shared], [2, 17]],
      ['up to the end of a part', atEnd, `${shared}%41xx`, [shared, ['!', 3], ['\xff', 0], 'xx'], [0, 15]],
    ])('%s', (_, form, text, pieces, range) => {
      expect(rangeIn(decoded(viewOfText(text), pieces), form, 5)).toEqual(range)
    })

    test('but none that the view had before', () => {
      const view = decoded(viewOfText(`${shared}%41xxx`), [shared, ['!', 3], 'xxx'])
      expect(rangeIn(cut(view, 13), atEnd, 5)).toEqual([0, 15])
    })
  })

  describe('bytes are missing only beside what can have been misread', () => {
    const shared = 'cdefghijklmn'
    const atStart = formOf(`ab${shared}`)
    const atEnd = formOf(`${shared}op`)

    test.each<[string, SecretForm, string, Piece[], boolean]>([
      ['no escape sequence before it', atStart, `xyz${shared}`, [`xyz${shared}`], false],
      ['no escape sequence after it', atEnd, `${shared}xyz`, [`${shared}xyz`], false],
      ['one byte of its own before it', atStart, `x${shared}`, [`x${shared}`], false],
      ['one byte of its own after it', atEnd, `${shared}x`, [`${shared}x`], false],
      ['one further before it', atStart, `%41yz${shared}`, [['!', 3], `yz${shared}`], false],
      ['one further after it', atEnd, `${shared}yz%41`, [`${shared}yz`, ['!', 3]], false],
      ['one on the other side of the start', atStart, `yz${shared}%41`, [`yz${shared}`, ['!', 3]], false],
      ['one on the other side of the end', atEnd, `%41${shared}yz`, [['!', 3], `${shared}yz`], false],
      ['one right before it', atStart, `yz%41${shared}yz`, ['yz', ['!', 3], `${shared}yz`], true],
      ['one right after it', atEnd, `yz${shared}%41yz`, [`yz${shared}`, ['!', 3], 'yz'], true],
      ['one of two bytes before it', atStart, `yz\\A${shared}yz`, ['yz', ['!', 2], `${shared}yz`], true],
      ['one as its first byte', atStart, `yz%63${shared.slice(1)}yz`, ['yz', ['c', 3], `${shared.slice(1)}yz`], true],
      ['one as its second byte', atStart, `yzc%64${shared.slice(2)}`, ['yzc', ['d', 3], shared.slice(2)], false],
      [
        'one as its last byte',
        atEnd,
        `yz${shared.slice(0, -1)}%6Eyz`,
        [`yz${shared.slice(0, -1)}`, ['n', 3], 'yz'],
        true,
      ],
      ['something left out before it', atStart, `yz-${shared}yz`, ['yz', ['', 1], `${shared}yz`], true],
      ['something left out after it', atEnd, `yz${shared}-yz`, [`yz${shared}`, ['', 1], 'yz'], true],
      ['the start of the text before it', atStart, shared, [shared], false],
      ['the end of the text after it', atEnd, shared, [shared], false],
      ['something left out at the start of the text', atStart, `-${shared}yz`, [['', 1], `${shared}yz`], true],
      ['something left out at the end of the text', atEnd, `yz${shared}-`, [`yz${shared}`, ['', 1]], true],
    ])('%s', (_, form, text, pieces, isFound) => {
      const view = decoded(viewOfText(text), pieces)
      expect(rangeIn(view, form, 5) !== undefined).toBe(isFound)
      const bytes = Buffer.from(view.bytes.subarray(0, view.length)).toString('latin1')
      expect(rangeIn(decoded(view, [bytes]), form, 5) !== undefined).toBe(isFound)
      expect(rangeIn(decoded(viewOfText(text), pieces, 1), form, 5)).toBeDefined()
    })

    test('a byte that the view had before is not beside it', () => {
      const view = cut(decoded(viewOfText(shared), [shared, ['!', 3]]), shared.length)
      expect(rangeIn(view, atEnd, 5)).toBeUndefined()
    })
  })
})
