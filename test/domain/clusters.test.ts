import { describe, expect, test } from '@jest/globals'
import type { Cluster } from '../../src/domain/cluster.ts'
import { isMultiCloud } from '../../src/domain/cluster.ts'
import { clusterStatus, clusterTargets, compareClusters, leftOut, targetProblem } from '../../src/domain/clusters.ts'
import type { DesiredProvider } from '../../src/domain/desired.ts'
import { type SafeText, safe } from '../../src/sanitize/safe-text.ts'

const cluster = (name: SafeText, more: Partial<Cluster> = {}): Cluster => ({
  name,
  provider: 'NONE',
  paused: false,
  state: safe`IDLE`,
  providerNames: new Set(['AWS']),
  isShared: false,
  ...more,
})
const aws = (clusters: DesiredProvider['clusters'], enabled = true): DesiredProvider => ({
  provider: 'aws',
  enabled,
  fields: {},
  ...(clusters !== undefined && { clusters }),
})

const [orders, billing, free] = [cluster(safe`orders`), cluster(safe`billing`), cluster(safe`free`, { isShared: true })]
const all = [orders, free, billing]

describe('the clusters of a provider', () => {
  test('are none unless the workflow names them', () => expect(clusterTargets(aws(undefined), all)).toEqual([]))

  test('are with `all` every one that can have a key, by name', () => {
    expect(clusterTargets(aws('all'), all).map(({ name }) => name)).toEqual(['billing', 'orders'])
    expect(leftOut(aws('all'), all)).toEqual(['free'])
  })

  test('are by name in whatever order Atlas lists them', () => {
    const listed = [cluster(safe`b`), cluster(safe`c`), cluster(safe`a`)]
    expect(clusterTargets(aws('all'), listed).map(({ name }) => name)).toEqual(['a', 'b', 'c'])
  })

  test('are otherwise those that are named, in the order of the list', () => {
    const targets = clusterTargets(aws([safe`orders`, safe`billing`]), all)
    expect(targets.map(({ name, expected }) => [name, expected])).toEqual([
      ['orders', 'AWS'],
      ['billing', 'AWS'],
    ])
    expect(leftOut(aws([safe`orders`]), all)).toEqual([])
  })

  test.each([
    [safe`gone`, /no such cluster \(Flex and serverless/],
    [safe`free`, /shared cluster/],
  ])('a named one that cannot have a key has a problem and compares as not there: %s', (name, problem) => {
    const targets = clusterTargets(aws([name]), all)
    expect(targets.map(targetProblem)).toEqual([expect.stringMatching(problem)])
    expect(compareClusters(targets)).toMatchObject([{ actual: null, expected: 'AWS', verdict: 'differs' }])
  })

  test('of a provider that is to be disabled are only those that use it, or no key any more', () => {
    const clusters = [
      cluster(safe`own`, { provider: 'AWS' }),
      cluster(safe`other`, { provider: 'AZURE' }),
      cluster(safe`none`),
    ]
    expect(clusterTargets(aws('all', false), clusters).map(({ name, expected }) => [name, expected])).toEqual([
      ['none', 'NONE'],
      ['own', 'NONE'],
    ])
    expect(clusterTargets(aws([safe`other`, safe`gone`], false), clusters).map(({ name }) => name)).toEqual(['gone'])
  })
})

test('a cluster that has the provider but is not idle is no difference', () => {
  const busy = cluster(safe`busy`, { provider: 'AWS', state: safe`UPDATING` })
  const [target] = clusterTargets(aws('all'), [busy])
  expect(compareClusters([target as NonNullable<typeof target>])).toEqual([
    { provider: 'aws', field: 'clusters.busy', expected: 'AWS', actual: 'AWS', verdict: 'same' },
  ])
  expect(clusterStatus(target as NonNullable<typeof target>)).toEqual({
    name: 'busy',
    expected: 'AWS',
    actual: 'AWS',
    state: 'UPDATING',
  })
})

test('a cluster that Atlas does not list has no state', () =>
  expect(clusterTargets(aws([safe`gone`]), all).map(clusterStatus)).toEqual([
    { name: 'gone', expected: 'AWS', actual: null, state: null },
  ]))

test('a multi-cloud cluster runs in more than one cloud', () => {
  expect(isMultiCloud(cluster(safe`a`, { providerNames: new Set(['AWS']) }))).toBe(false)
  expect(isMultiCloud(cluster(safe`a`, { providerNames: new Set(['AWS', 'AZURE']) }))).toBe(true)
})
