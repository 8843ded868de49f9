// Walks one project through its life, and then looks after several, with the built action against a fake Atlas, as a workflow
// would. Needs nothing but what is in the repository.
import { styleText } from 'node:util'
import { FakeAtlas } from '../test/fake-atlas/server.ts'
import { PROJECT_ID, SERVICE_ACCOUNT } from '../test/harness/fixtures.ts'
import { runAction } from '../test/harness/run-action.ts'

const ROLE_ID = '64b0c0ffee0000000000f00d'
const OLD_KEY = 'arn:aws:kms:us-east-1:111122223333:key/2025'
const NEW_KEY = 'arn:aws:kms:us-east-1:111122223333:key/2026'

/** The `with:` of the workflow; the same block serves all modes. */
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
const ended: { title: string; result: string; asExpected: boolean }[] = []

try {
  say('A fake Atlas answers on this machine. Every step below is the built action in dist/, run as the runner runs it.')
  say('All steps on the one project have this `with:` in common; each shows only what it adds.')
  show('with', asYaml({ ...WITH, 'atlas-client-secret': `\${{ secrets.ATLAS_CLIENT_SECRET }}` }))

  project.blocks.awsKms = {
    enabled: true,
    customerMasterKeyID: 'somebody-elses-key',
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
  await step('Somebody set another key by hand: the scheduled drift check finds it', 'failed', { mode: 'drift' })
  await step('A pull request shows what apply would send', 'planned', { mode: 'plan' })
  await step('Apply sends the one field that differs, and proves the key', 'updated', { mode: 'apply' })
  await step('Nothing differs any more: nothing is sent', 'unchanged', { mode: 'apply' })
  await step('The gate before a deployment is open', 'passed', { mode: 'verify' })

  project.brokenKeys.add(OLD_KEY)
  await step('The key was disabled in AWS: the gate closes before a restart does harm', 'failed', { mode: 'verify' })
  const rotated = { 'aws-customer-master-key-id': NEW_KEY }
  await step('With the old key out of reach Atlas takes no new one: the error says so', 'failed', {
    mode: 'apply',
    ...rotated,
  })

  project.brokenKeys.delete(OLD_KEY)
  await step('The old key was restored: the gate opens again', 'passed', { mode: 'verify' })
  project.invalidReadsAfterPatch = 2
  await step('Rotated to a new key: apply waits until Atlas can use it', 'updated', { mode: 'apply', ...rotated })

  project.clusters.push({ name: 'orders-prod', encryptionAtRestProvider: 'AWS' })
  await step('Disabling is refused while a cluster still uses the key', 'failed', { mode: 'apply', enabled: 'false' })
  project.clusters = []
  await step('No cluster uses it any more: disabled', 'disabled', { mode: 'apply', enabled: 'false' })
  await lookAfterSeveral()
} finally {
  await atlas.stop()
}

say('In short:')
for (const { title, result, asExpected } of ended) {
  console.log(`${(asExpected ? result : `${result} (not expected)`).padStart(11)} │ ${title}`)
}
const failed = ended.filter(({ asExpected }) => !asExpected).length
say(
  failed === 0
    ? 'Every step ended as it should; a failed one is a gate that closed.'
    : `${failed} steps did not end as they should.`,
)
process.exitCode = failed === 0 ? 0 : 1

/** Many projects from one file, over the jobs of a matrix, whose reports are merged. */
async function lookAfterSeveral(): Promise<void> {
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
  say('Several projects: one file says what each should be.')
  show('atlas.yml', file.trimEnd().split('\n'))
  const credentials = { 'atlas-client-id': WITH['atlas-client-id'], 'atlas-client-secret': WITH['atlas-client-secret'] }
  const fleet = { ...credentials, 'config-file': 'atlas.yml' }
  const files: Record<string, string> = { 'atlas.yml': file }
  for (const shard of ['1/2', '2/2']) {
    const title = `The drift check of job ${shard} of a matrix looks at its slice`
    const report = await step(title, 'failed', { mode: 'drift', shard }, { with: fleet, files })
    files[`reports/${shard.replace('/', '-of-')}.json`] = report
  }
  await step(
    'The last job merges the reports into one verdict',
    'failed',
    { mode: 'merge', 'report-files': 'reports/*.json' },
    { with: {}, files },
  )
  atlas.projects.get(ids[4] ?? '')?.brokenKeys.clear()
  await step('The key was restored: apply mends the rest', 'updated', { mode: 'apply' }, { with: fleet, files })
}

/** @returns the report */
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
  ended.push({ title, result, asExpected: result === expected })

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

/** Masks are the runner's to swallow; that this Atlas is a fake was said at the beginning. */
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

function say(text: string): void {
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
