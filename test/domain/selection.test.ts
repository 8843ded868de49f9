import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fits, matchesGlob, type ProjectPattern, parseGlob, selectProjects } from '../../src/domain/selection.ts'
import { safe } from '../../src/sanitize/safe-text.ts'

const text = safe`pattern`
const byId = (id: string): ProjectPattern => ({ kind: 'id', id, text })
const byName = (name: string): ProjectPattern => ({ kind: 'name', name: parseGlob(name), text })
const byTag = (key: string, value?: string): ProjectPattern => ({
  kind: 'tag',
  key: parseGlob(key),
  value: value === undefined ? null : parseGlob(value),
  text,
})

const project = (id: string, name: string, tags: Record<string, string> = {}) => ({
  id,
  name,
  tags: Object.entries(tags).map(([key, value]) => ({ key, value })),
})

const A = project('a', 'payments-prod', { env: 'prod', team: 'payments' })
const B = project('b', 'payments-dev', { env: 'dev', team: 'payments' })
const C = project('c', 'Sandbox')
const ALL = [A, B, C]

describe('a glob', () => {
  test.each([
    ['', '', true],
    ['', 'a', false],
    ['*', '', true],
    ['*', 'anything', true],
    ['a', 'a', true],
    ['a', 'A', false],
    ['a*', 'a', true],
    ['a*', 'ba', false],
    ['*a', 'ba', true],
    ['*a', 'ab', false],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['ab*ba', 'aba', false],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-c-b', false],
    ['a**b', 'ab', true],
    ['*a*', 'bab', true],
    ['*ab*ab*', 'xabx', false],
    ['a.b', 'axb', false],
    ['a?', 'ab', false],
    ['[a]', 'a', false],
  ])('%j fits %j: %s', (pattern, name, expected) => expect(matchesGlob(parseGlob(pattern), name)).toBe(expected))

  test('fits exactly what the regular expression of the same meaning fits', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 })
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 6 })
    fc.assert(
      fc.property(pattern, short, (glob, name) => {
        const meaning = new RegExp(`^${glob.replaceAll('*', '.*')}$`)
        expect(matchesGlob(parseGlob(glob), name)).toBe(meaning.test(name))
      }),
      { numRuns: 2000 },
    )
  })

  test('takes a time that grows with the text, not with the ways to divide it', () => {
    // A regular expression would try more ways than there are atoms in the universe.
    expect(matchesGlob(parseGlob(`${'a*'.repeat(500)}b`), 'a'.repeat(100_000))).toBe(false)
  })
})

describe('a pattern', () => {
  test.each([
    ['an id', byId('a'), [A]],
    ['an id that is a name', byId('Sandbox'), []],
    ['a name', byName('Sandbox'), [C]],
    ['a name in another case', byName('sandbox'), []],
    ['an id as a name', byName('a'), []],
    ['a part of a name', byName('payments-*'), [A, B]],
    ['a tag', byTag('team'), [A, B]],
    ['a tag with its value', byTag('env', 'prod'), [A]],
    ['a tag with the value of another', byTag('team', 'prod'), []],
    ['a tag with a part of its value', byTag('env', '*d*'), [A, B]],
    ['a part of a tag', byTag('t*', 'payments'), [A, B]],
    ['a tag in another case', byTag('ENV'), []],
    ['a tag without a value', byTag('env', ''), []],
  ])('%s', (_, pattern, expected) => expect(ALL.filter((each) => fits(pattern, each))).toEqual(expected))
})

describe('a selection', () => {
  test.each([
    ['nothing', [], [], ALL],
    ['some', [byName('*-prod'), byId('c')], [], [A, C]],
    ['all but some', [], [byTag('env', 'dev')], [A, C]],
    ['some but some of them', [byTag('team')], [byName('*-dev')], [A]],
    ['what is excluded as well', [byId('a')], [byId('a')], []],
    ['what is not there', [byName('other')], [], []],
  ])('of %s', (_, include, exclude, expected) =>
    expect(selectProjects(ALL, { include, exclude }).selected).toEqual(expected),
  )

  test('names the patterns of both lists that fit nothing', () => {
    const [there, missing, alsoMissing] = [byId('a'), byName('other'), byTag('other')]
    const { unmatched } = selectProjects(ALL, { include: [there, missing], exclude: [alsoMissing, byId('b')] })
    expect(unmatched).toEqual([missing, alsoMissing])
  })

  test('a pattern that fits only what is not included is no mistake', () => {
    expect(selectProjects(ALL, { include: [byId('a')], exclude: [byId('b')] }).unmatched).toEqual([])
  })

  test('is what is included and not excluded, in order', () => {
    const projects = fc.array(fc.record({ id: fc.string(), name: fc.string() }))
    const patterns = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 3 }).map(byName))
    fc.assert(
      fc.property(projects, patterns, patterns, (some, include, exclude) => {
        const given = some.map(({ id, name }) => ({ id, name, tags: [] }))
        const expected = given.filter(
          (each) =>
            (include.length === 0 || include.some((pattern) => fits(pattern, each))) &&
            !exclude.some((pattern) => fits(pattern, each)),
        )
        expect(selectProjects(given, { include, exclude }).selected).toEqual(expected)
      }),
    )
  })
})
