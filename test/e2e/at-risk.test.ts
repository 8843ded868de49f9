import { describe, expect, test } from '@jest/globals'
import { hang, refuseWith } from '../fake-atlas/faults.ts'
import { CONFIGURATIONS } from '../harness/fixtures.ts'
import { withProject } from '../harness/github-scenario.ts'
import { type Scenario, withScenario } from '../harness/scenario.ts'

const { inputs, block } = CONFIGURATIONS.aws
const SINCE = '2026-11-01T10:00:00Z'
const STAKES = 'would not start again after a restart: asleep, orders.'

/** The key of AWS is not valid since a while, and two of three clusters use it. */
function breakKey({ project, enable }: { project: Scenario['project']; enable: () => void }): void {
  enable()
  project.brokenKeys.add(block.customerMasterKeyID)
  project.clusters = [
    { name: 'asleep', encryptionAtRestProvider: 'AWS', paused: true },
    { name: 'elsewhere', encryptionAtRestProvider: 'AZURE' },
    { name: 'orders', encryptionAtRestProvider: 'AWS' },
  ]
  project.events = [
    { eventTypeName: 'CLUSTER_CREATED', created: '2026-11-02T10:00:00Z' },
    { eventTypeName: 'AWS_ENCRYPTION_KEY_INVALID', created: SINCE },
  ]
}

const withBrokenKey = (use: (scenario: Scenario) => Promise<void>): Promise<void> =>
  withScenario(async (scenario) => {
    breakKey({ project: scenario.project, enable: () => scenario.enable('aws') })
    await use(scenario)
  })

const atRiskOf = (outputs: Record<string, string>): unknown =>
  JSON.parse(outputs.report as string).projects[0].atRisk as unknown

describe('a key that is not valid', () => {
  test.each([
    ['verify', { mode: 'verify', provider: 'aws' }],
    ['verify without a provider', { mode: 'verify' }],
    ['drift', { ...inputs, mode: 'drift' }],
    ['apply', { ...inputs, 'valid-timeout': '0' }],
  ])('says in %s which clusters are at stake, and since when', (_, given) =>
    withBrokenKey(async ({ atlas, runStep }) => {
      const { outputs, errors, log, summary } = await runStep(given as Record<string, string>)
      expect(outputs['failure-reason']).toBe('invalid')
      expect(errors).toEqual([expect.stringContaining(STAKES)])
      expect(errors[0]).toContain(`Atlas has reported it as invalid since ${SINCE}.`)
      for (const text of [STAKES, SINCE]) expect(summary).toContain(text)
      expect(log).toContain('These clusters use a key that is not valid: asleep, orders.')
      expect(atRiskOf(outputs)).toEqual({ clusters: ['asleep', 'orders'], since: SINCE })
      expect(atlas.patches).toEqual([])
    }),
  )

  test('says so in the issue too', () =>
    withProject(async ({ scenario, github, step }) => {
      breakKey({ project: scenario.project, enable: () => scenario.enable('aws') })
      await step({ mode: 'verify', provider: 'aws', issue: 'true' })
      expect(github.issues[0]?.body).toContain('asleep, orders')
      expect(github.issues[0]?.body).toContain(SINCE)
    }))

  test('says so in the warning that excuses it', () =>
    withBrokenKey(async ({ runStep }) => {
      const { outputs, warnings } = await runStep({ mode: 'verify', provider: 'aws', 'fail-on-invalid': 'false' })
      expect(outputs.result).toBe('passed')
      expect(warnings).toEqual([expect.stringContaining(STAKES)])
    }))

  test.each([
    ['the clusters', /\/clusters\?/, { clusters: [], since: SINCE }],
    ['the events', /\/events\?/, { clusters: ['asleep', 'orders'], since: null }],
    ['both', /\/(clusters|events)\?/, null],
  ])('leaves out what cannot be read: %s', (_, path, expected) =>
    withBrokenKey(async ({ atlas, runStep }) => {
      atlas.faults.push({ path, times: 9, handler: refuseWith(500, 'UNEXPECTED_ERROR') })
      const { outputs, errors, warnings } = await runStep({ mode: 'verify', provider: 'aws' })
      expect(outputs['failure-reason']).toBe('invalid')
      expect(errors).toHaveLength(1)
      expect(warnings).toEqual([])
      expect(atRiskOf(outputs)).toEqual(expected)
    }),
  )

  test('waits for this no longer than five seconds', () =>
    withBrokenKey(async ({ atlas, runStep }) => {
      atlas.faults.push({ path: /\/(clusters|events)\?/, times: 2, handler: hang })
      const { outputs } = await runStep({ mode: 'verify', provider: 'aws' })
      expect(outputs['failure-reason']).toBe('invalid')
      expect(atRiskOf(outputs)).toBeNull()
    }))
})

test('a valid key leads to no such request', () =>
  withScenario(async (scenario) => {
    scenario.enable('aws')
    const { outputs } = await scenario.runStep({ mode: 'verify', provider: 'aws' })
    expect(atRiskOf(outputs)).toBeNull()
    expect(scenario.atlas.requests).toHaveLength(2)
  }))
