import { Redactor } from './matching/redactor.ts'
import { MASK } from './matching/replacements.ts'
import { byteStringsOf } from './matching/secret-encodings.ts'
import { formsOf } from './matching/secret-forms.ts'
import { SecretMatcher } from './matching/secret-matcher.ts'
import { printable } from './printable.ts'
import type { RedactedText, SafeText } from './safe-text.ts'

/** A shorter text can't be masked without ruining the log. */
export const MIN_SECRET_LENGTH = 4

/** A shorter line of a secret (a brace, the last line of a key) says nothing and is not masked on its own. */
const MIN_LINE_LENGTH = 6

/** What Atlas calls an identifier. Anything else could be a word of our own messages. */
const IDENTIFIER = /^[A-Za-z0-9]{16,128}$/

/**
 * Everything that must not be shown in this run. A secret is registered before it is first used: the runner masks it, and
 * it is removed, in every encoding, from external texts before they are shown or written.
 *
 * Only external text is redacted. Our own sentences are `safe` texts that never pass through here as a whole, so a secret that is
 * an ordinary word can't blank them.
 */
export class Secrets {
  readonly #mask: (value: string) => void
  readonly #matcher = new SecretMatcher()
  readonly #redactor = new Redactor(this.#matcher)

  /** @param mask makes the runner mask one line of text (`core.setSecret`) */
  constructor(mask: (value: string) => void) {
    this.#mask = mask
  }

  /**
   * Masks a secret and remembers it. The runner masks a text with line breaks line by line, however short the line, and
   * would then blank every `{` of the log (actions/runner, ActionCommandManager.cs), so it is only given lines that say
   * something. Texts under four characters are ignored: the inputs refuse them.
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

  /**
   * Removes a secret from external texts without masking it. For what serves one request only: the runner looks for every mask in
   * every line of the log, and a run sends thousands of requests. Texts under four characters are ignored.
   */
  redactOnly(secret: string): void {
    if (secret.length >= MIN_SECRET_LENGTH) this.#remember(secret)
  }

  #protectLine(line: string, minLength: number): void {
    if (line.length < minLength) return
    this.#mask(line)
    this.#remember(line)
  }

  #remember(secret: string): void {
    for (const form of formsOf(secret)) this.#matcher.add(form, MASK)
    this.#matcher.byteStrings.push(...byteStringsOf(secret))
  }

  /**
   * Shows an identifier by its last four characters alone. It is not masked, because the runner would then drop job outputs. Texts
   * that are no identifiers of Atlas are ignored.
   */
  abbreviate(identifier: string): void {
    if (!IDENTIFIER.test(identifier)) return
    for (const form of formsOf(identifier)) this.#matcher.add(form, lastFour(identifier))
  }

  /**
   * Replaces every known secret, however it is encoded, by `***`, and abbreviates identifiers. The rest of the text stays as it is.
   * It takes about 0.1 s for 1 MiB at most; use {@link redactLong} for more than that.
   */
  redact(text: string): RedactedText {
    return [...this.#redactor.redact(text)].join('') as RedactedText
  }

  /**
   * Like {@link redact}, for texts of any length.
   *
   * @param pause waited for after each 128 KiB or so, so that signals and timeouts are heard; what it rejects with ends the work
   */
  async redactLong(text: string, pause: () => Promise<void>): Promise<RedactedText> {
    let redacted = ''
    for (const piece of this.#redactor.redact(text)) {
      redacted += piece
      await pause()
    }
    return redacted as RedactedText
  }

  /**
   * External text as one short line without secrets: see {@link printable}. It is cut after it was redacted, so that no part of
   * a secret is left at the end.
   */
  sanitize(text: string, maxLength?: number): SafeText {
    const [head = ''] = this.#redactor.redact(text)
    return printable(head as RedactedText, maxLength)
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
