import type { Fault, FaultHandler } from '../../fake-atlas/faults.ts'
import { close, drip, endless, garbage, hang, refuseWith, reset, respondWith } from '../../fake-atlas/faults.ts'
import { AS_SERVICE_ACCOUNT } from '../../harness/fixtures.ts'
import type { ProjectsScenario } from '../../harness/projects-scenario.ts'
import { FAULTY_PROJECT, type FaultCase } from './run-cases.ts'

const NOW = { 'retry-after': '0' }
const PASSED = { result: 'passed', 'failure-reason': '', valid: 'true', changed: 'false' }
const FAILED = { result: 'failed', 'failure-reason': 'error', valid: 'false', changed: 'false' }

/** Atlas handles requests for one of the three projects in this way. */
const faulty =
  (handler: FaultHandler, times = 1) =>
  ({ atlas }: ProjectsScenario): void => {
    const fault: Fault = { path: new RegExp(FAULTY_PROJECT), times, handler }
    atlas.faults.push(fault)
  }

/** The second attempt succeeds. */
const retried = (fault: string, handler: FaultHandler): FaultCase => ({
  fault,
  prepare: { projects: faulty(handler) },
  outputs: PASSED,
  retries: 1,
})

/** The project fails, and the action checks the two others all the same. */
const fails = (fault: string, handler: FaultHandler, log: RegExp, more: Partial<FaultCase> = {}): FaultCase => ({
  fault,
  prepare: { projects: faulty(handler, 99) },
  outputs: FAILED,
  log,
  inputs: { retries: '0' },
  ...more,
})

const newNonce = (scenario: ProjectsScenario): void =>
  faulty((_request, response) => {
    response.writeHead(401, { 'www-authenticate': scenario.atlas.digest.challenges(true) }).end()
  })(scenario)

const TIMES_OUT = { inputs: {}, timesOut: true } as const

export const ONE_PROJECT: readonly FaultCase[] = [
  retried('429', refuseWith(429, 'RATE_LIMITED', 'Slow down.', NOW)),
  retried('500', refuseWith(500, 'UNEXPECTED_ERROR', 'Oops.', NOW)),
  retried('503 with HTML', respondWith(503, '<html>Later</html>', NOW)),
  retried('a connection that is reset', reset),
  retried('a connection that is closed without a response', close),
  retried('a response that is not HTTP', garbage),
  // With a single worker, the nonce has already served another project.
  { fault: 'a nonce that has expired', prepare: { projects: newNonce }, inputs: { concurrency: '1' }, outputs: PASSED },
  {
    fault: 'a token that is refused',
    prepare: { projects: faulty(respondWith(401, {}, { 'www-authenticate': 'Bearer error="invalid_token"' })) },
    inputs: AS_SERVICE_ACCOUNT,
    outputs: PASSED,
  },
  fails('500 every time', respondWith(500, 'oops', NOW), /HTTP 500/),
  fails('a connection that is reset every time', reset, /the connection was reset|closed before/),
  fails('JSON that is cut off', respondWith(200, '{"awsKms": {"enabled": tr'), /no JSON object/),
  fails('a field of a wrong type', respondWith(200, { awsKms: { enabled: 'yes' } }), /awsKms\.enabled/),
  fails('a redirect', respondWith(302, '', { location: 'https://elsewhere.invalid/' }), /edirects are not followed/),
  fails('a response that never ends', endless, /10 MiB/),
  fails('an API version that Atlas no longer serves', refuseWith(410, 'VERSION_GONE', 'Gone.'), /update this action/),
  fails(
    '`Retry-After` that is later than the end of the run',
    refuseWith(429, 'RATE_LIMITED', 'No.', { 'retry-after': '9999' }),
    /past the end/,
    { inputs: {} },
  ),
  fails('no response', hang, /`timeout`/, TIMES_OUT),
  fails('a response of one byte now and then', drip, /`timeout`/, TIMES_OUT),
  {
    fault: 'a service account that has 100 live tokens',
    prepare: { projects: ({ atlas }) => void Object.assign(atlas.oauth, { maxTokens: 0 }) },
    inputs: AS_SERVICE_ACCOUNT,
    outputs: FAILED,
    log: /100 active tokens/,
  },
]
