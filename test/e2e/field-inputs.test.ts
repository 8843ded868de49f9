import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { FakeAtlas } from '../fake-atlas/server.ts'
import { CONFIGURATIONS, idOf, ROLE_ID, WITH_API_KEY } from '../harness/fixtures.ts'
import { runAction, type StepResult } from '../harness/run-action.ts'
import { withScenario } from '../harness/scenario.ts'

const { inputs: AWS, block: AWS_BLOCK } = CONFIGURATIONS.aws
const { inputs: AZURE } = CONFIGURATIONS.azure
const ARN = 'arn:aws:kms:us-east-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0'

/** The step ended with one error that says `says`, before any request, with every output written. */
function expectRefused({ errors, exitCode, outputs }: StepResult, says: RegExp, { requests }: FakeAtlas): void {
  expect(errors).toEqual([expect.stringMatching(says)])
  expect(exitCode).toBe(1)
  expect(requests).toEqual([])
  expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error', valid: 'false', changed: 'false' })
  expect(JSON.parse(outputs.report as string)).toMatchObject({ error: { code: 'INPUT' } })
}

describe('12: a KMS key by its ARN', () => {
  test('is sent as it was given, beside the region that it names', () =>
    withScenario(async ({ atlas, runStep }) => {
      const { outputs, warnings } = await runStep({ ...AWS, 'aws-customer-master-key-id': ARN })
      expect(outputs.result).toBe('created')
      expect(atlas.patches).toMatchObject([{ awsKms: { customerMasterKeyID: ARN, region: 'US_EAST_1' } }])
      expect(warnings).toEqual([])
    }))

  test.each(['apply', 'plan', 'drift'])('that names another region is an error in %s', (mode) =>
    withScenario(async ({ atlas, runStep }) => {
      const key = { 'aws-customer-master-key-id': ARN.replace('us-east-1', 'eu-west-1') }
      const says = /`aws-customer-master-key-id` is the ARN of a key in `eu-west-1`, but `aws-region` is `US_EAST_1`/
      expectRefused(await runStep({ ...AWS, ...key, mode }), says, atlas)
    }),
  )

  test('of another partition is compared as well', () =>
    withScenario(async ({ atlas, runStep }) => {
      const key = ARN.replace('arn:aws:kms:us-east-1', 'arn:aws-us-gov:kms:us-gov-west-1')
      const right = await runStep({
        ...AWS,
        mode: 'plan',
        'aws-customer-master-key-id': key,
        'aws-region': 'us-gov-west-1',
      })
      expect(right.errors).toEqual([])
      atlas.requests.length = 0
      const wrong = await runStep({ ...AWS, mode: 'plan', 'aws-customer-master-key-id': key })
      expectRefused(wrong, /is the ARN of a key in `us-gov-west-1`/, atlas)
    }))

  test.each(['alias/atlas', ARN.replace(/key\/.*/, 'alias/atlas')])('an alias is sent, with one warning: %s', (alias) =>
    withScenario(async ({ atlas, runStep }) => {
      const { warnings } = await runStep({ ...AWS, 'aws-customer-master-key-id': alias })
      expect(warnings).toEqual([expect.stringContaining('`aws-customer-master-key-id` is the alias of a key')])
      expect(atlas.patches).toMatchObject([{ awsKms: { customerMasterKeyID: alias } }])
    }),
  )

  test('verify takes no notice of it', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      const key = { 'aws-customer-master-key-id': 'alias/x', 'aws-region': 'mars north', 'aws-role-id': '"quoted"' }
      const { outputs, warnings } = await scenario.runStep({ ...AWS, ...key, fields: '{', mode: 'verify' })
      expect(outputs).toMatchObject({ result: 'passed', valid: 'true' })
      expect(warnings).toEqual([])
    }))
})

