import type { ProjectReport, Report, ReportedDifference, ReportedError, RunResult } from '../domain/report.ts'
import { REASONS } from '../domain/report.ts'
import type { ProjectResult } from '../domain/result.ts'
import type { Secrets } from '../sanitize/secrets.ts'

/** What a report is assembled of. */
interface Parts {
  readonly mode: Report['mode']
  readonly shard: string | null
  /** Whether it is about a config file or an organization: the result is then in the words for many. */
  readonly isMultiProject: boolean
  readonly error: ReportedError | null
}

export function buildReport(
  { projects, ...parts }: Parts & { readonly projects: readonly ProjectResult[] },
  secrets: Secrets,
): Report {
  const invalid = projects.filter(hasInvalidProvider).length
  return assembleReport({ ...parts, projects: projects.map((project) => projectReport(project, secrets)), invalid })
}

/** @param parts with `invalid`, the count that the projects' reports alone do not tell */
export function assembleReport(
  parts: Parts & { readonly projects: readonly ProjectReport[]; readonly invalid: number },
): Report {
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

function successOf({
  mode,
  isMultiProject,
  projects,
}: Parts & { readonly projects: readonly ProjectReport[] }): RunResult {
  const [only] = projects
  if (!isMultiProject && only !== undefined) return only.result
  if (mode === 'plan') return 'planned'
  if (mode !== 'apply') return 'passed'
  return projects.some(({ changed }) => changed) ? 'updated' : 'unchanged'
}

/** A wanted or targeted provider is not enabled or not valid; only known once Atlas has answered. */
function hasInvalidProvider({ configuration, wantsProvider, valid }: ProjectResult): boolean {
  return configuration !== null && wantsProvider && !valid
}

function projectReport(project: ProjectResult, secrets: Secrets): ProjectReport {
  const { projectId, name, result, failureReason, valid, enabled, changed, drifted, providers, error } = project
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
    differences: reportedDifferences(project, secrets),
    notComparable: project.notComparable,
    requirements: project.requirements,
    error,
  }
}

/** The differences of a project as they are shown, in the order of the keys that the action documents. */
function reportedDifferences({ projectId, differences }: ProjectResult, secrets: Secrets): ReportedDifference[] {
  return differences.map(({ provider, field, expected, actual }) => ({
    projectId,
    provider,
    field,
    expected: redactValue(expected, secrets),
    actual: redactValue(actual, secrets),
  }))
}

/** @returns the same value, a text without secrets */
export function redactValue<V>(value: V, secrets: Secrets): V {
  return typeof value === 'string' ? (secrets.redact(value) as V) : value
}
