import { describe, expect, test } from '@jest/globals'
import { CONFIGURATIONS } from '../harness/fixtures.ts'
import { withScenario } from '../harness/scenario.ts'

const { inputs } = CONFIGURATIONS.aws

describe('what the workflow does not name', () => {
  const PROVIDER = 'Azure Key Vault is enabled too, and not managed by this workflow.'
  const SEARCH_NODES = 'Encryption of search nodes (enabledForSearchNodes) is on, and not managed by this workflow.'

  test.each([
    ['apply', 'unchanged'],
    ['plan', 'planned'],
    ['drift', 'passed'],
  ])('is one line each of log and summary in %s, and no drift', (mode, result) =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.enable('azure')
      scenario.project.enabledForSearchNodes = true
      const { outputs, log, summary, warnings } = await scenario.runStep({ ...inputs, mode })
      expect(outputs).toMatchObject({ result, drifted: 'false', differences: '[]' })
      expect(log.filter((line) => line.includes('not managed by'))).toEqual([PROVIDER, SEARCH_NODES])
      for (const line of [PROVIDER, SEARCH_NODES]) expect(summary.split(line)).toHaveLength(2)
      expect(warnings).toEqual([])
    }),
  )

  test('is not mentioned if it is named, or off', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.project.enabledForSearchNodes = true
      const { log } = await scenario.runStep({ ...inputs, mode: 'drift', 'enabled-for-search-nodes': 'true' })
      expect(log.join('\n')).not.toContain('not managed by')
    }))
})

describe('14: a switch of `enabledForSearchNodes`', () => {
  const COST = 'Switching enabledForSearchNodes makes Atlas provision new search nodes and rebuild their indexes.'

  test.each(['apply', 'plan'])('says in %s what it costs', (mode) =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      const { log, summary } = await scenario.runStep({ ...inputs, mode, 'enabled-for-search-nodes': 'true' })
      expect(log).toContain(COST)
      expect(summary).toContain(COST)
    }),
  )

  test('costs nothing where there is none', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      const { log } = await scenario.runStep({ ...inputs, 'enabled-for-search-nodes': 'false' })
      expect(log).not.toContain(COST)
      expect(scenario.atlas.patches).toEqual([])
    }))
})

describe('a drift check', () => {
  test('that compares nothing passes with a warning', () =>
    withScenario(async (scenario) => {
      scenario.enable('gcp')
      const { object } = CONFIGURATIONS.gcp
      const serviceAccountKey = JSON.stringify({
        type: 'service_account',
        private_key: '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\n-----END PRIVATE KEY-----\n',
      })
      scenario.project.blocks[object] = { ...CONFIGURATIONS.gcp.block, roleId: undefined, enabled: true }
      const given = { provider: 'gcp', 'gcp-service-account-key': serviceAccountKey, mode: 'drift' }
      const { outputs, warnings, summary } = await scenario.runStep(given, { secrets: () => [serviceAccountKey] })
      expect(outputs).toMatchObject({ result: 'passed', drifted: 'false' })
      expect(JSON.parse(outputs['not-comparable'] as string)).toEqual(['serviceAccountKey'])
      expect(warnings).toEqual([expect.stringContaining('this drift check compared nothing')])
      expect(summary).toContain('this drift check compared nothing')
    }))
})
