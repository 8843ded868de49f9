import { describe, expect, test } from '@jest/globals'
import { InvalidValueError } from '../../../src/input/errors.ts'
import { parseCredentialId } from '../../../src/input/parse/secret.ts'

describe('the id of credentials', () => {
  test.each(['!', '~', 'abcdwxyz', 'mdb_sa_id_64b0c0ffee'])('%j is one', (id) => expect(parseCredentialId(id)).toBe(id))

  test.each(['', ' ab', 'ab ', 'a b', 'ab\ncd', 'ab\u007f', 'ä'])('%j is none', (id) => {
    expect(() => parseCredentialId(id)).toThrow(InvalidValueError)
    expect(() => parseCredentialId(id)).toThrow('must consist of letters, digits, and symbols, without spaces')
  })
})
