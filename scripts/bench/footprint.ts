import { PROJECT_ID } from '../../test/harness/fixtures.ts'
import type { AtlasProcess } from './atlas-process.ts'
import type { Command } from './commands.ts'
import { actionCommand } from './commands.ts'
import { bundleSize, median, peakMemory, wallTime } from './measure.ts'
import { access, oneProject } from './speed.ts'
import type { Row } from './table.ts'
import { barred, unmeasured } from './table.ts'

const MAX_MB = 85
const FLEET = { projects: 500, fewer: 100, delayMs: 20, lanes: 8, runs: 3 }
/** What a fleet may take: that of the delays alone, times this. */
const FLEET_BAR = 1.25
/** How much more memory five times the projects may take. */
const FLAT_BAR = 1.1

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
  return Number.isNaN(peak) ? unmeasured(what, 'n/a on this system') : barred(what, peak, 'MB', MAX_MB)
}

/** A fleet from a `config-file`, every reply of which is late: what counts is that the waiting overlaps. */
export async function fleetRows(atlas: AtlasProcess, newRoot: () => string): Promise<Row[]> {
  const { projects, fewer, delayMs, lanes, runs } = FLEET
  const title = `fleet of ${projects}, ${lanes} lanes, ${delayMs} ms a reply`
  try {
    const fleet = fleetCommand(newRoot(), projects, atlas)
    const times: number[] = []
    for (let run = 0; run < runs; run += 1) times.push(await timeFleet(fleet, projects, atlas))
    const bound = (projects * delayMs) / lanes
    const peak = await fleetPeak(fleet, projects, atlas)
    const smaller = await fleetPeak(fleetCommand(newRoot(), fewer, atlas), fewer, atlas)
    return [
      barred(
        title,
        median(times) / bound,
        'x bound',
        FLEET_BAR,
        `${median(times).toFixed(0)} ms; the bound is ${bound} ms`,
      ),
      memoryRow(`fleet of ${projects}, peak memory`, peak),
      memoryRow(`fleet of ${fewer}, peak memory`, smaller),
      ...(Number.isNaN(peak) ? [] : [barred('memory, the one against the other', peak / smaller, 'x', FLAT_BAR)]),
    ]
  } catch (error) {
    return [unmeasured(title, error)]
  }
}

function fleetCommand(root: string, size: number, atlas: AtlasProcess): Command {
  const config = { version: 1, projects: projectIds(size).map((id) => ({ id })) }
  const inputs = { ...access('verify', atlas), 'config-file': 'fleet.json', concurrency: String(FLEET.lanes) }
  return actionCommand(root, inputs, { files: { 'fleet.json': JSON.stringify(config) } })
}

function projectIds(size: number): string[] {
  return Array.from({ length: size }, (_, i) => (i + 1).toString(16).padStart(24, '0'))
}

/** @throws Error if not every project was read: the time would mean nothing */
async function timeFleet(fleet: Command, size: number, atlas: AtlasProcess): Promise<number> {
  const scene = { projects: projectIds(size), keyId: 'key', delayMs: FLEET.delayMs }
  await atlas.set(scene)
  const taken = wallTime(fleet)
  const read = new Set((await atlas.set(scene)).map(({ path }) => path)).size
  if (read < size) throw new Error(`only ${read} of ${size} projects were read`)
  return taken
}

async function fleetPeak(fleet: Command, size: number, atlas: AtlasProcess): Promise<number> {
  await atlas.set({ projects: projectIds(size), keyId: 'key', delayMs: FLEET.delayMs })
  return (await peakMemory(fleet)) ?? Number.NaN
}
