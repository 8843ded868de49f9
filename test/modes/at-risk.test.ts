import { describe, expect, test } from '@jest/globals'
import { refused } from '../harness/memory-atlas.ts'
import { desired, ModeScenario, provider } from './mode-scenario.ts'

const INVALID = { eventTypeName: 'AWS_ENCRYPTION_KEY_INVALID', created: '2026-11-01T10:00:00Z' }

/** A scenario in which AWS is enabled, its key is not valid, and two clusters use it. */
function withInvalidKey(): ModeScenario {
  const scenario = new ModeScenario()
  scenario.enable('aws')
  scenario.project.brokenKeys.add(scenario.project.blocks.awsKms?.customerMasterKeyID as string)
  scenario.addClusters(
    { name: 'orders', encryptionAtRestProvider: 'AWS' },
    { name: 'other', encryptionAtRestProvider: 'GCP' },
    'plain',
    { name: 'billing', encryptionAtRestProvider: 'AWS' },
  )
  scenario.project.events = [
    { eventTypeName: 'ENCRYPTION_AT_REST_CONFIGURATION_UPDATED', created: '2026-11-02T10:00:00Z' },
    INVALID,
    { eventTypeName: 'ENCRYPTION_AT_REST_CONFIG_NO_LONGER_VALID', created: '2026-10-01T10:00:00Z' },
  ]
  return scenario
}

const AWS = desired(provider('aws'))

describe('a key that is not valid', () => {
  test.each(['apply', 'drift', 'verify'] as const)(
    'says in %s which clusters use it, and since when it is not',
    async (mode) => {
      const scenario = withInvalidKey()
      const { result } = await scenario.run(mode, AWS, { limits: { validTimeout: 0 } })
      expect(result).toMatchObject({ failureReason: 'invalid', error: null })
      expect(result.atRisk).toEqual({ clusters: ['orders', 'billing'], since: '2026-11-01T10:00:00Z' })
    },
  )

  test('leaves out what cannot be read, and that changes no verdict', async () => {
    for (const [line, left] of [
      [/GET clusters/, { clusters: [], since: '2026-11-01T10:00:00Z' }],
      [/GET events/, { clusters: ['orders', 'billing'], since: null }],
    ] as const) {
      const scenario = withInvalidKey()
      scenario.atlas.faults.push({ line, error: refused('USER_UNAUTHORIZED', 403) })
      const { result } = await scenario.run('drift', AWS)
      expect(result).toMatchObject({ failureReason: 'invalid', error: null, atRisk: left })
    }
  })

  test('is not looked up where Atlas knows nothing of it', async () => {
    const scenario = withInvalidKey()
    scenario.project.clusters = []
    scenario.project.events = []
    expect((await scenario.run('verify', AWS)).result.atRisk).toBeNull()
  })
})

test('a key that is valid puts nothing at risk and takes no look-up', async () => {
  const scenario = withInvalidKey()
  scenario.project.brokenKeys.clear()
  const { result } = await scenario.run('verify', AWS)
  expect(result).toMatchObject({ result: 'passed', atRisk: null })
  expect(scenario.atlas.lines).toEqual(['GET encryptionAtRest'])
})

test('the look-up takes five seconds at most, and none past the `timeout` of the run', async () => {
  for (const [seconds, endsAt] of [
    [600, 5],
    [3, 2.5],
  ] as const) {
    const scenario = withInvalidKey()
    scenario.atlas.hanging = /GET (clusters|events)/
    const before = scenario.clock.now()
    const { result } = await scenario.run('verify', AWS, {
      seconds,
      limits: { validTimeout: 0 },
    })
    expect(result).toMatchObject({ failureReason: 'invalid', atRisk: null })
    expect((scenario.clock.now() - before) / 1000).toBe(endsAt)
  }
})
