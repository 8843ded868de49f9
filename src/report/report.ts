import type { Clock, Environment } from '../domain/context.ts'
import type { ReportedError } from '../domain/errors.ts'
import { MAX_NAME_LENGTH } from '../domain/limits.ts'
import { MODE_TABLE } from '../domain/modes.ts'
import type { ProjectReport, Report, ReportedRun, RunResult } from '../domain/report.ts'
import type { ProjectResult } from '../domain/result.ts'
import { FAILURE_REASONS } from '../domain/result.ts'
import type { SafeText } from '../sanitize/safe-text.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import { isoTime } from '../sanitize/sentences.ts'

/** How much of a text is kept when a report is read. The runner cuts annotations at 4096 characters. */
export const MAX_LENGTHS = { name: MAX_NAME_LENGTH, detail: 1000, message: 3000 } as const

interface Parts {
  readonly mode: Report['mode']
  /** Whether the run is about a config file or an organization: its result then has the words for many projects. */
  readonly isMultiProject: boolean
}

/** What a report is made of after a run. */
export interface RunParts extends Parts {
  readonly shard: SafeText | null
  readonly error: ReportedError | null
  readonly projects: readonly ProjectResult[]
}

/** What a report is made of when its projects are reports already. */
interface ReportedParts extends Parts {
  readonly shard: SafeText | null
  readonly error: ReportedError | null
  readonly projects: readonly ProjectReport[]
  /** The only count of `totals` that the projects' reports do not determine. */
  readonly invalid: number
}

/** The report of a run. */
export function buildReport(parts: RunParts): Report {
  return assembleReport({
    ...parts,
    projects: parts.projects.map(projectReport),
    invalid: parts.projects.filter(hasInvalidProvider).length,
  })
}

/** The report on the projects: result, reason and totals follow from what the projects say. */
export function assembleReport(parts: ReportedParts): Report {
  const { mode, shard, error, projects, invalid } = parts
  const count = (is: (project: ProjectReport) => boolean): number => projects.filter(is).length
  const failureReason =
    error !== null
      ? 'error'
      : (FAILURE_REASONS.find((reason) => projects.some((project) => project.failureReason === reason)) ?? null)
  return {
    mode,
    shard,
    result: failureReason === null ? successOf(parts) : 'failed',
    failureReason,
    error,
    totals: {
      projects: projects.length,
      passed: count(({ result }) => result !== 'failed'),
      failed: count(({ result }) => result === 'failed'),
      changed: count(({ changed }) => changed),
      drifted: count(({ drifted }) => drifted),
      invalid,
      errors: count((project) => project.error !== null),
    },
    projects,
  }
}

/** The run of the workflow that makes a report now. */
export function currentRun({ env, clock }: { env: Environment; clock: Clock }, secrets: Secrets): ReportedRun {
  const number = (text: string | undefined): SafeText | null =>
    text !== undefined && /^\d{1,20}$/.test(text) ? secrets.sanitize(text) : null
  return {
    id: number(env.GITHUB_RUN_ID),
    attempt: number(env.GITHUB_RUN_ATTEMPT),
    at: isoTime(clock.wallNow()),
  }
}

function successOf({ mode, isMultiProject, projects }: ReportedParts): RunResult {
  const [only] = projects
  if (!isMultiProject && only !== undefined) return only.result
  if (mode === null || mode === 'merge') return 'passed'
  const { changesAtlas, results } = MODE_TABLE[mode]
  if (!changesAtlas) return results[0]
  return projects.some(({ changed }) => changed) ? 'updated' : 'unchanged'
}

/** A desired or targeted provider is not enabled or not valid; only known once Atlas has answered. */
function hasInvalidProvider({ isKnown, expectsProvider, valid }: ProjectResult): boolean {
  return isKnown && expectsProvider && !valid
}

function projectReport(project: ProjectResult): ProjectReport {
  const { projectId, name, result, failureReason, valid, enabled, changed, drifted, providers } = project
  return {
    projectId,
    name,
    result,
    failureReason,
    valid,
    enabled,
    changed,
    drifted,
    providers,
    differences: project.differences.map((difference) => ({ projectId, ...difference })),
    notComparable: project.notComparable,
    requirements: project.requirements,
    clusters: project.clusters,
    privateEndpoints: project.privateEndpoints,
    atRisk: project.atRisk,
    error: withoutParts(project.error),
  }
}

/** An error as the JSON of a report has it. */
export function withoutParts(error: ReportedError | null): ReportedError | null {
  return error && { code: error.code, message: error.message }
}
