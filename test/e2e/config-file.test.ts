import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { FakeAtlas } from '../fake-atlas/server.ts'
import { idOf, OTHER_ROLE_ID, ROLE_ID, WITH_API_KEY } from '../harness/fixtures.ts'
import { keyOf, reportOf, withProjects } from '../harness/projects-scenario.ts'
import { runAction } from '../harness/run-action.ts'
import { HEAD, VARIABLES, WRONG_CONFIG_FILES } from '../input/config-file/wrong-config-files.ts'

test('a config file whose fields verify ignores is verified, and refused where they count', () =>
  withProjects(1, async ({ atlas, runStep }) => {
    const wrong =
      'awsKms: { customerMasterKeyID: arn:aws:kms:eu-west-1:1:key/x, region: US_EAST_1, roleId: me, clusters: [] }'
    const files = { 'atlas.yml': `version: 1\nprojects:\n  - id: ${idOf(0)}\n    ${wrong}\n` }
    const verify = await runStep({ mode: 'verify' }, { files })
    expect(verify.outputs).toMatchObject({ result: 'passed', valid: 'true' })
    expect([...verify.warnings, ...verify.errors]).toEqual([])
    const requests = atlas.requests.length
    for (const mode of ['plan', 'drift', 'apply']) {
      const { errors } = await runStep({ mode }, { files })
      expect(errors).toEqual([expect.stringMatching(/line 4, column \d+: `roleId` must be 24 hexadecimal digits/)])
    }
    expect(atlas.requests).toHaveLength(requests)
  }))

