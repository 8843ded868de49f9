/** A line of the table. */
export interface Row {
  readonly what: string
  readonly measured: string
  /** The same in other units, or why there is no figure. */
  readonly also: string
  readonly bar?: string
  readonly ok?: boolean
}

/** A row whose figure must not exceed a bar. */
export function barred(what: string, figure: number, unit: string, bar: number, also = ''): Row {
  const shown = `${figure.toFixed(unit === 'MB' ? 1 : 2)} ${unit}`
  return { what, measured: shown, also, bar: `<= ${bar} ${unit}`, ok: figure <= bar }
}

/** A row without a figure, and why. */
export function unmeasured(what: string, why: unknown): Row {
  return { what, measured: 'not measured', also: why instanceof Error ? why.message : String(why) }
}

export function asTable(rows: readonly Row[]): string {
  const head = ['', 'measured', 'bar', 'ok', 'also']
  const verdict = ({ ok }: Row): string => (ok === undefined ? '' : ok ? 'ok' : 'NOT OK')
  const cells = [head, ...rows.map((row) => [row.what, row.measured, row.bar ?? '', verdict(row), row.also])]
  const widths = head.map((_, column) => Math.max(...cells.map((row) => (row[column] as string).length)))
  return cells
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] as number))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
