import type { FakeProject } from '../../test/fake-atlas/project.ts'
import { PROJECT_ID, ROLE_ID, WITH_SERVICE_ACCOUNT } from '../../test/harness/fixtures.ts'
import type { Demo, Setting } from './demo.ts'

// Short, so that the lines of the demo are too.
const OLD_KEY = 'key-2025'
const NEW_KEY = 'key-2026'
const OTHER_KEY = 'key-of-another-team'

const TARGET = { ...WITH_SERVICE_ACCOUNT, 'project-id': PROJECT_ID, provider: 'aws' }
/** The `with:` that almost all runs on the project have in common. */
const BASE = {
  ...TARGET,
  'aws-customer-master-key-id': OLD_KEY,
  'aws-region': 'us-east-1',
  'aws-role-id': ROLE_ID,
}
const SETTING: Setting = { with: BASE }
const ROTATED = { 'aws-customer-master-key-id': NEW_KEY }

/** How long a slow cluster takes. The action looks at it 10 s and 25 s after the change. */
const SLOW_MS = 15_000

/** One project, from its first drift to the end of its encryption. */
export async function demonstrateProject(demo: Demo): Promise<void> {
  const project = demo.atlas.addProject()
  project.roles.push({ roleId: ROLE_ID, authorized: true })
  const shown = { ...BASE, 'atlas-client-secret': `\${{ secrets.ATLAS_CLIENT_SECRET }}` }
  demo.detail(
    'with',
    Object.entries(shown).map(([name, value]) => `${name}: ${value}`),
  )
  await demonstrateDrift(demo, project)
  await demonstrateGate(demo, project)
  await demonstrateRotation(demo, project)
  await demonstrateClusters(demo, project)
  await demonstrateDisabling(demo, project)
}

async function demonstrateDrift(demo: Demo, project: FakeProject): Promise<void> {
  const key = { customerMasterKeyID: OTHER_KEY, region: 'US_EAST_1', roleId: ROLE_ID }
  project.blocks.awsKms = { ...key, enabled: true }
  project.events = [
    {
      eventTypeName: 'ENCRYPTION_AT_REST_CONFIGURATION_UPDATED',
      created: '2026-11-01T10:00:00Z',
      username: 'jane@example.com',
    },
  ]
  demo.step('Find drift', 'A colleague set another key in the Atlas UI. The scheduled check finds it.')
  await demo.run({ mode: 'drift' }, { result: 'failed', reason: 'drift' }, SETTING)
  demo.step('Plan', 'A pull request shows what apply would send.')
  await demo.run({ mode: 'plan' }, { result: 'planned' }, SETTING)
  demo.step('Apply', 'Apply sends only the field that differs. The second apply has nothing to send.')
  await demo.run({ mode: 'apply' }, { result: 'updated', changes: 1 }, SETTING)
  await demo.run({ mode: 'apply' }, { result: 'unchanged' }, SETTING)
}

async function demonstrateGate(demo: Demo, project: FakeProject): Promise<void> {
  demo.step('Gate a deployment', 'The gate is open. Then the key is disabled in AWS, and the gate closes.')
  await demo.run({ mode: 'verify' }, { result: 'passed' }, SETTING)
  project.brokenKeys.add(OLD_KEY)
  await demo.run({ mode: 'verify' }, { result: 'failed', reason: 'invalid' }, SETTING)
}

async function demonstrateRotation(demo: Demo, project: FakeProject): Promise<void> {
  demo.step(
    'Rotate the key',
    'Atlas refuses a new key while it cannot use the old one. Once that is restored, apply waits until the new key is valid.',
  )
  await demo.run({ mode: 'apply', ...ROTATED }, { result: 'failed', reason: 'error' }, SETTING)
  project.brokenKeys.delete(OLD_KEY)
  project.invalidReadsAfterPatch = 2
  await demo.run({ mode: 'apply', ...ROTATED }, { result: 'updated', changes: 1 }, SETTING)
}

async function demonstrateClusters(demo: Demo, project: FakeProject): Promise<void> {
  project.clusters = [
    { name: 'billing', encryptionAtRestProvider: 'NONE', switchMs: SLOW_MS },
    { name: 'orders', encryptionAtRestProvider: 'NONE' },
  ]
  demo.step(
    'Encrypt the clusters',
    'The first cluster is slow, and meanwhile the key becomes invalid: the second is not changed until the key is restored.',
  )
  afterNextChange(project, () => project.brokenKeys.add(NEW_KEY))
  const inputs = { mode: 'apply', ...ROTATED, clusters: 'all' }
  await demo.run(inputs, { result: 'failed', reason: 'invalid', changes: 1 }, SETTING)
  project.brokenKeys.delete(NEW_KEY)
  await demo.run(inputs, { result: 'updated', changes: 1 }, SETTING)
}

/** Calls a function when Atlas has accepted the next change of a cluster. */
function afterNextChange(project: FakeProject, callback: () => void): void {
  const change = project.patchCluster.bind(project)
  project.patchCluster = (name, body) => {
    project.patchCluster = change
    const response = change(name, body)
    callback()
    return response
  }
}

async function demonstrateDisabling(demo: Demo, project: FakeProject): Promise<void> {
  demo.step('Disable', 'While clusters use the key, its provider stays enabled. Once they are deleted, it is disabled.')
  await demo.run({ mode: 'apply', enabled: 'false' }, { result: 'failed', reason: 'error' }, { with: TARGET })
  project.clusters = []
  await demo.run({ mode: 'apply', enabled: 'false' }, { result: 'disabled', changes: 1 }, { with: TARGET })
}