describe('a wrong config file ends the run with one error, all outputs and no request:', () => {
  let atlas: FakeAtlas
  beforeAll(async () => {
    atlas = await FakeAtlas.start()
  })
  afterAll(() => atlas.stop())

  const runStep = (inputs: Record<string, string>, files: Record<string, string>, secrets: string[] = []) =>
    runAction({
      with: { 'atlas-base-url': atlas.url, ...WITH_API_KEY, 'config-file': 'atlas.yml', ...inputs },
      env: VARIABLES,
      files,
      secrets: () => secrets,
    })

  test.each(WRONG_CONFIG_FILES)('%s', async (_, file, message, secrets = []) => {
    const { errors, outputs, summary } = await runStep({}, { 'atlas.yml': file }, secrets)
    expect(errors).toEqual([expect.stringMatching(message)])
    expect(atlas.requests).toEqual([])
    expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error', valid: 'false', configuration: '' })
    expect(JSON.parse(outputs.report as string)).toMatchObject({ error: { code: 'INPUT' }, projects: [], shard: null })
    expect(summary).toContain('❌ Atlas encryption at rest: invalid inputs')
  })

  test('of 10 MB', async () => {
    const { errors } = await runStep({}, { 'atlas.yml': `# ${'x'.repeat(10_000_000)}\n${HEAD}` })
    expect(errors).toEqual([expect.stringMatching(/`config-file` is larger than 2 MiB/)])
  })

  test('several mistakes, all named', async () => {
    const { errors } = await runStep(
      {},
      { 'atlas.yml': `${HEAD}    awsKms: { regon: x, roleId: y }\n  - id: z\n    name: {}\n` },
    )
    expect(errors).toHaveLength(1)
    for (const place of ['line 4, column 15', 'line 4, column 33', 'line 5, column 9', 'line 6, column 11'])
      expect(errors[0]).toContain(place)
  })

  test.each([
    ['that does not exist', { 'config-file': 'other.yml' }, /there is no file `.*other\.yml`.*`actions\/checkout`/],
    ['that is a folder', { 'config-file': '.' }, /`config-file` is not a file/],
    ['above the workspace', { 'config-file': '../event.json' }, /inside the workspace/],
    ['at an absolute path', { 'config-file': '/etc/passwd' }, /`\/etc\/passwd` is outside the workspace/],
  ])('%s', async (_, inputs, message) => {
    const { errors } = await runStep(inputs, { 'atlas.yml': HEAD })
    expect(errors).toEqual([expect.stringMatching(message)])
  })

  test('that is a link to a file outside the workspace', async () => {
    const { errors } = await runAction({
      with: { 'atlas-base-url': atlas.url, ...WITH_API_KEY, 'config-file': 'link.yml' },
      prepareWorkspace: (workspace) => {
        writeFileSync(join(workspace, '../outside.yml'), `${HEAD}    awsKms: {}\n`)
        symlinkSync('../outside.yml', join(workspace, 'link.yml'))
      },
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
  ])('with the input %s beside it', async (name) => {
    const value = { provider: 'aws', enabled: 'true', 'enabled-for-search-nodes': 'true' }[name] ?? 'some-value'
    const { errors } = await runStep({ mode: 'verify', [name]: value }, { 'atlas.yml': HEAD })
    expect(errors).toEqual([expect.stringMatching(new RegExp(`\`${name}\`: not allowed with \`config-file\``))])
    expect(atlas.requests).toEqual([])
  })
})

describe('a config file', () => {
  test('may be JSON that is indented with tabs and names its schema', () =>
    withProjects(2, async ({ entries, runStep }) => {
      const defaults = { awsKms: { enabled: true, region: 'US_EAST_1', roleId: ROLE_ID } }
      const file = JSON.stringify(
        { $schema: './config.schema.json', version: 1, defaults, projects: entries },
        null,
        '\t',
      )
      const result = await runStep({ mode: 'drift', 'config-file': 'atlas.json' }, { files: { 'atlas.json': file } })
      expect(result.outputs).toMatchObject({ result: 'passed', valid: 'true' })
    }))

  test('keeps the text of values: an id of digits without quotes, an alias, upper case', () =>
    withProjects(1, async ({ atlas, runStep }) => {
      const id = '640000000000000000000012'
      const project = atlas.addProject(id)
      project.roles = [{ roleId: id, authorized: true }]
      const file = `version: 1\nprojects:\n  - id: ${id}\n    name: &n 0123\n    awsKms:\n      enabled: TRUE\n      customerMasterKeyID: *n\n      region: us-east-1\n      roleId: ${id}\n`
      const result = await runStep({}, { files: { 'atlas.yml': file } })
      expect(atlas.patches).toEqual([
        { awsKms: { enabled: true, customerMasterKeyID: '0123', region: 'US_EAST_1', roleId: id } },
      ])
      expect(reportOf(result).projects).toMatchObject([{ projectId: id, name: '0123', result: 'created' }])
    }))

  test('may use an alias in thousands of projects', () =>
    withProjects(1, async ({ runStep }) => {
      const rest = Array.from({ length: 3000 }, (_, n) => `  - { id: ${idOf(n + 1)}, awsKms: *kms }\n`).join('')
      const file = `version: 1\nprojects:\n  - { id: ${idOf(0)}, awsKms: &kms { customerMasterKeyID: k } }\n${rest}`
      const result = await runStep({ mode: 'verify', shard: '1/1000' }, { files: { 'atlas.yml': file } })
      expect(reportOf(result).totals.projects).toBeLessThan(30)
      expect(reportOf(result).error).toBeNull()
    }))

  test('has defaults for the providers that a project names, whose own values take precedence', () =>
    withProjects(3, async ({ entries, runStep }) => {
      entries[1] = { id: idOf(1), awsKms: { customerMasterKeyID: keyOf(1), roleId: OTHER_ROLE_ID } }
      entries[2] = { id: idOf(2), googleCloudKms: { enabled: false } }
      const report = reportOf(await runStep({ mode: 'drift' }))
      expect(report.projects.map(({ differences }) => differences.map(({ field }) => field))).toEqual([
        [],
        ['roleId'],
        [],
      ])
    }))

  test('leads to one warning about an unknown region, however often it names it', () =>
    withProjects(3, async ({ entries, runStep }) => {
      for (const entry of entries)
        Object.assign((entry as { awsKms: object }).awsKms, { region: 'xx-nowhere-9', customerMasterKeyID: 'k' })
      const { warnings } = await runStep({ mode: 'drift', 'fail-on-drift': 'true' })
      expect(warnings.filter((warning) => warning.includes('XX_NOWHERE_9'))).toHaveLength(1)
    }))

  test('with hostile names shows them as plain text', () =>
    withProjects(1, async ({ entries, runStep }) => {
      Object.assign(entries[0] as object, {
        name: 'a\n::set-output name=valid::true\r##[error]</code><img src=x>@octocat\u202e',
      })
      const result = await runStep({ mode: 'plan' })
      expect(result.summary).not.toContain('<img')
      expect(reportOf(result).projects[0]?.name).toBe(
        'a ::set-output name=valid::true # #[error]</code><img src=x>@octocat',
      )
    }))

  test('in which no project enables a provider passes, but `valid` is false', () =>
    withProjects(2, async ({ projects, entries, runStep }) => {
      for (const entry of entries) Object.assign(entry, { awsKms: { enabled: false } })
      for (const project of projects) project.blocks = {}
      expect((await runStep({ mode: 'drift' })).outputs).toMatchObject({
        result: 'passed',
        valid: 'false',
        enabled: 'false',
      })
    }))
})
