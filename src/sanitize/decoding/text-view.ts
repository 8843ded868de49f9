import type { View } from './view.ts'

/**
 * Reads a text into an empty view until the view has `limit` bytes or the text ends.
 *
 * @returns where in the text the reading stopped
 */
export function readText(view: View, text: string, start: number, limit: number): number {
  view.reserve(Math.min(limit, 3 * (text.length - start)) + 4)
  let i = start
  while (i < text.length && view.length < limit) {
    i = view.putAscii(text, i, Math.min(text.length, i + limit - view.length))
    if (i === text.length || view.length === limit) break
    const point = text.codePointAt(i) as number
    const to = point < 0x10000 ? i + 1 : i + 2
    view.putCodePoint(point, i, to)
    i = to
  }
  return i
}

/** @returns the range of the text that the bytes from `first` up to and with `last` were read from */
export function originalRange(view: View, first: number, last: number): { readonly from: number; readonly to: number } {
  const from = view.from[first] as number
  const to = view.to[last] as number
  return view.parent === undefined ? { from, to } : originalRange(view.parent, from, to - 1)
}
