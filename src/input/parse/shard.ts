import type { Shard } from '../../domain/settings.ts'
import { safe } from '../../sanitize/safe-text.ts'
import { InvalidValueError } from '../errors.ts'

/** More jobs than a matrix can have. */
const MAX_SHARDS = 1000

/** `i/n`, counted from 1. @throws InvalidValueError */
export function parseShard(text: string): Shard {
  const [, index, count] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number)
  if (index !== undefined && count !== undefined && index >= 1 && index <= count && count <= MAX_SHARDS)
    return { index, count, text: safe`${index}/${count}` }
  throw new InvalidValueError(safe`must be \`i/n\` with i from 1 to n, such as \`2/4\`, and n at most ${MAX_SHARDS}`)
}
