import { describe, expect, test } from '@jest/globals'
import { forgedReport, literalSecrets, secretOfManyLines, trueReport } from '../../../scripts/bench/hostile-files.ts'
import { childrenCpuMs } from '../../../scripts/bench/processes.ts'
import { mean, median, medianRatio, shuffled } from '../../../scripts/bench/statistics.ts'
import { idOf } from '../../harness/fixtures.ts'
import { read } from '../../projects/reports.ts'

describe('statistics', () => {
  test.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[], Number.NaN],
  ])('the median of %j is %d', (values, expected) => expect(median(values)).toBe(expected))

  test('ratios are those of pairs, so that a busy moment changes none of them', () => {
    expect(medianRatio([30, 300, 33], [10, 100, 11])).toBe(3)
  })

  test('a mean is that of all values', () => expect(mean([10, 10, 40])).toBe(20))

  test('a shuffled list has the same items', () => expect(new Set(shuffled([3, 1, 2]))).toEqual(new Set([1, 2, 3])))
})

test('the processor time of children is read, whatever the name of the program is', () => {
  const fields = Array.from({ length: 52 }, (_, i) => String(i + 1))
  fields[1] = '(a ) (b)'
  fields[15] = '700'
  fields[16] = '50'
  expect(childrenCpuMs(fields.join(' '))).toBe(7500)
})

const MEBIBYTE = 1024 ** 2

describe('the files that are made to exhaust the process', () => {
  test('are as large as they are said to be', () => {
    const { length } = forgedReport('clusters', 6 * MEBIBYTE)
    expect(Math.abs(length - 6 * MEBIBYTE)).toBeLessThan(2000)
    const { length: trueLength } = trueReport(8 * MEBIBYTE)
    expect(trueLength).toBeLessThanOrEqual(8 * MEBIBYTE)
    expect(trueLength).toBeGreaterThan(7.5 * MEBIBYTE)
    for (const file of [secretOfManyLines(idOf(1), 130_000), literalSecrets(1000)])
      expect(Buffer.byteLength(file)).toBeLessThan(2 * MEBIBYTE)
  })

  test('are true and forged reports', async () => {
    await expect(read(trueReport(8 * MEBIBYTE))).resolves.toMatchObject({ report: { totals: { projects: 10_000 } } })
    await expect(read(forgedReport('clusters', 1000))).rejects.toThrow()
  })
})
