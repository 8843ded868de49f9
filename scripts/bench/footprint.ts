import { PROJECT_ID } from '../../test/harness/fixtures.ts'
import type { AtlasProcess } from './atlas-process.ts'
import type { Command } from './commands.ts'
import { actionCommand } from './commands.ts'
import { bundleSize, median, peakMemory, wallTime } from './measure.ts'
import { access, oneProject } from './speed.ts'
import type { Row } from './table.ts'
import { barred, unmeasured } from './table.ts'

const MAX_MB = 85
const MANY = { projects: 500, fewer: 100, delayMs: 20, workers: 8, runs: 3 }
/** The most time for many projects, in multiples of what the delays alone take. */
const TIME_BAR = 1.25
/** The most memory for five times the projects, in multiples of what the projects take. */
const MEMORY_BAR = 1.1

/** Memory and size of a run for one project. */
export async function footprintRows(atlas: AtlasProcess, newRoot: () => string): Promise<Row[]> {
  const command = actionCommand(newRoot(), oneProject('verify', atlas))
  await atlas.set({ projects: [PROJECT_ID], keyId: 'key', delayMs: 0 })
  const peaks: (number | undefined)[] = []
  for (let run = 0; run < 5; run += 1) peaks.push(await peakMemory(command))
  const { total, loaded } = bundleSize(command)
  const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`
  return [
    memoryRow('verify, peak memory', median(peaks.filter((peak) => peak !== undefined))),
    { what: 'dist/', measured: megabytes(total), also: `${megabytes(loaded)} of it loaded by verify` },
  ]
}

function memoryRow(what: string, peak: number): Row {
  return Number.isNaN(peak) ? unmeasured(what, 'not available on this system') : barred(what, peak, 'MB', MAX_MB)
}

/** Many projects of a `config-file` whose responses are delayed, which shows whether the workers wait at the same time. */
export async function projectsRows(atlas: AtlasProcess, newRoot: () => string): Promise<Row[]> {
  const { projects, fewer, delayMs, workers, runs } = MANY
  const title = `${projects} projects, ${workers} workers, ${delayMs} ms a response`
  try {
    const command = projectsCommand(newRoot(), projects, atlas)
    const times: number[] = []
    for (let run = 0; run < runs; run += 1) times.push(await timeProjects(command, projects, atlas))
    const bound = (projects * delayMs) / workers
    const peak = await projectsPeak(command, projects, atlas)
    const smaller = await projectsPeak(projectsCommand(newRoot(), fewer, atlas), fewer, atlas)
    return [
      barred(
        title,
        median(times) / bound,
        'x bound',
        TIME_BAR,
        `${median(times).toFixed(0)} ms; the bound is ${bound} ms`,
      ),
      memoryRow(`${projects} projects, peak memory`, peak),
      memoryRow(`${fewer} projects, peak memory`, smaller),
      ...(Number.isNaN(peak) ? [] : [barred('memory, the former against the latter', peak / smaller, 'x', MEMORY_BAR)]),
    ]
  } catch (error) {
    return [unmeasured(title, error)]
  }
}

function projectsCommand(root: string, size: number, atlas: AtlasProcess): Command {
  const config = { version: 1, projects: projectIds(size).map((id) => ({ id })) }
  const inputs = { ...access('verify', atlas), 'config-file': 'projects.json', concurrency: String(MANY.workers) }
  return actionCommand(root, inputs, { files: { 'projects.json': JSON.stringify(config) } })
}

function projectIds(size: number): string[] {
  return Array.from({ length: size }, (_, i) => (i + 1).toString(16).padStart(24, '0'))
}

/** @throws Error if the run did not read every project, since its time means nothing then */
async function timeProjects(command: Command, size: number, atlas: AtlasProcess): Promise<number> {
  const state = { projects: projectIds(size), keyId: 'key', delayMs: MANY.delayMs }
  await atlas.set(state)
  const taken = wallTime(command)
  const read = new Set((await atlas.set(state)).map(({ path }) => path)).size
  if (read < size) throw new Error(`only ${read} of ${size} projects were read`)
  return taken
}

async function projectsPeak(command: Command, size: number, atlas: AtlasProcess): Promise<number> {
  await atlas.set({ projects: projectIds(size), keyId: 'key', delayMs: MANY.delayMs })
  return (await peakMemory(command)) ?? Number.NaN
}
