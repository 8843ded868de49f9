import { MIN_PART_LENGTH } from '../decoding/readable-parts.ts'
import { readText } from '../decoding/text-view.ts'
import { View } from '../decoding/view.ts'

/** The names of the characters that HTML has to escape. */
const HTML_NAMES: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' }

/** Whether a text has a character that encodings of text write as different bytes. */
const hasBeyondAscii = (text: string): boolean => /[^\0-\x7f]/.test(text)

/** A text in the ways in which Unicode can write it. */
function normalFormsOf(text: string): string[] {
  return [...new Set([text, text.toWellFormed(), text.normalize('NFC'), text.normalize('NFD')])]
}

/** @returns the byte strings that give the secret away but don't look like text: see {@link readableParts} */
export function byteStringsOf(secret: string): Buffer[] {
  return normalFormsOf(secret).flatMap((text) => {
    const utf8 = Buffer.from(text, 'utf8')
    const short = utf8.length < MIN_PART_LENGTH ? [utf8] : []
    return hasBeyondAscii(text) ? [...short, ...legacyEncodingsOf(text)] : short
  })
}

/** @returns the text in UTF-16 and, if it can be, in Latin-1 */
function legacyEncodingsOf(text: string): Buffer[] {
  const utf16 = Buffer.from(text, 'utf16le')
  const latin1 = /[^\0-\xff]/.test(text) ? [] : [Buffer.from(text, 'latin1')]
  return [utf16, Buffer.from(utf16).swap16(), ...latin1]
}

/** The secret as text and as bytes, and as the text that a reader sees who takes its bytes for Latin-1 or Windows-1252. */
export function encodingsOf(secret: string): View[] {
  const texts = normalFormsOf(secret)
  const views = texts.map(viewOfText)
  if (!hasBeyondAscii(secret)) return views
  const utf8 = texts.map((text) => Buffer.from(text, 'utf8'))
  const byteStrings = texts.flatMap(legacyEncodingsOf)
  return [
    ...views,
    ...byteStrings.map(viewOfBytes),
    ...[...utf8, ...byteStrings].map((bytes) => viewOfText(bytes.toString('latin1'))),
    ...utf8.map((bytes) => viewOfText(new TextDecoder('windows-1252').decode(bytes))),
  ]
}

export function viewOfText(text: string): View {
  const view = new View()
  readText(view, text, 0, Number.POSITIVE_INFINITY)
  return view
}

function viewOfBytes(bytes: Uint8Array): View {
  const view = new View()
  view.reserve(bytes.length)
  for (const [i, byte] of bytes.entries()) view.put(byte, i, i + 1)
  return view
}

/** The secret as it looks in JSON, in a URL, in a workflow command and in HTML. */
export function escapesOf(secret: string): string[] {
  return [
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret.toWellFormed()),
    secret.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'),
    secret.replace(/[&<>"']/g, (character) => `&${HTML_NAMES[character]};`),
  ]
}
