import * as z from 'zod/mini'
import { CONDITIONS } from '../../domain/conditions.ts'
import type { FieldValue } from '../../domain/desired.ts'
import { MAX_PROJECTS } from '../../domain/limits.ts'
import type { Provider, ProviderField } from '../../domain/providers.ts'
import { PROVIDER_LIST, ROLE_ARN } from '../../domain/providers.ts'
import { InputError } from '../errors.ts'
import { REFERENCE } from '../parse/document.ts'
import { parseField } from '../parse/formats.ts'
import { parseBoolean } from '../parse/scalars.ts'
import { parseRoleArn } from '../provider-fields.ts'

z.config({ jitless: true })

/** What `config.schema.json` says of a value beyond what its schema here knows: all values are read as text. */
export const forEditors = z.registry<{ type?: string; pattern?: string; const?: number; field?: string }>()

/** Reads a text that is there; what `read` throws as an {@link InputError} is the message. */
function text<Value>(read: (text: string) => Value) {
  return z.pipe(
    z.string(),
    z.transform((raw, context): Value => {
      try {
        if (raw.trim() === '') throw new InputError('is empty; give a value, or remove the line')
        return read(raw.trim())
      } catch (error) {
        if (!(error instanceof InputError)) throw error
        context.issues.push({ code: 'custom', message: error.message, input: undefined })
        return z.NEVER
      }
    }),
  )
}

const flag = () => text((raw) => parseBoolean('', raw)).register(forEditors, { type: 'boolean' })

/** Words of Atlas or of ours need no reference to the environment, and Atlas would take one for a value. */
function refuseReference(raw: string): void {
  if (REFERENCE.test(raw)) throw new InputError('is no secret: write its value, only secrets come from the environment')
}

function fieldSchema(field: ProviderField) {
  const editors = { field: field.input }
  if (field.secret) {
    const reference = text((raw): FieldValue => {
      if (REFERENCE.test(raw)) return raw
      throw new InputError(
        `is a secret: write \`\${NAME}\`, and set NAME in the \`env\` of the step; remove the literal`,
      )
    })
    return reference.register(forEditors, { ...editors, pattern: REFERENCE.source })
  }
  const value = text((raw) => {
    refuseReference(raw)
    return parseField(field, '', raw)
  })
  return value.register(forEditors, field.format === 'boolean' ? { ...editors, type: 'boolean' } : editors)
}

/** The object of a provider in the config file. Which fields belong together is looked at once the defaults are merged in. */
function providerSchema({ name, fields }: Provider) {
  const roleArn = text((raw): FieldValue => parseRoleArn('', raw))
  return z.strictObject({
    enabled: z.optional(flag()),
    ...Object.fromEntries(fields.map((field) => [field.name, z.optional(fieldSchema(field))])),
    ...(name === 'aws' && { [ROLE_ARN.name]: z.optional(roleArn.register(forEditors, { field: ROLE_ARN.input })) }),
  }) as unknown as z.ZodMiniType<ProviderBlock>
}

/** Field name (`enabled` and `roleArn` too) → value; a secret as its reference. */
export type ProviderBlock = Readonly<Record<string, FieldValue>>

const providerObjects = Object.fromEntries(
  PROVIDER_LIST.map((provider) => [provider.atlasObject, z.optional(providerSchema(provider))]),
) as Record<Provider['atlasObject'], z.ZodMiniOptional<z.ZodMiniType<ProviderBlock>>>

const projectId = text((raw) => {
  if (/^[0-9a-f]{24}$/i.test(raw)) return raw.toLowerCase()
  throw new InputError('must be 24 hexadecimal digits (0-9, a-f)')
})

const project = z.strictObject({
  id: projectId.register(forEditors, { pattern: '^[0-9A-Fa-f]{24}$' }),
  name: z.optional(text((raw) => raw)),
  ...providerObjects,
  enabledForSearchNodes: z.optional(flag()),
  require: z.optional(z.array(z.enum(CONDITIONS))),
})

const version = text((raw) => {
  if (raw === '1') return 1
  throw new InputError('must be 1')
})

/** The config file (version 1). Every value is a text, as `openDocument` reads it. */
export const configFile = z.strictObject({
  $schema: z.optional(z.string()),
  version: version.register(forEditors, { type: 'integer', const: 1 }),
  defaults: z.optional(z.strictObject(providerObjects)),
  projects: z.array(project).check(z.minLength(1), z.maxLength(MAX_PROJECTS)),
})

export type ConfigFile = z.infer<typeof configFile>
export type ConfigProject = ConfigFile['projects'][number]

/** Keys whose value is written without quotes. */
export const BARE_KEYS: ReadonlySet<string> = new Set([
  'version',
  'enabled',
  'enabledForSearchNodes',
  ...PROVIDER_LIST.flatMap(({ fields }) => fields.filter(({ format }) => format === 'boolean').map(({ name }) => name)),
])

/** The keys that are known where a path of the file leads to. */
export function knownKeys(path: readonly PropertyKey[]): string[] {
  const last = path.at(-1)
  if (last === undefined) return Object.keys(configFile.shape)
  if (last === 'defaults') return Object.keys(providerObjects)
  const provider = PROVIDER_LIST.find(({ atlasObject }) => atlasObject === last)
  if (provider === undefined) return Object.keys(project.shape)
  const arn = provider.name === 'aws' ? [ROLE_ARN.name] : []
  return ['enabled', ...provider.fields.map(({ name }) => name), ...arn]
}
