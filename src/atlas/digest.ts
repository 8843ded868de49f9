// HTTP digest authentication (RFC 7616, RFC 2617). Own code, because no library both parses every challenge that a server
// may send and counts nonces as RFC 7616, 3.4 requires (hexadecimal, from 00000001, anew for each nonce).
import { hash, randomBytes } from 'node:crypto'
import type { DigestCredentials } from '../domain/credentials.ts'

/** One challenge of a `WWW-Authenticate` header. Scheme and parameter names are in lower case, values unquoted. */
export interface Challenge {
  readonly scheme: string
  readonly parameters: Readonly<Record<string, string>>
}

const HASHES: Readonly<Record<string, string>> = { MD5: 'md5', 'SHA-256': 'sha256' }

const SEPARATORS = /[\s,]*/y
const TOKEN = /[!#$%&'*+\-.^_`|~0-9A-Za-z]+/y
const ASSIGNMENT = /[ \t]*=[ \t]*/y
const QUOTED = /"((?:[^"\\]|\\[\s\S])*)"/y
const BARE = /[^\s,"]+/y
const TOKEN68 = /[ \t]+[A-Za-z0-9\-._~+/]+=*(?=[ \t]*(?:,|$))/y

/**
 * Parses the values of all `WWW-Authenticate` headers of a response, in the order in which the server sent them. The time it
 * takes grows linearly with the text. What cannot be understood is skipped; nothing is thrown.
 */
export function parseChallenges(headers: readonly string[]): Challenge[] {
  return headers.flatMap(parseHeader)
}

function parseHeader(text: string): Challenge[] {
  const challenges: { scheme: string; parameters: Record<string, string> }[] = []
  let position = 0
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = position
    const match = pattern.exec(text)
    if (match === null) return undefined
    position = pattern.lastIndex
    return match
  }
  while (position < text.length) {
    take(SEPARATORS)
    const token = take(TOKEN)?.[0]
    if (token === undefined) {
      position += 1
    } else if (take(ASSIGNMENT)) {
      const value = take(QUOTED)?.[1]?.replace(/\\([\s\S])/g, '$1') ?? take(BARE)?.[0] ?? ''
      const parameters = challenges.at(-1)?.parameters
      // The first of two parameters of one name counts, so that an appended one cannot replace it.
      if (parameters && !Object.hasOwn(parameters, token.toLowerCase())) parameters[token.toLowerCase()] = value
    } else {
      challenges.push({ scheme: token.toLowerCase(), parameters: Object.create(null) as Record<string, string> })
      take(TOKEN68)
    }
  }
  return challenges
}

/**
 * The first digest challenge that can be answered (servers list them by preference, RFC 7616, 3.7): MD5, SHA-256 or their
 * -sess forms, with `qop` absent or offering `auth`.
 */
export function selectChallenge(challenges: readonly Challenge[]): Challenge | undefined {
  return challenges.find(({ scheme, parameters }) => {
    const { nonce, qop } = parameters
    return scheme === 'digest' && nonce !== undefined && algorithmOf(parameters) !== undefined && offersAuth(qop)
  })
}

/** Whether the server says that the nonce was too old, and not that the credentials are wrong. */
export function isStale(challenge: Challenge): boolean {
  return challenge.parameters.stale?.toLowerCase() === 'true'
}

function offersAuth(qop: string | undefined): boolean {
  return !qop?.trim() || qop.split(',').some((option) => option.trim().toLowerCase() === 'auth')
}

interface Algorithm {
  /** As `node:crypto` calls it. */
  readonly hashName: string
  readonly isSession: boolean
}

function algorithmOf({ algorithm = 'MD5' }: Challenge['parameters']): Algorithm | undefined {
  const hashName = HASHES[algorithm.replace(/-sess$/i, '').toUpperCase()]
  return hashName === undefined ? undefined : { hashName, isSession: /-sess$/i.test(algorithm) }
}

/**
 * A nonce of the server and the requests signed with it. The client nonce stays the same for all of them, so that servers
 * which compute the -sess key once and servers which compute it for each request agree (RFC 7616, 3.4.2).
 */
export class NonceSession {
  readonly nonce: string
  /** The hash of the password and, for -sess, the session key. Each is as good as the password to this server. */
  readonly keys: readonly string[]
  readonly #hashName: string
  readonly #key: string
  readonly #clientNonce: string
  /** Whether the count and the client nonce go into the response (`qop=auth`). */
  readonly #isCounted: boolean
  /** The fields that are the same in every request, as they stand in the header. */
  readonly #fields: {
    readonly identity: string
    readonly algorithm: string
    readonly cnonce: string
    readonly opaque: string
  }
  #count = 0

  /**
   * @param challenge one that {@link selectChallenge} returned
   * @throws TypeError if it is another one
   */
  constructor(challenge: Challenge, credentials: DigestCredentials, clientNonce = randomBytes(16).toString('hex')) {
    const { realm = '', nonce = '', opaque, qop, algorithm } = challenge.parameters
    const { username, password } = credentials
    const { hashName, isSession } = algorithmOf(challenge.parameters) as Algorithm
    this.nonce = nonce
    this.#hashName = hashName
    this.#clientNonce = clientNonce
    this.#isCounted = Boolean(qop?.trim())
    this.#fields = {
      identity: `Digest username=${quote(username)}, realm=${quote(realm)}, nonce=${quote(nonce)}`,
      algorithm: algorithm === undefined ? '' : `, algorithm=${algorithm}`,
      cnonce: this.#isCounted || isSession ? `, cnonce=${quote(clientNonce)}` : '',
      opaque: opaque === undefined ? '' : `, opaque=${quote(opaque)}`,
    }
    const plainKey = this.#hash(`${username}:${realm}:${password}`)
    this.#key = isSession ? this.#hash(`${plainKey}:${nonce}:${clientNonce}`) : plainKey
    this.keys = isSession ? [plainKey, this.#key] : [plainKey]
  }

  /**
   * Signs the next request.
   *
   * @param uri path and query exactly as in the request line (Apache returns 400 for anything else)
   * @returns the `Authorization` header, and the response hash in it, which is to be masked
   */
  authorize(method: string, uri: string): { header: string; response: string } {
    this.#count += 1
    const count = this.#count.toString(16).padStart(8, '0')
    const counted = this.#isCounted ? `${count}:${this.#clientNonce}:auth:` : ''
    const response = this.#hash(`${this.#key}:${this.nonce}:${counted}${this.#hash(`${method}:${uri}`)}`)
    const { identity, algorithm, cnonce, opaque } = this.#fields
    const counter = this.#isCounted ? `, qop=auth, nc=${count}` : ''
    const header = `${identity}, uri=${quote(uri)}${algorithm}${counter}${cnonce}, response=${quote(response)}${opaque}`
    return { header, response }
  }

  #hash(text: string): string {
    return hash(this.#hashName, text, 'hex')
  }
}

const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`
