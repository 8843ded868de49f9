import { byteOf, isAlphanumeric, readNumber } from './ascii.ts'
import { entityCodePoint, MAX_ENTITY_NAME_LENGTH } from './html-entities.ts'

/** What an escape sequence stands for, and where it ends. */
export interface Escape {
  readonly end: number
  /** A byte or a code point. */
  readonly value: number
  /** Whether the value is a byte of whatever encoding the text was in, not a code point. */
  readonly isByte: boolean
}

type Reader = (bytes: Uint8Array, start: number) => Escape | undefined

const MAX_CODE_POINT = 0x10ffff
const REPLACEMENT_CHARACTER = 0xfffd
/** The first byte that is no ASCII. */
const BEYOND_ASCII = 0x80

/** Leading zeros included. */
const MAX_ENTITY_DIGITS = 10

const HASH = byteOf('#')
const LETTER_U = byteOf('u')
const LETTER_X = byteOf('x')
const SEMICOLON = byteOf(';')
const OPEN_BRACE = byteOf('{')
const CLOSE_BRACE = byteOf('}')

/** Letters after a backslash, and the control characters that they stand for. */
const CONTROL_LETTERS: ReadonlyMap<number, number> = new Map(
  Array.from('abtnvfre').map((letter, i) => [byteOf(letter), letter === 'e' ? 0x1b : 7 + i]),
)

/** How many hexadecimal digits follow `\x`, `\u` and `\U`. */
const HEX_LENGTHS: ReadonlyMap<number, number> = new Map([
  [byteOf('x'), 2],
  [byteOf('u'), 4],
  [byteOf('U'), 8],
])

const READERS = new Map<number, Reader>([
  [byteOf('&'), readEntity],
  [byteOf('\\'), readBackslash],
  [byteOf('%'), readPercent],
  [byteOf('='), readQuotedPrintable],
])

/** The bytes that an escape sequence can begin with, one for each family. */
export const ESCAPE_LEADS: readonly number[] = [...READERS.keys()]

/**
 * Reads an escape sequence of HTML, JSON, JavaScript, C, shells, URLs or quoted-printable.
 *
 * @returns undefined if none begins at `start`
 */
export function readEscape(bytes: Uint8Array, start: number): Escape | undefined {
  return READERS.get(bytes[start] as number)?.(bytes, start)
}

/** `&#65;` and `&#x41;`, also without the semicolon, as readers of HTML take them, and `&amp;`. */
function readEntity(bytes: Uint8Array, start: number): Escape | undefined {
  if (bytes[start + 1] !== HASH) return readNamedEntity(bytes, start)
  const isHex = ((bytes[start + 2] ?? 0) | 0x20) === LETTER_X
  const first = start + (isHex ? 3 : 2)
  const { value, end } = readNumber(bytes, first, isHex ? 16 : 10, MAX_ENTITY_DIGITS)
  if (end === first) return undefined
  return {
    value: value > MAX_CODE_POINT ? REPLACEMENT_CHARACTER : value,
    isByte: false,
    end: bytes[end] === SEMICOLON ? end + 1 : end,
  }
}

function readNamedEntity(bytes: Uint8Array, start: number): Escape | undefined {
  let name = ''
  let i = start + 1
  for (; isAlphanumeric(bytes[i] ?? 0) && name.length <= MAX_ENTITY_NAME_LENGTH; i += 1) {
    name += String.fromCharCode(bytes[i] as number)
  }
  const value = bytes[i] === SEMICOLON ? entityCodePoint(name) : undefined
  if (value !== undefined) return { value, isByte: false, end: i + 1 }
  const [prefix] = /^(amp|lt|gt|quot)/i.exec(name) ?? []
  if (prefix === undefined) return undefined
  return { value: entityCodePoint(prefix) as number, isByte: false, end: start + 1 + prefix.length }
}

function readBackslash(bytes: Uint8Array, start: number): Escape | undefined {
  const letter = bytes[start + 1] ?? BEYOND_ASCII
  const hexLength = HEX_LENGTHS.get(letter)
  if (hexLength !== undefined) return readHexOrBraces(bytes, start + 2, hexLength)
  const octal = readNumber(bytes, start + 1, 8, 3)
  if (octal.end > start + 1) return octal.value > 0xff ? undefined : { ...octal, isByte: true }
  const control = CONTROL_LETTERS.get(letter)
  if (control !== undefined) return { value: control, isByte: true, end: start + 2 }
  // A backslash before an escape sequence of another family is a character of its own.
  const isOther = READERS.has(letter) && letter !== bytes[start]
  if (letter >= BEYOND_ASCII || isAlphanumeric(letter) || isOther) return undefined
  return { value: letter, isByte: true, end: start + 2 }
}

/** So many digits, or any number of them in braces, after `\\x` or `\\u`. */
function readHexOrBraces(bytes: Uint8Array, start: number, length: number): Escape | undefined {
  if (bytes[start] !== OPEN_BRACE) return readHex(bytes, start, length)
  const { value, end } = readNumber(bytes, start + 1, 16, 8)
  return bytes[end] === CLOSE_BRACE && value <= MAX_CODE_POINT ? { value, isByte: false, end: end + 1 } : undefined
}

/** So many digits. Two are a byte, more are a code point. */
function readHex(bytes: Uint8Array, start: number, length: number): Escape | undefined {
  const { value, end } = readNumber(bytes, start, 16, length)
  return end === start + length && value <= MAX_CODE_POINT ? { value, isByte: length === 2, end } : undefined
}

/** `%41`, and `%u0041` of the old `escape()`. */
function readPercent(bytes: Uint8Array, start: number): Escape | undefined {
  return bytes[start + 1] === LETTER_U ? readHex(bytes, start + 2, 4) : readHex(bytes, start + 1, 2)
}

/**
 * `=3D`. Codes of letters and digits are left: an encoder has no reason to write them, and ordinary texts are full of `name=ab12`. A
 * text in which every byte is encoded is read as hexadecimal bytes.
 */
function readQuotedPrintable(bytes: Uint8Array, start: number): Escape | undefined {
  const code = readHex(bytes, start + 1, 2)
  return code === undefined || isAlphanumeric(code.value) ? undefined : code
}
