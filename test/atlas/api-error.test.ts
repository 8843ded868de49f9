import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { describesError, readApiError, readOAuthError } from '../../src/atlas/api-error.ts'

describe("Atlas's form", () => {
  test.each<[unknown, ReturnType<typeof readApiError>]>([
    [
      { error: 404, errorCode: 'GROUP_NOT_FOUND', detail: 'No group.', parameters: ['x', 5], reason: 'Not Found' },
      { code: 'GROUP_NOT_FOUND', detail: 'No group.', parameters: ['x', 5] },
    ],
    [{ errorCode: 'X' }, { code: 'X', detail: '', parameters: [] }],
    [
      { errorCode: 'X', detail: null, reason: 'Bad Request' },
      { code: 'X', detail: 'Bad Request', parameters: [] },
    ],
    [
      { errorCode: 'X', detail: { odd: 1 }, parameters: 'odd' },
      { code: 'X', detail: '', parameters: [] },
    ],
    [
      { error: 401, detail: 'No.' },
      { code: undefined, detail: 'No.', parameters: [] },
    ],
    [
      { error: 400, errorCode: '::error::' },
      { code: undefined, detail: '', parameters: [] },
    ],
    [
      { error: 400, errorCode: 'X'.repeat(101) },
      { code: undefined, detail: '', parameters: [] },
    ],
    [
      { error: 400, errorCode: 5, parameters: null },
      { code: undefined, detail: '', parameters: [] },
    ],
  ])('%j', (document, expected) => expect(readApiError(document)).toEqual(expected))

  test.each([
    [undefined],
    [null],
    ['<html>'],
    [[]],
    [{}],
    [{ error: 'invalid_client' }],
    [{ error: 4.5 }],
    [{ errorCode: '' }],
    [{ detail: 'Sign in to the network first.' }],
    [{ message: 'Blocked.' }],
  ])('not %j', (document) => expect(readApiError(document)).toBeUndefined())
})

describe("OAuth's form", () => {
  test('counts beside that of Atlas', () => {
    const oauth = { error: 'invalid_client', error_description: 'Wrong.' }
    expect(readOAuthError(oauth)).toEqual({ code: 'invalid_client', detail: 'Wrong.', parameters: [] })
    expect(readOAuthError({ error: 'x', error_description: 5 })).toEqual({ code: 'x', detail: '', parameters: [] })
    const limited = { error: 429, errorCode: 'RATE_LIMITED', parameters: ['/api/oauth/token', 50, 1] }
    expect(readOAuthError(limited)).toEqual(readApiError(limited))
    expect(readOAuthError('<html>')).toBeUndefined()
    expect(readOAuthError({ error: '<b>' })).toBeUndefined()
  })
})

test.each<[object, boolean]>([
  [{ awsKms: {} }, false],
  [{ error: null, errorCode: undefined, message: null }, false],
  [{ results: [{ error: 1 }] }, false],
  [{ errorMessage: 'of a private endpoint' }, false],
  [{ awsKms: {}, error: 500 }, true],
  [{ awsKms: {}, errorCode: '' }, true],
  [{ results: [], message: 'Maintenance' }, true],
])('%j describes an error: %s', (document, expected) => expect(describesError(document)).toBe(expected))

test('no document makes them throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (document) => {
      readApiError(document)
      readOAuthError(document)
    }),
  )
})
