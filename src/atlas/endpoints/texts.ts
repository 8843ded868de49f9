import { MAX_NAME_LENGTH } from '../../domain/limits.ts'
import { type SafeText, safe } from '../../sanitize/safe-text.ts'
import type { AtlasClient } from '../client.ts'

/**
 * A name or word of a list, safe to show. A longer text is replaced by its length: to cut it could leave half a secret, and to look through
 * megabytes of it for secrets would take seconds.
 *
 * @returns '' if it is missing
 */
export function nameOf(
  client: AtlasClient,
  text: string | null | undefined,
  maxLength: number = MAX_NAME_LENGTH,
): SafeText {
  if (!text) return safe``
  return text.length > maxLength ? safe`(${text.length} characters)` : client.sanitize(text, maxLength)
}

/** A time in milliseconds since 1970; undefined if it is missing or no time. */
export function timeOf(text: string | null | undefined): number | undefined {
  const time = Date.parse(text ?? '')
  return Number.isNaN(time) ? undefined : time
}
