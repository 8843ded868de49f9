import { describe, expect, test } from '@jest/globals'
import { Alias, type Node, Pair, parseDocument, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import { type ListNode, type MapNode, NodeReader } from '../../../src/input/parse/yaml-nodes.ts'

function readerOf(bareKeys: readonly string[] = []) {
  const collections: (readonly [Node, ListNode | MapNode])[] = []
  const reader = new NodeReader(new Set(bareKeys), (source, node) => collections.push([source, node]))
  return { reader, collections }
}

function read(text: string, bareKeys?: readonly string[]) {
  const { reader } = readerOf(bareKeys)
  return reader.read(parseDocument(text, { schema: 'failsafe' }).contents)
}

const textAt = (offset: number, text: string) => ({ kind: 'text', offset, text })

describe('a node', () => {
  test('is small, and says where it begins', () =>
    expect(read('a: 1\nb: [x, { c: d }]\n? [k]\n: v\n&y e: *y\n')).toEqual({
      kind: 'map',
      offset: 0,
      entries: [
        { key: 'a', keyOffset: 0, value: textAt(3, '1') },
        {
          key: 'b',
          keyOffset: 5,
          value: {
            kind: 'list',
            offset: 8,
            items: [
              textAt(9, 'x'),
              { kind: 'map', offset: 12, entries: [{ key: 'c', keyOffset: 14, value: textAt(17, 'd') }] },
            ],
          },
        },
        { key: undefined, keyOffset: 24, value: textAt(30, 'v') },
        { key: 'e', keyOffset: 35, value: { kind: 'alias', offset: 38, name: 'y' } },
      ],
    }))

  test('that is not written stands at its key', () =>
    expect(read('[{ a, bb }]')).toMatchObject({
      items: [{ entries: [{ value: textAt(3, '') }, { key: 'bb', value: textAt(6, '') }] }],
    }))

  test.each([
    ['null', ''],
    ['Null', ''],
    ['~', ''],
    ['not null', 'not null'],
    ['null x', 'null x'],
    ['x~', 'x~'],
    ['~x', '~x'],
    ['"null"', 'null'],
    ["'~'", '~'],
  ])('%s as the value of a key is %j', (text, expected) =>
    expect(read(`a: ${text}`)).toMatchObject({ entries: [{ value: { text: expected } }] }),
  )

  test.each([
    ['true', 'true'],
    ['"true"', '"true"'],
    ["'a\"b'", '"a\\"b"'],
    ['null', ''],
  ])('%s, where a text is expected, is %s', (text, expected) =>
    expect(read(`a: ${text}\nb: ${text}`, ['a'])).toMatchObject({
      entries: [
        { value: { text: expected } },
        { value: { text: expected.replace(/^"(.*)"$/, '$1').replace('\\', '') } },
      ],
    }),
  )

  test.each([
    ['a text', new Scalar('x'), textAt(0, 'x')],
    ['a list', new YAMLSeq(), { kind: 'list', offset: 0, items: [] }],
    ['a mapping', new YAMLMap(), { kind: 'map', offset: 0, entries: [] }],
    ['an alias', new Alias('x'), { kind: 'alias', offset: 0, name: 'x' }],
    ['nothing', null, textAt(0, '')],
    ['what is no node', 'x', textAt(0, '')],
  ])('that stands nowhere begins at 0: %s', (_, source, node) => expect(readerOf().reader.read(source)).toEqual(node))

  test.each([
    [new Pair(new Scalar('a'), new Scalar('b')), { key: 'a', keyOffset: 0, value: textAt(0, 'b') }],
    [new Pair(new Scalar('a')), { key: 'a', keyOffset: 0, value: textAt(0, '') }],
    [new Pair(null, new Scalar('b')), { key: undefined, keyOffset: 0, value: textAt(0, 'b') }],
  ])('an entry that stands nowhere begins at 0', (pair, entry) =>
    expect(readerOf().reader.readEntry(pair)).toEqual(entry),
  )

  test('of every list and mapping is reported with its source, the inner ones first', () => {
    const { reader, collections } = readerOf()
    const { contents } = parseDocument('a: [{ b: c }]\n', { schema: 'failsafe' })
    const root = reader.read(contents)
    expect(collections.map(([, { kind }]) => kind)).toEqual(['map', 'list', 'map'])
    expect(collections.at(-1)).toEqual([contents, root])
  })
})

describe('what an alias stands for', () => {
  const scalar = (text: string, offset: number, anchor?: string): Scalar => {
    const node = new Scalar(text)
    node.range = [offset, offset, offset]
    if (anchor !== undefined) node.anchor = anchor
    return node
  }
  const alias = (name: string, offset: number) => ({ kind: 'alias', name, offset }) as const

  test('is the last node before it with that anchor, in whatever order they were read', () => {
    const { reader } = readerOf()
    for (const offset of [30, 10, 50, 20, 40]) reader.read(scalar(`at ${offset}`, offset, 'x'))
    reader.read(scalar('other', 35, 'y'))
    reader.read(scalar('none', 36))
    reader.sortAnchors()
    const found = [5, 15, 25, 35, 45, 55].map((offset) => reader.find(alias('x', offset)))
    expect(found).toEqual([undefined, ...[10, 20, 30, 40, 50].map((offset) => textAt(offset, `at ${offset}`))])
    expect(reader.find(alias('y', 60))).toEqual(textAt(35, 'other'))
    expect(reader.find(alias('z', 60))).toBeUndefined()
    // Not one at the same place.
    expect(reader.find(alias('x', 10))).toBeUndefined()
    expect(reader.find(alias('x', 20))).toEqual(textAt(10, 'at 10'))
  })

  test('may be a key that is a text, but none that is a collection', () => {
    const { reader } = readerOf()
    const { contents } = parseDocument('&a k: 1\n? &b [k]\n: 2\n', { schema: 'failsafe' })
    reader.read(contents)
    expect(reader.find(alias('a', 100))).toEqual(textAt(3, 'k'))
    expect(reader.find(alias('b', 100))).toBeUndefined()
  })
})
