import { CONTROL, kindOf, SPACE, TEXT } from '../characters.ts'
import { byteOf } from './ascii.ts'
import { grown } from './grown.ts'
import {
  isHighSurrogate,
  isLowSurrogate,
  joinSurrogates,
  readCodePoint,
  sizeOfLastCharacter,
  utf8Bytes,
} from './utf8.ts'

/** Between two parts of a view that don't belong together. No UTF-8 text has this byte. */
export const BREAK = 0xff

/** A part of a view. */
export interface Part {
  readonly bytes: Uint8Array
  /** As in {@link View.gaps}. */
  readonly gaps: Uint8Array
  /** Where in the view it begins. */
  readonly start: number
}

const EQUALS = byteOf('=')

/**
 * One way to read a text: its bytes, in UTF-8 unless something else was encoded, without what can't be seen. Of a run of spaces
 * one is left, and none of a run with a line break or a control character in it, nor an equals sign before it. For each byte a view knows where it comes from.
 * Views are large and short-lived, so they are used again: see {@link reset}.
 */
export class View {
  bytes = new Uint8Array(0)
  /** The range in {@link parent}, or in the text itself, of what became the byte. */
  from = new Int32Array(0)
  to = new Int32Array(0)
  /** 1 if something with a line break or a control character in it was left out before the byte. */
  gaps = new Uint8Array(0)
  length = 0
  /** The view that this one was decoded from; undefined if it was read from the text itself. */
  parent: View | undefined = undefined
  /** How often bytes were decoded on the way to it, from base64, hexadecimal digits or numbers. */
  byteDepth = 0

  /** The kinds of the characters that were left out since the last byte, and where they begin. */
  #gap = 0
  #gapFrom = 0

  /** Empties the view. */
  reset(parent: View | undefined, byteDepth: number): this {
    this.parent = parent
    this.byteDepth = byteDepth
    this.truncate(0)
    return this
  }

  /** Drops all bytes from the given one on. */
  truncate(length: number): void {
    this.length = length
    this.#gap = 0
  }

  /** Makes room, which {@link put} takes for granted: for a byte of each byte or space put in. */
  reserve(count: number): void {
    const needed = this.length + count
    if (needed <= this.bytes.length) return
    const capacity = Math.max(needed, 2 * this.bytes.length)
    this.bytes = grown(new Uint8Array(capacity), this.bytes)
    this.gaps = grown(new Uint8Array(capacity), this.gaps)
    this.from = grown(new Int32Array(capacity), this.from)
    this.to = grown(new Int32Array(capacity), this.to)
  }

  part(start: number, end: number): Part {
    return { bytes: this.bytes.subarray(start, end), gaps: this.gaps.subarray(start, end), start }
  }

  /**
   * Puts in the characters of a text up to the first one that is not a visible character of ASCII, or up to `end`.
   *
   * @returns where it stopped
   */
  putAscii(text: string, start: number, end: number): number {
    if (this.#gap !== 0 || start >= end) return start
    const { bytes, from, to, gaps, length } = this
    const shift = length - start
    let i = start
    for (; i < end; i += 1) {
      const unit = text.charCodeAt(i)
      if (unit >= 0x80 || kindOf(unit) !== TEXT) break
      bytes[i + shift] = unit
      from[i + shift] = i
      to[i + shift] = i + 1
      gaps[i + shift] = 0
    }
    this.length = i + shift
    return i
  }

  put(byte: number, from: number, to: number): void {
    if (byte < 0x80) {
      const kind = kindOf(byte)
      if (kind === TEXT) this.#append(byte, from, to)
      else this.#leaveOut(kind, from)
    } else {
      this.#append(byte, from, to)
      if (byte < 0xc0) this.#checkCharacter()
    }
  }

  /** Puts a character in as UTF-8. The halves of a surrogate pair may come one by one. */
  putCodePoint(point: number, from: number, to: number): void {
    if (point < 0x80) {
      this.put(point, from, to)
      return
    }
    const kind = kindOf(point)
    if (kind !== TEXT) {
      this.#leaveOut(kind, from)
      return
    }
    for (const byte of utf8Bytes(point)) this.#append(byte, from, to)
    if (isLowSurrogate(point)) this.#checkCharacter()
  }

  /** Notes that a line break or a control character was left out here. */
  leaveGap(from: number): void {
    this.#leaveOut(CONTROL, from)
  }

  /** Ends a part: what comes next doesn't belong to it. */
  break(): void {
    this.#gap = 0
    const end = this.length === 0 ? 0 : (this.to[this.length - 1] as number)
    this.#append(BREAK, end, end)
  }

  #append(byte: number, from: number, to: number): void {
    const gap = this.#gap === 0 ? 0 : this.#closeGap(from)
    this.#write(byte, from, to, gap)
  }

  #write(byte: number, from: number, to: number, gap: number): void {
    const { length } = this
    this.bytes[length] = byte
    this.from[length] = from
    this.to[length] = to
    this.gaps[length] = gap
    this.length = length + 1
  }

  #leaveOut(kind: number, from: number): void {
    if (this.#gap === 0) this.#gapFrom = from
    this.#gap |= kind
  }

  /** Writes the space that stands for what was left out, if it does. @returns what `gaps` has for the next byte */
  #closeGap(from: number): number {
    const gap = this.#gap
    this.#gap = 0
    if ((gap & CONTROL) !== 0) return this.#joinLines() && (gap & SPACE) === 0 ? 0 : 1
    if ((gap & SPACE) !== 0) this.#write(0x20, this.#gapFrom, from, 0)
    return 0
  }

  /** Quoted-printable breaks a line anywhere, after an equals sign. @returns whether there was one, which is dropped */
  #joinLines(): boolean {
    if (this.length === 0 || this.bytes[this.length - 1] !== EQUALS) return false
    this.length -= 1
    return true
  }

  /** Takes the last character back if it can't be seen, and joins the halves of a surrogate pair. */
  #checkCharacter(): void {
    const size = sizeOfLastCharacter(this.bytes, this.length)
    if (size === 0) return
    const start = this.length - size
    const point = readCodePoint(this.bytes, start, size)
    if (point > 0x10ffff) return
    const to = this.to[this.length - 1] as number
    const kind = kindOf(point)
    if (kind !== TEXT) {
      const from = this.#takeBack(start)
      this.#leaveOut(kind, from)
    } else if (isLowSurrogate(point) && sizeOfLastCharacter(this.bytes, start) === 3) {
      const high = readCodePoint(this.bytes, start - 3, 3)
      if (isHighSurrogate(high)) this.putCodePoint(joinSurrogates(high, point), this.#takeBack(start - 3), to)
    }
  }

  /** Drops all bytes from the given one on, but not the gap before it. @returns where it began */
  #takeBack(start: number): number {
    this.length = start
    this.#gapFrom = this.from[start] as number
    if (this.gaps[start] === 1) this.#gap = CONTROL
    return this.#gapFrom
  }
}
