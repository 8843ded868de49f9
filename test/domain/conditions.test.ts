import { expect, test } from '@jest/globals'
import { CONDITION_TABLE, CONDITIONS } from '../../src/domain/conditions.ts'

// Workflows name them, so none may go: a new one is added to the snapshot by `npm test -- -u test/domain`.
test('the conditions are those of the interface', () => expect(CONDITIONS).toMatchSnapshot())

test('only private endpoints take more than a role to read', () =>
  expect(CONDITIONS.filter((condition) => CONDITION_TABLE[condition].role !== 'Project Read Only')).toEqual([
    'private-endpoints',
  ]))

test.each(CONDITIONS)('%s has a meaning without a full stop, for the table', (condition) =>
  expect(CONDITION_TABLE[condition].meaning).toMatch(/^\S.{20,}[^.]$/),
)
