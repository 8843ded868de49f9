import { describe, expect, test } from '@jest/globals'
import { CONFIGURATIONS } from '../harness/fixtures.ts'
import { withScenario } from '../harness/scenario.ts'

describe('an apply', () => {
  test('fails if the key is not valid, and writes all outputs', () =>
    withScenario(async ({ project, runStep }) => {
      project.brokenKeys.add(CONFIGURATIONS.aws.block.customerMasterKeyID)
      const { exitCode, errors, outputs, summary } = await runStep({
        ...CONFIGURATIONS.aws.inputs,
        'valid-timeout': '0',
      })
      expect(exitCode).toBe(1)
      expect(outputs).toMatchObject({
        result: 'failed',
        'failure-reason': 'invalid',
        valid: 'false',
        enabled: 'true',
        changed: 'true',
      })
      expect(errors[0]).toContain('valid: false')
      expect(summary).toContain('❌')
      expect(JSON.parse(outputs.report as string).totals).toMatchObject({
        failed: 1,
        invalid: 1,
        errors: 0,
        changed: 1,
      })
    }))

  test('waits until Atlas reports the key as valid', () =>
    withScenario(async ({ atlas, project, runStep }) => {
      project.invalidReads = 3 // The first GET, the PATCH and another GET.
      const { outputs, log } = await runStep({ ...CONFIGURATIONS.aws.inputs, 'valid-timeout': '600' })
      expect(outputs).toMatchObject({ result: 'created', valid: 'true' })
      expect(atlas.requestLines.filter((line) => line.startsWith('GET 200')).length).toBe(3)
      expect(log.join('\n')).toContain('Waiting up to 600 s')
    }))

  test('fails if the key was not valid before either', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.project.brokenKeys.add(CONFIGURATIONS.aws.block.customerMasterKeyID)
      const { outputs } = await scenario.runStep({ ...CONFIGURATIONS.aws.inputs, 'valid-timeout': '1' })
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'invalid', changed: 'false' })
    }))

  test('passes with a warning if the key is not valid and `fail-on-invalid` is false', () =>
    withScenario(async ({ project, runStep }) => {
      project.brokenKeys.add(CONFIGURATIONS.aws.block.customerMasterKeyID)
      const { exitCode, outputs, warnings } = await runStep({
        ...CONFIGURATIONS.aws.inputs,
        'valid-timeout': '0',
        'fail-on-invalid': 'false',
      })
      expect(exitCode).toBe(0)
      expect(outputs).toMatchObject({ result: 'created', 'failure-reason': '', valid: 'false' })
      expect(warnings.join()).toContain('valid: false')
    }))

  test('fails with the advice to restore the old key if Atlas cannot reach it', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.project.brokenKeys.add(CONFIGURATIONS.aws.block.customerMasterKeyID)
      const { errors, outputs } = await scenario.runStep({
        ...CONFIGURATIONS.aws.inputs,
        'aws-customer-master-key-id': 'arn:new',
      })
      expect(errors[0]).toContain('ENCRYPTION_AT_REST_SETTINGS_INVALID')
      expect(errors[0]).toContain('restore access to the current key')
      // The outputs show what Atlas reported before it refused.
      expect(outputs).toMatchObject({ changed: 'false', enabled: 'true', drifted: 'true' })
      expect(JSON.parse(outputs.configuration as string).awsKms.customerMasterKeyID).toBe(
        CONFIGURATIONS.aws.block.customerMasterKeyID,
      )
    }))
})
