import { expect, test } from '@jest/globals'
import { refuse } from '../fake-atlas/faults.ts'
import { API_KEY, PROJECT_ID, SETUPS } from '../harness/fixtures.ts'
import { Scenario } from '../harness/scenario.ts'

const { inputs } = SETUPS.aws

/** Texts that would do harm if they were printed or rendered as they are. The harness refuses any command that is not meant. */
const ATTACKS = [
  '::set-output name=valid::true',
  'x ##[set-output name=valid;]true',
  'harmless\r::stop-commands::token',
  'harmless\n::add-mask::a',
  '\u001b[31mred\u001b[0m \u009b31m',
  '%0A::error::forged',
  '\u2028::error::forged',
  '\u200b::error::forged',
  ' :::warning::forged',
  '@everyone #1 https://evil.example ![x](https://evil.example/x.png) <img src=https://evil.example/x>',
  '</code></td></table>\n\n# Title\n\n| a | b |\n|---|---|',
  '`code` **bold** [link](javascript:alert(1)) &lt;img&gt;',
  'a\u202egnp.exe',
]

test.each(ATTACKS)("in Atlas's error: %j", (attack) =>
  Scenario.play(async ({ atlas, step }) => {
    atlas.faults.push({ method: 'GET', strike: refuse(400, 'VALIDATION_ERROR', attack) })
    const { summary, errors, outputs } = await step(inputs)
    expect(errors).toHaveLength(1)
    expectInert(summary)
    expect(outputs.valid).toBe('false')
  }),
)

test.each(ATTACKS)('in a field and in a cluster name: %j', (attack) =>
  Scenario.play(async (scenario) => {
    scenario.enable('aws', { customerMasterKeyID: attack })
    const drift = await scenario.step({ ...inputs, mode: 'drift' })
    expect(drift.outputs['failure-reason']).toBe('drift')
    expectInert(drift.summary)
    // The value itself stays whole in the outputs, written so that printing it does no harm.
    expect(JSON.parse(drift.outputs.differences as string)[0].actual).toBe(attack)
    expect(drift.outputs.differences).not.toContain('##[')
    scenario.project.clusters = [{ name: attack, encryptionAtRestProvider: 'AWS' }]
    const disable = await scenario.step({ provider: 'aws', enabled: 'false' })
    expect(disable.errors[0]).toContain('was not disabled')
    expectInert(disable.summary)
  }),
)

test('in the error code', () =>
  Scenario.play(async ({ atlas, step }) => {
    atlas.faults.push({ method: 'GET', strike: refuse(400, '::error::x', 'x') })
    const { outputs } = await step(inputs)
    expect(JSON.parse(outputs.report as string).projects[0].error.code).toBe('PROTOCOL')
  }))

test.each([
  ['as it is', (secret: string) => secret],
  ['base64', (secret: string) => Buffer.from(`${API_KEY.publicKey}:${secret}`).toString('base64')],
  ['percent-encoded', (secret: string) => encodeURIComponent(secret)],
  ['hexadecimal', (secret: string) => Buffer.from(secret).toString('hex')],
  ['JSON', (secret: string) => JSON.stringify({ a: secret })],
])('Atlas quoting a secret, %s, in every place it can write to', (_, quote) =>
  Scenario.play(async (scenario) => {
    const secret = `p"a'ss\\w<or>d&+/=% ü`
    scenario.enable('aws', { customerMasterKeyID: `it is ${quote(secret)}.` })
    const inputsWithSecret = {
      ...inputs,
      'aws-role-id': '',
      'aws-secret-access-key': secret,
      'aws-access-key-id': 'AKIAIOSFODNN7EXAMPLE',
    }
    scenario.atlas.faults.push({ method: 'PATCH', strike: refuse(400, 'VALIDATION_ERROR', `No: ${quote(secret)}`) })
    const { outputs } = await scenario.step(inputsWithSecret, { secrets: () => [secret] })
    expect(JSON.parse(outputs.configuration as string).awsKms.customerMasterKeyID).toContain('***')
  }),
)

