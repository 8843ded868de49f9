/** A piece of a text and which character of the secret it was made of; undefined if it is none of the secret's. */
interface Piece {
  readonly text: string
  readonly origin: number | undefined
}

export type TracedText = readonly Piece[]

/** Encodes a text; `pick` gives numbers from 0 up to, but not including, its argument. */
export type Encoder = (text: TracedText, pick: (count: number) => number) => TracedText

export const traced = (text: string, isSecret: boolean): TracedText =>
  Array.from(text, (character, i) => ({ text: character, origin: isSecret ? i : undefined }))

/** @returns the same text in pieces of one character, as encoders take it */
export const split = (text: TracedText): TracedText =>
  text.flatMap((piece) => Array.from(piece.text, (character) => ({ ...piece, text: character })))

export const textOf = (text: TracedText): string => text.map((piece) => piece.text).join('')

/** A byte and where it comes from. */
interface TracedByte {
  readonly byte: number
  readonly origin: number | undefined
}

const bytesOf = (text: TracedText, encode: (character: string) => Buffer): TracedByte[] =>
  text.flatMap((piece) => [...encode(piece.text)].map((byte) => ({ byte, origin: piece.origin })))

const utf8 = (character: string): Buffer => Buffer.from(character, 'utf8')
const utf16le = (character: string): Buffer => Buffer.from(character, 'utf16le')
const utf16be = (character: string): Buffer => Buffer.from(character, 'utf16le').swap16()

/** Encodes each character by itself. */
const each =
  (encode: (character: string) => string): Encoder =>
  (text) =>
    text.map(({ text: character, origin }) => ({ text: encode(character), origin }))

const unitsOf = (character: string): number[] => character.split('').map((unit) => unit.charCodeAt(0))

const hexOf = (number: number, length: number): string => number.toString(16).padStart(length, '0')

const jsonOf = (character: string): string => JSON.stringify(character).slice(1, -1)

const percentOf = (character: string): string =>
  [...utf8(character)].map((byte) => `%${hexOf(byte, 2).toUpperCase()}`).join('')

const HTML: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' }

/** Characters that can't be seen, and entities for them. */
const INVISIBLE = [
  '\u00ad',
  '\u200b',
  '\u200d',
  '\u2060',
  '\ufe0f',
  '\u034f',
  '\u180b',
  '\u{e0041}',
  '\u{1d173}',
  '\ufff3',
]
const INVISIBLE_ENTITIES = [
  '&shy;',
  '&#8203;',
  '&#x200B;',
  '&ZeroWidthSpace;',
  '&NoBreak;',
  '&zwnj;',
  '&#917569;',
  '&#x34f;',
]

/** Puts a random one between all characters. */
const between =
  (choices: readonly string[]): Encoder =>
  (text, pick) =>
    text.flatMap((piece) => [piece, { text: choices[pick(choices.length)] as string, origin: undefined }])

/** Writes bytes as words with a separator between them. */
const listed =
  (write: (byte: number) => string, separators: readonly string[], encode = utf8): Encoder =>
  (text, pick) => {
    const separator = separators[pick(separators.length)] as string
    return bytesOf(text, encode).flatMap(({ byte, origin }) => [
      { text: write(byte), origin },
      { text: separator, origin: undefined },
    ])
  }

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 with its characters traced, broken into lines of any length with any indent. */
const base64 =
  ({ encode = utf8, isUrl = false, isPadded = true, isWrapped = false }): Encoder =>
  (text, pick) => {
    const bytes = bytesOf(text, encode)
    const coded: Piece[] = []
    for (let i = 0; i < Math.ceil((bytes.length * 8) / 6); i += 1) {
      const first = bytes[Math.floor((6 * i) / 8)] as TracedByte
      const second = bytes[Math.floor((6 * i + 5) / 8)]
      const sixteen = (first.byte << 8) | (second?.byte ?? 0)
      const letter = ALPHABET[(sixteen >> (10 - ((6 * i) % 8))) & 63] as string
      const inUrl = letter === '+' ? '-' : letter === '/' ? '_' : letter
      coded.push({ text: isUrl ? inUrl : letter, origin: first.origin ?? second?.origin })
    }
    const width = isWrapped ? 4 + pick(80) : Number.POSITIVE_INFINITY
    const wrap = ['\n', '\r\n', '\n    ', '\n\t', ' '][pick(5)] as string
    const lines = coded.flatMap((piece, i) =>
      i > 0 && i % width === 0 ? [{ text: wrap, origin: undefined }, piece] : [piece],
    )
    return isPadded ? [...lines, { text: '='.repeat((3 - (bytes.length % 3)) % 3), origin: undefined }] : lines
  }

