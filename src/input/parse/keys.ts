import { type SafeText, safe } from '../../sanitize/safe-text.ts'
import type { Secrets } from '../../sanitize/secrets.ts'

/** A key that is not known, for a message: a long or odd one is not quoted, since it may be a value in the wrong place. */
export function describeKey(name: string, secrets: Secrets): SafeText {
  return /^[A-Za-z][A-Za-z0-9_-]{0,39}$/.test(name) ? safe`\`${secrets.sanitize(name)}\`` : safe`a key here`
}
