import { ActionError } from '../domain/errors.ts'
import type { ProxyVariable } from '../network/proxy-settings.ts'
import { ResponseTimeoutError } from '../network/request.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import type { Secrets } from '../sanitize/secrets.ts'

/** The server at the other end, as messages describe it. */
export interface Peer {
  readonly host: SafeText
  /** The environment variable that names the proxy on the way to it, if there is one. */
  readonly proxyVariable: ProxyVariable | undefined
  readonly secrets: Secrets
}

interface NetworkErrorDetails {
  /** What happened, in a few words. */
  readonly reason: SafeText
  /** What to do about it. */
  readonly advice: SafeText
  /** Whether another attempt may succeed. */
  readonly retryable: boolean
  /** Whether the request may have reached Atlas. */
  readonly mayHaveSent: boolean
}

/** No response came, or not all of it. */
export class NetworkError extends ActionError {
  readonly reason: SafeText
  readonly advice: SafeText
  readonly retryable: boolean
  readonly mayHaveSent: boolean

  constructor({ reason, advice, retryable, mayHaveSent }: NetworkErrorDetails) {
    super('NETWORK', { what: safe`${reason}.`, advice })
    this.reason = reason
    this.advice = advice
    this.retryable = retryable
    this.mayHaveSent = mayHaveSent
  }
}

/** What a code of Node.js or undici means. Of others a message says the code alone. */
const REASONS: Readonly<Record<string, SafeText>> = {
  ENOTFOUND: safe`the host name is unknown`,
  EAI_AGAIN: safe`the host name could not be resolved`,
  ECONNREFUSED: safe`the connection was refused`,
  ECONNRESET: safe`the connection was reset`,
  ETIMEDOUT: safe`the connection timed out`,
  EPIPE: safe`the connection was closed`,
  EPROTO: safe`the server does not use TLS`,
  HPE_INVALID: safe`the data that it sent is not HTTP`,
  UND_ERR_DESTROYED: safe`the connection was dropped`,
  UND_ERR_SOCKET: safe`the connection was closed before the response was complete`,
  UND_ERR_CONNECT_TIMEOUT: safe`the connection could not be established in time`,
  UND_ERR_HEADERS_TIMEOUT: safe`no response came in time`,
  UND_ERR_BODY_TIMEOUT: safe`the response stopped in the middle`,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: safe`the response was cut short`,
  UND_ERR_PRX_CONN: safe`the proxy closed the connection`,
}

const NEVER_CONNECTED = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_PRX_CONN',
])

/** How undici reports a response of the proxy to CONNECT, and a 407 of a proxy that forwards plain http. */
const PROXY_CODES = new Set(['UND_ERR_ABORTED', 'UND_ERR_INVALID_ARG'])

const NOTHING_SENT = { retryable: false, mayHaveSent: false } as const

/**
 * Turns what Node.js or undici threw into an error that says nothing of the error's own text, which may quote what was sent.
 * An `ActionError` comes back as it is, and so does a defect, which is no network error.
 */
export function toNetworkError(error: unknown, peer: Peer): unknown {
  if (error instanceof ActionError || !(error instanceof Error)) return error
  const { host, secrets } = peer
  const advice = generalAdvice(peer)
  if (error instanceof ResponseTimeoutError) {
    const reason = safe`no response from ${host} within a minute`
    return new NetworkError({ reason, advice, retryable: true, mayHaveSent: true })
  }
  const code = codeOf(error) ?? (error.name === 'HTTPParserError' ? 'HPE_INVALID' : undefined)
  if (code === undefined) return error
  const proxyStatus = PROXY_CODES.has(code) ? proxyStatusOf(error) : undefined
  if (proxyStatus !== undefined) return proxyRefusal(proxyStatus, peer)
  if (/CERT|SELF_SIGNED|UNABLE_TO_|PRX_TLS/.test(code)) return untrustedCertificate(code, peer)
  const reason = safe`no response from ${host}: ${REASONS[code] ?? safe`the connection failed`} (${secrets.sanitize(code)})`
  return new NetworkError({ reason, advice, retryable: true, mayHaveSent: !NEVER_CONNECTED.has(code) })
}

function generalAdvice({ proxyVariable }: Peer): SafeText {
  const proxy =
    proxyVariable === undefined ? safe`the proxy settings of the runner` : safe`the proxy in \`${proxyVariable}\``
  return safe`Check \`atlas-base-url\`, ${proxy}, and https://status.mongodb.com.`
}

function untrustedCertificate(code: string, { host, proxyVariable, secrets }: Peer): NetworkError {
  const whose = code.includes('PRX_TLS') && proxyVariable !== undefined ? safe`the proxy in \`${proxyVariable}\`` : host
  return new NetworkError({
    reason: safe`the TLS certificate of ${whose} is not trusted (${secrets.sanitize(code)})`,
    advice: safe`If a proxy or a private certificate authority is in use, set NODE_EXTRA_CA_CERTS to the path of its certificate.`,
    ...NOTHING_SENT,
  })
}

/** A proxy that does not let the connection through. Only an error of the proxy itself (5xx) may pass. */
function proxyRefusal(status: number, { host, proxyVariable }: Peer): NetworkError {
  const variable = proxyVariable === undefined ? safe`the proxy variable` : safe`\`${proxyVariable}\``
  const reason = safe`the proxy in ${variable} refused the connection to ${host} with HTTP ${status}`
  if (status === 407) {
    const advice = safe`The proxy requires a user name and password: set ${variable} to \`http://user:password@host:port\`, percent-encoded, and check both.`
    return new NetworkError({ reason, advice, ...NOTHING_SENT })
  }
  if (status < 500) {
    const advice = safe`Allow ${host} in the proxy, or add it to \`no_proxy\` if the runner can reach it directly.`
    return new NetworkError({ reason, advice, ...NOTHING_SENT })
  }
  const advice = safe`Check that the proxy can reach ${host}, and https://status.mongodb.com.`
  return new NetworkError({ reason, advice, retryable: true, mayHaveSent: false })
}

/** undici has the status in the text of the error alone (proxy-agent.js). */
function proxyStatusOf({ message }: Error): number | undefined {
  const status = /^Proxy (?:response|Authentication Required) \((\d{3})\)/.exec(message)?.[1]
  return status === undefined ? undefined : Number(status)
}

/** The code of an error, or of the first error in it if it is a collection (one host, several addresses). */
function codeOf(error: Error & { code?: unknown; errors?: unknown }): string | undefined {
  const inner: unknown = Array.isArray(error.errors) ? error.errors[0] : error.cause
  const code = typeof error.code === 'string' ? error.code : (inner as { code?: unknown } | undefined)?.code
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code) ? code : undefined
}
