import { byteOf, isDigit, isLetter, readNumber } from './ascii.ts'
import { type ByteRun, END, type RunDecoder, separatorKinds } from './byte-run.ts'
import { utf8Bytes } from './utf8.ts'
import type { Part } from './view.ts'

/** Longer numbers are no bytes and no code points. */
const MAX_DIGITS = 7

const DOUBLE_QUOTE = byteOf('"')
const COLON = byteOf(':')
const LETTER_O = byteOf('o')

const KINDS = separatorKinds()

/** The bytes of a list of numbers, and the indexes of the digits in which they are written. Used again, since it can be large. */
class NumberList {
  readonly #base: 8 | 10
  readonly #max: number
  #bytes = new Uint8Array(0)
  #firsts = new Int32Array(0)
  #lasts = new Int32Array(0)
  #length = 0

  /** @param max larger numbers are not in the list */
  constructor(base: 8 | 10, max: number) {
    this.#base = base
    this.#max = max
  }

  /** Empties the list and makes room. */
  reset(count: number): void {
    this.#length = 0
    if (this.#bytes.length >= count) return
    this.#bytes = new Uint8Array(2 * count)
    this.#firsts = new Int32Array(2 * count)
    this.#lasts = new Int32Array(2 * count)
  }

  /** Adds a number that is written in a part. @returns whether it can be in the list */
  add({ bytes, start }: Part, first: number, end: number): boolean {
    const number = readNumber(bytes, first, this.#base, Math.min(end - first, MAX_DIGITS))
    if (number.end !== end || number.value > this.#max) return false
    const { value } = number
    if (value <= 0xff) {
      this.#append(value, start + first, start + end - 1)
      return true
    }
    // The code point of a character is put into UTF-8.
    for (const byte of utf8Bytes(value)) this.#append(byte, start + first, start + end - 1)
    return true
  }

  #append(byte: number, first: number, last: number): void {
    this.#bytes[this.#length] = byte
    this.#firsts[this.#length] = first
    this.#lasts[this.#length] = last
    this.#length += 1
  }

  /** Ends the list. */
  end(minLength: number, emit: (run: ByteRun) => void): void {
    const length = this.#length
    this.#length = 0
    if (length < minLength) return
    const bytes = this.#bytes.subarray(0, length)
    const firsts = this.#firsts
    const lasts = this.#lasts
    emit({
      bytes,
      firstOf: (index) => firsts[index] as number,
      lastOf: (index) => lasts[index] as number,
      put: (start, end, out) => {
        for (let i = start; i < end; i += 1) out.put(bytes[i] as number, firsts[i] as number, (lasts[i] as number) + 1)
      },
    })
  }

  /** Whether something stands between two numbers that can't stand there in a list. */
  isEndedBetween(bytes: Uint8Array, start: number, end: number): boolean {
    for (let i = start; i < end; i += 1) {
      const byte = bytes[i] as number
      const isPrefix = this.#base === 8 && byte === LETTER_O
      if (isLetter(byte) ? !isPrefix : KINDS[byte] === END) return true
    }
    return false
  }
}

const LISTS = [new NumberList(10, 0x10ffff), new NumberList(8, 0xff)]

/** Decodes the lists of decimal and of octal bytes in a part of a view: `[115, 101]`, `{"0":115,"1":101}`, `163 145`, `0o163`. */
export const decodeNumberLists: RunDecoder = (part, minLength, emit) => {
  const { bytes, gaps } = part
  // A byte takes at least one digit, and a character of several bytes takes as many digits.
  for (const list of LISTS) list.reset(bytes.length)
  let last = 0
  for (let i = nextDigit(bytes, 0); i < bytes.length; i = nextDigit(bytes, last)) {
    const end = endOfDigits(bytes, gaps, i)
    for (const list of LISTS) {
      if (list.isEndedBetween(bytes, last, i)) list.end(minLength, emit)
      if (!isKey(bytes, end) && !list.add(part, i, end)) list.end(minLength, emit)
    }
    last = end
  }
  for (const list of LISTS) list.end(minLength, emit)
}

function nextDigit(bytes: Uint8Array, start: number): number {
  let i = start
  while (i < bytes.length && !isDigit(bytes[i] as number)) i += 1
  return i
}

/** Digits on two lines are two numbers. */
function endOfDigits(bytes: Uint8Array, gaps: Uint8Array, start: number): number {
  let i = start + 1
  while (isDigit(bytes[i] ?? 0) && gaps[i] === 0) i += 1
  return i
}

/** Whether the number that ends here is a key of JSON, not an item. */
function isKey(bytes: Uint8Array, end: number): boolean {
  return bytes[end] === DOUBLE_QUOTE && bytes[end + 1] === COLON
}
