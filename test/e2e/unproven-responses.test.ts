import { describe, expect, test } from '@jest/globals'
import { respondWith } from '../fake-atlas/faults.ts'
import { AS_SERVICE_ACCOUNT, CONFIGURATIONS } from '../harness/fixtures.ts'
import { reportOf, withProjects } from '../harness/projects-scenario.ts'
import type { StepResult } from '../harness/run-action.ts'
import { withScenario } from '../harness/scenario.ts'

const { inputs, block } = CONFIGURATIONS.aws
const VALID = { awsKms: { ...block, enabled: true, valid: true } }

const codeOf = ({ outputs }: StepResult): string => JSON.parse(outputs.report as string).projects[0].error.code

describe('a response that is no encryptionAtRest document', () => {
  const NONE: readonly [unknown][] = [
    [{}],
    [{ status: 'ok' }],
    [{ error: 503, reason: 'Service Unavailable', ...VALID }],
    [{ errorCode: 'MAINTENANCE', ...VALID }],
    [{ message: 'Down for maintenance', awsKms: { enabled: false } }],
  ]
  const MODES: readonly [mode: string, given: Record<string, string>][] = [
    ['verify', { provider: 'aws' }],
    ['drift', { provider: 'aws', enabled: 'false' }],
    ['plan', inputs],
    ['apply', inputs],
    ['apply', { provider: 'aws', enabled: 'false' }],
  ]
  test.each(NONE.flatMap(([body]) => MODES.map(([mode, given]) => [body, mode, given] as const)))(
    '%j in mode %s',
    (body, mode, given) =>
      withScenario(async (scenario) => {
        scenario.enable('aws')
        scenario.atlas.faults.push({ method: 'GET', times: 99, handler: respondWith(200, body) })
        const result = await scenario.runStep({ ...given, mode })
        expect(result.outputs).toMatchObject({
          result: 'failed',
          'failure-reason': 'error',
          valid: 'false',
          changed: 'false',
        })
        expect(codeOf(result)).toBe('PROTOCOL')
        expect(scenario.atlas.patches).toEqual([])
      }),
  )

  test.each([[{}], [{ error: 500 }], [{ message: 'Accepted.', ...VALID }]])(
    'to a PATCH is an error, although Atlas then shows the change: %j',
    (body) =>
      withScenario(async ({ atlas, runStep }) => {
        atlas.faults.push({ method: 'PATCH', afterwards: true, handler: respondWith(200, body) })
        const result = await runStep(inputs)
        expect(result.outputs).toMatchObject({
          result: 'failed',
          'failure-reason': 'error',
          valid: 'true',
          changed: 'true',
        })
        expect(codeOf(result)).toBe('PROTOCOL')
        expect(atlas.patches).toHaveLength(1)
      }),
  )
})

describe('a server that does not check the API key', () => {
  test.each([
    ['verify', { mode: 'verify', provider: 'aws' }],
    ['drift', { ...inputs, mode: 'drift' }],
    ['plan', { ...inputs, mode: 'plan' }],
    ['apply', inputs],
    ['verify in an envelope', { mode: 'verify', envelope: 'true' }],
  ])('%s', (_, given) =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.atlas.skipsAuthentication = true
      const result = await scenario.runStep({ ...given, 'atlas-private-key': 'not-the-right-one' } as Record<
        string,
        string
      >)
      expect(result.outputs).toMatchObject({
        result: 'failed',
        'failure-reason': 'error',
        valid: 'false',
        enabled: 'false',
      })
      expect(codeOf(result)).toBe('PROTOCOL')
      expect(scenario.atlas.requests).toHaveLength(1)
    }),
  )

  test('is found out on the connection of every worker', () =>
    withProjects(6, async ({ atlas, runStep }) => {
      atlas.skipsAuthentication = true
      const result = await runStep({ mode: 'verify', concurrency: '3' })
      expect(reportOf(result).projects.map(({ error }) => error?.code)).toEqual(Array(6).fill('PROTOCOL'))
    }))
})

describe('a token that Atlas hands out', () => {
  test.each(['failed', 'true', 'x'.repeat(19)])(
    'is refused if it is %s: a mask of it would ruin outputs',
    (access_token) =>
      withScenario(async (scenario) => {
        scenario.enable('aws')
        scenario.atlas.faults.push({
          path: /oauth\/token/,
          handler: respondWith(200, { access_token, expires_in: 3600 }),
        })
        const result = await scenario.runStep({ mode: 'verify', ...AS_SERVICE_ACCOUNT })
        expect(codeOf(result)).toBe('PROTOCOL')
        expect(result.masks).not.toContain(access_token)
      }),
  )
})
