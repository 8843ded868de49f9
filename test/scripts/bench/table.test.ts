import { describe, expect, test } from '@jest/globals'
import { barred, broken, isMissed, row, unmeasured, verdictOf } from '../../../scripts/bench/row.ts'
import { asTable } from '../../../scripts/bench/table.ts'

test('the table shows figures, bars and what they mean', () => {
  const rows = [
    row({ what: 'node -e 0', figure: 1, unit: 'x node', also: '40.0 ms' }),
    barred({ what: 'verify', figure: 3.1, unit: 'x node', bar: 3.2 }),
    barred({ what: 'memory', figure: 62, unit: 'MiB', bar: 60 }),
    barred({ what: 'time', figure: 2.4, unit: 's', bar: 2, also: 'why' }),
    unmeasured('terraform', 'Terraform is not installed'),
    broken('merge', new Error('exit code 1')),
  ]
  expect(asTable(rows).split('\n')).toEqual([
    '           measured      bar            ok      also',
    'node -e 0  1.00 x node                          40.0 ms',
    'verify     3.10 x node   <= 3.2 x node  ok',
    'memory     62.0 MiB      <= 60 MiB      close',
    'time       2.40 s        <= 2 s         MISSED  why',
    'terraform  not measured                         Terraform is not installed',
    'merge      not measured                 MISSED  exit code 1',
  ])
})

describe('a figure that this system does not show', () => {
  const rows = [
    row({ what: 'time', figure: Number.NaN, unit: 'ms' }),
    barred({ what: 'time', figure: Number.NaN, unit: 'ms', bar: 1 }),
  ]

  test.each(rows)('misses no bar: %j', (unknown) => {
    expect(unknown.measured).toBe('not measured')
    expect(isMissed(unknown)).toBe(false)
    expect(verdictOf(unknown)).toBe('')
  })
})
