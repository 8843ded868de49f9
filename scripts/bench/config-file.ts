import { stringify } from 'yaml'
import type { Benchmark, Setting } from './benchmark.ts'
import { actionCommand } from './commands.ts'
import { access, configOf } from './inputs.ts'
import { timeUntil } from './processes.ts'
import { barred, type Row } from './row.ts'
import { median } from './statistics.ts'

const RUNS = 3
const PROJECTS = 10_000

/** From the start of the process, until Atlas gets the first request. */
export const CONFIG_FILE: Benchmark = {
  name: 'config-file',
  measure: async (setting) => {
    const config = configOf(PROJECTS)
    return [
      await firstRequestRow(setting, {
        format: 'JSON',
        fileName: 'atlas.json',
        file: JSON.stringify(config),
        bar: 0.5,
      }),
      await firstRequestRow(setting, { format: 'YAML', fileName: 'atlas.yml', file: stringify(config), bar: 3 }),
    ]
  },
}

interface Case {
  readonly format: string
  readonly fileName: string
  readonly file: string
  readonly bar: number
}

async function firstRequestRow({ atlas, newRoot }: Setting, { format, fileName, file, bar }: Case): Promise<Row> {
  const inputs = { ...access('verify', atlas), 'config-file': fileName }
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    await atlas.set({ projects: [], awsKms: {}, hangs: true })
    const command = actionCommand(newRoot(), inputs, { files: { [fileName]: file } })
    times.push(await timeUntil(command, (signal) => atlas.firstRequestAt(signal)))
  }
  const what = `config file of ${PROJECTS} projects, ${format}, to the first request`
  const also = `${(Buffer.byteLength(file) / 1e6).toFixed(2)} MB; median of ${RUNS} runs`
  return barred({ what, figure: median(times) / 1000, unit: 's', bar, also })
}
