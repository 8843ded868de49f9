import * as z from 'zod/mini'
import { CONDITIONS } from '../domain/conditions.ts'
import { MAX_NAME_LENGTH, MAX_PROJECTS } from '../domain/limits.ts'
import { MODES, type Mode } from '../domain/modes.ts'
import { PROVIDER_LIST, type ProviderName } from '../domain/providers.ts'
import { type ProjectReport, REASONS, type Report } from '../domain/report.ts'
import { assembleReport, redactValue } from '../report/report.ts'
import type { Secrets } from '../sanitize/secrets.ts'

z.config({ jitless: true })

/** Of a list in a project; all fields of all providers are half as many. */
const MAX_ITEMS = 64
/** Of a text; what is shown of any is shorter. */
const MAX_TEXT_LENGTH = 8192
/** Read with it, so that no secret is halved. */
const MARGIN = 2048

const word = z.string().check(z.regex(/^[A-Za-z]{1,60}$/))
const count = z.int().check(z.nonnegative())
const projectId = z.string().check(z.regex(/^[0-9a-f]{24}$/))
const provider = z.enum(PROVIDER_LIST.map(({ name }) => name) as [ProviderName, ...ProviderName[]])
const value = z.union([z.string(), z.boolean()])
const error = z.nullable(z.object({ code: z.string().check(z.regex(/^[A-Za-z]\w{0,99}$/)), message: z.string() }))
const failureReason = z.nullable(z.enum(REASONS))
const result = z.enum(['created', 'updated', 'disabled', 'unchanged', 'planned', 'passed', 'failed'])

const project = z.object({
  projectId,
  name: z.nullable(z.string()),
  result,
  failureReason,
  valid: z.boolean(),
  enabled: z.boolean(),
  changed: z.boolean(),
  drifted: z.boolean(),
  providers: z.array(z.object({ provider, enabled: z.boolean(), valid: z.boolean() })),
  differences: z.array(
    z.object({ projectId, provider: z.nullable(provider), field: word, expected: value, actual: z.nullable(value) }),
  ),
  notComparable: z.array(word),
  requirements: z.array(z.object({ condition: z.enum(CONDITIONS), held: z.nullable(z.boolean()), detail: z.string() })),
  error,
})

const reportFile = z.object({
  mode: z.nullable(z.enum([...MODES, 'merge'])),
  shard: z.nullable(z.string().check(z.regex(/^\d{1,6}\/\d{1,6}$/))),
  result,
  failureReason,
  error,
  totals: z.object({
    projects: count,
    passed: count,
    failed: count,
    changed: count,
    drifted: count,
    invalid: count,
    errors: count,
  }),
  projects: z.array(project),
})

/** A report of a run that came to its end. */
export type WholeReport = Report & { readonly mode: Mode }

/** Why a text is no report that can be merged: an unfinished sentence for after the name of its file. */
export class ReportFileError extends Error {}

/**
 * Reads the text of a report file, which anybody may have written: all of it is checked against the rest, and its texts are made
 * plain as the action that writes them does.
 *
 * @param yieldToEventLoop waited for before each project: lets signals through, and rejects when the run ends
 * @throws ReportFileError that quotes nothing of the text
 */
