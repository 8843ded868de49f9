import { expect, test } from '@jest/globals'
import { MODE_TABLE, MODES, type ModeRow } from '../../src/domain/modes.ts'

const modesThat = (trait: keyof ModeRow): string[] => MODES.filter((mode) => MODE_TABLE[mode][trait] === true)

// What a mode must not do is as much of the interface as what it does.
test('each mode has its own traits', () => {
  expect(modesThat('changesAtlas')).toEqual(['apply'])
  expect(modesThat('comparesFields')).toEqual(['apply', 'plan', 'drift'])
  expect(modesThat('checksConditions')).toEqual(['verify', 'drift'])
  expect(modesThat('comments')).toEqual(['plan'])
  expect(modesThat('needsProvider')).toEqual(['apply', 'plan', 'drift'])
})

test('each mode has its own results and a title', () => {
  const results = MODES.map((mode) => [mode, MODE_TABLE[mode].results.join(' '), MODE_TABLE[mode].title])
  expect(results).toEqual([
    ['apply', 'created updated disabled unchanged', 'Apply'],
    ['plan', 'planned', 'Plan'],
    ['verify', 'passed', 'Verify'],
    ['drift', 'passed', 'Drift check'],
    ['export', 'exported', 'Export'],
  ])
})
