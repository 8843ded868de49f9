import type { Fault, FaultHandler } from '../../fake-atlas/faults.ts'
import { close, drip, endless, garbage, hang, refuseWith, reset, respondWith } from '../../fake-atlas/faults.ts'
import { AS_SERVICE_ACCOUNT } from '../../harness/fixtures.ts'
import type { ProjectsScenario } from '../../harness/projects-scenario.ts'
import { type FaultCase, STRUCK } from './run-cases.ts'

const NOW = { 'retry-after': '0' }
const PASSED = { result: 'passed', 'failure-reason': '', valid: 'true', changed: 'false' }
const FAILED = { result: 'failed', 'failure-reason': 'error', valid: 'false', changed: 'false' }

/** Strikes one of the three projects, every time or once. */
const struck =
  (handler: FaultHandler, times = 1) =>
  ({ atlas }: ProjectsScenario): void => {
    const fault: Fault = { path: new RegExp(STRUCK), times, handler }
    atlas.faults.push(fault)
  }

const heals = (fault: string, handler: FaultHandler): FaultCase => ({
  fault,
  where: { fleet: struck(handler) },
  ends: PASSED,
  retries: 1,
})

/** One project fails, and the two others are looked at all the same. */
const fails = (fault: string, handler: FaultHandler, says: RegExp, more: Partial<FaultCase> = {}): FaultCase => ({
  fault,
  where: { fleet: struck(handler, 99) },
  ends: FAILED,
  says,
  inputs: { retries: '0' },
  ...more,
})

const newNonce = (fleet: ProjectsScenario): void =>
  struck((_request, response) => {
    response.writeHead(401, { 'www-authenticate': fleet.atlas.digest.challenges(true) }).end()
  })(fleet)

export const FLEET: readonly FaultCase[] = [
  heals('429', refuseWith(429, 'RATE_LIMITED', 'Slow down.', NOW)),
  heals('500', refuseWith(500, 'UNEXPECTED_ERROR', 'Oops.', NOW)),
  heals('503 with HTML', respondWith(503, '<html>Later</html>', NOW)),
  heals('a connection reset', reset),
  heals('a connection closed without a reply', close),
  heals('what is not HTTP', garbage),
  // One lane, whose nonce has served another project before.
  { fault: 'a nonce that has aged', where: { fleet: newNonce }, inputs: { concurrency: '1' }, ends: PASSED },
  {
    fault: 'a token that is refused',
    where: { fleet: struck(respondWith(401, {}, { 'www-authenticate': 'Bearer error="invalid_token"' })) },
    inputs: AS_SERVICE_ACCOUNT,
    ends: PASSED,
  },
  fails('500 again and again', respondWith(500, 'oops', NOW), /HTTP 500/),
  fails('a connection that is reset again and again', reset, /the connection was reset|closed before/),
  fails('JSON that is cut short', respondWith(200, '{"awsKms": {"enabled": tr'), /not with a JSON object/),
  fails('a field of a wrong type', respondWith(200, { awsKms: { enabled: 'yes' } }), /awsKms\.enabled/),
  fails('a redirect', respondWith(302, '', { location: 'https://elsewhere.invalid/' }), /redirect is never followed/),
  fails('a reply that never ends', endless, /10 MiB/),
  fails('a version of the API that is gone', refuseWith(410, 'VERSION_GONE', 'Gone.'), /update this action/),
  fails(
    '`Retry-After` past the end of the run',
    refuseWith(429, 'RATE_LIMITED', 'No.', { 'retry-after': '9999' }),
    /past the end/,
    { inputs: {} },
  ),
  fails('no reply', hang, /`timeout`/, { inputs: { timeout: '1' } }),
  fails('a byte now and then', drip, /`timeout`/, { inputs: { timeout: '1' } }),
  {
    fault: '100 live tokens',
    where: { fleet: ({ atlas }) => void Object.assign(atlas.oauth, { maxTokens: 0 }) },
    inputs: AS_SERVICE_ACCOUNT,
    ends: FAILED,
    says: /100 live tokens/,
  },
]
