import type { ProjectReport, Report, RunOutcome } from '../domain/report.ts'
import { safeJson } from '../sanitize/printable.ts'
import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import type { WrittenReport } from './report-json.ts'

/** Of an output that is a list, in bytes. */
const MAX_LIST_BYTES = 256 * 1024
const MAX_PATH_LENGTH = 4096

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
  | 'private-endpoints'
  | 'export-file'
  | 'issue-url'
  | 'comment-url'

/** All outputs of a run. */
export interface Outputs {
  readonly texts: Readonly<Record<OutputName, SafeText>>
  /** Lists that are too long for an output and end early. */
  readonly cut: readonly OutputName[]
}

/** All outputs, each a text. JSON is written so that no value in it can start a workflow command if a step prints it. */
export function outputsOf(outcome: RunOutcome, written: WrittenReport, secrets: Secrets): Outputs {
  const { report, project, links, exported } = outcome
  const { projects } = report
  const differences = limitedList(projects.flatMap((one) => one.differences))
  const endpoints = limitedList(projects.flatMap(privateEndpointsOf))
  const texts = {
    result: safe`${report.result}`,
    'failure-reason': safe`${report.failureReason ?? ''}`,
    valid: safe`${holds(report, ({ valid }) => valid)}`,
    enabled: safe`${holds(report, ({ enabled }) => enabled)}`,
    changed: safe`${exported?.changed ?? projects.some(({ changed }) => changed)}`,
    drifted: safe`${projects.some(({ drifted }) => drifted)}`,
    differences: differences.json,
    'not-comparable': safeJson([...new Set(projects.flatMap(({ notComparable }) => notComparable))]),
    configuration: project?.configuration ? safeJson(project.configuration) : safe``,
    report: written.json,
    'report-file': 'path' in written.file ? secrets.sanitize(written.file.path, MAX_PATH_LENGTH) : safe``,
    'private-endpoints': endpoints.json,
    'export-file': exported?.file ?? safe``,
    'issue-url': safeLines(links.issueUrl, secrets),
    'comment-url': safeLines(links.commentUrl, secrets),
  }
  const cut = Object.entries({ differences, 'private-endpoints': endpoints }).filter(([, { wasCut }]) => wasCut)
  return { texts, cut: cut.map(([name]) => name as OutputName) }
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
 * Whether a project wants a provider to be enabled. It is concluded from its report alone, since merging has nothing else: a
 * difference in `enabled` says what is desired, and without one that is what Atlas has.
 */
function wantsProvider({ valid, failureReason, providers, differences }: ProjectReport, mode: Report['mode']): boolean {
  // Export looks at whatever is enabled, as verify does without a provider.
  if (mode === 'export' || valid || failureReason === 'error' || failureReason === 'invalid') return true
  if (mode === 'verify') return providers.some(({ enabled }) => enabled)
  return providers.some(({ provider, enabled }) => {
    const switched = differences.find(
      (difference) => difference.provider === provider && difference.field === 'enabled',
    )
    return switched === undefined ? enabled : switched.expected === true
  })
}

/** The endpoints of a project, in the order of the keys that the action documents. */
function privateEndpointsOf({ projectId, privateEndpoints }: ProjectReport): object[] {
  return privateEndpoints.map(({ provider, region, status, connectionName, id }) => ({
    projectId,
    provider,
    region,
    status,
    connectionName,
    id,
  }))
}

/** The longest beginning of the list whose JSON fits into an output. */
function limitedList(items: Iterable<object>): { json: SafeText; wasCut: boolean } {
  const kept: SafeText[] = []
  let size = 2
  let wasCut = false
  for (const item of items) {
    const piece = safeJson(item)
    size += Buffer.byteLength(piece) + 1
    wasCut = size > MAX_LIST_BYTES
    if (wasCut) break
    kept.push(piece)
  }
  return { json: safe`[${joinSafe(kept, safe`,`)}]`, wasCut }
}

/** Text of several lines, each of them sanitized. */
function safeLines(text: string, secrets: Secrets): SafeText {
  const lines = text.split('\n').map((line) => secrets.sanitize(line))
  return joinSafe(lines, safe`\n`)
}
