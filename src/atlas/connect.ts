import type { Dispatcher } from 'undici'
import { Failure } from '../failure.ts'
import type { Secrets } from '../text/secrets.ts'
import { isLoopback } from './loopback.ts'
import { Client } from './undici.ts'

export type Environment = Readonly<Record<string, string | undefined>>

const OPTIONS = {
  // One request at a time: pipelining would sign with counts that overtake each other.
  pipelining: 1,
  allowH2: false,
  headersTimeout: 0, // `http.ts` bounds the whole attempt
  bodyTimeout: 0,
}

// Said in so many words, so that NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment does not switch it off.
const TLS = { rejectUnauthorized: true }

/**
 * One connection to Atlas, through the proxy that `https_proxy`, `http_proxy` and `no_proxy` (lower case before upper
 * case) name, if any. The runner hands its own proxy settings down in these variables. A loopback host is never reached
 * through a proxy.
 *
 * @throws Failure `INPUT` if a proxy variable is no URL
 */
export async function connect(origin: string, env: Environment, secrets: Secrets): Promise<Dispatcher> {
  const httpProxy = env.http_proxy || env.HTTP_PROXY
  const httpsProxy = env.https_proxy || env.HTTPS_PROXY
  if (isLoopback(new URL(origin).hostname) || !(httpProxy || httpsProxy)) {
    return new Client(origin, { ...OPTIONS, connect: TLS })
  }
  for (const proxy of [httpProxy, httpsProxy]) if (proxy) protectPassword(proxy, secrets)
  const { EnvHttpProxyAgent } = await import('./proxy.ts')
  return new EnvHttpProxyAgent({
    ...OPTIONS,
    connections: 1,
    httpProxy: httpProxy ?? '',
    httpsProxy: httpsProxy ?? '',
    noProxy: env.no_proxy ?? env.NO_PROXY ?? '',
    connect: TLS,
    requestTls: TLS,
    proxyTls: TLS,
  })
}

function protectPassword(proxy: string, secrets: Secrets): void {
  let password: string
  try {
    // undici takes a host and port without a scheme as well.
    password = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`).password
  } catch {
    throw new Failure(
      'INPUT',
      'The environment variable `https_proxy` or `http_proxy` of the step is not a URL; correct it.',
    )
  }
  if (password === '') return
  secrets.protect(password)
  try {
    secrets.protect(decodeURIComponent(password))
  } catch {
    // Not percent-encoded: the text itself is the password.
  }
}
