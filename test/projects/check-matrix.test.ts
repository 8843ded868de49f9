import { describe, expect, test } from '@jest/globals'
import { type ReadReport, requireOneMatrix } from '../../src/projects/check-matrix.ts'
import { isInShard } from '../../src/projects/shard.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { idOf } from '../harness/fixtures.ts'
import { noSecrets, read, reportWith } from './reports.ts'

/** The `n`th of the ids that belong to a shard. */
function idIn(index: number, count: number, n = 0): string {
  const ids = Array.from({ length: 100 * count }, (_, i) => idOf(i)).filter((id) => isInShard(id, { index, count }))
  return ids[n] as string
}

async function check(...reports: readonly object[]): Promise<void> {
  const files: ReadReport[] = []
  for (const [i, report] of reports.entries()) files.push({ label: safe`\`${i + 1}.json\``, ...(await read(report)) })
  requireOneMatrix(files, noSecrets())
}

const whole = (projectId: string): object => reportWith({}, { projectId })
const shard = (text: string, projectId: string): object => reportWith({ shard: text }, { projectId })
/** A report of the `index`th of `count` shards with a project of its own. */
const proper = (index: number, count: number): object => shard(`${index}/${count}`, idIn(index, count))

describe('reports of one matrix', () => {
  test.each([
    ['none', []],
    ['one', [whole(idOf(1))]],
    ['several without shards', [whole(idOf(1)), whole(idOf(2))]],
    ['the only shard', [proper(1, 1)]],
    ['all shards, in any order', [proper(3, 3), proper(1, 3), proper(2, 3)]],
    ['shards with zeros before their numbers', [shard('01/2', idIn(1, 2)), shard('02/02', idIn(2, 2))]],
  ])('are %s', async (_, reports) => {
    await expect(check(...reports)).resolves.toBeUndefined()
  })
})

describe('reports that are not all those of one matrix', () => {
  test.each([
    [
      'mixed modes',
      [whole(idOf(1)), whole(idOf(2)), reportWith({ mode: 'drift' }, { projectId: idOf(3) })],
      '`1.json` is of `mode: verify`, but `3.json` of `mode: drift`',
    ],
    ['a project twice', [whole(idOf(1)), whole(idOf(1))], `project ${idOf(1)} is in \`1.json\` and in \`2.json\``],
    ['a shard missing', [proper(1, 4), proper(3, 4)], 'the report of shard 2/4, 4/4 is missing'],
    [
      'many shards missing',
      [proper(1, 12)],
      'the report of shard 2/12, 3/12, 4/12, 5/12, 6/12, 7/12, 8/12, 9/12, 10/12, 11/12, … is missing',
    ],
    ['ten shards missing', [proper(1, 11)], '10/11, 11/11 is missing'],
    ['a shard twice', [proper(1, 2), shard('1/2', idIn(1, 2, 1))], '`1.json` and `2.json` are both shard 1/2'],
    ['shards of two matrices', [proper(1, 1), proper(2, 2)], '`1.json` is one shard of 1, but `2.json` one of 2'],
    ['a shard and a whole', [proper(1, 2), whole(idOf(1))], '`1.json` is shard 1/2, but `2.json` is of a run over all'],
    ['a shard that cannot be', [shard('3/2', idOf(1))], 'is of shard 3/2, which does not exist'],
    ['shard zero', [shard('0/2', idOf(1))], 'which does not exist'],
    ['more shards than there can be', [shard('1/1001', idOf(1))], 'which does not exist'],
    [
      'a project of another shard',
      [proper(1, 2), shard('2/2', idIn(1, 2, 1))],
      `\`2.json\` is shard 2/2, but its project ${idIn(1, 2, 1)} belongs to another shard`,
    ],
  ])('%s', async (_, reports, says) => {
    await expect(check(...reports)).rejects.toMatchObject({ code: 'INPUT', message: expect.stringContaining(says) })
  })

  test('a project twice in one report', async () => {
    const { projects, ...rest } = reportWith({ totals: undefined }) as { projects: object[] }
    const totals = { projects: 2, passed: 2, failed: 0, changed: 0, drifted: 0, invalid: 0, errors: 0 }
    const twice = { ...rest, totals, projects: [...projects, ...projects] }
    await expect(check(twice)).rejects.toThrow('is twice in `1.json`')
  })
})
