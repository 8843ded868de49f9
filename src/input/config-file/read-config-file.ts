import { closest } from 'fastest-levenshtein'
import type * as z from 'zod/mini'
import type { Environment } from '../../domain/context.ts'
import type { DesiredProject } from '../../domain/desired.ts'
import type { Mode } from '../../domain/modes.ts'
import type { Secrets } from '../../sanitize/secrets.ts'
import { InputError, type InputErrors } from '../errors.ts'
import { protectField } from '../mask-inputs.ts'
import { openDocument } from '../parse/document.ts'
import { describeKey } from '../parse/fields.ts'
import { readWorkspaceFile } from '../workspace.ts'
import { type Complain, mergedProject, readVariable } from './project.ts'
import type { ConfigFile } from './schema.ts'
import { BARE_KEYS, configFile, knownKeys } from './schema.ts'

/** 10,000 projects of five lines each. */
const MAX_CONFIG_BYTES = 2 * 1024 * 1024

/** One at a time is too few to mend a file by, and a log line holds no more. */
const MAX_REPORTED = 20

/**
 * Reads the config file: what each of its projects should be, in the order of the file.
 *
 * @param file path relative to the workspace
 * @param inputErrors takes what is wrong, each with line and column
 * @throws InputError if there is no such file, or not inside the workspace
 */
export function readConfigFile(
  file: string,
  mode: Mode,
  env: Environment,
  secrets: Secrets,
  inputErrors: InputErrors,
): DesiredProject[] {
  const text = readWorkspaceFile('Input `config-file`', file, env, MAX_CONFIG_BYTES)
  const shown = `\`${secrets.sanitize(file, 200)}\``
  const document = named(shown, () => openDocument(text, secrets, BARE_KEYS))
  // Before any text of the file is made plain, in which a secret may stand in the wrong place.
  for (const [variable, format] of document.references) protectField(format, readVariable(variable, env), secrets)
  if (document.problem !== undefined) throw new InputError(`${shown}, ${document.problem}.`)
  const value = named(shown, document.value)
  const complain: Complain = (path, what, atKey) =>
    inputErrors.add(`${shown}, ${document.place(path, atKey)}: ${what.replace(/[.?]?$/, (end) => end || '.')}`)
  const { data, error } = configFile.safeParse(value)
  if (data !== undefined) return projectsOf(data, mode, env, secrets, complain)
  for (const issue of error.issues.slice(0, MAX_REPORTED)) addIssue(issue, value, complain)
  return []
}

/** Says which file it was that could not be read. */
function named<T>(file: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof InputError ? new InputError(`${file} ${error.message}.`) : error
  }
}

function projectsOf(
  config: ConfigFile,
  mode: Mode,
  env: Environment,
  secrets: Secrets,
  complain: Complain,
): DesiredProject[] {
  const seen = new Map<string, number>()
  return config.projects.map((project, i) => {
    const first = seen.get(project.id)
    if (first === undefined) seen.set(project.id, i)
    else complain(['projects', i, 'id'], `\`id\`: project ${project.id} is in the file already, as number ${first + 1}`)
    return mergedProject(project, config.defaults ?? {}, { path: ['projects', i], mode, env, secrets, complain })
  })
}

function addIssue(issue: z.core.$ZodIssue, value: unknown, complain: Complain): void {
  const { path } = issue
  const name = path.length === 0 ? 'the file' : nameOf(path)
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const key of issue.keys.slice(0, MAX_REPORTED))
        complain([...path, key], `${describeKey(key)} is not known; ${nearest(key, path)}`, true)
      return
    case 'invalid_type': {
      const isThere = valueAt(value, path) !== undefined
      const absent = path.length === 0 ? 'is empty' : 'is missing'
      complain(path, `${name} ${isThere ? `must be ${TYPES[issue.expected] ?? issue.expected}` : absent}`)
      return
    }
    case 'invalid_value':
      complain(path, `${name} must be one of ${issue.values.map((known) => `\`${String(known)}\``).join(', ')}`)
      return
    case 'too_small':
      complain(path, `${name} is empty; list at least one project`)
      return
    case 'too_big':
      complain(path, `${name} lists more than ${String(issue.maximum)} projects; split the file`)
      return
    default:
      complain(path, `${name} ${issue.message.trim()}`)
  }
}

const TYPES: Readonly<Record<string, string>> = {
  object: 'a mapping (`key: value` lines)',
  array: 'a list',
  string: 'one text',
}

/** The last key of a path, with its index if it is an item of a list. */
function nameOf(path: readonly PropertyKey[]): string {
  const key = path.findLast((step) => typeof step === 'string')
  const last = path.at(-1)
  return typeof last === 'number' ? `number ${last + 1} of \`${String(key)}\`` : `\`${String(key)}\``
}

function nearest(key: string, path: readonly PropertyKey[]): string {
  const known = knownKeys(path)
  return /^[A-Za-z$]/.test(key) ? `did you mean \`${closest(key, known)}\`?` : `known are ${known.join(', ')}`
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((inner, step) => (inner as Record<PropertyKey, unknown> | undefined)?.[step], value)
}
