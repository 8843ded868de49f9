import type { MergeSettings } from '../domain/settings.ts'
import { joinSafe, safe } from '../sanitize/safe-text.ts'
import { allFieldInputs, STATE_INPUTS } from './given-fields.ts'
import { type InputContext, readOptional } from './input-context.ts'
import { type InputName, quoteGiven } from './input-names.ts'
import { parseBoolean } from './parse/scalars.ts'
import { SELECTION_INPUTS } from './project-selection.ts'
import { TARGETS } from './target.ts'
import { workspaceOf } from './workspace-file.ts'

/** Inputs that would change a verdict. `merge` only joins verdicts, so ignoring these would misrepresent what was checked. */
const FOREIGN: readonly InputName[] = [...TARGETS, ...SELECTION_INPUTS, 'shard', 'require']

/**
 * Reads what `mode: merge` takes. It sends nothing to Atlas, so credentials and whatever a common `with:` block has for the runs
 * that made the reports are not read.
 *
 * @param timeout seconds for the whole run
 * @throws ActionError `INPUT` with all that is wrong
 */
export function readMergeSettings(context: InputContext, timeout: number): MergeSettings {
  const { input, env, errors } = context
  const foreign = quoteGiven(input, FOREIGN)
  if (foreign.length > 0) {
    errors.add(
      safe`${joinSafe(foreign, safe`, `)}: not for \`mode: merge\`, which joins what other runs found; remove it.`,
    )
  }
  const reportFiles = input('report-files')
  if (reportFiles === '') {
    errors.add(
      safe`Input \`report-files\` is required with \`mode: merge\`: a glob for the reports of the matrix, such as \`reports/**/*.json\`.`,
    )
  }
  const published = (['issue', 'comment'] as const).filter((name) => readOptional(context, name, parseBoolean, false))
  errors.throwIfAny()
  const ignored = quoteGiven(input, [...published, ...STATE_INPUTS, ...allFieldInputs()])
  const warnings =
    ignored.length === 0 ? [] : [safe`\`mode: merge\` only joins reports; ignored: ${joinSafe(ignored, safe`, `)}.`]
  return { mode: 'merge', reportFiles, workspace: workspaceOf(env), timeout, warnings }
}
