import { distance } from 'fastest-levenshtein'

/** Longer than any name that is known; the time to compare two names grows with the product of their lengths. */
const MAX_NAME_LENGTH = 64

/**
 * The known name that a name was probably meant to be: the one that is most like it, if at most a third of its letters differ. Case,
 * hyphens and underscores do not count, since they are what is mistaken most.
 *
 * @returns undefined if no known name is like it
 */
export function similarName<Name extends string>(name: string, known: readonly Name[]): Name | undefined {
  if (name.length > MAX_NAME_LENGTH) return undefined
  const letters = lettersOf(name)
  let similar: Name | undefined
  let fewest = Number.POSITIVE_INFINITY
  for (const candidate of known) {
    const different = distance(letters, lettersOf(candidate))
    if (different > Math.max(letters.length, candidate.length) / 3 || different >= fewest) continue
    similar = candidate
    fewest = different
  }
  return similar
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '')
}
