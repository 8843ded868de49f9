import { describe, expect, test } from '@jest/globals'
import { formsOf, type LiteralForm, type SecretForm } from '../../../src/sanitize/matching/secret-forms.ts'
import { formOf } from './forms.ts'

const textOf = (form: SecretForm | LiteralForm): string => ('literal' in form ? `literal ${form.literal}` : form.text)

/** What a secret is searched for as, each once, in the order in which it was found. */
const textsOf = (secret: string): string[] => [...new Set(formsOf(secret).map(textOf))]

const onlyForm = (secret: string): SecretForm | LiteralForm | undefined => {
  const forms = formsOf(secret)
  expect(forms).toHaveLength(1)
  return forms[0]
}

describe('the form of letters and digits', () => {
  test('is known in any case from eight characters on', () => {
    expect(formsOf('ABCdefgh')).toEqual([formOf('abcdefgh')])
    expect(formsOf('ABCdefg')).toEqual([formOf('abcdefg', { exact: 'ABCdefg' })])
  })

  test('is in parts of one length if it is long', () => {
    expect(formsOf('a'.repeat(128))).toEqual([formOf('a'.repeat(128))])
    expect(formsOf('a'.repeat(129))).toContainEqual(formOf('a'.repeat(65)))
    expect(formsOf('a'.repeat(129))).toContainEqual(formOf('a'.repeat(64)))
    expect(formsOf('a'.repeat(256)).map((each) => 'text' in each && each.text.length)).toContainEqual(128)
  })
})

describe('the forms of other secrets', () => {
  test.each<[string, string, SecretForm]>([
    ['a blank that must be there', 'ab cdef', formOf('abcdef', { exact: 'abcdef', gaps: new Map([[1, true]]) })],
    ['a blank of a long one', 'abcd efgh', formOf('abcdefgh', { gaps: new Map([[3, false]]) })],
    ['two quotes', `a"'bcde`, formOf('abcde', { exact: 'abcde', gaps: new Map([[0, true]]) })],
    ['a line break', 'abc\ndef', formOf('abcdef', { exact: 'abcdef', gaps: new Map([[2, false]]) })],
    ['what is left out at both ends', '"abcdefgh=\'', formOf('abcdefgh', { leading: 1, trailing: 2 })],
    ['an equals sign in it', 'ab=cdefgh', formOf('ab=cdefgh')],
    ['an escape sequence', 'abcd%41efgh', formOf('abcd%41efgh')],
    ['an escape sequence, decoded', 'abcd%41efgh', formOf('abcdaefgh')],
    ['letters beyond ASCII', 'pässword', formOf(Buffer.from('pässword').toString('latin1'))],
    ['letters beyond ASCII in Latin-1', 'pässword', formOf('p\xe4ssword')],
  ])('%s', (_, secret, expected) => expect(formsOf(secret)).toContainEqual(expected))

  test('are literal if folding leaves next to nothing', () => {
    expect(formsOf('++++')).toContainEqual({ literal: '++++' })
    expect(formsOf('"+\'+==')).toContainEqual({ literal: '"+\'+' })
    expect(formsOf('a+++')).toContainEqual({ literal: 'a+++' })
  })

  test('are also those of its escapes if nothing is left of it once it is decoded', () =>
    expect(formsOf('%22%22%22')).toContainEqual(formOf('%2522%2522%2522')))

  test('are none of fewer than four bytes', () => {
    expect(formsOf('a-b')).toEqual([])
    for (const each of formsOf('+++')) expect('literal' in each ? each.literal : each.text).toBe('%2b%2b%2b')
  })
})

describe('a secret is read', () => {
  test.each([
    ['as it is if nothing in it is escaped', 'xy=zw-efgh', ['xy=zw-efgh']],
    ['decoded as well', 'wxyz%41efgh', ['wxyz%41efgh', 'wxyzaefgh']],
    ['decoded twice', 'wxyz%2541efgh', ['wxyz%2541efgh', 'wxyz%41efgh', 'wxyzaefgh']],
    [
      'decoded three times, and no more',
      'wxyz%2525252541efgh',
      ['wxyz%2525252541efgh', 'wxyz%25252541efgh', 'wxyz%252541efgh', 'wxyz%2541efgh'],
    ],
    [
      'with all escape sequences decoded, and with all but those of one family',
      'a&amp;%41bcd-xyz',
      ['a&amp;%41bcd-xyz', 'a&abcd-xyz', 'a&amp;abcd-xyz', 'a&%41bcd-xyz'],
    ],
    [
      'with those of four families',
      'x\\ny&gt;z%41w=3Dz-q',
      ['xny&gt;z%41w=3dz-q', 'xy>zaw=z-q', 'xy&gt;zaw=z-q', 'xny>zaw=z-q', 'xy>z%41w=z-q', 'xy>zaw=3dz-q'],
    ],
  ])('%s', (_, secret, expected) => expect(textsOf(secret)).toEqual(expected))

  test('once, if nothing in it is escaped', () => {
    expect(formsOf('xy=zw-efgh')).toHaveLength(1)
    expect(formsOf('ABCD_EFGH')).toHaveLength(1)
  })

  test('once for each round and each family whose escape sequences are left', () =>
    expect(formsOf('wxyz%41efgh')).toHaveLength(1 + 1 + 3))
})

