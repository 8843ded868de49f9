import { expect, test } from '@jest/globals'
import { withoutStacks } from '../../../src/input/parse/without-stacks.ts'

const stackOf = (error: Error): string => error.stack ?? ''

test('errors that are made meanwhile have no stack trace, and later ones have', () => {
  expect(stackOf(withoutStacks(() => new Error('within')))).toBe('Error: within')
  expect(stackOf(new Error('after'))).toMatch(/^Error: after\n {4}at /)
})

test('also after parsing has thrown', () => {
  const thrown = new Error('thrown')
  expect(() =>
    withoutStacks(() => {
      throw thrown
    }),
  ).toThrow(thrown)
  expect(stackOf(new Error('after'))).toMatch(/^Error: after\n {4}at /)
})
