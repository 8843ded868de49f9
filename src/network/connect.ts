import type { Dispatcher } from 'undici'
import type { Environment } from '../domain/context.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import { isLoopback } from './loopback.ts'
import { protectProxyPasswords, readProxySettings } from './proxy-settings.ts'
import { Client } from './undici.ts'

const OPTIONS = {
  // One request at a time: with pipelining, digest counts would overtake each other.
  pipelining: 1,
  allowH2: false,
  // The caller bounds the whole attempt.
  headersTimeout: 0,
  bodyTimeout: 0,
}

// Set explicitly, so that NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment does not switch the check off.
const TLS = { rejectUnauthorized: true }

/** The connection of one worker. It is replaced when it hangs, because undici does not abort a request that waits for a connection. */
export class Connection {
  readonly #open: () => Dispatcher
  readonly #interceptors: readonly Dispatcher.DispatcherComposeInterceptor[]
  #current: Dispatcher | undefined
  #composed: Dispatcher | undefined

  constructor(open: () => Dispatcher, interceptors: readonly Dispatcher.DispatcherComposeInterceptor[]) {
    this.#open = open
    this.#interceptors = interceptors
  }

  get dispatcher(): Dispatcher {
    this.#current ??= this.#open()
    this.#composed ??= this.#current.compose([...this.#interceptors])
    return this.#composed
  }

  /** Drops the connection and whatever is under way on it. The next request opens a new one. */
  async drop(): Promise<void> {
    const dropped = this.#current
    this.#current = undefined
    this.#composed = undefined
    if (dropped !== undefined) await destroyCheaply(dropped)
  }
}

/** Nothing shows the error that undici creates here, but Node.js would read its stack, which takes the line table of the bundle. */
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
 * Returns a function that opens connections to Atlas or GitHub: through the proxy that the environment names, if any. The
 * runner passes its own proxy settings on in the same variables. A loopback host is never reached through a proxy.
 *
 * @throws ActionError `INPUT` if the proxy variable for this origin is not the URL of a proxy
 */
export async function connector(origin: string, env: Environment, secrets: Secrets): Promise<() => Dispatcher> {
  protectProxyPasswords(env, secrets)
  const proxy = isLoopback(new URL(origin).hostname) ? undefined : readProxySettings(origin, env)
  if (proxy === undefined) return () => new Client(origin, { ...OPTIONS, connect: TLS })
  const { EnvHttpProxyAgent } = await import('./proxy.ts')
  const tls = { connect: TLS, requestTls: TLS, proxyTls: TLS }
  // There is no other origin, so one proxy stands for both schemes; without them undici would read its own environment.
  const proxies = { httpProxy: proxy.url, httpsProxy: proxy.url, noProxy: proxy.noProxy }
  return () => new EnvHttpProxyAgent({ ...OPTIONS, ...tls, connections: 1, ...proxies })
}
