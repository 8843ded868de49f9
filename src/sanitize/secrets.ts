import { encodings } from './encodings.ts'
import { type Match, Matcher, replaceMatches } from './matcher.ts'
import type { RedactedText, SafeText } from './safe-text.ts'
import { printable } from './sanitize.ts'
import { viewsOf } from './views.ts'

/** A shorter text cannot be masked without ruining the log. */
export const MIN_SECRET_LENGTH = 4

/** Lines of a secret shorter than this (a brace, the last line of a key) say nothing and are not masked on their own. */
const MIN_LINE_LENGTH = 6

const MAX_IDENTIFIER_LENGTH = 256

/** So much of a text is decoded at once, and so much of it again with the next piece: no secret is longer, however written. */
const WINDOW = 128 * 1024
const OVERLAP = 32 * 1024

/**
 * Everything that must not be shown in this run. A secret is registered before it is first used; the runner is told to
 * mask it, and texts of strangers have it cut out in every encoding before they are shown or written.
 */
export class Secrets {
  readonly #mask: (value: string) => void
  readonly #forms = new Matcher()

  /** @param mask tells the runner to mask one line of text (`core.setSecret`) */
  constructor(mask: (value: string) => void) {
    this.#mask = mask
  }

  /**
   * Masks a secret and remembers it. The runner masks a text with line breaks line by line, however short the line, and
   * would then blank every `{` of the log (actions/runner, ActionCommandManager.cs), so only lines that say something
   * are given to it. Texts under four characters are ignored: the inputs refuse them.
   */
  protect(secret: string): void {
    const lines = linesOf(secret, /[\r\n]+/)
    if (lines.length === 1) this.#protectLine(lines[0] as string, MIN_SECRET_LENGTH)
    // A private key that was escaped, in JSON or once too often, has `\\n` for its line breaks.
    const parts = secret.includes('-----BEGIN') ? linesOf(secret, /[\r\n]+|\\n/) : lines
    if (parts.length > 1) {
      for (const part of parts) if (!/^-----(BEGIN|END) /.test(part)) this.#protectLine(part, MIN_LINE_LENGTH)
      this.#protectLine(JSON.stringify(secret).slice(1, -1), MIN_LINE_LENGTH)
    }
    if (secret !== lines[0] && secret.trim().length >= MIN_SECRET_LENGTH) this.#remember(secret)
  }

  #protectLine(line: string, shortest: number): void {
    if (line.length < shortest) return
    this.#mask(line)
    this.#remember(line)
  }

  #remember(secret: string): void {
    for (const form of encodings(secret)) this.#forms.add(form, '***')
    // A secret that looks like a code reads in other ways, too, once the text around it is decoded.
    for (const { text } of viewsOf(secret)) this.#forms.add(text, '***')
  }

  /** Has an identifier shown by its last four characters alone. It is not masked: the runner would then drop job outputs. */
  abbreviate(identifier: string): void {
    // Atlas's have 16 to 128 characters; what is longer is none, and would cost time wherever it is looked for.
    if (identifier.length > MIN_SECRET_LENGTH && identifier.length <= MAX_IDENTIFIER_LENGTH)
      this.#forms.add(identifier, lastFour(identifier))
  }

  /** Replaces every known secret, in every encoding of `encodings.ts` and `views.ts`, by `***`, and what is to be abbreviated. */
  redact(text: string): RedactedText {
    return replaceMatches(text, this.#cuts(text)) as RedactedText
  }

  #cuts(text: string): Match[] {
    const cuts = this.#forms.find(text)
    for (let offset = 0; offset === 0 || offset + OVERLAP < text.length; offset += WINDOW - OVERLAP) {
      for (const { text: view, starts, ends } of viewsOf(text.slice(offset, offset + WINDOW))) {
        for (const { from, to, replacement } of this.#forms.find(view)) {
          cuts.push({ from: offset + (starts[from] as number), to: offset + (ends[to - 1] as number), replacement })
        }
      }
    }
    return cuts
  }

  /**
   * One line of a stranger's text without secrets: see {@link sanitize}. Cut only after redaction, and of a text past all reason with
   * a margin, so that no secret is halved.
   */
  sanitize(text: string, maxLength?: number): SafeText {
    const head = text.slice(0, WINDOW)
    const end = text.length > WINDOW ? WINDOW - OVERLAP : head.length
    return printable(replaceMatches(head, this.#cuts(head), end) as RedactedText, maxLength)
  }
}

function linesOf(text: string, breaks: RegExp): string[] {
  return text
    .split(breaks)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** `…` and the last four characters. */
export function lastFour(identifier: string): string {
  return `…${identifier.slice(-4)}`
}
