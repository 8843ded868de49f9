import { describe, expect, test } from '@jest/globals'
import { Redactor } from '../../../src/sanitize/matching/redactor.ts'
import { MASK } from '../../../src/sanitize/matching/replacements.ts'
import { formsOf } from '../../../src/sanitize/matching/secret-forms.ts'
import { SecretMatcher } from '../../../src/sanitize/matching/secret-matcher.ts'

/** So many bytes are searched at once, and the next window begins here. */
const WINDOW = 64 * 1024
const NEXT_WINDOW = WINDOW - 8 * 1024

/** The pieces of a redacted text. */
function piecesOf(text: string, secrets: Readonly<Record<string, string>>): string[] {
  const matcher = new SecretMatcher()
  for (const [secret, replacement] of Object.entries(secrets)) {
    for (const form of formsOf(secret)) matcher.add(form, replacement)
  }
  return [...new Redactor(matcher).redact(text)]
}

/** A text of some windows, with the given text at the given place. */
const longText = (at: number, text: string): string => `${'x'.repeat(at)}${text}`.padEnd(2 * WINDOW, 'y')

const SECRET = { hunter22: MASK }

describe('a text', () => {
  test.each([
    ['is searched as a whole up to one window', WINDOW, 1],
    ['is searched in two windows from one byte more on', WINDOW + 1, 2],
    ['is searched in two windows as long as they overlap enough', NEXT_WINDOW + WINDOW, 2],
    ['is searched in three windows if not', NEXT_WINDOW + WINDOW + 1, 3],
  ])('%s', (_, length, count) => {
    const text = 'x'.repeat(length)
    const pieces = piecesOf(text, SECRET)
    expect(pieces.join('') === text).toBe(true)
    expect(pieces).toHaveLength(count)
  })

  test('is one piece, however long it is, if nothing is secret', () => {
    const text = 'x'.repeat(3 * WINDOW)
    expect(piecesOf(text, {})).toEqual([text])
  })

  test.each(['', 'x', 'hunter', 'hunter2'])('is one piece if it is as short as %j', (text) =>
    expect(piecesOf(text, SECRET)).toEqual([text]),
  )
})

describe('a secret', () => {
  test.each([
    ['is the whole text', 'hunter22', '***'],
    ['is at the start', 'hunter22!', '***!'],
    ['is at the end', '!hunter22', '!***'],
    ['is there twice', '!hunter22?hunter22.', '!***?***.'],
  ])('is replaced where it %s', (_, text, expected) => expect(piecesOf(text, SECRET)).toEqual([expected]))

  test.each([
    ['long before the end of a window', 100],
    ['so that it ends with the window', NEXT_WINDOW - 8],
    ['with its last byte in the next window', NEXT_WINDOW - 7],
    ['with its first byte in the window', NEXT_WINDOW - 1],
    ['at the start of the next window', NEXT_WINDOW],
    ['where two windows overlap', WINDOW - 4],
    ['only in the next window', WINDOW],
    ['with its last byte in the third window', 2 * NEXT_WINDOW - 7],
  ])('is replaced once where it stands %s', (_, at) => {
    const text = longText(at, 'hunter22')
    expect(piecesOf(text, SECRET).join('') === text.replace('hunter22', '***')).toBe(true)
  })

  test('is replaced at the end of a window and behind it', () => {
    const text = longText(NEXT_WINDOW - 20, 'hunter22-and-hunter22-and-hunter22')
    const expected = text.replaceAll('hunter22', '***')
    expect(piecesOf(text, SECRET).join('') === expected).toBe(true)
  })

  test('is in no piece, not even a part of it', () => {
    const [first, second] = piecesOf(longText(NEXT_WINDOW - 3, 'hunter22'), SECRET)
    expect(first === 'x'.repeat(NEXT_WINDOW - 3)).toBe(true)
    expect(second?.slice(0, 6)).toBe('***yyy')
  })

  test('goes as one with an identifier that it overlaps where a window ends', () => {
    const secrets = { '0123456789abcdef': '…cdef', cdefghijklmn: MASK }
    const text = longText(NEXT_WINDOW - 14, '0123456789abcdefghijklmn')
    const expected = text.replace('0123456789abcdefghijklmn', '***')
    expect(piecesOf(text, secrets).join('') === expected).toBe(true)
  })
})
