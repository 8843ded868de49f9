/** A part of a text, and what to put in its place. */
export interface Replacement {
  readonly from: number
  readonly to: number
  readonly replacement: string
}

/** What a secret is replaced by. */
export const MASK = '***'

/** Adds one to a list, or to the last of the list if it continues that one. */
export function addReplacement(list: Replacement[], added: Replacement): void {
  const last = list.at(-1)
  if (last === undefined || last.replacement !== MASK || added.replacement !== MASK) {
    list.push(added)
  } else if (added.from >= last.from && added.from <= last.to) {
    list[list.length - 1] = { ...last, to: Math.max(last.to, added.to) }
  } else {
    list.push(added)
  }
}

/** @returns the same, sorted; what overlaps goes as one, and so do neighbors that are secret */
export function mergeReplacements(list: readonly Replacement[]): Replacement[] {
  const merged: Replacement[] = []
  for (const next of list.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = merged.at(-1)
    const isSecret = last?.replacement === MASK && next.replacement === MASK
    if (last === undefined || next.from > last.to || (next.from === last.to && !isSecret)) {
      merged.push(next)
    } else if (next.to > last.to || next.replacement !== last.replacement) {
      const to = Math.max(last.to, next.to)
      merged[merged.length - 1] = { from: last.from, to, replacement: MASK }
    }
  }
  return merged
}
