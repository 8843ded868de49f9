import type { Fault } from '../../fake-atlas/faults.ts'
import {
  answer,
  close,
  drip,
  endless,
  garbage,
  gzipped,
  hang,
  refuse,
  reset,
  resetInTheMiddle,
} from '../../fake-atlas/faults.ts'
import { AS_SERVICE_ACCOUNT } from '../../harness/fixtures.ts'
import type { Scenario } from '../../harness/scenario.ts'
import type { FaultCase } from './run-cases.ts'

const NOW = { 'retry-after': '0' }
const CREATED = { result: 'created', 'failure-reason': '', valid: 'true', changed: 'true' }
const FAILED = { result: 'failed', 'failure-reason': 'error', valid: 'false', changed: 'false' }
const GET = { method: 'GET' }
const PATCH = { method: 'PATCH' }
/** Carried out, and then answered with something else. */
const ACCEPTED = { ...PATCH, afterwards: true }
const ENVELOPE = { inputs: { envelope: 'true' } }

const struck =
  (...faults: Fault[]) =>
  ({ atlas }: Scenario): void => {
    atlas.faults.push(...faults.map((fault) => ({ ...fault })))
  }

/** One that heals: told in one line for each retry, and then all is as if nothing had been. */
function heals(fault: string, strike: Fault, more: Partial<FaultCase> = {}): FaultCase {
  return { fault, where: { project: struck(strike) }, ends: CREATED, retries: 1, ...more }
}

/** One that is met without asking again for the same: no reason to say anything. */
function isBorne(fault: string, project: (scenario: Scenario) => void, inputs = {}): FaultCase {
  return { fault, where: { project }, ends: CREATED, inputs }
}

/** One that nothing helps against: ends at once, with a reason. */
function ends(fault: string, strike: Fault, says: RegExp, more: Partial<FaultCase> = {}): FaultCase {
  return { fault, where: { project: struck({ times: 99, ...strike }) }, ends: FAILED, says, ...more }
}

const rateLimit = (headers = {}, parameters: unknown = null): Fault['strike'] =>
  refuse(429, 'RATE_LIMITED_TOKEN_BUCKET', 'Rate limit exceeded.', headers, parameters)

/** A 401 with another nonce, which the server knows, on every request that the fault is for. */
const newNonce =
  (stale: boolean, fault: Omit<Fault, 'strike'>) =>
  ({ atlas }: Scenario): void => {
    const strike: Fault['strike'] = (_request, response) => {
      response.writeHead(401, { 'www-authenticate': atlas.digest.challenges(stale) }).end()
    }
    atlas.faults.push({ ...fault, strike })
  }

/** Answers so late that a token of one second is over. */
const afterASecond: Fault['strike'] = (_request, response, reply) => {
  setTimeout(() => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(reply)
  }, 1100)
}

const refusedToken = answer(401, {}, { 'www-authenticate': 'Bearer error="invalid_token"' })

