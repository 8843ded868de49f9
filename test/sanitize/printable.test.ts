import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { printable as printableRedacted, safeJson } from '../../src/sanitize/printable.ts'
import type { RedactedText } from '../../src/sanitize/safe-text.ts'
import { linesOf, parseCommand } from '../harness/commands.ts'
import { anyText } from './any-text.ts'

const printable = (text: string, maxLength?: number): string => printableRedacted(text as RedactedText, maxLength)

/** Texts made of what attacks are made of, and anything else. */
const hostile = fc.oneof(
  anyText(),
  fc
    .array(
      fc.constantFrom(
        '::',
        ':',
        '##[',
        '#',
        '[',
        ']',
        'error',
        ' ',
        '\r',
        '\n',
        '\u2028',
        '\u200b',
        '\ufeff',
        'x',
        '\u001b[31m',
        '\ud800',
      ),
    )
    .map((parts) => parts.join('')),
)

describe('plain', () => {
  test('nothing that comes out can be parsed as a command by the runner', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const line of linesOf(printable(text))) expect(parseCommand(line)).toBeUndefined()
      }),
      { numRuns: 2000 },
    )
  })

  test('is one line of bounded length without control characters, and stays as it is when applied again', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 50 }), (text, longest) => {
        const once = printable(text, longest)
        expect(linesOf(once)).toHaveLength(1)
        expect(once.length).toBeLessThanOrEqual(longest + 2)
        expect(once).not.toMatch(/\p{Cc}|\u2028|\u2029/u)
        expect(once.isWellFormed()).toBe(true)
        expect(printable(once, longest + 2)).toBe(once)
      }),
      { numRuns: 2000 },
    )
  })

  test('is the beginning of what it is when nothing is cut', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 30 }), (text, longest) => {
        const whole = printable(text, 10_000)
        const expected = whole.length <= longest ? whole : `${whole.slice(0, longest - 1).toWellFormed()}…`
        expect(printable(text, longest)).toBe(expected)
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['a b', 'a b'],
    ['  a\tb\r\nc ', 'a b c'],
    ['::error::x', ': :error::x'],
    ['a ##[error]b', 'a # #[error]b'],
    ['###[x', '## #[x'],
    ['é漢🎉', 'é漢🎉'],
    ['', ''],
  ])('%j becomes %j', (text, expected) => expect(printable(text)).toBe(expected))

  test('takes any length', () => expect(printable(`${'\u200b'.repeat(20_000_000)}x`)).toBe(''))

  test('cuts with an ellipsis, never in the middle of a character', () => {
    expect(printable('abcdef', 4)).toBe('abc…')
    expect(printable('ab🎉cd', 4)).toBe('ab\ufffd…')
    expect(printable('abcd', 4)).toBe('abcd')
  })
})

describe('plainJson', () => {
  test('is the same data, and nothing in it can be parsed as a command or ends a line', () => {
    fc.assert(
      fc.property(fc.array(hostile), (texts) => {
        const json = safeJson(texts)
        expect(JSON.parse(json)).toEqual(texts)
        expect(linesOf(json)).toHaveLength(1)
        expect(json).not.toMatch(/##\[|\p{Cc}|\u2028|\u2029/u)
      }),
    )
  })

  test('characters outside the basic plane are escaped whole', () => {
    expect(JSON.parse(safeJson('\u{e0041}'))).toBe('\u{e0041}')
    expect(safeJson('\u{e0041}')).toBe('"\\udb40\\udc41"')
  })

  test('characters are escaped with four digits', () => {
    expect(safeJson('\u007f\u00ad')).toBe('"\\u007f\\u00ad"')
  })
})
