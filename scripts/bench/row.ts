/** How far a figure may be above its bar before a second measurement decides: less than that is the noise of a machine. */
const TOLERANCE = 1.15

/** A line of the table. */
export interface Row {
  readonly what: string
  readonly measured: string
  /** The same in other units, or why there is no figure. */
  readonly also: string
  readonly bar?: string
  /** The figure, in multiples of its bar. */
  readonly ofBar?: number
  /** Whether there should be a figure, but the run did not end as it has to. */
  readonly isBroken?: boolean
}

/** `MB` are 10^6 bytes and `MiB` are 2^20; `kB` are 1000. */
type Unit = 'MiB' | 'MB' | 'kB' | 's' | 'ms' | 'x node' | 'x bound' | 'x verify'

const DECIMALS: Readonly<Record<Unit, number>> = {
  MiB: 1,
  MB: 1,
  kB: 1,
  s: 2,
  ms: 3,
  'x node': 2,
  'x bound': 2,
  'x verify': 2,
}

interface Measured {
  readonly what: string
  readonly figure: number
  readonly unit: Unit
  readonly also?: string
}

/** A row with a figure and no bar. NaN is a figure that this system does not show. */
export function row({ what, figure, unit, also = '' }: Measured): Row {
  if (Number.isNaN(figure)) return unmeasured(what, 'not available on this system')
  return { what, measured: `${figure.toFixed(DECIMALS[unit])} ${unit}`, also }
}

/** A row whose figure must not exceed a bar in the same unit. */
export function barred(measured: Measured & { readonly bar: number }): Row {
  const { figure, unit, bar } = measured
  return { ...row(measured), bar: `<= ${bar} ${unit}`, ...(!Number.isNaN(figure) && { ofBar: figure / bar }) }
}

/** A row without a figure, and why. */
export function unmeasured(what: string, why: unknown): Row {
  const [reason = ''] = (why instanceof Error ? why.message : String(why)).split('\n')
  return { what, measured: 'not measured', also: reason }
}

/** A row without a figure, because the run did not end as it has to. */
export function broken(what: string, error: unknown): Row {
  return { ...unmeasured(what, error), isBroken: true }
}

/** Whether the figure is so far above its bar that noise does not explain it, or there is none. */
export function isMissed({ ofBar = 0, isBroken = false }: Row): boolean {
  return isBroken || ofBar > TOLERANCE
}

export function verdictOf(row: Row): string {
  if (isMissed(row)) return 'MISSED'
  if (row.ofBar === undefined) return ''
  return row.ofBar <= 1 ? 'ok' : 'close'
}
