import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROVIDER_LIST } from '../encryption/providers.ts'
import type { Reported } from '../encryption/state.ts'
import { plainJson } from '../text/plain.ts'
import type { Redact, Report, ReportedDifference, RunOutcome } from './report.ts'
import { redactValue } from './report.ts'

const LARGEST_DIFFERENCES = 256 * 1024
const LARGEST_REPORT = 512 * 1024
const LONGEST_FIELD = 8192

export type OutputName =
  | 'result'
  | 'failure-reason'
  | 'valid'
  | 'enabled'
  | 'changed'
  | 'drifted'
  | 'differences'
  | 'not-comparable'
  | 'configuration'
  | 'report'
  | 'report-file'
  | 'issue-url'
  | 'comment-url'

/** All outputs, each a text. JSON is written so that no value in it can start a workflow command if somebody prints it. */
export function outputsOf(
  outcome: RunOutcome,
  report: Report,
  reportFile: string,
  redact: Redact,
): { outputs: Record<OutputName, string>; differencesWereCut: boolean } {
  const { projects } = outcome
  const { json, wasCut } = cutToFit(report.projects.flatMap(({ differences }) => differences))
  const [only] = projects
  const outputs = {
    result: report.result,
    'failure-reason': report.failureReason ?? '',
    valid: String(projects.length > 0 && projects.every(({ valid }) => valid)),
    enabled: String(projects.length > 0 && projects.every(({ enabled }) => enabled)),
    changed: String(projects.some(({ changed }) => changed)),
    drifted: String(projects.some(({ drifted }) => drifted)),
    differences: json,
    'not-comparable': plainJson([...new Set(projects.flatMap(({ notComparable }) => notComparable))]),
    configuration: only?.configuration ? plainJson(redactReported(only.configuration, redact)) : '',
    report: reportText(report),
    'report-file': reportFile,
    'issue-url': outcome.told.issueUrl,
    'comment-url': outcome.told.commentUrl,
  }
  return { outputs, differencesWereCut: wasCut }
}

/** The longest beginning of the list whose JSON fits. */
function cutToFit(differences: readonly ReportedDifference[]): { json: string; wasCut: boolean } {
  const pieces = differences.map((difference) => plainJson(difference))
  let size = 2
  const fitting = pieces.findIndex((piece) => {
    size += Buffer.byteLength(piece) + 1
    return size > LARGEST_DIFFERENCES
  })
  const kept = fitting === -1 ? pieces : pieces.slice(0, fitting)
  return { json: `[${kept.join(',')}]`, wasCut: fitting !== -1 }
}

function reportText(report: Report): string {
  const whole = plainJson(report)
  return Buffer.byteLength(whole) <= LARGEST_REPORT ? whole : plainJson({ ...report, projects: [] })
}

/** No field of Atlas's is longer than 2048 characters; a stranger's may be, and outputs have a limit. */
function cutLong<V>(value: V): V | string {
  return typeof value === 'string' && value.length > LONGEST_FIELD ? `${value.slice(0, LONGEST_FIELD)}…` : value
}

function redactReported(reported: Reported, redact: Redact): Reported {
  const blocks = PROVIDER_LIST.flatMap(({ atlasObject }) => {
    const block = reported[atlasObject]
    if (block === undefined) return []
    const redacted =
      block && Object.fromEntries(Object.entries(block).map(([k, v]) => [k, cutLong(redactValue(v, redact))]))
    return [[atlasObject, redacted] as const]
  })
  return { ...reported, ...Object.fromEntries(blocks) }
}

/**
 * Writes the whole report to a new file below `folder` (the runner's temporary folder).
 *
 * @returns its path
 * @throws the file system's error
 */
export function writeReportFile(report: Report, folder: string): string {
  // A name nobody can guess, and `wx`, so that no link laid out beforehand is followed and no step writes over another's.
  const path = join(folder, `atlas-encryption-at-rest-report-${randomBytes(6).toString('hex')}.json`)
  writeFileSync(path, `${plainJson(report)}\n`, { flag: 'wx', mode: 0o600 })
  return path
}
