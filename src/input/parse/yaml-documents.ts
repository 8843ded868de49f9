import { Composer, type Document, isPair, type LineCounter } from 'yaml'
import type { SafeText } from '../../sanitize/safe-text.ts'
import type { Checkpoint } from '../checkpoint.ts'
import { withoutStacks } from './without-stacks.ts'
import { REASONS } from './yaml-errors.ts'
import { type BareKeys, type ListNode, type MapNode, NodeReader, type YamlNode } from './yaml-nodes.ts'
import { composePiece, PIECE_LENGTH, type Piece, takePieces, tokenOf } from './yaml-pieces.ts'
import { readTokens } from './yaml-tokens.ts'

// `failsafe` knows only texts, lists and mappings. The message of an error quotes the text, so only its code and place are used.
// The library's search for duplicate keys takes a time that grows with the square of their number, so `document.ts` does that.
const OPTIONS = {
  schema: 'failsafe',
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
  keepSourceTokens: true,
} as const

/** One document of a YAML or JSON text. */
export interface YamlDocument {
  /** undefined if there is nothing in it. */
  readonly root: YamlNode | undefined
  readonly offset: number
  /** The first error of the syntax, and the library's word for it. */
  readonly error: { readonly offset: number; readonly reason: SafeText } | undefined
  /** @returns what an alias stands for, undefined if there is no such anchor before it; any other node as it is */
  readonly resolve: (node: YamlNode) => YamlNode | undefined
}

export interface YamlOptions {
  readonly checkpoint: Checkpoint
  readonly bareKeys: BareKeys
  /** Given the offset of every line. */
  readonly lines: LineCounter
  /** Characters that are composed at once. */
  readonly pieceLength?: number
}

/**
 * Parses the first document of a YAML or JSON text, and the second, if there is one. All values are texts.
 *
 * @throws InvalidValueError if the text is nested too deeply, or is more than can be read in little time and memory
 */
export async function parseDocuments(text: string, options: YamlOptions): Promise<YamlDocument[]> {
  const { checkpoint, lines, pieceLength = PIECE_LENGTH } = options
  const composer = new Composer(OPTIONS)
  const pieces: Piece[][] = []
  const documents: Document[] = []
  for await (const tokens of readTokens(text, lines, checkpoint)) {
    for (const token of tokens) {
      if (token.type === 'document') pieces.push(takePieces(token, text.length, pieceLength))
      documents.push(...withoutStacks(() => [...composer.next(token)]))
      await checkpoint.pass()
    }
    if (documents.length > 1) break
  }
  documents.push(...composer.end(false, text.length))
  const read: YamlDocument[] = []
  for (const [i, document] of documents.slice(0, 2).entries()) {
    read.push(await readDocument(document, pieces[i] ?? [], options))
  }
  return read
}

async function readDocument(
  document: Document,
  pieces: Piece[],
  { bareKeys, checkpoint }: YamlOptions,
): Promise<YamlDocument> {
  const collections = new Map<unknown, ListNode | MapNode>()
  const withPieces = new Set<unknown>(pieces.map(({ collection }) => collection))
  const reader = new NodeReader(bareKeys, (source, node) => {
    const token = tokenOf(source)
    if (withPieces.has(token)) collections.set(token, node)
  })
  const root = document.contents === null ? undefined : reader.read(document.contents)
  let error = errorOf(document)
  // What is read is let go, so that the memory of a large document is not needed twice.
  for (let piece = pieces.shift(); piece !== undefined; piece = pieces.shift()) {
    const composed = withoutStacks(() => composePiece(piece, OPTIONS))
    addItems(collections.get(piece.collection), composed.items, reader)
    const here = errorOf(composed.document)
    if (here !== undefined && (error === undefined || here.offset < error.offset)) error = here
    await checkpoint.pass()
  }
  reader.sortAnchors()
  const resolve = (node: YamlNode): YamlNode | undefined => (node.kind === 'alias' ? reader.find(node) : node)
  return { root, offset: document.range?.[0] ?? 0, error, resolve }
}

function addItems(node: ListNode | MapNode | undefined, items: readonly unknown[], reader: NodeReader): void {
  if (node?.kind === 'list') for (const item of items) node.items.push(reader.read(item))
  if (node?.kind === 'map') for (const item of items) if (isPair(item)) node.entries.push(reader.readEntry(item))
}

function errorOf({ errors, warnings }: Document): YamlDocument['error'] {
  const error = errors[0] ?? warnings[0]
  return error && { offset: error.pos[0], reason: REASONS[error.code] }
}
