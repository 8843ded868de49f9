import { PROVIDER_LIST } from '../encryption/providers.ts'
import type { Condition, DesiredProject } from '../encryption/state.ts'
import { CONDITIONS } from '../encryption/state.ts'
import type { Mode } from '../modes/result.ts'
import type { Secrets } from '../text/secrets.ts'
import type { Environment } from '../world.ts'
import type { Half } from './credentials.ts'
import { givenFieldInputs, regionWarning } from './desired.ts'
import { InputProblem, type Problems } from './problems.ts'
import type { InputReader } from './raw-inputs.ts'
import { parseChoice, parseHexId, parseList } from './scalars.ts'
import type { Shard, Target } from './settings.ts'
import { half } from './source.ts'
import { readWanted } from './wanted.ts'

/** The three ways to say which projects. */
export const TARGETS = ['project-id', 'config-file', 'org-id'] as const

/** More jobs than a matrix can have. */
const MOST_SHARDS = 1000

/** Where the one project is named; the environment fills in only if none of the three is given. */
export function projectIdSource(input: InputReader, env: Environment): Half {
  const isGiven = TARGETS.some((name) => input(name) !== '')
  return isGiven ? half(input, 'project-id') : half(env, 'MONGODB_ATLAS_PROJECT_ID')
}

/**
 * Reads which projects, and what is wanted of them.
 *
 * @param problems takes what is wrong
 * @returns undefined only if something is wrong
 */
export async function readTarget(
  mode: Mode,
  input: InputReader,
  env: Environment,
  secrets: Secrets,
  problems: Problems,
): Promise<{ target: Target; warnings: readonly string[] } | undefined> {
  const given = TARGETS.filter((name) => input(name) !== '')
  if (given.length > 1) {
    problems.add(
      `Give exactly one of \`project-id\`, \`config-file\` and \`org-id\`, not ${given.map((name) => `\`${name}\``).join(' and ')}.`,
    )
  }
  const require = problems.attempt(() => readRequire(input('require'), mode)) ?? []
  if (input('config-file') !== '') return await readConfigTarget(mode, input, env, secrets, problems, require)
  const wanted = await readWanted(mode, input, secrets, problems)
  const wish = { require, ...wanted.desired }
  if (input('org-id') !== '') {
    if (mode !== 'verify')
      problems.add(
        'Input `org-id` belongs to `mode: verify` alone; for other modes list the projects in a `config-file`.',
      )
    const id = problems.attempt(() => parseHexId('Input `org-id`', input('org-id')))
    return id === undefined
      ? undefined
      : { target: { kind: 'organization', id, wanted: wish }, warnings: wanted.warnings }
  }
  const id = problems.attempt(() => readProjectId(projectIdSource(input, env)))
  if (id === undefined) return undefined
  const project: DesiredProject = { id, name: null, ...wish }
  return { target: { kind: 'project', projects: [project] }, warnings: wanted.warnings }
}

async function readConfigTarget(
  mode: Mode,
  input: InputReader,
  env: Environment,
  secrets: Secrets,
  problems: Problems,
  require: readonly Condition[],
): Promise<{ target: Target; warnings: readonly string[] } | undefined> {
  const file = input('config-file')
  const beside = ['provider', 'enabled', 'enabled-for-search-nodes', 'fields'].filter((name) => input(name) !== '')
  const fields = PROVIDER_LIST.flatMap((provider) => givenFieldInputs(provider, input))
  const foreign = [...beside, ...fields].map((name) => `\`${name}\``)
  if (foreign.length > 0)
    problems.add(`${foreign.join(', ')}: cannot stand beside \`config-file\`; write it in the file.`)
  // The YAML parser and the schema are loaded only if there is a file to read.
  const { readConfigFile } = await import('./config-file.ts')
  const read = problems.attempt(() => readConfigFile(file, mode, env, secrets, problems))
  if (read === undefined) return undefined
  const projects = read.map((project) => ({ ...project, require: [...new Set([...project.require, ...require])] }))
  const warnings = projects.flatMap(({ providers }) => providers.flatMap((provider) => regionWarning(provider) ?? []))
  return { target: { kind: 'config-file', file, projects }, warnings: [...new Set(warnings)] }
}

function readRequire(text: string, mode: Mode): Condition[] {
  const words = parseList(text)
  if (text !== '' && words.length === 0) throw new InputProblem('Input `require` names no condition.')
  if (words.length > 0 && mode !== 'verify' && mode !== 'drift') {
    throw new InputProblem(
      'Input `require` is checked by `mode: verify` and `mode: drift` only; remove it, or change the mode.',
    )
  }
  return words.map((word) => parseChoice('Every word of input `require`', word, CONDITIONS))
}

export function readProjectId({ name, text }: Half): string {
  if (text !== '') return parseHexId(name, text)
  throw new InputProblem(
    'Input `project-id` is needed: the 24 hexadecimal digits in the URL of the project in Atlas (or `config-file`, or ' +
      'with `mode: verify` an `org-id`).',
  )
}

/** `i/n`, counted from 1. @throws InputProblem */
export function parseShard(name: string, text: string): Shard {
  const [, index, count] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number)
  if (index !== undefined && count !== undefined && index >= 1 && index <= count && count <= MOST_SHARDS) {
    return { index, count, text }
  }
  throw new InputProblem(`${name} must be \`i/n\` with i from 1 to n, such as \`2/4\`, and n at most ${MOST_SHARDS}.`)
}
