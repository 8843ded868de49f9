import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { withHeader } from '../../src/export/header.ts'
import { HOSTILE } from '../export/arbitraries.ts'
import { CONFIGURATIONS, idOf, ORGANIZATION } from '../harness/fixtures.ts'
import { reportOf, withProjects } from '../harness/projects-scenario.ts'
import type { StepOptions, StepResult } from '../harness/run-action.ts'
import { withScenario } from '../harness/scenario.ts'

const EXPORT = { mode: 'export', 'export-file': 'conf/atlas.yml' }
const ORG = { ...EXPORT, 'org-id': ORGANIZATION }

interface Exported extends StepResult {
  /** The file after the step; undefined if there is none. */
  readonly file: string | undefined
}

/** Runs an export, with the file that was exported before. */
async function exportWith(
  runStep: (inputs: Record<string, string>, options?: Partial<StepOptions>) => Promise<StepResult>,
  inputs: Record<string, string>,
  options: Partial<StepOptions> = {},
): Promise<Exported> {
  let workspace = ''
  let file: string | undefined
  const result = await runStep(inputs, {
    ...options,
    prepareWorkspace: (folder) => {
      workspace = folder
      options.prepareWorkspace?.(folder)
    },
    // Called after the step, while the workspace is still there.
    secrets: () => {
      const path = join(workspace, inputs['export-file'] ?? 'atlas-encryption-at-rest.yml')
      file = existsSync(path) ? readFileSync(path, 'utf8') : undefined
      return options.secrets?.() ?? []
    },
  })
  return { ...result, file }
}

const withoutHeader = (file: string | undefined): string => (file ?? '').replace(/^.*\n/, '')

describe('export of one project', () => {
  test('writes a file that drift, plan and a second export agree with', () =>
    withScenario(async ({ atlas, project, runStep }) => {
      for (const { object, block } of Object.values(CONFIGURATIONS))
        project.blocks[object] = { ...block, enabled: true }
      project.blocks.awsKms = { ...project.blocks.awsKms, requirePrivateNetworking: true }
      project.clusters = [
        { name: 'orders', encryptionAtRestProvider: 'AWS', stateName: 'IDLE' },
        { name: 'billing', encryptionAtRestProvider: 'AWS', stateName: 'IDLE' },
        { name: 'archive', encryptionAtRestProvider: 'GCP', stateName: 'IDLE' },
        { name: 'test', encryptionAtRestProvider: 'NONE', stateName: 'IDLE' },
      ]
      project.privateEndpoints = [
        { provider: 'AWS', regionName: 'US_EAST_1', status: 'ACTIVE' },
        { provider: 'AWS', regionName: 'EU_WEST_1', status: 'FAILED' },
      ]
      project.enabledForSearchNodes = true
      project.name = 'payments-prod'
      const first = await exportWith(runStep, EXPORT)
      expect(first.errors).toEqual([])
      expect(first.outputs).toMatchObject({
        result: 'exported',
        changed: 'true',
        valid: 'true',
        enabled: 'true',
        'export-file': 'conf/atlas.yml',
      })
      expect(withoutHeader(first.file)).toMatchSnapshot()
      const files = { 'conf/atlas.yml': first.file ?? '' }
      const read = { 'project-id': '', 'config-file': 'conf/atlas.yml' }
      const drift = await runStep({ mode: 'drift', ...read }, { files })
      expect(drift.outputs).toMatchObject({ result: 'passed', drifted: 'false', 'not-comparable': '[]' })
      const plan = await runStep({ mode: 'plan', ...read }, { files })
      expect(plan.outputs).toMatchObject({ result: 'planned', changed: 'false' })
      const apply = await runStep({ mode: 'apply', ...read }, { files })
      expect(apply.outputs).toMatchObject({ result: 'unchanged', changed: 'false' })
      const again = await exportWith(runStep, EXPORT, { files })
      expect(again.outputs).toMatchObject({ result: 'exported', changed: 'false', 'export-file': 'conf/atlas.yml' })
      expect(again.file).toBe(first.file)
      expect(atlas.patches).toEqual([])
    }))

  test('takes the default name of the file, and leaves out what may not be read', () =>
    withScenario(async (scenario) => {
      const { atlas, runStep } = scenario
      scenario.enable('aws')
      atlas.forbidden = /groups\/[^/]+$|clusters|privateEndpoints/
      const { outputs, log, file } = await exportWith(runStep, { mode: 'export' })
      expect(outputs).toMatchObject({ result: 'exported', 'export-file': 'atlas-encryption-at-rest.yml' })
      expect(file).not.toMatch(/name:|clusters:/)
      expect(log.filter((line) => line.startsWith('Left out'))).toMatchSnapshot()
    }))

  test('fails for a list that fails for another reason, and writes nothing', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.atlas.faults.push({
        path: /clusters/,
        times: 9,
        handler: (_, response) => void response.writeHead(500).end('{}'),
      })
      const { outputs, file } = await exportWith(scenario.runStep, { ...EXPORT, retries: '0' })
      expect(outputs).toMatchObject({
        result: 'failed',
        'failure-reason': 'error',
        changed: 'false',
        'export-file': '',
      })
      expect(file).toBeUndefined()
    }))

  test('with version 1.0 of the API has neither clusters nor private endpoints', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.project.clusters = [{ name: 'orders', encryptionAtRestProvider: 'AWS', stateName: 'IDLE' }]
      const { atlas, runStep } = scenario
      const { outputs, file } = await exportWith(runStep, { ...EXPORT, 'api-version': 'v1.0' })
      expect(outputs.result).toBe('exported')
      expect(file).not.toContain('orders')
      expect(atlas.requestLines.filter((line) => line.includes('clusters'))).toEqual([])
    }))

  test('of static credentials has no secret and says what is in use', () =>
    withScenario(async (scenario) => {
      scenario.enable('azure', {
        roleId: undefined,
        clientID: '0ec944e8-1111-2222-3333-444455556667',
        tenantID: '0ec944e8-1111-2222-3333-444455556668',
        secret: 'never-returned',
      })
      const { file } = await exportWith(scenario.runStep, EXPORT, { secrets: () => ['never-returned'] })
      expect(file).toContain('# Uses static credentials: clientID, tenantID, secret. Atlas never returns secret.')
      expect(file).not.toContain('never-returned')
    }))

  test('does not fail for an invalid key', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.project.brokenKeys.add(CONFIGURATIONS.aws.block.customerMasterKeyID)
      const { outputs } = await exportWith(scenario.runStep, EXPORT)
      expect(outputs).toMatchObject({ result: 'exported', valid: 'false', enabled: 'true', changed: 'true' })
    }))

  test('names the field that a config file cannot hold', () =>
    withScenario(async (scenario) => {
      const reference = `\${KEY}`
      scenario.enable('aws', { customerMasterKeyID: reference })
      const { errors, file, outputs } = await exportWith(scenario.runStep, EXPORT)
      expect(errors).toEqual([expect.stringContaining('`awsKms.customerMasterKeyID`')])
      expect(outputs['export-file']).toBe('')
      expect(file).toBeUndefined()
    }))

  test('without anything that is enabled writes nothing, with a warning', () =>
    withScenario(async ({ runStep }) => {
      const { outputs, warnings, file } = await exportWith(runStep, EXPORT)
      expect(outputs).toMatchObject({ result: 'exported', 'export-file': '', changed: 'false', valid: 'false' })
      expect(warnings).toEqual([expect.stringContaining('no file was written')])
      expect(file).toBeUndefined()
    }))
})

