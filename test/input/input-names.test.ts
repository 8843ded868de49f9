import { describe, expect, test } from '@jest/globals'
import { inputLabel, pronoun, quoteGiven, readInput, readVariable } from '../../src/input/input-names.ts'
import { sanitized } from '../harness/context.ts'

const INPUTS: Readonly<Record<string, string>> = { mode: 'plan', shard: '1/2' }
const input = (name: string): string => INPUTS[name] ?? ''

test('an input is called by its name, at the beginning of a sentence and within', () => {
  expect(inputLabel('mode')).toBe('Input `mode`')
  expect(readInput(input, 'mode')).toEqual({ label: 'Input `mode`', inlineLabel: 'input `mode`', text: 'plan' })
  expect(readInput(input, 'org-id')).toEqual({ label: 'Input `org-id`', inlineLabel: 'input `org-id`', text: '' })
})

describe('of several variables', () => {
  const NAMES = ['MONGODB_ATLAS_PUBLIC_API_KEY', 'MONGODB_ATLAS_PUBLIC_KEY'] as const

  test.each([
    ['the first one is named if none has a value', {}, NAMES[0], ''],
    ['the first one with a value is read', { [NAMES[0]]: ' a\n', [NAMES[1]]: 'b' }, NAMES[0], 'a'],
    ['one that is empty is passed over', { [NAMES[0]]: ' ', [NAMES[1]]: 'b' }, NAMES[1], 'b'],
  ])('%s', (_, env, name, text) =>
    expect(readVariable(env, ...NAMES)).toEqual({
      label: `The environment variable \`${name}\``,
      inlineLabel: `the environment variable \`${name}\``,
      text,
    }),
  )
})

test('those that are given are listed in the order that was asked for', () => {
  expect(quoteGiven(input, ['shard', 'org-id', 'mode'])).toEqual(['`shard`', '`mode`'])
  expect(quoteGiven(input, ['org-id'])).toEqual([])
})

test('one that was listed is "it", and several are "them"', () => {
  expect(pronoun([sanitized('a')])).toBe('it')
  expect(pronoun([sanitized('a'), sanitized('b')])).toBe('them')
})