export const HEALING: readonly FaultCase[] = [
  heals('429, `Retry-After` in seconds', { ...GET, strike: rateLimit(NOW) }, { says: /HTTP 429.*trying again/ }),
  heals('429, `Retry-After` as a date', {
    ...GET,
    strike: rateLimit({ 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }),
  }),
  heals('429, the wait only in its body', { ...GET, strike: rateLimit({}, ['api/atlas/v2', 1, 10, 5, 60]) }),
  heals('429, no wait at all', { ...GET, strike: rateLimit() }),
  heals('429 on the PATCH', { ...PATCH, strike: rateLimit(NOW) }, { says: /^PATCH encryptionAtRest: HTTP 429/ }),
  heals('429 before authentication', { ...GET, authenticatedOnly: false, strike: rateLimit(NOW) }),
  heals('garbage in `Retry-After`', { ...GET, strike: answer(503, '', { 'retry-after': 'soon' }) }),
  heals('500 on the GET', { ...GET, strike: refuse(500, 'UNEXPECTED_ERROR', 'Oops.', NOW) }),
  heals('502 with HTML, on the PATCH', { ...PATCH, strike: answer(502, '<html>Bad Gateway</html>', NOW) }),
  heals('503 on the PATCH', { ...PATCH, strike: answer(503, '', NOW) }),
  heals('504 on the PATCH', { ...PATCH, strike: answer(504, '', NOW) }),
  heals('503 in an envelope of 200', { ...GET, strike: answer(200, { status: 503, content: {} }, NOW) }, ENVELOPE),
  heals('503 for a token', { path: /oauth\/token/, strike: answer(503, {}, NOW) }, { inputs: AS_SERVICE_ACCOUNT }),
  heals('405 while Atlas is upgraded (read-only)', {
    ...PATCH,
    strike: refuse(405, 'WRITES_NOT_ALLOWED_DURING_APP_UPGRADES', 'Later.', NOW),
  }),
  heals('a connection reset before the reply', { ...GET, strike: reset }),
  heals('a connection closed without a reply', { ...GET, strike: close }),
  heals('what is not HTTP', { ...GET, strike: garbage }),
  heals('a connection reset before the PATCH is carried out', { ...PATCH, strike: reset }),
  heals('a connection reset after the PATCH was carried out', { ...PATCH, afterwards: true, strike: reset }),
  heals('a connection reset in the middle of the reply to the PATCH', {
    ...PATCH,
    afterwards: true,
    strike: resetInTheMiddle,
  }),
  heals('a connection closed after the PATCH was carried out', { ...PATCH, afterwards: true, strike: close }),
  heals('what is not HTTP, to the PATCH', { ...PATCH, strike: garbage }),
]

export const BORNE: readonly FaultCase[] = [
  isBorne('a PATCH accepted with 204: Atlas is asked what it has', struck({ ...ACCEPTED, strike: answer(204) })),
  isBorne('a PATCH accepted with HTML', struck({ ...ACCEPTED, strike: answer(200, '<html>Fine.</html>') })),
  isBorne(
    'a PATCH accepted with a field of a wrong type',
    struck({ ...ACCEPTED, strike: answer(200, { awsKms: { enabled: 'yes' } }) }),
  ),
  isBorne('a reply that is compressed', struck({ ...GET, afterwards: true, strike: gzipped })),
  isBorne(
    'JSON that is called text',
    struck({ ...GET, strike: answer(200, '{"awsKms":null}', { 'content-type': 'text/plain' }) }),
  ),
  isBorne('a nonce that has aged', newNonce(true, PATCH)),
  isBorne('a nonce that is refused, not as stale (Jetty)', newNonce(false, PATCH)),
  isBorne('a nonce that has aged while waiting for a valid key', (scenario) => {
    scenario.project.invalidReads = 1
    newNonce(true, { ...GET, skip: 1 })(scenario)
  }),
  isBorne(
    'a token that has expired',
    ({ atlas }) => {
      atlas.oauth.lifetime = 1
      atlas.faults.push({ ...GET, afterwards: true, strike: afterASecond })
    },
    AS_SERVICE_ACCOUNT,
  ),
  isBorne('a token that is refused', struck({ ...PATCH, strike: refusedToken }), AS_SERVICE_ACCOUNT),
  isBorne(
    'a token that is refused in an envelope of 200',
    struck({ ...GET, strike: answer(200, { status: 401, content: {} }) }),
    {
      ...AS_SERVICE_ACCOUNT,
      ...ENVELOPE.inputs,
    },
  ),
]

