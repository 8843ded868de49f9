import { createHash } from 'node:crypto'
import type { SafeText } from '../sanitize/safe-text.ts'
import { hexText } from '../sanitize/sentences.ts'

declare const isHiddenLine: unique symbol

/**
 * An HTML comment on a line of its own, which GitHub stores but does not show. Made by this file alone, from words and
 * hexadecimal digits, so no part of it can end the comment early.
 */
export type HiddenLine = string & { readonly [isHiddenLine]: true }

/** `project`: the issue of a project. `rest`: the issue that lists further projects. `plan`: the comment with a plan. */
export type MarkerKind = 'project' | 'rest' | 'plan'

/** What the begin line of a section says of it. */
export interface SectionHeader {
  /** @see Subject */
  readonly subject: string
  /** `excused`: an input such as `fail-on-drift: false` keeps the finding from failing the step. */
  readonly status: 'bad' | 'excused'
  /** For the headline: lower-case letters and spaces. */
  readonly title: string
  /** A hash of the facts; the same as long as the finding does not change. */
  readonly fingerprint: string
  /** Stands for the config file whose run wrote the section; {@link NO_ORIGIN} for any other run. */
  readonly origin: string
}

/** A section as a body holds it. */
export interface FoundSection extends SectionHeader {
  readonly content: string
}

export const NO_ORIGIN = '-'

const PREFIX = '<!-- atlas-encryption-at-rest:'
const MARKER = /^(<!-- atlas-encryption-at-rest:(?:project|rest|plan)=[0-9a-f]{1,64} -->)[ \t]*$/gm
const STATE = /^<!-- atlas-encryption-at-rest:state=([0-9a-f]{16});([0-9a-f]{64}) -->$/m
const MEMORY = /^<!-- atlas-encryption-at-rest:memory=([a-z:,-]*);[0-9a-f]{16} -->$/m
const BEGIN =
  /^<!-- atlas-encryption-at-rest:begin=([a-z:+-]{1,200});(bad|excused);([a-z ]{1,40});([0-9a-f]{16});([0-9a-f]{16}|-) -->$/gm

/** Invisible, and what an issue or comment of this action is found by, whatever its title. */
export function marker(kind: MarkerKind, id: string): HiddenLine {
  return line(`${kind}=${id}`, /^[a-z]+=[0-9a-f]{1,64}$/)
}

/**
 * The marker in a body. Each entry that this action writes has exactly one, so a body with several different ones is not
 * one of them; the search ends at the second, since a body of others may hold thousands.
 */
export function findMarker(body: string): HiddenLine | undefined {
  let found: string | undefined
  for (const [, candidate] of body.matchAll(MARKER)) {
    if (found !== undefined && candidate !== found) return undefined
    found = candidate
  }
  return found as HiddenLine | undefined
}

/** @returns undefined if it is not the marker of a project's issue */
export function projectIdOf(hiddenLine: HiddenLine): SafeText | undefined {
  return hexText(/:project=([0-9a-f]+) /.exec(hiddenLine)?.[1] ?? '')
}

/** Stands for a whole target in a marker: a path may hold characters that would end the HTML comment. */
export function targetId(...parts: readonly (string | null)[]): string {
  return shortHash(JSON.stringify(parts))
}

export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** @param hash of the whole body, '' while it is being computed */
export function stateLine(fingerprint: string, hash: string): HiddenLine {
  return line(`state=${fingerprint};${hash}`, /^state=[0-9a-f]{16};[0-9a-f]*$/)
}

export function findStateLine(
  body: string,
): { readonly line: string; readonly fingerprint: string; readonly hash: string } | undefined {
  const [found, fingerprint, hash] = STATE.exec(body) ?? []
  if (found === undefined || fingerprint === undefined || hash === undefined) return undefined
  return { line: found, fingerprint, hash }
}

/** The subjects that version 1.0 of this action stored in its line `memory=`, which had no hash of the body. */
export function findMemory(body: string): string[] {
  return (MEMORY.exec(body)?.[1] ?? '').split(',').filter((subject) => subject !== '')
}

export function beginLine({ subject, status, title, fingerprint, origin }: SectionHeader): HiddenLine {
  const text = `begin=${subject};${status};${title};${fingerprint};${origin}`
  return line(text, /^begin=[a-z:+-]{1,200};(?:bad|excused);[a-z ]{1,40};[0-9a-f]{16};(?:[0-9a-f]{16}|-)$/)
}

export function endLine(subject: string): HiddenLine {
  return line(`end=${subject}`, /^end=[a-z:+-]{1,200}$/)
}

/** The sections between their begin and end lines; a section without an end line is left out. */
export function findSections(body: string): FoundSection[] {
  const sections: FoundSection[] = []
  for (const match of body.matchAll(BEGIN)) {
    const [begin, subject = '', status, title = '', fingerprint = '', origin = ''] = match
    const from = match.index + begin.length + 1
    const to = body.indexOf(`\n${PREFIX}end=${subject} -->`, from)
    if (to === -1) continue
    const header = { subject, status: status === 'excused' ? status : 'bad', title, fingerprint, origin } as const
    sections.push({ ...header, content: body.slice(from, to) })
  }
  return sections
}

/** @throws TypeError if a value is not one that a hidden line may hold, which only a defect can cause */
function line(text: string, form: RegExp): HiddenLine {
  if (!form.test(text)) throw new TypeError('A hidden line may hold words and hashes only.')
  return `${PREFIX}${text} -->` as HiddenLine
}
