import type { Fault, FaultHandler } from '../../fake-atlas/faults.ts'
import {
  close,
  drip,
  endless,
  garbage,
  gzipped,
  hang,
  refuseWith,
  reset,
  resetMidResponse,
  respondWith,
} from '../../fake-atlas/faults.ts'
import { AS_SERVICE_ACCOUNT } from '../../harness/fixtures.ts'
import type { Scenario } from '../../harness/scenario.ts'
import type { FaultCase } from './run-cases.ts'

const NOW = { 'retry-after': '0' }
const CREATED = { result: 'created', 'failure-reason': '', valid: 'true', changed: 'true' }
const FAILED = { result: 'failed', 'failure-reason': 'error', valid: 'false', changed: 'false' }
const GET = { method: 'GET' }
const PATCH = { method: 'PATCH' }
/** A PATCH that Atlas processes, but whose response is lost or replaced. */
const ACCEPTED = { ...PATCH, afterwards: true }
const ENVELOPE = { inputs: { envelope: 'true' } }

const withFault =
  (fault: Fault) =>
  ({ atlas }: Scenario): void =>
    void atlas.faults.push({ ...fault })

/** The log announces one more attempt, which succeeds. */
function retried(fault: string, injected: Fault, more: Partial<FaultCase> = {}): FaultCase {
  return { fault, prepare: { project: withFault(injected) }, outputs: CREATED, retries: 1, ...more }
}

/** The action needs no other attempt, so the log says nothing. */
function tolerated(fault: string, project: (scenario: Scenario) => void, inputs = {}): FaultCase {
  return { fault, prepare: { project }, outputs: CREATED, inputs }
}

/** The run fails at once, with a reason. */
function fatal(fault: string, injected: Fault, log: RegExp, more: Partial<FaultCase> = {}): FaultCase {
  return fatalIn(fault, withFault({ times: 99, ...injected }), log, more)
}

function fatalIn(
  fault: string,
  project: (scenario: Scenario) => void,
  log: RegExp,
  more: Partial<FaultCase> = {},
): FaultCase {
  return { fault, prepare: { project }, outputs: FAILED, log, ...more }
}

const rateLimit = (headers = {}, parameters: unknown = null): FaultHandler =>
  refuseWith(429, 'RATE_LIMITED_TOKEN_BUCKET', 'Rate limit exceeded.', headers, parameters)

/** Responds with 401 and a new nonce. */
const newNonce =
  (stale: boolean, fault: Omit<Fault, 'handler'>) =>
  ({ atlas }: Scenario): void => {
    const handler: FaultHandler = (_request, response) => {
      response.writeHead(401, { 'www-authenticate': atlas.digest.challenges(stale) }).end()
    }
    atlas.faults.push({ ...fault, handler })
  }

/** The real response, with another content type. */
const calledText: FaultHandler = (_request, response, body) => {
  response.writeHead(200, { 'content-type': 'text/plain' }).end(body)
}

/** The token expires right after the GET. The response that issued it said so. */
function expireToken({ atlas }: Scenario): void {
  atlas.oauth.expiresInSeconds = 1
  const handler: FaultHandler = (_request, response, body) => {
    atlas.oauth.tokens.clear()
    response.writeHead(200, { 'content-type': 'application/json' }).end(body)
  }
  atlas.faults.push({ ...GET, afterwards: true, handler })
}

const refusedToken = respondWith(401, {}, { 'www-authenticate': 'Bearer error="invalid_token"' })

