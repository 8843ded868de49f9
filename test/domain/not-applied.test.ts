import { describe, expect, test } from '@jest/globals'
import { compare } from '../../src/domain/compare.ts'
import type { DesiredProject } from '../../src/domain/desired.ts'
import { notApplied, type Patch } from '../../src/domain/patch.ts'
import type { Reported } from '../../src/domain/reported.ts'
import { safe } from '../../src/sanitize/safe-text.ts'

const desired: DesiredProject = {
  id: safe`64b0c0ffee0000000000beef`,
  name: null,
  require: [],
  enabledForSearchNodes: true,
  providers: [
    { provider: 'aws', enabled: true, fields: { customerMasterKeyID: 'key', region: 'US_EAST_1', roleId: 'r' } },
    { provider: 'gcp', enabled: false, fields: {} },
  ],
}
const missing = (patch: Patch, reported: Reported): string[] =>
  notApplied(patch, compare(desired, reported)).map(({ field }) => field)
const APPLIED: Reported = {
  awsKms: { enabled: true, customerMasterKeyID: 'key', region: 'US_EAST_1', roleId: 'r' },
  googleCloudKms: { enabled: false },
  enabledForSearchNodes: true,
}

describe('what Atlas accepted but does not show', () => {
  test('is nothing if it reports what was sent', () =>
    expect(missing({ awsKms: { region: 'US_EAST_1' }, enabledForSearchNodes: true }, APPLIED)).toEqual([]))

  test('are the fields that were sent and still differ', () => {
    const reported = { ...APPLIED, awsKms: { ...APPLIED.awsKms, customerMasterKeyID: 'old', region: 'EU_WEST_1' } }
    expect(missing({ awsKms: { customerMasterKeyID: 'key' } }, reported)).toEqual(['customerMasterKeyID'])
  })

  test('is a provider that was to be disabled and still is enabled', () =>
    expect(missing({ googleCloudKms: { enabled: false } }, { ...APPLIED, googleCloudKms: { enabled: true } })).toEqual([
      'enabled',
    ]))

  test('is a provider that was to be enabled and still is not, with all that was sent for it', () =>
    expect(missing({ awsKms: { enabled: true, region: 'US_EAST_1' } }, { ...APPLIED, awsKms: null })).toEqual([
      'enabled',
      'region',
    ]))

  test('is the switch of search nodes', () =>
    expect(missing({ enabledForSearchNodes: true }, { ...APPLIED, enabledForSearchNodes: false })).toEqual([
      'enabledForSearchNodes',
    ]))

  test('is not what differs but was not sent', () => {
    const reported = { ...APPLIED, enabledForSearchNodes: false, googleCloudKms: { enabled: true } }
    expect(missing({ awsKms: { region: 'US_EAST_1' } }, reported)).toEqual([])
  })

  test('is not what the response does not hold, which proves nothing', () =>
    expect(
      missing({ awsKms: { roleId: 'r' } }, { ...APPLIED, awsKms: { enabled: true, region: 'US_EAST_1' } }),
    ).toEqual([]))
})
