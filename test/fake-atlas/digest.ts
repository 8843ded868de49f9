import { createHash, randomBytes } from 'node:crypto'

export interface DigestOptions {
  /** One challenge for each; `MD5`, `SHA-256`, `MD5-sess`, `SHA-256-sess`, or '' to leave the parameter out. */
  algorithms: string[]
  /** '' leaves the parameter out (RFC 2617 without qop). */
  qop: string
  realm: string
  opaque: string | null
  /** Whether a count may be skipped (Jetty: yes). */
  allowGaps: boolean
}

/** Atlas's own challenge, which is Jetty's: `Digest realm="MMS Public API", domain="", nonce="…", algorithm=MD5, qop="auth", stale=false`. */
export const ATLAS_DIGEST: DigestOptions = {
  algorithms: ['MD5'],
  qop: 'auth',
  realm: 'MMS Public API',
  opaque: null,
  allowGaps: true,
}

/** The server's side of HTTP digest: issues nonces and checks credentials strictly. A nonce lives until it is forgotten. */
export class DigestServer {
  readonly options: DigestOptions
  readonly #passwords: Map<string, string>
  /** Nonce → the counts that were used with it. */
  readonly #nonces = new Map<string, Set<number>>()

  constructor(options: DigestOptions, passwords: Map<string, string>) {
    this.options = options
    this.#passwords = passwords
  }

  /** Forgets all nonces, as a server does with old ones (Ops Manager and Jetty after 60 s) and when it restarts. */
  forgetNonces(): void {
    this.#nonces.clear()
  }

  /** @returns the user, or the challenges of a 401 response */
  check(authorization: string | undefined, method: string, uri: string): { user: string } | { challenges: string[] } {
    if (!authorization?.startsWith('Digest ')) return { challenges: this.challenges(false) }
    const fields = parseAuthorization(authorization)
    const counts = this.#nonces.get(fields.nonce ?? '')
    if (counts === undefined) return { challenges: this.challenges(true) }
    const password = this.#passwords.get(fields.username ?? '')
    if (
      password === undefined ||
      !this.#isRight(fields, password, method, uri) ||
      !this.#countIsFresh(fields, counts)
    ) {
      return { challenges: this.challenges(false) }
    }
    return { user: fields.username ?? '' }
  }

  challenges(stale: boolean): string[] {
    return this.options.algorithms.map((algorithm) => {
      const { realm, qop, opaque } = this.options
      const nonce = randomBytes(24).toString('base64')
      this.#nonces.set(nonce, new Set())
      const parts = [`realm="${realm.replace(/["\\]/g, '\\$&')}"`, 'domain=""', `nonce="${nonce}"`]
      if (algorithm) parts.push(`algorithm=${algorithm}`)
      if (qop) parts.push(`qop="${qop}"`)
      if (opaque !== null) parts.push(`opaque="${opaque}"`)
      return `Digest ${[...parts, `stale=${stale}`].join(', ')}`
    })
  }

  #isRight(fields: Record<string, string>, password: string, method: string, uri: string): boolean {
    const { realm, qop, opaque, algorithms } = this.options
    const algorithm = fields.algorithm ?? ''
    if (fields.uri !== uri || fields.realm !== realm || !algorithms.includes(algorithm)) return false
    if (opaque !== null && fields.opaque !== opaque) return false
    if (Boolean(qop) !== (fields.qop === 'auth')) return false
    const hash = (...parts: (string | undefined)[]): string =>
      createHash(algorithm.startsWith('SHA-256') ? 'sha256' : 'md5')
        .update(parts.join(':'))
        .digest('hex')
    const userHash = hash(fields.username, realm, password)
    const ha1 = algorithm.endsWith('-sess') ? hash(userHash, fields.nonce, fields.cnonce) : userHash
    const counted = qop ? [fields.nc, fields.cnonce, 'auth'] : []
    return fields.response === hash(ha1, fields.nonce, ...counted, hash(method, uri))
  }

  #countIsFresh(fields: Record<string, string>, counts: Set<number>): boolean {
    if (!this.options.qop) return true
    if (!/^[0-9a-f]{8}$/.test(fields.nc ?? '')) return false
    const count = Number.parseInt(fields.nc ?? '', 16)
    const expected = counts.size + 1
    if (count === 0 || counts.has(count) || (!this.options.allowGaps && count !== expected)) return false
    // Atlas refuses a client that starts with another count (drbrain/net-http-digest_auth#17).
    if (counts.size === 0 && count !== 1) return false
    counts.add(count)
    return true
  }
}

function parseAuthorization(header: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [, name, quoted, bare] of header.matchAll(/(\w+)=(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/g)) {
    fields[name as string] = quoted === undefined ? (bare as string) : quoted.replace(/\\(.)/g, '$1')
  }
  return fields
}
