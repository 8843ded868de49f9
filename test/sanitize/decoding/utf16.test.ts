import { describe, expect, test } from '@jest/globals'
import type { ByteRun } from '../../../src/sanitize/decoding/byte-run.ts'
import { putUtf16 } from '../../../src/sanitize/decoding/utf16.ts'
import { View } from '../../../src/sanitize/decoding/view.ts'

/** A run whose every byte was read from two characters. */
const runOf = (bytes: Uint8Array): ByteRun => ({
  bytes,
  firstOf: (index) => 2 * index,
  lastOf: (index) => 2 * index + 1,
  put: () => undefined,
})

/** What is put into a view, part by part. */
function textsOf(bytes: Uint8Array): string[] {
  const out = new View()
  putUtf16(runOf(bytes), out)
  const text = Buffer.from(out.bytes.subarray(0, out.length)).toString('latin1')
  return text.split('\xff').map((part) => Buffer.from(part, 'latin1').toString('utf8'))
}

const little = (text: string): Buffer => Buffer.from(text, 'utf16le')
const big = (text: string): Buffer => little(text).swap16()

describe('text in UTF-16', () => {
  test.each(['abcd', 'secret text', 'pässwörd', 'ab漢字cd', 'abc🎉d'])('%s is read in either byte order', (text) => {
    expect(textsOf(little(text))).toContainEqual(expect.stringContaining(text))
    expect(textsOf(big(text))).toContainEqual(expect.stringContaining(text))
  })

  test('is read after other bytes, wherever it begins', () => {
    for (const before of [[1, 2], [1, 2, 3], Array(51).fill(7)])
      expect(textsOf(Buffer.from([...before, ...little('secret')]))).toContainEqual(expect.stringContaining('secret'))
  })

  test('is read with a few other letters between those of ASCII', () => {
    expect(textsOf(little('ab漢字漢字漢字漢cd')).join()).toContain('ab漢字漢字漢字漢cd')
    expect(textsOf(little(`abcd${'漢'.repeat(50)}`)).join()).not.toContain('漢'.repeat(50))
  })

  test.each([
    ['three letters', little('abc')],
    ['NULs in a row', Buffer.from([1, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
    ['NULs at odd distances', Buffer.from([1, 0, 2, 3, 0, 4, 5, 0, 6, 7, 0, 8, 9, 0])],
    ['three letters after two NULs', Buffer.from([0, 0, 1, ...big('abc')])],
    ['three letters before NULs in a row', Buffer.from([...little('abcd'), 0, 0])],
    ['NULs at even distances, but far apart', Buffer.concat(Array(6).fill(Buffer.from([...Array(21).fill(1), 0])))],
    ['NULs far apart', Buffer.concat(Array(6).fill(Buffer.from([...Array(22).fill(1), 0])))],
    ['nothing', Buffer.alloc(0)],
  ])('is not %s', (_, bytes) => expect(textsOf(bytes)).toEqual(['']))

  test('is read if its letters of ASCII are as far apart as they can be', () =>
    expect(textsOf(Buffer.concat(Array(4).fill(Buffer.from([...Array(19).fill(1), 0])))).join()).toContain('\u0101'))

  test('begins a few characters before its first letter', () => {
    const texts = textsOf(Buffer.from([...Array(60).fill(7), ...little('secret')]))
    expect(texts[0]).toBe(`${'\u0707'.repeat(9)}secret`)
    expect(texts).toHaveLength(3)
  })

  test('has no half of a character at its end', () =>
    expect(textsOf(Buffer.from([...little('abcd'), 0x65]))).toEqual(['abcd', 'bcde', '']))

  test('ends at two NULs, and another can follow', () => {
    const texts = textsOf(Buffer.from([...big('first'), 0, 0, 0, ...big('other')]))
    expect(texts).toContainEqual(expect.stringContaining('first'))
    expect(texts).toContainEqual(expect.stringContaining('other'))
  })

  test('says where its characters stand', () => {
    const out = new View()
    putUtf16(runOf(little('abcd')), out)
    expect([...out.from.subarray(0, 4)]).toEqual([0, 4, 8, 12])
    expect([...out.to.subarray(0, 4)]).toEqual([4, 8, 12, 16])
  })

  test('says where a blank stands that it begins with', () => {
    const out = new View()
    putUtf16(runOf(big(' abcde')), out)
    expect([...out.from.subarray(0, 3)]).toEqual([2, 6, 10])
    expect([...out.to.subarray(0, 3)]).toEqual([6, 10, 14])
  })
})
