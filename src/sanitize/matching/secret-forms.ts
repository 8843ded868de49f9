import { ESCAPE_LEADS } from '../decoding/escape-sequences.ts'
import { decodeEscapes, type EscapeDecoder, escapeDecoder } from '../decoding/escapes.ts'
import { BREAK, View } from '../decoding/view.ts'
import { canBeLeftOutAtEnd, FOLDED } from './folding.ts'
import { encodingsOf, escapesOf, viewOfText } from './secret-encodings.ts'

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

/** What two forms have to have in common to be found in the same places. */
export function keyOf({ text, exact = text, gaps, leading, trailing }: SecretForm): string {
  if (gaps === undefined && leading === 0 && trailing === 0) return exact
  return `${exact}\n${leading}\n${trailing}\n${[...(gaps ?? [])].join()}`
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
  while (kept.length > 0 && canBeLeftOutAtEnd(view.bytes[kept.at(-1) as number] as number)) kept.pop()
  if (kept.length < MIN_FORM_LENGTH) {
    const bytes = view.bytes.subarray(0, view.length).filter((byte) => byte !== BREAK)
    const literal = latin1(bytes).replace(/(?<=.{4})=+$/s, '')
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