describe('export is refused before any request', () => {
  const REFUSED: readonly (readonly [string, Record<string, string>])[] = [
    ['config-file', { 'config-file': 'atlas.yml', 'project-id': '' }],
    ['provider', { provider: 'aws' }],
    ['aws-region', { 'aws-region': 'us-east-1' }],
    ['fields', { fields: 'region: us-east-1' }],
    ['require', { require: 'clusters' }],
    ['shard', { shard: '1/2', 'project-id': '', 'org-id': ORGANIZATION }],
    ['issue', { issue: 'true' }],
    ['comment', { comment: 'true' }],
    ['export-file', { 'export-file': '../atlas.yml' }],
    ['export-file', { 'export-file': '/etc/atlas.yml' }],
    ['export-file', { 'export-file': 'conf/' }],
  ]
  test.each(REFUSED)('for %s: %j', (name, inputs) =>
    withScenario(async ({ atlas, runStep }) => {
      const { errors, outputs } = await exportWith(runStep, { ...EXPORT, ...inputs })
      expect(errors).toEqual([expect.stringContaining(`\`${name}\``)])
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error', 'export-file': '' })
      expect(atlas.requests).toEqual([])
    }),
  )

  const WRITTEN = withHeader('version: 1\n', '2026-01-01T00:00:00.000Z')
  test.each([
    ['was not written by an export', 'version: 1\n', /does not begin with the header/],
    ['was edited', `${WRITTEN}# by hand\n`, /was edited/],
  ])('for a file that %s', (_, content, message) =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      const { atlas, runStep } = scenario
      const { errors, file } = await exportWith(runStep, EXPORT, { files: { 'conf/atlas.yml': content } })
      expect(errors).toEqual([expect.stringMatching(message)])
      expect(file).toBe(content)
      expect(atlas.requests).toEqual([])
    }),
  )

  test('for a link on the path', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      const prepareWorkspace = (workspace: string): void => {
        mkdirSync(join(workspace, 'real'))
        writeFileSync(join(workspace, 'real', 'other.txt'), '')
        symlinkSync(join(workspace, 'real'), join(workspace, 'conf'))
      }
      const { errors } = await exportWith(scenario.runStep, EXPORT, { prepareWorkspace })
      expect(errors).toEqual([expect.stringContaining('is a link')])
      expect(scenario.atlas.requests).toEqual([])
    }))
})

