import { encodings } from './encodings.ts'
import { plain } from './plain.ts'
import { viewsOf } from './views.ts'

/** A shorter text cannot be masked without ruining the log. */
export const SHORTEST_SECRET = 4

/** Lines of a secret shorter than this (a brace, the last line of a key) say nothing and are not masked on their own. */
const SHORTEST_LINE = 6

/** From this length on a secret is known in upper case and in lower case, too. */
const SHORTEST_IN_ANY_CASE = 8

const LONGEST_VIEW = 128 * 1024

/** A text to cut out. */
interface Form {
  readonly text: string
  readonly lower: string
}

/** A part of a text that is replaced. */
interface Cut {
  readonly from: number
  readonly to: number
  readonly replacement: string
}

/**
 * Everything that must not be shown in this run. A secret is registered before it is first used; the runner is told to
 * mask it, and texts of strangers have it cut out in every encoding before they are shown or written.
 */
export class Secrets {
  readonly #mask: (value: string) => void
  /** What to cut out, and what to put in its place. */
  readonly #replacements = new Map<string, string>()
  /** The same by its first characters, longest first: a run of thousands of requests has tens of thousands of forms. */
  readonly #byStart = new Map<number, Form[]>()
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

  #cut(text: string, replacement: string): void {
    if (!this.#replacements.has(text)) {
      const form = { text, lower: lowered(text) }
      const start = startOf(form.lower)
      const forms = [...(this.#byStart.get(start) ?? []), form]
      this.#byStart.set(
        start,
        forms.sort((a, b) => b.text.length - a.text.length),
      )
      this.#mayBegin[start & 0xffff] = 1
    }
    this.#replacements.set(text, replacement)
  }

  /** Has an identifier shown by its last four characters alone. It is not masked: the runner would then drop job outputs. */
  abbreviate(identifier: string): void {
    if (identifier.length <= SHORTEST_SECRET || this.#replacements.has(identifier)) return
    this.#cut(identifier, lastFour(identifier))
  }

  /**
   * Replaces every known secret, in every encoding of `encodings.ts` and `views.ts`, by `***`, and what is to be abbreviated.
   * Of a text past all reason only the beginning is looked at in all its readings; no more of it is ever shown to people.
   */
  redact(text: string): string {
    const cuts = this.#find(text)
    for (const { text: view, starts, ends } of viewsOf(text.slice(0, LONGEST_VIEW))) {
      for (const { from, to, replacement } of this.#find(view)) {
        cuts.push({ from: starts[from] as number, to: ends[to - 1] as number, replacement })
      }
    }
    return cuts.length === 0 ? text : cutOut(text, cuts)
  }

  #find(text: string): Cut[] {
    const cuts: Cut[] = []
    const lower = lowered(text)
    let start = 0
    for (let i = 0; i < lower.length; i += 1) {
      start = rolledOn(start, lower.charCodeAt(i))
      if (this.#mayBegin[start & 0xffff] === 0) continue
      const from = i - SHORTEST_SECRET + 1
      const form = this.#byStart.get(start)?.find((candidate) => isAt(candidate, from, text, lower))
      if (form === undefined) continue
      const replacement = this.#replacements.get(form.text) as string
      cuts.push({ from, to: from + form.text.length, replacement })
    }
    return cuts
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

/** ASCII alone, so that every character stays where it is. */
function lowered(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

function isAt({ text: form, lower }: Form, from: number, text: string, loweredText: string): boolean {
  return loweredText.startsWith(lower, from) && (form.length >= SHORTEST_IN_ANY_CASE || text.startsWith(form, from))
}

/** Overlapping secrets go as one. */
function cutOut(text: string, cuts: readonly Cut[]): string {
  let redacted = ''
  let copied = 0
  let open: Cut = { from: 0, to: 0, replacement: '' }
  const close = (): void => {
    redacted += text.slice(copied, open.from) + open.replacement
    copied = open.to
  }
  for (const cut of [...cuts].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (cut.from >= open.to) {
      close()
      open = cut
    } else if (cut.to > open.to) {
      open = { from: open.from, to: cut.to, replacement: '***' }
    }
  }
  close()
  return redacted + text.slice(copied)
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
