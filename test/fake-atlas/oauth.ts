import { randomBytes } from 'node:crypto'

/** The OAuth endpoints of service accounts: tokens for client credentials. A token lives until it is revoked or removed. */
export class OAuthServer {
  /** Client id → secret. */
  readonly clients = new Map<string, string>()
  /** Tokens that are accepted. A test removes one to let it expire. */
  readonly tokens = new Set<string>()
  /** Every token that was ever issued, in order. */
  readonly issued: string[] = []
  /** How long a token lives according to the response. */
  expiresInSeconds = 3600
  /** The most tokens that an account may have at once. */
  maxTokens = 100

  /** @returns status and JSON body of the response, as in RFC 6749 */
  handle(endpoint: string, authorization: string | undefined, form: URLSearchParams): { status: number; body: object } {
    if (!this.#knows(authorization)) {
      return {
        status: 401,
        body: { error: 'invalid_client', error_description: 'The client credentials are not valid.' },
      }
    }
    if (endpoint === 'revoke') {
      this.tokens.delete(form.get('token') ?? '')
      return { status: 200, body: {} }
    }
    if (form.get('grant_type') !== 'client_credentials')
      return { status: 400, body: { error: 'unsupported_grant_type' } }
    if (this.tokens.size >= this.maxTokens) {
      const error_description =
        'Access Token limit reached. Please use the existing Access Tokens or create a new Service Account.'
      return { status: 403, body: { error: 'access_denied', error_description } }
    }
    const token = this.issue()
    return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: this.expiresInSeconds } }
  }

  /** Issues a token without a request for it, as to another program. */
  issue(): string {
    const token = `eyJ${randomBytes(30).toString('base64url')}`
    this.tokens.add(token)
    this.issued.push(token)
    return token
  }

  accepts(token: string): boolean {
    return this.tokens.has(token)
  }

  #knows(authorization: string | undefined): boolean {
    const encoded = /^Basic (.+)$/.exec(authorization ?? '')?.[1]
    if (encoded === undefined) return false
    const pair = Buffer.from(encoded, 'base64').toString('utf8')
    const colon = pair.indexOf(':')
    const [id, secret] = [pair.slice(0, colon), pair.slice(colon + 1)].map((text) =>
      decodeURIComponent(text.replaceAll('+', ' ')),
    )
    return secret !== undefined && this.clients.get(id as string) === secret
  }
}
