import type { DesiredProvider, FieldValue } from '../domain/desired.ts'
import { normalize } from '../domain/equivalence.ts'
import type { FieldFormat, FieldInput, FieldName, Provider, ProviderName, RoleName } from '../domain/providers.ts'
import { PROVIDERS } from '../domain/providers.ts'
import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import { findContradictions, type Wording } from './contradictions.ts'
import { parseNamed } from './errors.ts'
import { givenStatics } from './given-fields.ts'
import type { InputContext } from './input-context.ts'
import { inputLabel } from './input-names.ts'
import { parseField } from './parse/field-formats.ts'
import type { FieldsReader } from './parse/fields.ts'
import { ROLE_NAME_PARSERS } from './parse/ids.ts'
import { readResources, withPrivateNetworking } from './provider-resources.ts'

/** A field's names, and how its text is read. */
interface ReadableField<Value extends FieldValue> {
  readonly name: FieldName | RoleName['name']
  readonly input: FieldInput | RoleName['input']
  readonly format: FieldFormat
  readonly parse: (text: string) => Value
}

/**
 * What the workflow wants of a provider, from the inputs of its fields and from `fields`.
 *
 * @param readFields the content of `fields`; empty if it was not given
 */
export function readDesiredProvider(
  provider: ProviderName,
  readFields: FieldsReader,
  context: InputContext,
): DesiredProvider {
  const { errors } = context
  const table = PROVIDERS[provider]
  const inFields = errors.attempt(() => readFields(table, errors)) ?? new Map<string, string>()
  const fields: Record<string, FieldValue> = {}
  for (const field of table.fields) {
    const parse = (text: string): FieldValue => parseField(field, text)
    const value = readField({ ...field, parse }, inFields.get(field.name), context)
    if (value !== undefined) fields[field.name] = value
  }
  const { roleName: names } = table
  const roleName = readField(
    { ...names, format: 'text', parse: ROLE_NAME_PARSERS[provider] },
    inFields.get(names.name),
    context,
  )
  requireOneKindOfCredentials(table, { ...fields, ...(roleName !== undefined && { roleName }) }, context)
  const given = {
    provider,
    enabled: true,
    fields,
    ...(roleName !== undefined && { roleName }),
    ...readResources(provider, context),
  }
  const desired = withPrivateNetworking(given, () => {
    errors.add(
      safe`\`${provider}-require-private-networking: false\` contradicts \`private-endpoint-regions\`, which needs private networking.`,
    )
  })
  for (const { problem } of findContradictions(desired, inputWording(provider, context))) errors.add(safe`${problem}.`)
  return desired
}

/** Names fields by their inputs, or by their place in `fields` where they were given there alone. */
export function inputWording(provider: ProviderName, { input, secrets }: InputContext): Wording {
  return {
    label: (name) => {
      const field = PROVIDERS[provider].fields.find((candidate) => candidate.name === name)
      return field === undefined || input(field.input) === '' ? safe`\`fields.${name}\`` : safe`\`${field.input}\``
    },
    quote: (value) => secrets.sanitize(value, 200),
  }
}

/** A field may be given both ways, but must mean the same then. */
function readField<Value extends FieldValue>(
  { name, input: inputName, format, parse }: ReadableField<Value>,
  inFields: string | undefined,
  { input, errors }: InputContext,
): Value | undefined {
  const path = safe`\`fields.${name}\``
  const ways: (readonly [label: SafeText, text: string])[] = []
  if (input(inputName) !== '') ways.push([inputLabel(inputName), input(inputName)])
  if (inFields !== undefined) ways.push([path, inFields])
  const [value, other] = ways.map(([label, text]) => errors.attempt(() => parseNamed(label, () => parse(text))))
  if (value !== undefined && other !== undefined && normalize(format, value) !== normalize(format, other))
    errors.add(safe`Input \`${inputName}\` and ${path} differ; set the value in one place only.`)
  return value
}

function requireOneKindOfCredentials(
  provider: Provider,
  given: Readonly<Record<string, unknown>>,
  { errors }: InputContext,
): void {
  if (given.roleId !== undefined && given.roleName !== undefined)
    errors.add(safe`Set either \`${provider.name}-role-id\` or \`${provider.roleName.input}\`, not both.`)
  const statics = givenStatics(provider, given).map(({ input }) => safe`\`${input}\``)
  if (statics.length === 0 || (given.roleId === undefined && given.roleName === undefined)) return
  errors.add(
    safe`Set either a role (\`${provider.name}-role-id\`) or static credentials (${joinSafe(statics, safe`, `)}), not both. A role is safer.`,
  )
}
