import { expect, test } from '@jest/globals'
import { compare } from '../../src/domain/compare.ts'
import type { Patch } from '../../src/domain/patch.ts'
import { redactComparison, redactConfiguration, redactPatch } from '../../src/domain/redact.ts'
import type { Reported } from '../../src/domain/reported.ts'
import { aws, project } from './desired.ts'

test('secrets are removed, and access key ids cut to their last four characters', () => {
  const patch: Patch = {
    awsKms: { enabled: true, accessKeyID: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 's3cret', region: 'X' },
  }
  expect(redactPatch(patch)).toEqual({
    awsKms: { enabled: true, accessKeyID: '…MPLE', secretAccessKey: '***', region: 'X' },
  })
  expect(patch.awsKms?.secretAccessKey).toBe('s3cret')
  const reported: Reported = {
    awsKms: { enabled: true, accessKeyID: 'AKIAIOSFODNN7EXAMPLE' },
    azureKeyVault: null,
    enabledForSearchNodes: true,
  }
  expect(redactPatch({ enabledForSearchNodes: true })).toStrictEqual({ enabledForSearchNodes: true })
  expect(redactConfiguration(reported)).toStrictEqual({
    awsKms: { enabled: true, accessKeyID: '…MPLE' },
    azureKeyVault: null,
    enabledForSearchNodes: true,
  })
  const [, comparison] = compare(project([aws({ accessKeyID: 'AKIAIOSFODNN7EXAMPLE' })]), {}).map(redactComparison)
  expect(comparison).toMatchObject({ expected: '…MPLE', actual: null })
})
