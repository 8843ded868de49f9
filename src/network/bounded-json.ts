/** A page of 500 clusters has about 125,000; JSON.parse takes up to a microsecond and 100 bytes for each. */
const MAX_VALUES = 300_000

/** Documents of Atlas and GitHub are nested about ten deep. */
const MAX_DEPTH = 64

/** Before and after the count over a longer text, the event loop gets a turn, so that signals are heard. */
const LONG_TEXT = 256 * 1024

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
const OPENING_BRACKET = 0x5b
const CLOSING_BRACKET = 0x5d
const OPENING_BRACE = 0x7b
const CLOSING_BRACE = 0x7d

/** The text holds more values than any server has reason to send, or is nested deeper. Nothing of it was parsed. */
export class JsonTooComplexError extends Error {}

/**
 * Parses untrusted JSON. The number of values and the depth of their nesting are counted in the text first, because ten megabytes
 * of `{}` would occupy the process for seconds and take hundreds of megabytes.
 *
 * @returns undefined if the text is not JSON
 * @throws JsonTooComplexError
 */
export async function parseBoundedJson(text: string): Promise<unknown> {
  const isLong = text.length > LONG_TEXT
  if (isLong) await nextTurn()
  requireSimple(text)
  if (isLong) await nextTurn()
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Lets the event loop run, so that signals and timers are heard in the middle of long work. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve))
}

/** Counts what starts a value or a name outside of strings. Whether the text is JSON at all, JSON.parse decides. */
function requireSimple(text: string): void {
  let values = 0
  let depth = 0
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    if (unit === QUOTE) {
      i = endOfString(text, i)
    } else if (unit === COMMA || unit === COLON) {
      values += 1
    } else if (unit === OPENING_BRACKET || unit === OPENING_BRACE) {
      values += 1
      depth += 1
    } else if (unit === CLOSING_BRACKET || unit === CLOSING_BRACE) {
      depth -= 1
    }
    if (values > MAX_VALUES || depth > MAX_DEPTH) throw new JsonTooComplexError()
  }
}

/** The index of the quote that ends the string which begins at `start`. */
function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    if (unit === QUOTE) return i
    if (unit === BACKSLASH) i += 1
  }
  return text.length
}
