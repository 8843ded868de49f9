import { type SafeText, safe } from '../sanitize/safe-text.ts'
import { mergeError } from './errors.ts'

const MAX_LENGTH = 1000
/** Patterns that braces may stand for. */
const MAX_ALTERNATIVES = 100
const MAX_BRACES = 20
/** `*` and `?`, each pair `**` counted as one. */
const MAX_WILDCARDS = 30

/** `**`: any number of folders, none included. */
export const ANY_FOLDERS = Symbol('**')

/** One part of a path between slashes. */
type Segment = typeof ANY_FOLDERS | ((name: string) => boolean)

/** A glob without braces, segment by segment. */
export type PathPattern = readonly Segment[]

/**
 * Parses the glob of `report-files`: `*`, `?`, `[a-z]`, `[!a-z]`, `**` as a whole segment, `{a,b}`, `{1..9}`. Wildcards do not
 * match a dot at the beginning of a name. A backslash counts as a slash. Everything is bounded here, and matching takes a time
 * proportional to the lengths of pattern and name, because a glob that is expanded or tried out by backtracking can keep the
 * process busy for hours.
 *
 * @param workspace an absolute glob must begin with this folder
 * @throws ActionError `INPUT`
 */
export function parseGlob(glob: string, workspace: string): PathPattern[] {
  const slashed = glob.replaceAll('\\', '/')
  const root = `${workspace.replaceAll('\\', '/').replace(/\/+$/, '')}/`
  const relative = slashed.startsWith(root) ? slashed.slice(root.length) : slashed
  const problem = problemOf(relative)
  if (problem !== undefined) throw mergeError(safe`\`report-files\` ${problem}`)
  return expandBraces(relative).map(parsePattern)
}

function problemOf(glob: string): SafeText | undefined {
  const count = (sign: RegExp): number => glob.match(sign)?.length ?? 0
  if (glob.length > MAX_LENGTH) return safe`is longer than ${MAX_LENGTH} characters`
  if (count(/\{/g) > MAX_BRACES) return safe`has more than ${MAX_BRACES} pairs of braces`
  if (count(/\*\*|[*?]/g) > MAX_WILDCARDS) return safe`has more than ${MAX_WILDCARDS} wildcards`
  if (/[@!+?*]\(/.test(glob)) return safe`has a pattern in parentheses, such as \`+(a|b)\`; use braces instead`
  return undefined
}

/** @throws ActionError if there are too many */
function expandBraces(glob: string): string[] {
  const braces = firstBraces(glob)
  if (braces === undefined) return [glob]
  const { before, alternatives, after } = braces
  const ends = expandBraces(after)
  const middles = alternatives.flatMap(expandBraces)
  if (middles.length * ends.length > MAX_ALTERNATIVES)
    throw mergeError(safe`the braces of \`report-files\` stand for more than ${MAX_ALTERNATIVES} patterns`)
  return middles.flatMap((middle) => ends.map((end) => before + middle + end))
}

interface Braces {
  readonly before: string
  readonly alternatives: readonly string[]
  readonly after: string
}

/** The first pair of braces that holds alternatives; others are characters like any. */
function firstBraces(glob: string): Braces | undefined {
  for (let open = glob.indexOf('{'); open !== -1; open = glob.indexOf('{', open + 1)) {
    const parts = splitBraces(glob, open)
    if (parts === undefined) continue
    const alternatives = parts.texts.length > 1 ? parts.texts : range(parts.texts[0] as string)
    if (alternatives !== undefined) {
      return { before: glob.slice(0, open), alternatives, after: glob.slice(parts.end + 1) }
    }
  }
  return undefined
}

/** The texts between the commas of the braces that open at `open`; undefined if the braces do not close. */
function splitBraces(glob: string, open: number): { texts: string[]; end: number } | undefined {
  const texts: string[] = []
  let depth = 0
  let from = open + 1
  for (let at = open; at < glob.length; at += 1) {
    const sign = glob[at]
    if (sign === '{') depth += 1
    else if (sign === '}') depth -= 1
    const ends = depth === 0
    if (!ends && !(sign === ',' && depth === 1)) continue
    texts.push(glob.slice(from, at))
    from = at + 1
    if (ends) return { texts, end: at }
  }
  return undefined
}

/** The numbers of `1..9`; undefined if the text is no range. */
function range(text: string): string[] | undefined {
  const [, first, last] = /^(0|[1-9]\d{0,5})\.\.([1-9]\d{0,5})$/.exec(text)?.map(Number) ?? []
  if (first === undefined || last === undefined || last < first) return undefined
  // One more than is allowed is enough to be refused.
  return Array.from({ length: Math.min(last - first, MAX_ALTERNATIVES) + 1 }, (_, i) => String(first + i))
}

function parsePattern(pattern: string): PathPattern {
  if (/^([a-zA-Z]:)?\//.test(pattern) || pattern.split('/').includes('..')) {
    throw mergeError(
      safe`\`report-files\` points outside the workspace; use a glob that is relative to the workspace, without \`..\``,
    )
  }
  const parts = pattern.split('/').filter((part) => part !== '' && part !== '.')
  const segments = parts.map((part) => (part === '**' ? ANY_FOLDERS : matcher(part)))
  return segments.filter((segment, i) => segment !== ANY_FOLDERS || segments[i - 1] !== ANY_FOLDERS)
}

/** A character, or one of several; `*` stands alone. */
type Token = '*' | ((character: string) => boolean)

function matcher(pattern: string): (name: string) => boolean {
  const tokens = tokensOf(pattern)
  const matchesDot = pattern.startsWith('.')
  return (name) => (matchesDot || !name.startsWith('.')) && matches(tokens, Array.from(name))
}

function tokensOf(pattern: string): Token[] {
  return [...pattern.matchAll(/\[([!^]?)(\][^\]]*|[^\]]+)\]|\*+|./gsu)].map(([text, negation, set]) => {
    if (set !== undefined) return oneOf(set, negation !== '')
    if (text.startsWith('*')) return '*'
    return text === '?' ? () => true : (character) => character === text
  })
}

/** The characters of `[…]`, in which `a-z` is a range. */
function oneOf(set: string, isNegated: boolean): (character: string) => boolean {
  const ranges = [...set.matchAll(/(.)-(.)|(.)/gsu)].map(([, from, to, one]) => [from ?? one, to ?? one] as const)
  return (character) =>
    isNegated !== ranges.some(([from, to]) => character >= (from as string) && character <= (to as string))
}

/** Whether the name matches as a whole. Only the last `*` is ever given more characters, which is enough. */
function matches(tokens: readonly Token[], name: readonly string[]): boolean {
  let token = 0
  let at = 0
  let star = -1
  let starAt = 0
  while (at < name.length) {
    const current = tokens[token]
    if (current === '*') {
      star = token
      starAt = at
      token += 1
    } else if (current?.(name[at] as string)) {
      token += 1
      at += 1
    } else if (star >= 0) {
      token = star + 1
      starAt += 1
      at = starAt
    } else {
      return false
    }
  }
  return tokens.slice(token).every((rest) => rest === '*')
}
