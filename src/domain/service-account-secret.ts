import { safe } from '../sanitize/safe-text.ts'
import { isoDay } from '../sanitize/sentences.ts'
import type { Requirement } from './requirements.ts'

const DAY_MS = 86_400_000
/** Time enough for a person to replace a secret. */
const MIN_DAYS_LEFT = 14

/** A secret of a service account, as Atlas lists it. */
export interface ServiceAccountSecret {
  /** Milliseconds since 1970; undefined if Atlas does not say. */
  readonly expiresAt: number | undefined
  readonly lastUsedAt: number | undefined
  /** The last four characters that Atlas shows of it; '' if it shows none. */
  readonly lastFour: string
}

/**
 * The secret that a run uses does not expire within 14 days. Of several it is the one that ends in the same four characters,
 * else the one that was last used, else the first to expire.
 *
 * @param secret the client secret that the run uses
 * @param now milliseconds since 1970
 */
export function serviceAccountSecret(
  secrets: readonly ServiceAccountSecret[],
  secret: string,
  now: number,
): Requirement {
  const condition = 'service-account-secret'
  const used = secretInUse(secrets, secret)
  if (used?.expiresAt === undefined) {
    return { condition, held: null, detail: safe`Atlas does not say when the secret of the service account expires.` }
  }
  const day = isoDay(used.expiresAt)
  const left = Math.floor((used.expiresAt - now) / DAY_MS)
  if (used.expiresAt - now >= MIN_DAYS_LEFT * DAY_MS) {
    return {
      condition,
      held: true,
      detail: safe`The secret of the service account expires on ${day}, in ${left} days.`,
    }
  }
  const advice = safe`Create a new secret in Atlas and store it before then.`
  return left < 0
    ? { condition, held: false, detail: safe`The secret of the service account expired on ${day}. ${advice}` }
    : {
        condition,
        held: false,
        detail: safe`The secret of the service account expires on ${day}, in ${left} days. ${advice}`,
      }
}

function secretInUse(secrets: readonly ServiceAccountSecret[], secret: string): ServiceAccountSecret | undefined {
  const end = secret.slice(-4)
  const matching = secrets.filter(({ lastFour }) => lastFour !== '' && lastFour === end)
  const candidates = matching.length > 0 ? matching : secrets
  const lastUsed = candidates
    .filter(({ lastUsedAt }) => lastUsedAt !== undefined)
    .toSorted((a, b) => (b.lastUsedAt ?? 0) - (a.lastUsedAt ?? 0))
  if (lastUsed[0] !== undefined) return lastUsed[0]
  return candidates.toSorted((a, b) => (a.expiresAt ?? Infinity) - (b.expiresAt ?? Infinity))[0]
}
