import { originalRange } from '../decoding/text-view.ts'
import type { View } from '../decoding/view.ts'
import { BitSet } from './bit-set.ts'
import { FOLDED } from './folding.ts'
import { locate } from './match-range.ts'
import { addReplacement, MASK, type Replacement } from './replacements.ts'
import { keyOf, type LiteralForm, MIN_FORM_LENGTH, type SecretForm } from './secret-forms.ts'

/** A form is found by so many bytes in the middle of it, its seed. */
const SEED_LENGTH = 8
/** The seed of a form of less than {@link MIN_LONG_LENGTH} bytes. */
const SHORT_SEED_LENGTH = MIN_FORM_LENGTH
const MIN_LONG_LENGTH = 16

/** So many places for the seed are tried until there is one that no other form has. */
const MAX_SEED_TRIES = 32

/** A form, where its seed ends, and what is put in its place. */
interface Entry {
  readonly form: SecretForm
  readonly seedEnd: number
  replacement: string
}

/** Where a form was found last. */
interface Found {
  /** Until there the form is not compared again: one that repeats itself would else be compared at each byte. */
  readonly until: number
  /** The places that were passed over because of that: at most an eighth of the form's length. */
  readonly skipped: number[]
}

/** What is found in a view. */
interface Findings {
  readonly view: View
  readonly replacements: Replacement[]
  readonly found: Map<Entry, Found>
}

/**
 * All forms of all secrets, found in one pass over a view however many there are: tens of thousands, if a run sends as many
 * requests.
 */
export class SecretMatcher {
  readonly #entries = new Map<string, Entry>()
  readonly #bySeed = new Map<number, Entry[]>()
  readonly #seedHashes = new BitSet(20)
  readonly #literals = new Map<string, string>()
  /** Secrets in encodings that are not text: a decoder needs them to distinguish them from nonsense. */
  readonly byteStrings: Buffer[] = []
  /** The last two bytes of each seed: nearly all of a text is passed over by this alone. */
  readonly #seedEnds = new BitSet(16)

  #minTextLength = Number.POSITIVE_INFINITY

  /** No text that is shorter can hold a secret, however it is encoded. */
  get minTextLength(): number {
    return this.#minTextLength
  }

  /** A form that is known already is replaced by {@link MASK} from now on if either is to be. */
  add(form: SecretForm | LiteralForm, replacement: string): void {
    const bytes = 'literal' in form ? form.literal : form.text
    this.#minTextLength = Math.min(this.#minTextLength, minTextLengthOf(bytes))
    if ('literal' in form) {
      this.#literals.set(form.literal, replacement)
      return
    }
    const key = keyOf(form)
    const known = this.#entries.get(key)
    if (known === undefined) this.#entries.set(key, this.#addEntry(form, replacement))
    else if (replacement === MASK) known.replacement = MASK
  }

