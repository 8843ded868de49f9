import { LineCounter } from 'yaml'
import type { Checkpoint } from '../../domain/checkpoint.ts'
import { type SafeText, safe } from '../../sanitize/safe-text.ts'
import type { Secrets } from '../../sanitize/secrets.ts'
import { type References, SecretFinder } from './document-secrets.ts'
import { Unfolder } from './unfold.ts'
import { parseDocuments, type YamlDocument } from './yaml-documents.ts'
import type { BareKeys, MapNode, YamlNode } from './yaml-nodes.ts'

/** A YAML or JSON text. Where it is broken, `problem` says how and where; what can be read of it is there all the same. */
export interface OpenDocument {
  /** Undefined if the text is right. Ends without a full stop and quotes nothing of the text. */
  readonly problem: SafeText | undefined
  /** Undefined if there is nothing in the document. */
  readonly root: YamlNode | undefined
  /** @returns what an alias stands for; any other node as it is */
  readonly resolve: YamlDocument['resolve']
  /** Data of a node: objects, arrays and texts, since values are read without guessing types. Throws InvalidValueError. */
  readonly dataOf: (node: YamlNode) => unknown
  /** How many nodes there are in what a node stands for. Throws InvalidValueError. */
  readonly sizeOf: (node: YamlNode) => number
  /** Variables of the environment that stand for secrets. */
  readonly references: References
  /** Where the value (or the last key, with `atKey`) of a path stands, or its nearest parent that exists. */
  readonly place: (path: readonly PropertyKey[], atKey?: boolean) => Place
}

interface Place {
  readonly offset: number
  /** `line 3, column 7` */
  readonly text: SafeText
}

interface DocumentOptions {
  readonly secrets: Secrets
  readonly checkpoint: Checkpoint
  readonly bareKeys?: BareKeys
}

/** Nodes that are inspected between two checkpoints. */
const NODES_AT_ONCE = 1000

/**
 * Opens one YAML or JSON document and masks the secrets in it that are written out, also where the text is broken. All values
 * stay text, so that an unquoted id of digits is not read as a number; nothing, `null` and `~` are the empty text.
 *
 * @throws InvalidValueError if the text is nested too deeply, or too much to be read
 */
export async function openDocument(
  text: string,
  { secrets, checkpoint, bareKeys = new Set() }: DocumentOptions,
): Promise<OpenDocument> {
  const lines = new LineCounter()
  const [first, second] = await parseDocuments(text, { checkpoint, bareKeys, lines })
  const finder = new SecretFinder(secrets)
  const duplicate = first && (await inspectMappings(first, finder, checkpoint))
  if (second !== undefined) await inspectMappings(second, finder, checkpoint)
  const unfolder = new Unfolder(first?.resolve ?? ((node) => node))
  const lineAndColumn = (offset: number): SafeText => {
    const { line, col } = lines.linePos(offset)
    return safe`line ${line}, column ${col}`
  }
  const problem = problemOf(first, second, duplicate)
  return {
    problem: problem && safe`${lineAndColumn(problem.offset)}: ${problem.text}`,
    root: first?.root,
    resolve: (node) => first?.resolve(node),
    dataOf: (node) => unfolder.dataOf(node),
    sizeOf: (node) => unfolder.sizeOf(node),
    references: finder.references,
    place: (path, atKey = false) => {
      const offset = first === undefined ? 0 : offsetOf(first, path, atKey)
      return { offset, text: lineAndColumn(offset) }
    },
  }
}

/**
 * Inspects every mapping of a document for secrets and for duplicate keys.
 *
 * @returns the offset of the first duplicate key
 */
async function inspectMappings(
  { root, resolve }: YamlDocument,
  finder: SecretFinder,
  checkpoint: Checkpoint,
): Promise<number | undefined> {
  let duplicate: number | undefined
  let count = 0
  for (const map of root === undefined ? [] : mapsIn(root)) {
    duplicate = earlier(duplicate, duplicateKey(map))
    count += finder.inspect(map, resolve) ? NODES_AT_ONCE : 1 + map.entries.length
    if (count < NODES_AT_ONCE) continue
    count = 0
    await checkpoint.pass()
  }
  return duplicate
}

/** All mappings in a document, parents first. */
function* mapsIn(root: YamlNode): Generator<MapNode> {
  const nodes = [root]
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    const inner = node.kind === 'list' ? node.items : node.kind === 'map' ? node.entries.map(({ value }) => value) : []
    if (node.kind === 'map') yield node
    for (let i = inner.length - 1; i >= 0; i -= 1) nodes.push(inner[i] as YamlNode)
  }
}

function duplicateKey({ entries }: MapNode): number | undefined {
  const keys = new Set<string>()
  for (const { key, keyOffset } of entries) {
    if (key === undefined) continue
    if (keys.has(key)) return keyOffset
    keys.add(key)
  }
  return undefined
}

function earlier(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a
}

function problemOf(
  first: YamlDocument | undefined,
  second: YamlDocument | undefined,
  duplicate: number | undefined,
): Place | undefined {
  const error = first?.error
  if (error !== undefined) return { offset: error.offset, text: safe`not valid YAML or JSON (${error.reason})` }
  if (duplicate !== undefined) return { offset: duplicate, text: safe`not valid YAML or JSON (duplicate key)` }
  if (second === undefined) return undefined
  return { offset: second.offset, text: safe`a second document begins, but only one YAML or JSON document is allowed` }
}

/** Offset in the text of what the path leads to, or of its last part that is there. */
function offsetOf({ root, resolve }: YamlDocument, path: readonly PropertyKey[], atKey: boolean): number {
  if (root === undefined) return 0
  let { offset } = root
  let node = resolve(root)
  for (const [i, step] of path.entries()) {
    if (node?.kind === 'list') {
      const item = node.items[Number(step)]
      if (item === undefined) break
      offset = item.offset
      node = resolve(item)
    } else if (node?.kind === 'map') {
      const entry = node.entries.find(({ key = '?' }) => key === String(step))
      if (entry === undefined) break
      offset = atKey && i === path.length - 1 ? entry.keyOffset : entry.value.offset
      node = resolve(entry.value)
    } else break
  }
  return offset
}
