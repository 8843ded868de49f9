import type { FakeProject } from '../../test/fake-atlas/project.ts'
import { ORGANIZATION, ROLE_ID, WITH_SERVICE_ACCOUNT } from '../../test/harness/fixtures.ts'
import { keyOf, ProjectsScenario } from '../../test/harness/projects-scenario.ts'
import type { Demo } from './demo.ts'

/** Numbers of projects, some of which belong to each of two shards: 4 to the first, 6 to the second. */
const NUMBERS = [3, 4, 5, 6, 7, 8]
const BROKEN = 4
const DRIFTED = 6

/** Several projects of one file, in the jobs of a matrix whose reports are merged. */
export async function demonstrateProjects(demo: Demo): Promise<void> {
  const scenario = new ProjectsScenario(demo.atlas)
  const projects = new Map(NUMBERS.map((n) => [n, scenario.add(n)]))
  const region = 'EU_WEST_1'
  const blocks = { awsKms: { enabled: true, customerMasterKeyID: keyOf(DRIFTED), region, roleId: ROLE_ID } }
  Object.assign(projects.get(DRIFTED) as FakeProject, { blocks })
  const { brokenKeys } = projects.get(BROKEN) as FakeProject
  brokenKeys.add(keyOf(BROKEN))

  demo.step(
    'Many projects',
    `One file describes ${NUMBERS.length} projects. Two jobs check them, and a third merges their reports.`,
  )
  demo.detail('atlas.yml', scenario.config.trimEnd().split('\n'))
  const base = { ...WITH_SERVICE_ACCOUNT, 'config-file': 'atlas.yml' }
  const files: Record<string, string> = { 'atlas.yml': scenario.config }
  const fromFile = { with: base, files }
  const one = await demo.run({ mode: 'drift', shard: '1/2' }, { result: 'failed', reason: 'invalid' }, fromFile)
  const two = await demo.run({ mode: 'drift', shard: '2/2' }, { result: 'failed', reason: 'drift' }, fromFile)
  const reports = { with: {}, files: { 'reports/1.json': one, 'reports/2.json': two } }
  const merge = { mode: 'merge', 'report-files': 'reports/*.json' }
  await demo.run(merge, { result: 'failed', reason: 'invalid' }, reports)
  brokenKeys.clear()
  await demo.run({ mode: 'apply' }, { result: 'updated', changes: 1 }, fromFile)
  const organization = { mode: 'export', 'org-id': ORGANIZATION }
  await demo.run(organization, { result: 'exported' }, { with: WITH_SERVICE_ACCOUNT })
}
