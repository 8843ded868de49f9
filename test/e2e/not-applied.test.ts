import { describe, expect, test } from '@jest/globals'
import { type FaultHandler, respondWith } from '../fake-atlas/faults.ts'
import { CONFIGURATIONS } from '../harness/fixtures.ts'
import { reportOf } from '../harness/projects-scenario.ts'
import type { StepResult } from '../harness/run-action.ts'
import { withScenario } from '../harness/scenario.ts'

const { inputs, block } = CONFIGURATIONS.aws
const BEFORE = { ...block, enabled: true, valid: true }
const OTHER_REGION = { ...inputs, 'aws-region': 'eu-west-1' }

/** What Atlas responds with, although it has accepted a change. */
const stale = (awsKms: object = BEFORE): FaultHandler => respondWith(200, { awsKms })

function expectNotApplied({ outputs, errors, summary }: StepResult, field: string): void {
  expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error', changed: 'true' })
  const { projects } = reportOf({ reportFile: outputs.report } as StepResult)
  expect(projects[0]?.error?.code).toBe('NOT_APPLIED')
  expect(errors).toEqual([expect.stringContaining(`still reports a different value of ${field}.`)])
  expect(summary).toContain('<b>What to do:</b>')
  expect(summary).toContain('Sent: ')
}

describe('a change that Atlas accepts but does not show', () => {
  test('fails the step once Atlas was asked again, and names the field', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.atlas.faults.push(
        { method: 'PATCH', handler: stale() },
        { method: 'GET', path: /encryptionAtRest$/, skip: 1, handler: stale() },
      )
      const result = await scenario.runStep({ ...OTHER_REGION, 'valid-timeout': '0' })
      expectNotApplied(result, 'region')
      expect(scenario.atlas.patches).toHaveLength(1)
      expect(scenario.atlas.requests.at(-1)).toMatchObject({ method: 'GET' })
    }))

  test('passes if Atlas shows it at the next look, with a line of log', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.atlas.faults.push({ method: 'PATCH', afterwards: true, handler: stale() })
      const { outputs, log, warnings } = await scenario.runStep({ ...OTHER_REGION, 'valid-timeout': '0' })
      expect(outputs).toMatchObject({ result: 'updated', valid: 'true', changed: 'true' })
      expect(log).toContain('Atlas accepted the change, but does not report it yet (region). Reading again in 2 s.')
      expect(warnings).toEqual([])
    }))

  test('fails the step if the provider is still enabled after it was disabled', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.atlas.faults.push(
        { method: 'PATCH', handler: stale() },
        { method: 'GET', path: /encryptionAtRest$/, skip: 1, handler: stale() },
      )
      const result = await scenario.runStep({ provider: 'aws', enabled: 'false', 'valid-timeout': '0' })
      expectNotApplied(result, 'enabled')
      expect(result.outputs.enabled).toBe('true')
    }))

  test('is not suspected if Atlas writes the same key in another way', () =>
    withScenario(async (scenario) => {
      scenario.enable('azure')
      const identifier = CONFIGURATIONS.azure.change[1]
      const azureKeyVault = {
        ...CONFIGURATIONS.azure.block,
        keyIdentifier: `${identifier.replace('vault-prod', 'Vault-Prod')}/`,
        enabled: true,
        valid: true,
      }
      scenario.atlas.faults.push({ method: 'PATCH', handler: respondWith(200, { azureKeyVault }) })
      const { outputs } = await scenario.runStep({
        ...CONFIGURATIONS.azure.inputs,
        'azure-key-identifier': identifier,
      })
      expect(outputs).toMatchObject({ result: 'updated', valid: 'true' })
      expect(scenario.atlas.requests).toHaveLength(3)
    }))
})
