import { expect, test } from '@jest/globals'
import { CONDITION_TABLE, CONDITIONS } from '../../src/domain/conditions.ts'

test('the conditions are those of the interface', () =>
  expect(CONDITIONS).toEqual([
    'clusters',
    'rotation-alert',
    'no-open-alerts',
    'role-based-auth',
    'private-networking',
    'private-endpoints',
    'search-nodes',
    'no-other-provider',
    'service-account-secret',
  ]))

test('only private endpoints take more than a role to read', () =>
  expect(CONDITIONS.filter((condition) => CONDITION_TABLE[condition].role !== 'Project Read Only')).toEqual([
    'private-endpoints',
  ]))

test.each(CONDITIONS)('%s has a meaning without a full stop, for tables', (condition) =>
  expect(CONDITION_TABLE[condition].meaning).toMatch(/^[A-Z].{20,}[^.]$/),
)
