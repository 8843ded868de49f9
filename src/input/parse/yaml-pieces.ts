import { Composer, CST, type Document, isMap, isSeq } from 'yaml'
import { withoutStacks } from './without-stacks.ts'

type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection

/** Items that the parser may still change: the last one, and the end of the one before. */
const UNFINISHED = 2

/** What the library makes of some items of a collection. */
interface ComposedPiece {
  readonly document: Document
  /** Nodes of a list, pairs of a mapping. */
  readonly items: readonly unknown[]
}

/**
 * Takes the first items out of a collection that is still being parsed, and composes them. A filler takes their place, since the
 * library checks what stands between two items at the second one.
 *
 * @param hasFiller whether items were taken from the collection before
 * @param minLength of the items in the source
 * @returns undefined if the items are not worth it yet
 */
export function takePiece(
  collection: Collection,
  hasFiller: boolean,
  minLength: number,
  options: ConstructorParameters<typeof Composer>[0],
): ComposedPiece | undefined {
  const items: CST.CollectionItem[] = collection.items
  const from = hasFiller ? 1 : 0
  const to = items.length - UNFINISHED
  const [first, next] = [items[from], items[to]]
  if (to <= from || first === undefined || next === undefined) return undefined
  const end = offsetOf(next, collection.offset)
  if (end - offsetOf(first, collection.offset) < minLength) return undefined
  const piece = items.slice(0, to)
  items.splice(0, to, filler(collection, end))
  return compose(collection, isInBrackets(collection) ? piece.map(asValue) : piece, hasFiller, options)
}

function compose(
  collection: Collection,
  items: CST.CollectionItem[],
  hasFiller: boolean,
  options: ConstructorParameters<typeof Composer>[0],
): ComposedPiece {
  const first = items[0] === undefined ? collection.offset : offsetOf(items[0], collection.offset)
  const value = { ...collection, items, offset: hasFiller ? first : collection.offset } as Collection
  if (value.type === 'flow-collection') {
    const { indent } = value
    // Whether there is a comma too many shows only at the next item.
    value.items.push({ ...filler(collection, first), start: [token('comma', ',', first, indent)] })
    value.end = [
      isInBrackets(value) ? token('flow-seq-end', ']', first, indent) : token('flow-map-end', '}', first, indent),
    ]
  }
  const composer = new Composer(options)
  const documents = withoutStacks(() => [
    ...composer.next({ type: 'document', offset: value.offset, start: [], value }),
    ...composer.end(),
  ])
  const document = documents[0] as Document
  const { contents } = document
  const composed: unknown[] = isMap(contents) || isSeq(contents) ? contents.items : []
  return { document, items: composed.slice(hasFiller ? 1 : 0, value.type === 'flow-collection' ? -1 : undefined) }
}

/** An item that stands for those that were taken out. */
function filler(collection: Collection, offset: number): CST.CollectionItem & { explicitKey?: true } {
  const { indent } = collection
  const text: CST.FlowScalar = { type: 'scalar', offset, indent, source: 'x' }
  switch (collection.type) {
    case 'block-seq':
      return { start: [token('seq-item-ind', '-', offset, indent)], value: text }
    case 'block-map':
      // Explicit, since a key without `?` may not begin more than 1024 characters before its value.
      return {
        start: [token('explicit-key-ind', '?', offset, indent), token('space', ' ', offset, indent)],
        explicitKey: true,
        key: text,
        sep: [token('newline', '\n', offset, indent), token('map-value-ind', ':', offset, indent)],
      }
    case 'flow-collection':
      return isInBrackets(collection) ? { start: [], value: text } : { start: [], key: text, sep: [] }
  }
}

function token(type: CST.SourceToken['type'], source: string, offset: number, indent: number): CST.SourceToken {
  return { type, source, offset, indent }
}

function isInBrackets(collection: Collection): boolean {
  return collection.type === 'flow-collection' && collection.start.type === 'flow-seq-start'
}

/** Until a list in brackets ends, the parser takes each of its texts for a key. */
function asValue(item: CST.CollectionItem): CST.CollectionItem {
  const { start, key, sep, value } = item
  const isPair =
    sep === undefined ||
    value !== undefined ||
    start.some(({ type }) => type === 'explicit-key-ind') ||
    sep.some(({ type }) => type === 'map-value-ind')
  if (isPair) return item
  if (!isFlow(key)) return { start: [...start, ...sep], ...(key && { value: key }) }
  // The token itself, since what was taken out of it is known by it.
  key.end = [...(key.end ?? []), ...sep]
  return { start, value: key }
}

function isFlow(key: CST.Token | null | undefined): key is CST.FlowScalar | CST.FlowCollection {
  return key?.type === 'alias' || key?.type === 'flow-collection' || (CST.isScalar(key) && key.type !== 'block-scalar')
}

/** Where an item begins; `otherwise` if nothing is written for it. */
function offsetOf({ start, key, sep, value }: CST.CollectionItem, otherwise: number): number {
  return (start[0] ?? key ?? sep?.[0] ?? value)?.offset ?? otherwise
}
