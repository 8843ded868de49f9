/** Stands for the value of what is no digit. */
export const NO_DIGIT = 0xff

/** For each byte its value as a hexadecimal digit, or {@link NO_DIGIT}. */
export const HEX_VALUES = new Uint8Array(256).fill(NO_DIGIT)
for (const [i, digit] of Array.from('0123456789abcdef').entries()) {
  HEX_VALUES[byteOf(digit)] = i
  HEX_VALUES[byteOf(digit.toUpperCase())] = i
}

/** @returns the byte of an ASCII character */
export function byteOf(character: string): number {
  return character.charCodeAt(0)
}

export const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

export const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a

export const isAlphanumeric = (byte: number): boolean => isDigit(byte) || isLetter(byte)

/**
 * @param base at most 16
 * @returns the number that at most `max` digits write, and where they end
 */
export function readNumber(
  bytes: Uint8Array,
  start: number,
  base: number,
  max: number,
): { readonly value: number; readonly end: number } {
  let value = 0
  let i = start
  for (; i < bytes.length && i < start + max; i += 1) {
    const digit = HEX_VALUES[bytes[i] as number] as number
    if (digit >= base) break
    value = value * base + digit
  }
  return { value, end: i }
}