  #addEntry(form: SecretForm, replacement: string): Entry {
    const { seed, seedEnd } = this.#chooseSeed(form.text)
    const entry = { form, seedEnd, replacement }
    const sameSeed = this.#bySeed.get(seed)
    if (sameSeed === undefined) this.#bySeed.set(seed, [entry])
    else sameSeed.push(entry)
    this.#seedHashes.add(hashOf(seed))
    this.#seedEnds.add((form.text.charCodeAt(seedEnd - 1) << 8) | form.text.charCodeAt(seedEnd))
    return entry
  }

  /** Takes the seed that the fewest forms have, and of these one from the middle. */
  #chooseSeed(text: string): { seed: number; seedEnd: number } {
    const length = seedLength(text)
    const middle = (text.length + length) >> 1
    let best = { seed: 0, seedEnd: 0, count: Number.POSITIVE_INFINITY }
    for (let i = 0; i < MAX_SEED_TRIES && best.count > 0; i += 1) {
      const seedEnd = middle + ((i & 1) === 0 ? -i : i + 1) / 2 - 1
      if (seedEnd < length - 1 || seedEnd >= text.length) continue
      const seed = seedAt(text, seedEnd, length)
      const count = this.#bySeed.get(seed)?.length ?? 0
      if (count < best.count) best = { seed, seedEnd, count }
    }
    return best
  }

  /** @returns every place of every form, overlapping ones as well */
  find(view: View): Replacement[] {
    const findings = { view, replacements: [], found: new Map<Entry, Found>() }
    this.#findLiterals(view, findings.replacements)
    const { bytes, length } = view
    const seedEnds = this.#seedEnds
    let previous = 0
    let last = 0
    for (let i = 0; i < length; i += 1) {
      const byte = FOLDED[bytes[i] as number] as number
      if (byte === 0) continue
      previous = (previous << 8) | (last >>> 24)
      last = (last << 8) | byte
      if (!seedEnds.mayHave(last)) continue
      const seed = mix(previous, last)
      if (this.#seedHashes.mayHave(hashOf(seed))) this.#check(seed, i, findings)
      if (this.#seedHashes.mayHave(hashOf(last))) this.#check(last, i, findings)
    }
    for (const [entry, { skipped }] of findings.found) compareLast(entry, skipped, findings)
    return findings.replacements
  }

  /** @param index where in the view the seed ends */
  #check(seed: number, index: number, findings: Findings): void {
    for (const entry of this.#bySeed.get(seed) ?? []) {
      const last = findings.found.get(entry)
      if (last !== undefined && index < last.until) {
        last.skipped.push(index)
        continue
      }
      if (last !== undefined) {
        compareLast(entry, last.skipped, findings)
        findings.found.delete(entry)
      }
      if (!compare(entry, index, findings)) continue
      findings.found.set(entry, { until: index + (entry.form.text.length >> 3), skipped: [] })
    }
  }

  #findLiterals(view: View, replacements: Replacement[]): void {
    if (this.#literals.size === 0) return
    const bytes = Buffer.from(view.bytes.buffer, 0, view.length)
    for (const [literal, replacement] of this.#literals) {
      for (let i = bytes.indexOf(literal, 0, 'latin1'); i !== -1; i = bytes.indexOf(literal, i + 1, 'latin1')) {
        addReplacement(replacements, { ...originalRange(view, i, i + literal.length - 1), replacement })
      }
    }
  }
}

/**
 * Looks for a form where its seed ends.
 *
 * @returns whether it is there
 */
function compare({ form, seedEnd, replacement }: Entry, index: number, { view, replacements }: Findings): boolean {
  const range = locate(view, form, { index, at: seedEnd }, seedLength(form.text))
  if (range === undefined) return false
  addReplacement(replacements, { ...range, replacement })
  return true
}

/** Of the places that were passed over, the last one where the form is reaches further than what was found before it. */
function compareLast(entry: Entry, skipped: readonly number[], findings: Findings): void {
  for (let i = skipped.length - 1; i >= 0 && !compare(entry, skipped[i] as number, findings); ) i -= 1
}

/** A secret can lack a quarter of its bytes where it is found, and a UTF-16 unit can be three bytes, but not of ASCII. */
function minTextLengthOf(bytes: string): number {
  const beyondAscii = bytes.match(/[^\0-\x7f]/g)?.length ?? 0
  return 0.75 * (bytes.length - beyondAscii + beyondAscii / 3)
}

function seedLength(form: string): number {
  return form.length >= MIN_LONG_LENGTH ? SEED_LENGTH : SHORT_SEED_LENGTH
}

/** @returns the number that stands for the bytes of a form that end here */
function seedAt(form: string, end: number, length: number): number {
  const last = fourBytes(form, end - 3)
  return length === SHORT_SEED_LENGTH ? last : mix(fourBytes(form, end - 7), last)
}

function fourBytes(form: string, first: number): number {
  const at = (i: number): number => form.charCodeAt(first + i)
  return (at(0) << 24) | (at(1) << 16) | (at(2) << 8) | at(3)
}

/** Makes one number of two of four bytes. */
function mix(previous: number, last: number): number {
  return (Math.imul(previous, 0x9e3779b1) + last) | 0
}

/** Spreads seeds that are alike: the high bits of a product depend on all bits of its factors. */
function hashOf(seed: number): number {
  return Math.imul(seed, 0x85ebca6b) >>> 12
}
