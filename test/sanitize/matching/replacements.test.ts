import { describe, expect, test } from '@jest/globals'
import {
  addReplacement,
  MASK,
  mergeReplacements,
  type Replacement,
} from '../../../src/sanitize/matching/replacements.ts'

const secret = (from: number, to: number): Replacement => ({ from, to, replacement: MASK })
const id = (from: number, to: number, replacement = '…1234'): Replacement => ({ from, to, replacement })

describe('a replacement that is added', () => {
  test.each<[string, Replacement, Replacement, Replacement[]]>([
    ['continues a secret', secret(2, 5), secret(5, 7), [secret(2, 7)]],
    ['begins with it', secret(2, 5), secret(2, 7), [secret(2, 7)]],
    ['lies within it', secret(2, 7), secret(3, 5), [secret(2, 7)]],
    ['begins before it', secret(2, 5), secret(1, 7), [secret(2, 5), secret(1, 7)]],
    ['begins after it', secret(2, 5), secret(6, 7), [secret(2, 5), secret(6, 7)]],
    ['is an identifier', secret(2, 5), id(3, 7), [secret(2, 5), id(3, 7)]],
    ['follows an identifier', id(2, 5), secret(3, 7), [id(2, 5), secret(3, 7)]],
  ])('%s', (_, first, added, expected) => {
    const list = [first]
    addReplacement(list, added)
    expect(list).toEqual(expected)
  })

  test('is the first', () => {
    const list: Replacement[] = []
    addReplacement(list, secret(1, 2))
    expect(list).toEqual([secret(1, 2)])
  })
})

describe('replacements that are merged', () => {
  test.each<[string, Replacement[], Replacement[]]>([
    ['are sorted', [secret(5, 7), secret(1, 2)], [secret(1, 2), secret(5, 7)]],
    ['go as one if they overlap', [secret(4, 9), secret(1, 5)], [secret(1, 9)]],
    ['go as one if they are neighbors and secret', [secret(1, 5), secret(5, 9)], [secret(1, 9)]],
    ['stay apart as neighbors of an identifier', [id(1, 5), secret(5, 9)], [id(1, 5), secret(5, 9)]],
    ['stay apart as neighbors of a secret', [secret(1, 5), id(5, 9)], [secret(1, 5), id(5, 9)]],
    ['stay apart as neighboring identifiers', [id(1, 5), id(5, 9)], [id(1, 5), id(5, 9)]],
    ['are secret where a secret overlaps an identifier', [id(1, 5), secret(4, 9)], [secret(1, 9)]],
    ['are secret where one is within an identifier', [id(1, 9), secret(4, 6)], [secret(1, 9)]],
    ['are secret where an identifier is within one', [secret(1, 9), id(4, 6)], [secret(1, 9)]],
    ['are secret where two identifiers overlap', [id(1, 5), id(4, 9, '…5678')], [secret(1, 9)]],
    ['are an identifier that was found twice', [id(1, 5), id(1, 5)], [id(1, 5)]],
    ['are the longer of two that begin together', [id(1, 3), id(1, 9)], [id(1, 9)]],
  ])('%s', (_, list, expected) => expect(mergeReplacements(list)).toEqual(expected))
})
