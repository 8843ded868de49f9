import { describe, expect, test } from '@jest/globals'
import { CONFIGURATIONS } from '../harness/fixtures.ts'
import { withScenario } from '../harness/scenario.ts'

const KEY = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0'
const ARN = `arn:aws:kms:us-east-1:111122223333:key/${KEY}`
const MULTI_REGION = 'mrk-0f1e2d3c4b5a69788796a5b4c3d2e1f0'
const { inputs: AWS } = CONFIGURATIONS.aws
const { inputs: AZURE, block: AZURE_BLOCK } = CONFIGURATIONS.azure
const { inputs: GCP } = CONFIGURATIONS.gcp
const IDENTIFIER = AZURE_BLOCK.keyIdentifier
const VERSION = GCP['gcp-key-version-resource-id']

type Row = readonly [
  name: string,
  provider: 'aws' | 'azure' | 'gcp',
  given: Record<string, string>,
  reported: Record<string, unknown>,
]

const SAME: readonly Row[] = [
  [
    'an AWS key by its ARN, reported by its id',
    'aws',
    { ...AWS, 'aws-customer-master-key-id': ARN },
    { customerMasterKeyID: KEY },
  ],
  [
    'an AWS key by its id, reported by its ARN',
    'aws',
    { ...AWS, 'aws-customer-master-key-id': KEY },
    { customerMasterKeyID: ARN },
  ],
  [
    'a key of AWS GovCloud by its ARN',
    'aws',
    {
      ...AWS,
      'aws-region': 'us-gov-west-1',
      'aws-customer-master-key-id': `arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/${KEY}`,
    },
    { customerMasterKeyID: KEY, region: 'US_GOV_WEST_1' },
  ],
  [
    'a key of AWS in China by its id, reported by its ARN',
    'aws',
    { ...AWS, 'aws-region': 'CN_NORTH_1', 'aws-customer-master-key-id': KEY },
    { customerMasterKeyID: `arn:aws-cn:kms:cn-north-1:111122223333:key/${KEY}`, region: 'CN_NORTH_1' },
  ],
  [
    'a multi-Region key by its ARN',
    'aws',
    { ...AWS, 'aws-customer-master-key-id': ARN.replace(KEY, MULTI_REGION) },
    { customerMasterKeyID: MULTI_REGION },
  ],
  [
    'a key identifier with another case of scheme and host, and with its port',
    'azure',
    {
      ...AZURE,
      'azure-key-identifier': IDENTIFIER.replace(
        'https://vault-prod.vault.azure.net',
        'HTTPS://VAULT-PROD.Vault.Azure.NET:443',
      ),
    },
    {},
  ],
  [
    'a key of a managed HSM without a version, but with a slash',
    'azure',
    { ...AZURE, 'azure-key-identifier': 'https://Vault-Prod.managedhsm.azure.net/keys/atlas/' },
    { keyIdentifier: 'https://vault-prod.managedhsm.azure.net/keys/atlas/d891821e3d364e9eb88fbd3d11807b86' },
  ],
  ['a resource group in another case', 'azure', { ...AZURE, 'azure-resource-group-name': 'Keys-Prod' }, {}],
  ['a vault in another case', 'azure', { ...AZURE, 'azure-key-vault-name': 'VAULT-PROD' }, {}],
  [
    'a host in another case',
    'azure',
    { ...AZURE, 'azure-key-identifier': IDENTIFIER.replace('vault-prod', 'Vault-Prod') },
    {},
  ],
  ['a slash at the end', 'azure', { ...AZURE, 'azure-key-identifier': `${IDENTIFIER}/` }, {}],
  [
    'a key without a version, reported with one',
    'azure',
    { ...AZURE, 'azure-key-identifier': IDENTIFIER.replace(/\/[0-9a-f]+$/, '') },
    {},
  ],
]

