import { safe } from '../../sanitize/safe-text.ts'
import { MIN_SECRET_LENGTH, type Secrets } from '../../sanitize/secrets.ts'
import { InvalidValueError } from '../errors.ts'

/** The longest real one, a Google key in base64, has 3.2 kB. */
const MAX_SECRET_LENGTH = 16_384

/** A private key in PEM has fewer than 60 lines. */
const MAX_SECRET_LINES = 200

/** An access token of Atlas is a JWT; what is shorter than this is a word that masking would remove from our own outputs. */
const MIN_TOKEN_LENGTH = 20

/** @throws InvalidValueError for a secret that cannot be masked without ruining the log, or that is none */
export function requireSecret(secret: string): void {
  if (secret.length < MIN_SECRET_LENGTH) {
    throw new InvalidValueError(
      safe`must have at least ${MIN_SECRET_LENGTH} characters: a shorter secret cannot be masked`,
    )
  }
  if (secret.length > MAX_SECRET_LENGTH)
    throw new InvalidValueError(safe`must have at most ${MAX_SECRET_LENGTH} characters`)
}

/**
 * Masks a secret. Each line of it costs time and memory in many encodings, so of a text that is longer than any secret only the
 * beginning is masked. It is refused later, and no message quotes it.
 */
export function protectSecret(secret: string, secrets: Secrets): void {
  const head = secret.slice(0, MAX_SECRET_LENGTH)
  const lines = head.split('\n', MAX_SECRET_LINES + 1)
  secrets.protect(lines.length > MAX_SECRET_LINES ? lines.slice(0, MAX_SECRET_LINES).join('\n') : head)
}

/** Masks an access token, unless it is too short to be one. */
export function protectToken(token: string, secrets: Secrets): void {
  if (token.length >= MIN_TOKEN_LENGTH) protectSecret(token, secrets)
}

/** It ends up in a header, where a line break or a control character would end it. */
const HEADER_TEXT = /^[\x21-\x7e]+$/

/** The id of a service account, or the public key of an API key. @throws InvalidValueError */
export function parseCredentialId(text: string): string {
  if (HEADER_TEXT.test(text)) return text
  throw new InvalidValueError(safe`must consist of letters, digits, and symbols, without spaces`)
}

/** @throws InvalidValueError for what is too short to be a token, or holds more than one */
export function parseAccessToken(text: string): string {
  if (text.length < MIN_TOKEN_LENGTH)
    throw new InvalidValueError(safe`must have at least ${MIN_TOKEN_LENGTH} characters, like every Atlas access token`)
  requireSecret(text)
  if (HEADER_TEXT.test(text)) return text
  throw new InvalidValueError(safe`must be the access token only, without \`Bearer\`, spaces, or line breaks`)
}
