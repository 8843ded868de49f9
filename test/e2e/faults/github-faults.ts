import type { FaultHandler } from '../../fake-atlas/faults.ts'
import { close, drip, endless, garbage, hang, reset, respondWith } from '../../fake-atlas/faults.ts'
import type { FaultCase } from './run-cases.ts'

/** The verdict on Atlas does not depend on GitHub. */
const DRIFTED = { result: 'failed', 'failure-reason': 'drift', valid: 'true', changed: 'false', 'issue-url': '' }

/** GitHub handles every request in this way. */
const failing = (fault: string, handler: FaultHandler, log: RegExp, more: Partial<FaultCase> = {}): FaultCase => ({
  fault,
  prepare: { github: (github) => void Object.assign(github, { handler }) },
  outputs: DRIFTED,
  log,
  ...more,
})

const UNKNOWN = /response does not have the documented form/

const refused = (status: number, headers: Record<string, string> = {}): FaultHandler =>
  respondWith(status, { message: '::error::Resource not accessible' }, headers)

export const GITHUB: readonly FaultCase[] = [
  failing('401', refused(401), /wrong or has expired/),
  failing('403, no permission', refused(403), /`issues: write`/),
  failing('403, a secondary rate limit', refused(403, { 'retry-after': '3600' }), /wait 3600 s/),
  failing('404', refused(404), /`issues: write`/),
  failing('410, issues are disabled', refused(410), /issues are disabled/),
  failing('422', refused(422), /HTTP 422/),
  failing('429', refused(429, { 'retry-after': '3600' }), /wait 3600 s/),
  failing('502 every time', refused(502), /unavailable/, { retries: 2 }),
  failing('a redirect', respondWith(302, '', { location: 'https://elsewhere.invalid/' }), /edirects are not followed/),
  failing('200 with HTML', respondWith(200, '<html>Log in</html>', { 'content-type': 'text/html' }), UNKNOWN),
  failing('JSON that is cut off', respondWith(200, '[{"id": 1', { 'content-type': 'application/json' }), UNKNOWN),
  failing('an object instead of a list', respondWith(200, {}), UNKNOWN),
  failing('a connection that is reset', reset, /no response/, { retries: 2 }),
  failing('a connection that is closed', close, /no response/, { retries: 2 }),
  failing('a response that is not HTTP', garbage, /no response/, { retries: 2 }),
  failing('a response that never ends', endless, /10 MiB/),
  failing('no response', hang, /timed out after \d+ s \(`timeout`\)/, { timesOut: true }),
  failing('a response of one byte now and then', drip, /timed out after \d+ s \(`timeout`\)/, { timesOut: true }),
]
