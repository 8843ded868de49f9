import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Mode } from '../../src/domain/modes.ts'
import { buildReport } from '../../src/report/report.ts'
import { type RunScenario, resultsOf, runScenario } from './mode-runs.ts'
import { RUN, read } from './reports.ts'

type Json = Record<string, unknown>

async function reportOf(scenario: RunScenario, isMultiProject: boolean): Promise<Json & { projects: Json[] }> {
  const projects = await resultsOf(scenario)
  const { mode } = scenario
  const parts = { mode, shard: null, isMultiProject: isMultiProject || projects.length !== 1, projects, error: null }
  return JSON.parse(JSON.stringify({ ...buildReport(parts), run: RUN }))
}

describe('reports of real runs', () => {
  test('are read whatever happened, and say the same afterwards', () =>
    fc.assert(
      fc.asyncProperty(runScenario, fc.boolean(), async (scenario, isMultiProject) => {
        const report = await reportOf(scenario, isMultiProject)
        const { report: again } = await read(report)
        // The result of a run on one project has the words for one; that is all that may differ.
        const same = scenario.projects.length === 1 ? { result: '' } : {}
        expect({ ...again, run: RUN, ...same }).toEqual({ ...report, ...same })
      }),
      { numRuns: 1000 },
    ))

  const flips: readonly (readonly [name: string, flip: (report: Json & { projects: Json[] }) => void])[] = [
    ['result', (report) => Object.assign(report, { result: other(report.result) })],
    ['failureReason', (report) => Object.assign(report, { failureReason: report.failureReason ? null : 'drift' })],
    ...['projects', 'passed', 'failed', 'changed', 'drifted', 'errors'].map(
      (name) => [`totals.${name}`, ({ totals }: Json) => increase(totals as Record<string, number>, name)] as const,
    ),
    ['projects.enabled', ofProject((project) => Object.assign(project, { enabled: !project.enabled }))],
    ['projects.drifted', ofProject((project) => Object.assign(project, { drifted: !project.drifted }))],
    ['projects.result', ofProject((project) => Object.assign(project, { result: other(project.result) }))],
    [
      'projects.failureReason',
      ofProject((project) => Object.assign(project, { failureReason: project.failureReason ? null : 'invalid' })),
    ],
    [
      'projects.error',
      ofProject((project) =>
        Object.assign(project, { error: project.error ? null : { code: 'NETWORK', message: '' } }),
      ),
    ],
  ]

  test.each(flips)('are refused if `%s` is changed', (_, flip) =>
    fc.assert(
      fc.asyncProperty(runScenario, fc.boolean(), async (scenario, isMultiProject) => {
        fc.pre(scenario.projects.length > 0)
        const report = await reportOf(scenario, isMultiProject)
        flip(report)
        await expect(read(report)).rejects.toThrow('contradicts itself')
      }),
      { numRuns: 150 },
    ),
  )

  test.each([
    ['changed', () => true],
    // Others may change Atlas while `apply` waits for a valid key.
    ['valid', (mode: Mode) => mode !== 'apply'],
  ] as const)('are refused if `projects.%s` is changed of a project that ended without an error', (name, applies) =>
    fc.assert(
      fc.asyncProperty(runScenario, async (scenario) => {
        const report = await reportOf(scenario, true)
        const project = report.projects.find(({ error }) => error === null)
        fc.pre(project !== undefined && applies(scenario.mode))
        Object.assign(project as Json, { [name]: !(project as Json)[name] })
        await expect(read(report)).rejects.toThrow('contradicts itself in project')
      }),
      { numRuns: 300 },
    ),
  )

  const other = (result: unknown): string => (result === 'failed' ? 'passed' : 'failed')

  function increase(totals: Record<string, number>, name: string): void {
    totals[name] = (totals[name] as number) + 1
  }

  function ofProject(flip: (project: Json) => void): (report: { projects: Json[] }) => void {
    return ({ projects }) => flip(projects[0] as Json)
  }
})
