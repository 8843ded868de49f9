import { byteOf, HEX_VALUES, isLetter, NO_DIGIT } from './ascii.ts'
import { Digits, END, PREFIX, type RunDecoder, separatorKinds } from './byte-run.ts'

/** For each byte its value as a digit. Colons, blanks and `0x` can stand between two bytes, but no other letters. */
const KINDS = separatorKinds()
for (let byte = 0; byte < 0x80; byte += 1) {
  if (isLetter(byte)) KINDS[byte] = END
  if (HEX_VALUES[byte] !== NO_DIGIT) KINDS[byte] = HEX_VALUES[byte] as number
}
KINDS[byteOf('x')] = PREFIX
KINDS[byteOf('X')] = PREFIX

const digits = new Digits()

/** Decodes the hexadecimal bytes in a part of a view, also in groups and with anything but letters between them. */
export const decodeHex: RunDecoder = (part, minLength, emit) => {
  const { bytes } = part
  for (let i = 0; i < bytes.length; i += 1) {
    i = startOfRun(bytes, i, 2 * minLength)
    if (i === bytes.length) return
    i = digits.read(part, i, KINDS)
    if (digits.length < 2 * minLength) continue
    for (const skip of [0, 1]) emit(digits.runOf(joinNibbles(skip), 4, skip))
  }
}

/** @returns where so many bytes in a row can be in a run; the length of the bytes if they can't anywhere */
function startOfRun(bytes: Uint8Array, start: number, length: number): number {
  let first = start
  let i = start + length - 1
  while (i < bytes.length) {
    // Words end runs everywhere, so it is faster to look for their letters from the end.
    while (i >= first && KINDS[bytes[i] as number] !== END) i -= 1
    if (i < first) return first
    first = i + 1
    i += length
  }
  return bytes.length
}

/** @returns the bytes of the digits from `skip` on; valid until the next call */
function joinNibbles(skip: number): Uint8Array {
  const { values, length } = digits
  const bytes = digits.roomFor((length - skip) >> 1)
  for (let i = skip, k = 0; k < bytes.length; i += 2, k += 1) {
    bytes[k] = ((values[i] as number) << 4) | (values[i + 1] as number)
  }
  return bytes
}
