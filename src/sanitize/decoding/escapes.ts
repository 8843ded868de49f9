import { byteOf } from './ascii.ts'
import { ESCAPE_LEADS, readEscape } from './escape-sequences.ts'
import type { Part, View } from './view.ts'

/** Appends a part of a view to another view, decoded. A part to which it doesn't apply is left out. */
export type EscapeDecoder = (part: Part, out: View) => void

const PLUS = byteOf('+')
const BLANK = byteOf(' ')

/** What a byte can be, apart from itself: the start of an escape sequence, or a blank. */
const LEAD = 1
const BLANK_IN_FORMS = 2

/** A short text can be form data even if nothing in it had to be escaped. */
const MAX_SHORT_LENGTH = 2000

const FORM_ROLES = rolesOf(ESCAPE_LEADS).with(PLUS, BLANK_IN_FORMS)
const PERCENT_ROLES = rolesOf([byteOf('%')])

/** Decodes one level of escape sequences. Those of all families are decoded together, since a text can mix them. */
export const decodeEscapes: EscapeDecoder = escapeDecoder(ESCAPE_LEADS)

/** Decodes one level of escape sequences in a part that can be form data, where a plus stands for a blank. */
export const decodeFormData: EscapeDecoder = (part, out) => {
  if (!part.bytes.includes(PLUS)) return
  if (part.bytes.length <= MAX_SHORT_LENGTH || hasEscape(part.bytes, PERCENT_ROLES)) decode(part, FORM_ROLES, out)
}

/** @returns a decoder for the families of escape sequences that begin with these bytes */
export function escapeDecoder(leads: readonly number[]): EscapeDecoder {
  const roles = rolesOf(leads)
  return (part, out) => {
    if (hasEscape(part.bytes, roles)) decode(part, roles, out)
  }
}

/** @returns for each byte its role, or 0 */
function rolesOf(leads: readonly number[]): Uint8Array {
  const roles = new Uint8Array(256)
  for (const lead of leads) roles[lead] = LEAD
  return roles
}

function hasEscape(bytes: Uint8Array, roles: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i += 1) {
    if (roles[bytes[i] as number] === LEAD && readEscape(bytes, i) !== undefined) return true
  }
  return false
}

function decode({ bytes, gaps, start }: Part, roles: Uint8Array, out: View): void {
  out.reserve(bytes.length + 1)
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i] as number
    const role = roles[byte] as number
    if (gaps[i] === 1) out.leaveGap(start + i)
    const escaped = role === LEAD ? readEscape(bytes, i) : undefined
    const end = escaped === undefined ? i + 1 : escaped.end
    if (escaped === undefined) out.put(role === BLANK_IN_FORMS ? BLANK : byte, start + i, start + end)
    else if (escaped.isByte) out.put(escaped.value, start + i, start + end)
    else out.putCodePoint(escaped.value, start + i, start + end)
    i = end
  }
  out.break()
}
