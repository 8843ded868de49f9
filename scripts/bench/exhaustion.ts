// Nonsense that is made to exhaust the process. The bars are the bounds of the contract: what one run may use, whatever Atlas,
// GitHub, a report or a config file holds.
import { REPOSITORY } from '../../test/fake-github/server.ts'
import { idOf, PROJECT_ID } from '../../test/harness/fixtures.ts'
import type { Usage } from '../../test/harness/usage.ts'
import type { AtlasProcess } from './atlas-process.ts'
import type { Benchmark, Setting } from './benchmark.ts'
import { actionCommand, type Command } from './commands.ts'
import { forgedReport, literalSecrets, secretOfManyLines, trueReport } from './hostile-files.ts'
import { access, configOf, KEY, oneProject, projectIds } from './inputs.ts'
import { runRecorded } from './processes.ts'
import { barred, type Row, row } from './row.ts'

const MEBIBYTE = 1024 ** 2

interface Bounds {
  readonly cpuSeconds: number
  readonly peakMb: number
}

const NONSENSE: Bounds = { cpuSeconds: 2, peakMb: 300 }
const TRUE_REPORT: Bounds = { cpuSeconds: 5, peakMb: 600 }
/** For more than the 10 MiB from Atlas that the contract sets bounds for. */
const NONE = 'none'

interface Case {
  readonly name: string
  readonly what: string
  readonly bounds?: Bounds | typeof NONE
  readonly state?: Parameters<AtlasProcess['set']>[0]
  readonly command: (setting: Setting) => Command
}

const withKey = (customerMasterKeyID: string): NonNullable<Case['state']> => ({
  projects: [PROJECT_ID],
  awsKms: { customerMasterKeyID },
})

const withLongValues = (value: string, projects: readonly string[]): NonNullable<Case['state']> => ({
  projects,
  awsKms: { customerMasterKeyID: value, region: value, roleId: value, accessKeyID: value },
})

const drift =
  (says: RegExp): Case['command'] =>
  ({ atlas, newRoot }) =>
    actionCommand(newRoot(), oneProject('drift', atlas), { exitCode: 1, says })

const driftOfFile =
  (file: string, says: RegExp): Case['command'] =>
  ({ atlas, newRoot }) => {
    const inputs = { ...access('drift', atlas), 'config-file': 'atlas.yml' }
    return actionCommand(newRoot(), inputs, { exitCode: 1, says, files: { 'atlas.yml': file } })
  }

const driftWithIssue: Case['command'] = ({ atlas, newRoot }) =>
  actionCommand(
    newRoot(),
    { ...oneProject('drift', atlas), issue: 'true' },
    {
      exitCode: 1,
      says: /^::warning.*GitHub/m,
      env: {
        GITHUB_API_URL: atlas.gitHubUrl,
        GITHUB_SERVER_URL: 'https://github.test',
        GITHUB_REPOSITORY: REPOSITORY,
        GITHUB_RUN_ID: '42',
      },
    },
  )

const merge =
  (report: () => string, says: RegExp): Case['command'] =>
  ({ newRoot }) => {
    const inputs = { mode: 'merge', 'report-files': 'reports/*.json' }
    return actionCommand(newRoot(), inputs, { exitCode: 1, says, files: { 'reports/1.json': report() } })
  }

const LONG = { oneField: 600_000, manyProjects: 8000 }
const IS_REFUSED = /^::error.*`atlas\.yml`.*line \d+/m

const CASES: readonly Case[] = [
  {
    name: 'exhaustion-links',
    what: 'response of Atlas, 5 M links that are numbers',
    state: { ...withKey(KEY), links: 5_000_000 },
    command: drift(/^::error::.*more values/m),
  },
  {
    name: 'exhaustion-issues',
    what: "GitHub's list of issues, 3.4 M empty objects",
    state: { ...withKey('another key'), issues: 3_400_000 },
    command: driftWithIssue,
  },
  ...['differences', 'requirements', 'clusters'].map((list) => ({
    name: 'exhaustion-forged-report',
    what: `forged report of 6 MiB, empty ${list}`,
    command: merge(() => forgedReport(list, 6 * MEBIBYTE), /^::error.*is not a report of this action/m),
  })),
  {
    name: 'exhaustion-true-report',
    what: 'true report of 64 MiB',
    bounds: TRUE_REPORT,
    command: merge(() => trueReport(64 * MEBIBYTE), /^Result: failed\. 10000 projects/m),
  },
  ...['&amp;', '%41'].map((text) => ({
    name: 'exhaustion-long-values',
    what: `2.4 MB of ${text} in four fields`,
    state: withLongValues(text.repeat(LONG.oneField / text.length), [PROJECT_ID]),
    command: drift(/^::error::Atlas differs/m),
  })),
  {
    name: 'exhaustion-long-projects',
    what: '1,250 projects with a field of 8 kB (10 MB)',
    state: { ...withKey('&amp;'.repeat(LONG.manyProjects / 5)), projects: projectIds(1250) },
    command: driftOfFile(JSON.stringify(configOf(1250)), /^Result: failed\. 1250 projects/m),
  },
  {
    name: 'exhaustion-long-projects',
    what: '1,500 projects with four fields of 8 kB (48 MB)',
    bounds: NONE,
    state: withLongValues('&amp;'.repeat(LONG.manyProjects / 5), projectIds(1500)),
    command: driftOfFile(JSON.stringify(configOf(1500)), /^Result: failed\. 1500 projects/m),
  },
  {
    name: 'exhaustion-literal-lines',
    what: 'config file, 130,000 lines of a literal secret',
    command: driftOfFile(secretOfManyLines(idOf(1), 130_000), IS_REFUSED),
  },
  {
    name: 'exhaustion-literals',
    what: 'config file, a thousand literal secrets',
    command: driftOfFile(literalSecrets(1000), IS_REFUSED),
  },
]

export const EXHAUSTION: readonly Benchmark[] = CASES.map(({ name, what, bounds = NONSENSE, state, command }) => ({
  name,
  measure: async (setting) => {
    await setting.atlas.set(state ?? { projects: [], awsKms: {} })
    return rowsOf(what, bounds, runRecorded(command(setting)))
  },
}))

function rowsOf(what: string, bounds: Bounds | typeof NONE, { cpuMs, peakMb, busyMs }: Usage): Row[] {
  const also = `at most ${busyMs.toFixed(0)} ms without a look at signals`
  const cpu = { what: `${what}: processor time`, figure: cpuMs / 1000, unit: 's', also } as const
  const peak = { what: `${what}: peak memory`, figure: peakMb, unit: 'MB' } as const
  if (bounds === NONE) return [row(cpu), row(peak)]
  return [barred({ ...cpu, bar: bounds.cpuSeconds }), barred({ ...peak, bar: bounds.peakMb })]
}
