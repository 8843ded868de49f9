import { describe, expect, test } from '@jest/globals'
import type { ApiRequest } from '../../src/atlas/client.ts'
import { AtlasApiError } from '../../src/atlas/errors.ts'
import { PendingChange } from '../../src/atlas/pending-change.ts'
import { UnreadableResponseError } from '../../src/atlas/response.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { fakeRunContext } from '../harness/context.ts'
import { http, inTurn, scriptedClient } from './scripted-client.ts'

const REQUEST: ApiRequest = { method: 'GET', resource: safe`thing`, path: '/thing?a=b', resourceVersion: '2024-08-05' }

describe('a request', () => {
  test('has the path, the media type and the user agent of the API', async () => {
    const { client, requests } = scriptedClient(inTurn(http(200, {})))
    await client.call(REQUEST)
    await client.call({ ...REQUEST, method: 'PATCH', body: { a: 1 } })
    const mediaType = 'application/vnd.atlas.2024-08-05+json'
    expect(requests[0]).toMatchObject({
      method: 'GET',
      path: '/api/atlas/v2/thing?a=b',
      headers: { accept: mediaType },
    })
    expect(requests[0]?.headers['content-type']).toBeUndefined()
    expect(requests[0]?.body).toBeUndefined()
    expect(requests[1]).toMatchObject({ body: '{"a":1}', headers: { accept: mediaType, 'content-type': mediaType } })
    expect(requests[1]?.headers['user-agent']).toMatch(/^atlas-encryption-at-rest\/\d+\.\d+\.\d+ \(\w+;\w+\)$/)
  })

  test('of v1.0 has no version in its media type', async () => {
    const { client, requests } = scriptedClient(inTurn(http(200, {})), { apiVersion: 'v1.0' })
    await client.call(REQUEST)
    expect(requests[0]).toMatchObject({ path: '/api/atlas/v1.0/thing?a=b', headers: { accept: 'application/json' } })
  })

  test('is not sent once the run or its own signal has ended', async () => {
    const aborted = AbortSignal.abort(new Error('the end'))
    for (const [run, request] of [
      [fakeRunContext({ signal: aborted }), REQUEST],
      [fakeRunContext(), { ...REQUEST, signal: aborted }],
    ] as const) {
      const { client, requests } = scriptedClient(inTurn(http(200, {})), {}, run)
      await expect(client.call(request)).rejects.toThrow('the end')
      expect(requests).toEqual([])
    }
  })

  test('is repeated as often as the run says, or it says itself', async () => {
    const { client, requests } = scriptedClient(inTurn(http(503)), { retries: 2 })
    await expect(client.call(REQUEST)).rejects.toThrow('HTTP 503')
    expect(requests).toHaveLength(3)
    await expect(client.call({ ...REQUEST, retries: 0 })).rejects.toThrow('HTTP 503')
    expect(requests).toHaveLength(4)
  })

  test('that meets the rate limit makes the others wait', async () => {
    const { client, run } = scriptedClient(inTurn(http(429, '', { 'retry-after': '7' }), http(200, {})))
    await client.call(REQUEST)
    expect(run.waits).toEqual([7000])
  })
})

describe('a success that is not what was requested', () => {
  test.each([
    ['HTML', '<html>Sign in</html>'],
    ['nothing', ''],
    ['a list', []],
    ['null', null],
    ['text', '"text"'],
  ])('%s with 200 came from something in between', async (_, body) => {
    const { client } = scriptedClient(inTurn(http(200, body, { 'content-type': 'text/html' })))
    await expect(client.call(REQUEST)).rejects.toThrow(UnreadableResponseError)
    await expect(client.call(REQUEST)).rejects.toMatchObject({ code: 'PROTOCOL' })
    await expect(client.call(REQUEST)).rejects.toThrow(
      /^GET thing: HTTP 200, but no JSON object \(text\/html\): something between .* responded\. Check/,
    )
  })

  test.each([[{ error: 500 }], [{ errorCode: 'X', results: [] }], [{ message: 'Down for maintenance', awsKms: {} }]])(
    '%j with 200 describes an error',
    async (body) => {
      const { client } = scriptedClient(inTurn(http(200, body)))
      await expect(client.call(REQUEST)).rejects.toThrow(/^GET thing: HTTP 200 with an error in its body/)
      await expect(client.call(REQUEST)).rejects.toThrow(UnreadableResponseError)
    },
  )
})

describe('advice', () => {
  const refused = http(400, { errorCode: 'INVALID_AZURE_CREDENTIALS', detail: 'No.' })

  test('about secrets is given only if the body held some', async () => {
    const { client } = scriptedClient(inTurn(refused))
    const patch = (block: object) => client.call({ ...REQUEST, method: 'PATCH', body: { azureKeyVault: block } })
    await expect(patch({ secret: 's3cr3t' })).rejects.toThrow(/tenant ID, and secret/)
    await expect(patch({ roleId: 'r' })).rejects.toThrow(/service principal/)
  })

  test('knows whether the request was a change, about an organization, and with which credentials', async () => {
    const forbidden = http(403, { errorCode: 'USER_UNAUTHORIZED' })
    const { client } = scriptedClient(inTurn(forbidden))
    await expect(client.call({ ...REQUEST, method: 'PATCH' })).rejects.toThrow(
      /Project Owner on this project to change/,
    )
    await expect(client.call({ ...REQUEST, facts: { isAboutOrganization: true } })).rejects.toThrow(/`org-id`/)
    const expired = scriptedClient(inTurn(http(401, { error: 401 })), { credentials: 'access-token' })
    await expect(expired.client.call(REQUEST)).rejects.toThrow(/`atlas-access-token`/)
    await expect(expired.client.call(REQUEST)).rejects.toThrow(AtlasApiError)
  })
})

describe('a change', () => {
  test('is no longer unresolved once a response says that it succeeded', async () => {
    const pendingChange = new PendingChange()
    pendingChange.connectionLost(true)
    const { client } = scriptedClient(inTurn(http(400, { error: 400 }), http(200, {})))
    await expect(client.call(REQUEST, pendingChange)).rejects.toThrow('HTTP 400')
    expect(pendingChange.isUnresolved).toBe(true)
    await client.call(REQUEST, pendingChange)
    expect(pendingChange.isUnresolved).toBe(false)
  })

  test('is unresolved while it is in flight or lost, not after a refusal', () => {
    const pendingChange = new PendingChange()
    expect(pendingChange.isUnresolved).toBe(false)
    pendingChange.started()
    expect(pendingChange.isUnresolved).toBe(true)
    pendingChange.settle(false)
    expect(pendingChange.isUnresolved).toBe(false)
    pendingChange.started()
    pendingChange.connectionLost(false)
    expect(pendingChange.isUnresolved).toBe(false)
  })
})

test('the end of a version of the API is announced once, also by a refusal', async () => {
  const sunset = { sunset: 'Thu, 01 Jul 2027 00:00:00 GMT' }
  const { client, run } = scriptedClient(inTurn(http(400, { error: 400 }, sunset), http(200, {}, sunset)))
  await client.call(REQUEST).catch(() => undefined)
  await client.call(REQUEST)
  expect(run.events).toEqual([{ type: 'warning', text: expect.stringContaining('on 2027-07-01') }])
})
