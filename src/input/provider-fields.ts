import { normalize } from '../domain/compare.ts'
import type { DesiredProvider, FieldValue } from '../domain/desired.ts'
import type { FieldFormat, Provider, ProviderField, ProviderName } from '../domain/providers.ts'
import { fieldOf, PROVIDER_LIST, PROVIDERS, ROLE_ARN } from '../domain/providers.ts'
import { isKnownRegion } from '../domain/regions.ts'
import type { InputErrors } from './errors.ts'
import { InputError } from './errors.ts'
import type { InputReader } from './mask-inputs.ts'
import type { FieldsReader } from './parse/fields.ts'
import { parseField } from './parse/formats.ts'

/** A value that was given, and how it is called where it was given, for messages. */
interface Given {
  readonly source: string
  readonly text: string
}

/**
 * What the workflow wants of a provider, from the inputs of its fields and from `fields`.
 *
 * @param readFields the content of `fields`; empty if it was not given
 * @param inputErrors takes what is wrong
 */
export function readDesiredProvider(
  provider: ProviderName,
  input: InputReader,
  readFields: FieldsReader,
  inputErrors: InputErrors,
): DesiredProvider {
  const table = PROVIDERS[provider]
  const byName = inputErrors.attempt(() => readFields(table)) ?? new Map<string, string>()
  const fields: Record<string, FieldValue> = {}
  for (const field of table.fields) {
    const way = { path: `fields.${field.name}`, inputName: field.input, inFields: byName.get(field.name) }
    const value = readValue(way, (given) => parseField(field, given.source, given.text), field.format)
    if (value !== undefined) fields[field.name] = value
  }
  const roleArn =
    provider === 'aws'
      ? readValue(
          { path: 'fields.roleArn', inputName: ROLE_ARN.input, inFields: byName.get(ROLE_ARN.name) },
          (given) => parseRoleArn(given.source, given.text),
          'text',
        )
      : undefined
  requireOneKindOfCredentials(table, fields, roleArn, inputErrors)
  return { provider, enabled: true, fields, ...(roleArn === undefined ? {} : { roleArn }) }

  /** A field may be given both ways, but must mean the same then. */
  function readValue<V extends FieldValue>(
    { path, inputName, inFields }: { path: string; inputName: string; inFields: string | undefined },
    parse: (given: Given) => V,
    format: FieldFormat,
  ): V | undefined {
    const ways: Given[] = []
    if (input(inputName) !== '') ways.push({ source: `Input \`${inputName}\``, text: input(inputName) })
    if (inFields !== undefined) ways.push({ source: `\`${path}\``, text: inFields })
    const [value, other] = ways.map((given) => inputErrors.attempt(() => parse(given)))
    const differ = value !== undefined && other !== undefined && normalize(format, value) !== normalize(format, other)
    if (differ) inputErrors.add(`Input \`${inputName}\` and \`${path}\` differ; give the value one way only.`)
    return value
  }
}

/** @throws InputError if the text is no ARN of an IAM role */
export function parseRoleArn(name: string, text: string): string {
  if (/^arn:[\w-]+:iam::\d*:role\/[\w+=,.@/-]+$/.test(text)) return text
  throw new InputError(`${name} must be the ARN of an IAM role: \`arn:aws:iam::ACCOUNT:role/NAME\`.`)
}

function requireOneKindOfCredentials(
  provider: Provider,
  fields: Readonly<Record<string, FieldValue>>,
  roleArn: string | undefined,
  inputErrors: InputErrors,
): void {
  if (fields.roleId !== undefined && roleArn !== undefined) {
    inputErrors.add('Give either `aws-role-id` or `aws-role-arn`, not both.')
  }
  const statics = givenStatics(provider, fields)
  if (statics.length > 0 && (fields.roleId !== undefined || roleArn !== undefined)) {
    const given = statics.map(({ input }) => `\`${input}\``).join(', ')
    inputErrors.add(
      `Give either a role (\`${provider.name}-role-id\`) or static credentials (${given}), not both; a role is the safer one.`,
    )
  }
}

/** The static credentials among what is given. */
export function givenStatics({ fields: table }: Provider, given: Readonly<Record<string, unknown>>): ProviderField[] {
  return table.filter((field) => field.staticCredential && given[field.name] !== undefined)
}

/** Names of the inputs of the provider's fields that are given. */
export function givenFieldInputs(provider: Provider, input: InputReader): string[] {
  const arn = provider.name === 'aws' ? [ROLE_ARN.input] : []
  return [...provider.fields.map((field) => field.input), ...arn].filter((name) => input(name) !== '')
}

/** A field of another provider is a mistake: it would silently have no effect. */
export function refuseForeignFields(provider: ProviderName, input: InputReader, inputErrors: InputErrors): void {
  const foreign = PROVIDER_LIST.filter(({ name }) => name !== provider).flatMap((other) =>
    givenFieldInputs(other, input),
  )
  if (foreign.length === 0) return
  const named = foreign.map((name) => `\`${name}\``).join(', ')
  inputErrors.add(
    `${named}: not ${foreign.length > 1 ? 'inputs' : 'an input'} of \`provider: ${provider}\`; remove what does not belong.`,
  )
}

/** A region that Atlas may know and this action does not: worth a warning, not an error. */
export function regionWarning({ provider, fields }: DesiredProvider): string | undefined {
  const region = Object.entries(fields).find(([name]) => fieldOf(provider, name)?.format === 'region')?.[1]
  if (typeof region !== 'string' || isKnownRegion(region)) return undefined
  return `\`${region}\` is no region that this action knows. It is sent to Atlas as it is; check it if Atlas refuses it.`
}
