import { expect, test } from '@jest/globals'
import type { DesiredProvider } from '../../../src/domain/desired.ts'
import type { ProviderName } from '../../../src/domain/providers.ts'
import { findOverlap } from '../../../src/input/config-file/overlapping-clusters.ts'
import { sanitized } from '../../harness/context.ts'

type Clusters = 'all' | readonly string[] | undefined

function provider(name: ProviderName, clusters: Clusters): DesiredProvider {
  const targets = clusters === 'all' ? clusters : clusters?.map((cluster) => sanitized(cluster))
  return { provider: name, enabled: true, fields: {}, ...(targets !== undefined && { clusters: targets }) }
}

test.each<[name: string, aws: Clusters, azure: Clusters, gcp: Clusters]>([
  ['no provider names clusters', undefined, undefined, undefined],
  ['one provider has all and the others none', 'all', undefined, undefined],
  ['only the last provider has all', undefined, undefined, 'all'],
  ['every provider has its own', ['one', 'two'], ['three'], ['four']],
  ['one provider names its cluster twice', ['one', 'one'], undefined, undefined],
])('nothing overlaps if %s', (_, aws, azure, gcp) =>
  expect(findOverlap([provider('aws', aws), provider('azure', azure), provider('gcp', gcp)])).toBeUndefined(),
)

test.each<[name: string, aws: Clusters, azure: Clusters, gcp: Clusters, overlap: ReturnType<typeof findOverlap>]>([
  [
    'a cluster under two providers',
    ['one', 'two'],
    ['three', 'two'],
    undefined,
    { cluster: 'two', provider: 'azure', other: 'aws' },
  ],
  [
    'a cluster under two providers that do not follow each other',
    ['one'],
    ['two'],
    ['one'],
    { cluster: 'one', provider: 'gcp', other: 'aws' },
  ],
  ['a cluster beside all of another', 'all', ['one'], undefined, { cluster: 'one', provider: 'azure', other: 'aws' }],
  ['all beside a cluster of another', ['one'], 'all', undefined, { cluster: 'all', provider: 'azure', other: 'aws' }],
  ['all twice', 'all', undefined, 'all', { cluster: 'all', provider: 'gcp', other: 'aws' }],
  [
    'all beside clusters of two others, of which the first is named',
    ['one'],
    ['two'],
    'all',
    { cluster: 'all', provider: 'gcp', other: 'aws' },
  ],
])('found: %s', (_, aws, azure, gcp, overlap) =>
  expect(findOverlap([provider('aws', aws), provider('azure', azure), provider('gcp', gcp)])).toEqual(overlap),
)
