import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Secrets } from '../../src/sanitize/secrets.ts'
import { BYTE_CODES, type Encoder, ESCAPES, split, survivors, type TracedText, textOf, traced } from './traced-text.ts'

const ENCODERS: Readonly<Record<string, Encoder>> = { ...ESCAPES, ...BYTE_CODES }

const letters = (alphabet: string, length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...Array.from(alphabet)), minLength: length, maxLength: length + 28 })

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** What secrets look like. */
const secret = fc.oneof(
  letters(ALPHANUMERIC, 12),
  letters(`${ALPHANUMERIC}+/=`, 12),
  letters(`${ALPHANUMERIC}-_~.`, 12),
  letters(`${ALPHANUMERIC}"'%+&<>\\ $!`, 20),
  letters(`${ALPHANUMERIC}äöüßéñ`, 12),
  letters(`${ALPHANUMERIC}漢字🎉€`, 12),
  fc.uuid(),
)

/** Text around it, with everything that escape sequences can begin with. */
const around = fc.oneof(
  fc.string({ unit: fc.constantFrom(...Array.from('abcxyz 0129.,:;=%&\\"\'<>/+-_\n')), maxLength: 12 }),
  fc.constantFrom('', 'secret: ', '{"key":"', '=', '%', '&', '\\', '\\u', 'token=', '&#'),
)

const pickFrom = (numbers: readonly number[]): ((count: number) => number) => {
  let i = -1
  return (count) => {
    i += 1
    return (numbers[i % numbers.length] as number) % count
  }
}

const picks = fc.array(fc.nat({ max: 1000 }), { minLength: 5, maxLength: 20 })

/** At most a quarter of the secret's characters may be left, which happens where the text around it spoils its encoding. */
function expectRedacted(text: TracedText, secretText: string): void {
  const secrets = new Secrets(() => undefined)
  secrets.protect(secretText)
  const left = survivors(text, secrets.redact(textOf(text)))
  expect(left.size).toBeLessThanOrEqual(0.25 * secretText.length)
}

describe('a secret is removed', () => {
  test.each(Object.keys(ENCODERS))('from any text, as %s', (name) => {
    const encode = ENCODERS[name] as Encoder
    fc.assert(
      fc.property(secret, around, around, picks, (text, before, after, numbers) => {
        const pick = pickFrom(numbers)
        expectRedacted([...traced(before, false), ...encode(traced(text, true), pick), ...traced(after, false)], text)
        expectRedacted(encode([...traced(before, false), ...traced(text, true), ...traced(after, false)], pick), text)
      }),
      { numRuns: 200 },
    )
  })

  test('from any text that was encoded twice', () => {
    const names = fc.constantFrom(...Object.keys(ENCODERS))
    fc.assert(
      fc.property(
        secret,
        fc.array(around, { minLength: 4, maxLength: 4 }),
        names,
        names,
        picks,
        (text, [a, b, c, d], first, second, numbers) => {
          const pick = pickFrom(numbers)
          const once = (ENCODERS[first] as Encoder)(
            [...traced(a as string, false), ...traced(text, true), ...traced(b as string, false)],
            pick,
          )
          const twice = (ENCODERS[second] as Encoder)(
            [...traced(c as string, false), ...split(once), ...traced(d as string, false)],
            pick,
          )
          expectRedacted([...traced(d as string, false), ...twice, ...traced(a as string, false)], text)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
