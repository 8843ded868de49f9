import { createHash } from 'node:crypto'

/** The `index`th (from 1) of `count` parts of the projects. */
export interface ShardNumber {
  readonly index: number
  readonly count: number
}

/**
 * The projects of a shard. A hash of the project's id decides: the shards are disjoint, together they have every project, and
 * a project stays in its shard when others are added or removed.
 *
 * @param shard null for all projects
 */
export function projectsOfShard<Project extends { readonly id: string }>(
  projects: readonly Project[],
  shard: ShardNumber | null,
): Project[] {
  return projects.filter(({ id }) => shard === null || isInShard(id, shard))
}

/** Whether the project with this id belongs to the shard. */
export function isInShard(id: string, { index, count }: ShardNumber): boolean {
  return (createHash('sha256').update(id).digest().readUInt32BE(0) % count) + 1 === index
}
