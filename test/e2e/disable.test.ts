import { describe, expect, test } from '@jest/globals'
import { refuseWith } from '../fake-atlas/faults.ts'
import { withScenario } from '../harness/scenario.ts'

describe('disabling a provider', () => {
  test('fails without a PATCH and names the clusters that still use it, from every page of the list', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.project.clusters = [
        ...Array.from({ length: 500 }, (_, i) => ({ name: `plain-${i}`, encryptionAtRestProvider: 'NONE' as const })),
        { name: 'orders-prod', encryptionAtRestProvider: 'AWS' },
        { name: 'other-cloud', encryptionAtRestProvider: 'GCP' },
      ]
      const { errors, outputs } = await scenario.runStep({ provider: 'aws', enabled: 'false' })
      expect(errors[0]).toContain('orders-prod')
      expect(errors[0]).not.toContain('other-cloud')
      expect(scenario.atlas.patches).toEqual([])
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error', changed: 'false', enabled: 'true' })
      expect(JSON.parse(outputs.report as string).projects[0].error.code).toBe('CANNOT_DISABLE_ENCRYPTION_AT_REST')
    }))

  test('fails without a PATCH and names its private endpoints', () =>
    withScenario(async (scenario) => {
      scenario.enable('azure')
      scenario.project.privateEndpoints = [{ provider: 'AZURE', regionName: 'US_EAST_2', status: 'ACTIVE' }]
      const { errors } = await scenario.runStep({ provider: 'azure', enabled: 'false' })
      expect(errors[0]).toContain('US_EAST_2 (ACTIVE)')
      expect(scenario.atlas.patches).toEqual([])
    }))

  test('names at most ten clusters, and the private endpoints too', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.project.clusters = Array.from({ length: 12 }, (_, i) => ({
        name: `c-${i}`,
        encryptionAtRestProvider: 'AWS',
      }))
      scenario.project.privateEndpoints = [{ provider: 'AWS', regionName: 'US_EAST_1', status: 'ACTIVE' }]
      const { errors } = await scenario.runStep({ provider: 'aws', enabled: 'false' })
      expect(errors[0]).toMatch(/c-9 and 2 more.*US_EAST_1 \(ACTIVE\)/)
    }))

  test('is left to Atlas if the caller may not list clusters and private endpoints', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.project.clusters = [{ name: 'orders-prod', encryptionAtRestProvider: 'AWS' }]
      scenario.atlas.forbidden = /clusters|privateEndpoints/
      const { errors } = await scenario.runStep({ provider: 'aws', enabled: 'false' })
      expect(scenario.atlas.patches).toEqual([{ awsKms: { enabled: false } }])
      expect(errors[0]).toContain('HTTP 409 CANNOT_DISABLE_ENCRYPTION_AT_REST')
      expect(errors[0]).toContain('`NONE`')
    }))

  test('fails without a PATCH if the list cannot be read for another reason', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.atlas.faults.push({
        path: /clusters/,
        times: 9,
        handler: refuseWith(503, 'SERVICE_UNAVAILABLE', 'Later.', { 'retry-after': '0' }),
      })
      const { outputs, errors } = await scenario.runStep({ provider: 'aws', enabled: 'false', retries: '1' })
      expect(scenario.atlas.patches).toEqual([])
      expect(outputs['failure-reason']).toBe('error')
      expect(errors[0]).toContain('Gave up after 2 attempts')
    }))
})
