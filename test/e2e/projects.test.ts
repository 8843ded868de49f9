import { describe, expect, test } from '@jest/globals'
import { refuseWith, reset, respondWith } from '../fake-atlas/faults.ts'
import { idOf, ORGANIZATION } from '../harness/fixtures.ts'
import { keyOf, reportOf, withProjects } from '../harness/projects-scenario.ts'

const VERIFY = { mode: 'verify' }
const DRIFT = { mode: 'drift' }

describe('a failure', () => {
  test('of any kind fails its own project only', () =>
    withProjects(16, async ({ atlas, projects, entries, runStep }) => {
      const of = (n: number): RegExp => new RegExp(idOf(n))
      atlas.projects.delete(idOf(1))
      atlas.forbidden = of(2)
      const faults = [
        [3, respondWith(500, 'oops')],
        [4, reset],
        [5, respondWith(200, '{"awsKms": {"enabled": tr')],
        [6, respondWith(200, { awsKms: { enabled: 'yes' } })],
        [7, refuseWith(410, 'VERSION_GONE')],
        [8, respondWith(302, '', { location: 'https://elsewhere.invalid/' })],
      ] as const
      for (const [n, handler] of faults) atlas.faults.push({ path: of(n), times: 9, handler })
      projects[9]?.brokenKeys.add(keyOf(9))
      if (projects[10]) projects[10].blocks = {}
      Object.assign(entries[11] as object, { require: ['clusters'] })
      projects[11]?.clusters.push({ name: 'open', encryptionAtRestProvider: 'NONE' })
      Object.assign(projects[12]?.blocks.awsKms as object, { region: 'EU_WEST_1' })
      const result = await runStep({ ...DRIFT, retries: '1' })
      const report = reportOf(result)
      expect(report.projects.map(({ failureReason }) => failureReason)).toEqual([
        null,
        'error',
        'error',
        'error',
        'error',
        'error',
        'error',
        'error',
        'error',
        'invalid',
        'drift',
        'requirement',
        'drift',
        null,
        null,
        null,
      ])
      expect(report.projects.flatMap(({ error }) => error?.code ?? [])).toEqual([
        'NOT_IN_GROUP',
        'USER_UNAUTHORIZED',
        'PROTOCOL',
        'NETWORK',
        'PROTOCOL',
        'PROTOCOL',
        'VERSION_GONE',
        'PROTOCOL',
      ])
      expect(result.outputs).toMatchObject({
        result: 'failed',
        'failure-reason': 'error',
        valid: 'false',
        configuration: '',
      })
      expect(result.errors).toHaveLength(10)
      expect(result.errors[9]).toBe('3 more projects failed. The job summary lists them.')
      expect(result.log).toContain(
        'Result: failed. 16 projects: 4 passed, 12 failed (8 error, 1 invalid, 1 requirement, 2 drift).',
      )
      const rows = [...result.summary.matchAll(/<tr><td>(\S+)\u00a0([a-z ]+)<\/td>/g)].map(([, , verdict]) => verdict)
      expect(rows).toEqual([
        ...Array(8).fill('error'),
        'invalid',
        'requirement',
        'drift',
        'drift',
        ...Array(4).fill('passed'),
      ])
      for (const slice of ['"error" : 8', '"invalid" : 1', '"requirement" : 1', '"drift" : 2', '"passed" : 4'])
        expect(result.summary).toContain(slice)
    }))

  test('is an annotation of its own up to ten; of eleven, the tenth is a count', () =>
    withProjects(12, async ({ atlas, runStep }) => {
      for (let n = 0; n < 10; n += 1) atlas.projects.delete(idOf(n))
      const { errors } = await runStep(VERIFY)
      expect(errors.map((error) => /\(64b0\w+\): GET .* NOT_IN_GROUP: /.test(error))).toEqual(Array(10).fill(true))
      atlas.projects.delete(idOf(10))
      expect((await runStep(VERIFY)).errors[9]).toBe('2 more projects failed. The job summary lists them.')
    }))

  test('whose code is TIMEOUT in the response of Atlas does not end the run', () =>
    withProjects(2, async ({ atlas, runStep }) => {
      atlas.faults.push({ path: new RegExp(idOf(1)), handler: refuseWith(400, 'TIMEOUT') })
      const report = reportOf(await runStep(VERIFY))
      expect(report).toMatchObject({ error: null, failureReason: 'error', totals: { passed: 1, errors: 1 } })
    }))
})

