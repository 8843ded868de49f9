import { ActionError } from '../domain/errors.ts'

/** No reply came, or not all of it. */
export class NetworkError extends ActionError {
  /** What happened, in a few words. */
  readonly reason: string
  /** Whether another attempt may go better. */
  readonly retryable: boolean
  /** Whether the request may have reached Atlas. */
  readonly mayHaveSent: boolean

  constructor(
    reason: string,
    { retryable, mayHaveSent, advice = ADVICE }: { retryable: boolean; mayHaveSent: boolean; advice?: string },
  ) {
    super('NETWORK', `${reason}. ${advice}`)
    this.reason = reason
    this.retryable = retryable
    this.mayHaveSent = mayHaveSent
  }
}

const ADVICE = 'Check `atlas-base-url`, the proxy settings of the runner, and https://status.mongodb.com.'

/** In the words of a person, by the code of Node.js or undici; the rest says only that code. */
const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the host name could not be looked up',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was reset',
  ETIMEDOUT: 'the connection timed out',
  EPIPE: 'the connection was closed',
  EPROTO: 'it does not speak TLS',
  HPE_INVALID: 'what came is not HTTP',
  UND_ERR_DESTROYED: 'the connection was dropped',
  UND_ERR_SOCKET: 'the connection was closed before the reply was complete',
  UND_ERR_CONNECT_TIMEOUT: 'the connection could not be made in time',
  UND_ERR_HEADERS_TIMEOUT: 'no reply came in time',
  UND_ERR_BODY_TIMEOUT: 'the reply stopped in the middle',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the reply was cut short',
  UND_ERR_ABORTED: 'the proxy refused the connection',
  UND_ERR_INVALID_ARG: 'the proxy refused the connection',
}

const NEVER_CONNECTED = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'UND_ERR_CONNECT_TIMEOUT'])

/**
 * Turns what Node.js or undici threw into a failure that says nothing of the error's own text, which may quote what was
 * sent. A failure that is explained already comes back as it is, and so does a
 * defect, which is no network error at all.
 *
 * @param host for the message
 */
export function toNetworkError(error: unknown, host: string): unknown {
  if (error instanceof ActionError || !(error instanceof Error)) return error
  if (error.name === 'TimeoutError') {
    return new NetworkError(`no reply from ${host} within a minute`, { retryable: true, mayHaveSent: true })
  }
  const code = codeOf(error) ?? (error.name === 'HTTPParserError' ? 'HPE_INVALID' : undefined)
  if (code === undefined) return error
  const certificate = /CERT|SELF_SIGNED|UNABLE_TO_/.test(code)
  if (certificate) {
    return new NetworkError(`the TLS certificate of ${host} is not trusted (${code})`, {
      retryable: false,
      mayHaveSent: false,
      advice: 'If a proxy or a private CA stands in between, point NODE_EXTRA_CA_CERTS at its certificate.',
    })
  }
  return new NetworkError(`no reply from ${host}: ${REASONS[code] ?? 'the connection failed'} (${code})`, {
    retryable: true,
    mayHaveSent: !NEVER_CONNECTED.has(code),
  })
}

/** The code of an error, or of the first one in it if it is a collection (one host, several addresses). */
function codeOf(error: Error & { code?: unknown; errors?: unknown }): string | undefined {
  const inner: unknown = Array.isArray(error.errors) ? error.errors[0] : error.cause
  const code = typeof error.code === 'string' ? error.code : (inner as { code?: unknown } | undefined)?.code
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code) ? code : undefined
}
