import { describe, expect, test } from '@jest/globals'
import type { ProviderName } from '../../src/domain/providers.ts'
import type { Reported } from '../../src/domain/reported.ts'
import {
  enabledProviders,
  noOpenAlerts,
  noOtherProvider,
  privateEndpoints,
  privateNetworking,
  type Requirement,
  roleBasedAuth,
  rotationAlert,
  searchNodes,
} from '../../src/domain/requirements.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { sanitized } from '../harness/context.ts'

/** A requirement that is met, or is not, for a reason that its row says. */
function expectRow(requirement: Requirement, held: boolean | null, words: RegExp): void {
  expect(requirement.held).toBe(held)
  expect(requirement.detail).toMatch(words)
}

const ALL_ON: Reported = {
  awsKms: { enabled: true, roleId: 'r', requirePrivateNetworking: true },
  azureKeyVault: { enabled: true, roleId: 'r', requirePrivateNetworking: true },
  googleCloudKms: { enabled: true, roleId: 'r' },
}
const ALL_OFF: Reported = {
  awsKms: { enabled: false, accessKeyID: 'a', requirePrivateNetworking: false },
  azureKeyVault: null,
}

describe('rotation-alert', () => {
  const alert = (provider: 'AWS' | 'AZURE' | 'GCP', enabled = true) => ({
    event: `${provider}_ENCRYPTION_KEY_NEEDS_ROTATION`,
    enabled,
  })

  test.each<[string, ReturnType<typeof alert>[], ProviderName[], Reported, boolean, RegExp]>([
    ['for the named one', [alert('GCP'), alert('AWS')], ['aws'], ALL_ON, true, /enabled for AWS KMS\./],
    ['for each of several named ones', [alert('GCP'), alert('AWS')], ['aws', 'gcp'], ALL_ON, true, /AWS KMS, Google/],
    ['for a named one that is off', [alert('AZURE')], ['azure'], {}, true, /Azure Key Vault/],
    ['for every enabled one', [alert('AWS'), alert('AZURE'), alert('GCP')], [], ALL_ON, true, /AWS KMS, Azure/],
    ['for the only enabled one', [alert('AWS')], [], { awsKms: { enabled: true } }, true, /AWS KMS/],
    ['only for another', [alert('GCP')], ['aws'], ALL_ON, false, /for AWS_ENCRYPTION_KEY_NEEDS_ROTATION\./],
    ['one that is switched off', [alert('AWS', false)], ['aws'], ALL_ON, false, /AWS_ENCRYPTION_KEY/],
    ['for one of three', [alert('AZURE')], [], ALL_ON, false, /AWS_ENCRYPTION\w+, GCP_ENCRYPTION\w+\. Add it/],
    ['of which one is switched off', [alert('AWS', false), alert('AWS')], ['aws'], ALL_ON, true, /AWS KMS/],
    ['no alert', [], ['gcp'], ALL_ON, false, /GCP_ENCRYPTION_KEY_NEEDS_ROTATION/],
    ['no provider is enabled', [alert('AWS')], [], ALL_OFF, false, /No provider is enabled/],
  ])('%s', (_, alerts, providers, reported, held, words) => {
    const requirement = rotationAlert(alerts, providers, reported)
    expect(requirement.condition).toBe('rotation-alert')
    expectRow(requirement, held, words)
  })
})

describe('no-open-alerts', () => {
  const open = (event: string, cluster = '') => ({ event: sanitized(event), cluster: sanitized(cluster) })

  test.each([
    ['none', []],
    ['about something else', [open('OUTSIDE_METRIC_THRESHOLD', 'orders')]],
    [
      'with a similar name',
      [open('X_AWS_ENCRYPTION_KEY_INVALID'), open('AWS_ENCRYPTION'), open('OCI_ENCRYPTION_KEY_X')],
    ],
  ])('holds with %s', (_, alerts) => {
    expect(noOpenAlerts(alerts).condition).toBe('no-open-alerts')
    expectRow(noOpenAlerts(alerts), true, /^No alert about encryption at rest is open/)
  })

  test.each([
    'AWS_ENCRYPTION_KEY_INVALID',
    'AZURE_ENCRYPTION_KEY_NEEDS_ROTATION',
    'GCP_ENCRYPTION_KEY_X',
    'ENCRYPTION_AT_REST_CONFIG_NO_LONGER_VALID',
    'ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED',
  ])('does not hold with %s', (event) =>
    expectRow(noOpenAlerts([open('X'), open(event)]), false, new RegExp(`: ${event}\\.$`)),
  )

  test('names the clusters that the alerts are about', () => {
    const alerts = [open('AWS_ENCRYPTION_KEY_INVALID', 'orders'), open('GCP_ENCRYPTION_KEY_INVALID')]
    expectRow(noOpenAlerts(alerts), false, /AWS_ENCRYPTION_KEY_INVALID \(orders\), GCP_ENCRYPTION_KEY_INVALID\.$/)
  })

  test('counts the alerts past the tenth', () =>
    expectRow(noOpenAlerts(Array(12).fill(open('AWS_ENCRYPTION_KEY_INVALID'))), false, / and 2 more\.$/))
})

