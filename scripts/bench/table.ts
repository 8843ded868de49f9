import type { Row } from './row.ts'
import { verdictOf } from './row.ts'

const HEAD = ['', 'measured', 'bar', 'ok', 'also']

export function asTable(rows: readonly Row[]): string {
  const cells = [HEAD, ...rows.map((row) => [row.what, row.measured, row.bar ?? '', verdictOf(row), row.also])]
  const widths = HEAD.map((_, column) => Math.max(...cells.map((line) => (line[column] as string).length)))
  return cells
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i] as number))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
