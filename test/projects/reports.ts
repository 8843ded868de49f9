import { readReport, type WholeReport } from '../../src/projects/read-report.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'
import { idOf } from '../harness/fixtures.ts'

export const noSecrets = (): Secrets => new Secrets(() => undefined)

/** A project that passed `mode: verify`. */
export const PROJECT = {
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

export const TOTALS = { projects: 1, passed: 1, failed: 0, changed: 0, drifted: 0, invalid: 0, errors: 0 }

export const RUN = { id: '12345', attempt: '1', at: '2026-08-01T10:00:00.000Z' }

export const REPORT = {
  mode: 'verify',
  shard: null,
  run: RUN,
  result: 'passed',
  failureReason: null,
  error: null,
  totals: TOTALS,
  projects: [PROJECT],
}

/** A report of one project, as an object that JSON is made of. */
export const reportWith = (more: object = {}, project: object = {}): object => ({
  ...REPORT,
  projects: [{ ...PROJECT, ...project }],
  ...more,
})

/** Reads a report as merging does. */
export function read(report: object | string, secrets: Secrets = noSecrets()): Promise<WholeReport> {
  const text = typeof report === 'string' ? report : JSON.stringify(report)
  return readReport(Buffer.from(text), { secrets, yieldToEventLoop: async () => undefined })
}
