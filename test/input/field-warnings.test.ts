import { describe, expect, test } from '@jest/globals'
import { COMPLETE, COMPLETE_AZURE } from './given.ts'
import { settingsOf } from './read.ts'

const warningsOf = async (inputs: Record<string, string>) => (await settingsOf({ ...COMPLETE, ...inputs })).warnings

describe('what is doubtful', () => {
  test('a region that is not known', async () => {
    const key = { 'aws-customer-master-key-id': '0a1b' }
    expect(await warningsOf({ ...key, 'aws-region': 'mars-north-1' })).toMatchSnapshot()
    expect(await warningsOf({ ...key, 'aws-region': 'mars-north-1' })).toEqual([
      expect.stringMatching(/^`MARS_NORTH_1` is not a region that this action knows\. /),
    ])
    expect(await warningsOf({ ...key, 'aws-region': 'eu-west-1' })).toEqual([])
    expect(await warningsOf({ ...key, 'aws-region': '' })).toEqual([])
  })

  test.each(['alias/atlas', 'arn:aws:kms:us-east-1:111122223333:alias/atlas', 'arn:aws-cn:kms:us-east-1:1:alias/x'])(
    'an alias: %s',
    async (key) => {
      const warnings = await warningsOf({ 'aws-customer-master-key-id': key })
      expect(warnings).toEqual([expect.stringMatching(/^`aws-customer-master-key-id` is the alias of a key\./)])
    },
  )

  test.each(['0a1b', 'my-alias/x', 'arn:aws:kms:us-east-1:111122223333:key/alias', 'arn:aws:iam::1:alias/x'])(
    'no alias: %s',
    async (key) => expect(await warningsOf({ 'aws-customer-master-key-id': key })).toEqual([]),
  )

  test('an alias in `fields` is called by its place', async () => {
    const inputs = { 'aws-customer-master-key-id': '', fields: 'customerMasterKeyID: alias/x' }
    expect(await warningsOf(inputs)).toMatchSnapshot()
  })

  test('in plan and drift too, and nothing about Azure', async () => {
    for (const mode of ['plan', 'drift'])
      expect(await warningsOf({ mode, 'aws-customer-master-key-id': 'alias/x' })).toHaveLength(1)
    expect((await settingsOf(COMPLETE_AZURE)).warnings).toEqual([])
  })
})
