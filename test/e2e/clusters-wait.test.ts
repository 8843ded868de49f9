import { expect, test } from '@jest/globals'
import { reset } from '../fake-atlas/faults.ts'
import { AS_SERVICE_ACCOUNT, CONFIGURATIONS } from '../harness/fixtures.ts'
import type { StepOptions } from '../harness/run-action.ts'
import { type Scenario, withScenario } from '../harness/scenario.ts'
import { timeOutAt } from '../harness/time-out.ts'

// The action first looks 10 s after a change, so these tests wait at the same time.

const INPUTS = { ...CONFIGURATIONS.aws.inputs, clusters: 'all' }
const HOUR_MS = 3_600_000

/** A scenario in which AWS is enabled, and one cluster has no key. */
function withCluster<T>(given: object, use: (scenario: Scenario) => Promise<T>): Promise<T> {
  return withScenario(async (scenario) => {
    scenario.enable('aws')
    scenario.project.clusters = [{ name: 'orders', encryptionAtRestProvider: 'NONE', ...given }]
    return await use(scenario)
  })
}

const patchesOf = ({ atlas }: Scenario): number =>
  atlas.requests.filter(({ method, path }) => method === 'PATCH' && path.endsWith('/clusters/orders')).length

/** Calls a function when Atlas has accepted the change of the cluster, and the action had time to hear of it. */
function afterChange({ project }: Scenario, callback: () => void, delayMs = 3000): void {
  const change = project.patchCluster.bind(project)
  project.patchCluster = (name, body) => {
    setTimeout(callback, delayMs)
    return change(name, body)
  }
}

test.concurrent('a switch is waited for until the cluster is idle with its key, and is in the log from begin to end', () =>
  withCluster({ switchLooks: 0 }, async (scenario) => {
    const { outputs, log } = await scenario.runStep(INPUTS)
    expect(outputs).toMatchObject({ result: 'updated', valid: 'true', changed: 'true' })
    const about = log.filter((line) => line.includes('luster orders'))
    expect(about).toEqual([
      'Switching cluster orders: NONE → AWS.',
      expect.stringMatching(/^Cluster orders is switched to AWS \(1\d s\)\.$/),
    ])
    expect(JSON.parse(outputs.report as string).projects[0].clusters).toEqual([
      { name: 'orders', expected: 'AWS', actual: 'AWS', state: 'IDLE' },
    ])
  }))

test.concurrent('a token and a nonce that end during the wait are replaced', async () => {
  const useCredentials = (credentials: Record<string, string>): Promise<void> =>
    withCluster({}, async (scenario) => {
      afterChange(scenario, () => {
        scenario.atlas.oauth.tokens.clear()
        scenario.atlas.digest.forgetNonces()
      })
      const { outputs } = await scenario.runStep({ ...INPUTS, ...credentials })
      expect(outputs.result).toBe('updated')
      expect(scenario.atlas.requestLines.filter((line) => / 401 .*clusters\/orders/.test(line))).toHaveLength(1)
    })
  await Promise.all([useCredentials(AS_SERVICE_ACCOUNT), useCredentials({})])
})

test.concurrent('a change whose response is lost is not sent again once Atlas shows that it was carried out', () =>
  withCluster({ switchMs: HOUR_MS }, async (scenario) => {
    scenario.atlas.faults.push({ method: 'PATCH', path: /clusters/, afterwards: true, handler: reset })
    const { outputs, warnings, log } = await scenario.runStep({ ...INPUTS, 'wait-timeout': '0' })
    expect(outputs).toMatchObject({ result: 'updated', changed: 'true' })
    expect(patchesOf(scenario)).toBe(1)
    expect(warnings.join()).not.toContain('unknown')
    expect(log.join('\n')).toMatch(/change of cluster orders was lost/)
  }))