export const FATAL: readonly FaultCase[] = [
  ends(
    '500 on the PATCH',
    { ...PATCH, strike: refuse(500, 'UNEXPECTED_ERROR', 'Something is wrong with the change.') },
    /HTTP 500/,
  ),
  ends('503 again and again', { strike: answer(503, '', NOW) }, /Given up after 3 attempts/, {
    inputs: { retries: '2' },
    retries: 2,
  }),
  ends('a redirect', { strike: answer(302, '', { location: 'https://evil.example' }) }, /redirect is never followed/),
  ends('HTML with 200', { strike: answer(200, '<html>Log in</html>', { 'content-type': 'text/html' }) }, /text\/html/),
  ends('JSON that is cut short', { strike: answer(200, '{"awsKms":{"enab') }, /not with a JSON object/),
  ends('a list instead of an object', { strike: answer(200, []) }, /not with a JSON object/),
  ends('an object that is no encryptionAtRest document', { strike: answer(200, {}) }, /none of the members/),
  ends(
    'an error document with 200',
    { strike: answer(200, { error: 500, awsKms: null }) },
    /with an error in its body/,
  ),
  ends('a field of a wrong type', { strike: answer(200, { awsKms: { valid: 'true' } }) }, /awsKms\.valid/),
  ends('a reply without the envelope', { ...GET, strike: answer(200, { awsKms: {} }) }, /envelope/, ENVELOPE),
  ends('a reply that never ends', { strike: endless }, /10 MiB/),
  ends('gzip that is broken', { strike: answer(200, 'no gzip', { 'content-encoding': 'gzip' }) }, /broken/),
  ends('a compression that nobody knows', { strike: answer(200, '', { 'content-encoding': 'zz' }) }, /compression/),
  ends('a version of the API that is gone', { strike: refuse(410, 'VERSION_GONE', 'Gone.') }, /update this action/),
  ends('405 for another reason', { ...PATCH, strike: refuse(405, 'NOT_ALLOWED', 'No.') }, /HTTP 405/),
  ends('a project that there is not', { strike: refuse(404, 'GROUP_NOT_FOUND', 'No group.') }, /`project-id`/),
  ends(
    '`Retry-After` past the end of the run',
    { strike: rateLimit({ 'retry-after': '3600' }) },
    /past the end of `timeout`/,
  ),
  ends('`Retry-After` past all bounds', { strike: rateLimit({ 'retry-after': '9'.repeat(400) }) }, /end of `timeout`/),
  ends('no reply', { strike: hang }, /`timeout`/, { inputs: { timeout: '1' } }),
  ends('a byte now and then', { strike: drip }, /`timeout`/, { inputs: { timeout: '1' } }),
  ends('no reply to the PATCH: the state is unknown', { ...PATCH, strike: hang }, /state is unknown/, {
    inputs: { timeout: '3' },
  }),
  ends('a lost PATCH, and no attempt left', { ...PATCH, afterwards: true, strike: reset }, /state is unknown/, {
    inputs: { retries: '0' },
  }),
  {
    fault: 'nobody listens',
    where: { project: () => undefined },
    inputs: { 'atlas-base-url': 'http://127.0.0.1:9', retries: '0' },
    ends: FAILED,
    says: /the connection was refused/,
  },
  {
    fault: 'a nonce that is refused again and again',
    where: { project: newNonce(true, { ...PATCH, times: 99 }) },
    ends: FAILED,
    says: /HTTP 401/,
  },
  {
    fault: 'Basic asked for',
    where: { project: ({ atlas }) => void Object.assign(atlas, { foreignChallenge: ['Basic realm="x"'] }) },
    ends: FAILED,
    says: /nothing else is ever answered/,
  },
  {
    fault: 'a server that asks nobody for credentials',
    where: { project: ({ atlas }) => void Object.assign(atlas, { trusting: true }) },
    ends: FAILED,
    says: /without asking for credentials/,
  },
  {
    fault: 'an address that is not on the access list',
    where: { project: ({ atlas }) => void Object.assign(atlas, { onAccessList: false }) },
    ends: FAILED,
    says: /IP_ADDRESS_NOT_ON_ACCESS_LIST/,
  },
  {
    fault: '100 live tokens',
    where: { project: ({ atlas }) => void Object.assign(atlas.oauth, { mostTokens: 0 }) },
    inputs: AS_SERVICE_ACCOUNT,
    ends: FAILED,
    says: /100 live tokens/,
  },
  {
    fault: 'a client secret that is wrong',
    where: { project: () => undefined },
    inputs: { ...AS_SERVICE_ACCOUNT, 'atlas-client-secret': 'wrong-secret' },
    ends: FAILED,
    says: /`atlas-client-secret`/,
  },
]
