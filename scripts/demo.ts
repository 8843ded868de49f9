// Walks one project through its life with the built action against a fake Atlas, as a workflow would. Needs nothing but
// what is in the repository.
import { styleText } from 'node:util'
import { API_KEY, FakeAtlas, PROJECT_ID } from '../test/fake-atlas/server.ts'
import { runAction } from '../test/runner/run-action.ts'

const ROLE_ID = '64b0c0ffee0000000000f00d'
const OLD_KEY = 'arn:aws:kms:us-east-1:111122223333:key/2025'
const NEW_KEY = 'arn:aws:kms:us-east-1:111122223333:key/2026'

/** The `with:` of the workflow; the same block serves all modes. */
const WITH = {
  'atlas-public-key': API_KEY.publicKey,
  'atlas-private-key': API_KEY.privateKey,
  'project-id': PROJECT_ID,
  provider: 'aws',
  'aws-customer-master-key-id': OLD_KEY,
  'aws-region': 'us-east-1',
  'aws-role-id': ROLE_ID,
}

const atlas = await FakeAtlas.start()
const project = atlas.addProject()
project.roles.push({ roleId: ROLE_ID, authorized: true })
let unexpected = 0

try {
  say('A fake Atlas answers on this machine; every step below is the built action in dist/, run as the runner runs it.')

  project.blocks.awsKms = { enabled: true, customerMasterKeyID: OLD_KEY, region: 'EU_WEST_1', roleId: ROLE_ID }
  await step('Somebody changed the region by hand. The scheduled drift check finds it', 'failed', { mode: 'drift' })
  await step('A pull request shows what apply would send', 'planned', { mode: 'plan' })
  await step('Apply sends the one field that differs, and proves the key', 'updated', { mode: 'apply' })
  await step('Nothing differs any more: nothing is sent', 'unchanged', { mode: 'apply' })
  await step('The gate before a deployment is open', 'passed', { mode: 'verify' })

  project.brokenKeys.add(OLD_KEY)
  await step('The key was disabled in AWS. The gate closes before the next restart does harm', 'failed', {
    mode: 'verify',
  })
  const rotated = { 'aws-customer-master-key-id': NEW_KEY }
  await step('With the old key out of reach Atlas takes no new one, and the error says so', 'failed', {
    mode: 'apply',
    ...rotated,
  })

  project.brokenKeys.delete(OLD_KEY)
  await step('The key was restored: the gate opens again', 'passed', { mode: 'verify' })
  project.invalidReads = 2
  await step('The rotation to a new key goes through, and waits until Atlas can use it', 'updated', {
    mode: 'apply',
    ...rotated,
  })

  project.clusters.push({ name: 'orders-prod', encryptionAtRestProvider: 'AWS' })
  await step('Disabling is refused while a cluster still uses the key', 'failed', { mode: 'apply', enabled: 'false' })
  project.clusters = []
  await step('No cluster uses it any more: disabled', 'disabled', { mode: 'apply', enabled: 'false' })
} finally {
  await atlas.stop()
}

say(unexpected === 0 ? 'Every step ended as it should.' : `${unexpected} steps did not end as they should.`)
process.exitCode = unexpected === 0 ? 0 : 1

async function step(title: string, expected: string, more: Record<string, string>): Promise<void> {
  const inputs = { ...WITH, 'atlas-base-url': atlas.url, ...more }
  atlas.requests.length = 0
  const { stdout, outputs, summary, exitCode } = await runAction({
    folder: '.',
    with: inputs,
    secrets: () => [API_KEY.privateKey],
  })
  if (outputs.result !== expected) unexpected += 1

  console.log(`\n${styleText('bold', `━━ ${title}`)}`)
  show(
    'with',
    Object.entries(more).map(([name, value]) => `${name}: ${value}`),
  )
  show(
    'log',
    stdout.split('\n').filter((line) => line && !line.startsWith('::add-mask::')),
  )
  const { report: _, 'report-file': __, configuration: ___, ...short } = outputs
  show('outputs', [
    ...Object.entries(short).map(([name, value]) => `${name}=${value}`),
    'configuration, report, report-file: …',
  ])
  show('summary', asText(summary))
  show('requests', atlas.story)
  show('exit code', [`${exitCode}${outputs.result === expected ? '' : `   but the result should be ${expected}`}`])
}

function show(name: string, lines: readonly string[]): void {
  for (const [i, line] of lines.entries())
    console.log(`${styleText('cyan', (i === 0 ? name : '').padStart(9))} │ ${line}`)
}

function say(text: string): void {
  console.log(`\n${styleText('green', text)}`)
}

/** The summary's HTML as lines of text. */
function asText(summary: string): string[] {
  const lines = summary
    .replace(/<\/t[dh]><t[dh]>/g, ' | ')
    .replace(/<\/(tr|p|h3|li)>/g, '\n')
    .replace(/<[^>]+>/g, '')
  const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
  return lines
    .replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] as string)
    .split('\n')
    .filter((line) => line.trim() !== '')
}
