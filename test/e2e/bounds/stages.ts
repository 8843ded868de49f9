import type { FaultHandler } from '../../fake-atlas/faults.ts'
import { hang, refuseWith } from '../../fake-atlas/faults.ts'
import type { FakeGitHub } from '../../fake-github/server.ts'
import { AS_SERVICE_ACCOUNT, ROLE_ARN } from '../../harness/fixtures.ts'
import type { Scenario } from '../../harness/scenario.ts'

/** A point of a run at which it is interrupted. */
export interface Stage {
  readonly stage: string
  readonly inputs?: Readonly<Record<string, string>>
  /** Makes the run stop at this point. `reached` has to be called when it is there. */
  readonly prepare: (scenario: Scenario, reached: () => void, github: FakeGitHub) => void
  /** A text in the log that shows that the run is there, if no request shows it. */
  readonly log?: string
  /** Whether a change is in flight, so that the state of the project is unknown. */
  readonly unknown?: true
  /** `changed` at the end. By default, `false`. */
  readonly changed?: 'true'
  /** Whether the run would wait longer than its `timeout` and therefore ends with the error of Atlas at once. */
  readonly gaveUp?: true
  /** `valid` at the end. By default, `false`. */
  readonly valid?: 'true'
  /** Outputs at the end, if the run has a verdict by then and keeps it. */
  readonly verdict?: Readonly<Record<string, string>>
  /** Whether a run that ends by its `timeout` here has a verdict: Atlas has said that the key is not valid. */
  readonly timesOutAsInvalid?: true
  /** Whether the token cannot be revoked. */
  readonly keepsToken?: true
}

const hangAndCall =
  (reached: () => void): FaultHandler =>
  (...args) => {
    reached()
    hang(...args)
  }

const respondAndCall =
  (reached: () => void): FaultHandler =>
  (_request, response, body) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(body)
    reached()
  }

const refuseAndCall =
  (status: number, code: string, headers: Record<string, string>, reached: () => void): FaultHandler =>
  (...args) => {
    refuseWith(status, code, 'Later.', headers)(...args)
    reached()
  }

const hangsAt =
  (fault: { method?: string; path?: RegExp; authenticatedOnly?: boolean; afterwards?: boolean }): Stage['prepare'] =>
  ({ atlas }, reached) =>
    void atlas.faults.push({ ...fault, handler: hangAndCall(reached) })

/** For a provider that is enabled as the inputs describe it. */
const whenEnabled =
  (prepare: Stage['prepare']): Stage['prepare'] =>
  (scenario, ...rest) => {
    scenario.enable('aws')
    prepare(scenario, ...rest)
  }

const VERIFY = { mode: 'verify', ...AS_SERVICE_ACCOUNT }
const PASSED = { result: 'passed', 'failure-reason': '', valid: 'true' }
/** Longer than any `timeout` of these tests. */
const LATER = { 'retry-after': '300' }

export const STAGES: readonly Stage[] = [
  { stage: 'the request for a token', inputs: AS_SERVICE_ACCOUNT, prepare: hangsAt({ path: /oauth\/token/ }) },
  { stage: 'the request for a challenge', prepare: hangsAt({ method: 'GET', authenticatedOnly: false }) },
  { stage: 'the GET', inputs: AS_SERVICE_ACCOUNT, prepare: hangsAt({ method: 'GET' }) },
  {
    stage: 'the wait before another attempt',
    inputs: AS_SERVICE_ACCOUNT,
    prepare: ({ atlas }, reached) =>
      void atlas.faults.push({ method: 'GET', handler: refuseAndCall(503, 'X', LATER, reached) }),
    log: 'trying again in',
    gaveUp: true,
  },
  {
    stage: 'the look-up of a role by its ARN',
    inputs: { ...AS_SERVICE_ACCOUNT, 'aws-role-id': '', 'aws-role-arn': ROLE_ARN },
    prepare: hangsAt({ path: /cloudProviderAccess/ }),
  },
  {
    stage: 'the list of clusters before a disable',
    inputs: { ...AS_SERVICE_ACCOUNT, enabled: 'false' },
    prepare: whenEnabled(hangsAt({ path: /clusters/ })),
  },
  {
    stage: 'the PATCH, which Atlas has not processed',
    inputs: AS_SERVICE_ACCOUNT,
    prepare: hangsAt({ method: 'PATCH' }),
    unknown: true,
  },
  {
    stage: 'the PATCH, which Atlas has processed',
    prepare: hangsAt({ method: 'PATCH', afterwards: true }),
    unknown: true,
  },
  {
    stage: 'the wait for a role to propagate',
    inputs: AS_SERVICE_ACCOUNT,
    prepare: ({ atlas }, reached) =>
      void atlas.faults.push({
        method: 'PATCH',
        times: 99,
        handler: refuseAndCall(400, 'CANNOT_ASSUME_ROLE', {}, reached),
      }),
    log: 'trying again in',
    gaveUp: true,
  },
  {
    stage: 'the wait for a valid key',
    inputs: AS_SERVICE_ACCOUNT,
    prepare: ({ atlas, project }, reached) => {
      project.invalidReads = 99
      atlas.faults.push({ method: 'PATCH', afterwards: true, handler: respondAndCall(reached) })
    },
    log: 'Waiting up to',
    changed: 'true',
    timesOutAsInvalid: true,
  },
  {
    stage: 'the GET that shows whether the key is valid',
    inputs: AS_SERVICE_ACCOUNT,
    prepare: ({ atlas, project }, reached) => {
      project.invalidReads = 99
      atlas.faults.push({ method: 'GET', skip: 1, handler: hangAndCall(reached) })
    },
    changed: 'true',
    timesOutAsInvalid: true,
  },
  {
    stage: 'a request for a requirement',
    inputs: { ...VERIFY, require: 'no-open-alerts' },
    prepare: whenEnabled(hangsAt({ path: /alerts/ })),
    valid: 'true',
  },
  {
    stage: 'the revocation of the token',
    inputs: VERIFY,
    prepare: whenEnabled(hangsAt({ path: /revoke/ })),
    verdict: PASSED,
    keepsToken: true,
  },
  {
    stage: 'a request to GitHub',
    inputs: { ...AS_SERVICE_ACCOUNT, mode: 'drift', 'aws-region': 'eu-west-1', issue: 'true' },
    prepare: whenEnabled((_, reached, github) => {
      github.handler = hangAndCall(reached)
    }),
    verdict: { result: 'failed', 'failure-reason': 'drift', valid: 'true' },
  },
]