describe('export of an organization', () => {
  test('of 300 projects: its drift check passes, and a change behind its back is found', () =>
    withProjects(300, async ({ atlas, projects, runStep }) => {
      for (const project of projects)
        project.clusters = [{ name: 'orders', encryptionAtRestProvider: 'AWS', stateName: 'IDLE' }]
      const exported = await exportWith(runStep, ORG)
      expect(exported.errors).toEqual([])
      expect(exported.outputs).toMatchObject({ result: 'exported', changed: 'true', 'export-file': 'conf/atlas.yml' })
      const files = { 'conf/atlas.yml': exported.file ?? '' }
      const drift = { mode: 'drift', 'config-file': 'conf/atlas.yml' }
      const passed = await runStep(drift, { files })
      expect(passed.outputs).toMatchObject({ result: 'passed', drifted: 'false' })
      expect(reportOf(passed).totals.projects).toBe(300)
      const changed = projects[123]
      if (changed) changed.blocks.awsKms = { ...changed.blocks.awsKms, region: 'EU_WEST_1' }
      const found = await runStep(drift, { files })
      expect(found.outputs).toMatchObject({ result: 'failed', 'failure-reason': 'drift' })
      const { projects: reports } = reportOf(found)
      expect(reports.filter(({ result }) => result === 'failed').map(({ projectId }) => projectId)).toEqual([idOf(123)])
      expect(atlas.patches).toEqual([])
    }))

  test('takes selected projects, sorted by name, with a comment for one without a provider', () =>
    withProjects(4, async ({ atlas, projects, runStep }) => {
      atlas.organizations.set(
        ORGANIZATION,
        ['zebra', 'no: [yaml', 'alpha', 'left-out'].map((name, n) => ({ id: idOf(n), name })),
      )
      if (projects[2]) projects[2].blocks = {}
      const { file, summary, outputs } = await exportWith(runStep, { ...ORG, 'exclude-projects': 'left-*' })
      expect(withoutHeader(file)).toMatchSnapshot()
      expect(outputs).toMatchObject({ valid: 'false', enabled: 'false', 'export-file': 'conf/atlas.yml' })
      expect(summary).toContain('no provider is enabled')
    }))

  test('with hostile names and values is read back unchanged', () =>
    withProjects(HOSTILE.length, async ({ atlas, projects, runStep }) => {
      for (const [n, project] of projects.entries()) {
        project.blocks.awsKms = { ...project.blocks.awsKms, customerMasterKeyID: HOSTILE[n] }
      }
      atlas.organizations.set(
        ORGANIZATION,
        [...HOSTILE].map((name, n) => ({ id: idOf(n), name })),
      )
      const { file, outputs, errors } = await exportWith(runStep, ORG)
      expect(errors).toEqual([])
      expect(outputs.result).toBe('exported')
      const config = { 'config-file': 'conf/atlas.yml' }
      const files = { 'conf/atlas.yml': file ?? '' }
      const drift = await runStep({ mode: 'drift', ...config }, { files })
      expect(drift.outputs).toMatchObject({ result: 'passed', drifted: 'false' })
      const plan = await runStep({ mode: 'plan', ...config }, { files })
      expect(plan.outputs).toMatchObject({ result: 'planned', changed: 'false' })
      const again = await exportWith(runStep, ORG, { files })
      expect(again.outputs.changed).toBe('false')
    }))

  test('writes nothing if a project cannot be read', () =>
    withProjects(3, async ({ atlas, runStep }) => {
      atlas.forbidden = new RegExp(`${idOf(1)}/encryptionAtRest`)
      const { errors, outputs, file, log } = await exportWith(runStep, ORG)
      expect(errors).toHaveLength(1)
      expect(outputs).toMatchObject({
        result: 'failed',
        'failure-reason': 'error',
        changed: 'false',
        'export-file': '',
      })
      expect(log).toContain('No file was written, because 1 of 3 projects could not be exported.')
      expect(file).toBeUndefined()
    }))
})

test('merge refuses the report of an export', () =>
  withScenario(async (scenario) => {
    scenario.enable('aws')
    const { reportFile } = await exportWith(scenario.runStep, EXPORT)
    const merge = { mode: 'merge', 'project-id': '', 'report-files': 'r.json' }
    const { errors } = await scenario.runStep(merge, { files: { 'r.json': reportFile } })
    expect(errors).toEqual([expect.stringContaining('`mode: export`')])
  }))
