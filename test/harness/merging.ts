import { createHash } from 'node:crypto'
import { expect } from '@jest/globals'
import { idOf } from './fixtures.ts'
import type { ProjectsScenario } from './projects-scenario.ts'
import { runAction, type StepOptions, type StepResult } from './run-action.ts'

/** Paths in the workspace, and what the files have in them. */
export type Files = Readonly<Record<string, string>>

/** Runs `mode: merge` on the reports, without credentials. */
export const merge = (
  files: Files,
  inputs: Record<string, string> = {},
  options: Partial<StepOptions> = {},
): Promise<StepResult> =>
  runAction({ ...options, with: { mode: 'merge', 'report-files': 'reports/**/*.json', ...inputs }, files })

/** Runs the step as a matrix of so many jobs, and lays out their reports as `actions/download-artifact` does. */
export async function runMatrix(
  scenario: ProjectsScenario,
  jobs: number,
  inputs: Record<string, string>,
): Promise<{ steps: StepResult[]; files: Files }> {
  const steps = await Promise.all(
    Array.from({ length: jobs }, (_, i) => scenario.runStep({ ...inputs, shard: `${i + 1}/${jobs}` })),
  )
  const files = steps.map(({ outputs, reportFile }, i) => {
    const name = (outputs['report-file'] ?? '').split('/').at(-1) ?? ''
    expect(name).toContain(`-${i + 1}-of-${jobs}-`)
    return [`reports/shard-${i + 1}/${name}`, reportFile] as const
  })
  return { steps, files: Object.fromEntries(files) }
}

/** The reports as files of these names. */
export const filesOf = (...reports: readonly (string | object)[]): Files =>
  Object.fromEntries(
    reports.map((report, i) => [`reports/${i + 1}.json`, typeof report === 'string' ? report : JSON.stringify(report)]),
  )

/** The id of a project that belongs to the `index`th of `count` shards; `n` counts them. */
export function idInShard(index: number, count: number, n = 0): string {
  const ids = Array.from({ length: 100 * count }, (_, i) => idOf(i)).filter(
    // The first four bytes of the id's SHA-256.
    (id) => (createHash('sha256').update(id).digest().readUInt32BE(0) % count) + 1 === index,
  )
  return ids[n] as string
}
