import { expect, test } from '@jest/globals'
import { CONDITION_TABLE, CONDITIONS } from '../../src/domain/conditions.ts'

// Workflows name them, so none may go: a new one is added to the snapshot by `npm test -- -u test/domain`.
test('the conditions are those of the interface', () => expect(CONDITIONS).toMatchSnapshot())

test('only private endpoints take more than a role to read', () => {
  for (const condition of CONDITIONS)
    expect(CONDITION_TABLE[condition].role).toBe(
      condition === 'private-endpoints' ? 'Project Owner' : 'Project Read Only',
    )
})

test('two depend on which providers the workflow names', () =>
  expect(CONDITIONS.filter((condition) => CONDITION_TABLE[condition].isAboutNamedProviders)).toEqual([
    'rotation-alert',
    'no-other-provider',
  ]))

test.each(CONDITIONS)('%s has whole sentences that say what to do', (condition) =>
  expect(CONDITION_TABLE[condition].fix).toMatch(/^[A-Z].{20,}\.$/),
)

test.each(CONDITIONS)('%s has a meaning without a full stop, for the table', (condition) =>
  expect(CONDITION_TABLE[condition].meaning).toMatch(/^\S.{20,}[^.]$/),
)
