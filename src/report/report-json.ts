import { closeSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Report, RunOutcome } from '../domain/report.ts'
import { safeJson } from '../sanitize/printable.ts'
import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import { withoutParts } from './report.ts'

/** What the output `report` holds at most, in bytes. */
const MAX_OUTPUT_BYTES = 512 * 1024
/** Written to the file at once, in UTF-16 units. */
const CHUNK_LENGTH = 256 * 1024

const NOTHING = safe``

/** The report as JSON, in its two places. */
export interface WrittenReport {
  /** For the output `report`: all of the report, or without its projects if that is too long. */
  readonly json: SafeText
  /** The path of the file, or why it could not be written. */
  readonly file: { readonly path: string } | { readonly errorCode: string }
}

/**
 * Writes the whole report to a new file below `folder` (the runner's temporary folder). Each project is made JSON once,
 * and of thousands only a few are in memory at a time as such.
 */
export async function writeReport(outcome: RunOutcome, folder: string): Promise<WrittenReport> {
  const path = join(folder, fileName(outcome.report))
  const output = new LimitedText(MAX_OUTPUT_BYTES)
  try {
    // `wx`: neither follows a link that was put there nor overwrites the file of another step.
    const file = openSync(path, 'wx', 0o600)
    try {
      for (const chunk of inChunks(tee(reportJson(outcome), output))) {
        writeFileSync(file, chunk)
        await nextTurn()
      }
    } finally {
      closeSync(file)
    }
    return { json: output.text ?? withoutProjects(outcome), file: { path } }
  } catch (error) {
    // The output does not have all pieces if writing them ended early.
    return { json: outputAlone(outcome), file: { errorCode: (error as NodeJS.ErrnoException).code ?? 'unknown error' } }
  }
}

function outputAlone(outcome: RunOutcome): SafeText {
  const output = new LimitedText(MAX_OUTPUT_BYTES)
  for (const piece of reportJson(outcome)) {
    output.add(piece)
    if (output.isFull) break
  }
  return output.text ?? withoutProjects(outcome)
}

/** The name differs in every run. `2/4` becomes `-2-of-4`, so that the artifacts of a matrix can lie in one folder. */
function fileName({ shard }: Report): string {
  const [, index, count] = /^(\d+)\/(\d+)$/.exec(shard ?? '') ?? []
  const part = index === undefined ? '' : `-${index}-of-${count}`
  const unique = Math.random().toString(16).slice(2, 14).padEnd(12, '0')
  return `atlas-encryption-at-rest-report${part}-${unique}.json`
}

/** Pieces that are JSON when they are joined: one for each project, and what is around them. */
function* reportJson(outcome: RunOutcome): Generator<SafeText> {
  const { projects } = outcome.report
  yield safe`${membersBeforeProjects(outcome)}[`
  for (const [i, project] of projects.entries()) yield i === 0 ? safeJson(project) : safe`,${safeJson(project)}`
  yield safe`]}`
}

const withoutProjects = (outcome: RunOutcome): SafeText => safe`${membersBeforeProjects(outcome)}[]}`

function membersBeforeProjects({ report, run }: RunOutcome): SafeText {
  const { mode, shard, result, failureReason, error, totals } = report
  const members = Object.entries({ mode, shard, run, result, failureReason, error: withoutParts(error), totals })
  const texts = members.map(([name, value]) => safe`${safeJson(name)}:${safeJson(value)}`)
  return safe`{${joinSafe(texts, safe`,`)},"projects":`
}

/** Passes the pieces on and collects them. */
function* tee(pieces: Iterable<SafeText>, text: LimitedText): Generator<SafeText> {
  for (const piece of pieces) {
    text.add(piece)
    yield piece
  }
}

/** The pieces in larger ones, with a line break at the end. */
function* inChunks(pieces: Iterable<SafeText>): Generator<string> {
  let chunk = ''
  for (const piece of pieces) {
    chunk += piece
    if (chunk.length < CHUNK_LENGTH) continue
    yield chunk
    chunk = ''
  }
  yield `${chunk}\n`
}

/** A text that is dropped as soon as it is too long. */
class LimitedText {
  readonly #maxBytes: number
  #bytes = 0
  #pieces: SafeText[] = []

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  get isFull(): boolean {
    return this.#bytes > this.#maxBytes
  }

  /** Undefined if it became too long. */
  get text(): SafeText | undefined {
    return this.isFull ? undefined : joinSafe(this.#pieces, NOTHING)
  }

  add(piece: SafeText): void {
    if (this.isFull) return
    this.#bytes += Buffer.byteLength(piece)
    if (this.isFull) this.#pieces = []
    else this.#pieces.push(piece)
  }
}
