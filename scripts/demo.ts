// Shows the built action at work against a fake Atlas, as a workflow uses it: first on one project from its first drift to its
// disabling, then on several. Needs nothing but this repository.
import { styleText } from 'node:util'
import { FakeAtlas } from '../test/fake-atlas/server.ts'
import { ORGANIZATION, PROJECT_ID, SERVICE_ACCOUNT } from '../test/harness/fixtures.ts'
import { runAction } from '../test/harness/run-action.ts'

const ROLE_ID = '64b0c0ffee0000000000f00d'
const OLD_KEY = 'arn:aws:kms:us-east-1:111122223333:key/2025'
const NEW_KEY = 'arn:aws:kms:us-east-1:111122223333:key/2026'

/** The `with:` of the workflow, which is the same for all modes. */
const WITH = {
  'atlas-client-id': SERVICE_ACCOUNT.clientId,
  'atlas-client-secret': SERVICE_ACCOUNT.clientSecret,
  'project-id': PROJECT_ID,
  provider: 'aws',
  'aws-customer-master-key-id': OLD_KEY,
  'aws-region': 'us-east-1',
  'aws-role-id': ROLE_ID,
}

const atlas = await FakeAtlas.start()
const project = atlas.addProject()
project.roles.push({ roleId: ROLE_ID, authorized: true })
const results: { title: string; result: string; asExpected: boolean }[] = []

try {
  print('A fake Atlas runs on this machine. Every step below runs the built action in dist/ as the runner does.')
  print('The steps on the first project have this `with:` in common. Each step shows only what it adds.')
  show('with', asYaml({ ...WITH, 'atlas-client-secret': `\${{ secrets.ATLAS_CLIENT_SECRET }}` }))

  project.blocks.awsKms = {
    enabled: true,
    customerMasterKeyID: 'key-of-another-team',
    region: 'US_EAST_1',
    roleId: ROLE_ID,
  }
  project.events = [
    {
      eventTypeName: 'ENCRYPTION_AT_REST_CONFIGURATION_UPDATED',
      created: '2026-11-01T10:00:00Z',
      username: 'jane@example.com',
    },
  ]
  await step('Another key was set by hand: the scheduled drift check finds it', 'failed', { mode: 'drift' })
  await step('A pull request shows what apply would send', 'planned', { mode: 'plan' })
  await step('Apply sends the field that differs and waits for a valid key', 'updated', { mode: 'apply' })
  await step('Nothing differs: apply sends nothing', 'unchanged', { mode: 'apply' })
  await step('The check before a deployment passes', 'passed', { mode: 'verify' })

  project.brokenKeys.add(OLD_KEY)
  await step('The key was disabled in AWS: the check fails before a cluster restarts', 'failed', { mode: 'verify' })
  const rotated = { 'aws-customer-master-key-id': NEW_KEY }
  await step('Atlas accepts no new key while it cannot reach the old one: the error says so', 'failed', {
    mode: 'apply',
    ...rotated,
  })

  project.brokenKeys.delete(OLD_KEY)
  await step('The old key was restored: the check passes again', 'passed', { mode: 'verify' })
  project.invalidReadsAfterPatch = 2
  await step('The key is rotated: apply waits until Atlas can use the new one', 'updated', {
    mode: 'apply',
    ...rotated,
  })

  project.clusters.push({ name: 'orders-prod', encryptionAtRestProvider: 'AWS' })
  await step('A cluster still uses the key: the provider is not disabled', 'failed', {
    mode: 'apply',
    enabled: 'false',
  })
  project.clusters = []
  await step('No cluster uses the key: the provider is disabled', 'disabled', { mode: 'apply', enabled: 'false' })
  await demonstrateProjects()
} finally {
  await atlas.stop()
}

print('In short:')
for (const { title, result, asExpected } of results) {
  console.log(`${(asExpected ? result : `${result} (unexpected)`).padStart(11)} │ ${title}`)
}
const failed = results.filter(({ asExpected }) => !asExpected).length
print(
  failed === 0
    ? 'Every step had the expected result. A failed step is a check that found something.'
    : `${failed} steps had an unexpected result.`,
)
process.exitCode = failed === 0 ? 0 : 1

