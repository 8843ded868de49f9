import { describe, expect, test } from '@jest/globals'
import { Checkpoint } from '../../../src/domain/checkpoint.ts'
import { PROVIDERS, type ProviderName } from '../../../src/domain/providers.ts'
import { InputError, InputErrors } from '../../../src/input/errors.ts'
import { openFields } from '../../../src/input/parse/fields.ts'
import { Secrets } from '../../../src/sanitize/secrets.ts'
import { CONFIGURATIONS, PROJECT_ID, ROLE_ARN, ROLE_ID, WITH_API_KEY } from '../../harness/fixtures.ts'
import { read, settingsOf } from '../read.ts'

const { inputs: AWS, block } = CONFIGURATIONS.aws
const COMPLETE = { 'project-id': PROJECT_ID, ...WITH_API_KEY, ...AWS }
const BARE = { 'project-id': PROJECT_ID, ...WITH_API_KEY, provider: 'aws' }

async function providerOf(inputs: Record<string, string>) {
  const { target } = await settingsOf(inputs)
  return target.kind === 'project' ? target.projects[0].providers[0] : undefined
}

describe('fields', () => {
  test.each([
    ['YAML', `customerMasterKeyID: "${block.customerMasterKeyID}"\nregion: us-east-1\nroleId: ${ROLE_ID}\n`],
    ['JSON', JSON.stringify({ ...block, secretAccessKey: null, accessKeyID: '' })],
    ['nothings', `${JSON.stringify(block).slice(0, -1)}, accessKeyID: ~, secretAccessKey: }`],
    ['aliases', `customerMasterKeyID: ${block.customerMasterKeyID}\nroleId: &x ${ROLE_ID}\nregion: US_EAST_1`],
  ])('as %s', async (_, fields) => {
    expect(await providerOf({ ...BARE, fields })).toEqual({ provider: 'aws', enabled: true, fields: block })
  })

  test('an ARN of a role', async () => {
    expect(await providerOf({ ...BARE, fields: `roleArn: ${ROLE_ARN}` })).toEqual({
      provider: 'aws',
      enabled: true,
      fields: {},
      roleName: ROLE_ARN,
    })
    for (const wrong of [`x${ROLE_ARN}`, `${ROLE_ARN} x`, 'arn:aws:iam::1:user/x', 'arn:aws:iam::1:role/'])
      expect((await read({ ...BARE, 'aws-role-arn': wrong })).message).toMatch(/must be the ARN of an IAM role/)
  })

  test('what is given both ways must mean the same', async () => {
    const fields = 'region: US_EAST_1\nroleId: 64B0C0FFEE0000000000F00D'
    expect(await providerOf({ ...COMPLETE, fields })).toMatchObject({ fields: block })
    const { message } = await read({
      ...COMPLETE,
      'aws-role-id': '',
      'aws-role-arn': ROLE_ARN,
      fields: `roleArn: ${ROLE_ARN}x`,
    })
    expect(message).toBe('Input `aws-role-arn` and `fields.roleArn` differ; set the value in one place only.')
  })

  test.each([
    'roleId: 640000000000000000000012',
    'roleId: 64e000000000000000000012',
    'customerMasterKeyID: true',
    'customerMasterKeyID: 0x10',
    'customerMasterKeyID: 2026-11-24',
  ])('no type is guessed: %s', async (fields) => {
    const provider = await providerOf({ ...BARE, fields })
    expect(Object.entries(provider?.fields ?? {})).toEqual([fields.split(': ')])
  })

  test('as long as 32 KiB', async () => {
    const padded = (size: number): string => `roleId: ${ROLE_ID} #`.padEnd(size, 'x')
    expect((await read({ ...BARE, fields: padded(32_768) })).message).toBe('')
    expect((await read({ ...BARE, fields: padded(32_769) })).message).toMatchSnapshot()
  })

  test.each([
    'enabledForSearchNodes: true',
    'constructor: x',
    'roleArn: x',
    '"a value in the wrong place: s3cret": x',
    `${'k'.repeat(41)}: x`,
    '- roleId: x',
    'x: *nowhere',
    'x: &x [*x]',
    `a: &a [x]\nb: &b [${'*a,'.repeat(50)}]\nc: &c [${'*b,'.repeat(50)}]\nd: &d [${'*c,'.repeat(50)}]\nroleId: *d`,
    'roleId: !tag x',
    '\troleId: x',
  ])('refused: %j', async (fields) => {
    const { message } = await read({ ...BARE, 'project-id': PROJECT_ID, fields })
    expect(message).not.toBe('')
    expect(message).toMatchSnapshot()
  })

  test('roleArn belongs to AWS', async () => {
    const { message } = await read({ ...BARE, ...CONFIGURATIONS.gcp.inputs, fields: `roleArn: ${ROLE_ARN}` })
    expect(message).toBe(
      '`fields`, line 1, column 1: `roleArn` is not a field of `gcp`; its fields are `keyVersionResourceID`, `roleId`, `serviceAccountKey`, `serviceAccount`.',
    )
  })

  test.each([
    ['customerMasterKeyId', 'customerMasterKeyID'],
    ['customer_master_key_id', 'customerMasterKeyID'],
    ['role-id', 'roleId'],
    ['regon', 'region'],
  ])('%s is like %s', async (name, similar) => {
    const { message } = await read({ ...BARE, fields: `${name}: x` })
    expect(message).toMatch(
      new RegExp(`\\\`${name}\\\` is not a field of \\\`aws\\\`; did you mean \\\`${similar}\\\`\\?$`),
    )
  })

  test('every secret in it is masked, of any provider and in broken YAML too', async () => {
    for (const fields of [
      'secretAccessKey: the-s3cret-key\nsecret: the-other-secret',
      '{"secretAccessKey": "the-s3cret-key", "secret": "the-other-secret"',
      'x: &x the-s3cret-key\nsecretAccessKey: *x\nsecret: [the-other-secret]',
    ]) {
      const { masks, message } = await read({ ...BARE, fields })
      expect(masks).toEqual(expect.arrayContaining(['the-s3cret-key', 'the-other-secret']))
      expect(message).not.toBe('')
    }
  })
})