export async function readReport(
  text: string,
  secrets: Secrets,
  yieldToEventLoop: () => Promise<void>,
): Promise<WholeReport> {
  const parsed = parseJson(text)
  if (!isWithinLimits(parsed)) throw new ReportFileError('is not a report of this action: it holds more than any')
  const { data, error: problem } = reportFile.safeParse(parsed)
  if (problem !== undefined) {
    // The path may hold any key of the text only where the schema knows it.
    const { path } = problem.issues[0] as z.core.$ZodIssue
    throw new ReportFileError(`is not a report of this action${path.length > 0 ? ` (at \`${path.join('.')}\`)` : ''}`)
  }
  const { mode } = data
  if (mode === null || mode === 'merge' || data.error !== null) {
    throw new ReportFileError(
      'is the report of a run that failed as a whole, so not all of its projects were looked at; run that job again',
    )
  }
  const projects: ProjectReport[] = []
  for (const read of data.projects) {
    // A project of 64 differences, each as long as it may be, is a second's work.
    await yieldToEventLoop()
    projects.push(sanitizeProject(read, secrets))
  }
  const report = assembleReport({
    mode,
    shard: data.shard,
    isMultiProject: true,
    error: null,
    projects,
    invalid: Math.min(data.totals.invalid, projects.length),
  })
  if (!projects.every((one) => isConsistent(mode, one)) || !agrees(data, report)) {
    throw new ReportFileError('contradicts itself; it was changed, or is not a report of this action')
  }
  return { ...report, mode }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** zod looks at every item of a list before it looks at how many there are. */
function isWithinLimits(parsed: unknown): boolean {
  const { projects } = (parsed ?? {}) as { projects?: unknown }
  if (!Array.isArray(projects)) return true
  const isShort = (list: unknown): boolean => !Array.isArray(list) || list.length <= MAX_ITEMS
  return projects.length <= MAX_PROJECTS && projects.every((one: unknown) => Object.values(one ?? {}).every(isShort))
}

function sanitizeProject(read: ProjectReport, secrets: Secrets): ProjectReport {
  return {
    ...read,
    name: read.name === null ? null : secrets.sanitize(read.name, MAX_NAME_LENGTH),
    differences: read.differences.map((difference) => ({
      ...difference,
      expected: redacted(difference.expected, secrets),
      actual: redacted(difference.actual, secrets),
    })),
    requirements: read.requirements.map((requirement) => ({
      ...requirement,
      detail: secrets.sanitize(requirement.detail, 1000),
    })),
    error: read.error && { ...read.error, message: secrets.sanitize(read.error.message, 3000) },
  }
}

function redacted<V>(value: V, secrets: Secrets): V {
  if (typeof value !== 'string' || value.length <= MAX_TEXT_LENGTH + 1) return redactValue(value, secrets)
  return secrets.redact(value.slice(0, MAX_TEXT_LENGTH + MARGIN)).slice(0, MAX_TEXT_LENGTH) as V
}

/** What a project can come to in each mode, if it does not fail. */
const ENDS: Readonly<Record<Mode, readonly string[]>> = {
  apply: ['created', 'updated', 'disabled', 'unchanged'],
  plan: ['planned'],
  verify: ['passed'],
  drift: ['passed'],
}

function isConsistent(
  mode: Mode,
  {
    projectId: id,
    result: end,
    failureReason: reason,
    error: why,
    differences,
    providers,
    requirements,
    drifted,
    changed,
    valid,
  }: ProjectReport,
): boolean {
  const fails = end === 'failed'
  const explains = why !== null
  return (
    fails === (reason !== null) &&
    explains === (reason === 'error') &&
    differences.every((difference) => difference.projectId === id) &&
    new Set(providers.map((one) => one.provider)).size === providers.length &&
    (fails || (ENDS[mode].includes(end) && requirements.every(({ held }) => held === true))) &&
    (fails || drifted === differences.length > 0) &&
    (!changed || mode === 'apply' || mode === 'plan') &&
    (!valid || providers.some((one) => one.enabled && one.valid))
  )
}

/** Whether what the report says of all its projects is what they add up to. */
function agrees(said: z.infer<typeof reportFile>, { totals, failureReason: reason, result }: Report): boolean {
  const names = Object.keys(totals) as (keyof typeof totals)[]
  return (
    said.failureReason === reason &&
    (said.result === 'failed') === (reason !== null) &&
    [result, said.projects.length === 1 ? said.projects[0]?.result : undefined].includes(said.result) &&
    names.every((name) => said.totals[name] === totals[name])
  )
}