/** Several projects of one file, in the jobs of a matrix whose reports are merged. */
async function demonstrateProjects(): Promise<void> {
  const ids = Array.from({ length: 6 }, (_, i) => `64b0c0ffee000000000000a${i}`)
  const entries = ids.map((id, i) => `  - { id: ${id}, name: team-${i}, awsKms: { customerMasterKeyID: key-${i} } }`)
  const file = `version: 1\ndefaults:\n  awsKms: { region: us-east-1, roleId: ${ROLE_ID} }\nprojects:\n${entries.join('\n')}\n`
  for (const [i, id] of ids.entries()) {
    const one = atlas.addProject(id)
    one.roles.push({ roleId: ROLE_ID, authorized: true })
    const region = i === 2 ? 'EU_WEST_1' : 'US_EAST_1'
    one.blocks.awsKms = { enabled: true, customerMasterKeyID: `key-${i}`, region, roleId: ROLE_ID }
    if (i === 4) one.brokenKeys.add('key-4')
  }
  print('Several projects: one file describes them.')
  show('atlas.yml', file.trimEnd().split('\n'))
  const credentials = { 'atlas-client-id': WITH['atlas-client-id'], 'atlas-client-secret': WITH['atlas-client-secret'] }
  const base = { ...credentials, 'config-file': 'atlas.yml' }
  const files: Record<string, string> = { 'atlas.yml': file }
  for (const shard of ['1/2', '2/2']) {
    const title = `Job ${shard} of a matrix checks its part of the projects for drift`
    const report = await step(title, 'failed', { mode: 'drift', shard }, { with: base, files })
    files[`reports/${shard.replace('/', '-of-')}.json`] = report
  }
  await step(
    'The last job merges the reports into one result',
    'failed',
    { mode: 'merge', 'report-files': 'reports/*.json' },
    { with: {}, files },
  )
  atlas.projects.get(ids[4] ?? '')?.brokenKeys.clear()
  await step('The key was restored: apply corrects the rest', 'updated', { mode: 'apply' }, { with: base, files })
  atlas.organizations.set(
    ORGANIZATION,
    ids.map((id, i) => ({ id, name: `team-${i}` })),
  )
  const exporting = { mode: 'export', 'org-id': ORGANIZATION }
  await step('An export writes such a file for an organization', 'exported', exporting, {
    with: credentials,
    files: {},
  })
}

/** @returns the report of the step */
async function step(
  title: string,
  expected: string,
  more: Record<string, string>,
  base: { with: Record<string, string>; files: Record<string, string> } = { with: WITH, files: {} },
): Promise<string> {
  atlas.requests.length = 0
  const { stdout, outputs, summary, exitCode, reportFile } = await runAction({
    folder: '.',
    with: { ...base.with, 'atlas-base-url': atlas.url, ...more },
    files: base.files,
    secrets: () => [SERVICE_ACCOUNT.clientSecret, ...atlas.oauth.issued],
  })
  const { result = '', report: _, 'report-file': __, configuration: ___, ...rest } = outputs
  results.push({ title, result, asExpected: result === expected })

  console.log(`\n${styleText('bold', `━━ ${title}`)}`)
  show('with', asYaml(more))
  show('log', stdout.split('\n').filter(isWorthShowing))
  const filled = Object.entries(rest).filter(([, value]) => value !== '' && value !== '[]')
  show('outputs', [`result=${result}`, ...filled.map(([name, value]) => `${name}=${value}`)])
  show('summary', asText(summary))
  show('requests', atlas.requestLines)
  show('exit code', [String(exitCode)])
  return reportFile
}

/** Leaves out masks, which the runner does not show either, and the note about the host, which is the same in every step. */
function isWorthShowing(line: string): boolean {
  return line !== '' && !line.startsWith('::add-mask::') && !line.includes("is not a host of MongoDB's")
}

function asYaml(inputs: Readonly<Record<string, string>>): string[] {
  return Object.entries(inputs).map(([name, value]) => `${name}: ${value}`)
}

function show(name: string, lines: readonly string[]): void {
  for (const [i, line] of lines.entries())
    console.log(`${styleText('cyan', (i === 0 ? name : '').padStart(11))} │ ${line}`)
}

function print(text: string): void {
  console.log(`\n${styleText('green', text)}`)
}

/** The summary's HTML as lines of text. */
function asText(summary: string): string[] {
  const lines = summary
    .replace(/<br>/g, ' ')
    .replace(/<\/t[dh]><t[dh]>/g, ' | ')
    .replace(/<\/(tr|p|h3|li)>/g, '\n')
    .replace(/<[^>]+>/g, '')
  const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
  return lines
    .replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] as string)
    .split('\n')
    .filter((line) => line.trim() !== '')
}