describe('16: fields with the outer object of the API', () => {
  test.each([
    ['JSON', JSON.stringify({ awsKms: AWS_BLOCK })],
    [
      'YAML',
      `awsKms:\n  customerMasterKeyID: ${AWS_BLOCK.customerMasterKeyID}\n  region: us-east-1\n  roleId: ${ROLE_ID}\n`,
    ],
    ['what a GET gave, without `valid` and `enabled`', JSON.stringify({ awsKms: { ...AWS_BLOCK, accessKeyID: null } })],
  ])('are taken as their content: %s', (_, fields) =>
    withScenario(async ({ atlas, runStep }) => {
      const { outputs } = await runStep({ provider: 'aws', fields })
      expect(outputs.result).toBe('created')
      expect(atlas.patches).toEqual([{ awsKms: { enabled: true, ...AWS_BLOCK } }])
    }),
  )

  test('are taken for Google as well', () =>
    withScenario(async ({ atlas, runStep }) => {
      const { block, object } = CONFIGURATIONS.gcp
      await runStep({ provider: 'gcp', fields: JSON.stringify({ [object]: block }) })
      expect(atlas.patches).toEqual([{ googleCloudKms: { enabled: true, ...block } }])
    }))

  test.each([
    ['`valid`', { awsKms: { ...AWS_BLOCK, valid: true } }, /`valid` is not a field of `aws`; Atlas sets it\./],
    ['`enabled`', { awsKms: { enabled: true } }, /`enabled` is not a field of `aws`; use the input `enabled`\./],
    ['the whole document', { awsKms: AWS_BLOCK, azureKeyVault: {} }, /`awsKms`.*set only what is inside `awsKms`/],
    [
      'another provider',
      { googleCloudKms: {} },
      /`googleCloudKms` is not a field of `aws`; it belongs to `provider: gcp`/,
    ],
  ])('say what to give instead: %s', (_, fields, says) =>
    withScenario(async ({ atlas, runStep }) => {
      const result = await runStep({ provider: 'aws', fields: JSON.stringify(fields) })
      expectRefused(result, says, atlas)
      expect(result.errors[0]).not.toContain('did you mean')
    }),
  )

  test('`valid` in the config file gets the same words', () =>
    withScenario(async ({ atlas }) => {
      const file = `version: 1\nprojects:\n  - id: ${idOf(1)}\n    awsKms: { valid: true }\n`
      const result = await stepWithFile(atlas, 'atlas.yml', { 'atlas.yml': file })
      expectRefused(result, /line 4, column 15: `valid` is not known; Atlas sets it\./, atlas)
    }))

  test('a name that is like none gets no suggestion', () =>
    withScenario(async ({ atlas, runStep }) => {
      const result = await runStep({ provider: 'aws', fields: 'kmsKeyArn: x' })
      expectRefused(result, /`kmsKeyArn` is not a field of `aws`; its fields are `customerMasterKeyID`, /, atlas)
      expect(result.errors[0]).not.toContain('did you mean')
    }))

  test('a role by its ARN is sent on to the input for it', () =>
    withScenario(async ({ atlas, runStep }) => {
      const fields = JSON.stringify({ awsKms: { ...AWS_BLOCK, roleId: 'arn:aws:iam::111122223333:role/atlas-kms' } })
      expectRefused(
        await runStep({ provider: 'aws', fields }),
        /`fields\.roleId` .* is an ARN: .*`aws-role-arn`/,
        atlas,
      )
    }))
})

function stepWithFile(
  atlas: FakeAtlas,
  path: string,
  files: Record<string, string> = {},
  prepareWorkspace: (workspace: string) => void = () => undefined,
): Promise<StepResult> {
  const inputs = { 'atlas-base-url': atlas.url, ...WITH_API_KEY, mode: 'drift', 'config-file': path }
  return runAction({ with: inputs, files, prepareWorkspace })
}

describe('17: a config file that is not there', () => {
  const FILE = `version: 1\nprojects:\n  - id: ${idOf(1)}\n    awsKms: { enabled: false }\n`

  test.each([
    [
      'the path of the host in a container',
      '/home/runner/work/app/app/atlas.yml',
      /`\/home\/runner\/work\/app\/app\/atlas\.yml` is outside the workspace `.*\/workspace`\. In a container, `github\.workspace` is the path on the host/,
    ],
    ['another absolute path', '/etc/hostname', /`\/etc\/hostname` is outside the workspace/],
    [
      'a backslash',
      'infra\\atlas.yml',
      /there is no file `.*\/workspace\/infra\\atlas\.yml`; use `\/` instead of the backslash/,
    ],
    [
      'a star',
      'envs/*.yml',
      /there is no file `.*\/workspace\/envs\/\*\.yml`; it must be the path of one file, not a pattern/,
    ],
    ['a question mark', 'atlas.y?l', /it must be the path of one file, not a pattern/],
    [
      'another name',
      'atlas.yaml',
      /there is no file `.*\/workspace\/atlas\.yaml`; correct the path, or add `actions\/checkout`/,
    ],
    ['another case', 'Atlas.yml', /there is no file `.*\/workspace\/Atlas\.yml`/],
    ['above the workspace', '../atlas.yml', /must be inside the workspace/],
  ])('is named: %s', (_, path, says) =>
    withScenario(async ({ atlas }) => {
      expectRefused(await stepWithFile(atlas, path, { 'atlas.yml': FILE, 'infra/atlas.yml': FILE }), says, atlas)
    }),
  )

  test('an absolute path inside the workspace works, and a file whose name has a star', () =>
    withScenario(async ({ atlas }) => {
      atlas.addProject(idOf(1))
      const folder = mkdtempSync(join(tmpdir(), 'elsewhere-'))
      try {
        // The workspace is known only once it is there: a link leads to it.
        const link = join(folder, 'workspace')
        const inside = (workspace: string): void => symlinkSync(workspace, link)
        const absolute = await stepWithFile(atlas, join(link, 'atlas.yml'), { 'atlas.yml': FILE }, inside)
        expect(absolute.errors).toEqual([])
        const starred = await stepWithFile(atlas, 'a*.yml', { 'a*.yml': FILE })
        expect(starred.errors).toEqual([])
      } finally {
        rmSync(folder, { recursive: true })
      }
    }))

  test('a link that leads out of the workspace is refused', () =>
    withScenario(async ({ atlas }) => {
      const folder = mkdtempSync(join(tmpdir(), 'elsewhere-'))
      try {
        writeFileSync(join(folder, 'atlas.yml'), FILE)
        const link = (workspace: string): void => symlinkSync(join(folder, 'atlas.yml'), join(workspace, 'link.yml'))
        expectRefused(await stepWithFile(atlas, 'link.yml', {}, link), /must be inside the workspace/, atlas)
      } finally {
        rmSync(folder, { recursive: true })
      }
    }))
})

