/**
 * What is removed wherever a text is shown: C0, DEL and C1 controls (a bare `\r` starts a line for the runner, ESC colors the
 * log), the Unicode line and paragraph separators, and every character that only changes how its neighbors are drawn:
 * zero-width characters and fillers, bidirectional marks, variation selectors, tags.
 */
export const UNPRINTABLE = /[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800\ufff9-\ufffb]+/gu

/** A run of whitespace and of what cannot be printed. */
export const BLANK = new RegExp(`[\\s${UNPRINTABLE.source.slice(1, -2)}]+`, 'gu')

/** Visible. */
export const TEXT = 1
/** A space of any width within a line. */
export const SPACE = 2
/** Ends a line or is a control character. */
export const CONTROL = 4
/** Invisible and without width. NUL is one of them, since UTF-16 puts one beside each letter. */
const IGNORABLE = 8

const IGNORABLE_PATTERN = /[\0\p{Default_Ignorable_Code_Point}]/u
const CONTROL_PATTERN = new RegExp(UNPRINTABLE.source, 'u')

/** The kind of every code point that was asked for, 0 for the others: regular expressions are too slow for megabytes. */
const kinds = new Uint8Array(0x110000)

/** @returns {@link TEXT}, {@link SPACE}, {@link CONTROL} or {@link IGNORABLE} */
export function kindOf(codePoint: number): number {
  const known = kinds[codePoint] as number
  if (known !== 0) return known
  const kind = classify(String.fromCodePoint(codePoint))
  kinds[codePoint] = kind
  return kind
}

function classify(character: string): number {
  if (IGNORABLE_PATTERN.test(character)) return IGNORABLE
  if (CONTROL_PATTERN.test(character)) return CONTROL
  return /\s/.test(character) ? SPACE : TEXT
}
