import { byteOf } from '../decoding/ascii.ts'

/** What stands for no letter of its own wherever texts are quoted: blanks, a plus for a blank, quotes, backslashes. */
const LEFT_OUT = ' +"\'`\\'

/** For each byte what it is compared as, 0 if it is left out: letters of ASCII in lower case. */
export const FOLDED = new Uint8Array(256)
for (let byte = 0; byte < 256; byte += 1) {
  const character = String.fromCharCode(byte)
  FOLDED[byte] = LEFT_OUT.includes(character) ? 0 : byte < 0x80 ? character.toLowerCase().charCodeAt(0) : byte
}

const EQUALS = byteOf('=')

/** Whether a byte can be missing from the text of a form at the start or the end of the secret. */
export const canBeLeftOutAtEnd = (byte: number): boolean => FOLDED[byte] === 0 || byte === EQUALS
