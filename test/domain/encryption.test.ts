import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { compare, differences, notComparable } from '../../src/domain/compare.ts'
import type { DesiredProject, DesiredProvider, FieldValue } from '../../src/domain/desired.ts'
import { withRoleId } from '../../src/domain/desired.ts'
import { changeBy, isEmpty, minimalPatch, type Patch } from '../../src/domain/patch.ts'
import { PROVIDER_LIST, PROVIDERS, type ProviderField, type ProviderName } from '../../src/domain/providers.ts'
import { redactComparison, redactConfiguration, redactPatch } from '../../src/domain/redact.ts'
import { atlasRegion, isKnownRegion } from '../../src/domain/regions.ts'
import type { Reported } from '../../src/domain/reported.ts'
import { providerState } from '../../src/domain/reported.ts'
import { missingToEnable } from '../../src/domain/required-fields.ts'

const ID = '64b0c0ffee0000000000beef'
const project = (providers: DesiredProvider[], more: Partial<DesiredProject> = {}): DesiredProject => ({
  id: ID,
  name: null,
  providers,
  require: [],
  ...more,
})
const aws = (fields: Record<string, FieldValue>, enabled = true): DesiredProvider => ({
  provider: 'aws',
  enabled,
  fields,
})
const plan = (desired: DesiredProject, reported: Reported): Patch =>
  minimalPatch(desired, reported, compare(desired, reported))

/** What Atlas does with a patch (MongoDB's OpenAPI specification v2, updateEncryptionAtRest), without its checks. */
function applied(reported: Reported, patch: Patch): Reported {
  const after: Record<string, unknown> = { ...reported }
  for (const { atlasObject, fields } of PROVIDER_LIST) {
    const sent = patch[atlasObject]
    if (sent === undefined) continue
    const returned = Object.entries(sent).filter(
      ([name]) => !fields.some((field) => field.name === name && field.secret),
    )
    after[atlasObject] =
      sent.enabled === false ? { enabled: false } : { ...reported[atlasObject], ...Object.fromEntries(returned) }
  }
  return patch.enabledForSearchNodes === undefined
    ? (after as Reported)
    : { ...after, enabledForSearchNodes: patch.enabledForSearchNodes }
}

const valueFor = (field: ProviderField): fc.Arbitrary<FieldValue> =>
  field.format === 'boolean'
    ? fc.boolean()
    : fc.constantFrom('one', 'two', 'three').map((text) => (field.format === 'region' ? text.toUpperCase() : text))

const someFields = (name: ProviderName): fc.Arbitrary<Record<string, FieldValue>> =>
  fc.record(Object.fromEntries(PROVIDERS[name].fields.map((field) => [field.name, valueFor(field)])), {
    requiredKeys: [],
  }) as fc.Arbitrary<Record<string, FieldValue>>

const desiredProvider = fc
  .constantFrom<ProviderName>('aws', 'azure', 'gcp')
  .chain((provider) =>
    fc
      .boolean()
      .chain((enabled) =>
        (enabled ? someFields(provider) : fc.constant({})).map(
          (fields): DesiredProvider => ({ provider, enabled, fields }),
        ),
      ),
  )
const desiredProject = fc
  .tuple(
    fc.uniqueArray(desiredProvider, { selector: ({ provider }) => provider, minLength: 1 }),
    fc.option(fc.boolean()),
  )
  .map(([providers, searchNodes]) =>
    project(providers, searchNodes === null ? {} : { enabledForSearchNodes: searchNodes }),
  )

/** A reply in which every returned field of an enabled provider is there, if only as null. */
const reportedBlock = (name: ProviderName): fc.Arbitrary<Reported['awsKms']> =>
  fc.oneof(
    fc.constantFrom(null, undefined, { enabled: false }),
    fc
      .record(
        Object.fromEntries(
          PROVIDERS[name].fields
            .filter(({ secret }) => !secret)
            .map((field) => [field.name, fc.option(valueFor(field))]),
        ),
      )
      .map((fields) => ({ ...fields, enabled: true })),
  )
const reportedDocument = fc.record({
  awsKms: reportedBlock('aws'),
  azureKeyVault: reportedBlock('azure'),
  googleCloudKms: reportedBlock('gcp'),
  enabledForSearchNodes: fc.constantFrom(true, false, null, undefined),
}) as fc.Arbitrary<Reported>

