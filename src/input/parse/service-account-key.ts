import type { Secrets } from '../../sanitize/secrets.ts'
import { InputError } from '../errors.ts'

/** A real key has no depth at all. */
const MAX_DEPTH = 100

/** A line of a key that is no valid JSON and is masked all the same must at least be this long to be worth it. */
const TELLING_LINE = 32

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
 * @throws InputError that quotes nothing of the text
 */
export function minifiedServiceAccountKey(name: string, text: string): string {
  const key = parseKey(text)
  if (key !== undefined) return JSON.stringify(key)
  throw new InputError(`${name} must be the JSON of a service account key (an object), plain or in base64.`)
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
  if (!isJson || !/[\r\n]/.test(text)) secrets.protect(text)
  secrets.protect(JSON.stringify(key))
  for (const [name, value] of Object.entries(key)) if (!isIdentifier(name, value)) protectTexts(value, secrets)
}

function isIdentifier(name: string, value: unknown): boolean {
  return IDENTIFIERS.has(name) && typeof value === 'string' && !/-----BEGIN|\?/.test(value)
}

function protectTexts(value: unknown, secrets: Secrets, depth = 0): void {
  if (typeof value === 'string') secrets.protect(value)
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return
  for (const inner of Object.values(value)) protectTexts(inner, secrets, depth + 1)
}

function protectUnreadable(text: string, secrets: Secrets): void {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim())
  for (const line of lines) if (lines.length === 1 || line.length >= TELLING_LINE) secrets.protect(line)
}

function parseKey(text: string): object | undefined {
  const sanitize = parseObject(text)
  if (sanitize !== undefined) return sanitize
  const compact = text.replace(/\s+/g, '')
  if (!/^[A-Za-z0-9+/_-]+=*$/.test(compact)) return undefined
  return parseObject(Buffer.from(compact, 'base64').toString('utf8'))
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    JSON.stringify(value) // overflows the stack if it is nested beyond reason
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    // The error of JSON.parse quotes the text.
    return undefined
  }
}
