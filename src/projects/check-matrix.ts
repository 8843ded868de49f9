import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import { mergeError } from './errors.ts'
import type { WholeReport } from './read-report.ts'
import { isInShard, type ShardNumber } from './shard.ts'

/** Of a matrix, as many as the input `shard` takes. */
const MAX_SHARDS = 1000
/** Shards that a message names. */
const MAX_NAMED = 10

/** A report and the file that it was read from. */
export interface ReadReport extends WholeReport {
  /** For messages. */
  readonly label: SafeText
}

/**
 * Checks that the reports are those of one matrix, and all of them: a job that failed before it could upload its report would
 * otherwise leave its projects unseen.
 *
 * @throws ActionError `INPUT`
 */
export function requireOneMatrix(files: readonly ReadReport[], secrets: Secrets): void {
  requireOneMode(files)
  requireAllShards(files, secrets)
  requireEachProjectOnce(files, secrets)
}

function requireOneMode([first, ...others]: readonly ReadReport[]): void {
  const other = others.find(({ report }) => report.mode !== first?.report.mode)
  if (first === undefined || other === undefined) return
  throw mergeError(
    safe`${first.label} is of \`mode: ${first.report.mode}\`, but ${other.label} of \`mode: ${other.report.mode}\`; merge the reports of one matrix`,
  )
}

function requireAllShards(files: readonly ReadReport[], secrets: Secrets): void {
  const sharded = files.filter(({ report }) => report.shard !== null)
  const [first] = sharded
  if (first === undefined) return
  const whole = files.find(({ report }) => report.shard === null)
  if (whole !== undefined)
    throw mergeError(
      safe`${first.label} is shard ${first.report.shard ?? ''}, but ${whole.label} is of a run over all projects`,
    )
  const { count } = shardOf(first)
  const seen = new Map<number, ReadReport>()
  for (const file of sharded) {
    const shard = shardOf(file)
    if (shard.count !== count)
      throw mergeError(safe`${first.label} is one shard of ${count}, but ${file.label} one of ${shard.count}`)
    const other = seen.get(shard.index)
    if (other !== undefined)
      throw mergeError(safe`${other.label} and ${file.label} are both shard ${shard.index}/${count}`)
    seen.set(shard.index, file)
    requireProjectsOfShard(file, shard, secrets)
  }
  requireNoneMissing(seen, count)
}

/** @throws ActionError if there cannot be such a shard */
function shardOf({ label, report }: ReadReport): ShardNumber {
  const [index = 0, count = 0] = (report.shard ?? '').split('/').map(Number)
  if (index >= 1 && index <= count && count <= MAX_SHARDS) return { index, count }
  throw mergeError(safe`${label} is of shard ${report.shard ?? ''}, which does not exist`)
}

function requireProjectsOfShard({ label, report }: ReadReport, shard: ShardNumber, secrets: Secrets): void {
  const foreign = report.projects.find(({ projectId }) => !isInShard(projectId, shard))
  if (foreign === undefined) return
  const id = secrets.sanitize(foreign.projectId)
  throw mergeError(
    safe`${label} is shard ${shard.index}/${shard.count}, but its project ${id} belongs to another shard; it was changed, or is not a report of this action`,
  )
}

function requireNoneMissing(seen: ReadonlyMap<number, ReadReport>, count: number): void {
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter((index) => !seen.has(index))
  if (missing.length === 0) return
  const named = missing.slice(0, MAX_NAMED).map((index) => safe`${index}/${count}`)
  const more = missing.length > MAX_NAMED ? safe`, …` : safe``
  throw mergeError(
    safe`the report of shard ${joinSafe(named, safe`, `)}${more} is missing; check why its job did not upload it`,
  )
}

function requireEachProjectOnce(files: readonly ReadReport[], secrets: Secrets): void {
  const seen = new Map<string, ReadReport>()
  for (const file of files) {
    for (const { projectId } of file.report.projects) {
      const other = seen.get(projectId)
      if (other !== undefined) {
        const where = other === file ? safe`twice in ${file.label}` : safe`in ${other.label} and in ${file.label}`
        throw mergeError(safe`project ${secrets.sanitize(projectId)} is ${where}; assign each project to one job only`)
      }
      seen.set(projectId, file)
    }
  }
}
