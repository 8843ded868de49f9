import type { StepResult } from '../../harness/run-action.ts'
import { type FaultCase, messagesOf } from './run-cases.ts'

type Results = ReadonlyMap<FaultCase, StepResult>

const INTRODUCTION = `# What happens when something fails

The tests in \`test/e2e/faults/\` write this page from runs of the built action. To update it, run \`npm run docs:faults\`. Parts of
the log that differ from run to run are left out. Unless the first column says otherwise, \`mode: apply\` runs on a project in which
AWS KMS is not enabled yet.
`

const HEAD = [
  '| What fails | What the log says | `error.code` | `result` | `failure-reason` | `valid` | `changed` |',
  '|---|---|---|---|---|---|---|',
]

/**
 * The page, with a table for each section.
 *
 * @throws Error if there is no result of a case
 */
export function pageOf(
  sections: readonly (readonly [title: string, cases: readonly FaultCase[]])[],
  results: Results,
): string {
  return [INTRODUCTION, ...sections.map(([title, cases]) => `## ${title}\n\n${tableOf(cases, results)}`)].join('\n')
}

function tableOf(cases: readonly FaultCase[], results: Results): string {
  const rows = cases.map((faultCase) => {
    const result = results.get(faultCase)
    if (result === undefined) throw new Error(`there is no result of: ${faultCase.fault}`)
    const verdict = ['result', 'failure-reason', 'valid', 'changed'].map((name) => result.outputs[name] || '—')
    const messages = messagesOf(result).map(cell).join('<br>') || 'nothing'
    return `| ${[faultCase.fault, messages, codeOf(result), ...verdict].join(' | ')} |`
  })
  return `${[...HEAD, ...rows].join('\n')}\n`
}

/** The code of the first project that failed with an error. */
function codeOf({ reportFile }: StepResult): string {
  const { projects } = JSON.parse(reportFile) as { projects: { error: { code: string } | null }[] }
  return projects.find(({ error }) => error !== null)?.error?.code ?? '—'
}

/** A line of the log as a cell of a table, without what differs from run to run. */
function cell(line: string): string {
  return (
    line
      .replace(/\b127\.0\.0\.1:\d+/g, 'cloud.mongodb.com')
      .replace(/again in \d+\.\d s/g, 'again in … s')
      .replace(/`timeout` of \d+ s/g, '`timeout` of … s')
      // Which of the two Node.js reports depends on timing.
      .replace(/reset \(ECONNRESET\)|closed before the reply was complete \(UND_ERR_SOCKET\)/g, 'reset or closed (…)')
      .replaceAll('|', '\\|')
      .replaceAll('<', '&lt;')
  )
}
