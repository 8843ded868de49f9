import { sizeOfCharacter } from './utf8.ts'

/** So many readable bytes make a part. Fewer turn up everywhere, and hold no secret that is encoded once more. */
export const MIN_PART_LENGTH = 8

/** For each byte whether it is ASCII that a text can hold. */
const IS_ASCII_TEXT = new Uint8Array(256)
IS_ASCII_TEXT.fill(1, 0x20, 0x7f)
for (const character of '\t\n\r') IS_ASCII_TEXT[character.charCodeAt(0)] = 1

/**
 * A state machine that finds {@link MIN_PART_LENGTH} bytes of text in a row. A state is four times the count of bytes of text so far, plus
 * how many bytes the last character still lacks. `NEXT_STATE[256 * state + byte]` is the next state, {@link FOUND} the last.
 */
const FOUND = 4 * MIN_PART_LENGTH
const NEXT_STATE = new Uint8Array(256 * FOUND)
/** From each of these bytes to the next all are alike. */
const FIRST_BYTES = [0, 0x09, 0x0b, 0x0d, 0x0e, 0x20, 0x7f, 0x80, 0xc0, 0xc2, 0xe0, 0xf0, 0xf5]
for (let state = 0; state < FOUND; state += 1) {
  const row = NEXT_STATE.subarray(256 * state, 256 * (state + 1))
  for (const byte of FIRST_BYTES) row.fill(nextState(state, byte), byte)
}

function nextState(state: number, byte: number): number {
  const count = state >> 2
  const lacking = state & 3
  if (isContinuation(byte)) return lacking === 0 ? 0 : stateOf(count + 1, lacking - 1)
  const size = byte < 0x80 ? (IS_ASCII_TEXT[byte] as number) : sizeOfCharacter(byte)
  if (size === 0) return 0
  return stateOf(lacking === 0 ? count + 1 : 1, size - 1)
}

function stateOf(count: number, lacking: number): number {
  return count === MIN_PART_LENGTH ? FOUND : 4 * count + lacking
}

/** The start and the end of a part. */
interface Range {
  readonly start: number
  readonly end: number
}

/**
 * @returns the parts of a byte string that can be text in UTF-8, or in Latin-1 with few letters beyond ASCII. Nearly all that decoding
 * makes of ordinary words is in none of them.
 */
export function readableParts(bytes: Uint8Array): Range[] {
  const parts: Range[] = []
  let state = 0
  for (let i = 0; i < bytes.length; i += 1) {
    state = NEXT_STATE[(state << 8) | (bytes[i] as number)] as number
    if (state !== FOUND) continue
    const first = i - MIN_PART_LENGTH + 1
    const end = extendRight(bytes, first)
    if (end - first >= MIN_PART_LENGTH) parts.push({ start: extendLeft(bytes, first, parts.at(-1)?.end ?? 0), end })
    i = end - 1
    state = 0
  }
  return parts
}

/** @returns the end of the text that begins with a whole character at `start` */
function extendRight(bytes: Uint8Array, start: number): number {
  let end = start
  while (end < bytes.length) {
    const size = IS_ASCII_TEXT[bytes[end] as number] === 1 ? 1 : sizeBeyondAscii(bytes, end)
    if (size === 0) break
    end += size
  }
  return end
}

/** @returns the start of the text that has a whole character at `start`, but none of UTF-8 before it */
function extendLeft(bytes: Uint8Array, start: number, min: number): number {
  let first = start
  while (first > min && (IS_ASCII_TEXT[bytes[first - 1] as number] === 1 || isLatin1(bytes, first - 1))) first -= 1
  return first
}

/** @returns how many bytes the character has that begins here; 0 if no text has one like it */
function sizeBeyondAscii(bytes: Uint8Array, start: number): number {
  const size = sizeOfCharacter(bytes[start] as number)
  let end = start + 1
  while (end < start + size && isContinuation(bytes[end] ?? 0)) end += 1
  if (size > 1 && end === start + size) return size
  return isLatin1(bytes, start) ? 1 : 0
}

/** Whether this is a byte beyond ASCII between letters of ASCII. */
function isLatin1(bytes: Uint8Array, i: number): boolean {
  if ((bytes[i] as number) < 0x80) return false
  return isAscii(bytes[i - 1]) && isAscii(bytes[i + 1]) && isAscii(bytes[i + 2])
}

function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte < 0xc0
}

/** The ends of the byte string count as text. */
function isAscii(byte: number | undefined): boolean {
  return byte === undefined || IS_ASCII_TEXT[byte] === 1
}
