import type * as z from 'zod/mini'
import type { DesiredProject } from '../../domain/desired.ts'
import { MAX_PROJECTS } from '../../domain/limits.ts'
import { MODE_TABLE, type Mode } from '../../domain/modes.ts'
import { type SafeText, safe } from '../../sanitize/safe-text.ts'
import { InputError, InvalidValueError } from '../errors.ts'
import type { InputContext } from '../input-context.ts'
import { protectField } from '../mask-inputs.ts'
import { type OpenDocument, openDocument } from '../parse/document.ts'
import { readSecretVariable } from '../parse/document-secrets.ts'
import { openJson, PositionsNeededError, placedByPath } from '../parse/json-document.ts'
import type { YamlNode } from '../parse/yaml-nodes.ts'
import { readWorkspaceFile } from '../workspace-file.ts'
import { DesiredProjects } from './desired-projects.ts'
import { withoutIgnored } from './ignored-fields.ts'
import { BARE_KEYS, FILE_KEYS } from './keys.ts'
import { FileProblems, type Path } from './problems.ts'
import { type Defaults, headSchema, projectSchema } from './schema.ts'

/** 10,000 projects of five lines each. */
export const MAX_CONFIG_BYTES = 2 * 1024 * 1024

/** Words and signs of one project, or of the defaults. One with every field of every provider has fewer than a hundred. */
const MAX_PART_SIZE = 1000

const MAX_SHOWN_PATH_LENGTH = 200

/** What the config file says. */
interface ConfigFile {
  /** The path of the file, as the input has it. */
  readonly file: SafeText
  /** In the order of the file. */
  readonly projects: readonly DesiredProject[]
  /** What is doubtful about the projects, but no error. */
  readonly warnings: readonly SafeText[]
}

/**
 * Reads the config file: what each of its projects should be. What is wrong in it is added to the context's errors, each with line
 * and column.
 *
 * @throws InputError if there is no such file inside the workspace, or if it cannot be read at all
 */
export async function readConfigFile(mode: Mode, context: InputContext): Promise<ConfigFile> {
  const { input, secrets } = context
  const text = readWorkspaceFile('config-file', context, MAX_CONFIG_BYTES)
  const file = secrets.sanitize(input('config-file'), MAX_SHOWN_PATH_LENGTH)
  return await readConfigText(mode, { file, text }, context)
}

/** A config file, and what it is called in messages. */
interface Source {
  readonly file: SafeText
  readonly text: string
}

/**
 * Reads the text of a config file. What is wrong in it is added to the context's errors.
 *
 * @throws InputError if it cannot be read at all
 */
export async function readConfigText(mode: Mode, source: Source, context: InputContext): Promise<ConfigFile> {
  const json = openJson(source.text, context.secrets, BARE_KEYS)
  try {
    if (json !== undefined) return await readDocument(mode, source.file, json, context)
  } catch (error) {
    if (!(error instanceof PositionsNeededError)) throw error
  }
  const document = await openWithPositions(source, context, json)
  return await readDocument(mode, source.file, document, context)
}

/** @param json the same document without positions, if it could be read as JSON */
async function openWithPositions(
  { file, text }: Source,
  { secrets, checkpoint }: InputContext,
  json: OpenDocument | undefined,
): Promise<OpenDocument> {
  try {
    return await openDocument(text, { secrets, checkpoint, bareKeys: BARE_KEYS })
  } catch (error) {
    if (!(error instanceof InvalidValueError)) throw error
    if (json === undefined) throw inFile(error, safe`\`${file}\``)
    // JSON with an indent has more words and signs than YAML may have. What is wrong in it counts, not its size.
    return placedByPath(json, secrets)
  }
}

