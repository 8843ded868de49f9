import { linesOf, minWidthOf } from './lines.ts'
import type { Cell } from './parse.ts'

export const CELL_PADDING = 13

/**
 * Gives the columns their widths as a browser does: each as wide as its widest cell if that fits, else what is left is shared.
 *
 * @throws Error if not even the widest words fit
 */
export function columnWidths(rows: readonly Cell[][], fontSize: number, available: number): number[] {
  const columns = (rows[0] ?? []).map((_, i) => rows.flatMap((row) => row[i] ?? []))
  const widest = (measure: (cell: Cell) => number): number[] =>
    columns.map((cells) => Math.max(...cells.map(measure)) + 2 * CELL_PADDING)
  const max = widest(({ isHeader, runs }) => linesOf(cellRuns({ isHeader, runs }), fontSize, Infinity)[0]?.width ?? 0)
  if (sum(max) <= available) return max
  const min = widest((cell) => minWidthOf(cellRuns(cell), fontSize))
  const [left, wanted] = [available - sum(min), sum(max) - sum(min)]
  if (left < 0) throw new Error('A table of the summary is wider than the picture')
  return min.map((width, i) => width + (left * ((max[i] ?? width) - width)) / wanted)
}

/** What a cell shows: headers are bold. */
export function cellRuns({ isHeader, runs }: Cell): Cell['runs'] {
  return isHeader ? runs.map((run) => ({ ...run, bold: true })) : runs
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
