import type { Fault, Strike } from '../../fake-atlas/faults.ts'
import { answer, close, drip, endless, garbage, hang, refuse, reset } from '../../fake-atlas/faults.ts'
import { AS_SERVICE_ACCOUNT } from '../../harness/fixtures.ts'
import type { Fleet } from '../../harness/projects-scenario.ts'
import { type FaultCase, STRUCK } from './run-cases.ts'

const NOW = { 'retry-after': '0' }
const PASSED = { result: 'passed', 'failure-reason': '', valid: 'true', changed: 'false' }
const FAILED = { result: 'failed', 'failure-reason': 'error', valid: 'false', changed: 'false' }

/** Strikes one of the three projects, every time or once. */
const struck =
  (strike: Strike, times = 1) =>
  ({ atlas }: Fleet): void => {
    const fault: Fault = { path: new RegExp(STRUCK), times, strike }
    atlas.faults.push(fault)
  }

const heals = (fault: string, strike: Strike): FaultCase => ({
  fault,
  where: { fleet: struck(strike) },
  ends: PASSED,
  retries: 1,
})

/** One project fails, and the two others are looked at all the same. */
const fails = (fault: string, strike: Strike, says: RegExp, more: Partial<FaultCase> = {}): FaultCase => ({
  fault,
  where: { fleet: struck(strike, 99) },
  ends: FAILED,
  says,
  inputs: { retries: '0' },
  ...more,
})

const newNonce = (fleet: Fleet): void =>
  struck((_request, response) => {
    response.writeHead(401, { 'www-authenticate': fleet.atlas.digest.challenges(true) }).end()
  })(fleet)

export const FLEET: readonly FaultCase[] = [
  heals('429', refuse(429, 'RATE_LIMITED', 'Slow down.', NOW)),
  heals('500', refuse(500, 'UNEXPECTED_ERROR', 'Oops.', NOW)),
  heals('503 with HTML', answer(503, '<html>Later</html>', NOW)),
  heals('a connection reset', reset),
  heals('a connection closed without a reply', close),
  heals('what is not HTTP', garbage),
  // One lane, whose nonce has served another project before.
  { fault: 'a nonce that has aged', where: { fleet: newNonce }, inputs: { concurrency: '1' }, ends: PASSED },
  {
    fault: 'a token that is refused',
    where: { fleet: struck(answer(401, {}, { 'www-authenticate': 'Bearer error="invalid_token"' })) },
    inputs: AS_SERVICE_ACCOUNT,
    ends: PASSED,
  },
  fails('500 again and again', answer(500, 'oops', NOW), /HTTP 500/),
  fails('a connection that is reset again and again', reset, /the connection was reset|closed before/),
  fails('JSON that is cut short', answer(200, '{"awsKms": {"enabled": tr'), /not with a JSON object/),
  fails('a field of a wrong type', answer(200, { awsKms: { enabled: 'yes' } }), /awsKms\.enabled/),
  fails('a redirect', answer(302, '', { location: 'https://elsewhere.invalid/' }), /redirect is never followed/),
  fails('a reply that never ends', endless, /10 MiB/),
  fails('a version of the API that is gone', refuse(410, 'VERSION_GONE', 'Gone.'), /update this action/),
  fails(
    '`Retry-After` past the end of the run',
    refuse(429, 'RATE_LIMITED', 'No.', { 'retry-after': '9999' }),
    /past the end/,
    { inputs: {} },
  ),
  fails('no reply', hang, /`timeout`/, { inputs: { timeout: '1' } }),
  fails('a byte now and then', drip, /`timeout`/, { inputs: { timeout: '1' } }),
  {
    fault: '100 live tokens',
    where: { fleet: ({ atlas }) => void Object.assign(atlas.oauth, { mostTokens: 0 }) },
    inputs: AS_SERVICE_ACCOUNT,
    ends: FAILED,
    says: /100 live tokens/,
  },
]
