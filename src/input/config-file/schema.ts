import * as z from 'zod/mini'
import { CONDITIONS } from '../../domain/conditions.ts'
import type { FieldValue } from '../../domain/desired.ts'
import { MAX_PROJECTS } from '../../domain/limits.ts'
import type { Provider, ProviderField } from '../../domain/providers.ts'
import { PROVIDER_LIST } from '../../domain/providers.ts'
import { safe } from '../../sanitize/safe-text.ts'
import { InvalidValueError } from '../errors.ts'
import { REFERENCE } from '../parse/document-secrets.ts'
import { parseField } from '../parse/field-formats.ts'
import { parseHexId, ROLE_NAME_PARSERS } from '../parse/ids.ts'
import { parseBoolean } from '../parse/scalars.ts'

z.config({ jitless: true })

/** What `config.schema.json` says of a value beyond what its schema here knows: all values are read as text. */
export const forEditors = z.registry<{ type?: string; pattern?: string; const?: number; field?: string }>()

/** Reads a text that is there. The {@link InvalidValueError} that `read` throws is the `error` among the issue's parameters. */
function text<Value>(read: (text: string) => Value) {
  return z.pipe(
    z.string(),
    z.transform((raw, context): Value => {
      try {
        if (raw.trim() === '') throw new InvalidValueError(safe`is empty; set a value, or remove the line`)
        return read(raw.trim())
      } catch (error) {
        if (!(error instanceof InvalidValueError)) throw error
        context.issues.push({ code: 'custom', params: { error }, input: undefined })
        return z.NEVER
      }
    }),
  )
}

const flag = () => text(parseBoolean).register(forEditors, { type: 'boolean' })

/** Words of Atlas or of ours need no reference to the environment, and Atlas would take one for a value. */
function refuseReference(raw: string): void {
  if (REFERENCE.test(raw))
    throw new InvalidValueError(safe`is not a secret: write its value. Only secrets come from the environment`)
}

function fieldSchema(field: ProviderField) {
  const editors = { field: field.input }
  if (field.secret) {
    const reference = text((raw): FieldValue => {
      if (REFERENCE.test(raw)) return raw
      throw new InvalidValueError(
        safe`is a secret: write \`\${NAME}\`, and set NAME in the \`env\` of the step; remove the literal`,
      )
    })
    return reference.register(forEditors, { ...editors, pattern: REFERENCE.source })
  }
  const value = text((raw) => {
    refuseReference(raw)
    return parseField(field, raw)
  })
  return value.register(forEditors, field.format === 'boolean' ? { ...editors, type: 'boolean' } : editors)
}

/** The object of a provider in the config file. Which fields belong together is checked once the defaults are merged in. */
function providerSchema({ name, fields, roleName, hasPrivateEndpoints }: Provider) {
  const role = text((raw): FieldValue => {
    refuseReference(raw)
    return ROLE_NAME_PARSERS[name](raw)
  })
  const words = z.array(text((raw) => raw))
  return z.strictObject({
    enabled: z.optional(flag()),
    ...Object.fromEntries(fields.map((field) => [field.name, z.optional(fieldSchema(field))])),
    [roleName.name]: z.optional(role.register(forEditors, { field: roleName.input })),
    clusters: z.optional(z.union([z.literal('all'), words]).register(forEditors, { field: 'clusters' })),
    ...(hasPrivateEndpoints && {
      privateEndpointRegions: z.optional(words.register(forEditors, { field: 'private-endpoint-regions' })),
    }),
  }) as unknown as z.ZodMiniType<ProviderBlock>
}

/** Field name (`enabled` and the role's name too) → value, a secret as its reference; and what uses the keys. */
export type ProviderBlock = Readonly<Record<string, FieldValue>> & {
  readonly clusters?: 'all' | readonly string[]
  readonly privateEndpointRegions?: readonly string[]
}

const providerObjects = Object.fromEntries(
  PROVIDER_LIST.map((provider) => [provider.atlasObject, z.optional(providerSchema(provider))]),
) as Record<Provider['atlasObject'], z.ZodMiniOptional<z.ZodMiniType<ProviderBlock>>>

/** A project of the file. Every value is a text, as `openDocument` reads it. */
export const projectSchema = z.strictObject({
  id: text(parseHexId).register(forEditors, { pattern: '^[0-9A-Fa-f]{24}$' }),
  name: z.optional(text((raw) => raw)),
  ...providerObjects,
  enabledForSearchNodes: z.optional(flag()),
  require: z.optional(z.array(z.enum(CONDITIONS))),
})

const version = text((raw) => {
  if (raw === '1') return 1
  throw new InvalidValueError(safe`must be 1`)
})

const head = {
  $schema: z.optional(z.string()),
  version: version.register(forEditors, { type: 'integer', const: 1 }),
  defaults: z.optional(z.strictObject(providerObjects)),
}

/** The file apart from its projects, which are checked one by one. */
export const headSchema = z.strictObject({
  ...head,
  projects: z.array(z.unknown()).check(z.minLength(1), z.maxLength(MAX_PROJECTS)),
})

/** The whole file (version 1), for the JSON Schema that editors use. */
export const fileSchema = z.strictObject({
  ...head,
  projects: z.array(projectSchema).check(z.minLength(1), z.maxLength(MAX_PROJECTS)),
})

export type ConfigProject = z.infer<typeof projectSchema>
export type Defaults = NonNullable<z.infer<typeof headSchema>['defaults']>
