import type { ApiVersion, BaseUrl } from '../../domain/settings.ts'
import { isLoopback } from '../../network/loopback.ts'
import { InputError } from '../errors.ts'

export const DEFAULT_BASE_URL = 'https://cloud.mongodb.com'

const MONGODB_HOSTS = new Set(['cloud.mongodb.com', 'cloud.mongodbgov.com'])

/**
 * @param name how the setting is called where it was given, for messages
 * @throws InputError that does not quote the URL, which may hold a password
 */
export function parseBaseUrl(name: string, text: string, apiVersion: ApiVersion): BaseUrl {
  const wrong = (what: string): InputError =>
    new InputError(`${name} ${what}; it must be a host such as \`${DEFAULT_BASE_URL}\`.`)
  // The URL parser would mend backslashes, tabs and missing slashes in silence.
  if (!/^https?:\/\/[^\s\\/]+/i.test(text) || /[\s\\\p{Cc}]/u.test(text) || !URL.canParse(text))
    throw wrong('is not a URL')
  const url = new URL(text)
  if (text.includes('@')) throw wrong('must not hold a user or password')
  if (/[?#]/.test(text)) throw wrong('must not hold a query or fragment')
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) throw wrong('must begin with `https://`')
  const path = url.pathname.replace(/\/$/, '')
  if (path !== '' && path !== `/api/atlas/${apiVersion}`) {
    throw wrong(
      /^\/api\/atlas\/v[\d.]+$/.test(path)
        ? `names another version of the API than \`api-version\` (${apiVersion})`
        : 'must not hold a path',
    )
  }
  return { origin: url.origin, isMongoDb: MONGODB_HOSTS.has(url.host) }
}