test.each([
  ['at the end of a very long text', (secret: string) => `${' '.repeat(65_536 - secret.length + 1)}${secret}`],
  ['with other spaces', (secret: string) => secret.replaceAll(' ', '\t \n')],
  ['with invisible characters for spaces', (secret: string) => secret.replaceAll(' ', '\u2028')],
])('Atlas quoting a secret %s', (_, quote) =>
  Scenario.play(async (scenario) => {
    const secret = 'correct horse battery staple'
    scenario.enable('aws', { customerMasterKeyID: quote(secret) })
    const given = { ...inputs, mode: 'drift', 'aws-role-id': '', 'aws-secret-access-key': secret }
    const { outputs, stdout } = await scenario.step(given, { secrets: () => [secret, quote(secret), 'horse battery'] })
    expect(outputs['failure-reason']).toBe('drift')
    expect(stdout.replace(/^::add-mask::.*$/gm, '')).not.toMatch(/horse\s+battery/)
    scenario.atlas.faults.push({ method: 'GET', strike: refuse(400, 'VALIDATION_ERROR', quote(secret)) })
    await scenario.step(given, { secrets: () => [secret, quote(secret), 'horse battery'] })
  }),
)

test('an access key id is told by its last four characters, whoever quotes it', () =>
  Scenario.play(async (scenario) => {
    const id = 'AKIAIOSFODNN7EXAMPLE'
    scenario.enable('aws', { accessKeyID: id })
    scenario.atlas.faults.push({ method: 'PATCH', strike: refuse(400, 'VALIDATION_ERROR', `The key ${id} is bad.`) })
    const { errors, masks } = await scenario.step({ ...inputs, 'aws-region': 'eu-west-1' }, { secrets: () => [id] })
    expect(errors[0]).toContain('The key …MPLE is bad')
    expect(masks).not.toContain(id)
  }))

test('an access key id that is quoted before Atlas has reported anything', () =>
  Scenario.play(async ({ atlas, step }) => {
    const id = 'AKIAIOSFODNN7EXAMPLE'
    atlas.faults.push({ method: 'GET', strike: refuse(400, 'VALIDATION_ERROR', `The key ${id} is bad.`) })
    const given = { ...inputs, 'aws-role-id': '', 'aws-access-key-id': id, 'aws-secret-access-key': 'any-secret' }
    expect((await step(given, { secrets: () => [id] })).errors[0]).toContain('…MPLE')
  }))

