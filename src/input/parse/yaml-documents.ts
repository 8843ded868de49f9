import { Composer, CST, type Document, isPair, type LineCounter } from 'yaml'
import type { Checkpoint } from '../../domain/checkpoint.ts'
import type { SafeText } from '../../sanitize/safe-text.ts'
import { withoutStacks } from './without-stacks.ts'
import { REASONS } from './yaml-errors.ts'
import { type BareKeys, type ListNode, type MapNode, NodeReader, type YamlNode } from './yaml-nodes.ts'
import { takePiece } from './yaml-pieces.ts'
import { LEXEMES_AT_ONCE, readTokens } from './yaml-tokens.ts'

/** Characters of the source that are composed at once: a few milliseconds of work. */
const PIECE_LENGTH = 16_384

// `failsafe` knows only texts, lists and mappings. The message of an error quotes the text, so only its code and place are used.
// The library's search for duplicate keys takes a time that grows with the square of their number, so `document.ts` does that.
const OPTIONS = {
  schema: 'failsafe',
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
  keepSourceTokens: true,
} as const

/** Only the first error is reported. The text after so many of them is not read: what is wrong everywhere is no config file. */
const MAX_ERRORS = 100

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
  /** How much is parsed and composed at once; for tests. */
  readonly atOnce?: { readonly lexemes: number; readonly characters: number }
}

/**
 * Parses the first document of a YAML or JSON text, and the second, if there is one. All values are texts.
 *
 * @throws InvalidValueError if the text is nested too deeply, or is more than can be read in little time and memory
 */
export async function parseDocuments(text: string, options: YamlOptions): Promise<YamlDocument[]> {
  const { checkpoint, lines, bareKeys, atOnce = { lexemes: LEXEMES_AT_ONCE, characters: PIECE_LENGTH } } = options
  const composer = new Composer(OPTIONS)
  const builders = [new DocumentBuilder(bareKeys)]
  const documents: Document[] = []
  let errors = 0
  let hasDirective = false
  const tokens = readTokens(text, {
    lines,
    checkpoint,
    lexemesAtOnce: atOnce.lexemes,
    onProgress: (stack) => builders.at(-1)?.takePieces(stack, atOnce.characters),
  })
  for await (const some of tokens) {
    for (const token of some) {
      if (token.type === 'error') errors += 1
      if (token.type === 'directive') hasDirective = true
      if (token.type === 'document') builders.push(new DocumentBuilder(bareKeys))
      documents.push(...withoutStacks(() => [...composer.next(token)]))
      await checkpoint.pass()
    }
    if (documents.length > 1 || errors > MAX_ERRORS) break
  }
  // Without a document, the library reports errors only in an empty one that it is asked for.
  const needsDocument = documents.length === 0 && (errors > 0 || hasDirective)
  documents.push(...composer.end(needsDocument, text.length))
  return documents.slice(0, 2).map((document, i) => (builders[i] as DocumentBuilder).finish(document))
}

/**
 * Makes a document of small nodes. The library composes a document as a whole, which would take a second for a large one, and
 * hundreds of megabytes: so the items of large collections are taken out and composed while the rest is still being parsed.
 */
class DocumentBuilder {
  readonly #reader: NodeReader
  /** What was taken out of a collection, by the parser's token for it. */
  readonly #taken = new Map<CST.Token, { readonly items: YamlNode[]; readonly entries: MapNode['entries'] }>()
  readonly #sources = new Map<CST.Token, ListNode | MapNode>()
  #error: YamlDocument['error']

  constructor(bareKeys: BareKeys) {
    this.#reader = new NodeReader(bareKeys, ({ srcToken }, node) => {
      if (srcToken !== undefined && this.#taken.has(srcToken)) this.#sources.set(srcToken, node)
    })
  }

  /** @param stack what the parser is working on, the outermost first */
  takePieces(stack: readonly CST.Token[], minLength: number): void {
    for (const token of stack) {
      if (!CST.isCollection(token)) continue
      const taken = this.#taken.get(token)
      const piece = takePiece(token, taken !== undefined, minLength, OPTIONS)
      if (piece === undefined) continue
      const { items, entries } = taken ?? { items: [], entries: [] }
      for (const item of piece.items) {
        if (isPair(item)) entries.push(this.#reader.readEntry(item))
        else items.push(this.#reader.read(item))
      }
      this.#taken.set(token, { items, entries })
      this.#note(piece.document)
    }
  }

  finish(document: Document): YamlDocument {
    this.#note(document)
    const root = document.contents === null ? undefined : this.#reader.read(document.contents)
    for (const [token, { items, entries }] of this.#taken) {
      const node = this.#sources.get(token)
      // The first one is the filler.
      if (node?.kind === 'list') node.items.splice(0, 1, ...items)
      if (node?.kind === 'map') node.entries.splice(0, 1, ...entries)
    }
    this.#reader.sortAnchors()
    const resolve = (node: YamlNode): YamlNode | undefined => (node.kind === 'alias' ? this.#reader.find(node) : node)
    return { root, offset: document.range?.[0] ?? 0, error: this.#error, resolve }
  }

  /** Notes the first error. */
  #note({ errors, warnings }: Document): void {
    const error = errors[0] ?? warnings[0]
    if (error === undefined || (this.#error !== undefined && this.#error.offset <= error.pos[0])) return
    this.#error = { offset: error.pos[0], reason: REASONS[error.code] }
  }
}
