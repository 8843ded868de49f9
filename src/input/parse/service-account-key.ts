import { safe } from '../../sanitize/safe-text.ts'
import type { Secrets } from '../../sanitize/secrets.ts'
import { InvalidValueError } from '../errors.ts'
import { isMapping } from './mapping.ts'
import { protectSecret } from './secret.ts'

/** A real key has no depth at all. */
const MAX_DEPTH = 100

/** A real key has eleven texts. */
const MAX_TEXTS = 100

/** A line of a key that is no valid JSON and is masked all the same must at least be this long to be worth it. */
const MIN_MASKED_LINE_LENGTH = 32

/** The parts of a key that are no secret: every other text in it may be one. */
const IDENTIFIERS = new Set([
  'type',
  'project_id',
  'private_key_id',
  'client_email',
  'client_id',
  'auth_uri',
  'token_uri',
  'auth_provider_x509_cert_url',
  'client_x509_cert_url',
  'universe_domain',
])

/**
 * The key of a Google service account as the JSON text in one line that Atlas takes.
 *
 * @param text JSON, plain or base64
 * @throws InvalidValueError that quotes nothing of the text
 */
export function minifiedServiceAccountKey(text: string): string {
  const key = parseKey(text)
  if (key === undefined) {
    throw new InvalidValueError(safe`must be the JSON of a service account key (an object), plain or base64-encoded`)
  }
  if ('private_key' in key) requirePrivateKey(key.private_key)
  return JSON.stringify(key)
}

/**
 * Escaping a key once too often, which many ways to store it do, leaves the two characters `\n` in place of each line end: Atlas
 * would refuse it without saying why.
 */
function requirePrivateKey(privateKey: unknown): void {
  const pem = typeof privateKey === 'string' ? privateKey : ''
  if (!/^-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)) {
    throw new InvalidValueError(
      safe`has a \`private_key\` that does not begin with \`-----BEGIN PRIVATE KEY-----\`: use the key file exactly as Google created it`,
    )
  }
  if (!pem.includes('\n')) {
    throw new InvalidValueError(
      safe`has a \`private_key\` without line ends (in the JSON, \`\\n\`): it was escaped twice, or its lines were joined; use the key file exactly as Google created it`,
    )
  }
}

/** Masks a key before anything is made of it: as given, as sent, and the private key in it, whole and line by line. */
export function protectServiceAccountKey(text: string, secrets: Secrets): void {
  const key = parseKey(text)
  if (key === undefined) {
    protectUnreadable(text, secrets)
    return
  }
  const isJson = text.startsWith('{')
  // Plain JSON over several lines would mask its braces; base64 over several lines says nothing line by line.
  if (!isJson || !/[\r\n]/.test(text)) protectSecret(text, secrets)
  protectSecret(JSON.stringify(key), secrets)
  for (const secret of secretTexts(key)) protectSecret(secret, secrets)
}

/** @returns the first texts in a key that may be secret */
function secretTexts(key: object): string[] {
  const texts: string[] = []
  const collect = (value: unknown, depth: number): void => {
    if (texts.length >= MAX_TEXTS) return
    if (typeof value === 'string') texts.push(value)
    if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return
    for (const inner of Object.values(value)) collect(inner, depth + 1)
  }
  for (const [name, value] of Object.entries(key)) if (!isIdentifier(name, value)) collect(value, 0)
  return texts
}

function isIdentifier(name: string, value: unknown): boolean {
  return IDENTIFIERS.has(name) && typeof value === 'string' && !/-----BEGIN|\?/.test(value)
}

function protectUnreadable(text: string, secrets: Secrets): void {
  const lines = text.split(/[\r\n]+/, MAX_TEXTS).map((line) => line.trim())
  for (const line of lines) {
    if (lines.length === 1 || line.length >= MIN_MASKED_LINE_LENGTH) protectSecret(line, secrets)
  }
}

function parseKey(text: string): Readonly<Record<string, unknown>> | undefined {
  const plain = parseObject(text)
  if (plain !== undefined) return plain
  const compact = text.replace(/\s+/g, '')
  if (!/^[A-Za-z0-9+/_-]+=*$/.test(compact)) return undefined
  return parseObject(Buffer.from(compact, 'base64').toString('utf8'))
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    JSON.stringify(value) // overflows the stack if it is nested beyond reason
    return isMapping(value) ? value : undefined
  } catch {
    // The error of JSON.parse quotes the text.
    return undefined
  }
}
