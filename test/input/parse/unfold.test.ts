import { describe, expect, test } from '@jest/globals'
import { InvalidValueError } from '../../../src/input/errors.ts'
import { Unfolder } from '../../../src/input/parse/unfold.ts'
import type { YamlNode } from '../../../src/input/parse/yaml-nodes.ts'

const offset = 0
const text = (value: string): YamlNode => ({ kind: 'text', offset, text: value })
const listOf = (items: YamlNode[]): YamlNode => ({ kind: 'list', offset, items })
const list = (...items: YamlNode[]): YamlNode => listOf(items)
const map = (...entries: (readonly [key: string | undefined, value: YamlNode])[]): YamlNode => ({
  kind: 'map',
  offset,
  entries: entries.map(([key, value]) => ({ key, keyOffset: 0, value })),
})
const alias = (name: string): YamlNode => ({ kind: 'alias', offset, name })

/** @param anchors what the aliases stand for */
function unfolderOf(anchors: Readonly<Record<string, YamlNode>> = {}): Unfolder {
  return new Unfolder((node) => (node.kind === 'alias' ? anchors[node.name] : node))
}

/** Stands for half a million nodes, most of them in one list that is counted many times. */
const ROW = listOf(Array.from({ length: 998 }, () => text('x')))
const LARGEST = listOf([...Array.from({ length: 500 }, () => ROW), ...Array.from({ length: 499 }, () => text('x'))])

describe('what is unfolded', () => {
  test.each([
    [text(''), '', 1],
    [list(), [], 1],
    [map(), {}, 1],
    [list(text('a'), list(text('b'))), ['a', ['b']], 4],
    [map(['a', text('b')], ['c', map(['d', list()])]), { a: 'b', c: { d: [] } }, 4],
    [map(['a', alias('x')], ['b', alias('x')]), { a: ['y'], b: ['y'] }, 5],
    [map([undefined, text('a')]), { '?': 'a' }, 2],
  ])('%#', (node, data, size) => {
    const unfolder = unfolderOf({ x: list(text('y')) })
    expect(unfolder.dataOf(node)).toEqual(data)
    expect(unfolder.sizeOf(node)).toBe(size)
  })

  test('is at most half a million nodes, of all that is asked for', () => {
    const unfolder = unfolderOf()
    expect(unfolder.sizeOf(LARGEST)).toBe(500_000)
    expect(unfolder.dataOf(LARGEST)).toHaveLength(999)
    expect(() => unfolder.dataOf(text('x'))).toThrow(InvalidValueError)
  })
})

describe('what is refused', () => {
  const itself: YamlNode = list(alias('itself'))

  test.each([
    ['an alias for nothing', alias('nowhere')],
    ['an alias for nothing in a list', list(alias('nowhere'))],
    ['an alias for what it stands in', itself],
    ['more than half a million nodes', list(LARGEST)],
  ])('%s', (_, node) => {
    const unfolder = unfolderOf({ itself })
    const message = 'expands to more than the action reads (too many aliases, or an alias without an anchor)'
    for (const ask of [() => unfolder.dataOf(node), () => unfolder.sizeOf(node)]) {
      expect(ask).toThrow(InvalidValueError)
      expect(ask).toThrow(expect.objectContaining({ message }))
    }
  })

  test('an alias that nothing resolves', () =>
    expect(() => new Unfolder((node) => node).dataOf(alias('x'))).toThrow(InvalidValueError))
})
