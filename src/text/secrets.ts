import { encodings } from './encodings.ts'
import { fold, plain } from './plain.ts'

/** A shorter text cannot be masked without ruining the log. */
export const SHORTEST_SECRET = 4

/** Lines of a secret shorter than this (a brace, the last line of a key) say nothing and are not masked on their own. */
const SHORTEST_LINE = 6

/**
 * Everything that must not be shown in this run. A secret is registered before it is first used; the runner is told to
 * mask it, and texts of strangers have it cut out in every encoding before they are shown or written.
 */
export class Secrets {
  readonly #mask: (value: string) => void
  /** What to cut out, and what to put in its place. */
  readonly #replacements = new Map<string, string>()
  /** The same by its first characters, longest first: a run of thousands of requests has tens of thousands of forms. */
  readonly #byStart = new Map<number, string[]>()
  /** Whether a form has these two as its third and fourth character: most of a text is passed over by this alone. */
  readonly #mayBegin = new Uint8Array(0x10000)

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
    if (lines.length === 1) this.#protectLine(lines[0] as string, SHORTEST_SECRET)
    // A private key that was escaped, in JSON or once too often, has `\\n` for its line breaks.
    const parts = secret.includes('-----BEGIN') ? linesOf(secret, /[\r\n]+|\\n/) : lines
    if (parts.length > 1) {
      for (const part of parts) if (!/^-----(BEGIN|END) /.test(part)) this.#protectLine(part, SHORTEST_LINE)
      this.#protectLine(JSON.stringify(secret).slice(1, -1), SHORTEST_LINE)
    }
    if (secret !== lines[0] && secret.trim().length >= SHORTEST_SECRET) this.#remember(secret)
  }

  #protectLine(line: string, shortest: number): void {
    if (line.length < shortest) return
    this.#mask(line)
    this.#remember(line)
  }

  #remember(secret: string): void {
    for (const form of encodings(secret)) if (form.length >= SHORTEST_SECRET) this.#cut(form, '***')
  }

  #cut(form: string, replacement: string): void {
    if (!this.#replacements.has(form)) {
      const start = startOf(form)
      const forms = [...(this.#byStart.get(start) ?? []), form]
      this.#byStart.set(
        start,
        forms.sort((a, b) => b.length - a.length),
      )
      this.#mayBegin[start & 0xffff] = 1
    }
    this.#replacements.set(form, replacement)
  }

  /** Has an identifier shown by its last four characters alone. It is not masked: the runner would then drop job outputs. */
  abbreviate(identifier: string): void {
    if (identifier.length <= SHORTEST_SECRET || this.#replacements.has(identifier)) return
    this.#cut(identifier, lastFour(identifier))
  }

  /**
   * Replaces every known secret, in every encoding that is listed below, by `***`, and what is to be abbreviated. A text in
   * which a secret shows up once its spaces and control characters are made plain is returned plain.
   */
  redact(text: string): string {
    const redacted = this.#cutOut(text)
    const folded = fold(redacted)
    const plainer = this.#cutOut(folded)
    return plainer === folded ? redacted : plainer
  }

  #cutOut(text: string): string {
    let redacted = ''
    let copied = 0
    /** What is being cut out now: overlapping secrets as one. */
    let cut = { from: 0, to: 0, replacement: '' }
    const finish = (): void => {
      if (cut.to === 0) return
      redacted += text.slice(copied, cut.from) + cut.replacement
      copied = cut.to
    }
    let start = 0
    for (let i = 0; i < text.length; i += 1) {
      start = rolledOn(start, text.charCodeAt(i))
      if (this.#mayBegin[start & 0xffff] === 0) continue
      const from = i - SHORTEST_SECRET + 1
      const form = this.#byStart.get(start)?.find((candidate) => text.startsWith(candidate, from))
      if (form === undefined) continue
      const to = from + form.length
      if (from < cut.to) {
        if (to > cut.to) cut = { from: cut.from, to, replacement: '***' }
      } else {
        finish()
        cut = { from, to, replacement: this.#replacements.get(form) as string }
      }
    }
    finish()
    return copied === 0 ? text : redacted + text.slice(copied)
  }

  /** One line of a stranger's text without secrets: see {@link plain}. Cut only after redaction, so no secret is halved. */
  plain(text: string, longest?: number): string {
    return plain(this.redact(text), longest)
  }
}

function linesOf(text: string, breaks: RegExp): string[] {
  return text
    .split(breaks)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The last four characters that went in, as a number. */
function rolledOn(start: number, unit: number): number {
  return (start << 8) | (unit & 0xff)
}

/** The number that the beginning of a form is found by; every form has four characters at least. */
function startOf(form: string): number {
  return [0, 1, 2, 3].reduce((start, i) => rolledOn(start, form.charCodeAt(i)), 0)
}

/** `…` and the last four characters. */
export function lastFour(identifier: string): string {
  return `…${identifier.slice(-4)}`
}
