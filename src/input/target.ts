import type { Condition } from '../domain/conditions.ts'
import { CONDITIONS } from '../domain/conditions.ts'
import type { Environment } from '../domain/context.ts'
import type { DesiredProject } from '../domain/desired.ts'
import type { Mode } from '../domain/modes.ts'
import { PROVIDER_LIST } from '../domain/providers.ts'
import type { Shard, Target } from '../domain/settings.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import type { NamedValue } from './credentials.ts'
import { readDesiredState } from './desired-state.ts'
import { InputError, type InputErrors } from './errors.ts'
import type { InputReader } from './mask-inputs.ts'
import { parseChoice, parseHexId, parseList } from './parse/scalars.ts'
import { givenFieldInputs, regionWarning } from './provider-fields.ts'
import { readSource } from './sources.ts'

/** The three ways to say which projects. */
export const TARGETS = ['project-id', 'config-file', 'org-id'] as const

/** More jobs than a matrix can have. */
const MAX_SHARDS = 1000

/** Where the one project is named; the environment fills in only if none of the three is given. */
export function projectIdSource(input: InputReader, env: Environment): NamedValue {
  const isGiven = TARGETS.some((name) => input(name) !== '')
  return isGiven ? readSource(input, 'project-id') : readSource(env, 'MONGODB_ATLAS_PROJECT_ID')
}

/**
 * Reads which projects, and what is wanted of them.
 *
 * @param inputErrors takes what is wrong
 * @returns undefined only if something is wrong
 */
export async function readTarget(
  mode: Mode,
  input: InputReader,
  env: Environment,
  secrets: Secrets,
  inputErrors: InputErrors,
): Promise<{ target: Target; warnings: readonly string[] } | undefined> {
  const given = TARGETS.filter((name) => input(name) !== '')
  if (given.length > 1) {
    inputErrors.add(
      `Give exactly one of \`project-id\`, \`config-file\` and \`org-id\`, not ${given.map((name) => `\`${name}\``).join(' and ')}.`,
    )
  }
  const require = inputErrors.attempt(() => readRequire(input('require'), mode)) ?? []
  if (input('config-file') !== '') return await readConfigTarget(mode, input, env, secrets, inputErrors, require)
  const wanted = await readDesiredState(mode, input, secrets, inputErrors)
  const wish = { require, ...wanted.desired }
  if (input('org-id') !== '') {
    if (mode !== 'verify')
      inputErrors.add(
        'Input `org-id` belongs to `mode: verify` alone; for other modes list the projects in a `config-file`.',
      )
    const id = inputErrors.attempt(() => parseHexId('Input `org-id`', input('org-id')))
    return id === undefined
      ? undefined
      : { target: { kind: 'organization', id, wanted: wish }, warnings: wanted.warnings }
  }
  const id = inputErrors.attempt(() => readProjectId(projectIdSource(input, env)))
  if (id === undefined) return undefined
  const project: DesiredProject = { id, name: null, ...wish }
  return { target: { kind: 'project', projects: [project] }, warnings: wanted.warnings }
}

async function readConfigTarget(
  mode: Mode,
  input: InputReader,
  env: Environment,
  secrets: Secrets,
  inputErrors: InputErrors,
  require: readonly Condition[],
): Promise<{ target: Target; warnings: readonly string[] } | undefined> {
  const file = input('config-file')
  const beside = ['provider', 'enabled', 'enabled-for-search-nodes', 'fields'].filter((name) => input(name) !== '')
  const fields = PROVIDER_LIST.flatMap((provider) => givenFieldInputs(provider, input))
  const foreign = [...beside, ...fields].map((name) => `\`${name}\``)
  if (foreign.length > 0)
    inputErrors.add(`${foreign.join(', ')}: cannot stand beside \`config-file\`; write it in the file.`)
  // The YAML parser and the schema are loaded only if there is a file to read.
  const { readConfigFile } = await import(/* webpackChunkName: "config-file" */ './config-file/read-config-file.ts')
  const read = inputErrors.attempt(() => readConfigFile(file, mode, env, secrets, inputErrors))
  if (read === undefined) return undefined
  const projects = read.map((project) => ({ ...project, require: [...new Set([...project.require, ...require])] }))
  const warnings = projects.flatMap(({ providers }) => providers.flatMap((provider) => regionWarning(provider) ?? []))
  return { target: { kind: 'config-file', file, projects }, warnings: [...new Set(warnings)] }
}

function readRequire(text: string, mode: Mode): Condition[] {
  const words = parseList(text)
  if (text !== '' && words.length === 0) throw new InputError('Input `require` names no condition.')
  if (words.length > 0 && mode !== 'verify' && mode !== 'drift') {
    throw new InputError(
      'Input `require` is checked by `mode: verify` and `mode: drift` only; remove it, or change the mode.',
    )
  }
  return words.map((word) => parseChoice('Every word of input `require`', word, CONDITIONS))
}

export function readProjectId({ name, text }: NamedValue): string {
  if (text !== '') return parseHexId(name, text)
  throw new InputError(
    'Input `project-id` is needed: the 24 hexadecimal digits in the URL of the project in Atlas (or `config-file`, or ' +
      'with `mode: verify` an `org-id`).',
  )
}

/** `i/n`, counted from 1. @throws InputError */
export function parseShard(name: string, text: string): Shard {
  const [, index, count] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number)
  if (index !== undefined && count !== undefined && index >= 1 && index <= count && count <= MAX_SHARDS) {
    return { index, count, text }
  }
  throw new InputError(`${name} must be \`i/n\` with i from 1 to n, such as \`2/4\`, and n at most ${MAX_SHARDS}.`)
}
