import type { StepResult } from '../../harness/run-action.ts'
import { type FaultCase, toldOf } from './run-cases.ts'

type Results = ReadonlyMap<FaultCase, StepResult>

const INTRODUCTION = `# What happens when something fails

Made by the tests (\`test/faults/\`) from runs of the built action; \`npm run docs:faults\` makes it anew. The log is shown without
what differs from run to run. Where nothing else is said, \`mode: apply\` was to enable AWS KMS in a project that had it off.
`

const HEAD = [
  '| What goes wrong | What the log says | `error.code` | `result` | `failure-reason` | `valid` | `changed` |',
  '|---|---|---|---|---|---|---|',
]

/** A page with a table for each section: the cases and how they ended. */
export function pageOf(
  sections: readonly (readonly [title: string, cases: readonly FaultCase[]])[],
  results: Results,
): string {
  return [INTRODUCTION, ...sections.map(([title, cases]) => `## ${title}\n\n${tableOf(cases, results)}`)].join('\n')
}

function tableOf(cases: readonly FaultCase[], results: Results): string {
  const rows = cases.map((faultCase) => {
    const result = results.get(faultCase) as StepResult
    const verdict = ['result', 'failure-reason', 'valid', 'changed'].map((name) => result.outputs[name] || '—')
    const told = toldOf(result).map(cell).join('<br>') || 'nothing'
    return `| ${[faultCase.fault, told, codeOf(result), ...verdict].join(' | ')} |`
  })
  return `${[...HEAD, ...rows].join('\n')}\n`
}

/** Of the first project that failed with an error. */
function codeOf({ reportFile }: StepResult): string {
  const { projects } = JSON.parse(reportFile) as { projects: { error: { code: string } | null }[] }
  return projects.find(({ error }) => error !== null)?.error?.code ?? '—'
}

/** A line of the log as the cell of a table, without what differs from run to run. */
function cell(line: string): string {
  return (
    line
      .replace(/\b127\.0\.0\.1:\d+/g, 'cloud.mongodb.com')
      .replace(/again in \d+\.\d s/g, 'again in … s')
      // Which of the two Node.js tells of first is up to the machine.
      .replace(
        /reset \(ECONNRESET\)|closed before the response was complete \(UND_ERR_SOCKET\)/g,
        'reset or closed (…)',
      )
      .replaceAll('|', '\\|')
      .replaceAll('<', '&lt;')
  )
}
