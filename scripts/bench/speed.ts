import { API_KEY, PROJECT_ID } from '../../test/harness/fixtures.ts'
import type { AtlasProcess } from './atlas-process.ts'
import { REGION, ROLE_ID } from './atlas-process.ts'
import type { Command } from './commands.ts'
import { actionCommand, BARE_NODE, curlCommand, hasCurl } from './commands.ts'
import { median, medianRatio, wallTime } from './measure.ts'
import type { Row } from './table.ts'
import { barred, unmeasured } from './table.ts'

const ROUNDS = 25
const KEY = 'arn:aws:kms:us-east-1:111122223333:key/desired'
const OTHER_KEY = 'arn:aws:kms:us-east-1:111122223333:key/other'

interface Subject {
  readonly what: string
  readonly command: Command
  /** The key that the project has before every run. */
  readonly keyId: string
  readonly bar?: number
  readonly curl?: Command
}

/** The inputs of a step that say how to reach Atlas. */
export function access(mode: string, atlas: AtlasProcess): Record<string, string> {
  return {
    mode,
    'atlas-public-key': API_KEY.publicKey,
    'atlas-private-key': API_KEY.privateKey,
    'atlas-base-url': atlas.url,
  }
}

/** The inputs of a step for one project. */
export function oneProject(mode: string, atlas: AtlasProcess): Record<string, string> {
  return {
    ...access(mode, atlas),
    'project-id': PROJECT_ID,
    provider: 'aws',
    'aws-customer-master-key-id': KEY,
    'aws-region': REGION,
    'aws-role-id': ROLE_ID,
  }
}

/** Times every subject once a round, in an order that changes, and compares it with its neighbours of the same round. */
export async function speedRows(atlas: AtlasProcess, newRoot: () => string): Promise<Row[]> {
  const action = (mode: string): Command => actionCommand(newRoot(), oneProject(mode, atlas))
  const wrong = { ...oneProject('verify', atlas), 'project-id': 'not an id' }
  const subjects = [
    { what: 'start to the first input error', command: actionCommand(newRoot(), wrong, { exitCode: 1 }), bar: 2.9 },
    { what: 'verify', command: action('verify'), bar: 5 },
    { what: 'apply, nothing to change', command: action('apply') },
    { what: 'apply, one field to change', command: action('apply'), keyId: OTHER_KEY },
  ].map((subject): Subject => ({ keyId: KEY, ...subject }))
  for (const [i, subject] of subjects.entries()) {
    if (hasCurl()) subjects[i] = await withCurl(subject, atlas)
  }
  try {
    return rowsOf(subjects, await timeAll(subjects, atlas))
  } catch (error) {
    return [unmeasured('speed', error)]
  }
}

/** Adds the requests of a run of the action for curl. */
async function withCurl(subject: Subject, atlas: AtlasProcess): Promise<Subject> {
  await setState(atlas, subject.keyId)
  wallTime(subject.command)
  const requests = await setState(atlas, subject.keyId)
  return requests.length === 0 ? subject : { ...subject, curl: curlCommand(atlas.url, requests) }
}

function setState(atlas: AtlasProcess, keyId: string): ReturnType<AtlasProcess['set']> {
  return atlas.set({ projects: [PROJECT_ID], keyId, delayMs: 0 })
}

type Times = ReadonlyMap<Command, readonly number[]>

async function timeAll(subjects: readonly Subject[], atlas: AtlasProcess): Promise<Times> {
  const runs = subjects.flatMap(({ command, curl, keyId }) => [
    { command, keyId },
    ...(curl === undefined ? [] : [{ command: curl, keyId }]),
  ])
  runs.push({ command: BARE_NODE, keyId: KEY })
  const times = new Map(runs.map(({ command }) => [command, [] as number[]]))
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { command, keyId } of shuffled(runs)) {
      await setState(atlas, keyId)
      const taken = wallTime(command)
      // The first round fills the caches of the machine and does not count.
      if (round > 0) times.get(command)?.push(taken)
    }
  }
  return times
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

function rowsOf(subjects: readonly Subject[], times: Times): Row[] {
  const of = (command: Command): readonly number[] => times.get(command) as readonly number[]
  const unit = of(BARE_NODE)
  const ms = (command: Command): string => `${median(of(command)).toFixed(1)} ms`
  return [
    { what: 'node -e 0', measured: '1.00 x node', also: `${ms(BARE_NODE)}, median of ${ROUNDS} rounds` },
    ...subjects.map(({ what, command, bar, curl }): Row => {
      const ratio = medianRatio(of(command), unit)
      const also = [ms(command), ...(curl === undefined ? [] : [againstCurl(of(command), of(curl), ms(curl))])].join(
        '; ',
      )
      return bar === undefined
        ? { what, measured: `${ratio.toFixed(2)} x node`, also }
        : barred(what, ratio, 'x node', bar, also)
    }),
    ...(hasCurl() ? [] : [unmeasured('the same requests by curl', 'there is no curl')]),
  ]
}

function againstCurl(own: readonly number[], curls: readonly number[], ms: string): string {
  return `${medianRatio(own, curls).toFixed(1)} x the same requests by curl (${ms})`
}
