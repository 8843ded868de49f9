import { describe, expect, test } from '@jest/globals'
import type { Benchmark, Setting } from '../../../scripts/bench/benchmark.ts'
import { measureUpToTwice, selectBenchmarks } from '../../../scripts/bench/benchmark.ts'
import { barred, isMissed, type Row, row } from '../../../scripts/bench/row.ts'

const SETTING = {} as Setting

/** A row with the bar 100. */
const rowOf = (figure: number, what = 'time'): Row => barred({ what, figure, unit: 'ms', bar: 100 })

/** A benchmark whose measurements return these rows, or fail, in turn. */
function benchmarkOf(...measurements: (readonly Row[] | Error)[]): { benchmark: Benchmark; count: () => number } {
  let count = 0
  const measure = (): Row[] => {
    const rows = measurements[count] ?? new Error('not expected')
    count += 1
    if (rows instanceof Error) throw rows
    return [...rows]
  }
  return { benchmark: { name: 'name', measure }, count: () => count }
}

describe('a benchmark', () => {
  test.each([[[rowOf(100)]], [[rowOf(115)]], [[row({ what: 'time', figure: 1e6, unit: 'ms' })]]])(
    'is measured once if no bar is missed by more than 15 %%',
    async (rows) => {
      const { benchmark, count } = benchmarkOf(rows)
      expect(await measureUpToTwice(benchmark, SETTING)).toEqual(rows)
      expect(count()).toBe(1)
    },
  )

  test('is measured twice otherwise, and has missed its bar only if it did so both times', async () => {
    const missed = await measureUpToTwice(benchmarkOf([rowOf(116)], [rowOf(117)]).benchmark, SETTING)
    expect(missed.map(isMissed)).toEqual([true])
    expect(missed).toMatchObject([{ measured: '117.000 ms', also: '116.000 ms the first time' }])
    const met = await measureUpToTwice(benchmarkOf([rowOf(116)], [rowOf(99)]).benchmark, SETTING)
    expect(met.map(isMissed)).toEqual([false])
  })

  test('keeps the rows that were right the first time', async () => {
    const { benchmark } = benchmarkOf([rowOf(50, 'a'), rowOf(500, 'b')], [rowOf(500, 'a'), rowOf(50, 'b')])
    const rows = await measureUpToTwice(benchmark, SETTING)
    expect(rows.map(({ measured }) => measured)).toEqual(['50.000 ms', '50.000 ms'])
  })

  test('whose run fails is measured again', async () => {
    const { benchmark } = benchmarkOf(new Error('exit code 1'), [rowOf(1)])
    expect((await measureUpToTwice(benchmark, SETTING)).map(isMissed)).toEqual([false])
  })

  test('whose run fails twice has missed its bar, and says why', async () => {
    const { benchmark } = benchmarkOf(new Error('first'), new Error('exit code 1\nand more'))
    const rows = await measureUpToTwice(benchmark, SETTING)
    expect(rows).toMatchObject([{ what: 'name', measured: 'not measured' }])
    expect(rows[0]?.also).toMatch(/^exit code 1;/)
    expect(rows.map(isMissed)).toEqual([true])
  })
})

describe('the words of the command line', () => {
  const ALL = ['start', 'fleet-latency', 'fleet-cost', 'merge'].map((name) => ({ name }))
  const selected = (...words: string[]): string[] => selectBenchmarks(ALL, words).map(({ name }) => name)

  test.each([
    [[], ['start', 'fleet-latency', 'fleet-cost', 'merge']],
    [['fleet'], ['fleet-latency', 'fleet-cost']],
    [
      ['merge', 'latency'],
      ['fleet-latency', 'merge'],
    ],
  ])('%j select %j', (words, names) => expect(selected(...words)).toEqual(names))

  test('that select nothing are an error that names what there is', () => {
    expect(() => selected('merge', 'fleets')).toThrow(/fleets.*start, fleet-latency, fleet-cost, merge/)
  })
})
