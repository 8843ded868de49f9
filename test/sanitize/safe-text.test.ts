import { expect, test } from '@jest/globals'
import { joinSafe, safe } from '../../src/sanitize/safe-text.ts'

test('a sentence has its words and its parts', () => {
  expect(safe`${'aws' as const} has ${3} keys: ${true}.`).toBe('aws has 3 keys: true.')
  expect(joinSafe([safe`a`, safe`b`, safe`c`], safe`, `)).toBe('a, b, c')
  expect(joinSafe([], safe`, `)).toBe('')
})

test('two safe texts side by side form no workflow command', () => {
  expect(safe`${safe`:`}${safe`:error`}${safe`::x`}`).toBe(': :error: :x')
  expect(safe`#${safe`#[error]x`}`).toBe('# #[error]x')
  expect(joinSafe([safe`##`, safe`[error]x`], safe``)).toBe('# #[error]x')
  expect(joinSafe([safe``, safe`error::x`], safe`::`)).toBe(': :error::x')
})