export const TRANSIENT: readonly FaultCase[] = [
  retried('429, `Retry-After` in seconds', { ...GET, handler: rateLimit(NOW) }, { log: /HTTP 429.*trying again/ }),
  retried('429, `Retry-After` as a date', {
    ...GET,
    handler: rateLimit({ 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }),
  }),
  retried('429, the wait only in the body', { ...GET, handler: rateLimit({}, ['api/atlas/v2', 1, 10, 5, 60]) }),
  retried('429 without a wait', { ...GET, handler: rateLimit() }),
  retried('429 on the PATCH', { ...PATCH, handler: rateLimit(NOW) }, { log: /^PATCH encryptionAtRest: HTTP 429/ }),
  retried('429 before authentication', { ...GET, authenticatedOnly: false, handler: rateLimit(NOW) }),
  retried('`Retry-After` that is neither seconds nor a date', {
    ...GET,
    handler: respondWith(503, '', { 'retry-after': 'soon' }),
  }),
  retried('500 on the GET', { ...GET, handler: refuseWith(500, 'UNEXPECTED_ERROR', 'Oops.', NOW) }),
  retried('502 with HTML, on the PATCH', { ...PATCH, handler: respondWith(502, '<html>Bad Gateway</html>', NOW) }),
  retried('503 on the PATCH', { ...PATCH, handler: respondWith(503, '', NOW) }),
  retried('504 on the PATCH', { ...PATCH, handler: respondWith(504, '', NOW) }),
  retried(
    '503 in an envelope of 200',
    { ...GET, handler: respondWith(200, { status: 503, content: {} }, NOW) },
    ENVELOPE,
  ),
  retried(
    '503 on the request for a token',
    { path: /oauth\/token/, handler: respondWith(503, {}, NOW) },
    { inputs: AS_SERVICE_ACCOUNT },
  ),
  retried('405 while Atlas is read-only for an upgrade', {
    ...PATCH,
    handler: refuseWith(405, 'WRITES_NOT_ALLOWED_DURING_APP_UPGRADES', 'Later.', NOW),
  }),
  retried('a connection that is reset before the response', { ...GET, handler: reset }),
  retried('a connection that is closed without a response', { ...GET, handler: close }),
  retried('a response that is not HTTP', { ...GET, handler: garbage }),
  retried('a connection that is reset before Atlas processes the PATCH', { ...PATCH, handler: reset }),
  retried('a connection that is reset after Atlas has processed the PATCH', { ...ACCEPTED, handler: reset }),
  retried('a connection that is reset in the middle of the response to the PATCH', {
    ...ACCEPTED,
    handler: resetMidResponse,
  }),
  retried('a connection that is closed after Atlas has processed the PATCH', { ...ACCEPTED, handler: close }),
  retried('a response to the PATCH that is not HTTP', { ...PATCH, handler: garbage }),
]

export const TOLERATED: readonly FaultCase[] = [
  tolerated('204 as the response to the PATCH', withFault({ ...ACCEPTED, handler: respondWith(204) })),
  tolerated(
    'HTML as the response to the PATCH',
    withFault({ ...ACCEPTED, handler: respondWith(200, '<html>Fine.</html>') }),
  ),
  tolerated(
    'a field of a wrong type in the response to the PATCH',
    withFault({ ...ACCEPTED, handler: respondWith(200, { awsKms: { enabled: 'yes' } }) }),
  ),
  tolerated('a compressed response', withFault({ ...GET, afterwards: true, handler: gzipped })),
  tolerated('JSON with the content type of text', withFault({ ...GET, afterwards: true, handler: calledText })),
  tolerated('a nonce that has expired', newNonce(true, PATCH)),
  tolerated('a nonce that is refused, but not as stale (Jetty)', newNonce(false, PATCH)),
  tolerated('a nonce that expires while the action waits for a valid key', (scenario) => {
    scenario.project.invalidReads = 1
    newNonce(true, { ...GET, skip: 1 })(scenario)
  }),
  tolerated('a token that has expired', expireToken, AS_SERVICE_ACCOUNT),
  tolerated('a token that is refused', withFault({ ...PATCH, handler: refusedToken }), AS_SERVICE_ACCOUNT),
  tolerated(
    'a token that is refused in an envelope of 200',
    withFault({ ...GET, handler: respondWith(200, { status: 401, content: {} }) }),
    { ...AS_SERVICE_ACCOUNT, ...ENVELOPE.inputs },
  ),
]

