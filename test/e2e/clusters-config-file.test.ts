import { describe, expect, test } from '@jest/globals'
import type { FakeProject } from '../fake-atlas/project.ts'
import { CONFIGURATIONS, idOf, ROLE_ID } from '../harness/fixtures.ts'
import { merge, runMatrix } from '../harness/merging.ts'
import { type ProjectsScenario, reportOf, withProjects } from '../harness/projects-scenario.ts'
import type { StepResult } from '../harness/run-action.ts'

const NO_WAIT = { 'wait-timeout': '0' }
const HOUR_MS = 3_600_000
const AZURE = CONFIGURATIONS.azure.block

/** Sets the clusters that each project names, and gives it clusters without a key. */
function addClusters({ projects, entries }: ProjectsScenario, clusters: unknown): void {
  for (const project of projects) {
    project.clusters = ['a', 'b'].map((name) => ({ name, encryptionAtRestProvider: 'NONE', switchMs: HOUR_MS }))
  }
  for (const entry of entries) Object.assign(entry.awsKms as object, { clusters })
}

const changesOf = ({ clusterChanges }: FakeProject): string[] => clusterChanges.map(({ name, to }) => `${name} ${to}`)

interface Project {
  readonly clusters: { name: string; actual: string }[]
  readonly error: { code: string } | null
}
const projectsOf = (result: StepResult): Project[] => reportOf(result).projects as unknown as Project[]

describe('clusters in a config file', () => {
  test('are switched in each project, and one project’s failure does not stop the others', () =>
    withProjects(4, async (scenario) => {
      addClusters(scenario, 'all')
      Object.assign(scenario.projects[1]?.clusters[0] as object, { paused: true })
      scenario.projects[2]?.brokenKeys.add('arn:aws:kms:us-east-1:111122223333:key/2')
      const result = await scenario.runStep({ ...NO_WAIT, 'valid-timeout': '0' })
      expect(scenario.projects.map(changesOf)).toEqual([['a AWS', 'b AWS'], ['b AWS'], [], ['a AWS', 'b AWS']])
      expect(result.outputs['failure-reason']).toBe('error')
      expect(reportOf(result).totals).toMatchObject({ projects: 4, failed: 2, changed: 3, invalid: 1, errors: 1 })
      const byId = new Map(reportOf(result).projects.map((project, i) => [project.projectId, projectsOf(result)[i]]))
      expect(byId.get(idOf(1))?.error?.code).toBe('CLUSTER_PAUSED')
      expect(byId.get(idOf(0))?.clusters).toMatchObject([
        { name: 'a', actual: 'AWS' },
        { name: 'b', actual: 'AWS' },
      ])
    }))

  test('are named, or all of a project under one provider', () =>
    withProjects(1, async (scenario) => {
      addClusters(scenario, ['b'])
      await scenario.runStep(NO_WAIT)
      expect(changesOf(scenario.projects[0] as FakeProject)).toEqual(['b AWS'])
    }))

  test('that do not lose their key at once leave a provider enabled, and the report can be merged', () =>
    withProjects(1, async (scenario) => {
      const [project] = scenario.projects as [FakeProject]
      project.clusters = [{ name: 'a', encryptionAtRestProvider: 'AWS', switchMs: HOUR_MS }]
      scenario.entries = [{ id: idOf(0), awsKms: { enabled: false, clusters: 'all' } }]
      const result = await scenario.runStep(NO_WAIT)
      expect(result.outputs).toMatchObject({ result: 'updated', valid: 'true', enabled: 'true' })
      const merged = await merge({ 'reports/1.json': result.reportFile })
      expect(merged.outputs).toMatchObject({ result: 'updated', valid: 'true', enabled: 'true' })
    }))

  test('move from one provider to another in one file, and the old one is disabled by a later run', () =>
    withProjects(1, async (scenario) => {
      const [project] = scenario.projects as [FakeProject]
      project.clusters = [{ name: 'a', encryptionAtRestProvider: 'AWS' }]
      scenario.entries = [
        { id: idOf(0), awsKms: { enabled: false }, azureKeyVault: { ...AZURE, roleId: ROLE_ID, clusters: 'all' } },
      ]
      const plan = await scenario.runStep({ mode: 'plan' })
      expect(plan.outputs).toMatchObject({ result: 'planned', changed: 'true' })
      const first = await scenario.runStep(NO_WAIT)
      expect(first.outputs.result).toBe('updated')
      expect(project.blocks).toMatchObject({ awsKms: { enabled: true }, azureKeyVault: { enabled: true } })
      const second = await scenario.runStep(NO_WAIT)
      expect(second.outputs.result).toBe('updated')
      expect(project.blocks).toMatchObject({ awsKms: { enabled: false }, azureKeyVault: { enabled: true } })
      expect(changesOf(project)).toEqual(['a AZURE'])
    }))

  test.each<[string, object, object, RegExp]>([
    [
      'one cluster under two providers',
      { clusters: ['a'] },
      { clusters: ['b', 'a'] },
      /line \d+, column \d+: `clusters`: `a` overlaps/,
    ],
    [
      '`all` under two providers',
      { clusters: 'all' },
      { clusters: 'all' },
      /line \d+, column \d+: `clusters`: `all` overlaps/,
    ],
    [
      '`all` under one and a name under another',
      { clusters: 'all' },
      { clusters: ['a'] },
      /line \d+, column \d+: `clusters`: `a` overlaps/,
    ],
    ['a name twice', { clusters: ['a', 'a'] }, {}, /line \d+, column \d+: `clusters` names a cluster twice/],
  ])('are an error of the file with line and column: %s', (_, aws, azure, message) =>
    withProjects(1, async (scenario) => {
      const [entry] = scenario.entries as [{ awsKms: object }]
      scenario.entries = [
        { ...entry, awsKms: { ...entry.awsKms, ...aws }, azureKeyVault: { ...AZURE, roleId: ROLE_ID, ...azure } },
      ]
      const { errors } = await scenario.runStep(NO_WAIT)
      expect(errors[0]).toMatch(message)
      expect(scenario.atlas.requests).toEqual([])
    }),
  )

  test.each(['clusters', 'private-endpoint-regions'])('is not allowed with the input `%s`', (input) =>
    withProjects(1, async (scenario) => {
      const { errors } = await scenario.runStep({ ...NO_WAIT, [input]: 'a' })
      expect(errors[0]).toContain(`\`${input}\``)
      expect(scenario.atlas.requests).toEqual([])
    }),
  )
})

