import { describe, expect, test } from '@jest/globals'
import { CONFIGURATIONS } from '../harness/fixtures.ts'
import { RESOURCE, withScenario } from '../harness/scenario.ts'

const { inputs, block } = CONFIGURATIONS.aws

describe('plan', () => {
  test('shows what apply would send, and sends nothing', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      const { outputs, log, summary } = await scenario.runStep({ ...inputs, mode: 'plan', 'aws-region': 'eu-west-1' })
      expect(scenario.atlas.patches).toEqual([])
      expect(outputs).toMatchObject({
        result: 'planned',
        changed: 'true',
        drifted: 'true',
        valid: 'true',
        enabled: 'true',
      })
      expect(log.join('\n')).toContain('Apply would send: PATCH {"awsKms":{"region":"EU_WEST_1"}}')
      expect(summary).toContain('Apply would send')
    }))

  test('reports no change if apply would send nothing', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      const { outputs } = await scenario.runStep({ ...inputs, mode: 'plan' })
      expect(outputs).toMatchObject({ result: 'planned', changed: 'false', drifted: 'false' })
    }))

  test('passes with an invalid key', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.project.brokenKeys.add(block.customerMasterKeyID)
      const { outputs } = await scenario.runStep({ ...inputs, mode: 'plan' })
      expect(outputs).toMatchObject({ result: 'planned', valid: 'false' })
    }))

  test('fails if an input is missing to enable the provider', () =>
    withScenario(async ({ runStep }) => {
      const { outputs, errors } = await runStep({ mode: 'plan', provider: 'gcp' })
      expect(outputs['failure-reason']).toBe('error')
      expect(errors[0]).toContain('gcp-key-version-resource-id')
    }))

  test('shows what apply would send to disable the provider', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      const { outputs, log } = await scenario.runStep({ mode: 'plan', provider: 'aws', enabled: 'false' })
      expect(outputs).toMatchObject({ result: 'planned', changed: 'true', enabled: 'true', valid: 'false' })
      expect(log.join('\n')).toContain('{"awsKms":{"enabled":false}}')
    }))
})

describe('verify', () => {
  test('passes if the provider is enabled and valid, whatever else is given', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      const different = { ...inputs, 'aws-region': 'eu-west-1', enabled: 'false', mode: 'verify' }
      const { outputs } = await scenario.runStep(different)
      expect(outputs).toMatchObject({
        result: 'passed',
        valid: 'true',
        enabled: 'true',
        drifted: 'false',
        differences: '[]',
      })
      expect(scenario.atlas.requestLines).toEqual([`GET 401 ${RESOURCE}`, `GET 200 ${RESOURCE}`])
    }))

  test('fails if the key is not valid', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.project.brokenKeys.add(block.customerMasterKeyID)
      const { outputs, errors, exitCode } = await scenario.runStep({ mode: 'verify', provider: 'aws' })
      expect(exitCode).toBe(1)
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'invalid', valid: 'false', enabled: 'true' })
      expect(errors[0]).toContain('AWS KMS')
    }))

  test('fails if the provider is not enabled, even with `fail-on-invalid: false`', () =>
    withScenario(async ({ runStep }) => {
      const { outputs } = await runStep({ mode: 'verify', provider: 'aws', 'fail-on-invalid': 'false' })
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'invalid', enabled: 'false' })
    }))

  test('passes with a warning if the key is not valid and `fail-on-invalid` is false', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.project.brokenKeys.add(block.customerMasterKeyID)
      const { outputs, warnings } = await scenario.runStep({
        mode: 'verify',
        provider: 'aws',
        'fail-on-invalid': 'false',
      })
      expect(outputs).toMatchObject({ result: 'passed', 'failure-reason': '', valid: 'false' })
      expect(warnings).toHaveLength(1)
    }))

  test('without a provider fails if the key of any enabled one is not valid', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.enable('gcp')
      const good = await scenario.runStep({ mode: 'verify' })
      expect(good.outputs).toMatchObject({ result: 'passed', valid: 'true', enabled: 'true' })
      expect(JSON.parse(good.outputs.report as string).projects[0].providers).toEqual([
        { provider: 'aws', enabled: true, valid: true },
        { provider: 'gcp', enabled: true, valid: true },
      ])
      scenario.project.brokenKeys.add(CONFIGURATIONS.gcp.block.keyVersionResourceID)
      const bad = await scenario.runStep({ mode: 'verify' })
      expect(bad.outputs).toMatchObject({ 'failure-reason': 'invalid', valid: 'false', enabled: 'true' })
      expect(bad.errors[0]).toContain('Google Cloud KMS')
    }))

  test('without a provider fails if none is enabled', () =>
    withScenario(async ({ runStep }) => {
      const { outputs, errors } = await runStep({ mode: 'verify', 'fail-on-invalid': 'false' })
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'invalid', valid: 'false', enabled: 'false' })
      expect(errors[0]).toContain('No provider')
    }))

  test('without a provider ignores the fields of all providers', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      const { outputs } = await scenario.runStep({ mode: 'verify', 'aws-region': 'x y', 'azure-role-id': 'nonsense' })
      expect(outputs.result).toBe('passed')
    }))

  test('waits for a valid key up to `valid-timeout`', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.project.invalidReads = 1
      const { outputs } = await scenario.runStep({ mode: 'verify', provider: 'aws', 'valid-timeout': '600' })
      expect(outputs.result).toBe('passed')
    }))
})

