import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { LineCounter, parse, stringify } from 'yaml'
import { InputError } from '../../../src/input/errors.ts'
import { aliasesOf, parseDocuments, unfold } from '../../../src/input/parse/yaml.ts'

function read(text: string): unknown {
  const [document] = parseDocuments(text, new LineCounter())
  return document === undefined ? undefined : unfold(document, aliasesOf(document))
}

/** As the library reads it, with nothing as the empty text. */
const expected = (text: string): unknown =>
  JSON.parse(JSON.stringify(parse(text, { schema: 'failsafe', maxAliasCount: -1 }), (_, value: unknown) => value ?? ''))

describe('a document', () => {
  test('is read as the library reads it, aliases resolved', () => {
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(fc.string({ minLength: 1 }), tie('node'), { maxKeys: 4 }),
      ),
    })).node
    fc.assert(
      fc.property(value, value, (shared, other) => {
        // The library writes what stands in two places as an anchor and an alias.
        const text = stringify({ first: shared, other, again: shared, both: [shared, other] })
        expect(read(text)).toEqual(expected(text))
      }),
    )
  })

  test.each([
    ['block scalars', 'a: |\n  one\n  two\nb: >-\n  three\n  four\n'],
    ['line breaks of Windows', 'a: x\r\nb:\r\n  - y\r\n'],
    ['a byte order mark', '\ufeffa: x\n'],
    ['an anchor that is set again', 'a: &x one\nb: *x\nc: &x two\nd: *x\n'],
    ['keys without values', 'a:\n? b\n'],
    ['the name of an inherited property', '__proto__: x\nconstructor: y\n'],
    ['JSON', '{"a": ["b", {"c": "d"}], "e": "\\u00e4"}'],
  ])('%s', (_, text) => expect(JSON.stringify(read(text))).toBe(JSON.stringify(expected(text))))

  test('of comments alone is none', () => expect(read('# nothing\n')).toBeUndefined())

  test.each(['a: *x', 'a: *x\nb: &x y', 'a: &a [*a]', 'a: &a { b: { c: *a } }'])('%s stands for nothing', (text) =>
    expect(() => read(text)).toThrow(InputError),
  )
})

describe('how much is read', () => {
  test('a hundred levels', () => {
    const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`
    expect(read(nested(90))).toBeDefined()
    expect(() => read(nested(110))).toThrow('nested too deeply')
    expect(() => read('- '.repeat(110))).toThrow('nested too deeply')
  })

  test('half a million words and signs', () => {
    expect(read(`[${'a,'.repeat(120_000)}]`)).toHaveLength(120_000)
    expect(() => read(`[${'a,'.repeat(250_000)}]`)).toThrow('holds more than 500000 words and signs')
  })

  test('half a million once all aliases are unfolded', () => {
    const squares = (n: number): string => `a: &a [${'x,'.repeat(1000)}]\nb: [${'*a,'.repeat(n)}]\n`
    expect(read(squares(490))).toBeDefined()
    expect(() => read(squares(510))).toThrow('unfolds into more than is read')
  })

  test('no more than two documents', () =>
    expect(parseDocuments('a\n---\nb\n---\nc\n', new LineCounter()).length).toBeLessThanOrEqual(2))
})
