import { describe, expect, test } from '@jest/globals'
import { readText } from '../../../src/sanitize/decoding/text-view.ts'
import { View } from '../../../src/sanitize/decoding/view.ts'

/** Where the reading stops, and what is in the view then. */
function read(text: string, start: number, limit: number): [end: number, bytes: string] {
  const view = new View()
  const end = readText(view, text, start, limit)
  return [end, Buffer.from(view.bytes.subarray(0, view.length)).toString()]
}

describe('reading a text', () => {
  test.each([
    ['in ASCII after a character of several bytes', 'äabcdef', 0, 4, [3, 'äab']],
    ['after the character that goes beyond the limit', 'ä€xyz', 0, 3, [2, 'ä€']],
    ['after the character that reaches the limit', 'äxyz', 0, 2, [1, 'ä']],
    ['before anything if there is no room', 'abc', 1, 0, [1, '']],
    ['at the end of the text', 'a€', 0, 100, [2, 'a€']],
    ['at the end of a text that ends with a blank', 'ab \n', 1, 100, [4, 'b']],
  ])('stops %s', (_, text, start, limit, expected) => expect(read(text, start, limit)).toEqual(expected))

  test('goes on with what is visible after a gap', () => expect(read('a \nbcd', 0, 3)).toEqual([5, 'abc']))

  test.each(['\u{10000}', '\u{10ffff}'])('takes both halves of %j for one character', (character) => {
    const view = new View()
    expect(readText(view, `${character}b`, 0, 10)).toBe(3)
    expect([...view.from.subarray(0, view.length)]).toEqual([0, 0, 0, 0, 2])
    expect([...view.to.subarray(0, view.length)]).toEqual([2, 2, 2, 2, 3])
  })
})
