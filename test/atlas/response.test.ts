import { describe, expect, test } from '@jest/globals'
import { header, readOAuthResponse, readResponse, UnreadableResponseError } from '../../src/atlas/response.ts'
import { http } from './scripted-client.ts'

const TOO_MANY = `[${'{},'.repeat(300_000)}{}]`

describe('a response', () => {
  test('is read as JSON', async () => {
    expect(await readResponse(http(200, { a: 1 }, { x: 'y' }), false)).toEqual({
      status: 200,
      headers: { x: 'y' },
      document: { a: 1 },
      error: undefined,
    })
    expect((await readResponse(http(200, '<html>'), false)).document).toBeUndefined()
    expect((await readResponse(http(204), false)).document).toBeUndefined()
  })

  test('holds an error only if it is a refusal', async () => {
    const body = { error: 404, errorCode: 'X' }
    expect((await readResponse(http(404, body), false)).error).toMatchObject({ code: 'X' })
    expect((await readResponse(http(200, body), false)).error).toBeUndefined()
    expect((await readResponse(http(404, { error: 'x' }), false)).error).toBeUndefined()
    expect((await readOAuthResponse(http(400, { error: 'x' }))).error).toMatchObject({ code: 'x' })
    expect((await readOAuthResponse(http(200, { error: 'x' }))).error).toBeUndefined()
  })

  test('with more values than any document is not read', async () => {
    await expect(readResponse(http(200, TOO_MANY), false)).rejects.toThrow(UnreadableResponseError)
    await expect(readOAuthResponse(http(200, TOO_MANY))).rejects.toThrow(/more values/)
    // A refusal is one all the same, and a 503 is retried.
    expect(await readResponse(http(503, TOO_MANY), false)).toMatchObject({ status: 503, document: undefined })
  })
})

describe('an envelope', () => {
  test('is opened, and its status counts', async () => {
    const body = { status: 403, content: { error: 403, errorCode: 'X' } }
    const response = await readResponse(http(200, body), true)
    expect(response).toMatchObject({ status: 403, document: body.content, error: { code: 'X' } })
  })

  test('is not looked for if it was not asked for', async () => {
    const body = { status: 403, content: {} }
    expect(await readResponse(http(200, body), false)).toMatchObject({ status: 200, document: body })
  })

  test.each([[{ awsKms: {} }], [{ status: '200', content: {} }], [{ status: 200 }], [[]], [null], ['<html>']])(
    'that was asked for, but is missing in %j',
    async (body) => {
      await expect(readResponse(http(200, body), true)).rejects.toThrow(/no `status` and `content`/)
      expect(await readResponse(http(502, body), true)).toMatchObject({ status: 502 })
    },
  )
})

test('the first of several headers counts', () => {
  expect(header({ headers: { date: ['a', 'b'] } }, 'date')).toBe('a')
  expect(header({ headers: { date: 'a' } }, 'date')).toBe('a')
  expect(header({ headers: {} }, 'date')).toBeUndefined()
})
