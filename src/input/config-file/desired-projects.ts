import type { Environment } from '../../domain/context.ts'
import type { DesiredProject, DesiredProvider, FieldValue } from '../../domain/desired.ts'
import { MAX_NAME_LENGTH } from '../../domain/limits.ts'
import type { Mode } from '../../domain/modes.ts'
import type { Provider } from '../../domain/providers.ts'
import { PROVIDER_LIST, ROLE_ARN } from '../../domain/providers.ts'
import type { Secrets } from '../../sanitize/secrets.ts'
import { InputError } from '../errors.ts'
import { REFERENCE } from '../parse/document.ts'
import { parseField } from '../parse/formats.ts'
import { givenStatics } from '../provider-fields.ts'
import type { ConfigFile, ConfigProject, ProviderBlock } from './schema.ts'

/** Says what is wrong, and where: by the file's name, line and column. */
export type Complain = (path: readonly PropertyKey[], what: string, atKey?: boolean) => void

/** What it takes to make a project of the file a wish. */
interface Reading {
  /** Of the project in the file. */
  readonly path: readonly PropertyKey[]
  readonly mode: Mode
  readonly env: Environment
  readonly secrets: Secrets
  readonly complain: Complain
}

type Defaults = NonNullable<ConfigFile['defaults']>

/** A project of the config file with the defaults merged in: what a mode is to hold against Atlas. */
export function mergedProject(project: ConfigProject, defaults: Defaults, reading: Reading): DesiredProject {
  const { path, mode, secrets, complain } = reading
  const providers = PROVIDER_LIST.flatMap((table) => {
    const own = project[table.atlasObject]
    return own === undefined ? [] : [desiredProvider(table, own, defaults[table.atlasObject] ?? {}, reading)]
  })
  if (providers.length === 0 && mode !== 'verify') {
    complain(
      path,
      'the project names no provider (`awsKms`, `azureKeyVault`, `googleCloudKms`), which only `mode: verify` can do without',
    )
  }
  const { enabledForSearchNodes } = project
  return {
    id: project.id,
    name: project.name === undefined ? null : secrets.sanitize(project.name, MAX_NAME_LENGTH),
    fromFile: true,
    require: [...new Set(project.require ?? [])],
    providers: mode === 'verify' ? toVerify(providers) : providers,
    ...(enabledForSearchNodes === undefined ? {} : { enabledForSearchNodes }),
  }
}

/** Verify looks at what is: at the providers that are to be enabled, or else that those named are off. */
function toVerify(providers: readonly DesiredProvider[]): DesiredProvider[] {
  const wanted = providers.filter(({ enabled }) => enabled)
  return (wanted.length > 0 ? wanted : providers).map(({ provider, enabled }) => ({ provider, enabled, fields: {} }))
}

function desiredProvider(
  table: Provider,
  own: ProviderBlock,
  inherited: ProviderBlock,
  reading: Reading,
): DesiredProvider {
  const path = [...reading.path, table.atlasObject]
  const { enabled = true, roleArn, ...given } = { ...withoutReplaced(table, own, inherited), ...own }
  if (enabled === false) return { provider: table.name, enabled: false, fields: {} }
  const ways = [given.roleId, roleArn, givenStatics(table, given)[0]].filter((way) => way !== undefined)
  if (ways.length > 1) {
    const roles = table.name === 'aws' ? `\`roleId\`, \`${ROLE_ARN.name}\`` : '`roleId`'
    reading.complain(path, `give \`${table.atlasObject}\` one way to authenticate: ${roles} or static credentials`)
  }
  const fields = Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const from = Object.hasOwn(own, name) ? path : ['defaults', table.atlasObject]
      return [name, withSecret(table, name, value, [...from, name], reading)]
    }),
  )
  const accessKeyId = table.fields.find(({ format }) => format === 'access-key-id')
  const id = accessKeyId && fields[accessKeyId.name]
  if (typeof id === 'string') reading.secrets.abbreviate(id)
  return { provider: table.name, enabled: true, fields, ...(typeof roleArn === 'string' && { roleArn }) }
}

/** A project's own way to authenticate replaces that of the defaults. */
function withoutReplaced({ fields }: Provider, own: ProviderBlock, inherited: ProviderBlock): ProviderBlock {
  const roles = ['roleId', ROLE_ARN.name]
  const statics = fields.filter(({ staticCredential }) => staticCredential).map(({ name }) => name)
  const names = (list: readonly string[]): boolean => list.some((name) => Object.hasOwn(own, name))
  const replaced = names(roles) ? [...roles, ...statics] : names(statics) ? roles : []
  return Object.fromEntries(Object.entries(inherited).filter(([name]) => !replaced.includes(name)))
}

/** Only `apply` reads secrets; elsewhere the reference stands for the value, which is never shown. */
function withSecret(
  { fields }: Provider,
  name: string,
  value: FieldValue,
  path: readonly PropertyKey[],
  { mode, env, complain }: Reading,
): FieldValue {
  const field = fields.find((candidate) => candidate.name === name)
  const variable = field?.secret && REFERENCE.exec(String(value))?.[1]
  if (field === undefined || !variable || mode !== 'apply') return value
  const secret = readVariable(variable, env)
  try {
    if (secret === '') {
      throw new InputError(`is not set or empty: set it in the \`env\` of the step, from a secret`)
    }
    return parseField(field, '', secret)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    complain(path, `the environment variable \`${variable}\` ${error.message.trim()}`)
    return value
  }
}

/** The value of a variable of the step's environment, trimmed; '' if it is not set. */
export function readVariable(variable: string, env: Environment): string {
  return (Object.hasOwn(env, variable) ? env[variable] : undefined)?.trim() ?? ''
}