describe('the object of the provider around them', () => {
  const wrapped = (more: object = {}, object = 'awsKms'): string => JSON.stringify({ [object]: { ...block, ...more } })

  test.each([
    ['as JSON', wrapped()],
    [
      'as YAML',
      `awsKms:\n  customerMasterKeyID: ${block.customerMasterKeyID}\n  region: us-east-1\n  roleId: ${ROLE_ID}`,
    ],
    ['by an alias', `awsKms: &x ${JSON.stringify(block)}`],
    ['with nothing in some', wrapped({ accessKeyID: null, secretAccessKey: '' })],
  ])('is taken as if its content had been given, %s', async (_, fields) => {
    expect(await providerOf({ ...BARE, fields })).toEqual({ provider: 'aws', enabled: true, fields: block })
  })

  test('of every provider', async () => {
    for (const name of ['azure', 'gcp'] as const) {
      const { object, block: content } = CONFIGURATIONS[name]
      const provider = await providerOf({ ...BARE, provider: name, fields: JSON.stringify({ [object]: content }) })
      expect(provider).toEqual({ provider: name, enabled: true, fields: content })
    }
  })

  test('what is secret in it is masked', async () => {
    const { masks } = await read({ ...BARE, fields: '{"awsKms": {"secretAccessKey": "the-s3cret-key"}}' })
    expect(masks).toContain('the-s3cret-key')
  })

  test.each([
    ['valid', '{"awsKms": {"valid": true}}'],
    ['enabled', '{"awsKms": {"enabled": true}}'],
    ['another provider', wrapped({}, 'azureKeyVault')],
    ['something beside it', `${wrapped().slice(0, -1)}, "enabledForSearchNodes": false}`],
    ['other providers beside it', `${wrapped().slice(0, -1)}, "azureKeyVault": null}`],
    ['no mapping in it', 'awsKms: x'],
    ['a misspelt name', 'awsKms:\n  regon: us-east-1'],
    ['a bad value', 'awsKms:\n  roleId: x'],
    ['a nested value', 'awsKms:\n  region: [x]'],
    ['itself', 'awsKms: { awsKms: { region: x } }'],
  ])('refused: %s', async (_, fields) => {
    const { message } = await read({ ...BARE, fields })
    expect(message).not.toBe('')
    expect(message).toMatchSnapshot()
  })
})

