import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { RunEndError } from '../../src/domain/errors.ts'
import type { RunOutcome } from '../../src/domain/report.ts'
import { mergeReports } from '../../src/projects/merge.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { idOf } from '../harness/fixtures.ts'
import { noSecrets, PROJECT, REPORT, RUN, reportWith, TOTALS } from './reports.ts'

let workspace: string

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'merge-'))
})

afterEach(() => rmSync(workspace, { recursive: true }))

function merge(reports: readonly object[], signal = new AbortController().signal): Promise<RunOutcome> {
  for (const [i, report] of reports.entries()) writeFileSync(join(workspace, `${i + 1}.json`), JSON.stringify(report))
  const settings = { mode: 'merge', reportFiles: '*.json', workspace, timeout: 5, warnings: [] } as const
  return mergeReports(settings, noSecrets(), signal)
}

describe('merged reports', () => {
  test('are the report that one run would have written', async () => {
    const failed = { result: 'failed', failureReason: 'invalid', valid: false, enabled: false, providers: [] }
    const totals = { ...TOTALS, passed: 0, failed: 1, invalid: 1 }
    const second = reportWith({ result: 'failed', failureReason: 'invalid', totals }, { ...failed, projectId: idOf(0) })
    expect(await merge([REPORT, second])).toEqual({
      report: {
        mode: 'verify',
        shard: null,
        result: 'failed',
        failureReason: 'invalid',
        error: null,
        totals: { ...TOTALS, projects: 2, failed: 1, invalid: 1 },
        projects: [{ ...PROJECT, ...failed, projectId: idOf(0) }, PROJECT],
      },
      run: RUN,
      project: null,
      links: { issueUrl: '', commentUrl: '' },
      atlasOrigin: null,
      warnings: [],
    })
  })

  test('of different runs come with a warning', async () => {
    const other = reportWith({ run: { ...RUN, id: '2' } }, { projectId: idOf(2) })
    const { warnings } = await merge([REPORT, other])
    expect(warnings).toEqual([expect.stringContaining('`1.json` of run 12345, `2.json` of run 2')])
  })
})

describe('nothing is merged', () => {
  test('without a file', async () => {
    await expect(merge([])).rejects.toMatchObject({
      code: 'INPUT',
      message: expect.stringContaining('no file matches'),
    })
  })

  test('of what is no report, by the name of its file', async () => {
    await expect(merge([REPORT, {}])).rejects.toMatchObject({
      code: 'INPUT',
      message: 'Nothing was merged: `2.json` is not a report of this action.',
    })
  })

  test('of a file that is too large', async () => {
    writeFileSync(join(workspace, '1.json'), '{')
    truncateSync(join(workspace, '1.json'), 64 * 1024 * 1024 + 1)
    await expect(merge([])).rejects.toThrow('`1.json` is larger than 64 MiB')
  })

  test('of files that are too large together', async () => {
    for (let n = 1; n <= 5; n += 1) {
      writeFileSync(join(workspace, `${n}.json`), '{')
      truncateSync(join(workspace, `${n}.json`), 60 * 1024 * 1024)
    }
    await expect(merge([])).rejects.toThrow('the reports together are larger than 256 MiB')
  })

  test('of reports with more projects than five organizations have', async () => {
    const count = 10_000
    const totals = { ...TOTALS, projects: count, passed: count }
    for (let file = 1; file <= 6; file += 1) {
      const projects = Array.from({ length: count }, (_, n) => ({ ...PROJECT, projectId: idOf(file * count + n) }))
      writeFileSync(join(workspace, `${file}.json`), JSON.stringify({ ...REPORT, totals, projects }))
    }
    await expect(merge([])).rejects.toThrow('the reports together have more than 50000 projects')
  })

  test('after the end of the run', async () => {
    const end = new RunEndError('CANCELLED', safe`cancelled`)
    await expect(merge([REPORT], AbortSignal.abort(end))).rejects.toBe(end)
  })
})
