import type { DesiredProject, DesiredProvider } from '../domain/desired.ts'
import type { Mode } from '../domain/modes.ts'
import type { Provider, ProviderName } from '../domain/providers.ts'
import { PROVIDER_LIST, PROVIDERS } from '../domain/providers.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import { InputError, type InputErrors } from './errors.ts'
import type { InputReader } from './mask-inputs.ts'
import type { FieldsReader } from './parse/fields.ts'
import { parseBoolean } from './parse/scalars.ts'
import { givenFieldInputs, readDesiredProvider, refuseForeignFields, regionWarning } from './provider-fields.ts'

/** What the inputs say of the provider, and what is odd about them but no error. */
interface DesiredState {
  readonly desired: Pick<DesiredProject, 'providers' | 'enabledForSearchNodes'>
  readonly warnings: readonly string[]
}

/**
 * Reads `provider`, `enabled`, `enabled-for-search-nodes`, `fields` and the inputs of the fields.
 *
 * @param inputErrors takes what is wrong
 */
export async function readDesiredState(
  mode: Mode,
  input: InputReader,
  secrets: Secrets,
  inputErrors: InputErrors,
): Promise<DesiredState> {
  const readFields = await fieldsReader(input('fields'), secrets, inputErrors)
  const provider = inputErrors.attempt(() => readProvider(input('provider'), mode))
  const enabled =
    inputErrors.attempt(() => input('enabled') === '' || parseBoolean('Input `enabled`', input('enabled'))) ?? true
  const searchNodes = inputErrors.attempt(() =>
    input('enabled-for-search-nodes') === ''
      ? undefined
      : parseBoolean('Input `enabled-for-search-nodes`', input('enabled-for-search-nodes')),
  )
  if (!provider) return { desired: { providers: [] }, warnings: [] }
  refuseForeignFields(provider, input, inputErrors)
  // Verify looks at what is, not at what is wanted, so that one `with:` block can serve all modes.
  if (mode === 'verify') return { desired: { providers: [{ provider, enabled: true, fields: {} }] }, warnings: [] }
  if (!enabled) {
    const off: DesiredProvider = { provider, enabled: false, fields: {} }
    return { desired: { providers: [off] }, warnings: ignoredWarning(PROVIDERS[provider], input) }
  }
  const desired = readDesiredProvider(provider, input, readFields, inputErrors)
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
async function fieldsReader(text: string, secrets: Secrets, inputErrors: InputErrors): Promise<FieldsReader> {
  if (text === '') return () => new Map()
  const { openFields } = await import('./parse/fields.ts')
  return inputErrors.attempt(() => openFields(text, secrets)) ?? (() => new Map())
}

function readProvider(text: string, mode: Mode): ProviderName | undefined {
  const names = PROVIDER_LIST.map(({ name }) => name)
  const provider = names.find((name) => name === text.toLowerCase())
  if (provider !== undefined || (text === '' && mode === 'verify')) return provider
  const accepted = names.map((name) => `\`${name}\``).join(', ')
  throw new InputError(
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
