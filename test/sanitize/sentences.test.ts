import { describe, expect, test } from '@jest/globals'
import { safe } from '../../src/sanitize/safe-text.ts'
import {
  asSentence,
  durationText,
  hexText,
  isoDay,
  isoTime,
  lowerCase,
  secondsText,
  withoutFullStop,
} from '../../src/sanitize/sentences.ts'
import { sanitized } from '../harness/context.ts'

describe('a sentence', () => {
  test.each([
    ['', '.'],
    ['It ends', 'It ends.'],
    ['It ends.', 'It ends.'],
    ['Does it end?', 'Does it end?'],
    ['It ends!', 'It ends!'],
    ['It goes on…', 'It goes on…'],
    ['As follows:', 'As follows:'],
    ['It ends (here.)', 'It ends (here.)'],
    ['It ends (here)', 'It ends (here).'],
    ['It ends. Really', 'It ends. Really.'],
  ])('of %j is %j', (text, expected) => expect(asSentence(sanitized(text))).toBe(expected))

  test('goes on without its full stop', () => {
    expect(withoutFullStop(safe`One. Two.`)).toBe('One. Two')
    expect(withoutFullStop(safe`One. Two`)).toBe('One. Two')
  })
})

test('days and times are in UTC', () => {
  const ms = Date.UTC(2027, 0, 31, 23, 59, 58, 7)
  expect(isoDay(ms)).toBe('2027-01-31')
  expect(isoTime(ms)).toBe('2027-01-31T23:59:58.007Z')
})

describe('a duration', () => {
  test('in seconds has one decimal', () => {
    expect(secondsText(1449)).toBe('1.4 s')
    expect(secondsText(120_000)).toBe('120.0 s')
  })

  test.each([
    [0, '0 s'],
    [59_499, '59 s'],
    [59_500, '1 min 0 s'],
    [190_000, '3 min 10 s'],
    [3_599_000, '59 min 59 s'],
    [3_600_000, '1 h 0 min'],
    [7_503_000, '2 h 5 min'],
    [90_000_000, '25 h 0 min'],
  ])('of %d ms has its two largest units: %s', (ms, expected) => expect(durationText(ms)).toBe(expected))
})

test('hexadecimal digits are safe in lower case, and nothing else is', () => {
  expect(hexText('0123456789abcdefABCDEF')).toBe('0123456789abcdefabcdef')
  for (const text of ['', 'xa', 'ax', 'a b', '::a']) expect(hexText(text)).toBeUndefined()
})

test('safe text in lower case is safe', () => expect(lowerCase(safe`AbC`)).toBe('abc'))
