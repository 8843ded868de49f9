import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isWithinJsonLimits } from '../../src/github/json-limits.ts'

const fits = (text: string): boolean => isWithinJsonLimits(Buffer.from(text))

describe('within the limits', () => {
  test.each<[string, string]>([
    ['nothing', ''],
    [
      'a page of 100 issues with 100 labels each',
      JSON.stringify(Array(100).fill({ labels: Array(100).fill({ a: 1 }) })),
    ],
    ['a long text', JSON.stringify([{ body: 'x'.repeat(5_000_000) }])],
    ['signs in texts', JSON.stringify([{ body: '[{,'.repeat(500_000) }])],
    ['escaped quotes in texts', JSON.stringify(['\\"[[[['.repeat(100_000)])],
    ['32 levels', `${'['.repeat(32)}${']'.repeat(32)}`],
    ['a text without an end', `"${'['.repeat(100)}`],
  ])('%s', (_, text) => expect(fits(text)).toBe(true))

  test('any value of the usual size', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => fits(JSON.stringify(value))))
  })
})

describe('past the limits', () => {
  test.each<[string, string]>([
    ['10 MiB of empty objects', `[${'{},'.repeat(3_400_000)}{}]`],
    ['10 MiB of zeros', `[{"labels":[${'0,'.repeat(5_000_000)}0]}]`],
    ['a list beside 60,000 others', `[${'[],'.repeat(60_000)}[]]`],
    ['33 levels', `${'['.repeat(33)}${']'.repeat(33)}`],
    ['levels without an end', '[{"a":'.repeat(1000)],
  ])('%s', (_, text) => expect(fits(text)).toBe(false))
})
