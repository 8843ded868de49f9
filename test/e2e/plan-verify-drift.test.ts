import { describe, expect, test } from '@jest/globals'
import { SETUPS } from '../harness/fixtures.ts'
import { RESOURCE, Scenario } from '../harness/scenario.ts'

const { inputs, block } = SETUPS.aws

describe('plan', () => {
  test('says what apply would send, and sends nothing', () =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws')
      const { outputs, log, summary } = await scenario.step({ ...inputs, mode: 'plan', 'aws-region': 'eu-west-1' })
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

  test('nothing to do', () =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws')
      const { outputs } = await scenario.step({ ...inputs, mode: 'plan' })
      expect(outputs).toMatchObject({ result: 'planned', changed: 'false', drifted: 'false' })
    }))

  test('an invalid key does not fail it', () =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws')
      scenario.project.brokenKeys.add(block.customerMasterKeyID)
      const { outputs } = await scenario.step({ ...inputs, mode: 'plan' })
      expect(outputs).toMatchObject({ result: 'planned', valid: 'false' })
    }))

  test('what is missing to enable is an error', () =>
    Scenario.play(async ({ step }) => {
      const { outputs, errors } = await step({ mode: 'plan', provider: 'gcp' })
      expect(outputs['failure-reason']).toBe('error')
      expect(errors[0]).toContain('gcp-key-version-resource-id')
    }))

  test('disabling', () =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws')
      const { outputs, log } = await scenario.step({ mode: 'plan', provider: 'aws', enabled: 'false' })
      expect(outputs).toMatchObject({ result: 'planned', changed: 'true', enabled: 'true', valid: 'false' })
      expect(log.join('\n')).toContain('{"awsKms":{"enabled":false}}')
    }))
})

describe('verify', () => {
  test('passes when the provider is enabled and valid, whatever else is given', () =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws')
      const elsewhere = { ...inputs, 'aws-region': 'eu-west-1', enabled: 'false', mode: 'verify' }
      const { outputs } = await scenario.step(elsewhere)
      expect(outputs).toMatchObject({
        result: 'passed',
        valid: 'true',
        enabled: 'true',
        drifted: 'false',
        differences: '[]',
      })
      expect(scenario.atlas.story).toEqual([`GET 401 ${RESOURCE}`, `GET 200 ${RESOURCE}`])
    }))

  test('fails when the key is not valid', () =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws')
      scenario.project.brokenKeys.add(block.customerMasterKeyID)
      const { outputs, errors, exitCode } = await scenario.step({ mode: 'verify', provider: 'aws' })
      expect(exitCode).toBe(1)
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'invalid', valid: 'false', enabled: 'true' })
      expect(errors[0]).toContain('AWS KMS')
    }))

  test('fails when the provider is off, also with `fail-on-invalid: false`', () =>
    Scenario.play(async ({ step }) => {
      const { outputs } = await step({ mode: 'verify', provider: 'aws', 'fail-on-invalid': 'false' })
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'invalid', enabled: 'false' })
    }))

  test('`fail-on-invalid: false` excuses an invalid key', () =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws')
      scenario.project.brokenKeys.add(block.customerMasterKeyID)
      const { outputs, warnings } = await scenario.step({ mode: 'verify', provider: 'aws', 'fail-on-invalid': 'false' })
      expect(outputs).toMatchObject({ result: 'passed', 'failure-reason': '', valid: 'false' })
      expect(warnings).toHaveLength(1)
    }))

  test('without a provider: all enabled ones must be valid', () =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws')
      scenario.enable('gcp')
      const good = await scenario.step({ mode: 'verify' })
      expect(good.outputs).toMatchObject({ result: 'passed', valid: 'true', enabled: 'true' })
      expect(JSON.parse(good.outputs.report as string).projects[0].providers).toEqual([
        { provider: 'aws', enabled: true, valid: true },
        { provider: 'gcp', enabled: true, valid: true },
      ])
      scenario.project.brokenKeys.add(SETUPS.gcp.block.keyVersionResourceID)
      const bad = await scenario.step({ mode: 'verify' })
      expect(bad.outputs).toMatchObject({ 'failure-reason': 'invalid', valid: 'false', enabled: 'true' })
      expect(bad.errors[0]).toContain('Google Cloud KMS')
    }))

  test('without a provider: at least one must be enabled', () =>
    Scenario.play(async ({ step }) => {
      const { outputs, errors } = await step({ mode: 'verify', 'fail-on-invalid': 'false' })
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'invalid', valid: 'false', enabled: 'false' })
      expect(errors[0]).toContain('No provider')
    }))

  test('without a provider, fields of any provider are ignored', () =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws')
      const { outputs } = await scenario.step({ mode: 'verify', 'aws-region': 'x y', 'azure-role-id': 'nonsense' })
      expect(outputs.result).toBe('passed')
    }))

  test('valid-timeout waits', () =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws')
      scenario.project.invalidReads = 1
      const { outputs } = await scenario.step({ mode: 'verify', provider: 'aws', 'valid-timeout': '9' })
      expect(outputs.result).toBe('passed')
    }))
})

