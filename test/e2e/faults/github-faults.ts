import type { FaultHandler } from '../../fake-atlas/faults.ts'
import { close, drip, endless, garbage, hang, reset, respondWith } from '../../fake-atlas/faults.ts'
import type { FaultCase } from './run-cases.ts'

/** What was found out about Atlas stands, whatever GitHub does. */
const DRIFTED = { result: 'failed', 'failure-reason': 'drift', valid: 'true', changed: 'false', 'issue-url': '' }

const strikes = (fault: string, handler: FaultHandler, says: RegExp, more: Partial<FaultCase> = {}): FaultCase => ({
  fault,
  where: { github: (github) => void Object.assign(github, { handler }) },
  ends: DRIFTED,
  says,
  ...more,
})

/** GitHub is waited for as long as the run may take. */
const SHORT = { inputs: { timeout: '3' } }

const UNKNOWN = /something that its documentation does not know/

const refused = (status: number, headers: Record<string, string> = {}): FaultHandler =>
  respondWith(status, { message: '::error::Resource not accessible' }, headers)

export const GITHUB: readonly FaultCase[] = [
  strikes('401', refused(401), /wrong or has expired/),
  strikes('403, no permission', refused(403), /`issues: write`/),
  strikes('403, a secondary rate limit', refused(403, { 'retry-after': '3600' }), /wait 3600 s/),
  strikes('404', refused(404), /`issues: write`/),
  strikes('410, issues are switched off', refused(410), /switched off/),
  strikes('422', refused(422), /HTTP 422/),
  strikes('429', refused(429, { 'retry-after': '3600' }), /wait 3600 s/),
  strikes('502 again and again', refused(502), /in trouble/, { retries: 2 }),
  strikes('a redirect', respondWith(302, '', { location: 'https://elsewhere.invalid/' }), /redirect is never followed/),
  strikes('HTML with 200', respondWith(200, '<html>Log in</html>', { 'content-type': 'text/html' }), UNKNOWN),
  strikes('JSON that is cut short', respondWith(200, '[{"id": 1', { 'content-type': 'application/json' }), UNKNOWN),
  strikes('an object instead of a list', respondWith(200, {}), UNKNOWN),
  strikes('a connection that is reset', reset, /no reply/, { retries: 2 }),
  strikes('a connection that is closed', close, /no reply/, { retries: 2 }),
  strikes('what is not HTTP', garbage, /no reply/, { retries: 2 }),
  strikes('a reply that never ends', endless, /10 MiB/),
  strikes('no reply', hang, /`timeout` of 3 s/, SHORT),
  strikes('a byte now and then', drip, /`timeout` of 3 s/, SHORT),
]