test('a private key that was escaped once too often', () =>
  Scenario.play(async ({ step }) => {
    const lines = ['-----BEGIN PRIVATE KEY-----', 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcw', '-----END PRIVATE KEY-----']
    const key = JSON.stringify({ type: { private_key: lines.join('\\n') }, client_email: lines.join('\n') })
    const given = {
      provider: 'gcp',
      'gcp-key-version-resource-id': 'projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1',
    }
    const { masks } = await step({ ...given, 'gcp-service-account-key': key })
    expect(masks).toContain(lines[1])
  }))

test('a Google key that is nested beyond reason is none', () =>
  Scenario.play(async ({ step }) => {
    const given = {
      provider: 'gcp',
      'gcp-key-version-resource-id': 'projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1',
    }
    const { errors } = await step({
      ...given,
      'gcp-service-account-key': `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
    })
    expect(errors[0]).toContain('`gcp-service-account-key`')
  }))

test('every part of a Google key that may be secret is masked', () =>
  Scenario.play(async ({ step }) => {
    const key = {
      type: 'authorized_user',
      client_id: 'an-identifier',
      refresh_token: 'refresh-t0ken',
      more: { deep: ['deep-s3cret'] },
    }
    const given = {
      provider: 'gcp',
      'gcp-key-version-resource-id': 'projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1',
    }
    const { masks } = await step({ ...given, 'gcp-service-account-key': JSON.stringify(key) })
    expect(masks).toEqual(expect.arrayContaining(['refresh-t0ken', 'deep-s3cret']))
    expect(masks).not.toContain('an-identifier')
  }))

test.each(['/nowhere/at/all', '/dev/full'])('outputs that cannot be written (%s) fail the step, once', (file) =>
  Scenario.play(async (scenario) => {
    scenario.enable('aws')
    const { exitCode, errors } = await scenario.step({ mode: 'verify' }, { runtime: { GITHUB_OUTPUT: file } })
    expect(exitCode).toBe(1)
    expect(errors).toEqual([expect.stringContaining('GITHUB_OUTPUT')])
  }),
)

test('a report file that cannot be written is a warning', () =>
  Scenario.play(async (scenario) => {
    scenario.enable('aws')
    const { outputs, warnings } = await scenario.step(
      { mode: 'verify' },
      { runtime: { RUNNER_TEMP: '/nowhere/at/all' } },
    )
    expect(outputs).toMatchObject({ result: 'passed', 'report-file': '' })
    expect(warnings).toEqual([expect.stringContaining('report file')])
  }))

test('a value of megabytes is cut to 4 kB when it is read', () =>
  Scenario.play(async (scenario) => {
    scenario.enable('aws', { customerMasterKeyID: 'k'.repeat(1_000_000) })
    const { outputs, warnings, summary, reportFile } = await scenario.step({ ...inputs, mode: 'drift' })
    expect(JSON.parse(outputs.differences as string)[0].actual).toHaveLength(4096)
    expect(warnings).toEqual([])
    expect(JSON.parse(reportFile)).toMatchObject({ totals: { drifted: 1 } })
    expect(JSON.parse(reportFile).projects[0].differences[0].actual).toBe(`${'k'.repeat(4095)}…`)
    expect((outputs.configuration as string).length).toBeLessThan(20_000)
    expect(summary.length).toBeLessThan(20_000)
  }))

test('megabytes of a value do not outlast the timeout', () =>
  Scenario.play(async (scenario) => {
    scenario.enable('aws', { customerMasterKeyID: ' \u200b'.repeat(600_000) })
    const { outputs, durationMs } = await scenario.step({ ...inputs, mode: 'drift', timeout: '3' })
    expect(outputs['failure-reason']).toBe('drift')
    expect(durationMs).toBeLessThan(5000)
  }))

test('a log that nobody reads any more does not stop a change', () =>
  Scenario.play(async ({ atlas, step }) => {
    atlas.faults.push({ method: 'GET', strike: refuse(503, 'X', 'Later.', { 'retry-after': '1' }) })
    const { exitCode, outputs } = await step(inputs, { closeOutput: true })
    expect(exitCode).toBe(0)
    expect(outputs.result).toBe('created')
  }))

test('4 kB of secret over several lines, with step debug on', () =>
  Scenario.play(async ({ step }) => {
    const secret = Array.from({ length: 64 }, (_, i) => `line ${i} ${'x{}"%'.repeat(12)}`).join('\n')
    const env = { RUNNER_DEBUG: '1' }
    const given = {
      ...inputs,
      'aws-role-id': '',
      'aws-secret-access-key': secret,
      'aws-access-key-id': 'AKIAIOSFODNN7EXAMPLE',
    }
    const { outputs } = await step(given, { env, secrets: () => [secret] })
    expect(outputs.result).toBe('failed')
  }))

test('identifiers are not masked', () =>
  Scenario.play(async ({ step }) => {
    const { masks } = await step(inputs)
    for (const id of [PROJECT_ID, API_KEY.publicKey, ...Object.values(inputs)]) expect(masks).not.toContain(id)
  }))

/** The summary is HTML blocks: no Markdown is read in them, and whatever came from outside is inert text in `<code>`. */
function expectInert(summary: string): void {
  for (const block of summary.trimEnd().split('\n\n')) {
    expect(block).not.toContain('\n')
    expect(block).toMatch(/^<(h3|p|table|ul)>/)
  }
  const outside = summary.replace(/<code>[^<]*<\/code>/g, '')
  expect(outside).not.toMatch(/@everyone|evil\.example|javascript:|\*\*bold|# Title/)
  expect(summary.match(/<(?!\/?(?:h3|p|b|code|table|tr|th|td|ul|li)>)/g)).toBeNull()
}