async function readDocument(
  mode: Mode,
  file: SafeText,
  document: OpenDocument,
  context: InputContext,
): Promise<ConfigFile> {
  const { env, secrets, checkpoint, errors } = context
  const shown = safe`\`${file}\``
  // Before any text of the file is sanitized, in which a secret may stand in the wrong place.
  for (const [variable, format] of document.references) {
    protectField(format, readSecretVariable(variable, env), secrets)
    await checkpoint.pass()
  }
  if (document.problem !== undefined) throw new InputError(safe`${shown}, ${document.problem}.`)
  const problems = new FileProblems(shown, document, secrets)
  const reader = new ProjectsReader(document, problems, context)
  try {
    const read = await reader.read(mode)
    problems.addTo(errors)
    return { file, ...read }
  } catch (error) {
    throw error instanceof InvalidValueError ? inFile(error, shown) : error
  }
}

/** Says which file it was that cannot be read. */
const inFile = (error: InvalidValueError, file: SafeText): InputError => new InputError(safe`${file} ${error.message}.`)

/** Checks the parts of a file one by one, since the schema would work on all that is wrong, however much that is. */
class ProjectsReader {
  readonly #document: OpenDocument
  readonly #problems: FileProblems
  readonly #context: InputContext

  constructor(document: OpenDocument, problems: FileProblems, context: InputContext) {
    this.#document = document
    this.#problems = problems
    this.#context = context
  }

  /** @throws InvalidValueError if aliases stand for nothing, or for too much */
  async read(mode: Mode): Promise<Pick<ConfigFile, 'projects' | 'warnings'>> {
    const asChecked = MODE_TABLE[mode].comparesFields ? (part: unknown) => part : withoutIgnored
    const { defaults, nodes } = this.#readHead(asChecked)
    const desired = new DesiredProjects({ mode, defaults, problems: this.#problems, context: this.#context })
    for (const [i, node] of nodes.entries()) {
      if (this.#problems.isFull) break
      const path = ['projects', i]
      const project = this.#parse(projectSchema, asChecked(this.#valueOf(node, path)), path)
      if (project !== undefined) desired.add(project, path)
      await this.#context.checkpoint.pass()
    }
    return { projects: desired.projects, warnings: desired.warnings }
  }

  /**
   * Reads everything but the projects, whose nodes are returned.
   *
   * @param asChecked changes the data of the defaults before it is checked
   */
  #readHead(asChecked: (part: unknown) => unknown): {
    readonly defaults: Defaults
    readonly nodes: readonly YamlNode[]
  } {
    const { root, resolve, dataOf } = this.#document
    const top = root && resolve(root)
    if (top?.kind !== 'map') {
      this.#parse(headSchema, top && (top.kind === 'list' ? [] : dataOf(top)), [])
      return { defaults: {}, nodes: [] }
    }
    const head: Record<string, unknown> = {}
    let nodes: readonly YamlNode[] = []
    for (const { key = '?', value } of top.entries) {
      const node = resolve(value)
      if (!FILE_KEYS.some((known) => known === key)) this.#addUnknown(key, value)
      else if (key === 'projects' && node?.kind === 'list') {
        head.projects = node.items
        if (node.items.length <= MAX_PROJECTS) nodes = node.items
      } else {
        const data = this.#valueOf(value, [key])
        head[key] = key === 'defaults' ? asChecked(data) : data
      }
    }
    return { defaults: this.#parse(headSchema, head, [])?.defaults ?? {}, nodes }
  }

  /** @throws InvalidValueError if aliases stand for too much: an anchor bomb says more about a file than its unknown keys */
  #addUnknown(key: string, value: YamlNode): void {
    if (this.#problems.isFull) return
    this.#document.sizeOf(value)
    this.#problems.addUnknownKey([], key)
  }

  /** The data of a part of the file; of one that is too large to be right, only what kind it is. */
  #valueOf(node: YamlNode, path: Path): unknown {
    const { resolve, sizeOf, dataOf } = this.#document
    if (sizeOf(node) <= MAX_PART_SIZE) return dataOf(node)
    this.#problems.add(path, safe`there are more than ${MAX_PART_SIZE} values here, the maximum.`)
    return resolve(node)?.kind === 'list' ? [] : {}
  }

  #parse<Schema extends z.ZodMiniType>(schema: Schema, value: unknown, path: Path): z.infer<Schema> | undefined {
    const { data, error } = schema.safeParse(value)
    for (const issue of error?.issues ?? []) this.#problems.addIssue(issue, value, path)
    return data
  }
}
