import { MAX_NAME_LENGTH } from '../domain/limits.ts'
import type { ProjectReport, ReportedDifference } from '../domain/report.ts'
import { MAX_LENGTHS } from '../report/report.ts'
import type { RedactedText, SafeText } from '../sanitize/safe-text.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import type { UntrustedProject } from './report-schema.ts'

/** Of a name, status or other word of Atlas's. */
const MAX_WORD_LENGTH = 300

/** What sanitizing works with. */
interface Context {
  readonly secrets: Secrets
  /** Called often: a project with thousands of long values takes a second. */
  readonly yieldToEventLoop: () => Promise<void>
}

/** The project with its texts made safe, as the run that wrote the report should have done it. */
export async function sanitizeProject(project: UntrustedProject, context: Context): Promise<ProjectReport> {
  const { secrets } = context
  const { error, atRisk } = project
  const word = (text: string): SafeText => secrets.sanitize(text, MAX_WORD_LENGTH)
  const wordOrNull = (text: string | null): SafeText | null => (text === null ? null : word(text))
  const detail = (text: string): SafeText => secrets.sanitize(text, MAX_LENGTHS.detail)
  return {
    // In the order in which a run writes them.
    projectId: word(project.projectId),
    name: project.name === null ? null : secrets.sanitize(project.name, MAX_NAME_LENGTH),
    result: project.result,
    failureReason: project.failureReason,
    valid: project.valid,
    enabled: project.enabled,
    changed: project.changed,
    drifted: project.drifted,
    providers: project.providers,
    differences: await each(project.differences, context, (one) => sanitizeDifference(one, secrets)),
    notComparable: project.notComparable.map(word),
    requirements: await each(project.requirements, context, (one) => ({ ...one, detail: detail(one.detail) })),
    clusters: await each(project.clusters, context, ({ name, expected, actual, state }) => ({
      name: word(name),
      expected,
      actual,
      state: wordOrNull(state),
    })),
    privateEndpoints: await each(project.privateEndpoints, context, ({ provider, ...texts }) => ({
      provider,
      region: word(texts.region),
      status: wordOrNull(texts.status),
      connectionName: wordOrNull(texts.connectionName),
      id: wordOrNull(texts.id),
    })),
    atRisk: atRisk && { clusters: await each(atRisk.clusters, context, word), since: wordOrNull(atRisk.since) },
    error: error && { code: word(error.code), message: secrets.sanitize(error.message, MAX_LENGTHS.message) },
  }
}

async function each<From, To>(
  items: readonly From[],
  { yieldToEventLoop }: Context,
  sanitizeItem: (item: From) => To,
): Promise<To[]> {
  const sanitized: To[] = []
  for (const item of items) {
    await yieldToEventLoop()
    sanitized.push(sanitizeItem(item))
  }
  return sanitized
}

function sanitizeDifference(
  { projectId, provider, field, expected, actual }: UntrustedProject['differences'][number],
  secrets: Secrets,
): ReportedDifference {
  return {
    projectId: secrets.sanitize(projectId),
    provider,
    field: secrets.sanitize(field, MAX_WORD_LENGTH),
    expected: redact(expected, secrets),
    actual: actual === null ? null : redact(actual, secrets),
  }
}

const redact = (value: string | boolean, secrets: Secrets): RedactedText | boolean =>
  typeof value === 'string' ? secrets.redact(value) : value
