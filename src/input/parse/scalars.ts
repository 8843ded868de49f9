import { joinSafe, type SafeText, safe } from '../../sanitize/safe-text.ts'
import { InvalidValueError } from '../errors.ts'

/** setTimeout fires at once for more than 2³¹ ms; a million seconds (11 days) is longer than any job may run. */
const MAX_SECONDS = 1_000_000

/** `true` or `false` in any case; nothing else, so that a typing error never switches anything. @throws InvalidValueError */
export function parseBoolean(text: string): boolean {
  const lower = text.toLowerCase()
  if (lower === 'true') return true
  if (lower === 'false') return false
  throw new InvalidValueError(safe`must be \`true\` or \`false\``)
}

/** A whole decimal number; leading zeros are fine. @throws InvalidValueError */
export function parseInteger(text: string, { min, max }: { readonly min: number; readonly max: number }): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (value >= min && value <= max) return value
  throw new InvalidValueError(safe`must be a whole number from ${min} to ${max}`)
}

/** @throws InvalidValueError */
export function parseSeconds(text: string, min = 0): number {
  return parseInteger(text, { min, max: MAX_SECONDS })
}

/**
 * One of a few words, exactly.
 *
 * @param quote puts a word into backquotes, where the compiler knows which words there are
 * @throws InvalidValueError
 */
export function parseChoice<Choice extends string>(
  text: string,
  choices: readonly Choice[],
  quote: (choice: Choice) => SafeText,
): Choice {
  const choice = choices.find((candidate) => candidate === text)
  if (choice !== undefined) return choice
  throw new InvalidValueError(safe`must be one of ${joinSafe(choices.map(quote), safe`, `)}`)
}

/** Words that are separated by commas or line breaks. */
export function parseWords(text: string): string[] {
  return words(text.split(/[,\r\n]/))
}

/** As {@link parseWords}, each word once. */
export function parseList(text: string): string[] {
  return [...new Set(parseWords(text))]
}

/** As {@link parseList}, but a text of several lines is divided at the ends of lines alone, since its words may hold commas. */
export function parseLines(text: string): string[] {
  return /[\r\n]/.test(text) ? [...new Set(words(text.split(/[\r\n]/)))] : parseList(text)
}

function words(pieces: readonly string[]): string[] {
  return pieces.map((word) => word.trim()).filter((word) => word !== '')
}
