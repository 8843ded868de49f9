import { byteOf } from './ascii.ts'
import type { Part, View } from './view.ts'

/** Bytes that were decoded from a part of a view, each from several characters of it. */
export interface ByteRun {
  readonly bytes: Uint8Array
  /** The indexes in the view of the first and the last character that a byte was read from. */
  firstOf(index: number): number
  lastOf(index: number): number
  /** Appends some of the bytes to a view, which must have room for them. */
  put(start: number, end: number, out: View): void
}

/**
 * Reads a part of a view as bytes that are written in some alphabet, in each way in which that is possible.
 *
 * @param minLength shorter runs are left out
 */
export type RunDecoder = (part: Part, minLength: number, emit: (run: ByteRun) => void) => void

/** What escape sequences of text begin with ends a run, since they are decoded first. An equals sign is also padding. */
const ENDS = '%&\\'

/** Like {@link SEPARATOR}, and a zero that stands alone before it belongs to it, as in `0x73`. */
export const PREFIX = 0xfd
/** Not a digit, but something that can stand between two digits. */
export const SEPARATOR = 0xfe
/** Ends a run. */
export const END = 0xff

/** @returns for each byte {@link SEPARATOR} if it is an ASCII character that can stand between two digits, or else {@link END} */
export function separatorKinds(): Uint8Array {
  const kinds = new Uint8Array(256).fill(END)
  kinds.fill(SEPARATOR, 0, 0x80)
  for (const character of ENDS) kinds[byteOf(character)] = END
  return kinds
}

/** Digits in base 16 or 64 without what stands between them, and their indexes in a view. Used again, since it can be large. */
export class Digits {
  values = new Uint8Array(0)
  #positions = new Int32Array(0)
  #bytes = new Uint8Array(0)
  length = 0

  /**
   * Takes in the next run of a part.
   *
   * @param kinds for each byte its value as a digit, or one of the above
   * @returns where the run ends
   */
  read(part: Part, first: number, kinds: Uint8Array): number {
    const { bytes, start } = part
    this.#makeRoom(bytes.length - first)
    const { values } = this
    const positions = this.#positions
    let length = 0
    let i = first
    for (; i < bytes.length; i += 1) {
      const kind = kinds[bytes[i] as number] as number
      if (kind < PREFIX) {
        values[length] = kind
        positions[length] = start + i
        length += 1
      } else if (kind === END) {
        break
      } else if (kind === PREFIX && this.#isLoneZero(length - 1, part, i - 1)) {
        length -= 1
      }
    }
    this.length = length
    return i
  }

  #makeRoom(count: number): void {
    if (this.values.length >= count) return
    this.values = new Uint8Array(2 * count)
    this.#positions = new Int32Array(2 * count)
    this.#bytes = new Uint8Array(2 * count)
  }

  #isLoneZero(index: number, { gaps, start }: Part, i: number): boolean {
    if (this.values[index] !== 0 || this.#positions[index] !== start + i) return false
    return gaps[i] === 1 || this.#positions[index - 1] !== start + i - 1
  }

  /** @returns room for the bytes that digits stand for, at most as many as there are digits */
  roomFor(count: number): Uint8Array {
    return this.#bytes.subarray(0, count)
  }

  /**
   * @param bytes what the digits from `skip` on stand for
   * @param bits of a digit
   */
  runOf(bytes: Uint8Array, bits: 4 | 6, skip: number): ByteRun {
    return new DigitRun(bytes, this.#positions.subarray(skip), bits)
  }
}

/** Bytes that digits stand for. */
class DigitRun implements ByteRun {
  readonly bytes: Uint8Array
  /** The indexes of the digits. */
  readonly #positions: Int32Array
  readonly #bits: 4 | 6

  constructor(bytes: Uint8Array, positions: Int32Array, bits: 4 | 6) {
    this.bytes = bytes
    this.#positions = positions
    this.#bits = bits
  }

  firstOf(index: number): number {
    return this.#positions[Math.floor((8 * index) / this.#bits)] as number
  }

  lastOf(index: number): number {
    return this.#positions[Math.floor((8 * index + 7) / this.#bits)] as number
  }

  put(start: number, end: number, out: View): void {
    const { bytes } = this
    const positions = this.#positions
    const bits = this.#bits
    let digit = Math.floor((8 * start) / bits)
    // The bits of the first digit that belong to the byte before.
    let used = 8 * start - bits * digit
    for (let i = start; i < end; i += 1) {
      out.put(bytes[i] as number, positions[digit] as number, (positions[digit + 1] as number) + 1)
      used += 8 - bits
      digit += 1
      if (used >= bits) {
        used -= bits
        digit += 1
      }
    }
  }
}
