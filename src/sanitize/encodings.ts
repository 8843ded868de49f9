import type { RedactedText } from './safe-text.ts'
import { printable } from './sanitize.ts'

/** Fewer characters of base64 than this show up in texts by chance; more cannot be had of a secret of four bytes. */
const MIN_CORE_LENGTH = 4

/**
 * How a secret may look when somebody else quotes it, whole; some of the forms may be shorter than it is. The views of a text
 * (`views.ts`) know more ways, and mixtures; but a secret that itself looks like a code is known from its forms alone.
 */
export function encodings(secret: string): Set<string> {
  const bytes = Buffer.from(secret, 'utf8')
  const hex = bytes.toString('hex')
  const inOtherBases = [hex, hex.toUpperCase(), ...[0, 1, 2].flatMap((shift) => base64At(bytes, shift))]
  // A digest response, one for each request: letters and digits have no other form.
  if (/^[A-Za-z0-9]+$/.test(secret)) return new Set([secret, ...inOtherBases])
  const json = JSON.stringify(secret).slice(1, -1)
  const uri = encodeURIComponent(secret.toWellFormed())
  const strictUri = uri.replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  const command = secret.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  return new Set([
    secret,
    secret.trim(),
    // What a form makes of a plus that was not encoded.
    secret.replaceAll('+', ' '),
    secret.toWellFormed(),
    secret.replace(/\r\n?/g, '\n'),
    secret.replace(/\s+/g, ' ').trim(),
    printable(secret as RedactedText, secret.length * 2),
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
    ...inOtherBases,
  ])
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
  return core.length < MIN_CORE_LENGTH ? [] : [core, core.replaceAll('+', '-').replaceAll('/', '_')]
}
