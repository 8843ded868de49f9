import type { Environment } from '../domain/context.ts'
import { ActionError } from '../domain/errors.ts'
import { safe } from '../sanitize/safe-text.ts'
import type { Secrets } from '../sanitize/secrets.ts'

/** The variables that may name a proxy, by the scheme of the URLs that they serve; the first one that is not empty counts. */
const VARIABLES = {
  'https:': ['https_proxy', 'HTTPS_PROXY'],
  'http:': ['http_proxy', 'HTTP_PROXY'],
} as const

/** An environment variable that names a proxy. */
export type ProxyVariable = (typeof VARIABLES)[keyof typeof VARIABLES][number]

/** The proxy for one origin. */
export interface ProxySettings {
  /** The variable that it was read from, for messages. */
  readonly variable: ProxyVariable
  /** With a scheme, `http:` or `https:`. */
  readonly url: string
  /** The hosts that are reached directly, as `no_proxy` lists them. */
  readonly noProxy: string
}

/**
 * The variable that names the proxy for an origin. As with curl, `https_proxy` serves https alone and `http_proxy` http alone,
 * lower case comes first, and a variable that is set but empty counts as not set.
 *
 * @returns undefined if there is none
 */
export function proxyVariable(origin: string, env: Environment): ProxyVariable | undefined {
  const { protocol } = new URL(origin)
  const variables = protocol === 'https:' || protocol === 'http:' ? VARIABLES[protocol] : []
  return variables.find((name) => env[name]?.trim())
}

/**
 * Reads the proxy for an origin from the environment.
 *
 * @returns undefined if there is none
 * @throws ActionError `INPUT` if the variable is not the URL of a proxy; the message does not quote it, since it may hold a password
 */
export function readProxySettings(origin: string, env: Environment): ProxySettings | undefined {
  const variable = proxyVariable(origin, env)
  if (variable === undefined) return undefined
  const url = parseProxyUrl(env[variable] as string)
  if (url === undefined) {
    throw new ActionError(
      'INPUT',
      safe`The environment variable \`${variable}\` of the step is not the URL of a proxy. Set it to \`http://host:port\`, with a user name and password percent-encoded.`,
    )
  }
  return { variable, url: url.href, noProxy: env.no_proxy?.trim() || env.NO_PROXY?.trim() || '' }
}

/** Protects the passwords of all proxies that the environment names, whether or not they are used. */
export function protectProxyPasswords(env: Environment, secrets: Secrets): void {
  for (const variable of Object.values(VARIABLES).flat()) {
    const url = parseProxyUrl(env[variable] ?? '')
    if (url === undefined) continue
    for (const password of new Set([url.password, decodeURIComponent(url.password)])) secrets.protect(password)
  }
}

/** @returns undefined if the text cannot be the URL of a proxy for HTTP */
function parseProxyUrl(text: string): URL | undefined {
  const trimmed = text.trim()
  // curl, Go and other clients take a proxy without a scheme for an HTTP proxy.
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`
  if (!URL.canParse(withScheme)) return undefined
  const url = new URL(withScheme)
  const isHttp = url.protocol === 'http:' || url.protocol === 'https:'
  // A `#`, `?` or `/` that is not encoded cuts a password short, and what follows it would be lost without a word.
  const isCut = url.hash !== '' || url.search !== '' || (trimmed.includes('@') && url.username === '')
  return isHttp && !isCut && isPercentEncoded(url.username) && isPercentEncoded(url.password) ? url : undefined
}

function isPercentEncoded(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}
