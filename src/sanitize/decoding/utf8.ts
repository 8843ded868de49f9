/** @returns how many bytes a character has in UTF-8 that begins with this byte; 0 if none does */
export function sizeOfCharacter(lead: number): number {
  if (lead < 0x80) return 1
  if (lead < 0xc2 || lead > 0xf4) return 0
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
}

/** @returns how many bytes the character has that ends at `end`; 0 if none of several bytes does */
export function sizeOfLastCharacter(bytes: Uint8Array, end: number): number {
  for (let size = 2; size <= 4 && size <= end; size += 1) {
    const byte = bytes[end - size] as number
    if (byte >= 0xc0) return sizeOfCharacter(byte) === size ? size : 0
    if (byte < 0x80) return 0
  }
  return 0
}

/** @returns the code point of the character of several bytes that begins at `start`; a surrogate counts as one */
export function readCodePoint(bytes: Uint8Array, start: number, size: number): number {
  let point = (bytes[start] as number) & (0xff >> (size + 1))
  for (let i = start + 1; i < start + size; i += 1) point = (point << 6) | ((bytes[i] as number) & 0x3f)
  return point
}

/** @returns the bytes of a character beyond ASCII, a surrogate being one */
export function utf8Bytes(point: number): readonly number[] {
  const last = 0x80 | (point & 0x3f)
  if (point < 0x800) return [0xc0 | (point >> 6), last]
  const third = 0x80 | ((point >> 6) & 0x3f)
  if (point < 0x10000) return [0xe0 | (point >> 12), third, last]
  return [0xf0 | (point >> 18), 0x80 | ((point >> 12) & 0x3f), third, last]
}

export const isHighSurrogate = (point: number): boolean => point >= 0xd800 && point <= 0xdbff
export const isLowSurrogate = (point: number): boolean => point >= 0xdc00 && point <= 0xdfff

/** @returns the code point that the halves of a surrogate pair stand for */
export function joinSurrogates(high: number, low: number): number {
  return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)
}