describe('role-based-auth', () => {
  test.each<[string, Reported, boolean, RegExp]>([
    ['roles everywhere', ALL_ON, true, /No enabled provider/],
    ['statics of a provider that is off', ALL_OFF, true, /No enabled provider/],
    ['an access key', { awsKms: { enabled: true, accessKeyID: 'a' } }, false, /: AWS KMS\./],
    [
      'an access key even beside a role',
      { awsKms: { enabled: true, accessKeyID: 'a', roleId: 'r' } },
      false,
      /AWS KMS/,
    ],
    ['a client without a role', { azureKeyVault: { enabled: true, clientID: 'c' } }, false, /: Azure Key Vault\./],
    ['a client and a role', { azureKeyVault: { enabled: true, clientID: 'c', roleId: 'r' } }, true, /No enabled/],
    ['neither shown on Azure', { azureKeyVault: { enabled: true } }, true, /No enabled/],
    ['no role shown on Google, where a key is never shown', { googleCloudKms: { enabled: true } }, false, /: Google/],
    [
      'two',
      { ...ALL_ON, awsKms: { enabled: true, accessKeyID: 'a' }, googleCloudKms: { enabled: true, roleId: null } },
      false,
      /: AWS KMS, Google Cloud KMS\. Set a role/,
    ],
  ])('%s', (_, reported, held, words) => {
    expect(roleBasedAuth(reported).condition).toBe('role-based-auth')
    expectRow(roleBasedAuth(reported), held, words)
  })
})

describe('private-networking', () => {
  test.each<[string, Reported, boolean, RegExp]>([
    ['everywhere', ALL_ON, true, /^Every enabled AWS or Azure provider/],
    ['Google alone, which has no such setting', { googleCloudKms: { enabled: true } }, true, /^Every enabled/],
    ['a provider that is off does not count', ALL_OFF, true, /^Every enabled/],
    ['not reported', { awsKms: { enabled: true } }, false, /off: AWS KMS\./],
    ['null', { awsKms: { enabled: true, requirePrivateNetworking: null } }, false, /off: AWS KMS\./],
    ['off for one of two', { ...ALL_ON, azureKeyVault: { enabled: true } }, false, /off: Azure Key Vault\./],
  ])('%s', (_, reported, held, words) => {
    expect(privateNetworking(reported).condition).toBe('private-networking')
    expectRow(privateNetworking(reported), held, words)
  })

  test('says that it is about the setting alone, met or not', () => {
    for (const reported of [ALL_ON, { awsKms: { enabled: true } }])
      expect(privateNetworking(reported).detail).toContain('the setting only; private-endpoints checks the endpoints')
  })
})

describe('private-endpoints', () => {
  const [active, pending] = [
    { region: safe`US_EAST_1`, status: safe`ACTIVE` },
    { region: safe`EUROPE_NORTH`, status: safe`PENDING_ACCEPTANCE` },
  ]
  type Endpoints = Parameters<typeof privateEndpoints>[0]

  test.each<[string, Endpoints, boolean, RegExp]>([
    ['Google alone', new Map(), true, /No enabled provider can have/],
    ['one is active', new Map([['aws', [active]]]), true, /ACTIVE \(AWS KMS: 1\)/],
    [
      'all of both',
      new Map([
        ['aws', [active]],
        ['azure', [active, active]],
      ]),
      true,
      /AWS KMS: 1, Azure Key Vault: 2/,
    ],
    ['one of two is not active', new Map([['azure', [active, pending]]]), false, /Vault: EUROPE_NORTH is PENDING/],
    ['there is none', new Map([['aws', []]]), false, /AWS KMS has none/],
    [
      'one provider has none',
      new Map([
        ['aws', [active]],
        ['azure', []],
      ]),
      false,
      /^Azure Key Vault has none\.$/,
    ],
    [
      'both have a problem',
      new Map([
        ['aws', []],
        ['azure', [pending]],
      ]),
      false,
      /AWS KMS has none; Azure Key Vault: EU/,
    ],
  ])('%s', (_, endpoints, held, words) => {
    expect(privateEndpoints(endpoints).condition).toBe('private-endpoints')
    expectRow(privateEndpoints(endpoints), held, words)
  })
})

describe('search-nodes', () => {
  test.each([
    [true, true, /is true/],
    [false, false, /is not true.*not encrypted/],
    [null, false, /is not true/],
    [undefined, false, /is not true/],
  ])('%j: %j', (enabledForSearchNodes, held, words) => {
    const requirement = searchNodes({ enabledForSearchNodes })
    expect(requirement.condition).toBe('search-nodes')
    expectRow(requirement, held, words)
  })
})

describe('no-other-provider', () => {
  const TWO: Reported = {
    awsKms: { enabled: true },
    googleCloudKms: { enabled: true },
    azureKeyVault: { enabled: false },
  }

  test.each<[string, ProviderName[], Reported, boolean, RegExp]>([
    ['only the named one is enabled', ['aws'], { awsKms: { enabled: true } }, true, /other than AWS KMS\.$/],
    ['none is enabled', ['aws'], ALL_OFF, true, /other than AWS KMS/],
    ['all enabled ones are named', ['gcp', 'aws'], TWO, true, /other than Google Cloud KMS, AWS KMS/],
    ['another one is enabled', ['aws'], TWO, false, /^Also enabled: Google Cloud KMS\.$/],
    ['two others are enabled', ['azure'], ALL_ON, false, /AWS KMS, Google Cloud KMS/],
    ['none is named and none is enabled', [], ALL_OFF, true, /At most one/],
    ['none is named and one is enabled', [], { awsKms: { enabled: true } }, true, /At most one/],
    ['none is named and two are enabled', [], TWO, false, /More than one.*AWS KMS, Google Cloud KMS/],
  ])('%s', (_, providers, reported, held, words) => {
    expect(noOtherProvider(providers, reported).condition).toBe('no-other-provider')
    expectRow(noOtherProvider(providers, reported), held, words)
  })
})

test('enabled providers are those that Atlas says so of, in the order of the table', () => {
  expect(enabledProviders(ALL_ON)).toEqual(['aws', 'azure', 'gcp'])
  expect(enabledProviders(ALL_OFF)).toEqual([])
})
