import type { FaultHandler } from '../../fake-atlas/faults.ts'
import { hang, refuseWith } from '../../fake-atlas/faults.ts'
import type { FakeGitHub } from '../../fake-github/server.ts'
import { AS_SERVICE_ACCOUNT, ROLE_ARN } from '../../harness/fixtures.ts'
import type { Scenario } from '../../harness/scenario.ts'

/** A point of a run at which it is to end before it is done. */
export interface Stage {
  /** In a few words, for people. */
  readonly stage: string
  readonly inputs?: Readonly<Record<string, string>>
  /** Lays out that the run gets as far as this and then hangs; `reached` is to be called there. */
  readonly arrange: (scenario: Scenario, reached: () => void, github: FakeGitHub) => void
  /** Whether a change is under way there. */
  readonly unknown?: true
  /** `changed` at the end; `false` by default. */
  readonly changed?: 'true'
  /** The wait would outlast the run, which therefore does not begin it, and ends with what it was refused with. */
  readonly waits?: true
  /** `valid` at the end; `false` by default. */
  readonly valid?: 'true'
  /** What the run had found out by then, if that stands. */
  readonly verdict?: Readonly<Record<string, string>>
}

const hangs =
  (reached: () => void): FaultHandler =>
  (...args) => {
    reached()
    hang(...args)
  }

/** Gives the real reply. */
const passes =
  (reached: () => void): FaultHandler =>
  (_request, response, reply) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(reply, reached)
  }

/** Refuses, and what comes of it takes longer than the run has. */
const refuses =
  (status: number, code: string, headers: Record<string, string>, reached: () => void): FaultHandler =>
  (request, response, reply) => {
    refuseWith(status, code, 'Later.', headers)(request, response, reply)
    reached()
  }

const hangsAt =
  (fault: { method?: string; path?: RegExp; authenticatedOnly?: boolean; afterwards?: boolean }): Stage['arrange'] =>
  ({ atlas }, reached) =>
    void atlas.faults.push({ ...fault, handler: hangs(reached) })

/** A provider that is on and as the inputs want it. */
const whenEnabled =
  (arrange: Stage['arrange']): Stage['arrange'] =>
  (scenario, ...rest) => {
    scenario.enable('aws')
    arrange(scenario, ...rest)
  }

const VERIFY = { mode: 'verify', ...AS_SERVICE_ACCOUNT }
const PASSED = { result: 'passed', 'failure-reason': '', valid: 'true' }

export const STAGES: readonly Stage[] = [
  { stage: 'asking for a token', inputs: AS_SERVICE_ACCOUNT, arrange: hangsAt({ path: /oauth\/token/ }) },
  { stage: 'waiting for the challenge', arrange: hangsAt({ method: 'GET', authenticatedOnly: false }) },
  { stage: 'the GET', inputs: AS_SERVICE_ACCOUNT, arrange: hangsAt({ method: 'GET' }) },
  {
    stage: 'the wait before another attempt',
    inputs: AS_SERVICE_ACCOUNT,
    arrange: ({ atlas }, reached) =>
      void atlas.faults.push({ method: 'GET', handler: refuses(503, 'X', { 'retry-after': '30' }, reached) }),
    waits: true,
  },
  {
    stage: 'looking up the role by its ARN',
    inputs: { ...AS_SERVICE_ACCOUNT, 'aws-role-id': '', 'aws-role-arn': ROLE_ARN },
    arrange: hangsAt({ path: /cloudProviderAccess/ }),
  },
  {
    stage: 'listing clusters before a disable',
    inputs: { ...AS_SERVICE_ACCOUNT, enabled: 'false' },
    arrange: whenEnabled(hangsAt({ path: /clusters/ })),
  },
  {
    stage: 'the PATCH, not carried out yet',
    inputs: AS_SERVICE_ACCOUNT,
    arrange: hangsAt({ method: 'PATCH' }),
    unknown: true,
  },
  { stage: 'the PATCH, carried out', arrange: hangsAt({ method: 'PATCH', afterwards: true }), unknown: true },
  {
    stage: 'the wait for a role to propagate',
    inputs: AS_SERVICE_ACCOUNT,
    arrange: ({ atlas }, reached) =>
      void atlas.faults.push({ method: 'PATCH', times: 99, handler: refuses(400, 'CANNOT_ASSUME_ROLE', {}, reached) }),
    waits: true,
  },
  {
    stage: 'the wait for a valid key',
    inputs: AS_SERVICE_ACCOUNT,
    arrange: ({ atlas, project }, reached) => {
      project.invalidReads = 99
      atlas.faults.push({ method: 'PATCH', afterwards: true, handler: passes(reached) })
    },
    changed: 'true',
  },
  {
    stage: 'asking whether the key is valid',
    inputs: AS_SERVICE_ACCOUNT,
    arrange: ({ atlas, project }, reached) => {
      project.invalidReads = 99
      atlas.faults.push({ method: 'GET', skip: 1, handler: hangs(reached) })
    },
    changed: 'true',
  },
  {
    stage: 'looking at requirements',
    inputs: { ...VERIFY, require: 'no-open-alerts' },
    arrange: whenEnabled(hangsAt({ path: /alerts/ })),
    valid: 'true',
  },
  {
    stage: 'giving the token back',
    inputs: VERIFY,
    arrange: whenEnabled(hangsAt({ path: /revoke/ })),
    verdict: PASSED,
  },
  {
    stage: 'telling GitHub',
    inputs: { ...AS_SERVICE_ACCOUNT, mode: 'drift', 'aws-region': 'eu-west-1', issue: 'true' },
    arrange: whenEnabled((_, reached, github) => {
      github.handler = hangs(reached)
    }),
    verdict: { result: 'failed', 'failure-reason': 'drift', valid: 'true' },
  },
]