describe('drift', () => {
  test('passes when Atlas is as given', () =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws')
      const { outputs } = await scenario.step({ ...inputs, mode: 'drift' })
      expect(outputs).toMatchObject({ result: 'passed', drifted: 'false', valid: 'true' })
    }))

  test('fails on a difference, and names it', () =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws', { region: 'EU_WEST_1' })
      const { outputs, errors, summary, exitCode } = await scenario.step({ ...inputs, mode: 'drift' })
      expect(exitCode).toBe(1)
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'drift', drifted: 'true', changed: 'false' })
      expect(errors[0]).toContain('region')
      expect(summary).toContain('<code>EU_WEST_1</code>')
      expect(scenario.atlas.patches).toEqual([])
    }))

  test('`fail-on-drift: false` turns it into a warning', () =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws', { region: 'EU_WEST_1' })
      const { outputs, warnings } = await scenario.step({ ...inputs, mode: 'drift', 'fail-on-drift': 'false' })
      expect(outputs).toMatchObject({ result: 'passed', 'failure-reason': '', drifted: 'true' })
      expect(warnings[0]).toContain('region')
    }))

  test('an invalid key comes before drift, and does not excuse it', () =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws', { region: 'EU_WEST_1' })
      scenario.project.brokenKeys.add(block.customerMasterKeyID)
      const both = await scenario.step({ ...inputs, mode: 'drift' })
      expect(both.outputs['failure-reason']).toBe('invalid')
      const excused = await scenario.step({ ...inputs, mode: 'drift', 'fail-on-invalid': 'false' })
      expect(excused.outputs['failure-reason']).toBe('drift')
    }))

  test('everything that was found is told, and everything that is excused is a warning', () =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws', { region: 'EU_WEST_1' })
      scenario.project.brokenKeys.add(block.customerMasterKeyID)
      const found = (more: Record<string, string>) => scenario.step({ ...inputs, mode: 'drift', ...more })
      const none = await found({})
      expect(none.errors[0]).toMatch(/valid: false.*region/)
      expect(none.warnings).toEqual([])
      const drift = await found({ 'fail-on-drift': 'false' })
      expect(drift.errors[0]).not.toContain('region')
      expect(drift.warnings).toEqual([expect.stringContaining('region')])
      const invalid = await found({ 'fail-on-invalid': 'false' })
      expect(invalid.warnings).toEqual([expect.stringContaining('valid: false')])
      const both = await found({ 'fail-on-invalid': 'false', 'fail-on-drift': 'false' })
      expect(both.outputs).toMatchObject({ result: 'passed', 'failure-reason': '' })
      expect(both.warnings).toHaveLength(2)
    }))

  test('a provider that is off is drift; what is missing to enable it is no error here', () =>
    Scenario.play(async ({ step }) => {
      const { outputs } = await step({ mode: 'drift', provider: 'aws', 'aws-region': 'us-east-1' })
      expect(outputs).toMatchObject({ 'failure-reason': 'drift', valid: 'false', enabled: 'false' })
      expect(JSON.parse(outputs.differences as string)).toHaveLength(2)
    }))

  test('`enabled: false`: enabled is drift, disabled passes', () =>
    Scenario.play(async (scenario) => {
      const off = await scenario.step({ mode: 'drift', provider: 'aws', enabled: 'false' })
      expect(off.outputs).toMatchObject({ result: 'passed', valid: 'false', enabled: 'false', drifted: 'false' })
      scenario.enable('aws')
      const on = await scenario.step({ mode: 'drift', provider: 'aws', enabled: 'false' })
      expect(on.outputs).toMatchObject({ 'failure-reason': 'drift', valid: 'false', enabled: 'true', drifted: 'true' })
    }))

  test('a field that Atlas did not return is told, not guessed', () =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws')
      scenario.project.returnsRoleId = false
      const { outputs, log } = await scenario.step({ ...inputs, mode: 'drift' })
      expect(outputs).toMatchObject({ result: 'passed', 'not-comparable': '["roleId"]' })
      expect(log.join('\n')).toContain('cannot be compared: roleId')
    }))
})