describe('a secret that folding leaves little of', () => {
  test.each([
    ['is literal, and folded where its escapes leave more', '++++', ['literal ++++', '%2b%2b%2b%2b']],
    ['is literal with three letters', 'a+b+c', ['literal a+b+c', 'a%2bb%2bc']],
    ['is folded with four', 'a+b+c+d', ['abcd']],
    ['has no equals signs at its end after the fourth byte', 'abc====', ['literal abc=', 'abc%3d%3d%3d%3d']],
    ['has those before it', '=====', ['literal ====', '%3d%3d%3d%3d%3d']],
    ['has those within it', '++++=++', ['literal ++++=++', '%2b%2b%2b%2b%3d%2b%2b']],
    [
      'is escaped if that is so once it is decoded',
      '%2B%2B%2B%2B',
      ['%2b%2b%2b%2b', 'literal ++++', '%252b%252b%252b%252b'],
    ],
    ['is escaped in every way if nothing is left', '&lt;&gt;', ['&lt;&gt;', '%26lt%3b%26gt%3b', '&amp;lt;&amp;gt;']],
    ['has no line break', '+\n+++', ['literal ++++', 'literal +\\n+++', '%2b%0a%2b%2b%2b', 'literal +%0A+++']],
  ])('%s', (_, secret, expected) => expect(textsOf(secret)).toEqual(expected))
})

describe('what was left out of a form', () => {
  test.each([
    [
      'is noted each time',
      'ab cd ef gh',
      {
        gaps: new Map([
          [1, false],
          [3, false],
          [5, false],
        ]),
      },
    ],
    [
      'must be there in a short one',
      'ab cd"ef',
      {
        gaps: new Map([
          [1, true],
          [3, true],
        ]),
      },
    ],
    [
      'must be there after a line break',
      "ab\n'cd ef",
      {
        gaps: new Map([
          [1, true],
          [3, true],
        ]),
      },
    ],
    [
      'need not be there where a line ends',
      "ab'\ncd ef",
      {
        gaps: new Map([
          [1, false],
          [3, true],
        ]),
      },
    ],
    ['is no gap at the ends', '"abcd-efgh"', { gaps: undefined, leading: 1, trailing: 1 }],
    ['is counted at each end', '"+ \'abcd-efgh`\\', { gaps: undefined, leading: 4, trailing: 2 }],
    ['is an equals sign only at the end', '==xyab-efgh===', { text: '==xyab-efgh', leading: 0, trailing: 3 }],
    ['is nothing', 'abcd-efgh', { text: 'abcd-efgh', gaps: undefined, leading: 0, trailing: 0 }],
  ])('%s', (_, secret, expected) => expect(onlyForm(secret)).toMatchObject(expected))

  test('is counted in each part of a long one, between the parts as well', () => {
    const forms = formsOf(`'${'a'.repeat(100)}" "${'b'.repeat(100)}=`)
    expect(forms).toEqual([
      { text: 'a'.repeat(100), exact: undefined, gaps: undefined, leading: 1, trailing: 3 },
      { text: 'b'.repeat(100), exact: undefined, gaps: undefined, leading: 3, trailing: 1 },
    ])
  })
})

describe('a form', () => {
  test('is in lower case, the letters beyond ASCII excepted', () => {
    expect(onlyForm('ABZ-[@]-XYZ')).toMatchObject({ text: 'abz-[@]-xyz', exact: undefined })
    expect(textsOf('\xc4BCD-EFGH')[0]).toBe('\xc3\x84bcd-efgh')
  })

  test('ends before a character that cannot be seen, whatever encoding writes it', () =>
    expect(textsOf('xyzw-abcd\xc2\xad')).toEqual(expect.arrayContaining(['xyzw-abcd\xc3\x82', 'xyzw-abcd'])))

  test('is short with fewer than eight bytes', () => {
    expect(onlyForm('ABC-EFG')).toMatchObject({ text: 'abc-efg', exact: 'ABC-EFG' })
    expect(onlyForm('ABC-EFGH')).toMatchObject({ text: 'abc-efgh', exact: undefined })
  })

  test('has 128 bytes at most', () => {
    const lengths = (secret: string): number[] => formsOf(secret).map((form) => textOf(form).length)
    expect(lengths('a-'.repeat(64))).toEqual([128])
    expect(lengths(`${'a-'.repeat(64)}a`)).toEqual([65, 64])
    expect(lengths('a-'.repeat(150))).toEqual([100, 100, 100])
  })
})
