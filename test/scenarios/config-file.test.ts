import { symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { FakeAtlas } from '../fake-atlas/server.ts'
import { runAction } from '../runner/run-action.ts'
import { Fleet, idOf, keyOf, reportOf } from './fleet-world.ts'
import { ROLE_ID, WITH_API_KEY } from './world.ts'

const ID = idOf(1)
const HEAD = `version: 1\nprojects:\n  - id: ${ID}\n`

/** A bomb: each anchor stands for nine of the one before, a billion in all. */
const BOMB = `version: 1\nx0: &x0 [a]\n${Array.from({ length: 10 }, (_, n) => `x${n + 1}: &x${n + 1} [${Array(9).fill(`*x${n}`).join(', ')}]\n`).join('')}`

/** Files that must be refused, and what the one error must say: with line and column, and without what is secret. */
const WRONG: readonly [name: string, file: string, says: RegExp, secrets?: string[]][] = [
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
  ['a key of the project in the defaults', `${HEAD}defaults: { require: [] }\n`, /line 4.*`require` is not known/],
  ['a merge key', `${HEAD}    <<: {}\n`, /line 4, column 5: a key here is not known; known are id, name/],
  ['a prototype', `${HEAD}    __proto__: { admin: true }\n`, /line 4, column 5: a key here is not known/],
  [
    'a project twice',
    `${HEAD}  - id: ${ID.toUpperCase()}\n`,
    /line 4, column 9: `id`: project 64b0\w+ is in the file already, as number 1/,
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
    'a reference where there is no secret',
    `${HEAD}    awsKms: { customerMasterKeyID: "\${KEY}" }\n`,
    /`customerMasterKeyID` is no secret: write its value/,
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
  ['an empty value', `${HEAD}    awsKms: { region: }\n`, /`region` is empty; give a value, or remove the line/],
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
    `version: 1\nprojects: [${'{ id: x },'.repeat(10_001)}]\n`,
    /line 2, column 11: `projects` lists more than 10000 projects/,
  ],
  ['nothing', '', /line 1, column 1: the file is empty/],
  ['broken YAML', `${HEAD}    name: "x\n`, /line \d+, column \d+: not valid YAML or JSON/],
  ['a tab', `${HEAD}\tname: x\n`, /line 4, column 1: not valid YAML or JSON \(tab as indent\)/],
  ['broken JSON', '{"version": 1, "projects": [', /line 1, column \d+: not valid YAML or JSON/],
  ['a key twice', `${HEAD}    name: a\n    name: b\n`, /line 5, column 5: not valid YAML or JSON \(duplicate key\)/],
  ['two documents', `${HEAD}    awsKms: {}\n---\nversion: 1\n`, /a second document begins/],
  ['a tag', `${HEAD}    name: !secret x\n`, /line 4, column 11: not valid/],
  ['an anchor bomb', BOMB, /unfolds into more than is read/],
  ['endless nesting', `version: ${'['.repeat(60_000)}`, /`atlas.yml`/],
]

describe('a wrong config file: one clear error, no request, all outputs', () => {
  let atlas: FakeAtlas
  beforeAll(async () => {
    atlas = await FakeAtlas.start()
  })
  afterAll(() => atlas.stop())

  const step = (inputs: Record<string, string>, files: Record<string, string>, secrets: string[] = []) =>
    runAction({
      with: { 'atlas-base-url': atlas.url, ...WITH_API_KEY, 'config-file': 'atlas.yml', ...inputs },
      env: { EMPTY: '', SHORT: 'abc', BROKEN: '{"private_key": "SECRETPASSWORD" oops' },
      files,
      secrets: () => secrets,
    })

  test.each(WRONG)('%s', async (_, file, says, secrets = []) => {
    const { errors, outputs, summary } = await step({}, { 'atlas.yml': file }, secrets)
    expect(errors).toEqual([expect.stringMatching(says)])
    expect(atlas.requests).toEqual([])
    expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error', valid: 'false', configuration: '' })
    expect(JSON.parse(outputs.report as string)).toMatchObject({ error: { code: 'INPUT' }, projects: [], shard: null })
    expect(summary).toContain('failed')
  })

  test('10 MB', async () => {
    const { errors } = await step({}, { 'atlas.yml': `# ${'x'.repeat(10_000_000)}\n${HEAD}` })
    expect(errors).toEqual([expect.stringMatching(/`config-file` is larger than 5 MiB/)])
  })

  test('a hundred thousand keys are refused as fast as one', async () => {
    const keys = Array.from({ length: 100_000 }, (_, n) => `k${n}: x`).join('\n')
    const { errors } = await step({ timeout: '30' }, { 'atlas.yml': keys })
    expect(errors).toEqual([expect.stringMatching(/things are wrong.*line 1, column 1: `k0` is not known/)])
  })

  test('all that is wrong is told at once', async () => {
    const { errors } = await step(
      {},
      { 'atlas.yml': `${HEAD}    awsKms: { regon: x, roleId: y }\n  - id: z\n    name: {}\n` },
    )
    expect(errors).toHaveLength(1)
    for (const place of ['line 4, column 15', 'line 4, column 33', 'line 5, column 9', 'line 6, column 11'])
      expect(errors[0]).toContain(place)
  })

  test.each([
    ['not there', { 'config-file': 'other.yml' }, /no such file.*`actions\/checkout`/],
    ['a folder', { 'config-file': '.' }, /`config-file` is not a file/],
    ['above the workspace', { 'config-file': '../event.json' }, /inside the workspace/],
    ['elsewhere', { 'config-file': '/etc/passwd' }, /inside the workspace/],
  ])('%s', async (_, inputs, says) => {
    const { errors } = await step(inputs, { 'atlas.yml': HEAD })
    expect(errors).toEqual([expect.stringMatching(says)])
  })

  test('a link that leads out of the workspace', async () => {
    const outside = join(tmpdir(), `outside-${process.pid}.yml`)
    writeFileSync(outside, `${HEAD}    awsKms: {}\n`)
    const { errors } = await runAction({
      with: { 'atlas-base-url': atlas.url, ...WITH_API_KEY, 'config-file': 'link.yml' },
      prepareWorkspace: (workspace) => symlinkSync(outside, join(workspace, 'link.yml')),
    })
    expect(errors).toEqual([expect.stringMatching(/inside the workspace/)])
  })

  test.each([
    'provider',
    'enabled',
    'enabled-for-search-nodes',
    'fields',
    'aws-region',
    'aws-role-arn',
    'azure-secret',
  ])('%s beside it', async (name) => {
    const value = { provider: 'aws', enabled: 'true', 'enabled-for-search-nodes': 'true' }[name] ?? 'some-value'
    const { errors } = await step({ mode: 'verify', [name]: value }, { 'atlas.yml': HEAD })
    expect(errors).toEqual([expect.stringMatching(new RegExp(`\`${name}\`: cannot stand beside \`config-file\``))])
    expect(atlas.requests).toEqual([])
  })
})

describe('a right config file', () => {
  test('as JSON, indented with tabs, with `$schema` for the editor', () =>
    Fleet.play(2, async ({ entries, step }) => {
      const defaults = { awsKms: { enabled: true, region: 'US_EAST_1', roleId: ROLE_ID } }
      const file = JSON.stringify(
        { $schema: './config.schema.json', version: 1, defaults, projects: entries },
        null,
        '\t',
      )
      const result = await step({ mode: 'drift', 'config-file': 'atlas.json' }, { files: { 'atlas.json': file } })
      expect(result.outputs).toMatchObject({ result: 'passed', valid: 'true' })
    }))

  test('values keep their text: an id of digits without quotes, an alias, upper case', () =>
    Fleet.play(1, async ({ atlas, step }) => {
      const id = '640000000000000000000012'
      const project = atlas.addProject(id)
      project.roles = [{ roleId: id, authorized: true }]
      const file = `version: 1\nprojects:\n  - id: ${id}\n    name: &n 0123\n    awsKms:\n      enabled: TRUE\n      customerMasterKeyID: *n\n      region: us-east-1\n      roleId: ${id}\n`
      const result = await step({}, { files: { 'atlas.yml': file } })
      expect(atlas.patches).toEqual([
        { awsKms: { enabled: true, customerMasterKeyID: '0123', region: 'US_EAST_1', roleId: id } },
      ])
      expect(reportOf(result).projects).toMatchObject([{ projectId: id, name: '0123', result: 'created' }])
    }))

  test('an alias for each of thousands of projects', () =>
    Fleet.play(1, async ({ step }) => {
      const rest = Array.from({ length: 3000 }, (_, n) => `  - { id: ${idOf(n + 1)}, awsKms: *kms }\n`).join('')
      const file = `version: 1\nprojects:\n  - { id: ${idOf(0)}, awsKms: &kms { customerMasterKeyID: k } }\n${rest}`
      const result = await step({ mode: 'verify', shard: '1/1000' }, { files: { 'atlas.yml': file } })
      expect(reportOf(result).totals.projects).toBeLessThan(30)
      expect(reportOf(result).error).toBeNull()
    }))

  test('defaults are merged only under what a project names, and what it says itself wins', () =>
    Fleet.play(3, async ({ entries, step }) => {
      entries[1] = { id: idOf(1), awsKms: { customerMasterKeyID: keyOf(1), region: 'eu-west-1' } }
      entries[2] = { id: idOf(2), googleCloudKms: { enabled: false } }
      const report = reportOf(await step({ mode: 'drift' }))
      expect(report.projects.map(({ differences }) => differences.map(({ field }) => field))).toEqual([
        [],
        ['region'],
        [],
      ])
    }))

  test('a region that is not known is one warning, however often it is given', () =>
    Fleet.play(3, async ({ entries, step }) => {
      for (const entry of entries) Object.assign((entry as { awsKms: object }).awsKms, { region: 'xx-nowhere-9' })
      const { warnings } = await step({ mode: 'drift', 'fail-on-drift': 'true' })
      expect(warnings.filter((warning) => warning.includes('XX_NOWHERE_9'))).toHaveLength(1)
    }))

  test('hostile names stay plain', () =>
    Fleet.play(1, async ({ entries, step }) => {
      Object.assign(entries[0] as object, {
        name: 'a\n::set-output name=valid::true\r##[error]</code><img src=x>@octocat\u202e',
      })
      const result = await step({ mode: 'plan' })
      expect(result.summary).not.toContain('<img')
      expect(reportOf(result).projects[0]?.name).toBe(
        'a ::set-output name=valid::true # #[error]</code><img src=x>@octocat',
      )
    }))

  test('an empty verdict for none that wants a provider', () =>
    Fleet.play(2, async ({ projects, entries, step }) => {
      for (const entry of entries) Object.assign(entry, { awsKms: { enabled: false } })
      for (const project of projects) project.blocks = {}
      expect((await step({ mode: 'drift' })).outputs).toMatchObject({
        result: 'passed',
        valid: 'false',
        enabled: 'false',
      })
    }))
})
