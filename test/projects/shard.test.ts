import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isInShard, projectsOfShard } from '../../src/projects/shard.ts'
import { idOf } from '../harness/fixtures.ts'

const projects = (count: number): { id: string }[] => Array.from({ length: count }, (_, n) => ({ id: idOf(n) }))

describe('the shards', () => {
  const some = fc
    .uniqueArray(fc.stringMatching(/^[0-9a-f]{24}$/), { maxLength: 50 })
    .map((list) => list.map((id) => ({ id })))

  test('are disjoint and together everything, and a project stays where it is when others are added or removed', () =>
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 20 }), (items, count) => {
        const shards = Array.from({ length: count }, (_, i) => projectsOfShard(items, { index: i + 1, count }))
        const ids = shards.flat().map(({ id }) => id)
        expect(ids.sort()).toEqual(items.map(({ id }) => id).sort())
        const fewer = items.slice(1)
        for (const [i, shard] of shards.entries()) {
          const left = shard.filter((item) => fewer.includes(item))
          expect(projectsOfShard(fewer, { index: i + 1, count })).toEqual(left)
        }
      }),
    ))

  test('are of about the same size', () => {
    const sizes = [1, 2, 3, 4].map((index) => projectsOfShard(projects(4000), { index, count: 4 }).length)
    for (const size of sizes) expect(Math.abs(size - 1000)).toBeLessThan(150)
  })

  test('never change: a shard of one run is joined with those of another', () => {
    const inFirst = Array.from({ length: 12 }, (_, n) => isInShard(idOf(n), { index: 1, count: 3 }))
    expect(inFirst.flatMap((isIn, n) => (isIn ? [n] : []))).toMatchInlineSnapshot(`
[
  0,
  3,
  11,
]
`)
  })

  test('are not asked for: everything', () => expect(projectsOfShard(projects(3), null)).toHaveLength(3))
})
