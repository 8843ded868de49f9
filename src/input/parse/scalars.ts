import { InputError } from '../errors.ts'

/** setTimeout fires at once for more than 2³¹ ms; a million seconds (11 days) is longer than any job may run. */
const MAX_SECONDS = 1_000_000

/** `true` or `false` in any case; nothing else, so that a typo never switches anything. */
export function parseBoolean(name: string, text: string): boolean {
  const lower = text.toLowerCase()
  if (lower === 'true') return true
  if (lower === 'false') return false
  throw new InputError(`${name} must be \`true\` or \`false\`.`)
}

/** A whole decimal number; leading zeros are fine. */
export function parseInteger(name: string, text: string, { least, most }: { least: number; most: number }): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new InputError(`${name} must be a whole number from ${least} to ${most}.`)
}

export function parseSeconds(name: string, text: string, least = 0): number {
  return parseInteger(name, text, { least, most: MAX_SECONDS })
}

/** One of a few words, exactly. */
export function parseChoice<Choice extends string>(name: string, text: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((candidate) => candidate === text)
  if (choice !== undefined) return choice
  throw new InputError(`${name} must be one of ${choices.map((candidate) => `\`${candidate}\``).join(', ')}.`)
}

/** An id of Atlas: 24 hexadecimal digits, in lower case. */
export function parseHexId(name: string, text: string): string {
  if (/^[0-9a-f]{24}$/i.test(text)) return text.toLowerCase()
  // YAML reads digits without quotes, and digits around one `e`, as a number, which GitHub then writes as a float.
  if (/^(\d+(\.\d+)?E[+-]?\d+|[+-]?Infinity|\d{15,})$/i.test(text)) {
    throw new InputError(
      `${name} must be 24 hexadecimal digits, but arrived as a number: put the id in quotes in the workflow, or better, ` +
        'in a variable (`vars`).',
    )
  }
  throw new InputError(`${name} must be 24 hexadecimal digits (0-9, a-f).`)
}

/** Words that are separated by commas or line breaks, each once. */
export function parseList(text: string): string[] {
  const words = text.split(/[,\r\n]/).map((word) => word.trim())
  return [...new Set(words.filter((word) => word !== ''))]
}
