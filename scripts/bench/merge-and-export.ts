import { createHash } from 'node:crypto'
import { idOf, ORGANIZATION } from '../../test/harness/fixtures.ts'
import { PROJECT, REPORT, TOTALS } from '../../test/projects/reports.ts'
import type { Benchmark } from './benchmark.ts'
import { actionCommand, type Command } from './commands.ts'
import { access, KEY, projectIds } from './inputs.ts'
import { runRecorded } from './processes.ts'
import { type Row, row } from './row.ts'
import { median } from './statistics.ts'

const RUNS = 3
const REPORTS = { shards: 16, projects: 625 }
const EXPORTED = 500

export const MERGE: Benchmark = {
  name: 'merge',
  measure: ({ newRoot }) => {
    const { shards, projects } = REPORTS
    const files = shardReports(shards, projects)
    const inputs = { mode: 'merge', 'report-files': 'reports/*.json' }
    const says = new RegExp(`^Result: passed\\. ${shards * projects} projects`, 'm')
    return rowsOf(`merge of ${shards} reports of ${projects} projects`, () =>
      actionCommand(newRoot(), inputs, { files, says }),
    )
  },
}

export const EXPORT: Benchmark = {
  name: 'export',
  measure: async ({ atlas, newRoot }) => {
    await atlas.set({ projects: projectIds(EXPORTED), awsKms: { customerMasterKeyID: KEY } })
    const inputs = { ...access('export', atlas), 'org-id': ORGANIZATION, 'export-file': 'exported.yml' }
    return rowsOf(`export of ${EXPORTED} projects`, () =>
      actionCommand(newRoot(), inputs, { says: new RegExp(`^Result: exported\\. ${EXPORTED} projects`, 'm') }),
    )
  },
}

function rowsOf(what: string, command: () => Command): Row[] {
  const usages = Array.from({ length: RUNS }, () => runRecorded(command()))
  const of = (name: 'wallMs' | 'cpuMs' | 'peakMb'): number => median(usages.map((usage) => usage[name]))
  const also = `${(of('wallMs') / 1000).toFixed(2)} s from start to end; median of ${RUNS} runs`
  return [
    row({ what: `${what}, processor time`, figure: of('cpuMs') / 1000, unit: 's', also }),
    row({ what: `${what}, peak memory`, figure: of('peakMb'), unit: 'MB' }),
  ]
}

/** Reports of a matrix whose jobs have the same number of projects, as files. */
function shardReports(shards: number, size: number): Record<string, string> {
  const idsOf = Array.from({ length: shards }, () => [] as string[])
  for (let n = 0; idsOf.some((ids) => ids.length < size); n += 1) {
    const id = idOf(n)
    const ids = idsOf[shardOf(id, shards)] as string[]
    if (ids.length < size) ids.push(id)
  }
  const totals = { ...TOTALS, projects: size, passed: size }
  const reports = idsOf.map((ids, i) => {
    const projects = ids.map((projectId) => ({ ...PROJECT, projectId, name: `project-${projectId}` }))
    return [`reports/${i + 1}.json`, JSON.stringify({ ...REPORT, shard: `${i + 1}/${shards}`, totals, projects })]
  })
  return Object.fromEntries(reports) as Record<string, string>
}

/** The shard of a project comes from the first four bytes of its id's SHA-256. */
function shardOf(id: string, shards: number): number {
  return createHash('sha256').update(id).digest().readUInt32BE(0) % shards
}
