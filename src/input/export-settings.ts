import { relative, resolve, sep } from 'node:path'
import type { Mode } from '../domain/modes.ts'
import type { ExportFile } from '../domain/settings.ts'
import { joinSafe, safe } from '../sanitize/safe-text.ts'
import { InputError } from './errors.ts'
import { allFieldInputs, STATE_INPUTS } from './given-fields.ts'
import type { InputContext } from './input-context.ts'
import { type InputName, inputLabel, pronoun, quoteGiven } from './input-names.ts'
import { workspaceOf } from './workspace-file.ts'

const DEFAULT_EXPORT_FILE = 'atlas-encryption-at-rest.yml'

/** Longer than any path that a runner can create. */
const MAX_PATH_LENGTH = 4096

/** Adds an error for inputs that an export would have to ignore: it writes what Atlas has, whatever the workflow wants. */
export function refuseBesideExport(context: InputContext): void {
  const { input, errors } = context
  const published = (['issue', 'comment'] as const).filter((name) => isOn(context, name))
  const foreign = quoteGiven(input, ['config-file', 'shard', ...STATE_INPUTS, ...allFieldInputs(), ...published])
  if (foreign.length > 0)
    errors.add(
      safe`${joinSafe(foreign, safe`, `)}: not allowed with \`mode: export\`, which writes what Atlas has. Remove ${pronoun(foreign)}.`,
    )
}

/** A wrong value is reported where the input is read for its meaning. */
function isOn({ input }: InputContext, name: InputName): boolean {
  return input(name).toLowerCase() === 'true'
}

/**
 * Reads where to write the file. Whether a file that is there may be overwritten is checked later.
 *
 * @returns undefined in other modes, or if the path is wrong
 */
export function readExportFile(mode: Mode, context: InputContext): ExportFile | undefined {
  const { input, env, errors, secrets } = context
  const workspace = workspaceOf(env)
  const given = input('export-file') || DEFAULT_EXPORT_FILE
  if (mode !== 'export') return undefined
  return errors.attempt((): ExportFile => {
    const label = inputLabel('export-file')
    const path = relative(workspace, resolve(workspace, given))
    if (path === '' || path === '..' || path.startsWith(`..${sep}`) || resolve(path) === path || /[/\\]$/.test(given))
      throw new InputError(safe`${label} must be the path of a file inside the workspace.`)
    const shown = secrets.sanitize(path, MAX_PATH_LENGTH)
    // The output names the file, so it must be the path to the letter.
    if (shown !== path || path.includes('\\'))
      throw new InputError(
        safe`${label} must not contain control characters, backslashes, double spaces, or secrets. Choose a simpler path.`,
      )
    return { path: shown, workspace }
  })
}
