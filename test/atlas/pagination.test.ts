import { describe, expect, test } from '@jest/globals'
import * as z from 'zod/mini'
import { type List, readList } from '../../src/atlas/pagination.ts'
import { UnreadableResponseError } from '../../src/atlas/response.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { fakeRunContext } from '../harness/context.ts'
import { http, inTurn, scriptedClient } from './scripted-client.ts'

const LIST: List<{ n: number }, number> = {
  resource: safe`things`,
  path: '/things',
  resourceVersion: '2023-01-01',
  item: z.object({ n: z.number() }),
  convert: ({ n }) => n,
}
const NEXT = [{ rel: 'self' }, { rel: 'next', href: 'https://elsewhere.invalid/' }]

const numbers = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from + i)
/** A page with the items `from`, `from + 1`, … */
const page = (from: number, count: number, more: object = {}) =>
  http(200, { results: numbers(from, count).map((n) => ({ n })), ...more })

const read = (...responses: ReturnType<typeof http>[]) => {
  const scripted = scriptedClient(inTurn(...responses), { retries: 0 })
  return { ...scripted, list: readList(scripted.client, LIST) }
}

/** Expects that the list is not read, and how many requests that takes. */
async function expectFailure(message: RegExp, requestCount: number, ...responses: ReturnType<typeof http>[]) {
  const { list, requests } = read(...responses)
  const error: unknown = await list.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(UnreadableResponseError)
  expect(error).toMatchObject({ code: 'PROTOCOL', message: expect.stringMatching(message) })
  expect(requests).toHaveLength(requestCount)
}

describe('a list', () => {
  test('of one page takes one request', async () => {
    const { list, requests } = read(page(0, 3, { totalCount: 3, links: [{ rel: 'self' }] }))
    expect(await list).toEqual([0, 1, 2])
    expect(requests.map(({ path }) => path)).toEqual(['/api/atlas/v2/things?itemsPerPage=500&pageNum=1'])
  })

  test.each([[{}], [{ totalCount: 0 }], [{ totalCount: null, links: null }], [{ links: [] }]])(
    'may be empty: %j',
    async (more) => expect(await read(page(0, 0, more)).list).toEqual([]),
  )

  test('continues with the number of the page that `next` announces, whatever its URL', async () => {
    const { list, requests } = read(page(0, 500, { links: NEXT }), page(500, 2, { totalCount: 502 }))
    expect(await list).toEqual(numbers(0, 502))
    expect(requests.map(({ path }) => path)).toEqual([
      '/api/atlas/v2/things?itemsPerPage=500&pageNum=1',
      '/api/atlas/v2/things?itemsPerPage=500&pageNum=2',
    ])
  })

  test('continues after a page that is not full, if there is a `next`', async () => {
    expect(await read(page(0, 100, { links: NEXT }), page(100, 50)).list).toEqual(numbers(0, 150))
  })

  test('continues after a full page without a `next`', async () => {
    const { list, requests } = read(page(0, 500), page(500, 0))
    expect(await list).toHaveLength(500)
    expect(requests).toHaveLength(2)
    expect(await read(page(0, 500, { links: [] }), page(500, 1)).list).toHaveLength(501)
  })

  test('of a path with a query goes on with it', async () => {
    const { client, requests } = scriptedClient(inTurn(page(0, 0)))
    await readList(client, { ...LIST, path: '/things?status=OPEN' })
    expect(requests[0]?.path).toContain('/things?status=OPEN&itemsPerPage=500&pageNum=1')
  })
})

