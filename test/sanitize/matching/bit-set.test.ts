import { expect, test } from '@jest/globals'
import { BitSet } from '../../../src/sanitize/matching/bit-set.ts'

const NUMBERS = [0, 1, 31, 32, 62, 63]

test('a set of bits has the numbers that were added, by their low bits', () => {
  for (const added of NUMBERS) {
    const set = new BitSet(6)
    expect(NUMBERS.filter((number) => set.mayHave(number))).toEqual([])
    set.add(added)
    expect(NUMBERS.filter((number) => set.mayHave(number))).toEqual([added])
    expect(set.mayHave(added + 64)).toBe(true)
    expect(set.mayHave(added - 64)).toBe(true)
  }
})

test('a set keeps what it has', () => {
  const set = new BitSet(6)
  for (const number of [3, 35, 4, -1]) set.add(number)
  expect([3, 35, 4, -1, 63].every((number) => set.mayHave(number))).toBe(true)
  expect(set.mayHave(5)).toBe(false)
})
