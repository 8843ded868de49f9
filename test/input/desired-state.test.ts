import { describe, expect, test } from '@jest/globals'
import { CONFIGURATIONS, PROJECT_ID, ROLE_ARN, ROLE_ID, WITH_API_KEY } from '../harness/fixtures.ts'
import { COMPLETE, COMPLETE_AZURE, emptied, KEY_ARN } from './given.ts'
import { read, settingsOf } from './read.ts'

const { inputs: AWS } = CONFIGURATIONS.aws

describe('what is desired of a provider', () => {
  test.each([
    ['aws', { 'aws-role-id': '', 'aws-role-arn': ROLE_ARN }, { roleName: ROLE_ARN }],
    ['aws', { 'aws-role-id': '', 'aws-role-arn': 'arn:aws-us-gov:iam::1:role/path/x' }, {}],
    ['aws', { 'aws-require-private-networking': 'TRUE' }, { fields: { requirePrivateNetworking: true } }],
    ['aws', { 'aws-customer-master-key-id': 'k'.repeat(2048) }, { fields: { customerMasterKeyID: 'k'.repeat(2048) } }],
    ['aws', { 'aws-region': 'US-east_1' }, { fields: { region: 'US_EAST_1' } }],
    ['azure', { 'azure-environment': 'azure' }, { fields: { azureEnvironment: 'AZURE' } }],
    ['azure', { 'azure-role-id': ROLE_ID.toUpperCase() }, { fields: { roleId: ROLE_ID } }],
  ] as const)('%s with %j', async (name, more, expected) => {
    const { target } = await settingsOf({ ...COMPLETE, ...emptied(AWS), ...CONFIGURATIONS[name].inputs, ...more })
    expect(target).toMatchObject({ projects: [{ providers: [{ provider: name, enabled: true, ...expected }] }] })
  })

  test.each([
    ['', {}],
    ['true', { enabledForSearchNodes: true }],
    ['FALSE', { enabledForSearchNodes: false }],
  ])('search nodes are part of it only if they are given: %j', async (given, expected) => {
    const { target } = await settingsOf({ ...COMPLETE, 'enabled-for-search-nodes': given })
    expect(target.kind === 'project' && target.projects[0]).toStrictEqual({
      id: PROJECT_ID,
      name: null,
      require: [],
      providers: [{ provider: 'aws', enabled: true, fields: CONFIGURATIONS.aws.block }],
      ...expected,
    })
  })

  test('an unknown provider is refused, word for word', async () => {
    const { message } = await read({ ...COMPLETE, ...emptied(AWS), provider: 'oracle' })
    expect(message).toBe('Input `provider` must be one of `aws`, `azure`, `gcp`.')
  })

  test('the provider in any case', async () => {
    const { target } = await settingsOf({ ...COMPLETE, provider: 'AwS' })
    expect(target).toMatchObject({ projects: [{ providers: [{ provider: 'aws' }] }] })
  })

  test.each(['apply', 'plan', 'drift'])('the provider is needed in %s', async (mode) => {
    const { message } = await read({ 'project-id': PROJECT_ID, ...WITH_API_KEY, mode })
    expect(message).toBe('Input `provider` is required: one of `aws`, `azure`, `gcp`.')
  })

  test('an access key id is shown by its last four characters', async () => {
    const { secrets, masks } = await read({
      ...COMPLETE,
      'aws-role-id': '',
      'aws-access-key-id': 'AKIAIOSFODNN7EXAMPLE',
    })
    expect(secrets.sanitize('refused: AKIAIOSFODNN7EXAMPLE')).toBe('refused: …MPLE')
    expect(masks).not.toContain('AKIAIOSFODNN7EXAMPLE')
  })
})

