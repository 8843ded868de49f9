import { originalRange } from '../decoding/text-view.ts'
import { BREAK, type View } from '../decoding/view.ts'
import { canBeLeftOutAtEnd, FOLDED } from './folding.ts'
import type { SecretForm } from './secret-forms.ts'

/** A direction to walk in: to the start of a form or to its end. */
type Step = -1 | 1

/** How far a form was followed in one direction. */
interface Edge {
  /** Where the last byte that is the same begins or ends in the text. */
  readonly position: number
  /** How many bytes of the form are left. */
  readonly missing: number
}

/** The last byte that is the same, as an index of the view and as one of the form. */
interface Place {
  readonly index: number
  readonly at: number
}

/** This much of a secret gives it away where the rest can have been misread. */
const MIN_SHARE = 0.75
/** At least so many bytes must be there; more where ordinary words can be. */
const MIN_SHARED_LENGTH = 10
const MIN_SHARED_LENGTH_OF_BYTES = 6

/**
 * Compares a form with a view around a byte that they seem to share.
 *
 * A character before an encoded secret can form an escape sequence with the first ones of it (as `\` before `nope%22`, or `=` before
 * `ab%2B`), so that they are missing from the view. They are then looked for in the view that this one was decoded from. If they are
 * encoded once more, that can't help, so a few missing bytes are put up with.
 *
 * @param place the end of the seed
 * @param seedLength at least so many bytes must be the same
 * @returns the range of the text that gives the secret away
 */
export function locate(
  view: View,
  form: SecretForm,
  place: Place,
  seedLength: number,
): { readonly from: number; readonly to: number } | undefined {
  if (!isSame(view, form, place.index, place.at)) return undefined
  const first = walk(view, form, place, -1)
  if (place.at - first.at + 1 < seedLength) return undefined
  const last = walk(view, form, place, 1)
  const start = findEdge(view, form, first, -1)
  const end = findEdge(view, form, last, 1)
  const missing = start.missing + end.missing
  if (missing > 0) {
    const minLength = view.byteDepth > 0 ? MIN_SHARED_LENGTH_OF_BYTES : MIN_SHARED_LENGTH
    if (form.text.length - missing < Math.max(minLength, MIN_SHARE * form.text.length)) return undefined
    if (start.missing > 0 && !canBeMisread(view, first.index, -1)) return undefined
    if (end.missing > 0 && !canBeMisread(view, last.index, 1)) return undefined
  }
  return { from: start.position, to: end.position }
}

/** Whether a byte or the next one in this direction is a decoded one, or something between them was left out. */
function canBeMisread(view: View, index: number, step: Step): boolean {
  const { from, to, parent } = view
  if (parent === undefined) return false
  if (view.byteDepth > 0) return true
  const next = index + step
  const edge = (step < 0 ? from[index] : to[index]) as number
  const nextEdge = next < 0 ? 0 : next >= view.length ? parent.length : ((step < 0 ? to[next] : from[next]) as number)
  const isDecoded = (i: number): boolean => (to[i] as number) - (from[i] as number) > 1
  if (nextEdge !== edge || isDecoded(index) || (next >= 0 && next < view.length && isDecoded(next))) return true
  return canBeMisread(parent, step < 0 ? edge : edge - 1, step)
}

/** Follows the form from one shared byte to the last one in this direction. */
function walk(view: View, form: SecretForm, { index, at }: Place, step: Step): Place {
  let shared = { index, at }
  for (;;) {
    const next = { index: nextIndex(view, shared.index, step), at: shared.at + step }
    if (!isSame(view, form, next.index, next.at) || !hasSameGap(view, form, shared, next)) return shared
    shared = next
  }
}

/** Follows the form on in the views that this one was decoded from. */
function findEdge(view: View, form: SecretForm, last: Place, step: Step): Edge {
  const missing = step < 0 ? last.at : form.text.length - 1 - last.at
  if (missing === 0) return { position: positionOf(view, skipLeftOut(view, last.index, form, step), step), missing }
  if (view.parent !== undefined) {
    const index = step < 0 ? (view.from[last.index] as number) : (view.to[last.index] as number) - 1
    const edge = findEdge(view.parent, form, walk(view.parent, form, { index, at: last.at }, step), step)
    if (edge.missing === 0) return edge
  }
  return { position: positionOf(view, skip(view, last.index, missing, step), step), missing }
}

/** @returns the index of the next byte that isn't left out */
function nextIndex({ bytes, length }: View, index: number, step: Step): number {
  let next = index + step
  while (next >= 0 && next < length && FOLDED[bytes[next] as number] === 0) next += step
  return next
}

function isSame({ bytes, length }: View, { text, exact }: SecretForm, index: number, at: number): boolean {
  if (index < 0 || index >= length || at < 0 || at >= text.length) return false
  const byte = bytes[index] as number
  return FOLDED[byte] === text.charCodeAt(at) && (exact === undefined || byte === exact.charCodeAt(at))
}

/**
 * Whether what was left out between two bytes can also be left out in the secret: line breaks can come in anywhere, but blanks,
 * quotes and backslashes only where the secret has any. In a short secret they must also be there.
 */
function hasSameGap(view: View, { gaps }: SecretForm, a: Place, b: Place): boolean {
  const first = Math.min(a.index, b.index)
  const last = Math.max(a.index, b.index)
  const isLeftOut = last - first > 1
  const isRequired = gaps?.get(Math.min(a.at, b.at))
  if (isRequired === undefined ? !isLeftOut : !isRequired || isLeftOut) return true
  return view.gaps.subarray(first + 1, last + 1).includes(1)
}

/** @returns the index of the last byte that belongs to what the form leaves out at this end */
function skipLeftOut({ bytes, length }: View, index: number, { leading, trailing }: SecretForm, step: Step): number {
  let last = index
  for (let left = step < 0 ? leading : trailing; left > 0; left -= 1) {
    const next = last + step
    if (next < 0 || next >= length || !canBeLeftOutAtEnd(bytes[next] as number)) break
    last = next
  }
  return last
}

/** @returns the index so many bytes further, but within the part of the view */
function skip({ bytes, length }: View, index: number, count: number, step: Step): number {
  let last = index
  for (let left = count; left > 0; left -= 1) {
    const next = last + step
    if (next < 0 || next >= length || bytes[next] === BREAK) break
    last = next
  }
  return last
}

function positionOf(view: View, index: number, step: Step): number {
  const { from, to } = originalRange(view, index, index)
  return step < 0 ? from : to
}
