/** Objects and lists in one response: a page of 100 issues, each with 100 labels, has about 12,000. */
const MAX_CONTAINERS = 50_000
/** Values in one response: a page of 100 issues, each with 100 labels, has about 100,000. */
const MAX_VALUES = 500_000
/** GitHub nests about five levels. */
const MAX_DEPTH = 32

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c]
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d]

/**
 * Whether a JSON text is of a size that GitHub's API returns: in its number of values and its depth, not in bytes. It is
 * checked before the text is parsed, because a few megabytes of `[{},{},…]` would become hundreds of megabytes of objects.
 *
 * @param json need not be valid
 */
export function isWithinJsonLimits(json: Uint8Array): boolean {
  let depth = 0
  let containers = 0
  let values = 0
  for (let i = 0; i < json.length; i += 1) {
    switch (json[i]) {
      case QUOTE:
        i = endOfString(json, i + 1)
        break
      case OPEN_LIST:
      case OPEN_OBJECT:
        depth += 1
        containers += 1
        if (depth > MAX_DEPTH || containers > MAX_CONTAINERS) return false
        break
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        depth -= 1
        break
      case COMMA:
        values += 1
        if (values > MAX_VALUES) return false
        break
      default:
    }
  }
  return true
}

/** @returns the position of the quote that ends the string, or the length of the text if none does */
function endOfString(json: Uint8Array, from: number): number {
  for (let i = from; i < json.length; i += 1) {
    if (json[i] === BACKSLASH) i += 1
    else if (json[i] === QUOTE) return i
  }
  return json.length
}
