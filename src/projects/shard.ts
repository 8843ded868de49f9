import { createHash } from 'node:crypto'

/** The `index`th (from 1) of `count` slices. */
interface Slice {
  readonly index: number
  readonly count: number
}

/**
 * The items of a slice. Cut by a hash of the project's id: the slices are disjoint, together they are everything, and an item
 * stays in its slice when others come and go.
 */
export function slice<Item extends { readonly id: string }>(items: readonly Item[], shard: Slice | null): Item[] {
  return items.filter(({ id }) => shard === null || sliceOf(id, shard.count) === shard.index)
}

function sliceOf(id: string, count: number): number {
  return (createHash('sha256').update(id).digest().readUInt32BE(0) % count) + 1
}
