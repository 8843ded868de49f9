/** A part of a text that is replaced. */
export interface Match {
  readonly from: number
  readonly to: number
  readonly replacement: string
}

/** A shorter form shows up by chance. */
const MIN_FORM_LENGTH = 4

/** From this length on a form is known in upper case and in lower case, too. */
const MIN_ANY_CASE_LENGTH = 8

/** Forms that begin alike, by their length and then by their text, and the lengths that there are. */
interface Bucket {
  readonly lengths: number[]
  readonly byLength: Map<number, Map<string, string>>
}

/**
 * Texts to cut out of others, and what to put in their place. There may be tens of thousands (a digest response for each request,
 * in several encodings), so they are found by their first characters.
 */
export class Matcher {
  readonly #buckets = new Map<number, Bucket>()
  /** Whether a form has these two as its third and fourth character: most of a text is passed over by this alone. */
  readonly #mayBegin = new Uint8Array(0x10000)

  /** Texts shorter than {@link MIN_FORM_LENGTH} are ignored. What is there already is replaced by `***` if either is to be. */
  add(text: string, replacement: string): void {
    if (text.length < MIN_FORM_LENGTH) return
    const start = startOf(lowered(text))
    this.#mayBegin[start & 0xffff] = 1
    let bucket = this.#buckets.get(start)
    if (bucket === undefined) {
      bucket = { lengths: [], byLength: new Map() }
      this.#buckets.set(start, bucket)
    }
    let texts = bucket.byLength.get(text.length)
    if (texts === undefined) {
      texts = new Map()
      bucket.byLength.set(text.length, texts)
      bucket.lengths.push(text.length)
    }
    const key = keyOf(text)
    if (texts.get(key) !== '***') texts.set(key, replacement)
  }

  /** @returns every place of every form, overlapping ones as well */
  find(text: string): Match[] {
    const cuts: Match[] = []
    const lower = lowered(text)
    let start = 0
    for (let i = 0; i < lower.length; i += 1) {
      start = rolledOn(start, lower.charCodeAt(i))
      if (this.#mayBegin[start & 0xffff] === 0) continue
      const bucket = this.#buckets.get(start)
      if (bucket === undefined) continue
      const from = i - MIN_FORM_LENGTH + 1
      for (const length of bucket.lengths) {
        const to = from + length
        if (from < 0 || to > text.length) continue
        const key = (length < MIN_ANY_CASE_LENGTH ? text : lower).slice(from, to)
        const replacement = bucket.byLength.get(length)?.get(key)
        if (replacement !== undefined) cuts.push({ from, to, replacement })
      }
    }
    return cuts
  }
}

/**
 * The text with every cut replaced; overlapping ones go as one.
 *
 * @param end what stands from here on is left out
 */
export function replaceMatches(text: string, cuts: readonly Match[], end: number = text.length): string {
  let left = ''
  let copied = 0
  let open: Match = { from: 0, to: 0, replacement: '' }
  const close = (): void => {
    left += text.slice(copied, open.from) + open.replacement
    copied = open.to
  }
  const within = cuts.filter(({ from }) => from < end)
  for (const cut of within.sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (cut.from >= open.to) {
      close()
      open = cut
    } else if (cut.to > open.to || cut.replacement !== open.replacement) {
      open = { from: open.from, to: Math.max(open.to, cut.to), replacement: '***' }
    }
  }
  close()
  return left + text.slice(copied, Math.max(copied, end))
}

const keyOf = (text: string): string => (text.length < MIN_ANY_CASE_LENGTH ? text : lowered(text))

/** ASCII alone, so that every character stays where it is. */
function lowered(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

/** The last four characters that went in, as a number. */
function rolledOn(start: number, unit: number): number {
  return (start << 8) | (unit & 0xff)
}

/** The number that the beginning of a form is found by. */
function startOf(form: string): number {
  return [0, 1, 2, 3].reduce((start, i) => rolledOn(start, form.charCodeAt(i)), 0)
}