test('private endpoints of all projects are in the output', () =>
  withProjects(2, async (scenario) => {
    for (const entry of scenario.entries)
      Object.assign(entry.awsKms as object, { privateEndpointRegions: ['us-east-1'] })
    const { outputs } = await scenario.runStep(NO_WAIT)
    expect(outputs.result).toBe('updated')
    expect(JSON.parse(outputs['private-endpoints'] as string)).toMatchObject([
      { projectId: idOf(0), provider: 'aws', region: 'US_EAST_1', status: 'INITIATING' },
      { projectId: idOf(1), provider: 'aws', region: 'US_EAST_1', status: 'INITIATING' },
    ])
  }))

test('a merge shows the clusters of all shards as one run would have', () =>
  withProjects(6, async (scenario) => {
    addClusters(scenario, 'all')
    const whole = await scenario.runStep({ mode: 'drift' })
    const { files } = await runMatrix(scenario, 2, { mode: 'drift' })
    const merged = await merge(files)
    expect(projectsOf(merged).map(({ clusters }) => clusters)).toEqual(
      projectsOf(whole).map(({ clusters }) => clusters),
    )
    expect(merged.outputs.differences).toBe(whole.outputs.differences)
    // Without links to Atlas, whose address a merge does not know.
    expect(merged.summary).toBe(whole.summary.replaceAll(/<a href="http[^>]*>(.*?)<\/a>/g, '$1'))
  }))
