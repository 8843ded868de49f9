import { idOf, ROLE_ID } from '../../harness/fixtures.ts'

const ID = idOf(1)
/** Of a file with one project: what follows are its keys. */
export const HEAD = `version: 1\nprojects:\n  - id: ${ID}\n`

/** A bomb: each anchor stands for nine of the one before, a billion in all. */
const BOMB = `version: 1\nx0: &x0 [a]\n${Array.from({ length: 10 }, (_, n) => `x${n + 1}: &x${n + 1} [${Array(9).fill(`*x${n}`).join(', ')}]\n`).join('')}`

/** Files that must be refused, and what the one error must say: with line and column, and without what is secret. */
export const WRONG_CONFIG_FILES: readonly [name: string, file: string, says: RegExp, secrets?: string[]][] = [
  ['an unknown key', `${HEAD}    awskms: {}\n`, /line 4, column 5: `awskms` is not known; did you mean `awsKms`\?/],
  [
    'an unknown key at the top',
    `${HEAD}project: []\n`,
    /line 4, column 1: `project` is not known; did you mean `projects`\?/,
  ],
  [
    'an unknown field',
    `${HEAD}    awsKms:\n      regon: us-east-1\n`,
    /line 5, column 7: `regon` is not known; did you mean `region`\?/,
  ],
  [
    'an unknown provider in the defaults',
    `${HEAD}defaults: { oracle: {} }\n`,
    /line 4, column 13: `oracle` is not known/,
  ],
  ['valid', `${HEAD}    awsKms: { valid: true }\n`, /line 4, column 15: `valid` is not known; Atlas sets it\./],
  ['a key of the project in the defaults', `${HEAD}defaults: { require: [] }\n`, /line 4.*`require` is not known/],
  ['a directive without a document', '%YAML\n', /line 1, column 1: not valid YAML or JSON \(bad directive\)/],
  ['stray signs alone', ']\n'.repeat(400), /line 1, column 1: not valid YAML or JSON \(unexpected character\)/],
  ['a merge key', `${HEAD}    <<: {}\n`, /line 4, column 5: a key here is not known; known are `id`, `name`/],
  ['a prototype', `${HEAD}    __proto__: { admin: true }\n`, /line 4, column 5: a key here is not known/],
  [
    'a project twice',
    `${HEAD}  - id: ${ID.toUpperCase()}\n`,
    /line 4, column 9: `id`: project 64b0\w+ is already in the file, as number 1/,
  ],
  [
    'a literal secret',
    `${HEAD}    azureKeyVault:\n      secret: hunter2hunter2\n`,
    /line 5, column 15: `secret` is a secret: write `\$\{NAME\}`/,
    ['hunter2hunter2'],
  ],
  [
    'a literal secret in the defaults',
    `${HEAD}defaults:\n  awsKms: { secretAccessKey: "hunter2hunter2" }\n`,
    /line 5.*`secretAccessKey` is a secret/,
    ['hunter2hunter2'],
  ],
  [
    'a literal secret by an alias',
    `x: &x hunter2hunter2\n${HEAD}    azureKeyVault: { secret: *x }\n`,
    /line 5.*`secret` is a secret/,
    ['hunter2hunter2'],
  ],
  [
    'a literal secret around a reference',
    `${HEAD}    azureKeyVault: { secret: "\${A}hunter2" }\n`,
    /`secret` is a secret/,
  ],
  [
    'an unset variable',
    `${HEAD}    googleCloudKms: { serviceAccountKey: "\${NOT_SET}" }\n`,
    /line 4, column 42: the environment variable `NOT_SET` is not set or empty/,
  ],
  [
    'an empty variable',
    `${HEAD}    googleCloudKms: { serviceAccountKey: "\${EMPTY}" }\n`,
    /`EMPTY` is not set or empty/,
  ],
  [
    'a variable that cannot be masked',
    `${HEAD}    azureKeyVault: { secret: "\${SHORT}" }\n`,
    /`SHORT` must have at least 4 characters/,
  ],
  [
    'a variable that is no key',
    `${HEAD}    googleCloudKms: { serviceAccountKey: "\${BROKEN}" }\n`,
    /`BROKEN` must be the JSON of a service account key/,
    ['SECRETPASSWORD'],
  ],
  [
    'a variable with a key that was escaped twice',
    `${HEAD}    googleCloudKms: { serviceAccountKey: "\${ESCAPED}" }\n`,
    /`ESCAPED` has a `private_key` without line ends/,
    ['SECRETPASSWORD'],
  ],
  [
    'a text longer than any',
    `${HEAD}    azureKeyVault:\n      secret: |\n${'        SECRETPASSWORD\n'.repeat(3000)}`,
    /`atlas.yml` contains a text of more than 65536 characters \(line 6, column 1\)/,
    ['SECRETPASSWORD'],
  ],
  [
    'a reference where there is no secret',
    `${HEAD}    awsKms: { customerMasterKeyID: "\${KEY}" }\n`,
    /`customerMasterKeyID` is not a secret: write its value/,
  ],
  [
    'a number for a boolean',
    `${HEAD}    awsKms: { enabled: 1 }\n`,
    /line 4, column 24: `enabled` must be `true` or `false`/,
  ],
  ['a quoted boolean', `${HEAD}    awsKms: { enabled: "true" }\n`, /`enabled` must be `true` or `false`/],
  ['yes', `${HEAD}    enabledForSearchNodes: yes\n`, /line 4.*`enabledForSearchNodes` must be `true` or `false`/],
  ['a list for a mapping', `${HEAD}    awsKms: [a]\n`, /line 4, column 13: `awsKms` must be a mapping/],
  ['nothing for a mapping', `${HEAD}    awsKms:\n`, /line 4.*`awsKms` must be a mapping/],
  ['a mapping for a list', 'version: 1\nprojects: {}\n', /line 2, column 11: `projects` must be a list/],
  ['a mapping for a text', `${HEAD}    name: {}\n`, /line 4.*`name` must be one text/],
  [
    'a text for a project',
    'version: 1\nprojects: [a]\n',
    /line 2, column 12: number 1 of `projects` must be a mapping/,
  ],
  ['an empty value', `${HEAD}    awsKms: { region: }\n`, /`region` is empty; set a value, or remove the line/],
  ['null', `${HEAD}    awsKms: { customerMasterKeyID: null }\n`, /`customerMasterKeyID` is empty/],
  [
    'a condition that there is not',
    `${HEAD}    awsKms: {}\n    require: [clusters, backups]\n`,
    /line 5, column 25: number 2 of `require` must be one of `clusters`/,
  ],
  ['require as a text', `${HEAD}    awsKms: {}\n    require: clusters\n`, /line 5.*`require` must be a list/],
  ['a bad value', `${HEAD}    awsKms: { roleId: x }\n`, /line 4, column 23: `roleId` must be 24 hexadecimal digits/],
  ['a bad ARN', `${HEAD}    awsKms: { roleArn: x }\n`, /`roleArn` must be the ARN of an IAM role/],
  [
    'a role by both its id and its ARN',
    `${HEAD}    awsKms: { roleId: ${ROLE_ID}, roleArn: "arn:aws:iam::1:role/x" }\n`,
    /line 4.*one way to authenticate/,
  ],
  [
    'a role and static keys',
    `${HEAD}    awsKms: { roleId: ${ROLE_ID}, accessKeyID: AKIAIOSFODNN7EXAMPLE }\n`,
    /line 4.*one way to authenticate/,
  ],
  [
    'a key in another region',
    `${HEAD}    awsKms:\n      region: us-east-1\n      customerMasterKeyID: arn:aws:kms:eu-west-1:1:key/x\n`,
    /line 6, column 28: `customerMasterKeyID` is the ARN of a key in `eu-west-1`, but `region` is `US_EAST_1`/,
  ],
  [
    'a key in another region than that of the defaults',
    `${HEAD}    awsKms: { customerMasterKeyID: arn:aws:kms:eu-west-1:1:key/x }\ndefaults: { awsKms: { region: us-east-1 } }\n`,
    /line 4, column 36: `customerMasterKeyID` is the ARN of a key in `eu-west-1`/,
  ],
  [
    'a key of another vault',
    `${HEAD}    azureKeyVault:\n      keyVaultName: b\n      keyIdentifier: https://a.vault.azure.net/keys/x\n`,
    /line 6, column 22: `keyIdentifier` is in the vault `a`, but `keyVaultName` is `b`/,
  ],
  [
    'a secret for a key, in the defaults',
    `${HEAD}    azureKeyVault: {}\ndefaults:\n  azureKeyVault: { keyIdentifier: "https://a.vault.azure.net/secrets/x" }\n`,
    /line 6, column 35: `keyIdentifier` must have the path/,
  ],
  [
    'a key in another cloud',
    `${HEAD}    azureKeyVault: { azureEnvironment: AZURE_CHINA, keyIdentifier: "https://a.vault.azure.net/keys/x" }\n`,
    /line 4, column 68: `keyIdentifier` must have the host of a vault of `AZURE_CHINA` \(`azureEnvironment`\)/,
  ],
  [
    'a vault name that is a URL',
    `${HEAD}    azureKeyVault: { keyVaultName: "https://a.vault.azure.net" }\n`,
    /line 4, column 36: `keyVaultName` must be the name of the vault only/,
  ],
  [
    'a resource group that is a resource id',
    `${HEAD}    azureKeyVault: { resourceGroupName: /subscriptions/x/resourceGroups/y }\n`,
    /line 4, column 41: `resourceGroupName` must be the name of the resource group only/,
  ],
  [
    'a role id that is an ARN',
    `${HEAD}    awsKms: { roleId: "arn:aws:iam::1:role/x" }\n`,
    /line 4, column 23: `roleId` must be 24 hexadecimal digits.*`roleArn`/,
  ],
  [
    'more in a project than can be right',
    `${HEAD}    awsKms: {}\n    require: [${'clusters,'.repeat(1000)}]\n`,
    /line 3, column 5: there are more than 1000 values here/,
  ],
  [
    'more in the defaults than can be right',
    `${HEAD}    awsKms: {}\ndefaults: { awsKms: [${'x,'.repeat(1000)}] }\n`,
    /line 5, column 11: there are more than 1000 values here/,
  ],
  ['a list for the file', '- version: 1\n', /line 1, column 1: the file must be a mapping/],
  ['a text for the file', 'version\n', /line 1, column 1: the file must be a mapping/],
  ['a project without a provider', HEAD, /line 3, column 5: the project names no provider/],
  ['a project without an id', 'version: 1\nprojects:\n  - name: x\n', /line 3, column 5: `id` is missing/],
  [
    'a bad id',
    'version: 1\nprojects:\n  - id: ../../orgs\n    awsKms: {}\n',
    /line 3, column 9: `id` must be 24 hexadecimal/,
  ],
  ['no version', `projects:\n  - id: ${ID}\n    awsKms: {}\n`, /line 1, column 1: `version` is missing/],
  [
    'another version',
    `${HEAD.replace('version: 1', 'version: 2')}    awsKms: {}\n`,
    /line 1, column 10: `version` must be 1/,
  ],
  ['no projects', 'version: 1\nprojects: []\n', /line 2, column 11: `projects` is empty/],
  [
    'more projects than any organization has',
    `version: 1\nprojects: [${'x,'.repeat(10_001)}]\n`,
    /line 2, column 11: `projects` lists more than 10000 projects/,
  ],
  ['nothing', '', /line 1, column 1: the file is empty/],
  ['broken YAML', `${HEAD}    name: "x\n`, /line \d+, column \d+: not valid YAML or JSON/],
  ['a tab', `${HEAD}\tname: x\n`, /line 4, column 1: not valid YAML or JSON \(tab as indent\)/],
  ['broken JSON', '{"version": 1, "projects": [', /line 1, column \d+: not valid YAML or JSON/],
  ['a key twice', `${HEAD}    name: a\n    name: b\n`, /line 5, column 5: not valid YAML or JSON \(duplicate key\)/],
  ['two documents', `${HEAD}    awsKms: {}\n---\nversion: 1\n`, /a second document begins/],
  ['a tag', `${HEAD}    name: !secret x\n`, /line 4, column 11: not valid/],
  ['an anchor bomb', BOMB, /expands to more than the action reads/],
  ['endless nesting', `version: ${'['.repeat(60_000)}`, /`atlas.yml`.*nested too deeply/],
]

/** The step's environment that the references in these files are of. */
export const VARIABLES = {
  EMPTY: '',
  SHORT: 'abc',
  BROKEN: '{"private_key": "SECRETPASSWORD" oops',
  ESCAPED: JSON.stringify({ private_key: '-----BEGIN PRIVATE KEY-----\\nSECRETPASSWORD\\n' }),
}
