import { describe, expect, test } from '@jest/globals'
import { PROVIDERS } from '../../src/domain/providers.ts'
import { givenStatics, refuseForeignFields } from '../../src/input/given-fields.ts'
import { contextOf, messageOf } from './context.ts'

function refusedOf(inputs: Readonly<Record<string, string>>): string {
  const context = contextOf(inputs)
  refuseForeignFields('aws', context)
  return messageOf(context)
}

describe('fields of another provider', () => {
  test.each([
    [{}, ''],
    [{ 'aws-region': 'x', fields: 'x', clusters: 'x' }, ''],
    [{ 'gcp-role-id': 'x' }, '`gcp-role-id`: not an input of `provider: aws`. Remove it, or change `provider`.'],
    [
      { 'gcp-service-account': 'x', 'aws-region': 'x', 'azure-secret': 'x' },
      '`azure-secret`, `gcp-service-account`: not inputs of `provider: aws`. Remove them, or change `provider`.',
    ],
  ])('%j', (inputs, message) => expect(refusedOf(inputs)).toBe(message))
})

test('the static credentials are those of the table, in its order', () => {
  const given = { secretAccessKey: 'x', region: 'x', accessKeyID: 'x', roleId: undefined }
  expect(givenStatics(PROVIDERS.aws, given).map(({ name }) => name)).toEqual(['accessKeyID', 'secretAccessKey'])
  expect(givenStatics(PROVIDERS.aws, { secretAccessKey: undefined, region: 'x' })).toEqual([])
})
