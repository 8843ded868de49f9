import { describe, expect, test } from '@jest/globals'
import { CONFIGURATIONS } from '../harness/fixtures.ts'
import { withScenario } from '../harness/scenario.ts'

const { inputs } = CONFIGURATIONS.aws

describe('a run whose `timeout` ends while it waits for a valid key', () => {
  test.each([
    ['apply', inputs, 'true'],
    ['verify', { mode: 'verify', provider: 'aws' }, 'false'],
  ])('ends in %s with what Atlas said last, and not with an error', (_, given, changed) =>
    withScenario(async (scenario) => {
      if (changed === 'false') scenario.enable('aws')
      scenario.project.brokenKeys.add(CONFIGURATIONS.aws.block.customerMasterKeyID)
      const limits = { timeout: '4', 'valid-timeout': '4' }
      const { outputs, errors, summary, exitCode } = await scenario.runStep({ ...given, ...limits })
      expect(exitCode).toBe(1)
      expect(outputs).toMatchObject({
        result: 'failed',
        'failure-reason': 'invalid',
        enabled: 'true',
        valid: 'false',
        changed,
      })
      const report = JSON.parse(outputs.report as string)
      expect([report.error, report.projects[0].error]).toEqual([null, null])
      expect(errors).toEqual([expect.stringContaining('it reports valid: false')])
      expect(summary).toContain('key not valid')
    }),
  )

  test('of which `valid-timeout` is the longer one is an input error', () =>
    withScenario(async ({ atlas, runStep }) => {
      const { errors } = await runStep({ ...inputs, timeout: '4', 'valid-timeout': '5' })
      expect(errors).toEqual([expect.stringContaining('`valid-timeout` (5 s) is longer than `timeout` (4 s)')])
      expect(atlas.requests).toEqual([])
    }))
})
