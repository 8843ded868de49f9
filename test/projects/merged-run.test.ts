import { describe, expect, test } from '@jest/globals'
import type { ReportedRun } from '../../src/domain/report.ts'
import { mergedRun, staleReportWarning } from '../../src/projects/merged-run.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { noSecrets } from './reports.ts'

type Run = readonly [id: string | null, attempt: string | null, at: string | null]

const filesOf = (runs: readonly Run[]): { label: ReturnType<typeof safe>; run: ReportedRun }[] =>
  runs.map((run, i) => {
    const [id, attempt, at] = run.map((text) => (text === null ? null : noSecrets().sanitize(text)))
    return { label: safe`\`${i + 1}.json\``, run: { id: id ?? null, attempt: attempt ?? null, at: at ?? null } }
  })

const at = (hours: number): string => new Date(Date.UTC(2026, 7, 1) + hours * 3_600_000).toISOString()

describe('the run of merged reports', () => {
  test.each<readonly [string, readonly Run[], Run]>([
    ['one report', [['1', '2', at(0)]], ['1', '2', at(0)]],
    [
      'the same run: the highest attempt, the oldest time',
      [
        ['1', '9', at(3)],
        ['1', '10', at(2)],
        ['1', '1', at(4)],
      ],
      ['1', '10', at(2)],
    ],
    [
      'different runs',
      [
        ['1', '1', at(3)],
        ['2', '1', at(2)],
      ],
      [null, null, at(2)],
    ],
    [
      'a run that is not known',
      [
        ['1', '1', at(3)],
        [null, null, null],
      ],
      [null, null, at(3)],
    ],
    ['nothing that is known', [[null, null, null]], [null, null, null]],
    ['no report', [], [null, null, null]],
  ])('%s', (_, runs, [id, attempt, time]) => {
    expect(mergedRun(filesOf(runs))).toEqual({ id, attempt, at: time })
  })
})

describe('a warning', () => {
  test.each<readonly [string, readonly Run[]]>([
    ['one report', [['1', '1', at(0)]]],
    [
      'one run',
      [
        ['1', '1', at(0)],
        ['1', '2', at(24)],
      ],
    ],
    [
      'unknown runs',
      [
        [null, null, null],
        ['1', '1', at(0)],
        [null, null, at(24)],
      ],
    ],
    ['no reports', []],
  ])('is not given for %s', (_, runs) => expect(staleReportWarning(filesOf(runs))).toEqual([]))

  test.each<readonly [string, readonly Run[], string]>([
    [
      'different runs',
      [
        [null, null, null],
        ['1', '1', at(0)],
        ['2', '1', at(0)],
      ],
      '`2.json` of run 1, `3.json` of run 2',
    ],
    [
      'times more than a day apart',
      [
        ['1', '1', at(25)],
        ['1', '1', at(0)],
      ],
      `\`2.json\` at ${at(0)}, \`1.json\` at ${at(25)}`,
    ],
    [
      'both',
      [
        ['1', '1', at(25)],
        ['2', '1', at(0)],
        ['3', '1', at(99)],
      ],
      `\`2.json\` at ${at(0)}, \`3.json\` at ${at(99)}`,
    ],
    [
      'times that are known of some',
      [
        [null, null, null],
        ['1', '1', at(25)],
        ['1', '1', null],
        ['1', '1', at(0)],
      ],
      `\`4.json\` at ${at(0)}, \`2.json\` at ${at(25)}`,
    ],
  ])('is given once for %s', (_, runs, says) => {
    expect(staleReportWarning(filesOf(runs))).toEqual([expect.stringContaining(says)])
  })
})