describe('drift', () => {
  test('passes if Atlas has what is given', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      const { outputs } = await scenario.runStep({ ...inputs, mode: 'drift' })
      expect(outputs).toMatchObject({ result: 'passed', drifted: 'false', valid: 'true' })
    }))

  test('fails on a difference and names it', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws', { region: 'EU_WEST_1' })
      const { outputs, errors, summary, exitCode } = await scenario.runStep({ ...inputs, mode: 'drift' })
      expect(exitCode).toBe(1)
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'drift', drifted: 'true', changed: 'false' })
      expect(errors[0]).toContain('region')
      expect(summary).toContain('<code>EU_WEST_1</code>')
      expect(scenario.atlas.patches).toEqual([])
    }))

  test('passes with a warning on a difference if `fail-on-drift` is false', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws', { region: 'EU_WEST_1' })
      const { outputs, warnings } = await scenario.runStep({ ...inputs, mode: 'drift', 'fail-on-drift': 'false' })
      expect(outputs).toMatchObject({ result: 'passed', 'failure-reason': '', drifted: 'true' })
      expect(warnings[0]).toContain('region')
    }))

  test('fails for an invalid key before drift, and for drift if an invalid key does not fail the step', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws', { region: 'EU_WEST_1' })
      scenario.project.brokenKeys.add(block.customerMasterKeyID)
      const both = await scenario.runStep({ ...inputs, mode: 'drift' })
      expect(both.outputs['failure-reason']).toBe('invalid')
      const excused = await scenario.runStep({ ...inputs, mode: 'drift', 'fail-on-invalid': 'false' })
      expect(excused.outputs['failure-reason']).toBe('drift')
    }))

  test('names every finding, and those that do not fail the step as warnings', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws', { region: 'EU_WEST_1' })
      scenario.project.brokenKeys.add(block.customerMasterKeyID)
      const runWith = (more: Record<string, string>) => scenario.runStep({ ...inputs, mode: 'drift', ...more })
      const none = await runWith({})
      expect(none.errors[0]).toMatch(/valid: false.*region/)
      expect(none.warnings).toEqual([])
      const drift = await runWith({ 'fail-on-drift': 'false' })
      expect(drift.errors[0]).not.toContain('region')
      expect(drift.warnings).toEqual([expect.stringContaining('region')])
      const invalid = await runWith({ 'fail-on-invalid': 'false' })
      expect(invalid.warnings).toEqual([expect.stringContaining('valid: false')])
      const both = await runWith({ 'fail-on-invalid': 'false', 'fail-on-drift': 'false' })
      expect(both.outputs).toMatchObject({ result: 'passed', 'failure-reason': '' })
      expect(both.warnings).toHaveLength(2)
    }))

  test('finds drift in a provider that is not enabled, and needs no inputs to enable it', () =>
    withScenario(async ({ runStep }) => {
      const { outputs } = await runStep({ mode: 'drift', provider: 'aws', 'aws-region': 'us-east-1' })
      expect(outputs).toMatchObject({ 'failure-reason': 'drift', valid: 'false', enabled: 'false' })
      expect(JSON.parse(outputs.differences as string)).toHaveLength(2)
    }))

  test('with `enabled: false` passes for a disabled provider and fails for an enabled one', () =>
    withScenario(async (scenario) => {
      const off = await scenario.runStep({ mode: 'drift', provider: 'aws', enabled: 'false' })
      expect(off.outputs).toMatchObject({ result: 'passed', valid: 'false', enabled: 'false', drifted: 'false' })
      scenario.enable('aws')
      const on = await scenario.runStep({ mode: 'drift', provider: 'aws', enabled: 'false' })
      expect(on.outputs).toMatchObject({ 'failure-reason': 'drift', valid: 'false', enabled: 'true', drifted: 'true' })
    }))

  test('names a field that Atlas does not return as not comparable', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.project.returnsRoleId = false
      const { outputs, log } = await scenario.runStep({ ...inputs, mode: 'drift' })
      expect(outputs).toMatchObject({ result: 'passed', 'not-comparable': '["roleId"]' })
      expect(log.join('\n')).toContain('cannot be compared: roleId')
    }))
})
