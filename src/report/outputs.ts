import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROVIDER_LIST } from '../domain/providers.ts'
import type { ProjectReport, Report, ReportedDifference, RunOutcome } from '../domain/report.ts'
import type { Reported } from '../domain/reported.ts'
import { safeJson } from '../sanitize/printable.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import { redactValue } from './report.ts'

const MAX_DIFFERENCES_BYTES = 256 * 1024
const MAX_REPORT_BYTES = 512 * 1024
const MAX_FIELD_LENGTH = 8192

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
  { report, project, told }: RunOutcome,
  reportFile: string,
  secrets: Secrets,
): { outputs: Record<OutputName, string>; differencesWereCut: boolean } {
  const { projects } = report
  const { json, wasCut } = cutToFit(projects.flatMap(({ differences }) => differences))
  const outputs = {
    result: report.result,
    'failure-reason': report.failureReason ?? '',
    valid: String(holds(report, ({ valid }) => valid)),
    enabled: String(holds(report, ({ enabled }) => enabled)),
    changed: String(projects.some(({ changed }) => changed)),
    drifted: String(projects.some(({ drifted }) => drifted)),
    differences: json,
    'not-comparable': safeJson([...new Set(projects.flatMap(({ notComparable }) => notComparable))]),
    configuration: project?.configuration ? safeJson(redactReported(project.configuration, secrets)) : '',
    report: reportText(report),
    'report-file': reportFile,
    'issue-url': told.issueUrl,
    'comment-url': told.commentUrl,
  }
  return { outputs, differencesWereCut: wasCut }
}

/**
 * Whether something is true of every project that wants a provider, and there is one. An empty set of projects passes.
 * A project of which nothing is proven counts whether or not it wants one.
 */
function holds({ mode, error, projects }: Report, is: (project: ProjectReport) => boolean): boolean {
  const [only] = projects
  if (projects.length <= 1) return only === undefined ? error === null : is(only)
  const counted = projects.filter((project) => wantsProvider(project, mode))
  return counted.length > 0 && counted.every(is)
}

/**
 * Whether a project wants a provider to be on, read off its report alone, since that is all there is when reports of a matrix
 * are merged: a difference in `enabled` says what is wanted, without one it is as Atlas has it.
 */
function wantsProvider({ valid, failureReason, providers, differences }: ProjectReport, mode: Report['mode']): boolean {
  if (valid || failureReason === 'error' || failureReason === 'invalid') return true
  if (mode === 'verify') return providers.some(({ enabled }) => enabled)
  return providers.some(({ provider, enabled }) => {
    const switched = differences.find(
      (difference) => difference.provider === provider && difference.field === 'enabled',
    )
    return switched === undefined ? enabled : switched.expected === true
  })
}

/** The longest beginning of the list whose JSON fits. */
function cutToFit(differences: readonly ReportedDifference[]): { json: string; wasCut: boolean } {
  const pieces = differences.map((difference) => safeJson(difference))
  let size = 2
  const fitting = pieces.findIndex((piece) => {
    size += Buffer.byteLength(piece) + 1
    return size > MAX_DIFFERENCES_BYTES
  })
  const kept = fitting === -1 ? pieces : pieces.slice(0, fitting)
  return { json: `[${kept.join(',')}]`, wasCut: fitting !== -1 }
}

function reportText(report: Report): string {
  const whole = safeJson(report)
  return Buffer.byteLength(whole) <= MAX_REPORT_BYTES ? whole : safeJson({ ...report, projects: [] })
}

/** No field of Atlas's is longer than 2048 characters; a stranger's may be, and outputs have a limit. */
function cutLong<V>(value: V): V | string {
  return typeof value === 'string' && value.length > MAX_FIELD_LENGTH ? `${value.slice(0, MAX_FIELD_LENGTH)}…` : value
}

function redactReported(reported: Reported, secrets: Secrets): Reported {
  const blocks = PROVIDER_LIST.flatMap(({ atlasObject }) => {
    const block = reported[atlasObject]
    if (block === undefined) return []
    const redacted =
      block && Object.fromEntries(Object.entries(block).map(([k, v]) => [k, cutLong(redactValue(v, secrets))]))
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
  // `2/4` becomes `-2-of-4`, so that the artifacts of a matrix can lie in one folder.
  const shard = /^(\d+)\/(\d+)$/.exec(report.shard ?? '')
  const part = shard === null ? '' : `-${shard[1]}-of-${shard[2]}`
  // A name nobody can guess, and `wx`, so that no link laid out beforehand is followed and no step writes over another's.
  const path = join(folder, `atlas-encryption-at-rest-report${part}-${randomBytes(6).toString('hex')}.json`)
  writeFileSync(path, `${safeJson(report)}\n`, { flag: 'wx', mode: 0o600 })
  return path
}
