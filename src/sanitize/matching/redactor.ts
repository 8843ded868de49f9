import { readText } from '../decoding/text-view.ts'
import { View } from '../decoding/view.ts'
import { ViewDecoder } from '../decoding/view-decoder.ts'
import { mergeReplacements, type Replacement } from './replacements.ts'
import type { SecretMatcher } from './secret-matcher.ts'

/** So many bytes of a text, without what can't be seen, are searched at once: some milliseconds of work. */
const MAX_WINDOW_LENGTH = 64 * 1024
/** So many of them are searched again with the next window: no secret is longer, however it is encoded. */
const OVERLAP = 8 * 1024

/** What was found in a part of a text. */
interface Window {
  readonly found: readonly Replacement[]
  /** Up to here nothing more will be found. */
  readonly end: number
  readonly isLast: boolean
}

/** Replaces secrets in texts of any length, part by part. */
export class Redactor {
  readonly #matcher: SecretMatcher
  readonly #decoder: ViewDecoder
  readonly #window = new View()

  constructor(matcher: SecretMatcher) {
    this.#matcher = matcher
    this.#decoder = new ViewDecoder(matcher.byteStrings)
  }

  /** @returns the redacted text in pieces, each of them final */
  *redact(text: string): Generator<string, void> {
    if (text.length < this.#matcher.minTextLength) {
      yield text
      return
    }
    let pending: Replacement[] = []
    let copied = 0
    for (let start = 0, isLast = false; !isLast; ) {
      const window = this.#search(text, start)
      const replacements = mergeReplacements([...pending, ...window.found])
      pending = replacements.filter(({ to }) => to > window.end)
      let piece = ''
      for (const { from, to, replacement } of replacements.slice(0, replacements.length - pending.length)) {
        piece += text.slice(copied, from) + replacement
        copied = to
      }
      const upTo = Math.min(window.end, pending[0]?.from ?? window.end)
      yield piece + text.slice(copied, upTo)
      copied = upTo
      start = window.end
      isLast = window.isLast
    }
  }

  #search(text: string, start: number): Window {
    const view = this.#window.reset(undefined, 0)
    const end = readText(view, text, start, MAX_WINDOW_LENGTH)
    const found: Replacement[] = []
    this.#decoder.visitAll(view, (decoded) => found.push(...this.#matcher.find(decoded)))
    if (end === text.length) return { found, end, isLast: true }
    return { found, end: view.from[view.length - OVERLAP] as number, isLast: false }
  }
}
