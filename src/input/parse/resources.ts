import { atlasRegion } from '../../domain/regions.ts'
import { joinSafe, type SafeText, safe } from '../../sanitize/safe-text.ts'
import type { Secrets } from '../../sanitize/secrets.ts'
import { InvalidValueError } from '../errors.ts'

/** Atlas's rule for the name of a cluster. */
const CLUSTER_NAME = /^[a-zA-Z0-9][a-zA-Z0-9-]{0,63}$/
const REGION = /^[A-Z0-9_]{2,64}$/

/**
 * The clusters that use a provider's key.
 *
 * @param words names, or `all` alone
 * @throws InvalidValueError
 */
export function parseClusters(words: readonly string[], secrets: Secrets): 'all' | SafeText[] {
  if (words.length === 0) throw new InvalidValueError(safe`must be \`all\`, or name at least one cluster`)
  if (words.length === 1 && words[0] === 'all') return 'all'
  if (words.includes('all')) throw new InvalidValueError(safe`must be either \`all\` or names, not both`)
  const wrong = words.find((word) => !CLUSTER_NAME.test(word))
  if (wrong !== undefined) {
    throw new InvalidValueError(
      safe`must be \`all\` or names of clusters (letters, digits, and hyphens), but contains \`${secrets.sanitize(wrong, 100)}\``,
    )
  }
  const twice = words.filter((word, i) => words.indexOf(word) !== i)
  if (twice.length > 0) {
    const names = [...new Set(twice)].map((name) => safe`\`${secrets.sanitize(name)}\``)
    throw new InvalidValueError(safe`names a cluster twice: ${joinSafe(names, safe`, `)}`)
  }
  return words.map((word) => secrets.sanitize(word))
}

/**
 * The regions of private endpoints, each once and as Atlas writes it: `US_EAST_1` for `us-east-1`.
 *
 * @throws InvalidValueError
 */
export function parseRegions(words: readonly string[], secrets: Secrets): SafeText[] {
  if (words.length === 0) throw new InvalidValueError(safe`must name at least one region`)
  const regions = words.map(atlasRegion)
  if (!regions.every((region) => REGION.test(region))) {
    throw new InvalidValueError(safe`must be regions such as \`us-east-1\`, \`US_EAST_2\` or \`EUROPE_NORTH\``)
  }
  return [...new Set(regions)].map((region) => secrets.sanitize(region))
}
