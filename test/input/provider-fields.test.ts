import { describe, expect, test } from '@jest/globals'
import { inputWording, readDesiredProvider } from '../../src/input/provider-fields.ts'
import { CONFIGURATIONS, ROLE_ARN, ROLE_ID } from '../harness/fixtures.ts'
import { contextOf, messageOf } from './context.ts'

const SERVICE_ACCOUNT = 'atlas@p-atlas.iam.gserviceaccount.com'
const SERVICE_PRINCIPAL = '0ec944e8-1111-2222-3333-444455556666'

const { inputs: AWS, block } = CONFIGURATIONS.aws

/** @param inFields what `fields` has */
function desiredOf(
  provider: 'aws' | 'azure' | 'gcp',
  inputs: Readonly<Record<string, string>>,
  inFields: Readonly<Record<string, string>> = {},
) {
  const context = contextOf(inputs)
  const desired = readDesiredProvider(provider, () => new Map(Object.entries(inFields)), context)
  return { desired, message: messageOf(context) }
}

describe('a provider', () => {
  test('has the fields that are given, and no others', () => {
    const desired = { provider: 'aws', enabled: true, fields: block }
    expect(desiredOf('aws', AWS)).toStrictEqual({ desired, message: '' })
    expect(desiredOf('aws', {}, block)).toStrictEqual({ desired, message: '' })
    expect(desiredOf('gcp', {})).toStrictEqual({
      desired: { provider: 'gcp', enabled: true, fields: {} },
      message: '',
    })
  })

  test.each([
    ['aws', 'aws-role-arn', 'roleArn', ROLE_ARN],
    ['azure', 'azure-service-principal-id', 'servicePrincipalId', SERVICE_PRINCIPAL],
    ['gcp', 'gcp-service-account', 'serviceAccount', SERVICE_ACCOUNT],
  ] as const)('of %s has a role by the name that the cloud gives it', (provider, input, name, roleName) => {
    const expected = { desired: { provider, enabled: true, fields: {}, roleName }, message: '' }
    expect(desiredOf(provider, { [input]: roleName })).toStrictEqual(expected)
    expect(desiredOf(provider, {}, { [name]: roleName })).toStrictEqual(expected)
  })

  test('keeps what can be read beside what is wrong', () => {
    const { desired, message } = desiredOf('aws', { ...AWS, 'aws-role-id': 'x' })
    const { roleId: _, ...others } = block
    expect(desired.fields).toStrictEqual(others)
    expect(message).toBe('Input `aws-role-id` must be 24 hexadecimal digits (0-9, a-f).')
  })
})

describe('a value that is given both ways', () => {
  test('is fine if it means the same', () => {
    const { desired, message } = desiredOf(
      'aws',
      { 'aws-region': 'us-east-1', 'aws-role-arn': ROLE_ARN },
      { region: 'US_EAST_1', roleArn: ROLE_ARN },
    )
    expect(message).toBe('')
    expect(desired).toMatchObject({ fields: { region: 'US_EAST_1' }, roleName: ROLE_ARN })
  })

  test.each([
    ['aws-region', 'us-east-1', 'region', 'us-east-2'],
    ['aws-role-arn', ROLE_ARN, 'roleArn', `${ROLE_ARN}x`],
    ['aws-require-private-networking', 'true', 'requirePrivateNetworking', 'false'],
  ])('is refused if it differs: %s', (input, given, name, inFields) =>
    expect(desiredOf('aws', { [input]: given }, { [name]: inFields }).message).toBe(
      `Input \`${input}\` and \`fields.${name}\` differ; set the value in one place only.`,
    ),
  )

  test.each([
    ['us east', 'us-east-1', 'Input `aws-region`'],
    ['us-east-1', 'us east', '`fields.region`'],
  ])('is not compared if one of them is wrong: %s and %s', (given, inFields, label) =>
    expect(desiredOf('aws', { 'aws-region': given }, { region: inFields }).message).toBe(
      `${label} must be an AWS region, such as \`us-east-1\` or \`US_EAST_1\`.`,
    ),
  )
})

describe('credentials of one kind', () => {
  const KEYS = { 'aws-access-key-id': 'AKIAIOSFODNN7EXAMPLE', 'aws-secret-access-key': 'some-secret' }

  test.each([
    ['a role', { 'aws-role-id': ROLE_ID }],
    ['a role by its ARN', { 'aws-role-arn': ROLE_ARN }],
    ['access keys', KEYS],
    ['none', {}],
  ])('are fine: %s', (_, inputs) => expect(desiredOf('aws', inputs).message).toBe(''))

  test('are not two names of a role', () => {
    expect(desiredOf('aws', { 'aws-role-id': ROLE_ID, 'aws-role-arn': ROLE_ARN }).message).toBe(
      'Set either `aws-role-id` or `aws-role-arn`, not both.',
    )
    const azure = { 'azure-role-id': ROLE_ID, 'azure-service-principal-id': SERVICE_PRINCIPAL }
    expect(desiredOf('azure', azure).message).toBe(
      'Set either `azure-role-id` or `azure-service-principal-id`, not both.',
    )
  })

  test.each([
    ['aws-role-id', ROLE_ID],
    ['aws-role-arn', ROLE_ARN],
  ])('are not %s and static ones', (name, role) => {
    expect(desiredOf('aws', { ...KEYS, [name]: role }).message).toBe(
      'Set either a role (`aws-role-id`) or static credentials (`aws-access-key-id`, `aws-secret-access-key`), not both. A role is safer.',
    )
    expect(desiredOf('aws', { 'aws-secret-access-key': 'some-secret', [name]: role }).message).toBe(
      'Set either a role (`aws-role-id`) or static credentials (`aws-secret-access-key`), not both. A role is safer.',
    )
  })

  test('also where they are in `fields`', () =>
    expect(desiredOf('aws', { 'aws-role-id': ROLE_ID }, { secretAccessKey: 'some-secret' }).message).toMatch(
      /^Set either a role /,
    ))
})

test('messages call a field by its input, or by its place in `fields`, and quote at most 200 characters', () => {
  const { label, quote } = inputWording('aws', contextOf({ 'aws-region': 'us-east-1' }))
  expect(label('region')).toBe('`aws-region`')
  expect(label('roleId')).toBe('`fields.roleId`')
  // No field of AWS.
  expect(label('keyVaultName')).toBe('`fields.keyVaultName`')
  expect(quote('x'.repeat(200))).toBe('x'.repeat(200))
  expect(quote('y'.repeat(201))).toHaveLength(200)
})
