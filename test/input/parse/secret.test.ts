import { describe, expect, test } from '@jest/globals'
import { InvalidValueError } from '../../../src/input/errors.ts'
import { parseAccessToken, parseCredentialId, requireSecret } from '../../../src/input/parse/secret.ts'

const TOKEN = 'an-access-token-of-many'

function refusal(parse: () => unknown): string {
  try {
    parse()
    return ''
  } catch (error) {
    return error instanceof InvalidValueError ? error.message : `no ${InvalidValueError.name}`
  }
}

describe('a secret', () => {
  test.each([
    ['abc', 'must have at least 4 characters: a shorter secret cannot be masked'],
    ['abcd', ''],
    ['x'.repeat(16_384), ''],
    ['x'.repeat(16_385), 'must have at most 16384 characters'],
  ])('%#', (secret, message) => expect(refusal(() => requireSecret(secret))).toBe(message))
})

describe('the id of credentials', () => {
  test.each(['!', '~', 'abcdwxyz', 'mdb_sa_id_64b0c0ffee'])('%j is one', (id) => expect(parseCredentialId(id)).toBe(id))

  test.each(['', ' ab', 'ab ', 'a b', 'ab\ncd', 'ab\u007f', 'ä'])('%j is none', (id) =>
    expect(refusal(() => parseCredentialId(id))).toBe('must consist of letters, digits, and symbols, without spaces'),
  )
})

describe('an access token', () => {
  test.each([TOKEN, 'x'.repeat(20), 'x'.repeat(16_384)])('%#', (token) => expect(parseAccessToken(token)).toBe(token))

  const ONLY = 'must be the access token only, without `Bearer`, spaces, or line breaks'

  test.each([
    ['x'.repeat(19), 'must have at least 20 characters, like every Atlas access token'],
    ['x'.repeat(16_385), 'must have at most 16384 characters'],
    [`Bearer ${TOKEN}`, ONLY],
    [`${TOKEN}\n${TOKEN}`, ONLY],
    [`${TOKEN}ä`, ONLY],
  ])('is refused: %#', (token, message) => expect(refusal(() => parseAccessToken(token))).toBe(message))
})