describe('properties of comparison and patch', () => {
  test('applying the patch to what is reported yields what is desired', () => {
    fc.assert(
      fc.property(desiredProject, reportedDocument, (desired, reported) => {
        const after = applied(reported, plan(desired, reported))
        expect(differences(compare(desired, after))).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test('no difference and no secret: no patch', () => {
    fc.assert(
      fc.property(desiredProject, reportedDocument, (desired, reported) => {
        const secretGiven = desired.providers.some(({ provider, fields }) =>
          PROVIDERS[provider].fields.some((f) => f.secret && fields[f.name] !== undefined),
        )
        const comparisons = compare(desired, reported)
        if (differences(comparisons).length === 0 && !secretGiven) expect(plan(desired, reported)).toEqual({})
        if (differences(comparisons).length > 0) expect(isEmpty(plan(desired, reported))).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  test('a patch touches only the providers that are named', () => {
    fc.assert(
      fc.property(desiredProject, reportedDocument, (desired, reported) => {
        const named: string[] = desired.providers.map(({ provider }) => PROVIDERS[provider].atlasObject)
        for (const key of Object.keys(plan(desired, reported)))
          expect([...named, 'enabledForSearchNodes']).toContain(key)
      }),
    )
  })
})

describe('comparison', () => {
  const enabled = { awsKms: { enabled: true, valid: true, region: 'US_EAST_1', roleId: 'a'.repeat(24) } }

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['off', { enabled: false }],
    ['enabled: null', { enabled: null }],
  ])('absent, null and off are the same: %s', (_, awsKms) => {
    expect(compare(project([aws({ region: 'US_EAST_1', secretAccessKey: 's' })]), { awsKms })).toEqual([
      { provider: 'aws', field: 'enabled', expected: true, actual: false, verdict: 'differs' },
      { provider: 'aws', field: 'region', expected: 'US_EAST_1', actual: null, verdict: 'differs' },
      { provider: 'aws', field: 'secretAccessKey', expected: 's', actual: null, verdict: 'not-comparable' },
    ])
  })

  test('regions and role ids are compared by what they mean', () => {
    const desired = project([aws({ region: 'us-east-1', roleId: 'A'.repeat(24) })])
    expect(differences(compare(desired, enabled))).toEqual([])
  })

  test('UUIDs are compared without case, other texts with it', () => {
    const desired = project([
      { provider: 'azure', enabled: true, fields: { subscriptionID: 'ABC', keyVaultName: 'Vault' } },
    ])
    const reported = { azureKeyVault: { enabled: true, subscriptionID: 'abc', keyVaultName: 'vault' } }
    expect(differences(compare(desired, reported)).map(({ field }) => field)).toEqual(['keyVaultName'])
  })

  test('null differs, a missing boolean is false, any other missing field is not comparable', () => {
    const desired = project([
      aws({ customerMasterKeyID: 'k', region: 'EU_WEST_1', requirePrivateNetworking: false, roleId: 'b' }),
    ])
    const comparisons = compare(desired, { awsKms: { enabled: true, region: null } })
    expect(differences(comparisons)).toEqual([
      { provider: 'aws', field: 'region', expected: 'EU_WEST_1', actual: null },
    ])
    expect(notComparable(comparisons)).toEqual(['customerMasterKeyID', 'roleId'])
  })

  test('a missing roleId differs where static credentials stand', () => {
    const reported = { awsKms: { enabled: true, accessKeyID: 'AKIA' } }
    expect(differences(compare(project([aws({ roleId: 'b' })]), reported))).toEqual([
      { provider: 'aws', field: 'roleId', expected: 'b', actual: null },
    ])
    const nulls = { awsKms: { enabled: true, accessKeyID: null } }
    expect(notComparable(compare(project([aws({ roleId: 'b' })]), nulls))).toEqual(['roleId'])
  })

  test('what is as desired is the same, also where a provider that is off still shows it', () => {
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

  test('a secret that Atlas returns by mistake is not compared', () => {
    const reported = { awsKms: { enabled: true, secretAccessKey: 'other', accessKeyID: 'a' } }
    const comparisons = compare(project([aws({ secretAccessKey: 's', customerMasterKeyID: 'k' })]), reported)
    expect(notComparable(comparisons)).toEqual(['customerMasterKeyID', 'secretAccessKey'])
  })

  test('search nodes: missing counts as false', () => {
    const desired = project([aws({})], { enabledForSearchNodes: true })
    expect(differences(compare(desired, enabled))).toEqual([
      { provider: null, field: 'enabledForSearchNodes', expected: true, actual: false },
    ])
    expect(plan(desired, enabled)).toEqual({ enabledForSearchNodes: true })
  })

  test('to be off: only `enabled` counts', () => {
    expect(compare(project([aws({ region: 'x' }, false)]), enabled)).toEqual([
      { provider: 'aws', field: 'enabled', expected: false, actual: true, verdict: 'differs' },
    ])
  })
})

describe('patch', () => {
  const on = { awsKms: { enabled: true, accessKeyID: 'OLD', region: 'US_EAST_1', customerMasterKeyID: 'k' } }

  test('a secret is always sent, with its partners', () => {
    const same = aws({ accessKeyID: 'OLD', secretAccessKey: 's', region: 'US_EAST_1' })
    expect(plan(project([same]), on)).toEqual({ awsKms: { accessKeyID: 'OLD', secretAccessKey: 's' } })
    expect(plan(project([aws({ secretAccessKey: 's' })]), on)).toStrictEqual({ awsKms: { secretAccessKey: 's' } })
    expect(plan(project([aws({ accessKeyID: 'OLD' })]), on)).toEqual({})
    expect(plan(project([aws({ accessKeyID: 'NEW' })]), on)).toEqual({ awsKms: { accessKeyID: 'NEW' } })
  })

  test('what differs in one provider is not sent to another', () => {
    const role = { roleId: 'r' }
    const both = { awsKms: { enabled: true, ...role }, googleCloudKms: { enabled: true, roleId: 'q' } }
    const desired = project([aws(role), { provider: 'gcp', enabled: true, fields: role }])
    expect(plan(desired, both)).toStrictEqual({ googleCloudKms: role })
  })

  test.each<[string, DesiredProvider[], Reported, string]>([
    ['unchanged', [aws({ region: 'US_EAST_1' })], on, 'unchanged'],
    ['updated', [aws({ region: 'EU_WEST_1' })], on, 'updated'],
    ['created', [aws({ region: 'EU_WEST_1' })], {}, 'created'],
    ['disabled', [aws({}, false)], on, 'disabled'],
    ['created before disabled', [aws({}, false), { provider: 'gcp', enabled: true, fields: {} }], on, 'created'],
    [
      'disabled before updated',
      [aws({}, false), { provider: 'gcp', enabled: true, fields: { roleId: 'r' } }],
      { ...on, googleCloudKms: { enabled: true, roleId: 'q' } },
      'disabled',
    ],
  ])('%s', (_, providers, reported, expected) => {
    const desired = project(providers)
    expect(changeBy(plan(desired, reported), desired, reported)).toBe(expected)
  })
})

describe('what is needed to enable', () => {
  test.each<[string, DesiredProvider, string[]]>([
    [
      'aws, nothing',
      aws({}),
      [
        '`aws-customer-master-key-id`',
        '`aws-region`',
        '`aws-role-id` or `aws-role-arn` (or `aws-access-key-id`, `aws-secret-access-key`)',
      ],
    ],
    ['aws with a role', aws({ customerMasterKeyID: 'k', region: 'r', roleId: 'i' }), []],
    ['aws with an ARN', { ...aws({ customerMasterKeyID: 'k', region: 'r' }), roleArn: 'arn' }, []],
    ['aws with keys', aws({ customerMasterKeyID: 'k', region: 'r', accessKeyID: 'a', secretAccessKey: 's' }), []],
    [
      'aws with half the keys',
      aws({ customerMasterKeyID: 'k', region: 'r', accessKeyID: 'a' }),
      ['`aws-secret-access-key`'],
    ],
    [
      'azure with one of three',
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
      'gcp, nothing',
      { provider: 'gcp', enabled: true, fields: {} },
      ['`gcp-key-version-resource-id`', '`gcp-role-id` (or `gcp-service-account-key`)'],
    ],
    [
      'gcp with a key',
      { provider: 'gcp', enabled: true, fields: { keyVersionResourceID: 'k', serviceAccountKey: '{}' } },
      [],
    ],
  ])('%s', (_, desired, expected) => expect(missingToEnable(desired)).toEqual(expected))

  test('in the words of the config file', () => {
    expect(missingToEnable({ provider: 'gcp', enabled: true, fields: {} }, true)).toEqual([
      '`googleCloudKms.keyVersionResourceID`',
      '`googleCloudKms.roleId` (or `googleCloudKms.serviceAccountKey`)',
    ])
  })

  test('an ARN is replaced by the id that Atlas has for it', () => {
    const desired = { ...aws({ region: 'r' }), roleArn: 'arn' }
    expect(withRoleId(desired, 'id')).toStrictEqual(aws({ region: 'r', roleId: 'id' }))
    expect(desired.fields).toEqual({ region: 'r' })
  })
})

describe('what may be shown', () => {
  test('no secret, and of an access key id its last four characters', () => {
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
})

test('the table of providers, word for word: inputs, masks, checks and pages derive from it', () => {
  expect(PROVIDERS).toMatchSnapshot()
  expect(PROVIDER_LIST).toEqual([PROVIDERS.aws, PROVIDERS.azure, PROVIDERS.gcp])
})

test('states: what is off is not valid, whatever is said of its key', () => {
  expect(providerState({ awsKms: { enabled: false, valid: true } }, 'aws')).toEqual({
    provider: 'aws',
    enabled: false,
    valid: false,
  })
  expect(providerState({ awsKms: { enabled: true, valid: true } }, 'aws')).toEqual({
    provider: 'aws',
    enabled: true,
    valid: true,
  })
  expect(providerState({ awsKms: { enabled: true, valid: null } }, 'aws')).toEqual({
    provider: 'aws',
    enabled: true,
    valid: false,
  })
  expect(providerState({}, 'gcp')).toEqual({ provider: 'gcp', enabled: false, valid: false })
})

test.each([
  ['us-east-1', 'US_EAST_1', true],
  ['US_GOV_WEST_1', 'US_GOV_WEST_1', true],
  ['us-gov-east-1', 'US_GOV_EAST_1', true],
  ['mars-1', 'MARS_1', false],
])('region %s', (text, region, known) => {
  expect(atlasRegion(text)).toBe(region)
  expect(isKnownRegion(region)).toBe(known)
})
