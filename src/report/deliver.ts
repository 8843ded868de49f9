import { tmpdir } from 'node:os'
import type { Environment } from '../atlas/connect.ts'
import type { Secrets } from '../text/secrets.ts'
import type { Console, Core } from './console.ts'
import { outputsOf, writeReportFile } from './outputs.ts'
import type { RunOutcome } from './report.ts'
import { buildReport, failureReasonOf } from './report.ts'
import { buildSummary } from './summary.ts'
import { verdictOn } from './verdict.ts'

/** Where the story of a run goes. */
export interface Destination {
  readonly core: Core
  readonly console: Console
  readonly secrets: Secrets
  readonly env: Environment
  /** Whether to write the job summary. */
  readonly summary: boolean
}

/**
 * Tells how the run ended, everywhere: log, outputs, report file, summary, exit code. Every output is written on every
 * path, into the runner's file, whose values beat anything that a forged line of the log may have set.
 */
export async function deliver(outcome: RunOutcome, destination: Destination): Promise<void> {
  const { core, console } = destination
  for (const project of outcome.projects) {
    const { icon, text } = verdictOn(project)
    if (icon === '✅') console.info(`Result: ${project.result}. ${text}`)
    if (icon === '⚠️') console.warning(`${text} (excused by an input)`)
    if (project.stateUnknown) console.warning(STATE_UNKNOWN)
  }
  writeOutputs(outcome, destination)
  if (destination.summary) await writeSummary({ ...outcome, warnings: console.warnings }, core, destination)
  if (failureReasonOf(outcome) !== null) console.fail(failureText(outcome))
}

const STATE_UNKNOWN =
  'A change was under way when the run ended, so the state is unknown: Atlas may or may not have carried it out. Check with `mode: plan`.'

function failureText({ error, projects }: RunOutcome): string {
  const failed = projects.find(({ result }) => result === 'failed')
  if (error !== null || failed === undefined) return error?.message ?? 'failed'
  const { text, advice } = verdictOn(failed)
  return `${text} ${advice}`.trim()
}

function writeOutputs(outcome: RunOutcome, { core, console, env, secrets }: Destination): void {
  const redact = (text: string): string => secrets.redact(text)
  const report = buildReport(outcome, redact)
  let reportFile = ''
  try {
    reportFile = writeReportFile(report, env.RUNNER_TEMP || tmpdir())
  } catch (error) {
    console.warning(
      `The report file could not be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}).`,
    )
  }
  const { outputs, differencesWereCut } = outputsOf(outcome, report, reportFile, redact)
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value)
  if (differencesWereCut) {
    console.warning(
      'The output `differences` is too long and was cut; the file of the output `report-file` has all of them.',
    )
  }
}

async function writeSummary(outcome: RunOutcome, core: Core, { console, secrets }: Destination): Promise<void> {
  try {
    const markup = buildSummary(outcome, (text, longest) => secrets.plain(text, longest))
    await core.summary.addRaw(markup).write()
  } catch {
    // The verdict stands without it; the runner offers no file outside of a job.
    console.info('The job summary could not be written.')
  }
}
