import fc from 'fast-check'

/** Any code point, surrogates included. fast-check's own `binary` takes seconds to make the table of all of them. */
const codePoint = fc.nat({ max: 0x10ffff }).map((point) => String.fromCodePoint(point))

export const anyText = (lengths: { minLength?: number; maxLength?: number } = {}): fc.Arbitrary<string> =>
  fc.string({ unit: codePoint, ...lengths })
