import { expect, test } from '@jest/globals'
import { Secrets } from '../../src/sanitize/secrets.ts'

function secretsWith(secret: string): Secrets {
  const secrets = new Secrets(() => undefined)
  secrets.protect(secret)
  return secrets
}

test('megabytes of what could be decoded cost no more than a moment', () => {
  const secrets = secretsWith('hunter22')
  for (const code of ['\\n', '%41', '&#65;', '\u200b', '  ']) {
    secrets.sanitize(code.repeat(2_000_000))
    secrets.redact(code.repeat(100_000))
  }
})

test('no secret, nor half of one, is behind what is cut off or folded', () => {
  const secret = 'mdb_sa_sk_0123456789abcdefghij'
  const coded = Array.from(secret, (c) => `&#${c.charCodeAt(0)};`).join('')
  const secrets = secretsWith(secret)
  for (const size of [1, 800, 95_000, 98_300, 131_000, 131_060, 262_100, 999_990, 1_000_100]) {
    for (const blank of [' ', '\u200b', '\n']) {
      const shown = secrets.sanitize(`x${blank.repeat(size)}${coded}`, 1000)
      expect(shown.replace(/^x ?/, '').replace('***', '')).toBe('')
    }
  }
  expect(secrets.redact('x'.repeat(131_000) + coded)).toBe(`${'x'.repeat(131_000)}***`)
  expect(secrets.sanitize(`${coded} `.repeat(2000), 4000)).toMatch(/^(\*\*\* ?)*…?$/)
})