describe('disabling', () => {
  test('takes nothing but the provider, and says what it ignores', async () => {
    const { target, warnings } = await settingsOf({
      ...COMPLETE,
      enabled: 'FALSE',
      fields: `roleId: ${ROLE_ID}`,
      'enabled-for-search-nodes': 'true',
      'aws-role-id': '',
      'aws-role-arn': ROLE_ARN,
    })
    expect(target).toMatchObject({ projects: [{ providers: [{ provider: 'aws', enabled: false, fields: {} }] }] })
    expect(target.kind === 'project' && target.projects[0]).not.toHaveProperty('enabledForSearchNodes')
    expect(warnings).toEqual([
      '`enabled: false` only disables the provider; ignored: `aws-customer-master-key-id`, `aws-region`, `aws-role-arn`, `fields`, `enabled-for-search-nodes`.',
    ])
    expect(warnings).toMatchSnapshot()
    expect((await settingsOf({ ...COMPLETE, ...emptied(AWS), provider: 'aws', enabled: 'false' })).warnings).toEqual([])
  })

  test.each(['fields', 'enabled-for-search-nodes', 'aws-role-arn'])('says that it ignores %s alone', async (name) => {
    const value = name === 'enabled-for-search-nodes' ? 'true' : 'x'
    const { warnings } = await settingsOf({
      ...COMPLETE,
      ...emptied(AWS),
      provider: 'aws',
      enabled: 'false',
      [name]: value,
    })
    expect(warnings).toEqual([`\`enabled: false\` only disables the provider; ignored: \`${name}\`.`])
  })

  test('ignores fields that are wrong', async () => {
    const wrong = { 'aws-role-id': 'x', 'aws-customer-master-key-id': KEY_ARN, 'aws-region': 'eu-west-1', fields: '{"' }
    expect((await read({ ...COMPLETE, ...wrong, enabled: 'false' })).message).toBe('')
  })
})

describe('verify', () => {
  test('looks at the provider alone, or without one at whatever is enabled', async () => {
    const provider = { provider: 'aws', enabled: true, fields: {} }
    for (const enabled of ['false', 'true']) {
      const named = await settingsOf({ ...COMPLETE, mode: 'verify', enabled, 'enabled-for-search-nodes': 'true' })
      expect(named.target).toEqual({
        kind: 'project',
        projects: [{ id: PROJECT_ID, name: null, require: [], providers: [provider] }],
      })
      expect(named.warnings).toEqual([])
    }
    const none = await settingsOf({ ...COMPLETE, mode: 'verify', provider: '', 'gcp-role-id': ROLE_ID })
    expect(none.target).toMatchObject({ projects: [{ providers: [] }] })
  })

  test.each([
    ['malformed', { ...COMPLETE, 'aws-role-id': 'x', 'aws-region': 'a b', 'aws-secret-access-key': 'x' }],
    ['contradictory', { ...COMPLETE, 'aws-customer-master-key-id': KEY_ARN, 'aws-region': 'eu-west-1' }],
    ['doubtful', { ...COMPLETE, 'aws-customer-master-key-id': 'alias/x', 'aws-region': 'mars-north-1' }],
    ['two kinds of credentials', { ...COMPLETE, 'aws-access-key-id': 'AKIAIOSFODNN7EXAMPLE' }],
    ['contradictory', { ...COMPLETE_AZURE, 'azure-key-vault-name': 'https://other.vault.azure.net' }],
    ['broken', { ...COMPLETE, fields: '{"region": ' }],
    ['too long', { ...COMPLETE, fields: `region: ${'x'.repeat(40_000)}` }],
    ['nested without end', { ...COMPLETE, fields: '['.repeat(1000) }],
    ['of another provider, without one', { ...COMPLETE, provider: '', 'gcp-role-id': 'x', fields: 'a: b' }],
  ])('ignores fields that are %s', async (_, inputs) => {
    const { message, settings } = await read({ ...inputs, mode: 'verify' })
    expect(message).toBe('')
    expect(settings?.warnings).toEqual([])
  })

  test('refuses a field of another provider than the one that is given', async () => {
    const { message } = await read({ ...COMPLETE, mode: 'verify', 'gcp-role-id': 'x', 'azure-secret': 'some-secret' })
    expect(message).toBe(
      '`azure-secret`, `gcp-role-id`: not inputs of `provider: aws`. Remove them, or change `provider`.',
    )
  })

  test('masks what is secret in `fields` all the same', async () => {
    const { masks } = await read({ ...COMPLETE, mode: 'verify', fields: 'secretAccessKey: the-s3cret-key' })
    expect(masks).toContain('the-s3cret-key')
  })
})
