import { describe, expect, test } from '@jest/globals'
import { CONFIGURATIONS, PROJECT_ID } from '../harness/fixtures.ts'
import { RESOURCE, withScenario } from '../harness/scenario.ts'

const PROVIDERS = ['aws', 'azure', 'gcp'] as const

describe.each(PROVIDERS)('apply for %s', (name) => {
  const { inputs, object, block, change } = CONFIGURATIONS[name]
  const [changedInput, changedText, changedField, changedValue] = change

  test('enables the provider with all given fields, in three requests on one connection', () =>
    withScenario(async ({ atlas, runStep }) => {
      const { exitCode, outputs, summary } = await runStep(inputs)
      expect(exitCode).toBe(0)
      expect(atlas.patches).toEqual([{ [object]: { enabled: true, ...block } }])
      expect(atlas.requestLines).toEqual([`GET 401 ${RESOURCE}`, `GET 200 ${RESOURCE}`, `PATCH 200 ${RESOURCE}`])
      expect(new Set(atlas.requests.map(({ connection }) => connection)).size).toBe(1)
      expect(outputs).toMatchObject({
        result: 'created',
        'failure-reason': '',
        valid: 'true',
        enabled: 'true',
        changed: 'true',
        drifted: 'true',
        'not-comparable': '[]',
      })
      const differences = JSON.parse(outputs.differences as string) as { field: string }[]
      expect(differences.map(({ field }) => field).sort()).toEqual(['enabled', ...Object.keys(block)].sort())
      expect(differences[0]).toEqual({
        projectId: PROJECT_ID,
        provider: name,
        field: 'enabled',
        expected: true,
        actual: false,
      })
      expect(JSON.parse(outputs.configuration as string)).toMatchObject({
        [object]: { enabled: true, valid: true, ...block },
      })
      expect(summary).toContain('✅')
    }))

  test('sends only the field that differs', () =>
    withScenario(async (scenario) => {
      scenario.enable(name)
      const { outputs } = await scenario.runStep({ ...inputs, [changedInput]: changedText })
      expect(scenario.atlas.patches).toEqual([{ [object]: { [changedField]: changedValue } }])
      expect(outputs).toMatchObject({ result: 'updated', changed: 'true', drifted: 'true', valid: 'true' })
      expect(JSON.parse(outputs.differences as string)).toEqual([
        {
          projectId: PROJECT_ID,
          provider: name,
          field: changedField,
          expected: changedValue,
          actual: (block as Record<string, string>)[changedField],
        },
      ])
    }))

  test('sends nothing when nothing differs, in two requests', () =>
    withScenario(async (scenario) => {
      scenario.enable(name)
      const { outputs } = await scenario.runStep(inputs)
      expect(scenario.atlas.requestLines).toEqual([`GET 401 ${RESOURCE}`, `GET 200 ${RESOURCE}`])
      expect(outputs).toMatchObject({
        result: 'unchanged',
        changed: 'false',
        drifted: 'false',
        differences: '[]',
        valid: 'true',
      })
    }))

  test('accepts some of the fields once the provider is enabled', () =>
    withScenario(async (scenario) => {
      scenario.enable(name)
      const { outputs } = await scenario.runStep({ provider: name, [changedInput]: changedText })
      expect(scenario.atlas.patches).toEqual([{ [object]: { [changedField]: changedValue } }])
      expect(outputs.result).toBe('updated')
    }))

  test('disables with `enabled: false` alone, and one warning names the inputs that it ignores', () =>
    withScenario(async (scenario) => {
      scenario.enable(name)
      const { outputs, warnings } = await scenario.runStep({ ...inputs, enabled: 'FALSE' })
      expect(scenario.atlas.patches).toEqual([{ [object]: { enabled: false } }])
      expect(outputs).toMatchObject({
        result: 'disabled',
        changed: 'true',
        drifted: 'true',
        valid: 'false',
        enabled: 'false',
      })
      expect(warnings).toHaveLength(1)
      expect(warnings[0]).toContain(changedInput)
    }))

  test('sends nothing to disable a provider that is not enabled', () =>
    withScenario(async ({ atlas, runStep }) => {
      const { outputs } = await runStep({ provider: name, enabled: 'false' })
      expect(atlas.requestLines).toEqual([`GET 401 ${RESOURCE}`, `GET 200 ${RESOURCE}`])
      expect(outputs).toMatchObject({
        result: 'unchanged',
        changed: 'false',
        drifted: 'false',
        valid: 'false',
        enabled: 'false',
      })
    }))
})

test('`enabled-for-search-nodes` is sent if it differs, and left alone if it is not given', () =>
  withScenario(async (scenario) => {
    scenario.enable('aws')
    const changed = await scenario.runStep({ ...CONFIGURATIONS.aws.inputs, 'enabled-for-search-nodes': 'true' })
    expect(scenario.atlas.patches).toEqual([{ enabledForSearchNodes: true }])
    expect(changed.outputs.result).toBe('updated')
    expect(JSON.parse(changed.outputs.differences as string)).toEqual([
      { projectId: PROJECT_ID, provider: null, field: 'enabledForSearchNodes', expected: true, actual: false },
    ])
    const same = await scenario.runStep({ ...CONFIGURATIONS.aws.inputs, 'enabled-for-search-nodes': 'true' })
    expect(same.outputs.result).toBe('unchanged')
    expect((await scenario.runStep(CONFIGURATIONS.aws.inputs)).outputs.result).toBe('unchanged')
  }))

test('an error names every input that is missing to enable a provider, and nothing is sent', () =>
  withScenario(async ({ atlas, runStep }) => {
    const { errors, outputs } = await runStep({
      provider: 'azure',
      'azure-environment': 'AZURE',
      'azure-client-id': '11111111-2222-3333-4444-555555555555',
    })
    for (const input of [
      'azure-subscription-id',
      'azure-resource-group-name',
      'azure-key-vault-name',
      'azure-key-identifier',
      'azure-tenant-id',
      'azure-secret',
    ]) {
      expect(errors[0]).toContain(`\`${input}\``)
    }
    expect(errors[0]).not.toContain('`azure-environment`')
    expect(atlas.patches).toEqual([])
    expect(JSON.parse(outputs.report as string).projects[0].error.code).toBe('INPUT')
  }))
