import { describe, expect, test } from '@jest/globals'
import { View } from '../../../src/sanitize/decoding/view.ts'
import { MASK, mergeReplacements } from '../../../src/sanitize/matching/replacements.ts'
import { viewOfText } from '../../../src/sanitize/matching/secret-encodings.ts'
import { formsOf } from '../../../src/sanitize/matching/secret-forms.ts'
import { SecretMatcher } from '../../../src/sanitize/matching/secret-matcher.ts'

function matcherOf(secrets: readonly string[]): SecretMatcher {
  const matcher = new SecretMatcher()
  for (const secret of secrets) for (const form of formsOf(secret)) matcher.add(form, MASK)
  return matcher
}

/** What is found in a text, each as the part of the text that is replaced. */
const found = (matcher: SecretMatcher, text: string): string[] =>
  matcher.find(viewOfText(text)).map(({ from, to }) => text.slice(from, to))

const SIXTEEN = 'abcdefghijklmnop'
const FIFTEEN = 'abcdefghijklmno'

/** Secrets that differ in the place of a blank alone: behind each of the first letters, and, in the last one, at a place of its own. */
function withBlanks(letters: string, count: number, last: number): string[] {
  const places = [...Array.from({ length: count }, (_, i) => i + 1), last]
  return places.map((at) => `${letters.slice(0, at)} ${letters.slice(at)}`)
}

/** A view of bytes that were decoded, so that what is beside them can have been misread. */
function decodedFrom(part: string): View {
  const view = viewOfText(part)
  view.parent = viewOfText(part)
  view.byteDepth = 1
  return view
}

/** A view of a text in which only some of its bytes, from the first place to the second one, were read for what they are. */
function misreadAround(text: string, from: number, to: number): View {
  const view = new View().reset(viewOfText(text), 0)
  view.reserve(text.length)
  for (const [i, byte] of Buffer.from(text).entries()) view.put(i >= from && i < to ? byte : 0x23, i, i + 1)
  return view
}

