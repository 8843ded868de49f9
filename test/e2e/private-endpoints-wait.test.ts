import { expect, test } from '@jest/globals'
import { reset } from '../fake-atlas/faults.ts'
import { CONFIGURATIONS } from '../harness/fixtures.ts'
import type { StepOptions } from '../harness/run-action.ts'
import { type Scenario, withScenario } from '../harness/scenario.ts'
import { timeOutAt } from '../harness/time-out.ts'

// The action first looks 10 s after an endpoint was created, so these tests wait at the same time.

const HOUR_MS = 3_600_000
const AWS = { ...CONFIGURATIONS.aws.inputs, 'private-endpoint-regions': 'us-east-1' }
const DISABLE = { provider: 'aws', enabled: 'false', 'private-endpoint-regions': 'us-east-1' }
const CREATE = /privateEndpoints$/

/** A scenario in which AWS is enabled with private networking. */
function withPrivateNetworking<T>(use: (scenario: Scenario) => Promise<T>): Promise<T> {
  return withScenario(async (scenario) => {
    scenario.enable('aws', { requirePrivateNetworking: true })
    return await use(scenario)
  })
}

const statusOf = (outputs: Record<string, string>): string =>
  JSON.parse(outputs['private-endpoints'] as string)[0].status

/** Calls a function when Atlas has accepted an endpoint, and the action had time to hear of it. */
function afterCreation({ project }: Scenario, callback: () => void, delayMs: number): void {
  const create = project.createPrivateEndpoint.bind(project)
  project.createPrivateEndpoint = (provider, body) => {
    setTimeout(callback, delayMs)
    return create(provider, body)
  }
}

test.concurrent('an endpoint is waited for until it is active, then clusters are switched', () =>
  withPrivateNetworking(async (scenario) => {
    scenario.project.clusters = [{ name: 'orders', encryptionAtRestProvider: 'NONE' }]
    const { outputs } = await scenario.runStep({ ...AWS, clusters: 'all' })
    expect(outputs).toMatchObject({ result: 'updated', valid: 'true' })
    expect(statusOf(outputs)).toBe('ACTIVE')
    const changes = scenario.atlas.requests.filter(({ method }) => method !== 'GET').map(({ method }) => method)
    expect(changes).toEqual(['POST', 'PATCH'])
  }))

test.concurrent('an endpoint whose creation lost its response is found in the list', () =>
  withPrivateNetworking(async (scenario) => {
    scenario.atlas.faults.push({ method: 'POST', path: CREATE, afterwards: true, handler: reset })
    const { outputs, warnings } = await scenario.runStep({ ...AWS, 'wait-timeout': '0' })
    expect(outputs).toMatchObject({ result: 'updated', changed: 'true' })
    expect(scenario.atlas.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
    expect(warnings.join()).not.toContain('unknown')
    expect(scenario.project.privateEndpoints).toHaveLength(1)
  }))

test.concurrent('an endpoint that waits for approval past `wait-timeout` is an error with the command', () =>
  withScenario(async (scenario) => {
    scenario.enable('azure', { requirePrivateNetworking: true })
    const { inputs } = CONFIGURATIONS.azure
    const { outputs, errors } = await scenario.runStep({
      ...inputs,
      'private-endpoint-regions': 'US_EAST_2',
      'wait-timeout': '2',
    })
    expect(JSON.parse(outputs.report as string).projects[0].error.code).toBe('PRIVATE_ENDPOINT_PENDING_ACCEPTANCE')
    expect(errors[0]).toMatch(/az keyvault private-endpoint-connection approve/)
    expect(statusOf(outputs)).toBe('PENDING_ACCEPTANCE')
  }))

test.concurrent('a deletion that loses its response is waited for like any other', () =>
  withPrivateNetworking(async (scenario) => {
    scenario.project.privateEndpoints = [{ provider: 'AWS', regionName: 'US_EAST_1', status: 'ACTIVE' }]
    scenario.atlas.faults.push({ method: 'DELETE', afterwards: true, handler: reset })
    const { outputs, warnings } = await scenario.runStep(DISABLE)
    expect(outputs).toMatchObject({ result: 'disabled', enabled: 'false', changed: 'true' })
    expect(warnings.join()).not.toContain('unknown')
  }))

test.concurrent('a deletion that is blocked during provisioning is tried again', () =>
  withPrivateNetworking(async (scenario) => {
    scenario.project.privateEndpoints = [{ provider: 'AWS', regionName: 'US_EAST_1', status: 'ACTIVE' }]
    scenario.project.endpoints.scripts.set('US_EAST_1', { deletionsBlocked: 1 })
    const { outputs, log } = await scenario.runStep(DISABLE)
    expect(outputs.result).toBe('disabled')
    expect(log.join('\n')).toMatch(/still being provisioned/)
  }))

test.concurrent('a cancellation while an endpoint is waited for names its region', () =>
  withPrivateNetworking(async (scenario) => {
    scenario.project.endpoints.scripts.set('US_EAST_1', { ms: HOUR_MS })
    const onStart: StepOptions['onStart'] = (signal) => afterCreation(scenario, () => signal('SIGINT'), 3000)
    const { outputs, errors, warnings } = await scenario.runStep(AWS, { onStart })
    expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error', changed: 'true' })
    expect(errors[0]).toMatch(/canceled.*the private endpoint in US_EAST_1 was still pending/)
    expect(warnings).toEqual([])
    expect(statusOf(outputs)).toBe('INITIATING')
  }))

test.concurrent('a creation that is in flight at the end of `timeout` makes the state unknown', async () => {
  const { outputs, warnings } = await timeOutAt((seconds, reached) =>
    withPrivateNetworking(async (scenario) => {
      scenario.atlas.faults.push({ method: 'POST', path: CREATE, handler: reached })
      return await scenario.runStep({ ...AWS, timeout: String(seconds) })
    }),
  )
  expect(JSON.parse(outputs.report as string).projects[0].error.code).toBe('TIMEOUT')
  expect(warnings).toEqual([expect.stringContaining('state is unknown')])
})
