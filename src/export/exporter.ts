import { Checkpoint } from '../domain/checkpoint.ts'
import type { Environment, RunContext } from '../domain/context.ts'
import { ActionError, type ReportedError, toReportedError } from '../domain/errors.ts'
import type { ExportedProject } from '../domain/exported.ts'
import { named } from '../domain/named.ts'
import type { WrittenExport } from '../domain/report.ts'
import type { ProjectResult } from '../domain/result.ts'
import type { ApiVersion, ExportFile } from '../domain/settings.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import { isoTime } from '../sanitize/sentences.ts'
import { findExportProblem } from './check-project.ts'
import { schemaComment } from './header.ts'
import { requireReadable } from './read-back.ts'
import { byName, renderProject } from './render.ts'
import { requireWritable, writeExport } from './target-file.ts'

/** What an export needs of the run. */
export interface ExporterOptions {
  readonly exportFile: ExportFile
  readonly apiVersion: ApiVersion
  readonly env: Environment
  readonly run: RunContext
}

/** How writing ended. */
export interface ExportOutcome {
  /** undefined if nothing was written. */
  readonly exported: WrittenExport | undefined
  /** Why the file could not be written, although every project was read. */
  readonly error: ReportedError | null
}

const NOTHING_WRITTEN: ExportOutcome = { exported: undefined, error: null }

/** Writes what the projects of a run have into one file. */
export class Exporter {
  readonly #options: ExporterOptions

  /** @throws ActionError `INPUT` if the file may not be written: known before Atlas is asked for anything */
  constructor(options: ExporterOptions) {
    requireWritable(options.exportFile)
    this.#options = options
  }

  /** @returns the result, failed if a config file cannot describe what Atlas has in the project */
  check(result: ProjectResult): ProjectResult {
    const { exported } = result
    if (result.error !== null || exported === undefined) return result
    const problem = findExportProblem(exported, this.#options.run.secrets)
    if (problem === undefined) return result
    const error = new ActionError('INPUT', {
      what: safe`A config file cannot describe what Atlas has in this project: ${problem}.`,
      advice: safe`Correct the field in Atlas, or leave the project out with \`exclude-projects\`.`,
    })
    return { ...result, result: 'failed', failureReason: 'error', error: toReportedError(error) }
  }

  /** Writes the file, unless a project failed. Never throws. */
  async write(results: readonly ProjectResult[]): Promise<ExportOutcome> {
    const { emit, signal } = this.#options.run
    const failed = results.filter(({ result }) => result === 'failed').length
    if (failed > 0 || signal.aborted) {
      const text = safe`No file was written, because ${failed} of ${results.length} projects could not be exported.`
      emit({ type: 'note', text })
      return NOTHING_WRITTEN
    }
    try {
      return await this.#writeProjects(results.flatMap(({ exported }) => exported ?? []))
    } catch (error) {
      return { exported: undefined, error: toReportedError(error) }
    }
  }

  async #writeProjects(projects: readonly ExportedProject[]): Promise<ExportOutcome> {
    const { exportFile, apiVersion, run } = this.#options
    this.#logOmissions(projects)
    const described = projects.filter(({ providers }) => providers.length > 0)
    if (described.length === 0) {
      const text = safe`No project has an enabled provider of encryption at rest, so no file was written.`
      run.emit({ type: 'warning', text })
      return NOTHING_WRITTEN
    }
    const body = await this.#render(projects)
    const { secrets, signal } = run
    await requireReadable({ file: exportFile.path, text: body }, described, { apiVersion, secrets, signal })
    signal.throwIfAborted()
    const changed = writeExport(exportFile, body, isoTime(run.clock.wallNow()))
    const what = changed ? safe`Wrote` : safe`Unchanged:`
    run.emit({
      type: 'note',
      text: safe`${what} ${exportFile.path} (${described.length} of ${projects.length} projects)`,
    })
    return { exported: { file: exportFile.path, changed }, error: null }
  }

  async #render(projects: readonly ExportedProject[]): Promise<string> {
    const { run, env } = this.#options
    const checkpoint = new Checkpoint(run.signal)
    const parts = [`${schemaComment({ env, secrets: run.secrets })}\nversion: 1\nprojects:\n`]
    for (const project of projects.toSorted(byName)) {
      parts.push(renderProject(project))
      await checkpoint.pass()
    }
    return parts.join('')
  }

  /** One line for everything that is left out for the same reason, since in an organization it is often all projects. */
  #logOmissions(projects: readonly ExportedProject[]): void {
    const labels = new Map<SafeText, SafeText[]>()
    for (const project of projects) {
      for (const reason of reasonsOf(project))
        labels.set(reason, [...(labels.get(reason) ?? []), project.name ?? project.id])
    }
    for (const [reason, names] of labels) {
      const count = names.length === 1 ? safe`1 project` : safe`${names.length} projects`
      this.#options.run.emit({ type: 'note', text: safe`Left out: ${reason} · ${count}: ${named(names)}` })
    }
    if (this.#options.apiVersion === 'v1.0') {
      const text = safe`Left out: clusters and private endpoints, which need \`api-version: v2\``
      this.#options.run.emit({ type: 'note', text })
    }
  }
}

function reasonsOf({ providers, omissions }: ExportedProject): SafeText[] {
  if (providers.length === 0) return [safe`the project itself, because no provider of encryption at rest is enabled`]
  return [...new Set([...omissions, ...providers.flatMap(({ remarks }) => remarks)])]
}
