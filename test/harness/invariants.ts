import { linesOf, parseCommand } from './commands.ts'
import { findLeaks } from './leaks.ts'
import type { Manifest, StepOptions, StepResult } from './run-action.ts'

/** The workflow commands that the action may write. */
const COMMANDS = new Set(['add-mask', 'error', 'warning', 'notice'])

/** The runner refuses a larger summary. */
const MAX_SUMMARY_BYTES = 1024 * 1024

/** @returns a sentence for each rule that holds for every run and that this run breaks */
export function brokenInvariants(
  result: StepResult,
  stderr: string,
  manifest: Manifest,
  { with: inputs, runtime, secrets }: StepOptions,
): string[] {
  const broken: string[] = []
  if (stderr !== '') broken.push(`stderr is not empty: ${stderr}`)
  const missing = Object.keys(manifest.outputs).filter((name) => !(name in result.outputs))
  if (missing.length > 0 && runtime?.GITHUB_OUTPUT === undefined)
    broken.push(`outputs are missing: ${missing.join(', ')}`)
  const unexpected = result.commands.filter(({ name }) => !COMMANDS.has(name))
  if (unexpected.length > 0) broken.push(`commands that the action never writes: ${JSON.stringify(unexpected)}`)
  const short = result.masks.filter((mask) => mask.trim().length < 4)
  if (short.length > 0) broken.push(`masks that would make the log unreadable: ${JSON.stringify(short)}`)
  broken.push(...leaksIn(result, secrets?.() ?? []))
  const isMultiProject = ['config-file', 'org-id', 'report-files'].some((name) => inputs[name])
  const maxErrors = isMultiProject ? 10 : 1
  if (result.errors.length > maxErrors) broken.push(`${result.errors.length} error annotations instead of ${maxErrors}`)
  if (Buffer.byteLength(result.summary) > MAX_SUMMARY_BYTES)
    broken.push('the summary is larger than the runner accepts')
  if ((result.exitCode === 0) !== (result.errors.length === 0))
    broken.push(`exit code ${result.exitCode} with ${result.errors.length} errors`)
  return broken
}

/** A secret may show in `add-mask` commands only. */
function leaksIn({ stdout, summary, reportFile, outputs }: StepResult, secrets: readonly string[]): string[] {
  const withoutMasks = linesOf(stdout).filter((line) => parseCommand(line)?.name !== 'add-mask')
  const places = { log: withoutMasks.join('\n'), summary, 'report file': reportFile, ...outputs }
  return Object.entries(places).flatMap(([place, text]) =>
    findLeaks(text, secrets).map((form) => `a secret shows in ${place} (${form})`),
  )
}