const DIFFERENT: readonly [...Row, field: string][] = [
  [
    'the ARN of another key',
    'aws',
    { ...AWS, 'aws-customer-master-key-id': ARN.replace('0f1e', '0f1f') },
    { customerMasterKeyID: KEY },
    'customerMasterKeyID',
  ],
  [
    'another version',
    'azure',
    { ...AZURE, 'azure-key-identifier': CONFIGURATIONS.azure.change[1] },
    {},
    'keyIdentifier',
  ],
  [
    'a key whose name is in another case',
    'azure',
    { ...AZURE, 'azure-key-identifier': IDENTIFIER.replace('/atlas/', '/Atlas/') },
    {},
    'keyIdentifier',
  ],
  [
    'another multi-Region key',
    'aws',
    { ...AWS, 'aws-customer-master-key-id': ARN.replace(KEY, MULTI_REGION) },
    { customerMasterKeyID: MULTI_REGION.replace('mrk-0', 'mrk-1') },
    'customerMasterKeyID',
  ],
  [
    'a key of that name in a managed HSM instead of a vault',
    'azure',
    { ...AZURE, 'azure-key-identifier': IDENTIFIER.replace('.vault.', '.managedhsm.') },
    {},
    'keyIdentifier',
  ],
  [
    'the same version of that key in another project of Google Cloud',
    'gcp',
    { ...GCP, 'gcp-key-version-resource-id': VERSION.replace('projects/p-1/', 'projects/p-2/') },
    {},
    'keyVersionResourceID',
  ],
  [
    'a version 10 of a key of Google Cloud instead of 1',
    'gcp',
    { ...GCP, 'gcp-key-version-resource-id': `${VERSION}0` },
    {},
    'keyVersionResourceID',
  ],
  [
    'a version where Atlas reports none',
    'azure',
    AZURE,
    { keyIdentifier: IDENTIFIER.replace(/\/[0-9a-f]+$/, '') },
    'keyIdentifier',
  ],
]

describe('12: the same key written in another way', () => {
  test.each(SAME)('%s is no drift, and nothing is sent', (_, provider, given, reported) =>
    withScenario(async (scenario) => {
      scenario.enable(provider, reported)
      const drift = await scenario.runStep({ ...given, mode: 'drift' })
      expect(drift.outputs).toMatchObject({ result: 'passed', drifted: 'false', differences: '[]' })
      const apply = await scenario.runStep(given)
      expect(apply.outputs).toMatchObject({ result: 'unchanged', changed: 'false' })
      expect(scenario.atlas.patches).toEqual([])
      expect([...drift.warnings, ...apply.warnings]).toEqual([])
    }),
  )

  test.each(DIFFERENT)('%s is another key', (_, provider, given, reported, field) =>
    withScenario(async (scenario) => {
      scenario.enable(provider, reported)
      const drift = await scenario.runStep({ ...given, mode: 'drift' })
      expect(drift.outputs['failure-reason']).toBe('drift')
      expect(JSON.parse(drift.outputs.differences as string)).toMatchObject([{ field }])
      const { outputs } = await scenario.runStep(given)
      expect(outputs).toMatchObject({ result: 'updated', changed: 'true' })
      expect(scenario.atlas.patches).toHaveLength(1)
    }),
  )

  test('an ARN is another key if Atlas reports another region', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws', { customerMasterKeyID: KEY, region: 'EU_WEST_1' })
      const { outputs } = await scenario.runStep({ ...AWS, 'aws-customer-master-key-id': ARN, mode: 'drift' })
      const fields = (JSON.parse(outputs.differences as string) as { field: string }[]).map(({ field }) => field)
      expect(fields).toEqual(['customerMasterKeyID', 'region'])
    }))
})

test('a change that Atlas reports in another way than it was sent is applied', () =>
  withScenario(async ({ atlas, project, runStep }) => {
    const stored = (): void => void Object.assign(project.blocks.awsKms ?? {}, { customerMasterKeyID: KEY })
    atlas.faults.push({
      method: 'PATCH',
      afterwards: true,
      handler: (_request, response, body) => {
        stored()
        response.writeHead(200, { 'content-type': 'application/json' })
        response.end(body.replace(ARN, KEY))
      },
    })
    const { outputs, warnings } = await runStep({ ...AWS, 'aws-customer-master-key-id': ARN })
    expect(outputs).toMatchObject({ result: 'created', changed: 'true', valid: 'true' })
    expect(warnings).toEqual([])
    expect(atlas.patches).toHaveLength(1)
  }))
