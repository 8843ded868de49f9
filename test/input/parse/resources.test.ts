import { describe, expect, test } from '@jest/globals'
import { InvalidValueError } from '../../../src/input/errors.ts'
import { parseClusters, parseRegions } from '../../../src/input/parse/resources.ts'
import { Secrets } from '../../../src/sanitize/secrets.ts'

function secretsWith(...protectedTexts: readonly string[]): Secrets {
  const secrets = new Secrets(() => undefined)
  for (const text of protectedTexts) secrets.protect(text)
  return secrets
}

const clustersOf = (words: readonly string[], secrets = secretsWith()) => parseClusters(words, secrets)
const regionsOf = (words: readonly string[], secrets = secretsWith()) => parseRegions(words, secrets)

describe('clusters', () => {
  test.each([
    [['all'], 'all'],
    [['a'], ['a']],
    [['All'], ['All']],
    [
      ['one', 'TWO', '3-x-'],
      ['one', 'TWO', '3-x-'],
    ],
    [['x'.repeat(64)], ['x'.repeat(64)]],
  ])('%j are %j', (words, clusters) => expect(clustersOf(words)).toEqual(clusters))

  const ODD = 'must be `all` or names of clusters (letters, digits, and hyphens), but contains'

  test.each([
    [[], 'must be `all`, or name at least one cluster'],
    [['all', 'a'], 'must be either `all` or names, not both'],
    [['a', 'all'], 'must be either `all` or names, not both'],
    [['all', 'all'], 'must be either `all` or names, not both'],
    [['a', '-b'], `${ODD} \`-b\``],
    [['a_b', 'c d'], `${ODD} \`a_b\``],
    [['.a'], `${ODD} \`.a\``],
    [['a.'], `${ODD} \`a.\``],
    [['a', 'x'.repeat(65)], `${ODD} \`${'x'.repeat(65)}\``],
    [['a', 'b', 'a'], 'names a cluster twice: `a`'],
    [['a', 'b', 'a', 'b', 'a', 'c'], 'names a cluster twice: `a`, `b`'],
  ])('%j are refused', (words, message) => {
    expect(() => clustersOf(words)).toThrow(InvalidValueError)
    expect(() => clustersOf(words)).toThrow(expect.objectContaining({ message }))
  })

  test('no more than 100 characters of a name that is none are quoted', () =>
    expect(() => clustersOf(['_'.repeat(300)])).toThrow(/`_{90,100}…?`$/))

  test('a secret among them is quoted nowhere', () => {
    const secrets = secretsWith('the-s3cret', '_the-0ther')
    for (const words of [['_the-0ther'], ['the-s3cret', 'the-s3cret']]) {
      expect(() => clustersOf(words, secrets)).toThrow('***')
      expect(() => clustersOf(words, secrets)).not.toThrow(/s3cret|0ther/)
    }
    expect(clustersOf(['a', 'the-s3cret'], secrets)).toEqual(['a', '***'])
  })
})

describe('regions', () => {
  test.each([
    [['us-east-1'], ['US_EAST_1']],
    [
      ['US_EAST_2', 'europe_north'],
      ['US_EAST_2', 'EUROPE_NORTH'],
    ],
    [
      ['us-east-1', 'eu-west-1', 'US_EAST_1'],
      ['US_EAST_1', 'EU_WEST_1'],
    ],
    [['a1'], ['A1']],
    [['a'.repeat(64)], ['A'.repeat(64)]],
  ])('%j are %j', (words, regions) => expect(regionsOf(words)).toEqual(regions))

  const ODD = 'must be regions such as `us-east-1`, `US_EAST_2` or `EUROPE_NORTH`'

  test.each([
    [[], 'must name at least one region'],
    [['a'], ODD],
    [['us-east-1', 'us.east.1'], ODD],
    [['us east'], ODD],
    [['.us-east-1'], ODD],
    [['us-east-1.'], ODD],
    [['a'.repeat(65)], ODD],
  ])('%j are refused', (words, message) => {
    expect(() => regionsOf(words)).toThrow(InvalidValueError)
    expect(() => regionsOf(words)).toThrow(expect.objectContaining({ message }))
  })

  test('a secret among them is not shown', () =>
    expect(regionsOf(['US_S3CRET'], secretsWith('US_S3CRET'))).toEqual(['***']))
})
