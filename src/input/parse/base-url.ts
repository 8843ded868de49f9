import type { ApiVersion, BaseUrl } from '../../domain/settings.ts'
import { isLoopback } from '../../network/loopback.ts'
import { type SafeText, safe } from '../../sanitize/safe-text.ts'
import { InvalidValueError } from '../errors.ts'

export const DEFAULT_BASE_URL = 'https://cloud.mongodb.com'

const MONGODB_HOSTS = new Set(['cloud.mongodb.com', 'cloud.mongodbgov.com'])

/** @throws InvalidValueError that does not quote the URL, which may hold a password */
export function parseBaseUrl(text: string, apiVersion: ApiVersion): BaseUrl {
  // The URL parser would correct backslashes, tabs and missing slashes in silence.
  if (!/^https?:\/\/[^\s\\/]+/i.test(text) || /[\s\\\p{Cc}]/u.test(text) || !URL.canParse(text))
    throw wrongUrl(safe`is not a URL`)
  const url = new URL(text)
  if (text.includes('@')) throw wrongUrl(safe`must not contain a user name or password`)
  if (/[?#]/.test(text)) throw wrongUrl(safe`must not contain a query or fragment`)
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) throw wrongUrl(safe`must begin with \`https://\``)
  const path = url.pathname.replace(/\/$/, '')
  if (path !== '' && path !== `/api/atlas/${apiVersion}`) {
    throw wrongUrl(
      /^\/api\/atlas\/v[\d.]+$/.test(path)
        ? safe`names a different version of the API than \`api-version\` (${apiVersion})`
        : safe`must not contain a path`,
    )
  }
  return { origin: url.origin, isMongoDb: MONGODB_HOSTS.has(url.host) }
}

function wrongUrl(problem: SafeText): InvalidValueError {
  return new InvalidValueError(safe`${problem}; it must be a host such as \`${DEFAULT_BASE_URL}\``)
}
