import { expect, test } from '@jest/globals'
import { refuseWith } from '../fake-atlas/faults.ts'
import { API_KEY, CONFIGURATIONS, PROJECT_ID } from '../harness/fixtures.ts'
import { withScenario } from '../harness/scenario.ts'

const { inputs } = CONFIGURATIONS.aws

/** Texts that would do harm if they were printed or rendered unchanged. The harness fails a run that writes an unexpected command. */
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

test.each(ATTACKS)('is plain text in an error of Atlas: %j', (attack) =>
  withScenario(async ({ atlas, runStep }) => {
    atlas.faults.push({ method: 'GET', handler: refuseWith(400, 'VALIDATION_ERROR', attack) })
    const { summary, errors, outputs } = await runStep(inputs)
    expect(errors).toHaveLength(1)
    expectInert(summary)
    expect(outputs.valid).toBe('false')
  }),
)

test.each(ATTACKS)('is plain text as a field and as the name of a cluster: %j', (attack) =>
  withScenario(async (scenario) => {
    scenario.enable('aws', { customerMasterKeyID: attack })
    const drift = await scenario.runStep({ ...inputs, mode: 'drift' })
    expect(drift.outputs['failure-reason']).toBe('drift')
    expectInert(drift.summary)
    // In outputs the value is complete, but escaped, so that a step can print it.
    expect(JSON.parse(drift.outputs.differences as string)[0].actual).toBe(attack)
    expect(drift.outputs.differences).not.toContain('##[')
    scenario.project.clusters = [{ name: attack, encryptionAtRestProvider: 'AWS' }]
    const disable = await scenario.runStep({ provider: 'aws', enabled: 'false' })
    expect(disable.errors[0]).toContain('was not disabled')
    expectInert(disable.summary)
  }),
)

test('an error code that is a workflow command is replaced', () =>
  withScenario(async ({ atlas, runStep }) => {
    atlas.faults.push({ method: 'GET', handler: refuseWith(400, '::error::x', 'x') })
    const { outputs } = await runStep(inputs)
    expect(JSON.parse(outputs.report as string).projects[0].error.code).toBe('PROTOCOL')
  }))

test.each([
  ['unchanged', (secret: string) => secret],
  ['as base64', (secret: string) => Buffer.from(`${API_KEY.publicKey}:${secret}`).toString('base64')],
  ['percent-encoded', (secret: string) => encodeURIComponent(secret)],
  ['as hexadecimal', (secret: string) => Buffer.from(secret).toString('hex')],
  ['as JSON', (secret: string) => JSON.stringify({ a: secret })],
])('a secret that Atlas sends back, %s, is removed everywhere', (_, encode) =>
  withScenario(async (scenario) => {
    const secret = `p"a'ss\\w<or>d&+/=% ü`
    scenario.enable('aws', { customerMasterKeyID: `it is ${encode(secret)}.` })
    const inputsWithSecret = {
      ...inputs,
      'aws-role-id': '',
      'aws-secret-access-key': secret,
      'aws-access-key-id': 'AKIAIOSFODNN7EXAMPLE',
    }
    scenario.atlas.faults.push({
      method: 'PATCH',
      handler: refuseWith(400, 'VALIDATION_ERROR', `No: ${encode(secret)}`),
    })
    const { outputs } = await scenario.runStep(inputsWithSecret, { secrets: () => [secret] })
    expect(JSON.parse(outputs.configuration as string).awsKms.customerMasterKeyID).toContain('***')
  }),
)

test.each([
  ['at the end of a very long text', (secret: string) => `${' '.repeat(65_536 - secret.length + 1)}${secret}`],
  ['with other spaces', (secret: string) => secret.replaceAll(' ', '\t \n')],
  ['with invisible characters for spaces', (secret: string) => secret.replaceAll(' ', '\u2028')],
])('a secret that Atlas sends back %s is removed', (_, change) =>
  withScenario(async (scenario) => {
    const secret = 'correct horse battery staple'
    scenario.enable('aws', { customerMasterKeyID: change(secret) })
    const given = { ...inputs, mode: 'drift', 'aws-role-id': '', 'aws-secret-access-key': secret }
    const { outputs, stdout } = await scenario.runStep(given, {
      secrets: () => [secret, change(secret), 'horse battery'],
    })
    expect(outputs['failure-reason']).toBe('drift')
    expect(stdout.replace(/^::add-mask::.*$/gm, '')).not.toMatch(/horse\s+battery/)
    scenario.atlas.faults.push({ method: 'GET', handler: refuseWith(400, 'VALIDATION_ERROR', change(secret)) })
    await scenario.runStep(given, { secrets: () => [secret, change(secret), 'horse battery'] })
  }),
)

test('an access key id shows as its last four characters, in errors of Atlas too', () =>
  withScenario(async (scenario) => {
    const id = 'AKIAIOSFODNN7EXAMPLE'
    scenario.enable('aws', { accessKeyID: id })
    scenario.atlas.faults.push({
      method: 'PATCH',
      handler: refuseWith(400, 'VALIDATION_ERROR', `The key ${id} is bad.`),
    })
    const { errors, masks } = await scenario.runStep({ ...inputs, 'aws-region': 'eu-west-1' }, { secrets: () => [id] })
    expect(errors[0]).toContain('The key …MPLE is bad')
    expect(masks).not.toContain(id)
  }))

test('an access key id that is quoted before Atlas has reported anything', () =>
  withScenario(async ({ atlas, runStep }) => {
    const id = 'AKIAIOSFODNN7EXAMPLE'
    atlas.faults.push({ method: 'GET', handler: refuseWith(400, 'VALIDATION_ERROR', `The key ${id} is bad.`) })
    const given = { ...inputs, 'aws-role-id': '', 'aws-access-key-id': id, 'aws-secret-access-key': 'any-secret' }
    expect((await runStep(given, { secrets: () => [id] })).errors[0]).toContain('…MPLE')
  }))

