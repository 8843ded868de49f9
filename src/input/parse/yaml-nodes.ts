import { isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml'

/** One text. As the value of a key, nothing, `null` and `~` are the empty text. */
interface TextNode {
  readonly kind: 'text'
  /** Where it begins in the source, as for every node. */
  readonly offset: number
  readonly text: string
}

export interface ListNode {
  readonly kind: 'list'
  readonly offset: number
  readonly items: YamlNode[]
}

export interface MapNode {
  readonly kind: 'map'
  readonly offset: number
  readonly entries: Entry[]
}

interface AliasNode {
  readonly kind: 'alias'
  readonly offset: number
  readonly name: string
}

/** A key and its value. */
export interface Entry {
  /** undefined if the key is not a text. Such a key is never a known one. */
  readonly key: string | undefined
  readonly keyOffset: number
  readonly value: YamlNode
}

/** A part of a document: what is read of it, and where it stands in the source. Far smaller than the library's nodes. */
export type YamlNode = TextNode | ListNode | MapNode | AliasNode

/** Keys whose value is not a text but a word such as `true` or `1`. A value in quotes keeps its quotes, so that it is refused. */
export type BareKeys = ReadonlySet<string>

/** Makes nodes of those of the library, and notes which of them have anchors. */
export class NodeReader {
  readonly #bareKeys: BareKeys
  readonly #onCollection: (source: Node, node: ListNode | MapNode) => void
  readonly #anchors = new Map<string, YamlNode[]>()

  /** @param onCollection called with each list and mapping */
  constructor(bareKeys: BareKeys, onCollection: (source: Node, node: ListNode | MapNode) => void) {
    this.#bareKeys = bareKeys
    this.#onCollection = onCollection
  }

  read(source: unknown): YamlNode {
    if (isAlias(source)) return { kind: 'alias', offset: source.range?.[0] ?? 0, name: source.source }
    if (isScalar(source)) return this.#anchored(source, textNode(source, String(source.value)))
    if (isSeq(source)) {
      const node: ListNode = { kind: 'list', offset: source.range?.[0] ?? 0, items: [] }
      this.#anchored(source, node)
      for (const item of source.items) node.items.push(this.read(item))
      this.#onCollection(source, node)
      return node
    }
    if (isMap(source)) {
      const node: MapNode = { kind: 'map', offset: source.range?.[0] ?? 0, entries: [] }
      this.#anchored(source, node)
      for (const pair of source.items) node.entries.push(this.readEntry(pair))
      this.#onCollection(source, node)
      return node
    }
    return { kind: 'text', offset: 0, text: '' }
  }

  readEntry({ key, value }: Pair): Entry {
    const keyOffset = (isNode(key) ? key.range?.[0] : undefined) ?? 0
    const name = isScalar(key) ? String(key.value) : undefined
    if (isScalar(key)) this.#anchored(key, textNode(key, String(key.value)))
    if (!isNode(value)) return { key: name, keyOffset, value: { kind: 'text', offset: keyOffset, text: '' } }
    if (!isScalar(value)) return { key: name, keyOffset, value: this.read(value) }
    const isBare = name !== undefined && this.#bareKeys.has(name)
    return { key: name, keyOffset, value: this.#anchored(value, textNode(value, contentOf(value, isBare))) }
  }

  /** Finds what an alias stands for: the last node before it with that anchor (YAML 1.2.2, 7.1). */
  find({ name, offset }: AliasNode): YamlNode | undefined {
    const nodes = this.#anchors.get(name) ?? []
    let [from, to] = [0, nodes.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((nodes[middle] as YamlNode).offset < offset) from = middle + 1
      else to = middle
    }
    return nodes[from - 1]
  }

  /** Call this once everything is read: the parts of a large document are not read in their order. */
  sortAnchors(): void {
    for (const nodes of this.#anchors.values()) nodes.sort((a, b) => a.offset - b.offset)
  }

  #anchored<Read extends YamlNode>({ anchor }: { readonly anchor?: string }, node: Read): Read {
    if (anchor === undefined) return node
    const nodes = this.#anchors.get(anchor)
    if (nodes === undefined) this.#anchors.set(anchor, [node])
    else nodes.push(node)
    return node
  }
}

function textNode({ range }: Scalar, text: string): TextNode {
  return { kind: 'text', offset: range?.[0] ?? 0, text }
}

function contentOf(scalar: Scalar, isBare: boolean): string {
  const content = String(scalar.value)
  if (scalar.type === 'PLAIN') return /^(null|~)$/i.test(content) ? '' : content
  return isBare ? JSON.stringify(content) : content
}
