import { byteOf } from './ascii.ts'
import { Digits, type RunDecoder, SEPARATOR, separatorKinds } from './byte-run.ts'

/** For each byte its value in base64 or base64url. With the rest of ASCII base64 can be wrapped or quoted. */
const KINDS = separatorKinds()
for (const [i, letter] of Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/').entries()) {
  KINDS[byteOf(letter)] = i
}
KINDS[byteOf('-')] = 62
KINDS[byteOf('_')] = 63

const digits = new Digits()

/** Decodes the base64 in a part of a view, wherever it begins: all words of the part count as base64 that was wrapped. */
export const decodeBase64: RunDecoder = (part, minLength, emit) => {
  const { bytes } = part
  for (let i = 0; i < bytes.length; i += 1) {
    if ((KINDS[bytes[i] as number] as number) >= SEPARATOR) continue
    i = digits.read(part, i, KINDS)
    if (6 * digits.length < 8 * minLength) continue
    // A secret can begin at any of the four digits that hold three bytes.
    for (let skip = 0; skip < 4; skip += 1) emit(digits.runOf(joinSextets(skip), 6, skip))
  }
}

/** @returns the bytes of the digits from `skip` on, without one that is not complete; valid until the next call */
function joinSextets(skip: number): Uint8Array {
  const { values, length } = digits
  const bytes = digits.roomFor(Math.floor((6 * (length - skip)) / 8))
  for (let i = skip, k = 0; k < bytes.length; i += 4, k += 3) {
    // What is missing at the end is not needed for a whole byte.
    const [second, third] = [values[i + 1] as number, values[i + 2] as number]
    bytes[k] = ((values[i] as number) << 2) | (second >> 4)
    bytes[k + 1] = (second << 4) | (third >> 2)
    bytes[k + 2] = (third << 6) | (values[i + 3] as number)
  }
  return bytes
}
