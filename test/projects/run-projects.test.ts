import { describe, expect, test } from '@jest/globals'
import type { Atlas } from '../../src/atlas/atlas.ts'
import type { RunContext } from '../../src/domain/context.ts'
import type { DesiredProject } from '../../src/domain/desired.ts'
import { RunEndError } from '../../src/domain/errors.ts'
import type { ErrorResult, ProjectResult } from '../../src/domain/result.ts'
import { failedEarly } from '../../src/modes/project-state.ts'
import { type ProjectWork, runProjects } from '../../src/projects/run-projects.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { type FakeRunContext, fakeRunContext } from '../harness/context.ts'
import { idOf } from '../harness/fixtures.ts'

const desired = (n: number): DesiredProject => ({ id: idOf(n), name: null, providers: [], require: [] })
/** In another order than that of the ids. */
const projects = (count: number): DesiredProject[] => Array.from({ length: count }, (_, n) => desired(count - n))

const failed = (project: DesiredProject, error: ErrorResult['error'] = NETWORK): ErrorResult =>
  failedEarly('verify', project, error)
const NETWORK = { code: 'NETWORK', message: safe`failed` } as const

function work(handle: (project: DesiredProject, run: RunContext) => Promise<ProjectResult>): ProjectWork {
  return {
    openConnection: () => () => ({}) as Atlas,
    handle: (project, _, run) => handle(project, run),
    notReached: failed,
  }
}

describe('many projects', () => {
  test('run so many at once and no more, each once, and the results are ordered by project id', async () => {
    let running = 0
    let most = 0
    const seen: string[] = []
    const handle = async (project: DesiredProject): Promise<ProjectResult> => {
      seen.push(project.id)
      running += 1
      most = Math.max(most, running)
      await new Promise(setImmediate)
      running -= 1
      return failed(project)
    }
    const results = await runProjects(projects(30), 4, work(handle), fakeRunContext())
    expect(most).toBe(4)
    expect(seen).toHaveLength(30)
    expect(results.map(({ projectId }) => projectId)).toEqual([...seen].sort())
  })

  test('need no more connections than there are projects', async () => {
    let opened = 0
    const counted = work(async (project) => failed(project))
    const openConnection = (): (() => Atlas) => {
      opened += 1
      return () => ({}) as Atlas
    }
    await runProjects(projects(2), 64, { ...counted, openConnection }, fakeRunContext())
    expect(opened).toBe(2)
  })

  test('report progress at most every two seconds', async () => {
    const run = fakeRunContext()
    const handle = async (project: DesiredProject, own: RunContext): Promise<ProjectResult> => {
      await own.clock.sleep(500, own.signal)
      return failed(project)
    }
    await runProjects(projects(20), 1, work(handle), run)
    expect(run.events).toEqual([4, 8, 12, 16].map((done) => ({ type: 'progress', done, of: 20, failed: done })))
  })

  test('log what is sent and what goes wrong with the name of the project, and leave out what describes one project', async () => {
    const run = fakeRunContext()
    const project = { ...desired(1), name: safe`payments` }
    const handle = async (_: DesiredProject, own: RunContext): Promise<ProjectResult> => {
      own.emit({ type: 'compared', comparisons: [] })
      own.emit({ type: 'note', text: safe`look` })
      return failed(project)
    }
    await runProjects([project], 1, work(handle), run)
    expect(run.events).toEqual([{ type: 'note', text: 'look', about: `payments (${project.id})` }])
  })
})

describe('the end of the run', () => {
  test('leaves the other projects alone, which say so', async () => {
    const end = new AbortController()
    let begun = 0
    const handle = async (project: DesiredProject): Promise<ProjectResult> => {
      begun += 1
      if (begun === 2) end.abort(new RunEndError('CANCELLED', safe`The run was canceled.`))
      return failed(project)
    }
    const results = await runProjects(projects(5), 1, work(handle), fakeRunContext({ signal: end.signal }))
    expect(begun).toBe(2)
    const unreached = results.filter(
      ({ error }) => error?.message === 'Not reached: The run was canceled.' && error.endsRun,
    )
    expect(unreached).toHaveLength(3)
  })

  const unknownStates = async (count: number): Promise<FakeRunContext> => {
    const run = fakeRunContext()
    const all = projects(count + 1).map((project) => ({
      ...project,
      name: project.id === idOf(1) ? safe`first` : null,
    }))
    const handle = async (project: DesiredProject): Promise<ProjectResult> => ({
      ...failed(project),
      stateUnknown: project.id !== idOf(count + 1),
    })
    await runProjects(all, 64, work(handle), run)
    return run
  }

  test('gives one warning for all projects whose state is unknown, which names them', async () => {
    const { events } = await unknownStates(2)
    expect(events).toEqual([
      { type: 'warning', text: expect.stringContaining(`state is unknown: first (${idOf(1)}), ${idOf(2)}. Atlas may`) },
    ])
  })

  test.each([
    [10, `${idOf(10)}. Atlas`],
    [11, `${idOf(10)} and 1 more. Atlas`],
    [64, `${idOf(10)} and 54 more. Atlas`],
  ])('names at most ten of %i', async (count, ending) => {
    const { events } = await unknownStates(count)
    expect(events).toEqual([{ type: 'warning', text: expect.stringContaining(ending) }])
  })

  test('gives no warning if no change was under way', async () => {
    expect((await unknownStates(0)).events).toEqual([])
  })
})