test('a private key with escaped line ends is masked line by line', () =>
  withScenario(async ({ runStep }) => {
    const lines = ['-----BEGIN PRIVATE KEY-----', 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcw', '-----END PRIVATE KEY-----']
    const key = JSON.stringify({ type: { private_key: lines.join('\\n') }, client_email: lines.join('\n') })
    const given = {
      provider: 'gcp',
      'gcp-key-version-resource-id': 'projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1',
    }
    const { masks } = await runStep({ ...given, 'gcp-service-account-key': key })
    expect(masks).toContain(lines[1])
  }))

test('a Google key that is nested thousands of levels deep is refused', () =>
  withScenario(async ({ runStep }) => {
    const given = {
      provider: 'gcp',
      'gcp-key-version-resource-id': 'projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1',
    }
    const { errors } = await runStep({
      ...given,
      'gcp-service-account-key': `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
    })
    expect(errors[0]).toContain('`gcp-service-account-key`')
  }))

test('every part of a Google key that may be secret is masked', () =>
  withScenario(async ({ runStep }) => {
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
    const { masks } = await runStep({ ...given, 'gcp-service-account-key': JSON.stringify(key) })
    expect(masks).toEqual(expect.arrayContaining(['refresh-t0ken', 'deep-s3cret']))
    expect(masks).not.toContain('an-identifier')
  }))

test.each(['/nowhere/at/all', '/dev/full'])(
  'outputs that cannot be written to %s fail the step with one error',
  (file) =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      const { exitCode, errors } = await scenario.runStep({ mode: 'verify' }, { runtime: { GITHUB_OUTPUT: file } })
      expect(exitCode).toBe(1)
      expect(errors).toEqual([expect.stringContaining('GITHUB_OUTPUT')])
    }),
)

test('a report file that cannot be written leads to a warning', () =>
  withScenario(async (scenario) => {
    scenario.enable('aws')
    const { outputs, warnings } = await scenario.runStep(
      { mode: 'verify' },
      { runtime: { RUNNER_TEMP: '/nowhere/at/all' } },
    )
    expect(outputs).toMatchObject({ result: 'passed', 'report-file': '' })
    expect(warnings).toEqual([expect.stringContaining('report file')])
  }))

test('a value of megabytes is cut to 4 kB when it is read', () =>
  withScenario(async (scenario) => {
    scenario.enable('aws', { customerMasterKeyID: 'k'.repeat(1_000_000) })
    const { outputs, warnings, summary, reportFile } = await scenario.runStep({ ...inputs, mode: 'drift' })
    expect(JSON.parse(outputs.differences as string)[0].actual).toHaveLength(4096)
    expect(warnings).toEqual([])
    expect(JSON.parse(reportFile)).toMatchObject({ totals: { drifted: 1 } })
    expect(JSON.parse(reportFile).projects[0].differences[0].actual).toBe(`${'k'.repeat(4095)}…`)
    expect((outputs.configuration as string).length).toBeLessThan(20_000)
    expect(summary.length).toBeLessThan(20_000)
  }))

test('a closed log does not stop a change', () =>
  withScenario(async ({ atlas, runStep }) => {
    atlas.faults.push({ method: 'GET', handler: refuseWith(503, 'X', 'Later.', { 'retry-after': '1' }) })
    const { exitCode, outputs } = await runStep(inputs, { closeOutput: true })
    expect(exitCode).toBe(0)
    expect(outputs.result).toBe('created')
  }))

test('a secret of 4 kB over several lines shows nowhere, in debug logs neither', () =>
  withScenario(async ({ runStep }) => {
    const secret = Array.from({ length: 64 }, (_, i) => `line ${i} ${'x{}"%'.repeat(12)}`).join('\n')
    const env = { RUNNER_DEBUG: '1' }
    const given = {
      ...inputs,
      'aws-role-id': '',
      'aws-secret-access-key': secret,
      'aws-access-key-id': 'AKIAIOSFODNN7EXAMPLE',
    }
    const { outputs } = await runStep(given, { env, secrets: () => [secret] })
    expect(outputs.result).toBe('failed')
  }))

test('identifiers are not masked', () =>
  withScenario(async ({ runStep }) => {
    const { masks } = await runStep(inputs)
    for (const id of [PROJECT_ID, API_KEY.publicKey, ...Object.values(inputs)]) expect(masks).not.toContain(id)
  }))

/** The only link to Atlas: of the project's id, with nothing external in it. */
const PROJECT_LINK = new RegExp(
  `<a href="http://127\\.0\\.0\\.1:\\d+/v2/${PROJECT_ID}"><code>${PROJECT_ID}</code></a>`,
  'g',
)

/** The summary consists of HTML blocks, in which GitHub reads no Markdown. External text is in `<code>`, so that nothing in it is a link. */
function expectInert(summary: string): void {
  for (const block of summary.trimEnd().split('\n\n')) {
    expect(block).not.toContain('\n')
    expect(block).toMatch(/^<(h3|p|table|ul)>/)
  }
  const outside = summary.replace(/<code>[^<]*<\/code>/g, '')
  expect(outside).not.toMatch(/@everyone|evil\.example|javascript:|\*\*bold|# Title/)
  const withoutProjectLink = summary.replace(PROJECT_LINK, '')
  expect(withoutProjectLink.match(/<(?!\/?(?:h3|p|b|br|code|table|tr|th|td|ul|li)>)/g)).toBeNull()
}
