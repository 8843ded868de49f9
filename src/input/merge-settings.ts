import { PROVIDER_LIST } from '../encryption/providers.ts'
import { givenFieldInputs } from './desired.ts'
import type { Problems } from './problems.ts'
import type { InputReader } from './raw-inputs.ts'
import { parseBoolean } from './scalars.ts'
import type { MergeSettings } from './settings.ts'
import { TARGETS } from './target.ts'

/** Inputs that would change a verdict, which `merge` only joins: a gate must not look narrower or wider than it is. */
const FOREIGN = [...TARGETS, 'shard', 'require']

/**
 * Reads what `mode: merge` takes. It asks nobody, so credentials and whatever a common `with:` block has for the runs that
 * made the reports are not looked at.
 *
 * @param timeout seconds for the whole run
 * @throws Failure `INPUT` with all that is wrong
 */
export function readMergeSettings(input: InputReader, timeout: number, problems: Problems): MergeSettings {
  const foreign = FOREIGN.filter((name) => input(name) !== '').map((name) => `\`${name}\``)
  if (foreign.length > 0)
    problems.add(`${foreign.join(', ')}: not for \`mode: merge\`, which joins what other runs found; remove it.`)
  const reportFiles = input('report-files')
  if (reportFiles === '') {
    problems.add(
      'Input `report-files` is needed with `mode: merge`: a glob for the reports of the matrix, such as `reports/**/*.json`.',
    )
  }
  const told = ['issue', 'comment'].filter(
    (name) => input(name) !== '' && problems.attempt(() => parseBoolean(`Input \`${name}\``, input(name))) === true,
  )
  problems.throwIfAny()
  const ignored = [
    ...told,
    ...['provider', 'enabled', 'enabled-for-search-nodes', 'fields'].filter((name) => input(name) !== ''),
    ...PROVIDER_LIST.flatMap((provider) => givenFieldInputs(provider, input)),
  ].map((name) => `\`${name}\``)
  const warnings = ignored.length === 0 ? [] : [`\`mode: merge\` only joins reports; ignored: ${ignored.join(', ')}.`]
  return { mode: 'merge', reportFiles, timeout, warnings }
}
