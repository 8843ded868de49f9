import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  type LineCounter,
  Parser,
  visit,
} from 'yaml'
import { InputError } from '../errors.ts'

/** Deeper than any config file has a reason to be, and far from where a stack would end. */
const MAX_DEPTH = 100

/** 10,000 projects of 50 words and signs (a space between words is one, too); each costs about a kilobyte of memory. */
const MAX_LEXEMES = 500_000

/** 10,000 projects with all fields of two providers. A few lines of anchors could otherwise unfold into gigabytes. */
const MAX_UNFOLDED = 500_000

/** What an alias stands for; undefined if there is no such anchor before it. */
export type Resolve = (node: unknown) => unknown

/**
 * Parses the first document of a YAML or JSON text, and the second, if there is one. All values are texts.
 *
 * @throws InputError if the text is nested too deeply, or has too many words to be read in a time that nobody notices
 */
export function parseDocuments(text: string, lines: LineCounter): Document[] {
  // failsafe knows no type but text. The message of an error quotes the text, so only its code and place are used.
  // It would look for duplicate keys in a time that grows with their square, so that is done in `document.ts`.
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' })
  const parser = new Parser(lines.addNewLine)
  lines.addNewLine(0)
  const documents: Document[] = []
  const { stackTraceLimit } = Error
  // Each mistake is an error to the library; what they are worth is their place in the text.
  Error.stackTraceLimit = 0
  try {
    let lexemes = 0
    for (const lexeme of new Lexer().lex(text)) {
      lexemes += 1
      if (lexemes > MAX_LEXEMES)
        throw new InputError(`holds more than ${MAX_LEXEMES} words and signs, which are read at most`)
      for (const token of parser.next(lexeme)) documents.push(...composer.next(token))
      if (parser.stack.length > MAX_DEPTH) throw new InputError('is nested too deeply')
      if (documents.length > 1) return documents
    }
    for (const token of parser.end()) documents.push(...composer.next(token))
    documents.push(...composer.end(false, text.length))
    return documents.slice(0, 2)
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

/**
 * Finds what every alias stands for: the last anchor of its name before it (YAML 1.2.2, 7.1). Own code, since the library
 * looks through the whole document for each of them.
 */
export function aliasesOf(document: Document): Resolve {
  const anchored = new Map<string, unknown>()
  const targets = new Map<unknown, unknown>()
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) targets.set(node, anchored.get(node.source))
      else if (node.anchor !== undefined) anchored.set(node.anchor, node)
    },
  })
  return (node) => (isAlias(node) ? targets.get(node) : node)
}

/**
 * The data of a document: objects, arrays and texts.
 *
 * @throws InputError if an alias stands for nothing or for itself, or all of them for too much
 */
export function unfold(document: Document, resolve: Resolve): unknown {
  /** Undefined while a node is being unfolded. */
  const unfolded = new Map<unknown, { value: unknown; size: number } | undefined>()
  const refuse = (): never => {
    throw new InputError('unfolds into more than is read (too many aliases, or one of an anchor that is not there)')
  }

  function unfoldNode(given: unknown): { value: unknown; size: number } {
    const node = resolve(given)
    if (!isNode(node)) return isAlias(given) ? refuse() : { value: '', size: 1 }
    if (isScalar(node)) return { value: String(node.value), size: 1 }
    const known = unfolded.get(node)
    if (known !== undefined) return known
    if (unfolded.has(node)) return refuse()
    unfolded.set(node, undefined)
    let size = 1
    const inner = (part: unknown): unknown => {
      const made = unfoldNode(part)
      size += made.size
      return size > MAX_UNFOLDED ? refuse() : made.value
    }
    const value = isSeq(node)
      ? node.items.map(inner)
      : Object.fromEntries(isMap(node) ? node.items.map((pair) => [keyOf(pair.key), inner(pair.value)]) : [])
    const made = { value, size }
    unfolded.set(node, made)
    return made
  }
  return unfoldNode(document.contents).value
}

/** A key as a text; what is no text can be no key that anybody knows. */
export function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : '?'
}
