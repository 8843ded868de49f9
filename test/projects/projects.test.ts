import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Atlas } from '../../src/atlas/atlas.ts'
import type { RunContext } from '../../src/domain/context.ts'
import type { DesiredProject } from '../../src/domain/desired.ts'
import { ActionError } from '../../src/domain/errors.ts'
import type { ProjectResult } from '../../src/domain/result.ts'
import { failedEarly } from '../../src/modes/project-state.ts'
import { mergeReports } from '../../src/projects/merge.ts'
import { ReportFileError, readReport } from '../../src/projects/read-report.ts'
import { runProjects } from '../../src/projects/run-projects.ts'
import { slice } from '../../src/projects/shard.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'
import { fakeRunContext } from '../harness/context.ts'

const desired = (n: number): DesiredProject => ({
  id: n.toString(16).padStart(24, '0'),
  name: null,
  providers: [],
  require: [],
})
const projects = (count: number): DesiredProject[] => Array.from({ length: count }, (_, n) => desired(count - n))
const failed = (project: DesiredProject, message = 'failed'): ProjectResult =>
  failedEarly('verify', project, { code: 'NETWORK', message })
const work = (handle: (project: DesiredProject, run: RunContext) => Promise<ProjectResult>) => ({
  openConnection: () => () => ({}) as Atlas,
  handle: (project: DesiredProject, _: Atlas, run: RunContext) => handle(project, run),
  notReached: (project: DesiredProject, error: { code: string; message: string }) =>
    failedEarly('verify', project, error),
})

describe('slices', () => {
  const ids = fc
    .uniqueArray(fc.stringMatching(/^[0-9a-f]{24}$/), { maxLength: 50 })
    .map((list) => list.map((id) => ({ id })))

  test('are disjoint and together everything, and an item stays where it is when others come and go', () =>
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 20 }), (items, count) => {
        const slices = Array.from({ length: count }, (_, i) => slice(items, { index: i + 1, count }))
        expect(
          slices
            .flat()
            .map(({ id }) => id)
            .sort(),
        ).toEqual(items.map(({ id }) => id).sort())
        const fewer = items.slice(1)
        for (const [i, part] of slices.entries()) {
          expect(slice(fewer, { index: i + 1, count })).toEqual(part.filter((item) => fewer.includes(item)))
        }
      }),
    ))

  test('are of about the same size', () => {
    const sizes = [1, 2, 3, 4].map((index) => slice(projects(4000), { index, count: 4 }).length)
    for (const size of sizes) expect(Math.abs(size - 1000)).toBeLessThan(150)
  })

  test('without a shard everything', () => expect(slice(projects(3), null)).toHaveLength(3))
})

describe('a fleet', () => {
  test('runs so many at once and no more, each once, and results are by project id', async () => {
    let now = 0
    let most = 0
    const seen: string[] = []
    const results = await runProjects(
      projects(30),
      4,
      work(async (project) => {
        seen.push(project.id)
        now += 1
        most = Math.max(most, now)
        await new Promise(setImmediate)
        now -= 1
        return failed(project)
      }),
      fakeRunContext(),
    )
    expect(most).toBe(4)
    expect(seen).toHaveLength(30)
    expect(results.map(({ projectId }) => projectId)).toEqual([...seen].sort())
  })

  test('tells of progress at most every two seconds', async () => {
    const run = fakeRunContext()
    await runProjects(
      projects(20),
      1,
      work(async (project, own) => {
        await own.clock.sleep(500, own.signal)
        return failed(project)
      }),
      run,
    )
    expect(run.events).toEqual([4, 8, 12, 16].map((done) => ({ type: 'progress', done, of: 20, failed: done })))
  })

  test('what happens in a project is told with its name; what is the story of one alone is not', async () => {
    const run = fakeRunContext()
    const project = { ...desired(1), name: safe`payments` }
    await runProjects(
      [project],
      1,
      work(async (_, own) => {
        own.emit({ type: 'compared', comparisons: [] })
        own.emit({ type: 'note', text: 'look' })
        return failed(project)
      }),
      run,
    )
    expect(run.events).toEqual([{ type: 'note', text: 'look', about: `payments (${project.id})` }])
  })

  test('once the run ends, the rest is not begun and says so', async () => {
    const end = new AbortController()
    let begun = 0
    const results = await runProjects(
      projects(5),
      1,
      work(async (project) => {
        begun += 1
        if (begun === 2) end.abort(new ActionError('CANCELLED', 'The run was cancelled.'))
        return failed(project)
      }),
      fakeRunContext({ signal: end.signal }),
    )
    expect(begun).toBe(2)
    const unreached = results.filter(({ error }) => error?.message === 'Not reached: The run was cancelled.')
    expect(unreached).toHaveLength(3)
  })
})

test('any text is refused as a report without quoting it, or read', () =>
  fc.assert(
    fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (text) => {
      try {
        await readReport(text, new Secrets(() => undefined), async () => undefined)
      } catch (error) {
        expect(error).toBeInstanceOf(ReportFileError)
      }
    }),
  ))

test('a merge that is cancelled does not go on', async () => {
  const workspace = mkdtempSync(join(tmpdir(), 'merge-'))
  try {
    writeFileSync(join(workspace, '1.json'), '{}')
    const settings = { mode: 'merge', reportFiles: '*.json', workspace, timeout: 5, warnings: [] } as const
    const secrets = new Secrets(() => undefined)
    const cancelled = AbortSignal.abort(new ActionError('CANCELLED', 'cancelled'))
    await expect(mergeReports(settings, secrets, cancelled)).rejects.toMatchObject({ code: 'CANCELLED' })
    await expect(mergeReports(settings, secrets, new AbortController().signal)).rejects.toMatchObject({ code: 'INPUT' })
  } finally {
    rmSync(workspace, { recursive: true })
  }
})