const BYTE_SEPARATORS = ['', ':', ' ', '-', ', ', '\n', '\n  ']
const NUMBER_SEPARATORS = [',', ', ', ' ', '\n', ',\n    ', ';']
const hexByte = (byte: number): string => hexOf(byte, 2)

/** Encodings of text as other text. */
export const ESCAPES: Readonly<Record<string, Encoder>> = {
  none: each((character) => character),
  JSON: each(jsonOf),
  'JSON in ASCII': each((character) =>
    unitsOf(character)
      .map((unit) => `\\u${hexOf(unit, 4)}`)
      .join(''),
  ),
  'JSON in JSON': each((character) => jsonOf(jsonOf(character))),
  'escapes of C': each((character) => [...utf8(character)].map((byte) => `\\x${hexByte(byte)}`).join('')),
  'octal escapes': each((character) =>
    [...utf8(character)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join(''),
  ),
  URI: each(encodeURIComponent),
  'URI, every byte': each(percentOf),
  'form data': each((character) => new URLSearchParams({ '': character }).toString().slice(1)),
  'data of a workflow command': each((character) => character.replace(/[%\r\n]/, percentOf)),
  HTML: each((character) => (character in HTML ? `&${HTML[character]};` : character)),
  'decimal entities': each((character) => `&#${character.codePointAt(0)};`),
  'hexadecimal entities': each((character) => `&#x${hexOf(character.codePointAt(0) as number, 2)};`),
  'quoted-printable': (text, pick) =>
    each((character) => (/^[ -<>-~]$/.test(character) ? character : percentOf(character).replaceAll('%', '=')))(
      text,
      pick,
    ).flatMap((piece, i) => (i % 70 === 69 ? [{ text: '=\r\n', origin: undefined }, piece] : [piece])),
  'invisible characters': between(INVISIBLE),
  'entities of invisible characters': between(INVISIBLE_ENTITIES),
}

/** Encodings of text as lists of bytes. */
export const BYTE_CODES: Readonly<Record<string, Encoder>> = {
  base64: base64({}),
  'base64 without padding': base64({ isPadded: false }),
  base64url: base64({ isUrl: true, isPadded: false }),
  'base64 in lines': base64({ isWrapped: true }),
  'base64 of UTF-16LE': base64({ encode: utf16le }),
  'base64 of UTF-16BE': base64({ encode: utf16be, isWrapped: true }),
  hexadecimal: listed(hexByte, BYTE_SEPARATORS),
  'hexadecimal, upper case': listed((byte) => hexByte(byte).toUpperCase(), BYTE_SEPARATORS),
  'hexadecimal with 0x': listed((byte) => `0x${hexByte(byte)}`, [', ', ' ', '\n']),
  'hexadecimal of UTF-16LE': listed(hexByte, BYTE_SEPARATORS, utf16le),
  'hexadecimal of UTF-16BE': listed(hexByte, BYTE_SEPARATORS, utf16be),
  'decimal numbers': listed(String, NUMBER_SEPARATORS),
  'octal numbers': listed((byte) => byte.toString(8), NUMBER_SEPARATORS),
  'octal numbers with zeros': listed((byte) => byte.toString(8).padStart(4, '0'), NUMBER_SEPARATORS),
}

/**
 * @param redacted the text after some of its parts were replaced by `***`
 * @returns which characters of the secret can still be read off it
 */
export function survivors(text: TracedText, redacted: string): Set<number> {
  const whole = textOf(text)
  const originAt = text.flatMap(({ text: piece, origin }) => Array.from({ length: piece.length }, () => origin))
  const origins = new Set<number>()
  let at = 0
  const parts = redacted.split('***')
  for (const [i, part] of parts.entries()) {
    const start = i === parts.length - 1 ? whole.length - part.length : whole.indexOf(part, at)
    for (const origin of originAt.slice(start, start + part.length)) if (origin !== undefined) origins.add(origin)
    at = start + part.length
  }
  return origins
}
