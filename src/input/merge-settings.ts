import type { Environment } from '../domain/context.ts'
import { PROVIDER_LIST } from '../domain/providers.ts'
import type { MergeSettings } from '../domain/settings.ts'
import type { InputErrors } from './errors.ts'
import type { InputReader } from './mask-inputs.ts'
import { parseBoolean } from './parse/scalars.ts'
import { givenFieldInputs } from './provider-fields.ts'
import { TARGETS } from './target.ts'
import { workspaceOf } from './workspace.ts'

/** Inputs that would change a verdict, which `merge` only joins: a gate must not look narrower or wider than it is. */
const FOREIGN = [...TARGETS, 'shard', 'require']

/**
 * Reads what `mode: merge` takes. It asks nobody, so credentials and whatever a common `with:` block has for the runs that
 * made the reports are not looked at.
 *
 * @param timeout seconds for the whole run
 * @throws ActionError `INPUT` with all that is wrong
 */
export function readMergeSettings(
  input: InputReader,
  env: Environment,
  timeout: number,
  inputErrors: InputErrors,
): MergeSettings {
  const foreign = FOREIGN.filter((name) => input(name) !== '').map((name) => `\`${name}\``)
  if (foreign.length > 0)
    inputErrors.add(`${foreign.join(', ')}: not for \`mode: merge\`, which joins what other runs found; remove it.`)
  const reportFiles = input('report-files')
  if (reportFiles === '') {
    inputErrors.add(
      'Input `report-files` is needed with `mode: merge`: a glob for the reports of the matrix, such as `reports/**/*.json`.',
    )
  }
  const told = ['issue', 'comment'].filter(
    (name) => input(name) !== '' && inputErrors.attempt(() => parseBoolean(`Input \`${name}\``, input(name))) === true,
  )
  inputErrors.throwIfAny()
  const ignored = [
    ...told,
    ...['provider', 'enabled', 'enabled-for-search-nodes', 'fields'].filter((name) => input(name) !== ''),
    ...PROVIDER_LIST.flatMap((provider) => givenFieldInputs(provider, input)),
  ].map((name) => `\`${name}\``)
  const warnings = ignored.length === 0 ? [] : [`\`mode: merge\` only joins reports; ignored: ${ignored.join(', ')}.`]
  return { mode: 'merge', reportFiles, workspace: workspaceOf(env), timeout, warnings }
}
