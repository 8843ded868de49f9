import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { JsonTooComplexError, nextTurn, parseBoundedJson } from '../../src/network/bounded-json.ts'

const LIMIT = 300_000
const listOf = (item: string, count: number): string => `[${Array(count).fill(item).join(',')}]`
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

describe('within the limits', () => {
  test('the same as JSON.parse for any value, however it is written', async () => {
    const indent = fc.constantFrom(undefined, 0, 2, '\t')
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), indent, async (value, space) => {
        const text = JSON.stringify(value, null, space)
        expect(await parseBoundedJson(text)).toEqual(JSON.parse(text))
      }),
    )
  })

  test('undefined for what is not JSON, and nothing is thrown', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', ' ', 'a', '1') }),
        async (text) => {
          let expected: unknown
          try {
            expected = JSON.parse(text)
          } catch {
            expected = undefined
          }
          expect(await parseBoundedJson(text)).toEqual(expected)
        },
      ),
    )
  })

  test.each([
    ['at the limit of values', listOf('0', LIMIT)],
    ['at the limit of depth', nested(64)],
    ['what a string holds does not count', JSON.stringify(`${','.repeat(LIMIT + 1)}${nested(65)}\\"`)],
  ])('%s', async (_, text) => expect(await parseBoundedJson(text)).toEqual(JSON.parse(text)))
})

describe('past the limits', () => {
  // None of these texts is JSON to its end, so JSON.parse cannot have accepted it.
  test.each([
    ['too many values', `${listOf('0', LIMIT + 1)} and so on`],
    ['too many empty objects', `${listOf('{}', LIMIT)} and so on`],
    ['too many members', `{${Array(LIMIT).fill('"a":1').join(',')} and so on`],
    ['too deep', `${nested(65)} and so on`],
    ['too deep, as objects', '{"a":'.repeat(65)],
    ['after a string with an escaped quote', `["\\"",${'['.repeat(64)}`],
  ])('%s', async (_, text) => {
    await expect(parseBoundedJson(text)).rejects.toThrow(JsonTooComplexError)
  })
})

describe('the event loop', () => {
  /** How many turns the event loop took before the work was done. */
  async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
    let turns = 0
    let isDone = false
    const count = (): void => {
      if (isDone) return
      turns += 1
      setImmediate(count)
    }
    setImmediate(count)
    await work()
    isDone = true
    return turns
  }

  test('gets a turn before and after the look at a long text', async () => {
    expect(await turnsDuring(() => parseBoundedJson(JSON.stringify('x'.repeat(300_000))))).toBeGreaterThanOrEqual(2)
    expect(await turnsDuring(() => parseBoundedJson('"x"'))).toBe(0)
  })

  test('gets a turn where one is given', async () => {
    expect(await turnsDuring(nextTurn)).toBe(1)
  })
})
