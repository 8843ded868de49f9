import { expect, test } from '@jest/globals'
import { refuse } from '../fake-atlas/faults.ts'
import { API_KEY, PROJECT_ID } from '../fake-atlas/server.ts'
import { Scenario, SETUPS } from './world.ts'

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
