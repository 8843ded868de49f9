import { tmpdir } from 'node:os'
import type { Environment } from '../domain/context.ts'
import type { RunOutcome } from '../domain/report.ts'
import type { ProjectResult } from '../domain/result.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import type { Core, Log } from './log.ts'
import { outputsOf } from './outputs.ts'
import { excusedProjects, projectFailures } from './projects-annotations.ts'
import { countsOf } from './projects-verdict.ts'
import { writeReport } from './report-json.ts'
import { buildSummary } from './summary.ts'
import { excusedFindings, STATE_UNKNOWN, verdictOn } from './verdict.ts'

/** Where the story of a run goes. */
export interface Destination {
  readonly core: Core
  readonly log: Log
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
export async function publish(outcome: RunOutcome, destination: Destination): Promise<boolean> {
  const { core, log } = destination
  const { report, project } = outcome
  if (project !== null) logProject(project, log)
  else if (report.projects.length > 0) {
    log.info(`Result: ${report.result}. ${countsOf(report)}.`)
    for (const warning of excusedProjects(report)) log.warning(warning)
  } else if (report.error === null) {
    log.notice('There is no project to look at: the organization or the shards have none.')
  }
  const unwritten = await writeOutputs(outcome, destination)
  if (destination.summary) await writeSummary(outcome, core, destination)
  const [first, ...others] = report.failureReason === null ? [] : failuresOf(outcome)
  const failures = [[first ?? [], unwritten].flat().join(' '), ...others].filter((text) => text !== '')
  for (const failure of failures) log.fail(failure)
  return failures.length === 0
}

function logProject(project: ProjectResult, log: Log): void {
  const { status, text } = verdictOn(project)
  if (status !== 'bad') log.info(`Result: ${project.result}. ${text}`)
  for (const excused of excusedFindings(project)) log.warning(excused)
  if (project.stateUnknown) log.warning(STATE_UNKNOWN)
}

/** One error annotation each. */
function failuresOf({ report, project }: RunOutcome): string[] {
  if (project === null) return projectFailures(report)
  if (report.error !== null) return [report.error.message]
  const { text, advice } = verdictOn(project)
  return [`${text} ${advice}`.trim()]
}

/** @returns why outputs could not be written, if they could not: a gate must not stand open for that */
async function writeOutputs(outcome: RunOutcome, { core, log, env, secrets }: Destination): Promise<string[]> {
  const written = await writeReport(outcome, env.RUNNER_TEMP || tmpdir())
  if ('errorCode' in written.file) log.warning(`The report file could not be written (${written.file.errorCode}).`)
  const { texts, cut } = outputsOf(outcome, written, secrets)
  for (const name of cut) {
    log.warning(`The output \`${name}\` is too long and was cut; the file of the output \`report-file\` has all of it.`)
  }
  try {
    for (const [name, value] of Object.entries(texts)) core.setOutput(name, value)
    return []
  } catch {
    return ['The outputs could not be written to the file that GITHUB_OUTPUT names.']
  }
}

async function writeSummary(outcome: RunOutcome, core: Core, { log, secrets }: Destination): Promise<void> {
  try {
    const markup = buildSummary(outcome, log.warnings, (text, maxLength) => secrets.sanitize(text, maxLength))
    await core.summary.addRaw(markup).write()
  } catch {
    // The verdict stands without it; the runner offers no file outside of a job.
    log.info('The job summary could not be written.')
  }
}
