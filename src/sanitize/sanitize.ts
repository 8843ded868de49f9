import type { RedactedText, SafeText } from './safe-text.ts'

/** Longest text, in UTF-16 units, that is taken over from a stranger; the runner cuts annotations at 4096. */
const MAX_LENGTH = 2000

/** What comes later is not shown in any case; runs of many millions are more than a regular expression takes. */
const MAX_READ = 1_000_000

/**
 * C0, DEL and C1 controls (a bare \r starts a line for the runner, ESC colours the log), the Unicode line and paragraph
 * separators, and what only changes how the neighbours are drawn: zero-width characters and fillers, bidi marks and overrides,
 * variation selectors, tags.
 */
export const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  /[\ufe00-\ufe0f\u034f\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e01ef}]+/gu

/** A run of spaces and of what cannot be printed. */
export const BLANK = new RegExp(`[\\s${UNPRINTABLE.source.slice(1, -2)}]+`, 'gu')

/**
 * Makes any text one line that can be printed anywhere in the log: no control characters, no workflow command, at most
 * `maxLength` characters.
 *
 * The runner reads `##[command]` anywhere in a line and `::command::` at its start after trimming, on stdout and
 * stderr (actions/runner, ActionCommand.cs), so both are broken with a space. Applying it twice changes nothing.
 */
export function printable(text: RedactedText, maxLength: number = MAX_LENGTH): SafeText {
  const line = fold(text)
    .trim()
    .replaceAll('##[', '# #[')
    .replace(/^:(?=:)/, ': ')
  return (line.length <= maxLength ? line : `${line.slice(0, maxLength - 1).toWellFormed()}…`) as SafeText
}

/** The text with every run of spaces and of what cannot be printed as one space. */
function fold(text: string): string {
  return text.slice(0, MAX_READ).toWellFormed().replace(BLANK, ' ')
}

/**
 * `JSON.stringify` for outputs and files that others print: the same data, written so that no part of it can start a
 * workflow command, colour a log or reorder a line.
 */
export function safeJson(value: unknown): SafeText {
  return JSON.stringify(value).replace(UNPRINTABLE, escapeUnits).replaceAll('##[', '#\\u0023[') as SafeText
}

function escapeUnits(run: string): string {
  let escaped = ''
  for (let i = 0; i < run.length; i += 1) escaped += `\\u${run.charCodeAt(i).toString(16).padStart(4, '0')}`
  return escaped
}

/** Makes a stranger's text plain and short, without secrets. */
export type Sanitize = (text: string, maxLength?: number) => SafeText
