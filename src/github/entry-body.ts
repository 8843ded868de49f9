import { createHash } from 'node:crypto'
import { Html } from '../report/html.ts'
import type { RedactedText } from '../sanitize/safe-text.ts'
import { findStateLine, type HiddenLine, stateLine } from './markers.ts'

declare const isEntryBody: unique symbol

/**
 * The text of an issue or comment, made of safe markup, hidden lines and stored text without secrets. Made by this file
 * alone; the client sends nothing else as a body.
 */
export type EntryBody = string & { readonly [isEntryBody]: true }

/** A line of a body: markup, a hidden line, or text that an earlier run wrote. */
export type BodyLine = Html | HiddenLine | RedactedText

/**
 * Lines without a blank line between them. To GitHub's Markdown that is one HTML block, in which it reads no Markdown.
 */
export type BodyBlock = readonly BodyLine[]

/** GitHub refuses a longer body. */
export const MAX_BODY_LENGTH = 65_000

/** A body that nothing is stored in. */
export function plainBody(text: Html): EntryBody {
  return text.markup as EntryBody
}

/**
 * A body that an entry of this action is found and recognized by: its marker, then a line with a fingerprint and a hash of
 * everything else.
 */
export function sealedBody(marker: HiddenLine, fingerprint: string, blocks: readonly BodyBlock[]): EntryBody {
  const text = blocks.map((lines) => `\n\n${lines.map(textOf).join('\n')}`).join('')
  const withHash = (hash: string): string => `${marker}\n${stateLine(fingerprint, hash)}${text}`
  return withHash(hashOf(normalize(withHash('')))) as EntryBody
}

/**
 * The fingerprint that a body was written with.
 *
 * @returns undefined if the body is not the one that was written: it was edited, or it has no stored state
 */
export function intactFingerprint(body: string): string | undefined {
  const text = normalize(body)
  const state = findStateLine(text)
  if (state === undefined) return undefined
  const { line, fingerprint, hash } = state
  // A replacement function, since `$` has a meaning in a replacement text.
  return hashOf(text.replace(line, () => stateLine(fingerprint, ''))) === hash ? fingerprint : undefined
}

/** The body with the line ends that it was written with: a browser sends CR LF when a person edits it. */
export function normalize(body: string): string {
  return body.replaceAll('\r\n', '\n').trimEnd()
}

export function textOf(line: BodyLine): string {
  return line instanceof Html ? line.markup : line
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
