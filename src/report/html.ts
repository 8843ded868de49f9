import type { SafeText } from '../sanitize/safe-text.ts'

/** Markup that is safe to write into a summary, an issue or a comment: made by the functions of this file alone. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

type Part = Html | SafeText | number | readonly Html[] | 'AWS' | 'AZURE' | 'GCP' | 'NONE'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string)

/**
 * A template tag: what is written in the template is markup, what is put into it is text and is escaped (unless it is
 * {@link Html} already). Line breaks of the template are dropped, so that the result is one HTML block: inside one, GitHub's
 * Markdown (a superset of CommonMark 0.31, 4.6) reads no emphasis, no image and no table up to a blank line.
 */
export function html(template: TemplateStringsArray, ...parts: Part[]): Html {
  const markup = template.map((chunk, i) => chunk.replace(/\s*\n\s*/g, '') + (i < parts.length ? render(parts[i]) : ''))
  return new Html(markup.join(''))
}

function render(part: Part | undefined): string {
  if (part instanceof Html) return part.markup
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part))
  return part === undefined ? '' : part.map(({ markup }) => markup).join('')
}

/** A sentence of our own, escaped, with `names` in backticks as code. For text from outside see {@link code}. */
export function ownText(sentence: SafeText): Html {
  return new Html(escapeHtml(sentence).replace(/`([^`]+)`/g, '<code>$1</code>'))
}

/**
 * Text from outside as code. GitHub links `@name`, `#123` and URLs in any text but not in `<code>`, so this is the only way in
 * for names, values and messages. An empty text shows as a dash.
 */
export function code(text: SafeText): Html {
  return text === '' ? new Html('—') : new Html(`<code>${escapeHtml(text)}</code>`)
}

/** A link with a text of our own or as {@link Html}; the text alone without a URL. */
export function link(url: SafeText | null, text: Html): Html {
  return url === null ? text : new Html(`<a href="${escapeHtml(url)}">${text.markup}</a>`)
}

/** Letters, digits and the signs of a sentence. */
const SENTENCE = /^[\p{L}\p{N} .,;:()'"`–—…·→/=?!%+_-]*$/u

/**
 * What GitHub links or draws without a special sign in it: addresses, issues, advisories, commits, emoji by name. No emoji has
 * a name of two digits, so that a time of day is none. The pattern does without \p{L}, which takes V8 half a millisecond to compile: so
 * seven digits count as a commit even right after a letter beyond ASCII, where GitHub links none.
 */
const LINKABLE = /:\/\/|www\.|(GH|GHSA|CVE)-[0-9a-z]|(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])|:(?!\d\dZ?:)[\w+-]+:/i

/**
 * A sentence that may hold words from outside: as text with what is in backticks as code, if GitHub would link nothing in the rest;
 * else all of it as code.
 */
export function externalText(sentence: SafeText): Html {
  const rest = sentence.replace(/`[^`]+`/g, ' ')
  const isHarmless = SENTENCE.test(rest) && !LINKABLE.test(rest)
  return isHarmless ? ownText(sentence) : new Html(`<code>${escapeHtml(sentence.replaceAll('`', ''))}</code>`)
}

/** An icon and the words that it is for, which stay on one line. */
export function withIcon(icon: string, words: SafeText): Html {
  return new Html(`${icon}\u00a0${escapeHtml(words).replaceAll(' ', '\u00a0')}`)
}
