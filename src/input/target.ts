import type { Condition } from '../domain/conditions.ts'
import { CONDITIONS } from '../domain/conditions.ts'
import type { DesiredProject } from '../domain/desired.ts'
import { MODE_TABLE, type Mode } from '../domain/modes.ts'
import type { Target } from '../domain/settings.ts'
import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import { readDesiredState } from './desired-state.ts'
import { InputError, parseNamed } from './errors.ts'
import { refuseBesideExport } from './export-settings.ts'
import { allFieldInputs, STATE_INPUTS } from './given-fields.ts'
import type { InputContext, InputSources } from './input-context.ts'
import { inputLabel, type NamedValue, pronoun, quoteGiven, readInput, readVariable } from './input-names.ts'
import { parseHexId } from './parse/ids.ts'
import { parseChoice, parseList } from './parse/scalars.ts'
import { readSelection, refuseSelection } from './project-selection.ts'

/** The three ways to say which projects. */
export const TARGETS = ['project-id', 'config-file', 'org-id'] as const

/** Which projects, what is desired of them, and what is doubtful about the inputs, but no error. */
interface ReadTarget {
  readonly target: Target
  readonly warnings: readonly SafeText[]
}

/**
 * Reads which projects the run is about, and what is desired of them.
 *
 * @returns undefined only if something is wrong
 */
export async function readTarget(mode: Mode, context: InputContext): Promise<ReadTarget | undefined> {
  const { input, errors } = context
  const given = quoteGiven(input, TARGETS)
  if (given.length > 1) {
    errors.add(
      safe`Set exactly one of \`project-id\`, \`config-file\`, and \`org-id\`, not ${joinSafe(given, safe` and `)}.`,
    )
  }
  const require = errors.attempt(() => readRequire(input('require'), mode)) ?? []
  if (mode === 'export') refuseBesideExport(context)
  if (input('config-file') !== '') return mode === 'export' ? undefined : await readConfigTarget(mode, require, context)
  const state = mode === 'export' ? NOTHING_DESIRED : await readDesiredState(mode, context)
  const desired = { require, ...state.desired }
  const target = input('org-id') === '' ? readProject(desired, context) : readOrganization(mode, desired, context)
  return target && { target, warnings: state.warnings }
}

/** An export names no provider: it reads every one that is enabled. */
const NOTHING_DESIRED = { desired: { providers: [] }, warnings: [] } as const

type DesiredOfEach = Omit<DesiredProject, 'id' | 'name'>

function readProject(desired: DesiredOfEach, context: InputContext): Target | undefined {
  const { input, errors } = context
  refuseSelection(context)
  if (input('shard') !== '') {
    errors.add(
      safe`Input \`shard\` divides the projects of a config file or an organization. With one project, most shards would be empty. Remove it.`,
    )
  }
  const id = errors.attempt(() => readProjectId(context))
  return id === undefined ? undefined : { kind: 'project', projects: [{ id, name: null, ...desired }] }
}

function readOrganization(mode: Mode, desired: DesiredOfEach, context: InputContext): Target | undefined {
  const { input, errors } = context
  if (MODE_TABLE[mode].needsProvider) {
    errors.add(
      safe`Input \`org-id\` is only for \`mode: verify\` and \`mode: export\`. For other modes, list the projects in a \`config-file\`.`,
    )
  }
  const selection = readSelection(context)
  const id = errors.attempt(() => parseNamed(inputLabel('org-id'), () => parseHexId(input('org-id'))))
  return id === undefined ? undefined : { kind: 'organization', id, selection, desired }
}

async function readConfigTarget(
  mode: Mode,
  require: readonly Condition[],
  context: InputContext,
): Promise<ReadTarget | undefined> {
  const { input, errors } = context
  refuseSelection(context)
  const foreign = quoteGiven(input, [...STATE_INPUTS, ...allFieldInputs()])
  if (foreign.length > 0)
    errors.add(
      safe`${joinSafe(foreign, safe`, `)}: not allowed with \`config-file\`. Set ${pronoun(foreign)} in the file instead.`,
    )
  // The YAML parser and the schema are loaded only if there is a file to read.
  const { readConfigFile } = await import(/* webpackChunkName: "config-file" */ './config-file/read-config-file.ts')
  const read = await errors.attemptAsync(() => readConfigFile(mode, context))
  if (read === undefined) return undefined
  const { file, warnings } = read
  const projects = read.projects.map((project) => ({
    ...project,
    require: [...new Set([...project.require, ...require])],
  }))
  return { target: { kind: 'config-file', file, projects }, warnings }
}

function readRequire(text: string, mode: Mode): Condition[] {
  const words = parseList(text)
  if (text !== '' && words.length === 0) throw new InputError(safe`Input \`require\` lists no condition.`)
  if (words.length > 0 && !MODE_TABLE[mode].checksConditions) {
    throw new InputError(
      safe`Input \`require\` is only for \`mode: verify\` and \`mode: drift\`. Remove it, or change the mode.`,
    )
  }
  const quote = (condition: Condition): SafeText => safe`\`${condition}\``
  return words.map((word) =>
    parseNamed(safe`Each condition in input \`require\``, () => parseChoice(word, CONDITIONS, quote)),
  )
}

/** Reads the one project. The environment fills in only if none of the three targets is given. @throws InputError */
export function readProjectId(sources: InputSources): SafeText {
  const { label, text } = projectIdValue(sources)
  if (text !== '') return parseNamed(label, () => parseHexId(text))
  throw new InputError(
    safe`Input \`project-id\` is required: the 24 hexadecimal digits in the URL of the project in Atlas. Or set \`config-file\`, or \`org-id\` with \`mode: verify\` or \`mode: export\`.`,
  )
}

function projectIdValue({ input, env }: InputSources): NamedValue {
  const isGiven = TARGETS.some((name) => input(name) !== '')
  return isGiven ? readInput(input, 'project-id') : readVariable(env, 'MONGODB_ATLAS_PROJECT_ID')
}
