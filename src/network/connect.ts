import type { Dispatcher } from 'undici'
import type { Environment } from '../domain/context.ts'
import { ActionError } from '../domain/errors.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import { isLoopback } from './loopback.ts'
import { Client } from './undici.ts'

const OPTIONS = {
  // One request at a time: pipelining would sign with counts that overtake each other.
  pipelining: 1,
  allowH2: false,
  headersTimeout: 0, // whoever asks bounds the whole attempt
  bodyTimeout: 0,
}

// Said in so many words, so that NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment does not switch it off.
const TLS = { rejectUnauthorized: true }

/** The one connection of a lane. It is made anew when it hangs: undici does not abort what waits for a connection. */
export class Connection {
  readonly #open: () => Dispatcher
  readonly #interceptors: readonly Dispatcher.DispatcherComposeInterceptor[]
  #current: Dispatcher | undefined

  constructor(open: () => Dispatcher, interceptors: readonly Dispatcher.DispatcherComposeInterceptor[]) {
    this.#open = open
    this.#interceptors = interceptors
  }

  get dispatcher(): Dispatcher {
    this.#current ??= this.#open()
    return this.#current.compose([...this.#interceptors])
  }

  /** Drops the connection with whatever is under way on it; the next request makes a new one. */
  async drop(): Promise<void> {
    const dropped = this.#current
    this.#current = undefined
    if (dropped !== undefined) await destroyCheaply(dropped)
  }
}

/** Nobody sees the error that undici makes for this, but Node.js reads its stack, which counts the lines of the bundle. */
function destroyCheaply(dispatcher: Dispatcher): Promise<void> {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return dispatcher.destroy()
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

/**
 * A way to connect to Atlas or to GitHub: through the proxy that `https_proxy`, `http_proxy` and `no_proxy` (lower case before upper
 * case) name, if any. The runner hands its own proxy settings down in these variables. A loopback host is never reached
 * through a proxy.
 *
 * @throws ActionError `INPUT` if a proxy variable is no URL of a proxy
 */
export async function connector(origin: string, env: Environment, secrets: Secrets): Promise<() => Dispatcher> {
  const httpProxy = env.http_proxy || env.HTTP_PROXY || ''
  const httpsProxy = env.https_proxy || env.HTTPS_PROXY || ''
  if (isLoopback(new URL(origin).hostname) || !(httpProxy || httpsProxy)) {
    return () => new Client(origin, { ...OPTIONS, connect: TLS })
  }
  for (const proxy of [httpProxy, httpsProxy]) if (proxy) protectPassword(proxy, secrets)
  const { EnvHttpProxyAgent } = await import('./proxy.ts')
  const noProxy = env.no_proxy ?? env.NO_PROXY ?? ''
  const tls = { connect: TLS, requestTls: TLS, proxyTls: TLS }
  return () => new EnvHttpProxyAgent({ ...OPTIONS, ...tls, connections: 1, httpProxy, httpsProxy, noProxy })
}

function protectPassword(proxy: string, secrets: Secrets): void {
  try {
    const { protocol, username, password } = new URL(proxy)
    if (protocol !== 'http:' && protocol !== 'https:') throw new TypeError('not a proxy')
    decodeURIComponent(username)
    secrets.protect(password)
    secrets.protect(decodeURIComponent(password))
  } catch {
    throw new ActionError(
      'INPUT',
      'The environment variable `https_proxy` or `http_proxy` of the step is not the URL of a proxy ' +
        '(`http://host:port`, user and password percent-encoded); correct it.',
    )
  }
}
