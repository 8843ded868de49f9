import type { DesiredProject } from '../domain/desired.ts'
import { MODE_TABLE, type Mode } from '../domain/modes.ts'
import type { ProviderName } from '../domain/providers.ts'
import { PROVIDERS } from '../domain/providers.ts'
import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import { InputError, parseNamed } from './errors.ts'
import { fieldWarnings } from './field-warnings.ts'
import { fieldInputs, refuseForeignFields } from './given-fields.ts'
import { type InputContext, readOptional } from './input-context.ts'
import { inputLabel, quoteGiven } from './input-names.ts'
import type { FieldsReader } from './parse/fields.ts'
import { parseBoolean, parseChoice } from './parse/scalars.ts'
import { inputWording, readDesiredProvider } from './provider-fields.ts'
import { readResources } from './provider-resources.ts'

/** What the inputs say of the provider, and what is doubtful about them, but no error. */
interface DesiredState {
  readonly desired: Pick<DesiredProject, 'providers' | 'enabledForSearchNodes'>
  readonly warnings: readonly SafeText[]
}

/** Reads `provider`, `enabled`, `enabled-for-search-nodes`, `fields` and the inputs of the fields. */
export async function readDesiredState(mode: Mode, context: InputContext): Promise<DesiredState> {
  const { input, errors, secrets } = context
  // Opened in any case, since what is secret in it must be masked.
  const readFields = await openFields(context)
  const provider = errors.attempt(() => readProvider(input('provider'), mode))
  const enabled = readOptional(context, 'enabled', parseBoolean, true)
  const searchNodes = readOptional(context, 'enabled-for-search-nodes', parseBoolean, undefined)
  if (!provider) return { desired: { providers: [] }, warnings: [] }
  refuseForeignFields(provider, context)
  // Verify checks what Atlas reports, not whether it is what is desired, so that one `with:` block can serve all modes.
  if (!MODE_TABLE[mode].comparesFields)
    return { desired: { providers: [{ provider, enabled: true, fields: {} }] }, warnings: [] }
  if (!enabled) {
    return {
      desired: { providers: [{ provider, enabled: false, fields: {}, ...readResources(provider, context) }] },
      warnings: ignoredWarning(provider, context),
    }
  }
  const desired = readDesiredProvider(provider, readFields, context)
  const { accessKeyID } = desired.fields
  if (typeof accessKeyID === 'string') secrets.abbreviate(accessKeyID)
  return {
    desired: { providers: [desired], ...(searchNodes !== undefined && { enabledForSearchNodes: searchNodes }) },
    warnings: fieldWarnings(desired, inputWording(provider, context)),
  }
}

/** The YAML parser is loaded only if there is something to parse. Masks what is secret in `fields` at once. */
async function openFields({ input, secrets, checkpoint }: InputContext): Promise<FieldsReader> {
  const text = input('fields')
  if (text === '') return () => new Map()
  const { openFields: open } = await import('./parse/fields.ts')
  return await open(text, { secrets, checkpoint })
}

function readProvider(text: string, mode: Mode): ProviderName | undefined {
  if (text === '' && !MODE_TABLE[mode].needsProvider) return undefined
  const names = Object.values(PROVIDERS).map(({ name }) => name)
  const quote = (name: ProviderName): SafeText => safe`\`${name}\``
  if (text === '')
    throw new InputError(safe`Input \`provider\` is required: one of ${joinSafe(names.map(quote), safe`, `)}.`)
  return parseNamed(inputLabel('provider'), () => parseChoice(text.toLowerCase(), names, quote))
}

function ignoredWarning(provider: ProviderName, { input }: InputContext): SafeText[] {
  const ignored = quoteGiven(input, [...fieldInputs(PROVIDERS[provider]), 'fields', 'enabled-for-search-nodes'])
  if (ignored.length === 0) return []
  return [safe`\`enabled: false\` only disables the provider; ignored: ${joinSafe(ignored, safe`, `)}.`]
}
