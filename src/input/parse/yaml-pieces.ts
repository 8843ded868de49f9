import { Composer, CST, type Document, isMap, isSeq, type Node } from 'yaml'

type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection

/** Some of the items of a large collection, which is composed without them. */
export interface Piece {
  readonly collection: Collection
  readonly items: readonly CST.CollectionItem[]
  /** Whether it is the first, and the last, of the collection's pieces. */
  readonly isFirst: boolean
  readonly isLast: boolean
}

/** Characters of the source that are composed at once: a few milliseconds of work at most. */
export const PIECE_LENGTH = 16_384

/**
 * Takes the items out of every large collection of a document, since the library composes a document as a whole, which takes a
 * second for a large one and hundreds of megabytes. What is found wrong stays the same, but for a key over several lines without
 * a `?` before it, which is an error in any case if it has more than 1024 characters.
 *
 * @param end of the source
 * @param length of a piece in the source
 * @returns the pieces that were taken out, those of a collection before those of the collections in them
 */
export function takePieces({ value }: CST.Document, end: number, length: number): Piece[] {
  const pieces: Piece[] = []
  const large: { readonly collection: Collection; readonly end: number }[] = []
  const find = (token: CST.Token | null | undefined, tokenEnd: number): void => {
    if (CST.isCollection(token) && tokenEnd - token.offset > length) large.push({ collection: token, end: tokenEnd })
  }
  find(value, end)
  for (const { collection, end: collectionEnd } of large) {
    const items: CST.CollectionItem[] = collection.items
    collection.items = []
    pieces.push(...divide(collection, items, length))
    for (const [i, item] of items.entries()) {
      const next = items[i + 1]
      const itemEnd = next === undefined ? collectionEnd : offsetOf(next, collectionEnd)
      find(item.key, itemEnd)
      find(item.value, itemEnd)
    }
  }
  return pieces
}

function divide(collection: Collection, items: readonly CST.CollectionItem[], length: number): Piece[] {
  const starts: number[] = []
  let began = Number.NEGATIVE_INFINITY
  for (const [i, item] of items.entries()) {
    const offset = offsetOf(item, began)
    if (offset - began < length) continue
    starts.push(i)
    began = offset
  }
  return starts.map((start, i) => {
    const isLast = i === starts.length - 1
    return { collection, items: items.slice(start, isLast ? undefined : starts[i + 1]), isFirst: i === 0, isLast }
  })
}

function offsetOfFirst({ collection, items }: Piece): number {
  return items[0] === undefined ? collection.offset : offsetOf(items[0], collection.offset)
}

/** Where an item begins; `otherwise` if nothing is written for it. */
function offsetOf({ start, key, sep, value }: CST.CollectionItem, otherwise: number): number {
  return (start[0] ?? key ?? sep?.[0] ?? value)?.offset ?? otherwise
}

/** @returns the document that the library makes of a piece alone, and its items */
export function composePiece(piece: Piece, options: ConstructorParameters<typeof Composer>[0]): ComposedPiece {
  const { collection, isFirst, isLast } = piece
  const isFlow = collection.type === 'flow-collection'
  const items = isFlow ? [...(isFirst ? [] : [filler(piece, false)]), ...piece.items] : [...piece.items]
  if (isFlow && !isLast) items.push(filler(piece, true))
  const composer = new Composer(options)
  // The library takes the offset for the end of what stands before the first item.
  const offset = isFirst ? collection.offset : offsetOfFirst(piece)
  const value = { ...collection, items, offset } as Collection
  const documents = [...composer.next({ type: 'document', offset, start: [], value }), ...composer.end()]
  const document = documents[0] as Document
  const { contents } = document
  const composed: unknown[] = isMap(contents) || isSeq(contents) ? contents.items : []
  const last = isFlow && !isLast ? composed.length - 1 : composed.length
  return { document, items: composed.slice(isFlow && !isFirst ? 1 : 0, last) }
}

interface ComposedPiece {
  readonly document: Document
  /** Nodes of a list, pairs of a mapping. */
  readonly items: readonly unknown[]
}

/**
 * The library checks the comma between two items at the second one, and whether there is one too many at the first. So a piece of a
 * flow collection gets a neighbor on either side where it was cut off.
 */
function filler(piece: Piece, isAfter: boolean): CST.CollectionItem {
  const { collection } = piece
  const { indent } = collection
  const offset = offsetOfFirst(piece)
  const text: CST.FlowScalar = { type: 'scalar', offset, indent, source: 'x' }
  const start: CST.SourceToken[] = isAfter ? [{ type: 'comma', offset, indent, source: ',' }] : []
  const isMapping = collection.type === 'flow-collection' && collection.start.type === 'flow-map-start'
  return isMapping ? { start, key: text, sep: [] } : { start, value: text }
}

/** The token that a node was composed of, if the composer keeps them. */
export function tokenOf(node: Node): CST.Token | undefined {
  return node.srcToken
}
