import type { ProjectReport, Report, RunOutcome } from '../../src/domain/report.ts'
import type { ProjectFacts, ProjectResult } from '../../src/domain/result.ts'
import { assembleReport } from '../../src/report/report.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'
import { idOf } from '../harness/fixtures.ts'

/** Secrets that know one. */
export const SECRET = 's3cr3t-passw0rd'

export function secretsWithOne(): Secrets {
  const secrets = new Secrets(() => undefined)
  secrets.protect(SECRET)
  return secrets
}

/** A project that passed `mode: verify`, with all that is known of it. */
export const RESULT: ProjectResult = {
  mode: 'verify',
  projectId: idOf(1),
  name: null,
  result: 'passed',
  failureReason: null,
  error: null,
  providers: [{ provider: 'aws', enabled: true, valid: true }],
  valid: true,
  expectsProvider: true,
  checksEveryProvider: true,
  enabled: true,
  changed: false,
  drifted: false,
  differences: [],
  notComparable: [],
  comparisons: [],
  patch: null,
  isKnown: true,
  configuration: { awsKms: { enabled: true, valid: true } },
  clusters: [],
  privateEndpoints: [],
  findings: [],
  excused: [],
  requirements: [],
  notes: [],
  lastChange: null,
  atRisk: null,
  stateUnknown: false,
}

/** The same project as a report has it. */
export const PROJECT: ProjectReport = {
  projectId: idOf(1),
  name: null,
  result: 'passed',
  failureReason: null,
  valid: true,
  enabled: true,
  changed: false,
  drifted: false,
  providers: [{ provider: 'aws', enabled: true, valid: true }],
  differences: [],
  notComparable: [],
  requirements: [],
  clusters: [],
  privateEndpoints: [],
  atRisk: null,
  error: null,
}

export const RUN = { id: safe`12345`, attempt: safe`2`, at: safe`2026-08-01T10:00:00.000Z` }

/** What a result of a project may differ in. */
export type Facts = Partial<ProjectFacts> & Partial<Pick<ProjectResult, 'result' | 'failureReason' | 'error'>>

/** A project with more or other facts. */
export const resultWith = (facts: Facts): ProjectResult => ({ ...RESULT, ...facts }) as ProjectResult

/** The outcome of a run on many projects. */
export function outcomeOf(projects: readonly ProjectReport[], more: Partial<Report> = {}): RunOutcome {
  const report = assembleReport({ mode: 'drift', shard: null, isMultiProject: true, error: null, invalid: 0, projects })
  const links = { issueUrl: safe``, commentUrl: safe`` }
  return { report: { ...report, ...more }, run: RUN, project: null, links, atlasOrigin: null, warnings: [] }
}
