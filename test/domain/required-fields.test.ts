import { describe, expect, test } from '@jest/globals'
import type { DesiredProvider } from '../../src/domain/desired.ts'
import { PROVIDERS } from '../../src/domain/providers.ts'
import { fieldLabel, missingToEnable } from '../../src/domain/required-fields.ts'
import { aws } from './desired.ts'

describe('the fields that are missing to enable a provider', () => {
  test.each<[string, DesiredProvider, string[]]>([
    [
      'aws without fields',
      aws({}),
      [
        '`aws-customer-master-key-id`',
        '`aws-region`',
        '`aws-role-id` or `aws-role-arn` (or `aws-access-key-id`, `aws-secret-access-key`)',
      ],
    ],
    ['aws with a role', aws({ customerMasterKeyID: 'k', region: 'r', roleId: 'i' }), []],
    ['aws with an ARN', { ...aws({ customerMasterKeyID: 'k', region: 'r' }), roleName: 'arn' }, []],
    [
      'aws with an access key',
      aws({ customerMasterKeyID: 'k', region: 'r', accessKeyID: 'a', secretAccessKey: 's' }),
      [],
    ],
    [
      'aws with half an access key',
      aws({ customerMasterKeyID: 'k', region: 'r', accessKeyID: 'a' }),
      ['`aws-secret-access-key`'],
    ],
    [
      'azure with one of three static credentials',
      {
        provider: 'azure',
        enabled: true,
        fields: {
          azureEnvironment: 'AZURE',
          subscriptionID: 's',
          resourceGroupName: 'g',
          keyVaultName: 'v',
          keyIdentifier: 'i',
          tenantID: 't',
        },
      },
      ['`azure-client-id` and `azure-secret`'],
    ],
    [
      'gcp without fields',
      { provider: 'gcp', enabled: true, fields: {} },
      ['`gcp-key-version-resource-id`', '`gcp-role-id` or `gcp-service-account` (or `gcp-service-account-key`)'],
    ],
    [
      'gcp with a service account key',
      { provider: 'gcp', enabled: true, fields: { keyVersionResourceID: 'k', serviceAccountKey: '{}' } },
      [],
    ],
  ])('are named as inputs: %s', (_, desired, expected) => expect(missingToEnable(desired)).toEqual(expected))

  test('are named as in the config file', () => {
    expect(fieldLabel(PROVIDERS.gcp, PROVIDERS.gcp.roleName)).toBe('`gcp-service-account`')
    expect(missingToEnable({ provider: 'gcp', enabled: true, fields: {} }, true)).toEqual([
      '`googleCloudKms.keyVersionResourceID`',
      '`googleCloudKms.roleId` or `googleCloudKms.serviceAccount` (or `googleCloudKms.serviceAccountKey`)',
    ])
  })
})
