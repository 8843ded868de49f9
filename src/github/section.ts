import { code, type Html, html } from '../report/html.ts'
import type { Sanitize } from '../sanitize/safe-text.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import type { BodyLine } from './entry-body.ts'
import type { SectionHeader } from './markers.ts'
import { findingOf } from './subjects.ts'

/** What an issue says of one subject: the header stands in the begin line, the content below it. */
export interface Section extends SectionHeader {
  readonly content: readonly BodyLine[]
}

/** By the status of a section. */
export const ICONS = { bad: '❌', excused: '⚠️' } as const

/** The words that a section begins with. */
export function headingOf({ status, title }: SectionHeader, sanitize: Sanitize): Html {
  return html`<b>${safe`${ICONS[status]}\u00a0${sanitize(title)}`}.</b>`
}

/** The content of a section of which there is no more than a note. */
export function noteContent(header: SectionHeader, note: SafeText, sanitize: Sanitize): Html[] {
  if (findingOf(header.subject) !== 'requirement') return [html`<p>${headingOf(header, sanitize)} ${note}</p>`]
  const [, condition = ''] = header.subject.split(':')
  return [html`<tr><td>${code(sanitize(condition))}</td><td>${safe`${ICONS[header.status]}`}</td><td>${note}</td></tr>`]
}
