import { tmpdir } from 'node:os'
import type { ProjectResult } from '../modes/result.ts'
import type { Secrets } from '../text/secrets.ts'
import type { Environment } from '../world.ts'
import type { Console, Core } from './console.ts'
import { excusesInFleet, failuresOfFleet } from './fleet-annotations.ts'
import { countsOf } from './fleet-verdict.ts'
import { outputsOf, writeReportFile } from './outputs.ts'
import type { RunOutcome } from './report.ts'
import { buildSummary } from './summary.ts'
import { excusedFindings, STATE_UNKNOWN, verdictOn } from './verdict.ts'

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
 *
 * @returns whether the step succeeds
 */
export async function deliver(outcome: RunOutcome, destination: Destination): Promise<boolean> {
  const { core, console } = destination
  const { report, project } = outcome
  if (project !== null) tellProject(project, console)
  else if (report.projects.length > 0) {
    console.info(`Result: ${report.result}. ${countsOf(report)}.`)
    for (const warning of excusesInFleet(report)) console.warning(warning)
  }
  const unwritten = writeOutputs(outcome, destination)
  if (destination.summary) await writeSummary(outcome, core, destination)
  const [first, ...others] = report.failureReason === null ? [] : failuresOf(outcome)
  const failures = [[first ?? [], unwritten].flat().join(' '), ...others].filter((text) => text !== '')
  for (const failure of failures) console.fail(failure)
  return failures.length === 0
}

function tellProject(project: ProjectResult, console: Console): void {
  const { status, text } = verdictOn(project)
  if (status !== 'bad') console.info(`Result: ${project.result}. ${text}`)
  for (const excused of excusedFindings(project)) console.warning(excused)
  if (project.stateUnknown) console.warning(STATE_UNKNOWN)
}

/** One error annotation each. */
function failuresOf({ report, project }: RunOutcome): string[] {
  if (project === null) return failuresOfFleet(report)
  if (report.error !== null) return [report.error.message]
  const { text, advice } = verdictOn(project)
  return [`${text} ${advice}`.trim()]
}

/** @returns why outputs could not be written, if they could not: a gate must not stand open for that */
function writeOutputs(outcome: RunOutcome, { core, console, env, secrets }: Destination): string[] {
  let reportFile = ''
  try {
    reportFile = writeReportFile(outcome.report, env.RUNNER_TEMP || tmpdir())
  } catch (error) {
    console.warning(
      `The report file could not be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}).`,
    )
  }
  const { outputs, differencesWereCut } = outputsOf(outcome, reportFile, secrets)
  if (differencesWereCut) {
    console.warning(
      'The output `differences` is too long and was cut; the file of the output `report-file` has all of them.',
    )
  }
  try {
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value)
    return []
  } catch {
    return ['The outputs could not be written to the file that GITHUB_OUTPUT names.']
  }
}

async function writeSummary(outcome: RunOutcome, core: Core, { console, secrets }: Destination): Promise<void> {
  try {
    const markup = buildSummary(outcome, console.warnings, (text, longest) => secrets.plain(text, longest))
    await core.summary.addRaw(markup).write()
  } catch {
    // The verdict stands without it; the runner offers no file outside of a job.
    console.info('The job summary could not be written.')
  }
}
