import type { Usage } from '../../test/harness/usage.ts'
import type { Benchmark, Setting } from './benchmark.ts'
import type { Command } from './commands.ts'
import { actionCommand } from './commands.ts'
import { access, configOf, KEY, projectIds } from './inputs.ts'
import { runRecorded, runTimed } from './processes.ts'
import { barred, type Row, row } from './row.ts'
import { median } from './statistics.ts'

const RUNS = 3
const FLEET = 500
const LARGE_FLEET = 10_000
const WORKERS = 8
const DELAY_MS = 20

/** The most time with slow responses, in multiples of what the delays alone take. */
const TIME_BAR = 1.25
const CPU_BAR_MS = 0.45
const MEMORY_BAR_KB = 10

/** Responses are delayed, which shows whether the workers wait at the same time. */
export const FLEET_LATENCY: Benchmark = {
  name: 'fleet-latency',
  measure: async (setting) => {
    const command = fleetCommand(setting, FLEET)
    const times = await repeat(() => ofEveryProject(setting, FLEET, () => runTimed(command).wallMs, DELAY_MS))
    const bound = (FLEET * DELAY_MS) / WORKERS
    const what = `${FLEET} projects, ${WORKERS} workers, ${DELAY_MS} ms a response`
    const also = `${median(times).toFixed(0)} ms; the bound is ${bound} ms`
    return [barred({ what, figure: median(times) / bound, unit: 'x bound', bar: TIME_BAR, also })]
  },
}

/** Without delays: what each project costs in processor time and memory. */
export const FLEET_COST: Benchmark = {
  name: 'fleet-cost',
  measure: async (setting) => {
    const usageOf = async (size: number): Promise<Usage> => {
      const command = fleetCommand(setting, size)
      const usages = await repeat(() => ofEveryProject(setting, size, () => runRecorded(command)))
      const of = (name: keyof Usage): number => median(usages.map((usage) => usage[name]))
      return { cpuMs: of('cpuMs'), peakMb: of('peakMb'), busyMs: of('busyMs') }
    }
    return rowsOf(await usageOf(1), await usageOf(FLEET), await usageOf(LARGE_FLEET))
  },
}

function rowsOf(one: Usage, fleet: Usage, large: Usage): Row[] {
  const seconds = ({ cpuMs }: Usage): string => `${(cpuMs / 1000).toFixed(2)} s of processor time`
  return [
    barred({
      what: `${FLEET} projects, processor time of each`,
      figure: (fleet.cpuMs - one.cpuMs) / (FLEET - 1),
      unit: 'ms',
      bar: CPU_BAR_MS,
      also: `${fleet.cpuMs.toFixed(0)} ms; a file of one project takes ${one.cpuMs.toFixed(0)} ms`,
    }),
    row({ what: `${FLEET} projects, peak memory`, figure: fleet.peakMb, unit: 'MB', also: seconds(fleet) }),
    row({ what: `${LARGE_FLEET} projects, peak memory`, figure: large.peakMb, unit: 'MB', also: seconds(large) }),
    barred({
      what: `memory of each project beyond the first ${FLEET}`,
      figure: ((large.peakMb - fleet.peakMb) * 1000) / (LARGE_FLEET - FLEET),
      unit: 'kB',
      bar: MEMORY_BAR_KB,
    }),
  ]
}

function fleetCommand({ atlas, newRoot }: Setting, size: number): Command {
  const inputs = { ...access('verify', atlas), 'config-file': 'projects.json', concurrency: String(WORKERS) }
  return actionCommand(newRoot(), inputs, { files: { 'projects.json': JSON.stringify(configOf(size)) } })
}

async function repeat<T>(run: () => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let i = 0; i < RUNS; i += 1) results.push(await run())
  return results
}

/** @throws Error if the run did not read every project, since its figures mean nothing then */
async function ofEveryProject<T>({ atlas }: Setting, size: number, run: () => T, delayMs = 0): Promise<T> {
  const state = { projects: projectIds(size), awsKms: { customerMasterKeyID: KEY }, delayMs }
  await atlas.set(state)
  const result = run()
  const read = new Set((await atlas.set(state)).map(({ path }) => path)).size
  if (read < size) throw new Error(`only ${read} of ${size} projects were read`)
  return result
}
