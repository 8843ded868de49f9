import { describe, expect, test } from '@jest/globals'
import { Composer, CST, type Document, isCollection, isNode, Lexer, Parser } from 'yaml'
import { takePiece } from '../../../src/input/parse/yaml-pieces.ts'

const OPTIONS = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, keepSourceTokens: true } as const

/** A text that is parsed bit by bit. */
function begin(text: string) {
  const parser = new Parser()
  const lexemes = new Lexer().lex(text)
  const tokens: CST.Token[] = []
  return {
    /** Parses as far as an offset. @returns the outermost collection that is being parsed */
    readTo(offset = text.length) {
      while (parser.offset < offset) tokens.push(...parser.next(lexemes.next().value as string))
      const collection = parser.stack.find((token) => CST.isCollection(token))
      if (collection === undefined) throw new Error('no collection')
      return collection
    },
    /** Parses the rest. @returns what the library makes of it */
    finish() {
      for (const lexeme of lexemes) tokens.push(...parser.next(lexeme))
      tokens.push(...parser.end())
      return [...new Composer(OPTIONS).compose(tokens)][0] as Document.Parsed
    },
  }
}

const dataOf = (items: readonly unknown[] | undefined): unknown => items && JSON.parse(JSON.stringify(items))
const take = (text: string) => takePiece(begin(text).readTo(), false, 0, OPTIONS)

/** Five items of each kind of collection, whose beginnings are marked by the letters. */
const KINDS: readonly (readonly [kind: string, text: string, filler: string])[] = [
  ['a list', '- a\n-  bb\n-   ccc\n- d\n- e\n', '-x'],
  ['a mapping', 'a: 1\nbb:  22\nccc: 3\nd: 4\ne: 5\n', '? x\n:'],
  ['a list in brackets', '[a, "bb" , ccc, d, e]', 'x'],
  ['a mapping in braces', '{a: 1, bb:  22, ccc: 3, d: 4, e: 5}', 'x'],
]

describe('a piece', () => {
  test.each([
    ['- a\n- b\n- c\n- d\n', ['a', 'b']],
    ['- a\n-\n- - x\n- |\n  y\n- z\n', ['a', '', ['x']]],
    ['- a\n- b\n- c\n', ['a']],
    ['a: 1\nb: 2\nc: 3\nd: 4\n', [{ a: '1' }, { b: '2' }]],
    ['? a\n? b\n: c\nd: 3\n? e\n? f\n', [{ a: null }, { b: 'c' }, { d: '3' }]],
    [': a\nb: c\nd:\ne:\n', [{ '': 'a' }, { b: 'c' }]],
    ['[a, b, c, d', ['a', 'b']],
    ['[a: 1, b: 2, c, d', [{ a: '1' }, { b: '2' }]],
    ['[? a : b, ? c, ? d , : e, f, g, h', [{ a: 'b' }, { c: null }, { d: null }, { '': 'e' }, 'f']],
    ['[a: , b :, "c":, d, e', [{ a: '' }, { b: '' }, { c: '' }]],
    ['[&x a, !!str b, &x , d, e, f', ['a', 'b', '', 'd']],
    ['[: , : , c, d, e', [{ '': '' }, { '': '' }, 'c']],
    ['[a b, c, d', ['a b']],
    ['{a: 1, b: 2, c: 3, d: 4', [{ a: '1' }, { b: '2' }]],
    ['{a, b: , c, d', [{ a: null }, { b: '' }]],
  ])('of %j is all but its last two items', (text, items) => {
    const piece = take(text)
    expect(piece?.document.errors).toEqual([])
    expect(dataOf(piece?.items)).toEqual(items)
  })

  test.each(['- a\n- b\n', '- a\n', 'a: 1\nb: 2\n', '[a, b', '[a', '{a: 1, b: 2'])(
    'of %j is none, since its items may still change',
    (text) => expect(take(text)).toBeUndefined(),
  )

  test.each(KINDS)('of %s is taken as soon as it is long enough', (_, text) => {
    // An item begins with its sign, or with the comma before it.
    const [from, to] = [text.search(/(- )?a/), text.search(/(- |, )?d/)]
    const collection = begin(text).readTo(text.length - 1)
    expect(takePiece(collection, false, to - from + 1, OPTIONS)).toBeUndefined()
    expect(collection.items).toHaveLength(5)
    expect(takePiece(collection, false, to - from, OPTIONS)?.items).toHaveLength(3)
  })

  test.each([
    ['with nothing before a colon', ':    1\nbb: 2\nc: 3\nd: 4\n', 13],
    ['with a sign before a key', '?   a\nb: 1\nc: 2\nd: 3\n', 11],
    ['with an anchor in brackets', '[&long a, b, c, d', 10],
  ])('%s is as long as it is written', (_, text, length) => {
    expect(takePiece(begin(text).readTo(), false, length + 1, OPTIONS)).toBeUndefined()
    expect(takePiece(begin(text).readTo(), false, length, OPTIONS)?.items).toHaveLength(2)
  })

  test('in brackets has texts, aliases and collections where they are written, with what follows them', () => {
    const items = take(`[ "a" , *b\n, {c: d} # x\n, [e] , 'f' #y\n, g\n, h, i`)?.items
    expect(items?.map((item) => isNode(item) && item.range)).toEqual([
      [2, 5, 6],
      [8, 10, 11],
      [13, 19, 24],
      [26, 29, 30],
      [32, 35, 39],
      [41, 42, 43],
    ])
    expect(items?.map((item) => isNode(item) && (item.comment ?? ''))).toEqual(['', '', ' x', '', 'y', ''])
  })

  test.each([
    ['[a, b, c, d', '[a, b,x]'],
    ['{a: 1, b: 2, c, d', '{a: 1, b: 2,x}'],
    ['- a\n- b\n- c\n', '- a\n'],
  ])('of %j is composed as %j', (text, source) => {
    const { contents } = take(text)?.document ?? {}
    expect(isCollection(contents) && contents.srcToken && CST.stringify(contents.srcToken)).toBe(source)
  })

  test.each([
    ['["a" "b", c, d', ['MISSING_CHAR'], 5],
    ['[a, , b, c, d', ['UNEXPECTED_TOKEN'], 4],
    ['{"a" "b", c, d', ['MISSING_CHAR'], 5],
    ['[ : ? , b, c, d', ['MISSING_CHAR'], 6],
    ['[- ? , a, b, c', ['BLOCK_IN_FLOW', 'MISSING_CHAR'], 1],
    ['[, - ? , a, b', ['UNEXPECTED_TOKEN', 'BLOCK_IN_FLOW', 'MISSING_CHAR'], 1],
    ['- !t a\n- b\n- c\n- d\n', [], undefined],
  ])('of %j has the errors that are in it', (text, codes, offset) => {
    const { errors = [] } = take(text)?.document ?? {}
    expect(errors.map(({ code }) => code)).toEqual(codes)
    expect(errors[0]?.pos[0]).toBe(offset)
  })
})