describe('what is no list', () => {
  test.each([
    [{}],
    [{ results: null }],
    [{ results: {} }],
    [{ results: 'none' }],
    [{ totalCount: 0 }],
    [{ links: [], total: 5 }],
    [{ results: [], totalCount: 'many' }],
    [{ results: [], links: [0, 0] }],
    [{ results: [], links: {} }],
    [{ results: [0] }],
    [{ results: [{}] }],
    [{ results: [{ n: 1 }, { n: '2' }] }],
  ])('%j', (body) =>
    expectFailure(/^things: Atlas's response is not as documented at `(results|links|totalCount)/, 1, http(200, body)),
  )

  test.each([
    ['a maintenance notice', { message: 'Down for maintenance', results: [] }],
    ['an error document', { error: 500, errorCode: 'UNEXPECTED_ERROR', results: [] }],
    ['HTML', '<html></html>'],
  ])('%s', (_, body) => expectFailure(/^GET things: HTTP 200/, 1, http(200, body)))
})

describe('a list that is not whole', () => {
  test('a second page that is not as announced', async () => {
    const first = page(0, 500, { links: NEXT })
    await expectFailure(/page 2 was announced, but is empty/, 2, first, page(0, 0))
    await expectFailure(/`results`/, 2, first, http(200, {}))
    await expectFailure(/`results`/, 2, first, http(200, { results: null }))
    await expectFailure(/HTTP 200 with an error/, 2, first, http(200, { errorCode: 'X' }))
  })

  test.each([401, 403, 404])('a second page that is refused with %i is no matter of permission', (status) =>
    expectFailure(
      new RegExp(`page 2 was refused with HTTP ${status}`),
      2,
      page(0, 500),
      http(status, { error: status, errorCode: 'USER_UNAUTHORIZED' }),
    ),
  )

  test('a second page that fails for another reason keeps its code', async () => {
    const { list } = read(page(0, 500), http(503, { errorCode: 'SERVICE_UNAVAILABLE' }))
    await expect(list).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE', status: 503 })
  })

  test('a first page that is refused stays a refusal', async () => {
    const { list } = read(http(403, { errorCode: 'USER_UNAUTHORIZED' }))
    await expect(list).rejects.toMatchObject({ code: 'USER_UNAUTHORIZED', status: 403 })
  })

  test('100 of 150 without a `next` are read once more, and then given up', () =>
    expectFailure(/Atlas counts 150 items, but sent 100/, 2, page(0, 100, { totalCount: 150 })))

  test('the second look counts, if it is whole', async () => {
    const { list, requests } = read(page(0, 100, { totalCount: 150 }), page(0, 150, { totalCount: 150 }))
    expect(await list).toEqual(numbers(0, 150))
    expect(requests.map(({ path }) => path.slice(-1))).toEqual(['1', '1'])
  })

  test('the largest count of any page is held against it', async () => {
    // An item of the first page was removed meanwhile, so one moved from the second page to the first and was missed.
    const missed = [page(0, 500, { links: NEXT, totalCount: 600 }), page(501, 99, { totalCount: 599 })]
    const { list, requests } = read(...missed, page(1, 500, { links: NEXT, totalCount: 599 }), page(501, 99))
    expect(await list).toEqual(numbers(1, 599))
    expect(requests).toHaveLength(4)
  })

  test('more than Atlas counts are no reason to doubt', async () => {
    expect(await read(page(0, 5, { totalCount: 3 })).list).toHaveLength(5)
  })
})

describe('bounds', () => {
  test('more items than any list of Atlas are not looked at', () => {
    const results = JSON.stringify({ results: Array(10_001).fill(0) })
    return expectFailure(/longer than any of Atlas's/, 1, http(200, results))
  })

  test('neither are more links', () => expectFailure(/longer than any/, 1, page(0, 0, { links: Array(101).fill({}) })))

  test('a list that never ends is left', async () => {
    await expectFailure(/longer than any/, 40, page(0, 1, { links: NEXT }))
    await expectFailure(/longer than any/, 21, page(0, 500))
  })

  test('the first wrong item ends the check', async () => {
    let checked = 0
    const item = z.object({ n: z.number() }).check(() => {
      checked += 1
    })
    const results = [{ n: 0 }, { n: 'x' }, ...Array(5000).fill({ n: 1 })]
    const { client } = scriptedClient(inTurn(http(200, { results })))
    await expect(readList(client, { ...LIST, item })).rejects.toThrow('`results.1.n`')
    expect(checked).toBe(1)
  })

  test('a long list leaves the event loop its turns, and ends with the run', async () => {
    const end = new AbortController()
    const { client } = scriptedClient(inTurn(page(0, 400)), {}, fakeRunContext({ signal: end.signal }))
    let converted = 0
    const convert = (): void => {
      converted += 1
      if (converted === 1) setImmediate(() => end.abort(new Error('the end')))
    }
    await expect(readList(client, { ...LIST, convert })).rejects.toThrow('the end')
    expect(converted).toBeLessThan(400)
  })
})
