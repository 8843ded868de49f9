import { safe } from '../../sanitize/safe-text.ts'
import { InvalidValueError } from '../errors.ts'
import type { YamlDocument } from './yaml-documents.ts'
import type { YamlNode } from './yaml-nodes.ts'

/** Of all that is asked for. A few lines of anchors could otherwise unfold into gigabytes. */
const MAX_UNFOLDED = 500_000

/** The data that a node stands for, and how many nodes there are in it once every alias is replaced. */
interface Unfolded {
  readonly value: unknown
  readonly size: number
}

/** Makes data of nodes: objects, arrays and texts, with every alias replaced by what it stands for. */
export class Unfolder {
  readonly #resolve: YamlDocument['resolve']
  /** What is unfolded already; undefined while it is being unfolded. */
  readonly #known = new Map<YamlNode, Unfolded | undefined>()
  #total = 0

  constructor(resolve: YamlDocument['resolve']) {
    this.#resolve = resolve
  }

  /** @throws InvalidValueError if an alias stands for nothing or for itself, or if all of them stand for too much */
  dataOf(node: YamlNode): unknown {
    const { value, size } = this.#unfold(node)
    this.#total += size
    if (this.#total > MAX_UNFOLDED) refuse()
    return value
  }

  /** @returns how many nodes there are in what a node stands for */
  sizeOf(node: YamlNode): number {
    return this.#unfold(node).size
  }

  #unfold(given: YamlNode): Unfolded {
    const node = this.#resolve(given) ?? refuse()
    if (node.kind === 'text') return { value: node.text, size: 1 }
    const known = this.#known.get(node)
    if (known !== undefined) return known
    if (this.#known.has(node)) refuse()
    this.#known.set(node, undefined)
    const unfolded = this.#unfoldCollection(node)
    this.#known.set(node, unfolded)
    return unfolded
  }

  #unfoldCollection(node: YamlNode): Unfolded {
    let size = 1
    const inner = (part: YamlNode): unknown => {
      const unfolded = this.#unfold(part)
      size += unfolded.size
      return size > MAX_UNFOLDED ? refuse() : unfolded.value
    }
    if (node.kind === 'list') return { value: node.items.map(inner), size }
    if (node.kind !== 'map') return refuse()
    // A key that is not text can be no key that is known.
    const entries = node.entries.map(({ key = '?', value }) => [key, inner(value)])
    return { value: Object.fromEntries(entries), size }
  }
}

function refuse(): never {
  throw new InvalidValueError(
    safe`expands to more than the action reads (too many aliases, or an alias without an anchor)`,
  )
}
