import { describe, expect, test } from '@jest/globals'
import { MASK } from '../../../src/sanitize/matching/replacements.ts'
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

describe('a form is found', () => {
  test.each([
    ['of four bytes', 'ab4d', '(ab4d)'],
    ['of fifteen', 'abcdefghijklmno', '(abcdefghijklmno)'],
    ['of sixteen', 'abcdefghijklmnop', '(abcdefghijklmnop)'],
    ['at the ends of the text', 'abcdefgh', 'abcdefgh'],
    ['in another case', 'abcdefgh', '(ABCDefgh)'],
    ['with a line break in it', 'abcdefgh', '(abcd\nefgh)'],
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

  test('is the mask as soon as it is a secret as well', () => {
    expect(replacements('…MPLE', MASK)).toEqual([MASK])
    expect(replacements(MASK, '…MPLE')).toEqual([MASK])
  })
})

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
