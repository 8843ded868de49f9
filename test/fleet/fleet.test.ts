import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Atlas } from '../../src/atlas/endpoints.ts'
import type { DesiredProject } from '../../src/encryption/state.ts'
import { Failure } from '../../src/failure.ts'
import { mergeReports } from '../../src/fleet/merge.ts'
import { readReport, Unmergeable } from '../../src/fleet/read-report.ts'
import { runFleet } from '../../src/fleet/run-fleet.ts'
import { slice } from '../../src/fleet/shard.ts'
import type { ProjectResult } from '../../src/modes/result.ts'
import { failedEarly } from '../../src/modes/result.ts'
import type { Machine } from '../../src/run.ts'
import { Secrets } from '../../src/text/secrets.ts'
import type { Clock, World } from '../../src/world.ts'
import { fakeWorld } from '../fake-world.ts'

const desired = (n: number): DesiredProject => ({
  id: n.toString(16).padStart(24, '0'),
  name: null,
  providers: [],
  require: [],
})
const projects = (count: number): DesiredProject[] => Array.from({ length: count }, (_, n) => desired(count - n))
const failed = (project: DesiredProject, message = 'failed'): ProjectResult =>
  failedEarly('verify', project, { code: 'NETWORK', message })
const work = (run: (project: DesiredProject, world: World) => Promise<ProjectResult>) => ({
  openLane: () => () => ({}) as Atlas,
  run: (project: DesiredProject, _: Atlas, world: World) => run(project, world),
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
    const results = await runFleet(
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
      fakeWorld(),
    )
    expect(most).toBe(4)
    expect(seen).toHaveLength(30)
    expect(results.map(({ projectId }) => projectId)).toEqual([...seen].sort())
  })

  test('tells of progress at most every two seconds', async () => {
    const world = fakeWorld()
    await runFleet(
      projects(20),
      1,
      work(async (project, own) => {
        await own.clock.sleep(500, own.signal)
        return failed(project)
      }),
      world,
    )
    expect(world.events).toEqual([4, 8, 12, 16].map((done) => ({ type: 'progress', done, of: 20, failed: done })))
  })

  test('what happens in a project is told with its name; what is the story of one alone is not', async () => {
    const world = fakeWorld()
    const project = { ...desired(1), name: 'payments' }
    await runFleet(
      [project],
      1,
      work(async (_, own) => {
        own.tell({ type: 'compared', comparisons: [] })
        own.tell({ type: 'note', text: 'look' })
        return failed(project)
      }),
      world,
    )
    expect(world.events).toEqual([{ type: 'note', text: 'look', about: `payments (${project.id})` }])
  })

  test('once the run ends, the rest is not begun and says so', async () => {
    const end = new AbortController()
    let begun = 0
    const results = await runFleet(
      projects(5),
      1,
      work(async (project) => {
        begun += 1
        if (begun === 2) end.abort(new Failure('CANCELLED', 'The run was cancelled.'))
        return failed(project)
      }),
      fakeWorld({ signal: end.signal }),
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
        expect(error).toBeInstanceOf(Unmergeable)
      }
    }),
  ))

describe('a merge', () => {
  const merge = (cancelled: AbortSignal, sleep: Clock['sleep']) => {
    const workspace = mkdtempSync(join(tmpdir(), 'merge-'))
    writeFileSync(join(workspace, '1.json'), '{}')
    const machine = {
      startedAt: 0,
      env: { GITHUB_WORKSPACE: workspace },
      clock: { ...fakeWorld().clock, sleep },
      cancelled,
    }
    const settings = { mode: 'merge', reportFiles: '*.json', timeout: 5, warnings: [] } as const
    return mergeReports(settings, machine as unknown as Machine, new Secrets(() => undefined)).finally(() =>
      rmSync(workspace, { recursive: true }),
    )
  }
  const never: Clock['sleep'] = (_, signal) =>
    new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))

  test('that is cancelled does not go on', async () => {
    const cancelled = AbortSignal.abort(new Failure('CANCELLED', 'cancelled'))
    await expect(merge(cancelled, never)).rejects.toMatchObject({ code: 'CANCELLED' })
  })

  test('ends with its time', async () => {
    const { signal } = new AbortController()
    await expect(merge(signal, async () => undefined)).rejects.toMatchObject({ code: 'TIMEOUT' })
    await expect(merge(signal, never)).rejects.toMatchObject({ code: 'INPUT' })
  })
})
