import { byteOf } from './ascii.ts'
import { ESCAPE_LEADS } from './escape-sequences.ts'
import { decodeEscapes, type EscapeDecoder, escapeDecoder } from './escapes.ts'
import { MIN_PART_LENGTH } from './readable-parts.ts'
import { BREAK, readText, View } from './view.ts'

/**
 * A secret as it is searched for: see {@link FOLDED}. All texts are bytes, one per UTF-16 unit, so that tens of thousands of
 * forms take little memory.
 */
export interface SecretForm {
  readonly text: string
  /** As `text`, in the case of the secret, if another case is too likely to be another word. */
  readonly exact: string | undefined
  /** Indexes in `text` after which something was left out, and whether something must be there; undefined if nothing was. */
  readonly gaps: ReadonlyMap<number, boolean> | undefined
  /** How many bytes were left out at the start and at the end. */
  readonly leading: number
  readonly trailing: number
}

/** A secret that consists of little but what folding leaves out: it is searched for as it is. */
export interface LiteralForm {
  readonly literal: string
}

/** A shorter text turns up by chance. */
export const MIN_FORM_LENGTH = 4

/** From this length on a form is known in any case. */
const MIN_ANY_CASE_LENGTH = 8

/** A longer secret is searched for in parts, so that a part of a text that holds one is never too long. */
const MAX_FORM_LENGTH = 128

/** A secret that looks encoded is known decoded, too, since it is decoded together with the text around it. */
const MAX_ROUNDS = 3

/** The names of the characters that HTML has to escape. */
const HTML_NAMES: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' }

/** What stands for no letter of its own wherever texts are quoted: blanks, a plus for a blank, quotes, backslashes. */
const LEFT_OUT = ' +"\'`\\'

/** For each byte what it is compared as, 0 if it is left out: letters of ASCII in lower case. */
export const FOLDED = new Uint8Array(256)
for (let byte = 0; byte < 256; byte += 1) {
  const character = String.fromCharCode(byte)
  FOLDED[byte] = LEFT_OUT.includes(character) ? 0 : byte < 0x80 ? character.toLowerCase().charCodeAt(0) : byte
}

const EQUALS = byteOf('=')

/** Whether a byte can be missing from the text of a form at the start or the end of the secret. */
export const canBeLeftOutAtEnd = (byte: number): boolean => FOLDED[byte] === 0 || byte === EQUALS

/** @returns everything that gives the secret away in a view of a text */
export function formsOf(secret: string): (SecretForm | LiteralForm)[] {
  // Most of all secrets are hashes, one for each request, which have one form.
  if (/^[A-Za-z0-9]+$/.test(secret) && secret.length <= MAX_FORM_LENGTH) return [formOf(secret)]
  const views = encodingsOf(secret).flatMap(readingsOf)
  const forms = views.map(fold)
  // Hardly anything is left of a secret like `%41%42%43` once it is decoded.
  if (forms.some(([form]) => form === undefined || 'literal' in form))
    forms.push(...escapesOf(secret).map(viewOfText).map(fold))
  return forms.flat()
}

/** The secret as it looks in JSON, in a URL, in a workflow command and in HTML. */
function escapesOf(secret: string): string[] {
  return [
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret.toWellFormed()),
    secret.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'),
    secret.replace(/[&<>"']/g, (character) => `&${HTML_NAMES[character]};`),
  ]
}

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
function encodingsOf(secret: string): View[] {
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

function viewOfText(text: string): View {
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

/** Decode the escape sequences of all families but one. */
const DECODERS_BUT_ONE = ESCAPE_LEADS.map((lead) => escapeDecoder(ESCAPE_LEADS.filter((other) => other !== lead)))

/**
 * A text as it is read in a view. The escape sequences that a secret holds are decoded together with the text around it: all of them,
 * round after round, or all but those of the family that the secret was then escaped with.
 */
function readingsOf(view: View): View[] {
  const views = [view]
  for (let i = 0, round = view; i < MAX_ROUNDS; i += 1) {
    const next = decoded(round, decodeEscapes)
    if (next.length === 0) break
    views.push(next)
    round = next
  }
  if (views.length > 1)
    views.push(...DECODERS_BUT_ONE.map((decode) => decoded(view, decode)).filter(({ length }) => length > 0))
  return views
}

function decoded(view: View, decode: EscapeDecoder): View {
  const out = new View()
  decode(view.part(0, view.length), out)
  return out
}

function fold(view: View): (SecretForm | LiteralForm)[] {
  const kept: number[] = []
  for (let i = 0; i < view.length; i += 1) if (isKept(view.bytes[i] as number)) kept.push(i)
  // Base64 comes with or without them, and quoted-printable takes one at the end of a line for its own.
  while (kept.length > 0 && view.bytes[kept.at(-1) as number] === EQUALS) kept.pop()
  if (kept.length < MIN_FORM_LENGTH) {
    const literal = latin1(view.bytes.filter((byte, i) => i < view.length && byte !== BREAK)).replace(
      /(?<=.{4})=+$/s,
      '',
    )
    return literal.length < MIN_FORM_LENGTH ? [] : [{ literal }]
  }
  const count = Math.ceil(kept.length / MAX_FORM_LENGTH)
  const size = Math.ceil(kept.length / count)
  const parts = Array.from({ length: count }, (_, i) => kept.slice(i * size, (i + 1) * size))
  return parts.map((part) => formOfBytes(view, part))
}

const isKept = (byte: number): boolean => byte !== BREAK && FOLDED[byte] !== 0

/** @param kept the indexes of the bytes that the form has */
function formOfBytes(view: View, kept: readonly number[]): SecretForm {
  const form = formOf(latin1(Uint8Array.from(kept, (i) => view.bytes[i] as number)))
  const gaps = new Map<number, boolean>()
  for (const [k, i] of kept.slice(1).entries()) {
    const hasLineBreak = view.gaps[i] === 1
    const isShort = form.exact !== undefined
    if (hasLineBreak || i !== (kept[k] as number) + 1) gaps.set(k, isShort && !hasLineBreak)
  }
  return {
    ...form,
    gaps: gaps.size > 0 ? gaps : undefined,
    leading: countLeftOut(view, kept[0] as number, -1),
    trailing: countLeftOut(view, kept.at(-1) as number, 1),
  }
}

function formOf(exact: string): SecretForm {
  const text = exact.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
  const isShort = text.length < MIN_ANY_CASE_LENGTH
  return { text, exact: isShort ? exact : undefined, gaps: undefined, leading: 0, trailing: 0 }
}

/** @returns how many bytes beside the given one were left out, up to the next one that wasn't */
function countLeftOut(view: View, index: number, step: 1 | -1): number {
  let i = index + step
  while (i >= 0 && i < view.length && canBeLeftOutAtEnd(view.bytes[i] as number)) i += step
  return Math.abs(i - index) - 1
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
