import { describe, expect, test } from '@jest/globals'
import { multiCloudCluster } from '../fake-atlas/clusters.ts'
import { CONFIGURATIONS } from '../harness/fixtures.ts'
import { withProjects } from '../harness/projects-scenario.ts'
import { withScenario } from '../harness/scenario.ts'

describe.each(['azure', 'aws'] as const)('04: private networking for %s', (provider) => {
  const { inputs, object } = CONFIGURATIONS[provider]
  const given = { ...inputs, [`${provider}-require-private-networking`]: 'true' }
  const effect = { azure: 'would disable them', aws: 'does not support them' }[provider]

  test.each(['apply', 'plan'])('is refused in %s while the project has a multi-cloud cluster', (mode) =>
    withScenario(async (scenario) => {
      scenario.enable(provider)
      scenario.project.clusters = [
        { name: 'orders', encryptionAtRestProvider: 'AWS' },
        multiCloudCluster('worldwide', 'AZURE', 'AWS'),
      ]
      const { outputs, errors, summary } = await scenario.runStep({ ...given, mode })
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error', changed: 'false' })
      expect(JSON.parse(outputs.report as string).projects[0].error.code).toBe('INPUT')
      expect(errors).toEqual([expect.stringContaining(`multi-cloud clusters, and Atlas ${effect}: worldwide.`)])
      expect(summary).toContain('<b>What to do:</b>')
      expect(scenario.atlas.patches).toEqual([])
    }),
  )

  test('is refused in the change that enables the provider, too', () =>
    withScenario(async (scenario) => {
      scenario.project.clusters = [multiCloudCluster('worldwide', 'GCP', 'AWS')]
      const { errors } = await scenario.runStep(given)
      expect(errors).toEqual([expect.stringContaining('worldwide')])
      expect(scenario.atlas.patches).toEqual([])
    }))

  test('is sent if every cluster is in one cloud', () =>
    withScenario(async (scenario) => {
      scenario.enable(provider)
      scenario.project.clusters = [multiCloudCluster('regions', 'AWS', 'AWS')]
      const { outputs, warnings } = await scenario.runStep(given)
      expect(outputs.result).toBe('updated')
      expect(scenario.atlas.patches).toEqual([{ [object]: { requirePrivateNetworking: true } }])
      expect(warnings).toEqual([])
    }))

  test.each([
    ['apply', 'updated', 1],
    ['plan', 'planned', 0],
  ])('goes on in %s with a warning if the clusters may not be listed', (mode, result, sent) =>
    withScenario(async (scenario) => {
      scenario.enable(provider)
      scenario.project.clusters = [multiCloudCluster('worldwide', 'AZURE', 'AWS')]
      scenario.atlas.forbidden = /\/clusters$/
      const { outputs, warnings } = await scenario.runStep({ ...given, mode })
      expect(outputs.result).toBe(result)
      expect(warnings).toEqual([expect.stringMatching(/The list of clusters cannot be read \(HTTP 403\).*multi-cloud/)])
      expect(scenario.atlas.patches).toHaveLength(sent)
    }),
  )

  test('asks for no cluster if it is on already', () =>
    withScenario(async (scenario) => {
      scenario.enable(provider, { requirePrivateNetworking: true })
      scenario.project.clusters = [multiCloudCluster('worldwide', 'AZURE', 'AWS')]
      const { outputs } = await scenario.runStep(given)
      expect(outputs.result).toBe('unchanged')
      expect(scenario.atlas.requests).toHaveLength(2)
    }))
})

test('04: a config file that switches private networking on fails only the project with the multi-cloud cluster', () =>
  withProjects(2, async ({ projects, entries, atlas, runStep }) => {
    for (const entry of entries)
      Object.assign(entry, { awsKms: { ...(entry.awsKms as object), requirePrivateNetworking: true } })
    projects[1]?.clusters.push(multiCloudCluster('worldwide', 'AZURE', 'AWS'))
    const { errors } = await runStep()
    expect(errors).toEqual([expect.stringMatching(/project-1 .*worldwide/)])
    expect(atlas.patches).toEqual([{ awsKms: { requirePrivateNetworking: true } }])
  }))
