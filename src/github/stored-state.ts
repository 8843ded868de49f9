import { safe } from '../sanitize/safe-text.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import { intactFingerprint, normalize } from './entry-body.ts'
import { findMemory, findSections, NO_ORIGIN } from './markers.ts'
import { noteContent, type Section } from './section.ts'
import { findingOf, type Subject } from './subjects.ts'

/** What an issue remembers of the runs that wrote it. */
export interface StoredState {
  /** Whether the body is the one that was written. If not, it is not taken for the result of a run. */
  readonly isIntact: boolean
  readonly sections: readonly Section[]
}

export const NOTHING_STORED: StoredState = { isIntact: false, sections: [] }

/** Of a section whose details are not known: no finding has it, so the next run that looks at the subject replaces it. */
const UNKNOWN_FINGERPRINT = '0'.repeat(16)

/** The titles of sections whose details are not known. */
const TITLES = { invalid: 'not valid', requirement: 'requirement not met', drift: 'drift' } as const

/**
 * Reads what an issue remembers.
 *
 * Of a body that a person edited, or that version 1.0 wrote, only the subjects count, and only to keep the issue open until a
 * run has looked at each of them: neither its texts nor its fingerprints can suppress a finding.
 *
 * @param secrets cut out of what earlier runs wrote, which may not have known them
 */
export function readStoredState(body: string, secrets: Secrets): StoredState {
  const text = normalize(body)
  if (intactFingerprint(body) !== undefined) {
    const sections = findSections(text).map((section) => ({ ...section, content: [secrets.redact(section.content)] }))
    return { isIntact: true, sections }
  }
  const subjects = [...findSections(text).map(({ subject }) => subject), ...findMemory(text)]
  const known = [...new Set(subjects)].filter(isKnown)
  return { isIntact: false, sections: known.map((subject) => withoutDetails(subject, secrets)) }
}

const isKnown = (subject: Subject): boolean =>
  /^(?:invalid|off|on|drift|requirement):[a-z-]+(?::[a-z+]+)?$/.test(subject)

function withoutDetails(subject: Subject, secrets: Secrets): Section {
  const header = {
    subject,
    status: 'bad',
    title: TITLES[findingOf(subject)],
    fingerprint: UNKNOWN_FINGERPRINT,
    origin: NO_ORIGIN,
  } as const
  const note = safe`An earlier run found this. The next run that checks it adds the details.`
  return { ...header, content: noteContent(header, note, (text) => secrets.sanitize(text)) }
}

/**
 * The sections of an issue after a run: its own, and those of other runs that stand, byte for byte.
 *
 * @param found what the run found
 * @param isGone whether a section that the run did not find is resolved or obsolete
 */
export function mergeSections(
  stored: readonly Section[],
  found: readonly Section[],
  isGone: (section: Section) => boolean,
): Section[] {
  const own = found.map((fresh) => stored.find((old) => isUnchanged(old, fresh)) ?? fresh)
  const subjects = new Set(found.map(({ subject }) => subject))
  return [...own, ...stored.filter((old) => !subjects.has(old.subject) && !isGone(old))]
}

/** A run that excuses a finding does not take back what a stricter one says of the same finding. */
function isUnchanged(old: Section, fresh: Section): boolean {
  const isSofter = old.status === 'excused' && fresh.status === 'bad'
  return old.subject === fresh.subject && old.fingerprint === fresh.fingerprint && !isSofter
}

/**
 * Whether the body must be written: not if it holds just these sections already, whatever other runs did in between. A body
 * that is not intact stays as it is until a run finds something itself, or proves that a part of it is resolved.
 */
export function mustWrite({ sections: stored }: StoredState, merged: readonly Section[]): boolean {
  return merged.length !== stored.length || merged.some((section) => !stored.includes(section))
}