export const FATAL: readonly FaultCase[] = [
  fatal(
    '500 on the PATCH',
    { ...PATCH, handler: refuseWith(500, 'UNEXPECTED_ERROR', 'Something is wrong with the change.') },
    /HTTP 500/,
  ),
  fatal('503 every time', { handler: respondWith(503, '', NOW) }, /Gave up after 3 attempts/, {
    inputs: { retries: '2' },
    retries: 2,
  }),
  fatal(
    'a redirect',
    { handler: respondWith(302, '', { location: 'https://evil.example' }) },
    /edirects are not followed/,
  ),
  fatal(
    '200 with HTML',
    { handler: respondWith(200, '<html>Log in</html>', { 'content-type': 'text/html' }) },
    /text\/html/,
  ),
  fatal('JSON that is cut off', { handler: respondWith(200, '{"awsKms":{"enab') }, /no JSON object/),
  fatal('a list instead of an object', { handler: respondWith(200, []) }, /no JSON object/),
  fatal(
    'an object that is no encryptionAtRest document',
    { handler: respondWith(200, {}) },
    /none of the documented members/,
  ),
  fatal(
    'an error document with 200',
    { handler: respondWith(200, { error: 500, awsKms: null }) },
    /with an error in its body/,
  ),
  fatal('a field of a wrong type', { handler: respondWith(200, { awsKms: { valid: 'true' } }) }, /awsKms\.valid/),
  fatal(
    'a response without the envelope that was requested',
    { ...GET, handler: respondWith(200, { awsKms: {} }) },
    /envelope/,
    ENVELOPE,
  ),
  fatal('a response that never ends', { handler: endless }, /10 MiB/),
  fatal('broken gzip', { handler: respondWith(200, 'no gzip', { 'content-encoding': 'gzip' }) }, /broken/),
  fatal('an unknown compression', { handler: respondWith(200, '', { 'content-encoding': 'zz' }) }, /compression/),
  fatal(
    'an API version that Atlas no longer serves',
    { handler: refuseWith(410, 'VERSION_GONE', 'Gone.') },
    /update this action/,
  ),
  fatal('405 for another reason', { ...PATCH, handler: refuseWith(405, 'NOT_ALLOWED', 'No.') }, /HTTP 405/),
  fatal('a project that does not exist', { handler: refuseWith(404, 'GROUP_NOT_FOUND', 'No group.') }, /`project-id`/),
  fatal(
    '`Retry-After` that is later than the end of the run',
    { handler: rateLimit({ 'retry-after': '3600' }) },
    /past the end of `timeout`/,
  ),
  fatal('`Retry-After` of 400 digits', { handler: rateLimit({ 'retry-after': '9'.repeat(400) }) }, /end of `timeout`/),
  fatal('no response', { handler: hang }, /`timeout`/, { timesOut: true }),
  fatal('a response of one byte now and then', { handler: drip }, /`timeout`/, { timesOut: true }),
  fatal('no response to the PATCH', { ...PATCH, handler: hang }, /state is unknown/, { timesOut: true }),
  fatal('a PATCH that is lost on the last attempt', { ...ACCEPTED, handler: reset }, /state is unknown/, {
    inputs: { retries: '0' },
  }),
  fatalIn('a connection that is refused', () => undefined, /the connection was refused/, {
    inputs: { 'atlas-base-url': 'http://127.0.0.1:9', retries: '0' },
  }),
  fatalIn('a nonce that is refused every time', newNonce(true, { ...PATCH, times: 99 }), /HTTP 401/),
  fatalIn(
    'a challenge for Basic authentication',
    ({ atlas }) => void Object.assign(atlas, { challengeOverride: ['Basic realm="x"'] }),
    /a digest challenge that this action accepts/,
  ),
  fatalIn(
    'a server that asks for no credentials',
    ({ atlas }) => void Object.assign(atlas, { skipsAuthentication: true }),
    /without asking for credentials/,
  ),
  fatalIn(
    'an address that is not on the access list',
    ({ atlas }) => void Object.assign(atlas, { onAccessList: false }),
    /IP_ADDRESS_NOT_ON_ACCESS_LIST/,
  ),
  fatalIn(
    'a service account that has 100 live tokens',
    ({ atlas }) => void Object.assign(atlas.oauth, { maxTokens: 0 }),
    /100 active tokens/,
    { inputs: AS_SERVICE_ACCOUNT },
  ),
  fatalIn('a wrong client secret', () => undefined, /`atlas-client-secret`/, {
    inputs: { ...AS_SERVICE_ACCOUNT, 'atlas-client-secret': 'wrong-secret' },
  }),
]
