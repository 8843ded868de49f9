import { tmpdir } from 'node:os'
import type { Environment } from '../domain/context.ts'
import type { RunOutcome } from '../domain/report.ts'
import type { ProjectResult } from '../domain/result.ts'
import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import { pageLinks } from './links.ts'
import type { Core, Log } from './log.ts'
import { outputsOf } from './outputs.ts'
import { excusedProjects, projectFailures } from './projects-annotations.ts'
import { countsOf } from './projects-verdict.ts'
import { writeReport } from './report-json.ts'
import { buildSummary } from './summary.ts'
import { excusedFindings, STATE_UNKNOWN, verdictLine, verdictOn } from './verdict.ts'

/** Where the outcome of a run goes. */
export interface Destination {
  readonly core: Core
  readonly log: Log
  readonly secrets: Secrets
  readonly env: Environment
  /** Whether to write the job summary. */
  readonly summary: boolean
}

/**
 * Publishes how the run ended: log, outputs, report file, summary, exit code. Every output is written on every path, into the
 * runner's file, whose values overwrite anything that a forged line of the log may have set.
 *
 * @returns whether the step succeeds
 */
export async function publish(outcome: RunOutcome, destination: Destination): Promise<boolean> {
  const { log } = destination
  const { report, project } = outcome
  if (project !== null) logProject(project, log)
  else if (report.mode !== null && report.projects.length > 0) {
    log.info(safe`Result: ${report.result}. ${countsOf(report)}.`)
    for (const warning of excusedProjects(report)) log.warning(warning)
  } else if (report.error === null) {
    log.notice(safe`There is no project to check: the organization or the shards have none.`)
  }
  const unwritten = await writeOutputs(outcome, destination)
  if (destination.summary) await writeSummary(outcome, destination)
  const [first, ...others] = report.failureReason === null ? [] : failuresOf(outcome)
  const all = [...(first === undefined ? [] : [first]), ...unwritten]
  const failures = [...(all.length === 0 ? [] : [joinSafe(all, safe` `)]), ...others]
  for (const failure of failures) log.fail(failure)
  return failures.length === 0
}

function logProject(project: ProjectResult, log: Log): void {
  const verdict = verdictOn(project)
  if (verdict.status !== 'bad') log.info(safe`Result: ${project.result}. ${verdictLine(verdict)}`)
  for (const excused of excusedFindings(project)) log.warning(excused)
  if (project.stateUnknown) log.warning(STATE_UNKNOWN)
}

/** One error annotation each. */
function failuresOf({ report, project }: RunOutcome): SafeText[] {
  if (project === null) return projectFailures(report)
  // That of the project says more than that of the run: what was under way at the end of it.
  const error = project.error ?? report.error
  return [error === null ? verdictLine(verdictOn(project)) : error.message]
}

/** @returns why outputs could not be written, if they could not: a gate must not be open because of that */
async function writeOutputs(outcome: RunOutcome, { core, log, env, secrets }: Destination): Promise<SafeText[]> {
  const written = await writeReport(outcome, env.RUNNER_TEMP || tmpdir())
  if ('errorCode' in written.file) {
    const code = secrets.sanitize(written.file.errorCode, 40)
    log.warning(safe`The report file could not be written (${code}).`)
  }
  const { texts, cut } = outputsOf(outcome, written, secrets)
  for (const name of cut) {
    log.warning(
      safe`The output \`${name}\` is too long and was cut. The file of the output \`report-file\` has all of it.`,
    )
  }
  try {
    for (const [name, value] of Object.entries(texts)) core.setOutput(name, value)
    return []
  } catch {
    return [safe`The outputs could not be written to the file that GITHUB_OUTPUT names.`]
  }
}

async function writeSummary(outcome: RunOutcome, { core, log, env, secrets }: Destination): Promise<void> {
  try {
    const markup = buildSummary(outcome, log.warnings, pageLinks(outcome.atlasOrigin, env, secrets))
    await core.summary.addRaw(markup).write()
  } catch {
    // The verdict stands without it; outside of a job the runner offers no file.
    log.info(safe`The job summary could not be written.`)
  }
}
