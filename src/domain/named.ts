import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'

/** More names than this make a row harder to read, not easier. */
const MAX_NAMED = 10

/** Names for a sentence, the first of them if there are many. */
export function named(names: readonly SafeText[], separator: SafeText = safe`, `): SafeText {
  const list = joinSafe(names.slice(0, MAX_NAMED), separator)
  return names.length > MAX_NAMED ? safe`${list} and ${names.length - MAX_NAMED} more` : list
}
