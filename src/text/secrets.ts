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
  #byLength: [form: string, replacement: string][] | undefined

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
    // A private key that was escaped once too often has `\\n` for its line breaks.
    const lines = secret
      .split(secret.includes('-----BEGIN') ? /[\r\n]+|\\n/ : /[\r\n]+/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
    if (lines.length === 1) {
      this.#protectLine(lines[0] as string, SHORTEST_SECRET)
    } else if (lines.length > 1) {
      for (const line of lines) if (!/^-----(BEGIN|END) /.test(line)) this.#protectLine(line, SHORTEST_LINE)
      this.#protectLine(JSON.stringify(secret).slice(1, -1), SHORTEST_LINE)
    }
    if (secret.trim().length >= SHORTEST_SECRET) this.#remember(secret)
  }

  #protectLine(line: string, shortest: number): void {
    if (line.length < shortest) return
    this.#mask(line)
    this.#remember(line)
  }

  #remember(secret: string): void {
    for (const form of encodings(secret)) this.#replacements.set(form, '***')
    this.#byLength = undefined
  }

  /** Has an identifier shown by its last four characters alone. It is not masked: the runner would then drop job outputs. */
  abbreviate(identifier: string): void {
    if (identifier.length <= SHORTEST_SECRET || this.#replacements.has(identifier)) return
    this.#replacements.set(identifier, lastFour(identifier))
    this.#byLength = undefined
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
    this.#byLength ??= [...this.#replacements].sort(([a], [b]) => b.length - a.length)
    let redacted = text
    for (const [form, replacement] of this.#byLength) redacted = redacted.replaceAll(form, () => replacement)
    return redacted
  }

  /** One line of a stranger's text without secrets: see {@link plain}. Cut only after redaction, so no secret is halved. */
  plain(text: string, longest?: number): string {
    return plain(this.redact(text), longest)
  }
}

/** `…` and the last four characters. */
export function lastFour(identifier: string): string {
  return `…${identifier.slice(-4)}`
}

/** How a secret may look when somebody else quotes it. */
function encodings(secret: string): Set<string> {
  const bytes = Buffer.from(secret, 'utf8')
  const json = JSON.stringify(secret).slice(1, -1)
  const uri = encodeURIComponent(secret.toWellFormed())
  const strictUri = uri.replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  const command = secret.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  const forms = [
    secret,
    secret.trim(),
    secret.replace(/\r\n?/g, '\n'),
    secret.replace(/\s+/g, ' ').trim(),
    plain(secret, secret.length * 2),
    json,
    JSON.stringify(json).slice(1, -1),
    json.replace(/[\u0080-\uffff]/g, unicodeEscape),
    json.replace(/[<>&'\u2028\u2029]/g, unicodeEscape),
    json.replaceAll('/', '\\/'),
    secret.replaceAll("'", "\\'"),
    secret.replaceAll('\\', '\\\\'),
    secret.replaceAll('\\', '\\\\').replaceAll("'", "\\'"),
    secret.replaceAll("'", "''"),
    secret.replaceAll("'", "'\\''"),
    uri,
    strictUri,
    strictUri.replaceAll('%20', '+'),
    new URLSearchParams({ '': secret }).toString().slice(1),
    encodeURI(secret.toWellFormed()),
    uri.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    uri.replaceAll('%', '%25'),
    command,
    command.replaceAll(':', '%3A').replaceAll(',', '%2C'),
    escapeXml(secret, '&#39;'),
    escapeXml(secret, '&apos;'),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...[0, 1, 2].flatMap((shift) => base64At(bytes, shift)),
  ]
  return new Set(forms.filter((form) => form.length >= SHORTEST_SECRET))
}

const unicodeEscape = (c: string): string => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`

function escapeXml(text: string, apostrophe: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": apostrophe }
  return text.replace(/[&<>"']/g, (c) => entities[c] as string)
}

/** The characters of base64 that depend on these bytes alone when `shift` bytes (mod 3) stand before them. */
function base64At(bytes: Buffer, shift: number): string[] {
  const text = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replace(/=+$/, '')
  const first = [0, 2, 3][shift] as number
  const sharesLast = (shift + bytes.length) % 3 === 0 ? 0 : 1
  const core = text.slice(first, text.length - sharesLast)
  return core.length < SHORTEST_LINE ? [] : [core, core.replaceAll('+', '-').replaceAll('/', '_')]
}
