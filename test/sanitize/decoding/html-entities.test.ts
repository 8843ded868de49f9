import { expect, test } from '@jest/globals'
import { entityCodePoint } from '../../../src/sanitize/decoding/html-entities.ts'

test.each([
  ['amp', '&'],
  ['verbar', '|'],
  ['nbsp', '\u00a0'],
  ['Agrave', 'À'],
  ['agrave', 'à'],
  ['eacute', 'é'],
  ['yuml', 'ÿ'],
  ['AMP', '&'],
  ['zwnj', '\u200c'],
  ['ZeroWidthSpace', '\u200b'],
  ['zerowidthspace', '\u200b'],
])('%s stands for %j', (name, character) => expect(entityCodePoint(name)).toBe(character.codePointAt(0)))

test.each(['', 'unknown', 'constructor'])('%j stands for nothing', (name) =>
  expect(entityCodePoint(name)).toBeUndefined(),
)
