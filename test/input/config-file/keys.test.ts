import { expect, test } from '@jest/globals'
import { BARE_KEYS, FILE_KEYS, unknownKey } from '../../../src/input/config-file/keys.ts'
import { Secrets } from '../../../src/sanitize/secrets.ts'

const secrets = new Secrets(() => undefined)

test('the keys of a file, and those whose value is written without quotes', () => {
  expect(FILE_KEYS).toEqual(['$schema', 'version', 'defaults', 'projects'])
  expect([...BARE_KEYS].sort()).toEqual(['enabled', 'enabledForSearchNodes', 'requirePrivateNetworking', 'version'])
})

test.each([
  ['the file', [], '`$schema`, `version`, `defaults`, `projects`'],
  ['the defaults', ['defaults'], '`awsKms`, `azureKeyVault`, `googleCloudKms`'],
  [
    'a project',
    ['projects', 7],
    '`id`, `name`, `enabledForSearchNodes`, `require`, `awsKms`, `azureKeyVault`, `googleCloudKms`',
  ],
  [
    'AWS',
    ['projects', 0, 'awsKms'],
    '`enabled`, `customerMasterKeyID`, `region`, `roleId`, `accessKeyID`, `secretAccessKey`, `requirePrivateNetworking`, `roleArn`, `clusters`, `privateEndpointRegions`',
  ],
  [
    'Azure in the defaults',
    ['defaults', 'azureKeyVault'],
    '`enabled`, `azureEnvironment`, `subscriptionID`, `resourceGroupName`, `keyVaultName`, `keyIdentifier`, `roleId`, `clientID`, `tenantID`, `secret`, `requirePrivateNetworking`, `servicePrincipalId`, `clusters`, `privateEndpointRegions`',
  ],
  [
    'Google, which has no private endpoints',
    ['defaults', 'googleCloudKms'],
    '`enabled`, `keyVersionResourceID`, `roleId`, `serviceAccountKey`, `serviceAccount`, `clusters`',
  ],
])('a key that is like none names all that are known in %s', (_, path, list) =>
  expect(unknownKey('oooooooo', path, secrets)).toBe(`\`oooooooo\` is not known; known are ${list}.`),
)

test.each([
  ['Version', [], 'version'],
  ['google-cloud-kms', ['defaults'], 'googleCloudKms'],
  ['enabledForSearchNode', ['projects', 0], 'enabledForSearchNodes'],
  ['cluster', ['projects', 0, 'googleCloudKms'], 'clusters'],
  ['privateEndpointRegion', ['projects', 0, 'awsKms'], 'privateEndpointRegions'],
])('%s is near a known key', (key, path, similar) =>
  expect(unknownKey(key, path, secrets)).toBe(`\`${key}\` is not known; did you mean \`${similar}\`?`),
)

test('`valid` is what Atlas sets, wherever it stands', () => {
  for (const path of [[], ['projects', 0, 'awsKms']])
    expect(unknownKey('valid', path, secrets)).toBe('`valid` is not known; Atlas sets it.')
})

test('a key that may be a value in the wrong place is not quoted', () =>
  expect(unknownKey('a b: c', ['defaults'], secrets)).toBe(
    'a key here is not known; known are `awsKms`, `azureKeyVault`, `googleCloudKms`.',
  ))
