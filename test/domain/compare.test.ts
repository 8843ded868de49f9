import { describe, expect, test } from '@jest/globals'
import { compare, comparedNothing, differences, notComparable } from '../../src/domain/compare.ts'
import type { DesiredProvider } from '../../src/domain/desired.ts'
import { aws, project } from './desired.ts'

describe('the comparison', () => {
  const enabled = { awsKms: { enabled: true, valid: true, region: 'US_EAST_1', roleId: 'a'.repeat(24) } }

  test.each([
    ['absent', undefined],
    ['null', null],
    ['disabled', { enabled: false }],
    ['neither enabled nor disabled', { enabled: null }],
  ])('takes a provider for disabled that Atlas reports as %s', (_, awsKms) => {
    expect(compare(project([aws({ region: 'US_EAST_1', secretAccessKey: 's' })]), { awsKms })).toEqual([
      { provider: 'aws', field: 'enabled', expected: true, actual: false, verdict: 'differs' },
      { provider: 'aws', field: 'region', expected: 'US_EAST_1', actual: null, verdict: 'differs' },
      { provider: 'aws', field: 'secretAccessKey', expected: 's', actual: null, verdict: 'not-comparable' },
    ])
  })

  test('ignores how regions and role ids are written', () => {
    const desired = project([aws({ region: 'us-east-1', roleId: 'A'.repeat(24) })])
    expect(differences(compare(desired, enabled))).toEqual([])
  })

  test('ignores case in UUIDs and in the names of Azure, but not in other texts', () => {
    const desired = project([
      { provider: 'azure', enabled: true, fields: { subscriptionID: 'ABC', keyVaultName: 'Vault' } },
      aws({ customerMasterKeyID: 'Key' }),
    ])
    const reported = {
      azureKeyVault: { enabled: true, subscriptionID: 'abc', keyVaultName: 'vault' },
      awsKms: { enabled: true, customerMasterKeyID: 'key' },
    }
    expect(differences(compare(desired, reported)).map(({ field }) => field)).toEqual(['customerMasterKeyID'])
  })

  test('takes null for a difference, a missing boolean for false, and any other missing field for not comparable', () => {
    const desired = project([
      aws({ customerMasterKeyID: 'k', region: 'EU_WEST_1', requirePrivateNetworking: false, roleId: 'b' }),
    ])
    const comparisons = compare(desired, { awsKms: { enabled: true, region: null } })
    expect(differences(comparisons)).toEqual([
      { provider: 'aws', field: 'region', expected: 'EU_WEST_1', actual: null },
    ])
    expect(notComparable(comparisons)).toEqual(['customerMasterKeyID', 'roleId'])
  })

  test('takes a missing roleId for a difference if there are static credentials', () => {
    const reported = { awsKms: { enabled: true, accessKeyID: 'AKIA' } }
    expect(differences(compare(project([aws({ roleId: 'b' })]), reported))).toEqual([
      { provider: 'aws', field: 'roleId', expected: 'b', actual: null },
    ])
    const nulls = { awsKms: { enabled: true, accessKeyID: null } }
    expect(notComparable(compare(project([aws({ roleId: 'b' })]), nulls))).toEqual(['roleId'])
  })

  test('takes equal values for the same, even if the provider is disabled', () => {
    expect(
      compare(project([aws({ region: 'us-east-1' })]), { awsKms: { enabled: false, region: 'us-east-1' } }),
    ).toEqual([
      { provider: 'aws', field: 'enabled', expected: true, actual: false, verdict: 'differs' },
      { provider: 'aws', field: 'region', expected: 'US_EAST_1', actual: 'US_EAST_1', verdict: 'same' },
    ])
    const azure: DesiredProvider = { provider: 'azure', enabled: true, fields: { azureEnvironment: 'azure_china' } }
    expect(compare(project([azure]), { azureKeyVault: { enabled: true, azureEnvironment: 'AZURE_CHINA' } })).toEqual([
      { provider: 'azure', field: 'enabled', expected: true, actual: true, verdict: 'same' },
      { provider: 'azure', field: 'azureEnvironment', expected: 'AZURE_CHINA', actual: 'AZURE_CHINA', verdict: 'same' },
    ])
  })

  test('does not compare a secret that Atlas returns by mistake', () => {
    const reported = { awsKms: { enabled: true, secretAccessKey: 'other', accessKeyID: 'a' } }
    const comparisons = compare(project([aws({ secretAccessKey: 's', customerMasterKeyID: 'k' })]), reported)
    expect(notComparable(comparisons)).toEqual(['customerMasterKeyID', 'secretAccessKey'])
  })

  test('takes missing search nodes for false', () => {
    const desired = project([aws({})], { enabledForSearchNodes: true })
    expect(differences(compare(desired, enabled))).toEqual([
      { provider: null, field: 'enabledForSearchNodes', expected: true, actual: false },
    ])
  })

  test('has only `enabled` of a provider that is to be disabled', () => {
    expect(compare(project([aws({ region: 'x' }, false)]), enabled)).toEqual([
      { provider: 'aws', field: 'enabled', expected: false, actual: true, verdict: 'differs' },
    ])
  })
})

describe('the absence of differences proves nothing', () => {
  test.each<[string, DesiredProvider['fields'], object, boolean]>([
    ['if the response holds none of the given fields', { roleId: 'r', customerMasterKeyID: 'k' }, {}, true],
    ['unless it holds one of them', { roleId: 'r', region: 'US_EAST_1' }, { region: 'US_EAST_1' }, false],
    ['unless none is given: then `enabled` is all there is to compare', {}, {}, false],
  ])('%s', (_, fields, block, expected) => {
    const comparisons = compare(project([aws({ ...fields })]), { awsKms: { enabled: true, ...block } })
    expect(comparedNothing(comparisons)).toBe(expected)
  })
})
