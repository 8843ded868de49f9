import { describe, expect, test } from '@jest/globals'
import { ANY_FOLDERS, parseGlob } from '../../src/projects/glob-pattern.ts'

/** The names out of `names` that the only segment of the glob matches. */
function matched(glob: string, names: readonly string[]): string[] {
  return names.filter((name) =>
    parseGlob(glob, '/w').some(([segment]) => segment !== undefined && segment !== ANY_FOLDERS && segment(name)),
  )
}

describe('a segment', () => {
  test.each([
    ['a.json', ['a.json'], ['b.json', 'a_json', 'a.json2', 'xa.json']],
    ['*', ['a', 'a.json', 'ü漢😀'], ['.hidden']],
    ['.*', ['.hidden'], ['a']],
    ['*.json', ['a.json', 'a.json.json'], ['.json', 'a.jsonx']],
    ['a*b*c', ['abc', 'aXbYc', 'abcbc', 'aabbcc'], ['ab', 'abcd', 'acb']],
    ['report-?', ['report-1', 'report-😀'], ['report-', 'report-12']],
    ['[a-c]x', ['ax', 'bx', 'cx'], ['dx', 'x', '-x']],
    ['[!a-c]x', ['dx', '-x'], ['ax']],
    ['[^1]', ['2'], ['1']],
    ['[]a-]', [']', 'a', '-'], ['b']],
    ['[!]]', ['a'], [']']],
    ['[', ['['], ['a']],
    ['[]', ['[]'], ['a']],
    ['a(1)+', ['a(1)+'], ['a1']],
    ['a*', ['a', 'ab'], ['b']],
    ['a**b', ['ab', 'axb'], ['axc']],
    ['{a,b}', ['a', 'b'], ['{a,b}', 'c', 'a,b']],
    ['r{1..3}x', ['r1x', 'r2x', 'r3x'], ['r4x', 'r{1..3}x']],
    ['{a,b{c,d}}', ['a', 'bc', 'bd'], ['b', 'ac']],
    ['{a}', ['{a}'], ['a']],
    ['{a,b', ['{a,b'], ['a']],
    ['{3..1}', ['{3..1}'], ['2']],
    ['{2..2}', ['2'], ['{2..2}']],
    ['{9..11}', ['9', '10', '11'], ['12']],
    ['{0..1}', ['0', '1'], ['2']],
    ['{x1..2}', ['{x1..2}'], ['1', '2']],
    ['{1..2x}', ['{1..2x}'], ['1', '2']],
    ['{,x}y', ['y', 'xy'], ['x']],
  ] as const)('%s', (glob, matching, others) => {
    expect(matched(glob, [...matching, ...others])).toEqual(matching)
  })
})

describe('a glob', () => {
  const shapeOf = (glob: string, workspace = '/work space'): string[] =>
    parseGlob(glob, workspace).map((segments) =>
      segments.map((segment) => (segment === ANY_FOLDERS ? '**' : '*')).join('/'),
    )

  test.each([
    ['a/b', ['*/*']],
    ['./a//b/./c', ['*/*/*']],
    ['a/**/b', ['*/**/*']],
    ['**/**/b', ['**/*']],
    ['a**/b', ['*/*']],
    ['a\\b', ['*/*']],
    ['{a,b/c}/d', ['*/*', '*/*/*']],
    ['/work space/a/b', ['*/*']],
    ['/work space/**', ['**']],
  ])('%s', (glob, shapes) => expect(shapeOf(glob)).toEqual(shapes))

  test('may be absolute in a workspace that ends with slashes', () => expect(shapeOf('/w/*', '/w//')).toEqual(['*']))

  test('may be absolute on Windows too', () => expect(shapeOf('D:\\w\\a\\*.json', 'D:\\w')).toEqual(['*/*']))

  test.each([
    ['/etc/*', /points outside the workspace/],
    ['C:\\x\\*', /points outside the workspace/],
    ['../*', /points outside the workspace/],
    ['a/../../*', /points outside the workspace/],
    ['{..,a}/*', /points outside the workspace/],
    ['+(a|b)', /parentheses/],
    ['!(a)', /parentheses/],
    ['a'.repeat(1001), /longer than 1000 characters/],
    ['{a,b}'.repeat(25), /more than 20 pairs of braces/],
    ['{a,b}'.repeat(7), /stand for more than 100 patterns/],
    ['{1..200}', /stand for more than 100 patterns/],
    ['{1..10}{1..11}', /stand for more than 100 patterns/],
    [`${'{a,'.repeat(21)}${'}'.repeat(21)}`, /more than 20 pairs of braces/],
    ['*a'.repeat(31), /more than 30 wildcards/],
    ['**/'.repeat(31), /more than 30 wildcards/],
  ])('%s is refused', (glob, says) => {
    expect(() => parseGlob(glob, '/w')).toThrow(says)
  })

  test.each([
    ['alternatives', '{1..10}{1..10}', 100],
    ['braces', '{a}'.repeat(20), 1],
    ['wildcards', '*a'.repeat(30), 1],
    ['characters', 'a'.repeat(1000), 1],
  ])('with as many %s as are allowed is taken', (_, glob, count) => {
    expect(parseGlob(glob, '/w')).toHaveLength(count)
  })

  test('takes no longer for names that nearly match', () => {
    const [[segment] = []] = parseGlob(`${'a*'.repeat(30)}b`, '/w')
    const started = performance.now()
    expect((segment as (name: string) => boolean)('a'.repeat(255))).toBe(false)
    // Backtracking over all stars would take years.
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
