import { PROJECT_ID } from '../../test/harness/fixtures.ts'
import type { AtlasProcess } from './atlas-process.ts'
import type { Benchmark, Setting } from './benchmark.ts'
import type { Command } from './commands.ts'
import { actionCommand, BARE_NODE, curlCommand, isInstalled } from './commands.ts'
import { KEY, oneProject } from './inputs.ts'
import { runTimed, type Timed } from './processes.ts'
import type { Row } from './row.ts'
import { barred, row, unmeasured } from './row.ts'
import { mean, median, medianRatio, shuffled } from './statistics.ts'

const ROUNDS = 25
const OTHER_KEY = KEY.replace(/^0/, '1')

interface Subject {
  readonly what: string
  readonly command: Command
  /** The key that the project has before every run. */
  readonly key: string
  readonly bar?: number
  readonly showsCpu?: true
  readonly curl?: Command
}

/** Times every subject once a round, in an order that changes, and compares it with its neighbors of the same round. */
export const START: Benchmark = {
  name: 'start',
  measure: async (setting) => {
    const subjects = subjectsOf(setting)
    if (isInstalled('curl', ['--version'])) {
      for (const [i, subject] of subjects.entries()) subjects[i] = await withCurl(subject, setting.atlas)
    }
    return rowsOf(subjects, await timeAll(subjects, setting.atlas))
  },
}

function subjectsOf({ atlas, newRoot }: Setting): Subject[] {
  const action = (mode: string): Command => actionCommand(newRoot(), oneProject(mode, atlas))
  const wrong = { ...oneProject('verify', atlas), 'project-id': 'not an id' }
  const refused = actionCommand(newRoot(), wrong, { exitCode: 1, says: /`project-id`/ })
  return [
    { what: 'start to the first input error', command: refused, key: KEY, bar: 1.9 },
    { what: 'verify', command: action('verify'), key: KEY, bar: 3.2, showsCpu: true },
    { what: 'apply, nothing to change', command: action('apply'), key: KEY },
    { what: 'apply, one field to change', command: action('apply'), key: OTHER_KEY },
  ]
}

/** Adds the requests of a run of the action for curl. */
async function withCurl(subject: Subject, atlas: AtlasProcess): Promise<Subject> {
  await setKey(atlas, subject.key)
  runTimed(subject.command)
  const requests = await setKey(atlas, subject.key)
  return requests.length === 0 ? subject : { ...subject, curl: curlCommand(atlas.url, requests) }
}

function setKey(atlas: AtlasProcess, key: string): ReturnType<AtlasProcess['set']> {
  return atlas.set({ projects: [PROJECT_ID], awsKms: { customerMasterKeyID: key } })
}

type Times = ReadonlyMap<Command, readonly Timed[]>

async function timeAll(subjects: readonly Subject[], atlas: AtlasProcess): Promise<Times> {
  const runs = subjects.flatMap(({ command, curl, key }) => [
    { command, key },
    ...(curl === undefined ? [] : [{ command: curl, key }]),
  ])
  runs.push({ command: BARE_NODE, key: KEY })
  const times = new Map(runs.map(({ command }) => [command, [] as Timed[]]))
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { command, key } of shuffled(runs)) {
      await setKey(atlas, key)
      const timed = runTimed(command)
      // The first round fills the caches of the machine and does not count.
      if (round > 0) times.get(command)?.push(timed)
    }
  }
  return times
}

function rowsOf(subjects: readonly Subject[], times: Times): Row[] {
  const wall = (command: Command): number[] => (times.get(command) ?? []).map(({ wallMs }) => wallMs)
  const unit = wall(BARE_NODE)
  const ms = (command: Command): string => `${median(wall(command)).toFixed(1)} ms`
  const rounds = `${ms(BARE_NODE)}, median of ${ROUNDS} rounds`
  return [
    row({ what: 'node -e 0', figure: 1, unit: 'x node', also: rounds }),
    ...subjects.flatMap(({ what, command, bar, curl, showsCpu }): Row[] => {
      const byCurl = curl && againstCurl(wall(command), wall(curl), ms(curl))
      const also = [ms(command), byCurl].filter(Boolean).join('; ')
      const measured = { what, figure: medianRatio(wall(command), unit), unit: 'x node', also } as const
      const rows = [bar === undefined ? row(measured) : barred({ ...measured, bar })]
      return showsCpu ? [...rows, cpuRow(what, times.get(command) ?? [], times.get(BARE_NODE) ?? [])] : rows
    }),
    ...(isInstalled('curl', ['--version']) ? [] : [unmeasured('the same requests by curl', 'curl is not installed')]),
  ]
}

function cpuRow(what: string, own: readonly Timed[], bare: readonly Timed[]): Row {
  const cpu = (times: readonly Timed[]): number => mean(times.map(({ cpuMs }) => cpuMs))
  const also = `${cpu(own).toFixed(1)} ms; node -e 0 takes ${cpu(bare).toFixed(1)} ms`
  return row({ what: `${what}, processor time`, figure: cpu(own) / cpu(bare), unit: 'x node', also })
}

function againstCurl(own: readonly number[], curls: readonly number[], ms: string): string {
  return `${medianRatio(own, curls).toFixed(1)} x the same requests by curl (${ms})`
}