describe('after a piece was taken', () => {
  test.each(KINDS)('%s has a single item in its place, and the two that are unfinished', (_, text, source) => {
    const collection = begin(text).readTo(text.length - 1)
    takePiece(collection, false, 0, OPTIONS)
    expect(collection.items).toHaveLength(3)
    expect(CST.stringify(collection.items[0] as CST.CollectionItem)).toBe(source)
  })

  test.each(KINDS)('the rest of %s is read as if it stood alone', (_, text) => {
    const parsing = begin(text)
    takePiece(parsing.readTo(text.indexOf('d') + 1), false, 0, OPTIONS)
    const { contents, errors } = parsing.finish()
    const rest = text.includes(':') ? [{ ccc: '3' }, { d: '4' }, { e: '5' }] : ['ccc', 'd', 'e']
    expect(errors).toEqual([])
    expect(isCollection(contents) && dataOf(contents.items.slice(1))).toEqual(rest)
  })

  test.each(KINDS)('the next piece of %s holds what follows the first', (_, text) => {
    const parsing = begin(text)
    const first = takePiece(parsing.readTo(text.indexOf('d')), false, 0, OPTIONS)
    const collection = parsing.readTo(text.indexOf('d') + 1)
    expect(takePiece(collection, true, 1000, OPTIONS)).toBeUndefined()
    const second = takePiece(parsing.readTo(text.length - 1), true, 0, OPTIONS)
    const values = text.includes(':') ? [{ a: '1' }, { bb: '22' }, { ccc: '3' }] : ['a', 'bb', 'ccc']
    expect(dataOf([...(first?.items ?? []), ...(second?.items ?? [])])).toEqual(values)
    expect(first?.items).not.toHaveLength(0)
    expect(second?.items).not.toHaveLength(0)
    expect(second?.document.errors).toEqual([])
    // It begins where the first one ends.
    const end = (second?.document.contents?.range ?? [])[0] ?? 0
    expect(end).toBeGreaterThan(text.indexOf('a'))
    expect(end).toBeLessThanOrEqual(text.indexOf('ccc'))
  })

  test('no piece is taken again until there are more items', () => {
    for (const [, text] of KINDS) {
      const collection = begin(text).readTo(text.length - 1)
      takePiece(collection, false, 0, OPTIONS)
      expect(takePiece(collection, true, 0, OPTIONS)).toBeUndefined()
      expect(collection.items).toHaveLength(3)
    }
  })

  test.each([
    ['a mapping', (n: number) => `key${n}: ${'x'.repeat(300)}\n`, ''],
    ['a mapping in braces', (n: number) => `key${n}: ${'x'.repeat(300)}, `, '{'],
    ['pairs in brackets', (n: number) => `key${n}: ${'x'.repeat(300)}, `, '['],
  ])('%s of more than 1024 characters has no error', (_, entry, opening) => {
    const text = `${opening}${Array.from({ length: 8 }, (_, n) => entry(n)).join('')}`
    const collection = begin(text).readTo()
    const piece = takePiece(collection, false, 0, OPTIONS)
    expect(piece?.document.errors).toEqual([])
    expect(piece?.items.length).toBeGreaterThan(4)
  })
})
