import { symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { FakeAtlas } from '../fake-atlas/server.ts'
import { idOf, OTHER_ROLE_ID, ROLE_ID, WITH_API_KEY } from '../harness/fixtures.ts'
import { Fleet, keyOf, reportOf } from '../harness/projects-scenario.ts'
import { runAction } from '../harness/run-action.ts'
import { HEAD, VARIABLES, WRONG_CONFIG_FILES } from '../input/config-file/wrong-config-files.ts'

describe('a wrong config file: one clear error, no request, all outputs', () => {
  let atlas: FakeAtlas
  beforeAll(async () => {
    atlas = await FakeAtlas.start()
  })
  afterAll(() => atlas.stop())

  const step = (inputs: Record<string, string>, files: Record<string, string>, secrets: string[] = []) =>
    runAction({
      with: { 'atlas-base-url': atlas.url, ...WITH_API_KEY, 'config-file': 'atlas.yml', ...inputs },
      env: VARIABLES,
      files,
      secrets: () => secrets,
    })

  test.each(WRONG_CONFIG_FILES)('%s', async (_, file, says, secrets = []) => {
    const { errors, outputs, summary } = await step({}, { 'atlas.yml': file }, secrets)
    expect(errors).toEqual([expect.stringMatching(says)])
    expect(atlas.requests).toEqual([])
    expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error', valid: 'false', configuration: '' })
    expect(JSON.parse(outputs.report as string)).toMatchObject({ error: { code: 'INPUT' }, projects: [], shard: null })
    expect(summary).toContain('failed')
  })

  test('10 MB', async () => {
    const { errors } = await step({}, { 'atlas.yml': `# ${'x'.repeat(10_000_000)}\n${HEAD}` })
    expect(errors).toEqual([expect.stringMatching(/`config-file` is larger than 2 MiB/)])
  })

  test('fifty thousand keys are refused as fast as one', async () => {
    const keys = Array.from({ length: 50_000 }, (_, n) => `k${n}: x`).join('\n')
    const { errors } = await step({ timeout: '30' }, { 'atlas.yml': keys })
    expect(errors).toEqual([expect.stringMatching(/things are wrong.*line 1, column 1: `k0` is not known/)])
  })

  test.each([
    ['aliases of a secret', `a: &a x\nb:\n${'- {secret: *a}\n'.repeat(20_000)}`],
    ['anchors and aliases', `b:\n${'- &a x\n- *a\n'.repeat(20_000)}`],
    ['documents', '---\n'.repeat(100_000)],
    ['brackets', '['.repeat(1_000_000)],
    ['dashes', '- '.repeat(1_000_000)],
    ['questions', '? '.repeat(1_000_000)],
    ['braces', '{}'.repeat(1_000_000)],
    ['mistakes', `a: "${'\\\n'.repeat(500_000)}"`],
  ])('nothing is gained by many %s', async (_, file) => {
    // A quadratic way through these would take minutes, and memory for gigabytes.
    const { errors } = await step({}, { 'atlas.yml': file })
    expect(errors).toHaveLength(1)
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
    ['not there', { 'config-file': 'other.yml' }, /there is no file `.*other\.yml`.*`actions\/checkout`/],
    ['a folder', { 'config-file': '.' }, /`config-file` is not a file/],
    ['above the workspace', { 'config-file': '../event.json' }, /inside the workspace/],
    ['elsewhere', { 'config-file': '/etc/passwd' }, /`\/etc\/passwd` lies outside of the workspace/],
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
      entries[1] = { id: idOf(1), awsKms: { customerMasterKeyID: keyOf(1), roleId: OTHER_ROLE_ID } }
      entries[2] = { id: idOf(2), googleCloudKms: { enabled: false } }
      const report = reportOf(await step({ mode: 'drift' }))
      expect(report.projects.map(({ differences }) => differences.map(({ field }) => field))).toEqual([
        [],
        ['roleId'],
        [],
      ])
    }))

  test('a region that is not known is one warning, however often it is given', () =>
    Fleet.play(3, async ({ entries, step }) => {
      for (const entry of entries)
        Object.assign((entry as { awsKms: object }).awsKms, { region: 'xx-nowhere-9', customerMasterKeyID: 'k' })
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
