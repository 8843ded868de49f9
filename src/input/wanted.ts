import type { Provider, ProviderName } from '../encryption/providers.ts'
import { PROVIDER_LIST, PROVIDERS } from '../encryption/providers.ts'
import type { DesiredProject, DesiredProvider } from '../encryption/state.ts'
import type { Mode } from '../modes/result.ts'
import type { Secrets } from '../text/secrets.ts'
import { givenFieldInputs, readDesiredProvider, refuseForeignFields, regionWarning } from './desired.ts'
import type { FieldsReader } from './fields.ts'
import { InputProblem, type Problems } from './problems.ts'
import type { InputReader } from './raw-inputs.ts'
import { parseBoolean } from './scalars.ts'

/** What the inputs say of the provider, and what is odd about them but no error. */
interface Wanted {
  readonly desired: Pick<DesiredProject, 'providers' | 'enabledForSearchNodes'>
  readonly warnings: readonly string[]
}

/**
 * Reads `provider`, `enabled`, `enabled-for-search-nodes`, `fields` and the inputs of the fields.
 *
 * @param problems takes what is wrong
 */
export async function readWanted(
  mode: Mode,
  input: InputReader,
  secrets: Secrets,
  problems: Problems,
): Promise<Wanted> {
  const readFields = await fieldsReader(input('fields'), secrets, problems)
  const provider = problems.attempt(() => readProvider(input('provider'), mode))
  const enabled =
    problems.attempt(() => input('enabled') === '' || parseBoolean('Input `enabled`', input('enabled'))) ?? true
  const searchNodes = problems.attempt(() =>
    input('enabled-for-search-nodes') === ''
      ? undefined
      : parseBoolean('Input `enabled-for-search-nodes`', input('enabled-for-search-nodes')),
  )
  if (!provider) return { desired: { providers: [] }, warnings: [] }
  refuseForeignFields(provider, input, problems)
  // Verify looks at what is, not at what is wanted, so that one `with:` block can serve all modes.
  if (mode === 'verify') return { desired: { providers: [{ provider, enabled: true, fields: {} }] }, warnings: [] }
  if (!enabled) {
    const off: DesiredProvider = { provider, enabled: false, fields: {} }
    return { desired: { providers: [off] }, warnings: ignoredWarning(PROVIDERS[provider], input) }
  }
  const desired = readDesiredProvider(provider, input, readFields, problems)
  for (const { name, format } of PROVIDERS[provider].fields) {
    const id = desired.fields[name]
    if (format === 'access-key-id' && typeof id === 'string') secrets.abbreviate(id)
  }
  const warning = regionWarning(desired)
  return {
    desired: { providers: [desired], ...(searchNodes === undefined ? {} : { enabledForSearchNodes: searchNodes }) },
    warnings: warning === undefined ? [] : [warning],
  }
}

/** The YAML parser is loaded only if there is something to parse. Masks what is secret in `fields` at once. */
async function fieldsReader(text: string, secrets: Secrets, problems: Problems): Promise<FieldsReader> {
  if (text === '') return () => new Map()
  const { openFields } = await import('./fields.ts')
  return problems.attempt(() => openFields(text, secrets)) ?? (() => new Map())
}

function readProvider(text: string, mode: Mode): ProviderName | undefined {
  const names = PROVIDER_LIST.map(({ name }) => name)
  const provider = names.find((name) => name === text.toLowerCase())
  if (provider !== undefined || (text === '' && mode === 'verify')) return provider
  const accepted = names.map((name) => `\`${name}\``).join(', ')
  throw new InputProblem(
    text === ''
      ? `Input \`provider\` is needed: one of ${accepted}.`
      : `Input \`provider\` must be one of ${accepted}.`,
  )
}

function ignoredWarning(provider: Provider, input: InputReader): string[] {
  const others = ['fields', 'enabled-for-search-nodes'].filter((name) => input(name) !== '')
  const ignored = [...givenFieldInputs(provider, input), ...others].map((name) => `\`${name}\``)
  return ignored.length === 0 ? [] : [`\`enabled: false\` only disables the provider; ignored: ${ignored.join(', ')}.`]
}
