import type { Provider, ProviderField, ProviderName } from '../domain/providers.ts'
import { PROVIDER_LIST } from '../domain/providers.ts'
import { joinSafe, safe } from '../sanitize/safe-text.ts'
import type { InputContext } from './input-context.ts'
import { type InputName, pronoun, quoteGiven } from './input-names.ts'

/** Inputs that say what a provider should be. Each project of a config file says it for itself. */
export const STATE_INPUTS = [
  'provider',
  'enabled',
  'enabled-for-search-nodes',
  'fields',
  'clusters',
  'private-endpoint-regions',
] as const satisfies readonly InputName[]

/** Names of the inputs for the provider's fields. */
export function fieldInputs({ fields, roleName }: Provider): InputName[] {
  return [...fields.map(({ input }) => input), roleName.input]
}

/** Names of the inputs for the fields of all providers. */
export function allFieldInputs(): InputName[] {
  return PROVIDER_LIST.flatMap(fieldInputs)
}

/** The static credentials among the fields that are given. */
export function givenStatics({ fields: table }: Provider, given: Readonly<Record<string, unknown>>): ProviderField[] {
  return table.filter((field) => field.staticCredential && given[field.name] !== undefined)
}

/** Adds an error for fields of another provider, which would silently have no effect. */
export function refuseForeignFields(provider: ProviderName, { input, errors }: InputContext): void {
  const foreign = quoteGiven(input, PROVIDER_LIST.filter(({ name }) => name !== provider).flatMap(fieldInputs))
  if (foreign.length === 0) return
  const kind = foreign.length > 1 ? 'inputs' : 'an input'
  errors.add(
    safe`${joinSafe(foreign, safe`, `)}: not ${kind} of \`provider: ${provider}\`. Remove ${pronoun(foreign)}, or change \`provider\`.`,
  )
}
