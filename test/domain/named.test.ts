import { expect, test } from '@jest/globals'
import { named } from '../../src/domain/named.ts'
import { safe } from '../../src/sanitize/safe-text.ts'

test('the first ten of many names are shown, and the rest counted', () => {
  const names = (count: number) => Array.from({ length: count }, (_, n) => safe`n${n}`)
  expect(named([])).toBe('')
  expect(named(names(10))).toBe(names(10).join(', '))
  expect(named(names(12), safe`; `)).toBe(`${names(10).join('; ')} and 2 more`)
})
