import { idOf } from '../../test/harness/fixtures.ts'
import { PROJECT, REPORT, TOTALS } from '../../test/projects/reports.ts'

/** A report with one project that has a list of so many bytes of empty objects. */
export function forgedReport(list: string, bytes: number): string {
  const empty = `[${Array(Math.floor(bytes / 3))
    .fill('{}')
    .join(',')}]`
  return JSON.stringify({ ...REPORT, projects: [{ ...PROJECT, [list]: 'HERE' }] }).replace('"HERE"', () => empty)
}

/** A report of as many failed projects as a report may have, which is as large as it may be. */
export function trueReport(bytes: number): string {
  const count = 10_000
  const fields = ['customerMasterKeyID', 'region', 'roleId', 'accessKeyID']
  const project = (n: number, fill: string): object => ({
    ...PROJECT,
    projectId: idOf(n),
    name: `project ${n}`,
    result: 'failed',
    failureReason: 'drift',
    drifted: true,
    differences: fields.map((field, i) => ({
      projectId: idOf(n),
      provider: 'aws',
      field,
      expected: `${fill}${i}`,
      actual: `${fill}${i + 1}`,
    })),
  })
  // The text of one project without fills, and the comma after it.
  const frame = JSON.stringify(project(count - 1, '')).length + 1
  const fill = 'x'.repeat(Math.floor((bytes / count - frame) / (2 * fields.length)) - 1)
  const totals = { ...TOTALS, projects: count, passed: 0, failed: count, drifted: count }
  const projects = Array.from({ length: count }, (_, n) => project(n, fill))
  return JSON.stringify({ ...REPORT, mode: 'drift', result: 'failed', failureReason: 'drift', totals, projects })
}

/** A config file with a secret that must not be in it, and that has so many lines. */
export function secretOfManyLines(id: string, lines: number): string {
  const head = `version: 1\nprojects:\n  - id: ${id}\n    azureKeyVault:\n      secret: |\n`
  return `${head}${'        line-x\n'.repeat(lines)}`
}

/** A config file with so many secrets that must not be in it. */
export function literalSecrets(count: number): string {
  const entry = (n: number): string =>
    `  - id: ${idOf(n)}\n    azureKeyVault: { secret: "${`secret-${n}-`.repeat(100)}" }\n`
  return `version: 1\nprojects:\n${Array.from({ length: count }, (_, n) => entry(n)).join('')}`
}
