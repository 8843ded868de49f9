import { safe } from '../../sanitize/safe-text.ts'
import type { Secrets } from '../../sanitize/secrets.ts'
import type { OpenDocument } from './document.ts'
import { SecretFinder } from './document-secrets.ts'
import { Unfolder } from './unfold.ts'
import type { BareKeys, Entry, MapNode, YamlNode } from './yaml-nodes.ts'
import { MAX_TEXT_LENGTH } from './yaml-tokens.ts'

/** Thrown by {@link OpenDocument.place} of a document that was read without positions. */
export class PositionsNeededError extends Error {}

/** Keys and values are limited, because the text is read in one go. A file of 10,000 projects has fewer. */
const MAX_MEMBERS = 200_000

/** Of the path of a mistake. */
const MAX_PLACE_LENGTH = 200

/** Strings, and what separates the members of objects and arrays. */
const STRING_OR_SEPARATOR = /"(?:[^"\\]|\\.)*"|[:,]/g

/**
 * Opens a JSON text much faster than the YAML parser does, but without positions: `place` throws {@link PositionsNeededError}, and the
 * text is to be opened with `openDocument` then. What is read is the same.
 *
 * @returns undefined if the text is not JSON, has a key twice in one object or a text that is too long, or is too large to be read in one go
 */
export function openJson(text: string, secrets: Secrets, bareKeys: BareKeys): OpenDocument | undefined {
  if (!/^\s*\{/.test(text)) return undefined
  const counted = countMembers(text)
  const read = counted === undefined ? undefined : readNodes(text, bareKeys)
  // JSON.parse takes the last of several values of a key and says nothing.
  if (read === undefined || counted?.keys !== read.keys) return undefined
  const finder = new SecretFinder(secrets)
  for (const map of read.maps) finder.inspect(map, asItIs)
  const unfolder = new Unfolder(asItIs)
  return {
    problem: undefined,
    root: read.root,
    resolve: asItIs,
    dataOf: (node) => unfolder.dataOf(node),
    sizeOf: (node) => unfolder.sizeOf(node),
    references: finder.references,
    place: () => {
      throw new PositionsNeededError()
    },
  }
}

/** The document with paths for positions: for a text that is too large for the YAML parser. */
export function placedByPath(document: OpenDocument, secrets: Secrets): OpenDocument {
  return {
    ...document,
    place: (path) => ({ offset: 0, text: safe`at \`${secrets.sanitize(path.join('.'), MAX_PLACE_LENGTH)}\`` }),
  }
}

const asItIs = (node: YamlNode): YamlNode => node

function countMembers(text: string): { readonly keys: number } | undefined {
  let keys = 0
  let members = 0
  for (const [found] of text.matchAll(STRING_OR_SEPARATOR)) {
    if (found === ':') keys += 1
    if (found === ':' || found === ',') members += 1
    if (members > MAX_MEMBERS || found.length > MAX_TEXT_LENGTH) return undefined
  }
  return { keys }
}

interface Nodes {
  readonly root: YamlNode
  /** All mappings, parents first. */
  readonly maps: readonly MapNode[]
  readonly keys: number
}

/** @returns undefined if the text is not JSON, or if it is nested too deeply */
function readNodes(text: string, bareKeys: BareKeys): Nodes | undefined {
  try {
    const builder = new NodeBuilder(bareKeys)
    const root = builder.build(JSON.parse(text, asText))
    return { root, maps: builder.maps, keys: builder.keys }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined
    throw error
  }
}

/** A value that was not in quotes. */
class Bare {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** Keeps numbers and words as they are written (ECMAScript, "JSON.parse source text access"). */
function asText(_: string, value: unknown, { source }: { source?: string } = {}): unknown {
  return typeof value === 'string' || source === undefined ? value : new Bare(source)
}

/** Makes the nodes that the YAML parser would make, but for their offsets. */
class NodeBuilder {
  readonly maps: MapNode[] = []
  keys = 0
  readonly #bareKeys: BareKeys

  constructor(bareKeys: BareKeys) {
    this.#bareKeys = bareKeys
  }

  build(value: unknown): YamlNode {
    if (typeof value === 'string') return { kind: 'text', offset: 0, text: value }
    if (value instanceof Bare) return { kind: 'text', offset: 0, text: value.text }
    if (Array.isArray(value)) return { kind: 'list', offset: 0, items: value.map((item) => this.build(item)) }
    const node: MapNode = { kind: 'map', offset: 0, entries: [] }
    this.maps.push(node)
    for (const [key, inner] of Object.entries(value as object)) node.entries.push(this.#entry(key, inner))
    return node
  }

  #entry(key: string, value: unknown): Entry {
    this.keys += 1
    return { key, keyOffset: 0, value: this.build(this.#withoutQuotes(key, value)) }
  }

  #withoutQuotes(key: string, value: unknown): unknown {
    if (value instanceof Bare) return value.text === 'null' ? '' : value
    return typeof value === 'string' && this.#bareKeys.has(key) ? JSON.stringify(value) : value
  }
}
