import type { Clock, Environment } from '../domain/context.ts'
import type { FieldValue } from '../domain/desired.ts'
import type { ErrorCode } from '../domain/errors.ts'
import { MAX_NAME_LENGTH } from '../domain/limits.ts'
import type {
  ProjectReport,
  Report,
  ReportedDifference,
  ReportedError,
  ReportedRun,
  RunResult,
} from '../domain/report.ts'
import { REASONS } from '../domain/report.ts'
import type { ProjectResult } from '../domain/result.ts'
import type { RedactedText, SafeText } from '../sanitize/safe-text.ts'
import type { Secrets } from '../sanitize/secrets.ts'

/** How much of a text is kept. The runner cuts annotations at 4096 characters. */
export const MAX_LENGTHS = { name: MAX_NAME_LENGTH, detail: 1000, message: 3000 } as const

/** An error as it was thrown. */
interface ThrownError {
  readonly code: ErrorCode
  readonly message: string
}

interface Parts {
  readonly mode: Report['mode']
  /** Whether the run is about a config file or an organization: its result then has the words for many projects. */
  readonly isMultiProject: boolean
}

/** What a report is made of after a run. */
export interface RunParts extends Parts {
  readonly shard: string | null
  readonly error: ThrownError | null
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

/** The report of a run. Texts that are not typed as safe are sanitized here. */
export function buildReport(parts: RunParts, secrets: Secrets): Report {
  const { shard, error, projects } = parts
  return assembleReport({
    ...parts,
    shard: shard === null ? null : secrets.sanitize(shard, 100),
    error: reportedError(error, secrets),
    projects: projects.map((project) => projectReport(project, secrets)),
    invalid: projects.filter(hasInvalidProvider).length,
  })
}

/** The report on the projects: result, reason and totals follow from what the projects say. */
export function assembleReport(parts: ReportedParts): Report {
  const { mode, shard, error, projects, invalid } = parts
  const count = (is: (project: ProjectReport) => boolean): number => projects.filter(is).length
  const failureReason =
    error !== null
      ? 'error'
      : (REASONS.find((reason) => projects.some((project) => project.failureReason === reason)) ?? null)
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
    at: secrets.sanitize(new Date(clock.now()).toISOString()),
  }
}

function successOf({ mode, isMultiProject, projects }: ReportedParts): RunResult {
  const [only] = projects
  if (!isMultiProject && only !== undefined) return only.result
  if (mode === 'plan') return 'planned'
  if (mode !== 'apply') return 'passed'
  return projects.some(({ changed }) => changed) ? 'updated' : 'unchanged'
}

/** A desired or targeted provider is not enabled or not valid; only known once Atlas has answered. */
function hasInvalidProvider({ configuration, wantsProvider, valid }: ProjectResult): boolean {
  return configuration !== null && wantsProvider && !valid
}

function projectReport(project: ProjectResult, secrets: Secrets): ProjectReport {
  const { projectId, name, result, failureReason, valid, enabled, changed, drifted, providers } = project
  return {
    projectId,
    name: name === null ? null : secrets.sanitize(name, MAX_LENGTHS.name),
    result,
    failureReason,
    valid,
    enabled,
    changed,
    drifted,
    providers,
    differences: reportedDifferences(project, secrets),
    notComparable: project.notComparable,
    requirements: project.requirements.map((requirement) => ({
      ...requirement,
      detail: secrets.sanitize(requirement.detail, MAX_LENGTHS.detail),
    })),
    clusters: [],
    privateEndpoints: [],
    atRisk: null,
    error: reportedError(project.error, secrets),
  }
}

function reportedError(error: ThrownError | null, secrets: Secrets): ReportedError | null {
  return error && { code: error.code, message: secrets.sanitize(error.message, MAX_LENGTHS.message) }
}

/** The differences of a project, in the order of the keys that the action documents. */
function reportedDifferences({ projectId, differences }: ProjectResult, secrets: Secrets): ReportedDifference[] {
  return differences.map(({ provider, field, expected, actual }) => ({
    projectId,
    provider,
    field,
    expected: redactValue(expected, secrets),
    actual: actual === null ? null : redactValue(actual, secrets),
  }))
}

/** The value without secrets. The type refuses what is redacted already: values are redacted once. */
export function redactValue<Value extends FieldValue>(
  value: Value extends RedactedText ? never : Value,
  secrets: Secrets,
): RedactedText | boolean {
  const given: FieldValue = value
  return typeof given === 'string' ? secrets.redact(given) : given
}
