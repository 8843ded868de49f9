import { BLANK, UNPRINTABLE } from './characters.ts'
import { breakCommands, type RedactedText, type SafeText } from './safe-text.ts'

/** Longest external text, in UTF-16 units, that is shown. The runner cuts annotations at 4096. */
const MAX_LENGTH = 2000

/** What comes later is never shown. A regular expression can't match a run of many millions of characters. */
const MAX_READ_LENGTH = 1_000_000

/** How much more than what is shown is read at first: runs of blanks and invisible characters are folded to one blank. */
const READ_AHEAD = 2

/**
 * Makes any text one line that can be printed anywhere: without control characters, invisible characters and workflow
 * commands (see {@link breakCommands}), and cut to `maxLength` UTF-16 units. Applying it twice changes nothing.
 */
export function printable(text: RedactedText, maxLength: number = MAX_LENGTH): SafeText {
  const head = lineOf(text.slice(0, READ_AHEAD * maxLength))
  const isEnough = head.length > maxLength + 1 || text.length <= READ_AHEAD * maxLength
  const line = isEnough ? head : lineOf(text.slice(0, MAX_READ_LENGTH))
  return (line.length <= maxLength ? line : `${line.slice(0, maxLength - 1).toWellFormed()}…`) as SafeText
}

function lineOf(text: string): string {
  return breakCommands(text.toWellFormed().replace(BLANK, ' ').trim())
}

/**
 * `JSON.stringify` for outputs and files that other steps print: the same data, written so that no part of it can start a
 * workflow command, color a log or reorder a line. It doesn't redact: the texts in the value must be redacted already.
 */
export function safeJson(value: unknown): SafeText {
  return JSON.stringify(value).replace(UNPRINTABLE, escapeUnits).replaceAll('##[', '#\\u0023[') as SafeText
}

function escapeUnits(run: string): string {
  let escaped = ''
  for (let i = 0; i < run.length; i += 1) escaped += `\\u${run.charCodeAt(i).toString(16).padStart(4, '0')}`
  return escaped
}
