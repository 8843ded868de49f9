import { describe, expect, test } from '@jest/globals'
import { compare } from '../../src/domain/compare.ts'
import type { Patch } from '../../src/domain/patch.ts'
import { FieldRedactor } from '../../src/domain/redact.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'
import { aws, project } from './desired.ts'

const ACCESS_KEY = 'AKIAIOSFODNN7EXAMPLE'
const secrets = new Secrets(() => undefined)
secrets.protect('hunter2-hunter2')
const redactor = new FieldRedactor(secrets)

describe('fields that may be shown', () => {
  test('of a patch have no secret, and of an access key id the last four characters', () => {
    const patch: Patch = {
      awsKms: { enabled: true, accessKeyID: ACCESS_KEY, secretAccessKey: 's3cret', region: 'X' },
      azureKeyVault: { secret: 'x', clientID: 'c' },
      googleCloudKms: { serviceAccountKey: '{}' },
    }
    expect(redactor.patch(patch)).toStrictEqual({
      awsKms: { enabled: true, accessKeyID: '…MPLE', secretAccessKey: '***', region: 'X' },
      azureKeyVault: { secret: '***', clientID: 'c' },
      googleCloudKms: { serviceAccountKey: '***' },
    })
    expect(patch.awsKms?.secretAccessKey).toBe('s3cret')
  })

  test('of a patch of the project alone', () =>
    expect(redactor.patch({ enabledForSearchNodes: false })).toStrictEqual({ enabledForSearchNodes: false }))

  test('of a configuration keep what is null or missing apart', () => {
    const reported = {
      awsKms: { enabled: true, accessKeyID: ACCESS_KEY, roleId: null, region: undefined },
      azureKeyVault: null,
      enabledForSearchNodes: true,
    }
    expect(redactor.configuration(reported)).toStrictEqual({
      awsKms: { enabled: true, accessKeyID: '…MPLE', roleId: null, region: undefined },
      azureKeyVault: null,
      enabledForSearchNodes: true,
    })
  })

  test('have no secret of the run in them, whatever the field', () => {
    expect(redactor.configuration({ awsKms: { region: 'a hunter2-hunter2 b' } }).awsKms).toEqual({ region: 'a *** b' })
    expect(redactor.patch({ awsKms: { customerMasterKeyID: 'hunter2-hunter2' } }).awsKms).toEqual({
      customerMasterKeyID: '***',
    })
  })

  test('of what is no field of the provider, such as the key of a cluster, are shown', () => {
    const comparison = { provider: 'aws', expected: 'AWS', actual: 'NONE', verdict: 'differs' } as const
    const differing = { ...comparison, field: safe`clusters.orders` }
    expect(redactor.comparison(differing)).toEqual(differing)
  })

  test('of what belongs to no provider are shown without secrets, and stay missing if they are', () => {
    const comparison = { provider: null, field: safe`x`, expected: 'a hunter2-hunter2', verdict: 'differs' } as const
    expect(redactor.comparison({ ...comparison, actual: null })).toEqual({
      ...comparison,
      expected: 'a ***',
      actual: null,
    })
  })

  test('of comparisons, on both sides', () => {
    const desired = project([aws({ accessKeyID: ACCESS_KEY, secretAccessKey: 's3cret' })], {
      enabledForSearchNodes: true,
    })
    const reported = { awsKms: { enabled: true, accessKeyID: 'AKIAOTHEROTHEROTHER1' } }
    const shown = compare(desired, reported).map((comparison) => redactor.comparison(comparison))
    expect(shown.map(({ field, expected, actual, verdict }) => [field, expected, actual, verdict])).toEqual([
      ['enabled', true, true, 'same'],
      ['accessKeyID', '…MPLE', '…HER1', 'differs'],
      ['secretAccessKey', '***', null, 'not-comparable'],
      ['enabledForSearchNodes', true, false, 'differs'],
    ])
  })
})