describe('what is said about fields', () => {
  /** What is read, and the one thing that is wrong; '' if nothing is. */
  async function readFields(text: string, provider: ProviderName = 'aws') {
    const checkpoint = new Checkpoint(new AbortController().signal)
    const reader = await openFields(text, { secrets: new Secrets(() => undefined), checkpoint })
    const errors = new InputErrors()
    try {
      const fields = reader(PROVIDERS[provider], errors)
      errors.throwIfAny()
      return { fields: Object.fromEntries(fields), message: '' }
    } catch (error) {
      return {
        fields: undefined,
        message: error instanceof Error ? error.message : '',
        isRefused: error instanceof InputError,
      }
    }
  }

  test.each([
    ['enabled', 'use the input `enabled`.'],
    ['enabledForSearchNodes', 'use the input `enabled-for-search-nodes`.'],
    ['clusters', 'use the input `clusters`.'],
    ['privateEndpointRegions', 'use the input `private-endpoint-regions`.'],
    ['valid', 'Atlas sets it.'],
    ['awsKms', 'set only what is inside `awsKms`.'],
    ['azureKeyVault', 'it belongs to `provider: azure`.'],
    ['googleCloudKms', 'it belongs to `provider: gcp`.'],
  ])('%s, which is no field, says where it belongs', async (name, advice) =>
    expect((await readFields(`region: x\n${name}: y\n`)).message).toBe(
      `\`fields\`, line 2, column 1: \`${name}\` is not a field of \`aws\`; ${advice}`,
    ),
  )

  const NO_MAPPING = '`fields` must be one YAML or JSON mapping, such as `roleId: 64b0…`.'
  const NESTED = '; it must be one YAML or JSON mapping without nesting.'
  const SINGLE = 'must be a single string; put JSON in quotes or in a block after `|`.'

  test.each([
    ['', NO_MAPPING],
    ['x', NO_MAPPING],
    ['- roleId: x\n', NO_MAPPING],
    ['region: "x\n', '`fields`, line 2, column 1: not valid YAML or JSON (missing character).'],
    [
      'region: *x\n',
      `\`fields\` expands to more than the action reads (too many aliases, or an alias without an anchor)${NESTED}`,
    ],
    [`region: ${'['.repeat(200)}`, `\`fields\` is nested too deeply${NESTED}`],
    ['x'.repeat(32_769), '`fields` must be at most 32768 characters.'],
  ])('nothing is read of %.20j', async (text, message) =>
    expect(await readFields(text)).toEqual({ fields: undefined, message, isRefused: true }),
  )

  test.each([
    ['roleId: x\nregion: [y]\n', `\`fields.region\` (line 2, column 9) ${SINGLE}`],
    ['awsKms:\n  roleId: x\n  region: { y: z }\n', `\`fields.region\` (line 3, column 11) ${SINGLE}`],
    [
      'awsKms:\n  roleId: x\n  enabled: y\n',
      '`fields`, line 3, column 3: `enabled` is not a field of `aws`; use the input `enabled`.',
    ],
  ])('%j is refused where it is wrong', async (text, message) => expect((await readFields(text)).message).toBe(message))

  test('nothing is read until it is asked for, and blanks around a value are none of it', async () => {
    expect(await readFields('region: " x "\nroleId: "  "\naccessKeyID: null\n')).toEqual({
      fields: { region: 'x' },
      message: '',
    })
    expect((await readFields(`region: x #${'y'.repeat(32_757)}`)).fields).toEqual({ region: 'x' })
  })

  test('a run that is cancelled is no problem of theirs', async () => {
    const reason = new Error('cancelled')
    const checkpoint = new Checkpoint(AbortSignal.abort(reason))
    await expect(openFields('region: x', { secrets: new Secrets(() => undefined), checkpoint })).rejects.toBe(reason)
  })
})