test.concurrent('a change whose request is lost is sent again', () =>
  withCluster({ switchMs: HOUR_MS }, async (scenario) => {
    scenario.atlas.faults.push({ method: 'PATCH', path: /clusters/, handler: reset })
    const { outputs } = await scenario.runStep({ ...INPUTS, 'wait-timeout': '0' })
    expect(outputs).toMatchObject({ result: 'updated', changed: 'true' })
    expect(patchesOf(scenario)).toBe(2)
    expect(scenario.project.clusterChanges).toHaveLength(1)
  }))

test.concurrent('a cluster that is gone after its change is an error that names it', () =>
  withCluster({ switchMs: HOUR_MS }, async (scenario) => {
    afterChange(scenario, () => {
      scenario.project.clusters = []
    })
    const { outputs, errors } = await scenario.runStep(INPUTS)
    expect(outputs).toMatchObject({ result: 'failed', changed: 'true' })
    expect(errors[0]).toMatch(/Cluster orders no longer exists/)
  }))

test.concurrent('a cluster that is not ready in time is an error that says to run again', () =>
  withCluster({ switchMs: HOUR_MS }, async (scenario) => {
    const { outputs, errors } = await scenario.runStep({ ...INPUTS, 'wait-timeout': '2' })
    expect(JSON.parse(outputs.report as string).projects[0].error.code).toBe('CLUSTER_NOT_READY')
    expect(errors[0]).toMatch(/orders was not ready within 2 s.*same apply again/)
  }))

test.concurrent('a cancellation while a cluster is waited for names it, and the same apply goes on where it stopped', () =>
  withCluster({ switchMs: HOUR_MS }, async (scenario) => {
    const onStart: StepOptions['onStart'] = (signal) => afterChange(scenario, () => signal('SIGTERM'))
    const { outputs, errors, warnings, exitCode } = await scenario.runStep(INPUTS, { onStart })
    expect(exitCode).toBe(1)
    expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error', changed: 'true', enabled: 'true' })
    expect(errors[0]).toMatch(/canceled \(SIGTERM\).*cluster orders was still pending/)
    expect(warnings).toEqual([])
    const again = await scenario.runStep({ ...INPUTS, 'wait-timeout': '0' })
    expect(again.outputs['failure-reason']).toBe('')
    expect(scenario.project.clusterChanges).toHaveLength(1)
  }))

test.concurrent('a cancellation while a change is in flight makes the state unknown', () =>
  withCluster({}, async (scenario) => {
    let cancel = (): void => undefined
    scenario.atlas.faults.push({ method: 'PATCH', path: /clusters/, handler: () => cancel() })
    const { outputs, warnings } = await scenario.runStep(INPUTS, {
      onStart: (signal) => {
        cancel = () => signal('SIGINT')
      },
    })
    expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error', changed: 'false' })
    expect(warnings).toEqual([expect.stringContaining('state is unknown')])
  }))

test.concurrent('a `timeout` while a cluster is waited for names it', async () => {
  const { outputs, errors } = await timeOutAt((seconds, reached) =>
    withCluster({ switchMs: HOUR_MS }, async (scenario) => {
      afterChange(scenario, reached, 0)
      return await scenario.runStep({ ...INPUTS, timeout: String(seconds) })
    }),
  )
  expect(JSON.parse(outputs.report as string).projects[0].error.code).toBe('TIMEOUT')
  expect(errors[0]).toMatch(/`timeout`.*cluster orders was still pending.*same apply can be run again/)
  expect(outputs.changed).toBe('true')
})

test.concurrent('clusters lose their key, then the provider is disabled, in one apply', () =>
  withCluster({ encryptionAtRestProvider: 'AWS' }, async (scenario) => {
    const { outputs } = await scenario.runStep({ provider: 'aws', enabled: 'false', clusters: 'all' })
    expect(outputs).toMatchObject({ result: 'disabled', enabled: 'false', valid: 'false' })
    const changes = scenario.atlas.requests.filter(({ method }) => method === 'PATCH').map(({ path }) => path)
    expect(changes).toEqual([expect.stringContaining('/clusters/orders'), expect.stringContaining('/encryptionAtRest')])
  }))