describe('a form is found', () => {
  test.each([
    ['of four bytes', 'ab4d', '(ab4d)'],
    ['of fifteen', 'abcdefghijklmno', '(abcdefghijklmno)'],
    ['of sixteen', 'abcdefghijklmnop', '(abcdefghijklmnop)'],
    ['at the ends of the text', 'abcdefgh', 'abcdefgh'],
    ['in another case', 'abcdefgh', '(ABCDefgh)'],
    ['with a line break in it', 'abcdefgh', '(abcd\nefgh)'],
    ['with a blank in the middle that it has, too', 'ab cd', '(ab cd)'],
    ['of many bytes with blanks and quotes', `abcd "efgh" ijkl 'mnop'`, `(abcd "efgh" ijkl 'mnop')`],
  ])('%s', (_, secret, text) => expect(found(matcherOf([secret]), text)).toEqual([text.replaceAll(/[()]/g, '')]))

  test('as often as it is there', () => {
    expect(found(matcherOf(['abcdefgh']), 'abcdefgh-abcdefgh, abcdefgh')).toEqual(Array(3).fill('abcdefgh'))
    expect(found(matcherOf(['"+\'+']), '"+\'+ and "+\'+')).toEqual(Array(2).fill('"+\'+'))
  })

  test.each([
    ['another word', 'abcdefgh', 'abcdefxh'],
    ['a part of it', 'abcdefghijklmnopqrst', 'abcdefghijklmnopqrs'],
    ['a short one in another case', 'abcD', 'abcd'],
    ['with a blank that it has not', 'abcdefgh', 'abcd efgh'],
    ['without a blank that a short one has', 'ab cd', 'abcd'],
  ])('but not %s', (_, secret, text) => expect(found(matcherOf([secret]), text)).toEqual([]))

  test('beside many with the same bytes in the middle', () => {
    const secrets = Array.from(
      { length: 60 },
      (_, i) => `${String.fromCharCode(65 + i)}${i}-the-same-middle-${i + 100}`,
    )
    const matcher = matcherOf(secrets)
    for (const secret of secrets) expect(found(matcher, `<${secret}>`)).toContain(secret)
  })

  test('whatever else of the same letters is known', () => {
    const cases = ['abcD', 'ABCd', 'aBcd']
    for (const secret of cases) expect(found(matcherOf(cases), `<${secret}>`)).toEqual([secret])
    const blanks = ['abcdefgh', 'ab cdefgh', 'abcd efgh', 'abcdef gh']
    for (const secret of blanks) expect(found(matcherOf(blanks), `<${secret}>`)).toContain(secret)
  })

  test('by three quarters of it where the rest is unreadable, even if others have the same middle', () => {
    const secrets = ['V', 'W', 'X', 'Y', 'Z'].map((end) => `${end.repeat(6)}ghijklmnopqr${end.repeat(6)}`)
    const matcher = matcherOf(secrets)
    for (const secret of secrets) {
      for (const part of [secret.slice(6), secret.slice(0, -6)]) {
        expect(matcher.find(decodedFrom(part))).toContainEqual({ from: 0, to: 18, replacement: MASK })
      }
    }
  })

  test.each([
    ['another one has the same middle', ['0123efghijkl4567', SIXTEEN], 'efghijklmnop'],
    ['many others have all of its letters', withBlanks(SIXTEEN, 9, 12), 'efghijkl mnop'],
    [
      'many others have all of its letters, forty of them',
      withBlanks(`${SIXTEEN}qrstuvwxyz0123456789-_.:`, 32, 36),
      'ijklmnopqrstuvwxyz0123456789 -_.:',
    ],
  ])('without its start even if %s', (_, secrets, part) => {
    expect(matcherOf(secrets).find(decodedFrom(part))).toEqual([{ from: 0, to: part.length, replacement: MASK }])
  })

  test('without its end even if another one has half of the same middle', () => {
    const matcher = matcherOf(['01234567ijkl4567', SIXTEEN])
    expect(matcher.find(decodedFrom('abcdefghijkl'))).toEqual([{ from: 0, to: 12, replacement: MASK }])
  })

  describe('with the rest of it in the view that this one was decoded from', () => {
    const whole = (length: number) => [{ from: 0, to: length, replacement: MASK }]

    test.each([
      ['by eight bytes of sixteen', [SIXTEEN], SIXTEEN, 4, 12, whole(16)],
      ['but not by seven of sixteen', [SIXTEEN], SIXTEEN, 5, 12, []],
      ['but not by four of sixteen', [SIXTEEN], SIXTEEN, 6, 10, []],
      ['by four of fifteen', [FIFTEEN], FIFTEEN, 5, 9, whole(15)],
      ['but not by three of fifteen', [FIFTEEN], FIFTEEN, 6, 9, []],
      [
        'by eight beside those in the middle if another one has these',
        ['0123efghijkl4567', SIXTEEN],
        SIXTEEN,
        5,
        13,
        whole(16),
      ],
    ])('%s', (_, secrets, text, from, to, expected) => {
      expect(matcherOf(secrets).find(misreadAround(text, from, to))).toEqual(expected)
    })
  })

  test('again where an eighth of it is over if it repeats itself', () => {
    const matcher = new SecretMatcher()
    for (const form of formsOf('a'.repeat(16))) matcher.add(form, '…aaaa')
    const ranges = matcher.find(viewOfText('a'.repeat(18)))
    expect(ranges.map(({ from }) => from).sort((a, b) => a - b)).toEqual([0, 1, 2])
  })

  test('but not where other bytes have the same hash', () => {
    expect(found(matcherOf(['abcdefghijklmnop']), 'abcd291129klmnop')).toEqual([])
  })

  test.each([120, 123, 132, 147, 150])('to its end if it repeats itself in %i bytes, more than once', (length) => {
    const run = 'abc'.repeat(length / 3)
    const matcher = matcherOf(['abc'.repeat(40)])
    expect(mergeReplacements(matcher.find(viewOfText(`${run}-${run}-`)))).toEqual([
      { from: 0, to: length, replacement: MASK },
      { from: length + 1, to: 2 * length + 1, replacement: MASK },
    ])
  })

  test('at few of the places where it is if it repeats itself', () => {
    const matcher = new SecretMatcher()
    for (const form of formsOf('a'.repeat(128))) matcher.add(form, '…aaaa')
    const ranges = matcher.find(viewOfText('a'.repeat(200)))
    expect(ranges.length).toBeLessThan(15)
    expect(Math.max(...ranges.map(({ to }) => to))).toBe(200)
  })

  test('to its end if it repeats itself', () => {
    const secret = 'abcabcabc'.repeat(20).slice(0, 120)
    const [first] = matcherOf([secret]).find(viewOfText(`${secret}abc-`))
    expect(first).toMatchObject({ from: 0 })
    expect(found(matcherOf([secret]), `${'abc'.repeat(50)}-`).join('')).toHaveLength(150)
  })
})

describe('what is put in its place', () => {
  const [form] = formsOf('AKIAIOSFODNN7EXAMPLE')
  const replacements = (...given: string[]): string[] => {
    const matcher = new SecretMatcher()
    for (const replacement of given) if (form !== undefined) matcher.add(form, replacement)
    return matcher.find(viewOfText('AKIAIOSFODNN7EXAMPLE')).map(({ replacement }) => replacement)
  }

  test('is what it was added with', () => expect(replacements('…MPLE')).toEqual(['…MPLE']))

  test('is what it was added with first', () => {
    expect(replacements('…MPLE', '…LE')).toEqual(['…MPLE'])
  })

  test('is the mask as soon as it is a secret as well', () => {
    expect(replacements('…MPLE', MASK)).toEqual([MASK])
    expect(replacements(MASK, '…MPLE')).toEqual([MASK])
  })
})

test('a matcher has no byte strings of its own', () => expect(new SecretMatcher().byteStrings).toEqual([]))

describe('no shorter text can hold a secret', () => {
  test('than three quarters of the shortest, or of a third of its bytes beyond ASCII', () => {
    const matcher = new SecretMatcher()
    expect(matcher.minTextLength).toBe(Number.POSITIVE_INFINITY)
    matcher.add({ literal: '++++++++++++' }, MASK)
    expect(matcher.minTextLength).toBe(9)
    for (const form of formsOf('abcdefgh')) matcher.add(form, MASK)
    expect(matcher.minTextLength).toBe(6)
    for (const form of formsOf('abcdefghijklmnop')) matcher.add(form, MASK)
    expect(matcher.minTextLength).toBe(6)
    matcher.add({ literal: 'a\xe4\xe4\xe4' }, MASK)
    expect(matcher.minTextLength).toBe(1.5)
  })
})
