import type { AtlasProcess } from './atlas-process.ts'
import type { Row } from './row.ts'
import { broken, isMissed } from './row.ts'

/** What a benchmark runs in. */
export interface Setting {
  readonly atlas: AtlasProcess
  /** @returns a new folder for the files of a step */
  readonly newRoot: () => string
}

/** Rows that are measured together. */
export interface Benchmark {
  readonly name: string
  /** @throws Error if a run did not end as it has to, since its figures mean nothing then */
  readonly measure: (setting: Setting) => Promise<Row[]> | Row[]
}

/**
 * @param words parts of names; without any, everything is selected
 * @throws Error if a word is in no name, with all names
 */
export function selectBenchmarks<T extends Pick<Benchmark, 'name'>>(all: readonly T[], words: readonly string[]): T[] {
  const unknown = words.filter((word) => !all.some(({ name }) => name.includes(word)))
  if (unknown.length > 0) {
    const names = [...new Set(all.map(({ name }) => name))].join(', ')
    throw new Error(`No name has ${unknown.join(' or ')} in it. The names: ${names}`)
  }
  return all.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))
}

/**
 * Measures a benchmark, and a second time if a bar was missed by more than the tolerance: a machine that was busy for a moment
 * does not count.
 *
 * @returns its rows; the ones that were missed the first time as they are the second time
 */
export async function measureUpToTwice(benchmark: Benchmark, setting: Setting): Promise<Row[]> {
  const first = await measureOnce(benchmark, setting)
  if (!first.some(isMissed)) return first
  const second = await measureOnce(benchmark, setting)
  return second.map((row) => {
    const before = first.find(({ what }) => what === row.what)
    if (before === undefined) return row
    if (!isMissed(before)) return before
    return { ...row, also: [row.also, `${before.measured} the first time`].filter(Boolean).join('; ') }
  })
}

async function measureOnce({ name, measure }: Benchmark, setting: Setting): Promise<Row[]> {
  try {
    return await measure(setting)
  } catch (error) {
    return [broken(name, error)]
  }
}