describe('19: an Azure key of another vault', () => {
  const identifier = AZURE['azure-key-identifier']

  const WRONG: readonly [name: string, inputs: Record<string, string>, says: RegExp][] = [
    [
      'of another vault',
      { 'azure-key-identifier': identifier.replace('vault-prod', 'vault-test') },
      /`azure-key-identifier` is in the vault `vault-test`, but `azure-key-vault-name` is `vault-prod`/,
    ],
    [
      'a secret',
      { 'azure-key-identifier': identifier.replace('/keys/', '/secrets/') },
      /`azure-key-identifier` must have the path `\/keys\/NAME` or `\/keys\/NAME\/VERSION` of a key/,
    ],
    ['no vault at all', { 'azure-key-identifier': 'https://example.com/' }, /2 invalid inputs.*path.*host of a vault/],
    [
      'of another cloud',
      { 'azure-environment': 'AZURE_US_GOVERNMENT' },
      /`azure-key-identifier` must have the host of a vault of `AZURE_US_GOVERNMENT` .*`\.vault\.usgovcloudapi\.net`/,
    ],
    [
      'of the Chinese cloud',
      { 'azure-key-identifier': identifier.replace('azure.net', 'azure.cn') },
      /`azure-key-identifier` must have the host of a vault of `AZURE` .*`\.vault\.azure\.net`/,
    ],
    [
      'whose vault is given as a URL',
      { 'azure-key-vault-name': 'https://vault-prod.vault.azure.net/' },
      /`azure-key-vault-name` must be the name of the vault only, not its URL/,
    ],
    [
      'whose resource group is given as its resource id',
      { 'azure-resource-group-name': '/subscriptions/0ec944e8-1111-2222-3333-444455556666/resourceGroups/keys-prod' },
      /`azure-resource-group-name` must be the name of the resource group only/,
    ],
  ]

  test.each(WRONG.flatMap((row) => ['apply', 'plan', 'drift'].map((mode) => [...row, mode] as const)))(
    '%s is an error: %j, %s, %s',
    (_, inputs, says, mode) =>
      withScenario(async ({ atlas, runStep }) =>
        expectRefused(await runStep({ ...AZURE, ...inputs, mode }), says, atlas),
      ),
  )

  test.each(WRONG)('%s is no matter to verify', (_, inputs) =>
    withScenario(async (scenario) => {
      scenario.enable('azure')
      expect((await scenario.runStep({ ...AZURE, ...inputs, mode: 'verify' })).outputs.result).toBe('passed')
    }),
  )

  test.each([
    ['without a version', { 'azure-key-identifier': identifier.replace(/\/[0-9a-f]+$/, '') }],
    ['with a slash at the end', { 'azure-key-identifier': `${identifier}/` }],
    ['whose vault is in another case', { 'azure-key-vault-name': 'Vault-Prod' }],
    ['in a managed HSM', { 'azure-key-identifier': identifier.replace('.vault.', '.managedhsm.') }],
  ])('%s is fine', (_, inputs) =>
    withScenario(async ({ atlas, runStep }) => {
      const { errors, warnings } = await runStep({ ...AZURE, ...inputs })
      expect([...errors, ...warnings]).toEqual([])
      expect(atlas.patches).toHaveLength(1)
    }),
  )

  test.each([
    [
      'its own',
      `    azureKeyVault:\n      keyVaultName: a\n      keyIdentifier: https://b.vault.azure.net/keys/k\n`,
      6,
    ],
    [
      'those of the defaults',
      `    azureKeyVault:\n      keyVaultName: a\ndefaults: { azureKeyVault: { keyIdentifier: "https://b.vault.azure.net/keys/k" } }\n`,
      6,
    ],
  ])('in a config file it is named by line and column, of fields that are %s', (_, project, line) =>
    withScenario(async ({ atlas }) => {
      const file = `version: 1\nprojects:\n  - id: ${idOf(1)}\n${project}`
      const result = await stepWithFile(atlas, 'atlas.yml', { 'atlas.yml': file })
      const says = new RegExp(
        `line ${line}, column \\d+: \`keyIdentifier\` is in the vault \`b\`, but \`keyVaultName\` is \`a\``,
      )
      expectRefused(result, says, atlas)
    }),
  )

  test('an AWS key of another region in a config file is named likewise', () =>
    withScenario(async ({ atlas }) => {
      const file = `version: 1\nprojects:\n  - id: ${idOf(1)}\n    awsKms: { region: eu-west-1, customerMasterKeyID: "${ARN}" }\n`
      const result = await stepWithFile(atlas, 'atlas.yml', { 'atlas.yml': file })
      expectRefused(result, /line 4, column 55: `customerMasterKeyID` is the ARN of a key in `us-east-1`/, atlas)
    }))
})
