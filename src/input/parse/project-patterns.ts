import { type ProjectPattern, parseGlob } from '../../domain/selection.ts'
import type { Sanitize } from '../../sanitize/safe-text.ts'
import { safe } from '../../sanitize/safe-text.ts'
import { InvalidValueError } from '../errors.ts'
import { parseLines } from './scalars.ts'

const MAX_PATTERNS = 1000

/** Each of these is compared with every project, or every tag of every project, character by character. */
const MAX_COSTLY_PATTERNS = 100

/** Atlas's names have up to 64 characters, the keys and values of its tags up to 255 each. */
const MAX_PATTERN_LENGTH = 1024

/** The most characters of a pattern that a message shows. */
const MAX_SHOWN_LENGTH = 200

/**
 * The project ids, names and tags of `include-projects` and `exclude-projects`. Names may hold commas and colons, so a list of
 * several lines is divided at line ends alone, and a name that looks like an id or begins with `tag:` is given by its id.
 *
 * @throws InvalidValueError
 */
export function parseProjectPatterns(text: string, sanitize: Sanitize): ProjectPattern[] {
  const words = parseLines(text)
  // An empty list would include every project, and exclude none.
  if (words.length === 0) throw new InvalidValueError(safe`names no project`)
  if (words.length > MAX_PATTERNS) throw new InvalidValueError(safe`must name at most ${MAX_PATTERNS} projects`)
  const patterns = words.map((word) => parsePattern(word, sanitize))
  if (patterns.filter(isCostly).length > MAX_COSTLY_PATTERNS)
    throw new InvalidValueError(safe`must have at most ${MAX_COSTLY_PATTERNS} tags and names with \`*\``)
  return patterns
}

function parsePattern(word: string, sanitize: Sanitize): ProjectPattern {
  if (word.length > MAX_PATTERN_LENGTH)
    throw new InvalidValueError(safe`must name projects with at most ${MAX_PATTERN_LENGTH} characters each`)
  const text = sanitize(word, MAX_SHOWN_LENGTH)
  if (/^[0-9a-f]{24}$/i.test(word)) return { kind: 'id', id: word.toLowerCase(), text }
  const tag = /^tag:([^=]*)(?:=(.*))?$/su.exec(word)
  if (tag === null) return { kind: 'name', name: parseGlob(word), text }
  const [, key = '', value] = tag.map((part: string | undefined) => part?.trim())
  if (key === '') throw new InvalidValueError(safe`must name a tag as \`tag:KEY=VALUE\` or \`tag:KEY\``)
  return { kind: 'tag', key: parseGlob(key), value: value === undefined ? null : parseGlob(value), text }
}

function isCostly(pattern: ProjectPattern): boolean {
  return pattern.kind === 'tag' || (pattern.kind === 'name' && pattern.name.length > 1)
}