describe('a finding', () => {
  test('that does not fail the step is a warning, up to ten, and a row of its own', () =>
    withProjects(13, async ({ projects, runStep }) => {
      for (const { blocks } of projects.slice(1)) Object.assign(blocks.awsKms as object, { region: 'EU_WEST_1' })
      const { outputs, warnings, summary } = await runStep({ ...DRIFT, 'fail-on-drift': 'false' })
      expect(outputs).toMatchObject({ result: 'passed', 'failure-reason': '', drifted: 'true', valid: 'true' })
      expect(warnings).toHaveLength(10)
      expect(warnings[9]).toBe('3 more projects have findings that do not fail the step. The job summary lists them.')
      expect(summary).toContain('"excused" : 12')
    }))

  test('about an invalid key that does not fail the step leaves `valid` false', () =>
    withProjects(2, async ({ projects, runStep }) => {
      projects[1]?.brokenKeys.add(keyOf(1))
      const { outputs, warnings } = await runStep({ ...VERIFY, 'fail-on-invalid': 'false' })
      expect(outputs).toMatchObject({ result: 'passed', valid: 'false', enabled: 'true' })
      expect(warnings).toEqual([expect.stringMatching(/project-1 .*key NOT valid.*`fail-on-invalid: false`/)])
    }))
})

describe('the report', () => {
  test('holds only the beginning of a long value', () =>
    withProjects(3, async ({ projects, runStep }) => {
      for (const { blocks } of projects)
        Object.assign(blocks.awsKms as object, { customerMasterKeyID: 'x'.repeat(1_000_000) })
      const { reportFile, outputs } = await runStep(DRIFT)
      expect(outputs['failure-reason']).toBe('drift')
      expect(reportFile.length).toBeLessThan(60_000)
    }))

  test('of thousands of projects is cut in the summary, which counts what was cut, and whole in the file', () =>
    withProjects(0, async ({ atlas, runStep }) => {
      const count = 4000
      const long = 'x'.repeat(190)
      atlas.organizations.set(
        ORGANIZATION,
        Array.from({ length: count }, (_, n) => ({ id: idOf(n), name: `${n} ${long}` })),
      )
      const result = await runStep({ ...VERIFY, 'org-id': ORGANIZATION, concurrency: '32' })
      const rows = result.summary.split('<tr><td>❌\u00a0error').length - 1
      const cut = Number(/(\d+) more projects were cut/.exec(result.summary)?.[1])
      expect(rows + cut).toBe(count)
      expect(Buffer.byteLength(result.summary)).toBeGreaterThan(900_000)
      expect(reportOf(result).projects).toHaveLength(count)
      expect(JSON.parse(result.outputs.report as string)).toMatchObject({ totals: { projects: count }, projects: [] })
    }))
})

test.each(['config-file', 'org-id'])('%s is the target whatever project the environment names', (name) =>
  withProjects(2, async ({ runStep }) => {
    const target: Record<string, string> = name === 'org-id' ? { 'org-id': ORGANIZATION } : {}
    const result = await runStep({ ...VERIFY, ...target }, { env: { MONGODB_ATLAS_PROJECT_ID: idOf(7) } })
    expect(reportOf(result).projects.map(({ projectId }) => projectId)).toEqual([idOf(0), idOf(1)])
  }),
)

describe('verify', () => {
  test('passes a project whose provider is disabled as described, and fails one whose provider is enabled', () =>
    withProjects(3, async ({ projects, entries, runStep }) => {
      for (const entry of entries.slice(1)) Object.assign(entry, { awsKms: { enabled: false } })
      if (projects[1]) projects[1].blocks = {}
      const result = await runStep(VERIFY)
      expect(reportOf(result).projects.map(({ failureReason }) => failureReason)).toEqual([null, null, 'invalid'])
      expect(result.errors).toEqual([expect.stringContaining('key valid, but must be disabled')])
    }))

  test('checks every enabled provider of a project that names none, and requires one', () =>
    withProjects(2, async ({ projects, entries, runStep }) => {
      entries[0] = { id: idOf(0) }
      entries[1] = { id: idOf(1) }
      if (projects[1]) projects[1].blocks = {}
      expect(reportOf(await runStep(VERIFY)).projects.map(({ failureReason }) => failureReason)).toEqual([
        null,
        'invalid',
      ])
    }))

  test('checks the conditions of the input `require` in addition to those of each project', () =>
    withProjects(2, async ({ projects, entries, runStep }) => {
      Object.assign(entries[0] as object, { require: ['clusters'] })
      projects[1]?.clusters.push({ name: 'open', encryptionAtRestProvider: 'NONE' })
      expect((await runStep(VERIFY)).outputs.result).toBe('passed')
      const report = reportOf(await runStep({ ...VERIFY, require: 'role-based-auth, clusters' }))
      expect(
        report.projects.map((project) =>
          (project as unknown as { requirements: { condition: string; held: boolean }[] }).requirements.map(
            ({ condition, held }) => `${condition} ${held}`,
          ),
        ),
      ).toEqual([
        ['clusters true', 'role-based-auth true'],
        ['role-based-auth true', 'clusters false'],
      ])
    }))
})
