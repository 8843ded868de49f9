import { describe, expect, test } from '@jest/globals'
import { formsOf, type SecretForm } from '../../../src/sanitize/matching/secret-forms.ts'

const form = (text: string, more: Partial<SecretForm> = {}): SecretForm => ({
  text,
  exact: undefined,
  gaps: undefined,
  leading: 0,
  trailing: 0,
  ...more,
})

describe('the form of letters and digits', () => {
  test('is known in any case from eight characters on', () => {
    expect(formsOf('ABCdefgh')).toEqual([form('abcdefgh')])
    expect(formsOf('ABCdefg')).toEqual([form('abcdefg', { exact: 'ABCdefg' })])
  })

  test('is in parts of one length if it is long', () => {
    expect(formsOf('a'.repeat(128))).toEqual([form('a'.repeat(128))])
    expect(formsOf('a'.repeat(129))).toContainEqual(form('a'.repeat(65)))
    expect(formsOf('a'.repeat(129))).toContainEqual(form('a'.repeat(64)))
    expect(formsOf('a'.repeat(256)).map((each) => 'text' in each && each.text.length)).toContainEqual(128)
  })
})

describe('the forms of other secrets', () => {
  test.each<[string, string, SecretForm]>([
    ['a blank that must be there', 'ab cdef', form('abcdef', { exact: 'abcdef', gaps: new Map([[1, true]]) })],
    ['a blank of a long one', 'abcd efgh', form('abcdefgh', { gaps: new Map([[3, false]]) })],
    ['two quotes', `a"'bcde`, form('abcde', { exact: 'abcde', gaps: new Map([[0, true]]) })],
    ['a line break', 'abc\ndef', form('abcdef', { exact: 'abcdef', gaps: new Map([[2, false]]) })],
    ['what is left out at both ends', '"abcdefgh=\'', form('abcdefgh', { leading: 1, trailing: 2 })],
    ['an equals sign in it', 'ab=cdefgh', form('ab=cdefgh')],
    ['an escape sequence', 'abcd%41efgh', form('abcd%41efgh')],
    ['an escape sequence, decoded', 'abcd%41efgh', form('abcdaefgh')],
    ['letters beyond ASCII', 'pässword', form(Buffer.from('pässword').toString('latin1'))],
    ['letters beyond ASCII in Latin-1', 'pässword', form('p\xe4ssword')],
  ])('%s', (_, secret, expected) => expect(formsOf(secret)).toContainEqual(expected))

  test('are literal if folding leaves next to nothing', () => {
    expect(formsOf('++++')).toContainEqual({ literal: '++++' })
    expect(formsOf('"+\'+==')).toContainEqual({ literal: '"+\'+' })
    expect(formsOf('a+++')).toContainEqual({ literal: 'a+++' })
  })

  test('are also those of its escapes if nothing is left of it once it is decoded', () =>
    expect(formsOf('%22%22%22')).toContainEqual(form('%2522%2522%2522')))

  test('are none of fewer than four bytes', () => {
    expect(formsOf('a-b')).toEqual([])
    for (const each of formsOf('+++')) expect('literal' in each ? each.literal : each.text).toBe('%2b%2b%2b')
  })
})
