import { Checkpoint } from '../domain/checkpoint.ts'
import { MODES } from '../domain/modes.ts'
import type { ReportSettings, Settings } from '../domain/settings.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import { InputErrors } from './errors.ts'
import { type InputSources, readOptional } from './input-context.ts'
import { maskInputs } from './mask-inputs.ts'
import { readMergeSettings } from './merge-settings.ts'
import { parseBoolean, parseChoice, parseSeconds } from './parse/scalars.ts'
import { parseShard } from './parse/shard.ts'
import { DEFAULTS, readRunSettings } from './run-settings.ts'
import { readProjectId } from './target.ts'

const ALL_MODES: readonly Settings['mode'][] = [...MODES, 'merge']

/** Callbacks of the run, for what it must know while its inputs are still being read. */
export interface InputHooks {
  /** Called with what shapes the report, before anything can fail. */
  readonly onReportSettings: (settings: ReportSettings) => void
  /**
   * Called with the seconds of the run's `timeout`, which counts from the beginning of the run.
   *
   * @returns aborted when the run must end: reading ends then, too
   */
  readonly startTimeout: (seconds: number) => AbortSignal
}

/**
 * Reads everything that the workflow wants. The only reader of the action's inputs.
 *
 * @throws ActionError `INPUT` with all that is wrong, before any request; the reason of the signal if that is aborted
 */
export async function readInputs(
  sources: InputSources,
  { onReportSettings, startTimeout }: InputHooks,
): Promise<Settings> {
  maskInputs(sources)
  const { input } = sources
  const errors = new InputErrors()
  // `timeout` is not known yet, and what comes first takes no time.
  const early = { ...sources, errors, checkpoint: new Checkpoint(new AbortController().signal) }
  const summary = readOptional(early, 'summary', parseBoolean, true)
  const quote = (choice: Settings['mode']): SafeText => safe`\`${choice}\``
  const given = readOptional(early, 'mode', (text) => parseChoice(text, ALL_MODES, quote), undefined)
  // Apply is the default; with a wrong mode the other inputs are checked as if it were apply, to find other mistakes too.
  const mode = given ?? 'apply'
  const shard = readOptional(early, 'shard', parseShard, null)
  onReportSettings({
    mode: given ?? (input('mode') === '' ? mode : null),
    summary,
    projectId: mode === 'merge' ? null : (new InputErrors().attempt(() => readProjectId(sources)) ?? null),
    shard: shard?.text ?? null,
  })
  const givenTimeout = readOptional(early, 'timeout', (text) => parseSeconds(text, 1), undefined)
  const timeout = givenTimeout ?? DEFAULTS.timeout
  const context = { ...early, checkpoint: new Checkpoint(startTimeout(timeout)) }
  if (mode === 'merge') return readMergeSettings(context, timeout)
  return await readRunSettings({ mode, shard, givenTimeout }, context)
}
