import { expect, test } from '@jest/globals'
import { idOf } from '../harness/fixtures.ts'
import type { ProjectsReport } from '../harness/projects-scenario.ts'
import { reportOf, withProjects } from '../harness/projects-scenario.ts'
import type { StepResult } from '../harness/run-action.ts'
import { timeOutAt } from '../harness/time-out.ts'

test('a run that times out reports what it knows of each project and which ones it did not reach', async () => {
  const result = await timeOutAt(runUntilTwoHang)
  const report = reportOf(result)
  expect(report).toMatchObject({ result: 'failed', failureReason: 'error', error: { code: 'TIMEOUT' } })
  expect(report.projects).toHaveLength(30)
  expect(report.totals).toMatchObject({ passed: 10, failed: 20, errors: 20 })
  expect(report.projects.filter(isUnreached)).toHaveLength(18)
  expect(result.errors).toEqual([expect.stringMatching(/^The run timed out after \d+ s \(`timeout`\)\. Check the log/)])
})

const isUnreached = ({ error }: ProjectsReport['projects'][number]): boolean =>
  error?.message.startsWith('Not reached') ?? false

/** Two workers check ten of thirty projects, and get no response for the next two. */
function runUntilTwoHang(seconds: number, reached: () => void): Promise<StepResult> {
  return withProjects(30, ({ atlas, runStep }) => {
    let hanging = 0
    const handler = (): void => {
      hanging += 1
      if (hanging === 2) reached()
    }
    atlas.faults.push({ skip: 10, times: 1000, handler })
    return runStep({ mode: 'verify', timeout: String(seconds), concurrency: '2' })
  })
}

test('a run that is cancelled while two changes are in flight warns once that the state of these projects is unknown', () =>
  withProjects(6, async ({ atlas, projects, runStep }) => {
    for (const { blocks } of projects) Object.assign(blocks.awsKms as object, { region: 'EU_WEST_1' })
    let cancel = (): void => undefined
    let inFlight = 0
    const handler = (): void => {
      inFlight += 1
      if (inFlight === 2) cancel()
    }
    atlas.faults.push({ method: 'PATCH', times: 10, handler })
    const onStart = (signal: (name: NodeJS.Signals) => void): void => {
      cancel = () => signal('SIGINT')
    }
    const result = await runStep({ concurrency: '2' }, { onStart })
    expect(result.outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error', changed: 'false' })
    expect(reportOf(result).error?.code).toBe('CANCELLED')
    expect(result.warnings).toEqual([
      expect.stringContaining(`state is unknown: project-0 (${idOf(0)}), project-1 (${idOf(1)}). Atlas may`),
    ])
  }))
